//! Speech reported without marks (“Roe said that …”, “according to Roe, …”, “Roe believes …”), as a trained tagger sees it.

use super::according;
use super::seen::Scene;
use crate::entity::{FeatureExtractor, FeatureSet, Mention};
use crate::model::{DecoderScratch, EmissionSum, Label, Reports, labelled_spans};
use crate::text::Span;
use std::ops::Range;

/// A passage reported without marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Report {
    /// What is reported.
    pub(super) content: Span,
    /// The reporting words.
    pub(super) cue: Option<Span>,
    /// Who is reported, as the text says beside it.
    pub(super) source: Option<Span>,
    /// How sure the speaker is, 0 to 1.
    pub(super) confidence: f32,
}

/// How often the source beside a content is its speaker, of those contents that are right (PolNeAR's development articles: 90 of 100).
const SURE: f32 = 0.9;

/// What a run of words is in a report. The order is that of the tagger's labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Who speaks.
    Source,
    /// The words that say so.
    Cue,
    /// What is said, without marks.
    Content,
    /// What is said, with marks in it.
    Quoted,
}

const PARTS: [Part; 4] = [Part::Source, Part::Cue, Part::Content, Part::Quoted];

/// Words of a content, at least: shorter ones are seldom speech (“said so”).
pub(super) const SHORTEST: usize = 3;

/// The runs of words in `labels` that are parts of reports.
fn parts(labels: &[Label]) -> Vec<(Range<usize>, Part)> {
    labelled_spans(labels)
        .into_iter()
        .filter_map(|(words, kind)| Some((words, *PARTS.get(usize::from(kind))?)))
        .collect()
}

/// The reports in an article: `quoted` are its stretches between marks.
pub(super) fn find(
    reading: &FeatureExtractor,
    quoted: impl Iterator<Item = Span>,
    mentions: &[Mention],
    model: &Reports,
) -> Vec<Report> {
    let scene = Scene::new(reading, quoted, mentions, |word| model.strength(word));
    let mut emissions = reading.emissions(&model.tagger, FeatureSet::Speech);
    let lines = &reading.tokens.sentences;
    let mut labels = Vec::with_capacity(emissions.len());
    let mut room = DecoderScratch::default();
    let mut sum = EmissionSum::new(&model.tagger);
    for line in lines {
        sum.add(&mut emissions, |hears| scene.features(&line.words, hears));
        let emissions = emissions.get(line.words.clone()).unwrap_or_default();
        labels.extend_from_slice(model.tagger.decode(emissions, &mut room));
    }
    let first = labels.clone();
    let mut above = None;
    for line in lines {
        let told =
            |range: &Range<usize>| first.get(range.clone()).is_some_and(|l| l.iter().any(|l| *l != Label::Outside));
        if told(&line.words) || above.is_some_and(told) {
            sum.add(&mut emissions, |hears| scene.evidence(above, &line.words, &first, hears));
            let emissions = emissions.get(line.words.clone()).unwrap_or_default();
            if let Some(labels) = labels.get_mut(line.words.clone()) {
                labels.copy_from_slice(model.tagger.decode(emissions, &mut room));
            }
        }
        above = Some(&line.words);
    }
    reports(reading, &scene, &labels)
}

/// Puts contents together with the nearest cue of their sentence and the source nearest to that.
fn reports(reading: &FeatureExtractor, scene: &Scene, labels: &[Label]) -> Vec<Report> {
    let page = &reading.tokens;
    let mut out: Vec<Report> = Vec::new();
    let mut open = false; // whether the last report's content ends its sentence
    let according = according::entry(reading);
    let marked = |at: usize| scene.is_marked(at);
    for line in &page.sentences {
        let mut runs = parts(labels.get(line.words.clone()).unwrap_or_default());
        for (words, part) in runs.iter_mut().filter(|r| r.1 == Part::Quoted) {
            // what was taken for a quote, and has no marks
            if !words.clone().any(|at| marked(line.words.start + at)) {
                *part = Part::Content;
            }
        }
        let placed = |words: &Range<usize>| words.start + line.words.start..words.end + line.words.start;
        let gap = |a: &Range<usize>, b: &Range<usize>| b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end));
        let nearest = |to: &Range<usize>, part: Part| {
            runs.iter().filter(|r| r.1 == part).min_by_key(|r| gap(&r.0, to)).map(|r| &r.0)
        };
        let told = runs.iter().any(|r| matches!(r.1, Part::Cue | Part::Source));
        let mut ends = false;
        // where the tagger is not sure of any content, the plainest words are
        if let Some(entry) = according
            && runs.iter().all(|r| matches!(r.1, Part::Cue | Part::Source))
        {
            out.extend(according::find(reading, entry, &line.words, marked).and_then(|found| {
                let (cue, source) = (page.span(&found.cue), page.span(&found.source));
                Some(Report { content: page.span(&found.content)?, cue, source, confidence: SURE })
            }));
        }
        for (words, _) in runs.iter().filter(|r| r.1 == Part::Content) {
            let Some(content) = page.span(&placed(words)) else { continue };
            ends = line.words.len() - words.end <= 1;
            if open && !told && words.start <= 1 {
                // what is reported goes on over several sentences
                if let Some(last) = out.last_mut() {
                    last.content.end = content.end;
                    continue;
                }
            }
            if words.len() < SHORTEST {
                continue;
            }
            let spoken = |words: &&Range<usize>| {
                let words = page.words.get(placed(words)).unwrap_or_default();
                words.iter().any(|w| w.text.contains(char::is_alphabetic))
            };
            let cue = nearest(words, Part::Cue).filter(spoken);
            let source = nearest(cue.unwrap_or(words), Part::Source);
            // what nobody says by any word is a title or a list
            if cue.is_none() && source.is_none() {
                continue;
            }
            out.push(Report {
                content,
                cue: cue.and_then(|c| page.span(&placed(c))),
                source: source.and_then(|s| page.span(&placed(s))),
                confidence: SURE,
            });
        }
        open = ends;
    }
    out
}
