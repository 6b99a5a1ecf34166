//! Selectors back to spans of a text that may have changed.

use super::{Selectors, TextPosition};
use crate::text::{Offsets, Span};
use postil_anchor::{Found, Passage, find};

/// Where a passage stands now, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Its words stand where they stood. What was put in or taken out before all passages moves none of them.
    Exact(Span),
    /// Its words stand elsewhere: out of the order in which most of the other passages still stand; with fewer than three of
    /// them, more than 32 code points from where they are remembered.
    Moved(Span),
    /// Other words stand in its place, or most of its words do; [`difference`](super::difference()) tells which.
    Changed(Span),
    /// It is no longer in the text.
    Gone,
}

impl Resolution {
    /// Where it stands.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Exact(span) | Self::Moved(span) | Self::Changed(span) => Some(span),
            Self::Gone => None,
        }
    }
}

/// Finds one passage again. Many of one text are found faster, and the better for one another, by [`resolve_all`].
///
/// ```
/// use postil::{Offsets, Resolution, Span, describe, resolve};
/// let text = "The mayor left. Nobody saw the mayor of Quay go home.";
/// let selectors = describe(text, &Offsets::new(text), Span::new(23, 48));
/// let edited = "On Monday the mayor arrived. The mayor left. Nobody saw the mayor of Quay go home.";
/// let found = resolve(edited, &Offsets::new(edited), &selectors);
/// assert_eq!(found, Resolution::Exact(Span::new(52, 77)));
/// assert_eq!(resolve("All quiet.", &Offsets::new("All quiet."), &selectors), Resolution::Gone);
/// ```
#[must_use]
pub fn resolve(text: &str, offsets: &Offsets, selectors: &Selectors) -> Resolution {
    resolve_all(text, offsets, &[selectors]).first().copied().unwrap_or(Resolution::Gone)
}

/// Finds passages again, in the order in which they are given.
///
/// The quote decides. The very words where they are remembered are taken at once; else the best place wins, by its words, by the
/// text around them, and by its distance from where the passage should stand, going by what the passages near it were pushed by.
/// Words that changed are found by what is left of them: of a passage whose surroundings are all there about a third is enough, of
/// one without any four fifths. Where less is left the passage is gone: no place is better than a wrong one.
/// A position is used alone only when there is no quote at all; one that reaches past the text is refused.
#[must_use]
pub fn resolve_all(text: &str, offsets: &Offsets, selectors: &[&Selectors]) -> Vec<Resolution> {
    let passages: Vec<Passage<'_>> = selectors
        .iter()
        .map(|selectors| {
            let Some(quote) = &selectors.quote else { return Passage::default() };
            let at = selectors.position.map(|p| offsets.byte_of_point(text, p.start));
            Passage { prefix: &quote.prefix, exact: &quote.exact, suffix: &quote.suffix, at }
        })
        .collect();
    let found = find(text, &passages).into_iter().zip(selectors);
    found
        .map(|(found, selectors)| {
            let span = |range: std::ops::Range<usize>| Span::new(range.start, range.end);
            match (found, selectors) {
                (Found::Exact(range), _) => Resolution::Exact(span(range)),
                (Found::Moved(range), _) => Resolution::Moved(span(range)),
                (Found::Changed(range), _) => Resolution::Changed(span(range)),
                (Found::Gone, Selectors { quote: None, position: Some(position) }) => {
                    at_position(text, offsets, *position).map_or(Resolution::Gone, Resolution::Exact)
                }
                (Found::Gone, _) => Resolution::Gone,
            }
        })
        .collect()
}

/// The passage at a position that no quote vouches for.
fn at_position(text: &str, offsets: &Offsets, position: TextPosition) -> Option<Span> {
    let length = offsets.point(text, text.len());
    if position.start >= position.end || position.end > length {
        return None;
    }
    Some(Span::new(offsets.byte_of_point(text, position.start), offsets.byte_of_point(text, position.end)))
}

#[cfg(test)]
mod tests;
