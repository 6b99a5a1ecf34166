//! One open article: its analysis, and what the page works out from it once.

use super::thread::Thread;
use crate::flow::target::Target;
use crate::words;
use postil::order::sort_by_key;
use postil::{
    Analysis, BlockKind, Cluster, ClusterId, Correction, Mention, MentionId, Offsets, Quote, QuoteKind, Span, Voice,
    correct, mention_at, quote_at, quote_over,
};
use std::rc::Rc;

/// Paragraphs and comments that are shown at first; each “Show more” shows as many again. No article has as many; a file of
/// megabytes does, and a browser lays out a few thousand in the blink of an eye.
pub(crate) const PARAGRAPHS: usize = 4_000;

/// Hues that voices have; further voices share a neutral one.
pub(crate) const HUES: usize = 8;

/// An article as it is open on the page.
pub(crate) struct Reading {
    /// What was found, with what the reader set right.
    pub(crate) analysis: Rc<Analysis>,
    /// What was found before the reader set anything right.
    uncorrected: Option<(Vec<Mention>, Vec<Cluster>, Vec<Quote>)>,
    /// What the reader set right, and where.
    corrections: Vec<(Span, Correction)>,
    /// The quotes whose speaker that sets.
    corrected: Vec<usize>,
    /// Bytes, UTF-16 and code points of its text.
    pub(crate) offsets: Offsets,
    /// Who speaks, most words first.
    pub(crate) voices: Vec<Voice>,
    /// The voice of each quote, by the quotes' order.
    pub(crate) voice_of: Vec<Option<usize>>,
    /// The clusters that each quote's words mention, likewise.
    pub(crate) about: Vec<Vec<ClusterId>>,
    /// Its comments as a thread.
    pub(crate) thread: Thread,
    /// How many of its blocks and comments are shown.
    pub(crate) rows: usize,
    /// What its notes are kept under.
    pub(crate) source: String,
    /// What those are kept under that were made in other layouts of it.
    also: Vec<String>,
    /// Whether it stands on a page of somebody else's, who sees what is painted there: a copy of an article is not to learn what was noted
    /// in the article itself.
    pub(crate) is_on_foreign_page: bool,
    /// Quotes and mentions in reading order, for stepping and for the pointer.
    pub(crate) marks: Vec<(Span, Target)>,
    /// The longest mark, in bytes: how far back a look-up must reach.
    reach: usize,
}

impl Reading {
    /// Works out what the page needs besides the analysis, of an article that is kept under `source`.
    pub(crate) fn new(analysis: Rc<Analysis>, source: String) -> Self {
        let (offsets, voices) = (Offsets::new(&analysis.article.text), voices_of(&analysis));
        let thread = Thread::new(&analysis);
        let mut reading = Self {
            analysis,
            uncorrected: None,
            corrections: Vec::new(),
            corrected: Vec::new(),
            offsets,
            voices,
            voice_of: Vec::new(),
            about: Vec::new(),
            thread,
            rows: PARAGRAPHS,
            source,
            also: Vec::new(),
            is_on_foreign_page: false,
            marks: Vec::new(),
            reach: 0,
        };
        reading.work_out();
        reading
    }

    /// All that its notes are kept under, what new ones are first.
    pub(crate) fn keys(&self) -> Vec<String> {
        [std::slice::from_ref(&self.source), &self.also].concat()
    }

    /// Whether notes that are kept under `source` are its own.
    pub(crate) fn is_of(&self, source: &str) -> bool {
        self.source == source || self.also.iter().any(|key| key == source)
    }

    /// Learns what else its notes are kept under; nothing on a foreign page.
    pub(crate) fn learn_keys(&mut self, keys: &[String]) {
        if self.is_on_foreign_page {
            return;
        }
        let new: Vec<String> = keys.iter().filter(|key| !self.is_of(key)).cloned().collect();
        self.also.extend(new);
    }

    /// Works out what follows from the analysis and its voices.
    fn work_out(&mut self) {
        let Self { analysis, voices, .. } = self;
        self.voice_of = vec![None; analysis.quotes.len()];
        for (number, voice) in voices.iter().enumerate() {
            for &quote in &voice.quotes {
                if let Some(place) = self.voice_of.get_mut(quote) {
                    *place = Some(number);
                }
            }
        }
        let speakers = self.corrections.iter().filter(|(_, c)| matches!(c, Correction::Speaker(_)));
        self.corrected = speakers.filter_map(|(place, _)| quote_at(&analysis.quotes, *place)).collect();
        self.about = analysis.quotes.iter().map(|q| analysis.view().about(q)).collect();
        let quotes = analysis.quotes.iter().enumerate().map(|(i, q)| (q.span, Target::Quote(i)));
        let mentions = analysis.mentions.iter().enumerate().map(|(i, m)| (m.span, Target::Mention(MentionId::new(i))));
        self.marks = quotes.chain(mentions).collect();
        sort_by_key(&mut self.marks, |(span, _)| (span.start, usize::MAX - span.end));
        self.reach = self.marks.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
    }

    /// Works in what the reader sets right, the oldest first; says whether anything changed by it.
    pub(crate) fn correct(&mut self, corrections: Vec<(Span, Correction)>) -> bool {
        if self.corrections == corrections {
            return false;
        }
        let Analysis { article, mentions, clusters, quotes, .. } = Rc::make_mut(&mut self.analysis);
        let uncorrected = self.uncorrected.get_or_insert_with(|| (mentions.clone(), clusters.clone(), quotes.clone()));
        (*mentions, *clusters, *quotes) = uncorrected.clone();
        let borrowed: Vec<_> = corrections.iter().map(|(span, correction)| (*span, correction)).collect();
        correct(&article.text, &borrowed, mentions, clusters, quotes);
        self.corrections = corrections;
        self.voices = voices_of(&self.analysis);
        self.work_out();
        true
    }

