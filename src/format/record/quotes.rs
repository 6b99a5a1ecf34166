//! The rows of an article's quotes: those inside of another quote are part of its row.

use super::part::Part;
use super::rows::{Marks, QuoteRow, SpeakerRow};
use crate::format::AnalysisView;
use crate::quote::{Quote, QuoteKind};
use std::collections::HashMap;

/// The spoken quotes of one part, in order.
pub(super) fn quote_rows<'a>(part: &Part<'_, 'a>) -> Vec<QuoteRow<'a>> {
    let all = part.view.quotes;
    let spoken = |quote: &Quote| quote.kind != QuoteKind::Marked;
    let mut inner: HashMap<usize, Vec<QuoteRow<'a>>> = HashMap::new();
    let mut out = Vec::new();
    let here: Vec<(usize, &'a Quote)> = part.all_quotes().filter(|(_, q)| spoken(q)).collect();
    // from the last to the first, so that what is inside of a quote is there before the quote
    for (id, quote) in here.into_iter().rev() {
        let Some(range) = part.range(quote.span) else {
            continue;
        };
        let text = quote.span.str(&part.view.article.text);
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
pub(super) fn own_marks(view: &AnalysisView<'_>) -> Marks {
    let quotes = view.quotes.iter().filter(|q| q.inside.is_none());
    let quoted = quotes.filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Mixed));
    let (mut single, mut other) = (0_usize, 0_usize);
    for quote in quoted {
        match Marks::around(quote.span.str(&view.article.text)) {
            Marks::Single => single += 1,
            Marks::Double | Marks::Apostrophes => other += 1,
        }
    }
    if single > other { Marks::Single } else { Marks::Double }
}
