//! Selectors of the W3C Web Annotation Data Model.

use serde::{Deserialize, Serialize};

/// `TextQuoteSelector` of the W3C Web Annotation Data Model: the passage and some of the text around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextQuote {
    /// The passage.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
}

/// `TextPositionSelector` of the W3C Web Annotation Data Model: half-open, in code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPosition {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Both selectors of a passage; either may be missing in what others wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selectors {
    /// What it says.
    pub quote: Option<TextQuote>,
    /// Where it stands.
    pub position: Option<TextPosition>,
}
