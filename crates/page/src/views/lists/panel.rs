//! A list beside the article: its tab, and how it is drawn.

use super::drawing::{Drawing, Rows};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::page::reading::Reading;

/// One list beside the article.
pub(crate) struct Panel {
    /// What its tab is known by.
    pub(crate) tab: Tab,
    /// What its tab says.
    pub(crate) name: &'static str,
    /// Draws its rows.
    pub(super) draw: fn(&Drawing) -> Result<Rows, PageError>,
    /// What it says when it has none.
    pub(super) empty: fn(&Reading) -> &'static str,
}