    /// Whether the words at `place` were this kind of name, or this person's, before the reader set anything right there.
    pub(crate) fn was(&self, place: Span, correction: &Correction) -> bool {
        let Some((mentions, clusters, quotes)) = &self.uncorrected else { return false };
        match correction {
            Correction::Kind(kind) => mention_at(mentions, place).and_then(|m| m.of(mentions)).map(|m| m.kind) == *kind,
            Correction::Speaker(name) => {
                let speaker = quote_at(quotes, place).and_then(|q| quotes.get(q)).and_then(|q| q.speaker);
                let cluster = speaker.and_then(|s| s.cluster?.of(clusters));
                name.is_some() && cluster.map(|c| &c.name) == name.as_ref()
            }
        }
    }

    /// Whether the reader set the speaker of a quote.
    pub(crate) fn is_corrected(&self, quote: usize) -> bool {
        self.corrected.contains(&quote)
    }

    /// The article's text.
    pub(crate) fn text(&self) -> &str {
        &self.analysis.article.text
    }

    /// The article's title, or its first words.
    pub(crate) fn title(&self) -> String {
        let metadata = &self.analysis.article.metadata;
        metadata.title.clone().unwrap_or_else(|| {
            let first = self.analysis.article.blocks.first().map_or("", |b| b.span.str(self.text()));
            shorten(first, 80)
        })
    }

    /// The marks over byte `at`, innermost first.
    pub(crate) fn marks_at(&self, at: usize) -> Vec<Target> {
        let first = self.marks.partition_point(|(span, _)| span.start + self.reach < at);
        let mut here: Vec<_> = self
            .marks
            .iter()
            .skip(first)
            .take_while(|(span, _)| span.start <= at)
            .filter(|(span, _)| span.contains(at))
            .collect();
        sort_by_key(&mut here, |(span, _)| (span.len(), 0));
        here.into_iter().map(|(_, target)| target.clone()).collect()
    }

    /// Where a target of the analysis stands.
    pub(crate) fn span_of(&self, target: &Target) -> Option<Span> {
        match target {
            Target::Quote(i) => self.analysis.quotes.get(*i).map(|q| q.span),
            Target::Mention(i) => i.of(&self.analysis.mentions).map(|m| m.span),
            Target::Comment(i) => self.analysis.comments.get(*i).map(|c| c.span),
            Target::Note(_) => None,
        }
    }

    /// The number of the paragraph that holds a place; the headline stands before the first.
    pub(crate) fn paragraph(&self, at: usize) -> usize {
        let blocks = &self.analysis.article.blocks;
        let headlines = blocks.iter().take_while(|b| b.kind == BlockKind::Title).count();
        blocks.partition_point(|b| b.span.start <= at).saturating_sub(headlines).max(1)
    }

    /// The voice that says most of a passage.
    pub(crate) fn voice_over(&self, passage: Span) -> Option<usize> {
        self.voice_of.get(quote_over(&self.analysis.quotes, passage)?).copied().flatten()
    }

    /// The hue of a voice: its rank's digit, `r` for the rest and for unclear ones.
    pub(crate) fn hue(&self, voice: usize) -> String {
        hue(&self.voices, voice)
    }

    /// The speaker of a quote as the reader sees it: a voice's name, or the words beside a quote in a comment.
    pub(crate) fn speaker(&self, quote: usize) -> Option<String> {
        let quote_found = self.analysis.quotes.get(quote)?;
        if let Some(voice) = self.voice_of.get(quote).copied().flatten() {
            return self.voices.get(voice)?.name.clone();
        }
        let speaker = quote_found.speaker?;
        let cluster = speaker.cluster.and_then(|c| c.of(&self.analysis.clusters));
        Some(cluster.map_or_else(|| speaker.span.str(self.text()).to_owned(), |c| c.name.clone()))
    }

    /// The mention at `place`, if it is one.
    pub(crate) fn mention_at(&self, place: Span) -> Option<MentionId> {
        mention_at(&self.analysis.mentions, place)
    }

    /// How many different names the page counts: whoever was only named by the reader, as a speaker, is none of the article's.
    pub(crate) fn name_count(&self) -> usize {
        self.analysis.clusters.iter().filter(|c| !c.mentions.is_empty()).count()
    }

    /// How many quotes the page counts: all but words merely marked.
    pub(crate) fn quote_count(&self) -> usize {
        self.analysis.quotes.iter().filter(|q| q.kind != QuoteKind::Marked).count()
    }
}

/// The voices of an analysis, in the page's order.
pub(crate) fn voices_of(analysis: &Analysis) -> Vec<Voice> {
    analysis.view().voices()
}

/// A voice's name in the lists.
pub(crate) fn voice_name(voice: &Voice) -> &str {
    voice.name.as_deref().unwrap_or(words::UNCLEAR_VOICE)
}

/// A quote's words without the marks around them: lists set their own.
pub(crate) fn strip_marks(words: &str) -> &str {
    words.trim_matches(|c: char| {
        matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '‚' | '「' | '」') || c.is_whitespace()
    })
}

/// The hue of voice number `voice`.
pub(crate) fn hue(voices: &[Voice], voice: usize) -> String {
    match voices.get(voice) {
        Some(v) if v.name.is_some() && voice < HUES => voice.to_string(),
        _ => "r".to_owned(),
    }
}

/// At most `most` characters of `text`, white space folded, cut at a word.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if !short.is_empty() && short.chars().count() + word.chars().count() >= most {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}
