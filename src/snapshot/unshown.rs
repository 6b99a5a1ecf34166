//! A page whose words its scripts would have shown: kept in `<noscript>` for who runs none, or hidden until they have run.

use super::{NodeKind, Snapshot, is_hidden};

/// Bytes of text that a page shows at most while its words wait for scripts, besides half of what waits.
const SPLASH: usize = 400;

/// Hidden elements with less than this share of all hidden text (in percent) are menus and dialogs.
const SHARE: usize = 25;

/// What waits for scripts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unshown {
    /// The markup of `<noscript>` elements.
    NoScript,
    /// Elements that are hidden by an attribute.
    Elements(Vec<usize>),
}

/// What of a page waits for scripts, when that is most of it.
pub(super) fn unshown(snapshot: &Snapshot) -> Option<Unshown> {
    let (mut shown, mut noscript) = (0, 0);
    let mut hidden: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < snapshot.nodes.len() {
        let end = snapshot.end(at).max(at + 1);
        match snapshot.tag(at) {
            "" => shown += written(snapshot.data(at)),
            "noscript" => {
                noscript += (at..end).map(|i| outside_tags(snapshot.data(i))).sum::<usize>();
                at = end;
                continue;
            }
            _ if is_hidden(snapshot, at) => {
                if by_attribute(snapshot, at) {
                    hidden.push((at, text_within(snapshot, at)));
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    let all: usize = hidden.iter().map(|(_, length)| length).sum();
    if noscript > 2 * shown + SPLASH && noscript > all {
        return Some(Unshown::NoScript);
    }
    let large = hidden.into_iter().filter(|(_, length)| length * 100 >= all * SHARE).map(|(at, _)| at);
    (all > 2 * shown + SPLASH).then(|| Unshown::Elements(large.collect()))
}

/// Bytes that are not white space.
fn written(text: &str) -> usize {
    text.bytes().filter(|b| !b.is_ascii_whitespace()).count()
}

/// Bytes of text in an element, scripts and what else is no text left out.
fn text_within(snapshot: &Snapshot, element: usize) -> usize {
    let (mut sum, mut at) = (0, element + 1);
    while at < snapshot.end(element) {
        if is_hidden(snapshot, at) && !by_attribute(snapshot, at) {
            at = snapshot.end(at).max(at + 1);
            continue;
        }
        if let Some(NodeKind::Text(_)) = snapshot.nodes.get(at).map(|n| n.kind) {
            sum += written(snapshot.data(at));
        }
        at += 1;
    }
    sum
}

/// Whether it is an attribute that hides the element, and not its kind. An icon that was never closed (`<i aria-hidden="true"/>`) holds
/// the rest of its page.
fn by_attribute(snapshot: &Snapshot, at: usize) -> bool {
    ["hidden", "aria-hidden", "style"].iter().any(|name| snapshot.attribute(at, name).is_some())
        && matches!(
            snapshot.tag(at),
            "div" | "main" | "article" | "section" | "span" | "body" | "i" | "b" | "em" | "strong" | "a" | "font"
        )
}

/// Bytes of markup that are no tags.
fn outside_tags(markup: &str) -> usize {
    let parts = markup.split('<').enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) })
        .map(written)
        .sum()
}

/// HTML with its `<noscript>` elements as ordinary ones.
pub(super) fn without_noscript(html: &str) -> String {
    let mut whole = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        whole.push_str(before);
        let name = tag.trim_start_matches(['<', '/']);
        let skipped = tag.len() - name.len();
        let is_noscript = name.get(..8).is_some_and(|n| n.eq_ignore_ascii_case("noscript"));
        whole.push_str(tag.get(..skipped).unwrap_or_default());
        if is_noscript {
            whole.push_str("div");
        }
        rest = name.get(if is_noscript { 8 } else { 0 }..).unwrap_or_default();
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_html;

    #[test]
    fn an_icon_that_was_never_closed_hides_nothing() {
        let post = "<p>They mended the lock gate in the night, and by the morning the boats went through again.</p>";
        let html = format!("<p>Menu</p><i class=icon aria-hidden=\"true\"/>{}", post.repeat(8));
        let page = from_html(&html).unwrap();
        let paragraph = (0..page.nodes.len()).find(|&i| page.data(i).starts_with("They mended")).unwrap();
        assert!(page.ancestors(paragraph).all(|at| !is_hidden(&page, at)));
    }
}
