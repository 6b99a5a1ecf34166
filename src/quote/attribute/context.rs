//! All that a quote's speaker is looked for in.

use super::candidate::RecentSpeaker;
use super::rule::{CertainSpeaker, RuledSpeaker};
use super::sentence::SentenceContext;
use crate::entity::Mention;
use crate::language::Language;
use crate::quote::clause::Phrase;
use crate::text::Span;
use std::collections::HashMap;

/// All that a quote's speaker is looked for in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuoteContext<'v, 'f> {
    pub(crate) text: &'v str,
    pub(crate) language: &'static Language,
    pub(crate) mentions: &'v [Mention],
    pub(crate) sentences: &'v [SentenceContext<'f>],
    /// The quote's sentence: the last one, of a quote over several.
    pub(crate) sentence: usize,
    /// Its number among the quotes of its sentence.
    pub(crate) number: usize,
    /// Its words.
    pub(crate) inner: Span,
    pub(crate) look: QuoteLook,
    /// The sentence that it began in, where that is another.
    pub(crate) opening: Option<usize>,
    /// The sentences beside it, where they are of the same zone.
    pub(crate) before: Option<usize>,
    pub(crate) after: Option<usize>,
    /// The sentence before it, in the title too.
    pub(crate) line_before: Option<usize>,
    /// Who spoke last, latest first.
    pub(crate) recent: &'v [RecentSpeaker],
    /// How often the speakers before it, by the number of their last word, have spoken.
    pub(crate) times_spoken: &'v HashMap<u32, u32>,
    /// The speaker of the quote before it in the same sentence.
    pub(crate) earlier: Option<Phrase>,
    /// What the rules say.
    pub(crate) ruled: Option<RuledSpeaker>,
    /// What is certain of its speaker.
    pub(crate) certain: Option<CertainSpeaker>,
    /// Whether its sentence denies or only supposes that it was said.
    pub(crate) denied: bool,
    /// Whether it stands in a headline.
    pub(crate) headline: bool,
}

impl<'v> QuoteContext<'v, '_> {
    /// The quote's sentence.
    pub(crate) fn own(&self) -> Option<&'v SentenceContext<'_>> {
        self.sentences.get(self.sentence)
    }

    /// The sentence that says whose the quote is: the one that it began in, where that has words of its own.
    pub(crate) fn outset(&self) -> Option<&'v SentenceContext<'_>> {
        self.opening.and_then(|s| self.sentences.get(s)).filter(|s| !s.alone).or_else(|| self.own())
    }

    /// The item that the quote is in its sentence.
    pub(crate) fn at(&self) -> usize {
        self.own().and_then(|s| s.quotes.get(self.number)).map_or(0, |q| q.0)
    }
}

/// How the words of a quote look, whoever says them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuoteLook {
    /// How many they are, in steps of three up to twelve.
    pub(super) length: u32,
    /// Whether they end in a mark after which its sentence goes on.
    pub(super) ended: bool,
    /// Whether they begin in the middle of a sentence.
    pub(crate) small: bool,
}

impl QuoteLook {
    /// Of the words between its marks.
    pub(super) fn new(quote: &str) -> Self {
        Self {
            length: (quote.split_whitespace().take(12).count() / 3) as u32,
            ended: quote.ends_with([',', '?', '!', '—', '–', '-', '…']),
            small: quote.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase),
        }
    }
}
