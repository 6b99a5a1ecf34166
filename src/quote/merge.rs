//! Quotes between marks and reports without them as one list.

use super::passage::Quote;
use crate::text::Span;

/// `quotes` with the spoken `turns` of transcripts, which hold those of them that they overlap.
pub(super) fn with_holders(quotes: Vec<Quote>, turns: Vec<Quote>) -> Vec<Quote> {
    if turns.is_empty() {
        return quotes;
    }
    let mut out = merged(quotes, turns);
    let mut turn: Option<(usize, Span)> = None;
    for at in 0..out.len() {
        let Some(quote) = out.get_mut(at) else { break };
        match turn {
            Some((holder, span)) if span.covers(quote.span) => quote.inside = quote.inside.or(Some(holder)),
            _ => turn = Some((at, quote.span)),
        }
    }
    out
}

/// Both lists in one, ordered by start; no report shares a byte with a quote.
pub(super) fn merged(quotes: Vec<Quote>, reports: Vec<Quote>) -> Vec<Quote> {
    let mut out = Vec::with_capacity(quotes.len() + reports.len());
    let mut new_index = Vec::with_capacity(quotes.len());
    let mut reports = reports.into_iter().peekable();
    for mut quote in quotes {
        while let Some(report) = reports.next_if(|r| r.span.start <= quote.span.start) {
            out.push(report);
        }
        quote.inside = quote.inside.and_then(|outer| new_index.get(outer).copied());
        new_index.push(out.len());
        out.push(quote);
    }
    out.extend(reports);
    out
}
