//! Quoted words in the headline and in headings, tied to the quote in the body that they were taken from.

use super::layout::Zone;
use super::quoted_span::QuotedSpan;
use super::segments::Segments;
use crate::model::List;

/// Quotes in headlines and headings that are looked for in the body, at most.
const HEADINGS: usize = 16;

/// Words of a quote that are compared, at most.
const WORDS: usize = 400;

/// For each quoted span of the headline, the one of the body that holds its words in order, where there is one. Linear in the text.
pub(crate) fn headline_sources(text: &str, segments: &Segments) -> Vec<(usize, usize)> {
    let of_zone =
        |zone: Zone| segments.quoted.iter().enumerate().filter(move |(_, q)| segments.zone(q.first) == Some(zone));
    let titles: Vec<(usize, Vec<String>)> = of_zone(Zone::Title)
        .take(HEADINGS)
        .map(|(title, quoted)| (title, folded_words(text, quoted)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    if titles.is_empty() {
        return Vec::new();
    }
    let mut sources: Vec<Option<usize>> = vec![None; titles.len()];
    for (body, quoted) in of_zone(Zone::Body) {
        let words = folded_words(text, quoted);
        for ((_, wanted), source) in titles.iter().zip(&mut sources) {
            if source.is_none() && words.windows(wanted.len()).any(|w| w == wanted.as_slice()) {
                *source = Some(body);
            }
        }
    }
    titles.iter().zip(sources).filter_map(|(&(title, _), source)| Some((title, source?))).collect()
}

/// The words of a quoted span in lower case, without those that headlines drop.
fn folded_words(text: &str, quoted: &QuotedSpan) -> Vec<String> {
    let inner = quoted.inner.str(text);
    let words = inner.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(WORDS);
    words.map(str::to_lowercase).filter(|w| !List::Dropped.has(w)).collect()
}
