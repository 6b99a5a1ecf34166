//! Reports as a trained tagger sees them (“Roe said that …”, “according to Roe, …”, “Roe believes …”).

use super::according::{According, according_entry};
use super::features::ReportFeatures;
use super::refine::{is_of_quote, is_question_put, second_report};
use super::reported_passage::{BY_WORDS, Report, SHORTEST};
use crate::entity::FeatureSet;
use crate::model::{DecoderScratch, EmissionScores, EmissionSum, Label, Posterior, Reports, labelled_spans};
use crate::quote::input::QuoteInput;
use crate::text::Span;
use std::ops::Range;

/// What a run of words is in a report. The order is that of the tagger's labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
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

/// The number of a content without marks among the parts.
const CONTENT: u8 = Part::Content as u8;

/// What the trainer writes for a weight of 1 (`trainer`, `Plan::unit`).
const UNIT: f32 = 16.0;

/// The reports in an article: `quoted` are its spans between marks.
pub(super) fn tagged_reports(input: &QuoteInput, quoted: impl Iterator<Item = Span>, model: &Reports) -> Vec<Report> {
    let features = ReportFeatures::new(input, quoted, |word| model.strength(word));
    let (labels, emissions) = labels(input, &features, model);
    let sureness = Sureness { posterior: model.tagger.posterior(UNIT), emissions: &emissions };
    reports_of_labels(input, &features, &labels, &sureness)
}

/// The tagger's label for each word: a first pass, then a second one over sentences at and after a report.
fn labels(input: &QuoteInput, features: &ReportFeatures, model: &Reports) -> (Vec<Label>, Vec<EmissionScores>) {
    let mut emissions = input.extractor.emissions(&model.tagger, FeatureSet::Speech);
    let lines = &input.extractor.tokens.sentences;
    let mut labels = Vec::with_capacity(emissions.len());
    let mut scratch = DecoderScratch::default();
    let mut sum = EmissionSum::new(&model.tagger);
    for line in lines {
        sum.add(&mut emissions, |sink| features.emit(&line.words, sink));
        let emissions = emissions.get(line.words.clone()).unwrap_or_default();
        labels.extend_from_slice(model.tagger.decode(emissions, &mut scratch));
    }
    let first = labels.clone();
    let reports =
        |words: &Range<usize>| first.get(words.clone()).is_some_and(|l| l.iter().any(|l| *l != Label::Outside));
    let mut above = None;
    for line in lines {
        if reports(&line.words) || above.is_some_and(reports) {
            sum.add(&mut emissions, |sink| features.emit_evidence(above, &line.words, &first, sink));
            let emissions = emissions.get(line.words.clone()).unwrap_or_default();
            if let Some(labels) = labels.get_mut(line.words.clone()) {
                labels.copy_from_slice(model.tagger.decode(emissions, &mut scratch));
            }
        }
        above = Some(&line.words);
    }
    (labels, emissions)
}

/// The parts of reports in one sentence, as ranges of its article's words, each kind in order.
#[derive(Debug, Default)]
struct Parts {
    sources: Vec<Range<usize>>,
    cues: Vec<Range<usize>>,
    contents: Vec<Range<usize>>,
    /// Whether there is anything quoted with marks in it.
    quoted: bool,
}

impl Parts {
    /// Those in `labels`, whose first word is `start`.
    fn new(labels: &[Label], start: usize, features: &ReportFeatures) -> Self {
        let mut parts = Self::default();
        for (words, kind) in labelled_spans(labels) {
            let words = words.start + start..words.end + start;
            match PARTS.get(usize::from(kind)) {
                Some(Part::Source) => parts.sources.push(words),
                Some(Part::Cue) => parts.cues.push(words),
                Some(Part::Content) => parts.contents.push(words),
                // what was taken for a quote, and has no marks
                Some(Part::Quoted) if !words.clone().any(|at| features.is_marked(at)) => parts.contents.push(words),
                Some(Part::Quoted) => parts.quoted = true,
                None => {}
            }
        }
        parts
    }
}

/// The one of `ranges`, which are in order, that is nearest to `words`; the earlier of two.
fn nearest<'r>(ranges: &'r [Range<usize>], words: &Range<usize>) -> Option<&'r Range<usize>> {
    let gap = |r: &&Range<usize>| words.start.saturating_sub(r.end).max(r.start.saturating_sub(words.end));
    let next = ranges.partition_point(|r| r.start < words.start);
    ranges.get(next.saturating_sub(1)..).unwrap_or_default().iter().take(2).min_by_key(gap)
}

