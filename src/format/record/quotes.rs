//! The rows of an article's quotes: those inside of another quote are part of its row.

use super::super::Found;
use super::{Part, Range, SpeakerRow, Words};
use crate::quote::{Quote, QuoteKind};
use serde::Serialize;
use std::collections::HashMap;

/// A quote.
#[derive(Debug, Serialize)]
pub struct QuoteRow<'a> {
    /// Its number in this record.
    pub id: usize,
    /// Where, marks included.
    #[serde(flatten)]
    pub range: Range,
    /// Its words, marks included.
    pub text: &'a str,
    /// Direct or mixed: between the article's own quotation marks. Indirect: reported without them, be it that other marks stand
    /// around the words; `marks` tells these from a paraphrase.
    pub kind: QuoteKind,
    /// The kind whatever the marks, for tables that people read.
    #[serde(skip)]
    pub manner: QuoteKind,
    /// The marks around it; null around a paraphrase.
    pub marks: Option<Marks>,
    /// The reporting words.
    pub cue: Option<Words<'a>>,
    /// Who speaks.
    pub speaker: Option<SpeakerRow<'a>>,
    /// How sure the speaker is, 0 to 1; without a speaker, how sure it is that there is none to tell.
    pub confidence: f32,
    /// The quotes inside of it, with speakers of their own.
    pub inner: Vec<QuoteRow<'a>>,
}

/// The marks that stand around a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// `"…"`, `“…”`, `«…»`, `「…」` and their kin.
    Double,
    /// `'…'`, `‘…’`, `‹…›`.
    Single,
    /// `''…''`: two apostrophes for a mark, as archives of newspapers type it. Corpora take them for no quotation mark.
    Apostrophes,
}

impl Marks {
    /// The marks around a passage that was quoted as `words`, marks included.
    fn around(words: &str) -> Self {
        const SINGLE: &str = "'‘’‚‛＇`‹›";
        let mut chars = words.chars();
        let (first, second) = (chars.next(), chars.next());
        match first.filter(|&c| SINGLE.contains(c)) {
            Some(_) if first == second => Self::Apostrophes,
            Some(_) => Self::Single,
            None => Self::Double,
        }
    }
}

/// The spoken quotes of one part, in order.
pub(super) fn rows<'a>(part: &Part<'_, 'a>) -> Vec<QuoteRow<'a>> {
    let all = part.found.quotes;
    let spoken = |quote: &Quote| quote.kind != QuoteKind::Marked;
    let mut inner: HashMap<usize, Vec<QuoteRow<'a>>> = HashMap::new();
    let mut out = Vec::new();
    let here: Vec<(usize, &'a Quote)> = part.all_quotes().filter(|(_, q)| spoken(q)).collect();
    // from the last to the first, so that what is inside of a quote is there before the quote
    for (id, quote) in here.into_iter().rev() {
        let Some(range) = part.range(quote.span) else {
            continue;
        };
        let text = quote.span.str(&part.found.article.text);
        let marks = (quote.kind != QuoteKind::Indirect).then(|| Marks::around(text));
        let outer = quote.inside.filter(|&o| all.get(o).is_some_and(|o| spoken(o) && part.range(o.span).is_some()));
        let foreign = outer.is_none() && marks.zip(part.marks).is_some_and(|(around, own)| around != own);
        let mut held = inner.remove(&id).unwrap_or_default();
        held.reverse();
        let row = QuoteRow {
            id,
            range,
            text,
            kind: if foreign { QuoteKind::Indirect } else { quote.kind },
            manner: quote.kind,
            marks,
            cue: quote.cue.map(|cue| part.words(cue)),
            speaker: quote.speaker.map(|s| SpeakerRow { words: part.words(s.span), cluster: s.cluster }),
            confidence: quote.confidence,
            inner: held,
        };
        match outer {
            Some(outer) => inner.entry(outer).or_default().push(row),
            None => out.push(row),
        }
    }
    out.reverse();
    out
}

/// The marks that the article quotes in: single ones where most quotes have them, as in British newspapers, else double ones.
pub(super) fn own_marks(found: &Found<'_>) -> Marks {
    let quotes = found.quotes.iter().filter(|q| q.inside.is_none());
    let quoted = quotes.filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Mixed));
    let (mut single, mut other) = (0_usize, 0_usize);
    for quote in quoted {
        match Marks::around(quote.span.str(&found.article.text)) {
            Marks::Single => single += 1,
            Marks::Double | Marks::Apostrophes => other += 1,
        }
    }
    if single > other { Marks::Single } else { Marks::Double }
}
