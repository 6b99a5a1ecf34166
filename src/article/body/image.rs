//! The pictures of an article.

use super::flow::FlowBlock;
use crate::article::{Image, address};
use crate::snapshot::{Snapshot, is_hidden};
use std::ops::Range;

/// The pictures among `nodes`, each with the block that it stands before.
pub(crate) fn images_in(
    snapshot: &Snapshot,
    nodes: &Range<usize>,
    blocks: &[FlowBlock],
    skip: &dyn Fn(usize) -> bool,
    base: Option<&str>,
) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    let mut at = nodes.start;
    // what stands after the last block belongs to what follows the article
    let end = blocks.last().map_or(nodes.start, |b| b.nodes.end).min(nodes.end);
    while at < end {
        if is_hidden(snapshot, at) || skip(at) {
            at = snapshot.end(at).max(at + 1);
            continue;
        }
        if snapshot.tag(at) == "img"
            && let Some(src) = source(snapshot, at).and_then(|src| address::resolve(base, &src))
            && images.last().is_none_or(|i| i.src != src)
        {
            let before = blocks.partition_point(|b| b.nodes.start < at);
            let alt = snapshot.attribute(at, "alt").unwrap_or_default();
            let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
            images.push(Image { before, src, alt });
        }
        at += 1;
    }
    images
}

/// The address of an `<img>`: what is loaded late (`data-src`), the largest of `srcset`, or `src`.
fn source(snapshot: &Snapshot, at: usize) -> Option<String> {
    let given =
        |name: &str| snapshot.attribute(at, name).map(str::trim).filter(|v| !v.is_empty() && !v.starts_with("data:"));
    let largest = || given("srcset").or_else(|| given("data-srcset")).and_then(largest_of);
    given("data-src").or_else(largest).or_else(|| given("src")).map(str::to_owned)
}

/// The candidate of a `srcset` with the largest width or density.
fn largest_of(srcset: &str) -> Option<&str> {
    let mut best: Option<(u64, &str)> = None;
    let mut words = srcset.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        let address = word.trim_start_matches(',');
        let size = if address.ends_with(',') { None } else { words.next_if(|w| is_size(w)) };
        let size = size.and_then(|s| descriptor(s.trim_end_matches(',')));
        let (size, address) = (size.unwrap_or(1000), address.trim_end_matches(','));
        if !address.is_empty() && best.is_none_or(|(s, _)| size > s) {
            best = Some((size, address));
        }
    }
    best.map(|(_, address)| address)
}

/// Whether a word of a `srcset` is a size such as `640w,` or `2x`.
fn is_size(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    word.ends_with(['w', 'x', 'h']) && descriptor(word).is_some()
}

/// The number of a width or density descriptor (`640w`, `1.5x`), in thousandths: whole numbers, since reading fractions as
/// floating point costs a page ten kilobytes of tables.
fn descriptor(word: &str) -> Option<u64> {
    let number = word.trim_end_matches(['w', 'x', 'h']);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    let whole: u64 = if whole.is_empty() && !fraction.is_empty() { 0 } else { whole.parse().ok()? };
    whole.checked_mul(1000)?.checked_add(digits.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_largest_of_a_srcset() {
        assert_eq!(largest_of("a,b.jpg 320w, c.jpg 1280w, d.jpg 640w"), Some("c.jpg"));
        assert_eq!(largest_of("a.jpg, b.jpg 2x"), Some("b.jpg"));
        assert_eq!(largest_of(" , "), None);
    }
}
