//! Thresholds and switches of the analysis, each with its unit and where it comes from.

/// What a caller may set before an analysis.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The page's address, when known: relative links are resolved against it, and the site is named after it.
    pub url: Option<String>,
    /// The day the article appeared, when the caller knows it better than the page does: ISO 8601 ([`crate::iso_date`]); anything else is
    /// passed over.
    pub published: Option<String>,
}
