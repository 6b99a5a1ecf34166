//! The article in a snapshot, whatever that was made from.

use super::extracted::Extracted;
use super::{page, plain};
use crate::date::iso_date;
use crate::options::Options;
use crate::snapshot::{Snapshot, Source};
use std::ops::Range;

/// Finds the article in `snapshot`.
///
/// `comments` are the node ranges (HTML) that the `comment` stage has claimed; nothing of them goes into the body. Never fails: a page
/// without an article gives the text that it has, or an article with no blocks.
#[must_use]
pub(crate) fn extract(snapshot: &Snapshot, comments: &[Range<usize>], options: &Options) -> Extracted {
    let mut article = match snapshot.source {
        Source::PlainText => plain::article_in(snapshot),
        Source::Html => return page::article_in(snapshot, comments, options),
    };
    // what the caller knows holds before what a pasted text seems to say
    let metadata = &mut article.metadata;
    metadata.published = options.published.as_deref().and_then(iso_date).or(metadata.published.take());
    metadata.url = options.url.clone().or(metadata.url.take());
    Extracted { article, start: None }
}
