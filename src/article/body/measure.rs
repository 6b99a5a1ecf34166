//! How much text stands under each element, and how much of it is linked: prefix sums, so that every answer is a subtraction.

use crate::snapshot::{NodeKind, Snapshot, is_hidden};
use std::ops::Range;

/// Sums over the visible text of a page. All lengths are bytes that are not ASCII white space.
pub(crate) struct Measure {
    /// `text[i]`: of the nodes before `i`.
    text: Vec<usize>,
    /// The same, of text inside links.
    linked: Vec<usize>,
    /// The same, counting `h1` elements.
    headlines: Vec<usize>,
}

impl Measure {
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        let count = snapshot.nodes.len();
        let (mut text, mut linked, mut headlines) =
            (Vec::with_capacity(count + 1), Vec::with_capacity(count + 1), Vec::with_capacity(count + 1));
        let (mut t, mut l, mut h) = (0, 0, 0);
        let (mut hidden_to, mut link_to) = (0, 0);
        for (at, node) in snapshot.nodes.iter().enumerate() {
            text.push(t);
            linked.push(l);
            headlines.push(h);
            if at < hidden_to {
                continue;
            }
            if let NodeKind::Text(_) = node.kind {
                let words = snapshot.data(at).bytes().filter(|b| !b.is_ascii_whitespace()).count();
                t += words;
                l += if at < link_to { words } else { 0 };
            } else if is_hidden(snapshot, at) {
                hidden_to = snapshot.end(at);
            } else {
                match snapshot.tag(at) {
                    "a" if snapshot.attribute(at, "href").is_some() => link_to = link_to.max(snapshot.end(at)),
                    "h1" => h += 1,
                    _ => {}
                }
            }
        }
        text.push(t);
        linked.push(l);
        headlines.push(h);
        Self { text, linked, headlines }
    }

    /// Text that is not linked.
    pub(crate) fn plain(&self, nodes: &Range<usize>) -> usize {
        between(&self.text, nodes).saturating_sub(between(&self.linked, nodes))
    }

    /// Whether an `h1` stands there.
    pub(crate) fn has_headline(&self, nodes: &Range<usize>) -> bool {
        between(&self.headlines, nodes) > 0
    }
}

fn between(sums: &[usize], nodes: &Range<usize>) -> usize {
    let at = |i: usize| sums.get(i).or(sums.last()).copied().unwrap_or(0);
    at(nodes.end).saturating_sub(at(nodes.start))
}
