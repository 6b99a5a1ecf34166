//! What a page says about its article: each fact from its most trustworthy source.

use super::{Metadata, address};
use crate::options::Options;
use crate::snapshot::Snapshot;

/// The metadata of a page.
pub(super) fn of(snapshot: &Snapshot, options: &Options) -> Metadata {
    let _ = options;
    let h1 = (0..snapshot.nodes.len()).find(|&i| snapshot.tag(i) == "h1");
    let title =
        h1.map(|i| super::flow::fold(snapshot, i..snapshot.end(i), &|_| false)).and_then(|b| b.into_iter().next());
    Metadata { title: title.map(|b| b.text), ..Metadata::default() }
}

/// The address that relative links are resolved against.
pub(super) fn base(snapshot: &Snapshot, options: &Options) -> Option<String> {
    let named = |tag: &str| {
        (0..snapshot.nodes.len()).find(|&i| snapshot.tag(i) == tag && snapshot.attribute(i, "href").is_some())
    };
    let page = options.url.clone();
    match named("base").and_then(|i| snapshot.attribute(i, "href")) {
        Some(href) => address::resolve(page.as_deref(), href).or(page),
        None => page,
    }
}
