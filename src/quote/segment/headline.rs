//! Quoted words in the headline and in headings, tied to the quote in the body that they were taken from.

use crate::model::List;
use crate::quote::segment::layout::{Paragraph, Place};
use crate::quote::segment::pairing::Stretch;

/// Quotes in headlines and headings that are looked for in the body, at most.
const HEADINGS: usize = 16;

/// Words of a quote that are compared, at most.
const WORDS: usize = 400;

/// For each quote of the headline, the quote of the body that holds its words in order, where there is one. Linear in the text.
pub(crate) fn ties(text: &str, paragraphs: &[Paragraph], stretches: &[Stretch]) -> Vec<(usize, usize)> {
    let place = |s: &Stretch| paragraphs.get(s.first).map(|p| p.place);
    let titles = stretches.iter().enumerate().filter(|(_, s)| place(s) == Some(Place::Title));
    let mut out = Vec::new();
    for (title, stretch) in titles.take(HEADINGS) {
        let wanted = folded(text, stretch);
        if wanted.is_empty() {
            continue;
        }
        let source = stretches.iter().enumerate().find(|(_, s)| {
            place(s) == Some(Place::Body) && folded(text, s).windows(wanted.len()).any(|w| w == wanted.as_slice())
        });
        if let Some((body, _)) = source {
            out.push((title, body));
        }
    }
    out
}

/// The words of a quote in lower case, without those that headlines drop.
fn folded(text: &str, stretch: &Stretch) -> Vec<String> {
    let inner = stretch.inner.str(text);
    let words = inner.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(WORDS);
    words.map(str::to_lowercase).filter(|w| !List::Dropped.has(w)).collect()
}