/// How often a report is right whose exact words are unlikely, and how much oftener one is whose words are certain: of 3,264 reports on 210 of the
/// training articles, by a model of the other 630 (below a likelihood of 0.5 44 of 100, from 0.9 on 68; right: two fifths of it shared with an
/// annotated one, and its source).
const LEAST: f32 = 0.25;
const GAIN: f32 = 0.44;

/// What says how sure a content is.
struct Sureness<'e> {
    posterior: Posterior,
    /// Of all words.
    emissions: &'e [EmissionScores],
}

impl Sureness<'_> {
    /// How likely the report of `content` in `line` is right: there, about where it is, and by whom.
    fn of(&self, line: &Range<usize>, content: &Range<usize>) -> f32 {
        let emissions = self.emissions.get(line.clone()).unwrap_or_default();
        let (first, last) = (content.start - line.start, content.end - line.start - 1);
        let exact = self.posterior.likelihood(emissions, |at, label| match label {
            Label::Begin(CONTENT) => at <= first || at > last,
            Label::Last(CONTENT) => at < first || at >= last,
            Label::Inside(CONTENT) => at != first && at != last,
            _ => at < first || at > last,
        });
        LEAST + GAIN * exact
    }
}

/// Puts contents together with the nearest cue of their sentence and the source nearest to that. Linear in the words.
fn reports_of_labels(
    input: &QuoteInput,
    features: &ReportFeatures,
    labels: &[Label],
    sureness: &Sureness,
) -> Vec<Report> {
    let text = &input.extractor.tokens;
    let according = according_entry(input);
    let mut out: Vec<Report> = Vec::new();
    let mut open = false; // whether the last report's content ends its sentence
    for line in &text.sentences {
        let parts = Parts::new(labels.get(line.words.clone()).unwrap_or_default(), line.words.start, features);
        // where the tagger is not sure of any content, the plainest words are
        if let Some(entry) = according
            && parts.contents.is_empty()
            && !parts.quoted
        {
            let by_words = According::new(input, entry, &line.words, |at| features.is_marked(at));
            out.extend(by_words.and_then(|found| {
                let (cue, source) = (text.span(&found.cue), text.span(&found.source));
                Some(Report { content: text.span(&found.content)?, cue, source, confidence: BY_WORDS })
            }));
        }
        let mut ends = false;
        for words in &parts.contents {
            ends = line.words.end - words.end <= 1;
            if open && parts.cues.is_empty() && parts.sources.is_empty() && words.start - line.words.start <= 1 {
                // what is reported goes on over several sentences
                if let (Some(last), Some(content)) = (out.last_mut(), text.span(words)) {
                    if last.is_told_before() {
                        last.content.end = content.end;
                    } else {
                        // “…, Roe said. …”
                        let further = Report { content, ..*last };
                        out.push(further);
                    }
                    continue;
                }
            }
            if words.len() < SHORTEST {
                continue;
            }
            let has_letters = |words: &&Range<usize>| {
                let words = text.words.get((*words).clone()).unwrap_or_default();
                words.iter().any(|w| w.text.contains(char::is_alphabetic))
            };
            let cue = nearest(&parts.cues, words).filter(has_letters);
            let source = nearest(&parts.sources, cue.unwrap_or(words));
            // what nobody says by any word is a title or a list
            if cue.is_none() && source.is_none() {
                continue;
            }
            if cue.is_some_and(|c| is_question_put(input, features, c) || is_of_quote(features, c, words)) {
                continue;
            }
            let confidence = sureness.of(&line.words, words);
            let second = second_report(features, words);
            let first = second.as_ref().map_or(words.clone(), |second| words.start..second.end);
            let (cue, source) = (cue.and_then(|c| text.span(c)), source.and_then(|s| text.span(s)));
            out.extend(text.span(&first).map(|content| Report { content, cue, source, confidence }));
            out.extend(second.and_then(|second| {
                let (cue, source) = (text.span(&second.cue), text.span(&second.source));
                Some(Report { content: text.span(&second.content)?, cue, source, confidence })
            }));
        }
        open = ends;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_range_is_that_of_a_full_search() {
        let ranges: Vec<Range<usize>> = [0..1, 3..5, 9..10, 20..22].to_vec();
        for start in 0_usize..30 {
            let words = start..start + 2;
            let gap = |r: &&Range<usize>| words.start.saturating_sub(r.end).max(r.start.saturating_sub(words.end));
            assert_eq!(nearest(&ranges, &words), ranges.iter().min_by_key(gap), "{words:?}");
        }
        assert_eq!(nearest(&[], &(0..1)), None);
    }
}
