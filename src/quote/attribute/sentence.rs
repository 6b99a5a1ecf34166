//! A sentence as the surroundings of its quotes: who is named in it, whom it is about, and what the rules make of it.

use super::rule::{CertainSpeaker, RuledSpeaker, certain_speaker, is_denied, speaker_by_rules};
use crate::language::Language;
use crate::quote::clause::{
    Chunk, Class, ClauseWindow, Frame, Head, Item, Phrase, Tie, antecedent, chunks, closing_subject, ending_at,
    first_subject, is_governed,
};
use crate::text::Span;

/// A sentence with what is asked of it again and again.
#[derive(Debug)]
pub(crate) struct SentenceContext<'f> {
    text: &'f str,
    language: &'static Language,
    /// The sentence.
    pub(crate) frame: &'f Frame,
    /// Its noun phrases.
    pub(crate) chunks: Vec<Chunk>,
    /// The item and the index of each quote in it.
    pub(crate) quotes: Vec<(usize, usize)>,
    /// Whom it is about.
    pub(crate) subject: Option<Phrase>,
    /// Who reports at its end (“…, Roe said.”).
    pub(crate) closing: Option<Span>,
    /// Whether it is nothing but quotes.
    pub(crate) alone: bool,
}

/// What the rules say of a quote.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Verdict {
    /// Who speaks, as far as the words around it tell.
    pub(crate) ruled: Option<RuledSpeaker>,
    /// What is certain of that.
    pub(crate) certain: Option<CertainSpeaker>,
    /// Whether the sentence denies or only supposes that anybody says it.
    pub(crate) denied: bool,
}

/// Items before and after a quote that say who speaks, at most: with them, a sentence of a thousand quotes costs no more
/// than a thousand sentences.
const REACH: usize = 120;

/// The name that the phrase is set beside: of “Ines Calder, a lawyer who ran twice,” Ines Calder.
fn described(items: &[Item], phrase: Phrase) -> Phrase {
    let comma = phrase.first.checked_sub(1).filter(|&c| items.get(c).is_some_and(|i| i.class == Class::Stop(',')));
    let name = comma.filter(|_| phrase.kind == Head::Noun).and_then(|comma| ending_at(items, 0, comma));
    name.filter(|n| n.kind == Head::Name && n.first == 0 && !is_governed(items, n)).unwrap_or(phrase)
}

impl<'f> SentenceContext<'f> {
    /// Reads `frame`. Linear in it.
    pub(crate) fn new(text: &'f str, language: &'static Language, frame: &'f Frame) -> Self {
        let items = frame.items.as_slice();
        let quotes = items.iter().enumerate().filter_map(|(at, item)| match item.class {
            Class::Quote(index) => Some((at, index)),
            _ => None,
        });
        let mut quotes: Vec<(usize, usize)> = quotes.collect();
        quotes.shrink_to_fit();
        let head = items.get(..items.len().min(REACH)).unwrap_or_default();
        let window = ClauseWindow::whole(text, language, items);
        Self {
            text,
            language,
            frame,
            chunks: chunks(&window),
            quotes,
            subject: first_subject(head, head.len()).map(|subject| described(head, subject)),
            closing: closing_subject(&window).map(|p| p.head),
            alone: items.iter().all(|i| matches!(i.class, Class::Quote(_) | Class::Stop(_))),
        }
    }

    /// The subjects of the clauses that are joined to its first: “Ansel won, and their manager Ines Calder was hoarse”.
    pub(crate) fn further_subjects(&self) -> impl Iterator<Item = Phrase> {
        let class = |at: Option<usize>| at.and_then(|at| self.frame.items.get(at)).map(|i| i.class);
        let joined = move |chunk: &&Chunk| {
            let acts = chunk.acts || chunk.links.iter().flatten().any(|l| l.tie == Tie::Subject);
            let first = chunk.phrase.first;
            acts && matches!(class(first.checked_sub(1)), Some(Class::And | Class::Clause))
                && matches!(class(first.checked_sub(2)), Some(Class::Stop(',' | ';')))
        };
        self.chunks.iter().filter(joined).map(|chunk| chunk.phrase)
    }

    /// Whether the phrase is a “who” after the phrase that it means.
    pub(crate) fn is_meant(&self, chunk: &Chunk) -> bool {
        let at = chunk.phrase.first;
        let who = self.frame.items.get(at).is_some_and(|i| i.class == Class::Relative);
        who && antecedent(&self.frame.items, &self.chunks, at).is_some()
    }

    /// What the rules say of the quote that is the `number`th of the sentence; their phrases count items of the whole sentence.
    pub(crate) fn verdict(&self, number: usize, inner: Span) -> Verdict {
        let Some((window, from)) = self.window(number, inner) else { return Verdict::default() };
        let whole = |ruled: RuledSpeaker| {
            let phrase = Phrase { first: ruled.phrase.first + from, end: ruled.phrase.end + from, ..ruled.phrase };
            RuledSpeaker { phrase, ..ruled }
        };
        let certain = certain_speaker(&window).map(|certain| match certain {
            CertainSpeaker::Named(ruled) => CertainSpeaker::Named(whole(ruled)),
            unnamed @ CertainSpeaker::Unnamed(_) => unnamed,
        });
        Verdict { ruled: speaker_by_rules(&window).map(whole), certain, denied: is_denied(&window) }
    }

    /// The items around the quote that is the `number`th of the sentence, and how many stand before them.
    fn window(&self, number: usize, inner: Span) -> Option<(ClauseWindow<'_>, usize)> {
        let &(at, _) = self.quotes.get(number)?;
        let items = self.frame.items.as_slice();
        let low = number.checked_sub(1).and_then(|n| self.quotes.get(n)).map_or(0, |q| q.0 + 1);
        let high = self.quotes.get(number + 1).map_or(items.len(), |q| q.0).min(at + REACH);
        let from = at.saturating_sub(REACH);
        let window = ClauseWindow {
            items: items.get(from..high).unwrap_or_default(),
            at: at - from,
            low: low.saturating_sub(from),
            high: high - from,
            inner,
            ..ClauseWindow::whole(self.text, self.language, items)
        };
        Some((window, from))
    }
}
