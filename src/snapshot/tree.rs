//! The flat tree itself, and the builder that makes it.

use crate::text::Span;
use std::collections::HashMap;

/// What a snapshot was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// HTML or a live document.
    #[default]
    Html,
    /// Plain text; the snapshot's text is the input, untouched.
    PlainText,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// An element; its lower-case tag is [`Snapshot::tag`].
    Element,
    /// A text node; a byte span of [`Snapshot::text`], as it stands in the document (white space not folded).
    Text(Span),
}

/// One node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Element or text.
    pub kind: NodeKind,
    /// Index of the parent; the root is its own parent.
    pub parent: u32,
    /// One past the index of the last node of this node's subtree: the subtree is `index..end`.
    pub end: u32,
    tag: u16,
    attributes: (u32, u32),
}

/// A page as a flat list of nodes in document order.
///
/// Node 0 is the root element. The subtree of node `i` is the range `i..nodes[i].end`, so that every walk is a loop and
/// no depth of nesting can overflow a stack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// What it was made from.
    pub source: Source,
    /// Nodes in document order.
    pub nodes: Vec<Node>,
    /// The data of all text nodes, one after the other.
    pub text: String,
    tags: Vec<String>,
    attributes: Vec<(u16, String)>,
    names: Vec<String>,
}

impl Snapshot {
    /// The lower-case tag of element `index`; empty for a text node.
    #[must_use]
    pub fn tag(&self, index: usize) -> &str {
        match self.nodes.get(index) {
            Some(Node { kind: NodeKind::Element, tag, .. }) => {
                self.tags.get(usize::from(*tag)).map_or("", String::as_str)
            }
            _ => "",
        }
    }

    /// The value of an attribute of element `index`.
    #[must_use]
    pub fn attribute(&self, index: usize, name: &str) -> Option<&str> {
        self.attributes(index).find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// The attributes of element `index` that were kept, names and values, as they stand in the tag.
    pub fn attributes(&self, index: usize) -> impl Iterator<Item = (&str, &str)> {
        let range = self.nodes.get(index).map_or(0..0, |n| n.attributes.0 as usize..n.attributes.1 as usize);
        let kept = self.attributes.get(range).unwrap_or_default();
        kept.iter().filter_map(|(n, value)| Some((self.names.get(usize::from(*n))?.as_str(), value.as_str())))
    }

    /// The snapshot with these elements shown, whatever their attributes say.
    pub(super) fn with_shown(mut self, elements: &[usize]) -> Self {
        let hiding = |name: &str| matches!(name, "hidden" | "aria-hidden" | "style");
        let Ok(shown) = u16::try_from(self.names.len()) else { return self };
        let names: Vec<bool> = self.names.iter().map(|n| hiding(n)).collect();
        for &at in elements {
            let range = self.nodes.get(at).map_or(0..0, |n| n.attributes.0 as usize..n.attributes.1 as usize);
            for (name, _) in self.attributes.get_mut(range).unwrap_or_default() {
                if names.get(usize::from(*name)) == Some(&true) {
                    *name = shown;
                }
            }
        }
        self.names.push("data-shown".to_owned());
        self
    }

    /// The raw data of text node `index`; empty for an element.
    #[must_use]
    pub fn data(&self, index: usize) -> &str {
        match self.nodes.get(index) {
            Some(Node { kind: NodeKind::Text(span), .. }) => span.str(&self.text),
            _ => "",
        }
    }

    /// One past the last node of the subtree of `index`.
    #[must_use]
    pub fn end(&self, index: usize) -> usize {
        self.nodes.get(index).map_or(index, |n| n.end as usize)
    }

    /// The parent of `index`, or `None` for the root.
    #[must_use]
    pub fn parent(&self, index: usize) -> Option<usize> {
        let parent = self.nodes.get(index)?.parent as usize;
        (parent != index).then_some(parent)
    }

    /// The children of `index`, in order.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.end(index);
        let mut next = index + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = next;
                next = self.end(child).max(child + 1);
                child
            })
        })
    }

    /// The ancestors of `index`, nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.parent(index), |&i| self.parent(i))
    }
}

/// Builds a [`Snapshot`] from open, text and close events in document order.
#[derive(Debug)]
pub struct Builder {
    snapshot: Snapshot,
    open: Vec<usize>,
    tags: HashMap<String, u16>,
    names: HashMap<String, u16>,
}

impl Builder {
    /// An empty tree made from `source`.
    #[must_use]
    pub fn new(source: Source) -> Self {
        Self {
            snapshot: Snapshot { source, ..Snapshot::default() },
            open: Vec::new(),
            tags: HashMap::new(),
            names: HashMap::new(),
        }
    }

    /// Opens an element. The tag is lower-cased.
    pub fn open<'a>(&mut self, tag: &str, attributes: impl IntoIterator<Item = (&'a str, &'a str)>) {
        let tag = if tag.bytes().any(|b| b.is_ascii_uppercase()) {
            intern(&mut self.tags, &mut self.snapshot.tags, &tag.to_ascii_lowercase())
        } else {
            intern(&mut self.tags, &mut self.snapshot.tags, tag)
        };
        let first = self.snapshot.attributes.len();
        for (name, value) in attributes {
            let name = intern(&mut self.names, &mut self.snapshot.names, name);
            self.snapshot.attributes.push((name, value.to_owned()));
        }
        let range = (index(first), index(self.snapshot.attributes.len()));
        let at = self.push(NodeKind::Element, tag, range);
        self.open.push(at);
    }

    /// Adds a text node to the open element.
    pub fn text(&mut self, data: &str) {
        let start = self.snapshot.text.len();
        self.snapshot.text.push_str(data);
        let span = Span::new(start, self.snapshot.text.len());
        self.push(NodeKind::Text(span), 0, (0, 0));
    }

    /// Closes the innermost open element.
    pub fn close(&mut self) {
        if let Some(at) = self.open.pop() {
            let end = index(self.snapshot.nodes.len());
            if let Some(node) = self.snapshot.nodes.get_mut(at) {
                node.end = end;
            }
        }
    }

    /// The finished tree; elements still open are closed.
    #[must_use]
    pub fn finish(mut self) -> Snapshot {
        while !self.open.is_empty() {
            self.close();
        }
        self.snapshot
    }

    fn push(&mut self, kind: NodeKind, tag: u16, attributes: (u32, u32)) -> usize {
        let at = self.snapshot.nodes.len();
        let parent = index(self.open.last().copied().unwrap_or(0));
        self.snapshot.nodes.push(Node { kind, parent, end: index(at + 1), tag, attributes });
        at
    }
}

/// Nodes and attributes are counted in `u32`: [`super::MAX_BYTES`] keeps every count far below.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The place of `name` in `names`, added when new; past 65,535 different names the last one stands for all.
fn intern(known: &mut HashMap<String, u16>, names: &mut Vec<String>, name: &str) -> u16 {
    if let Some(&at) = known.get(name) {
        return at;
    }
    let Ok(at) = u16::try_from(names.len()) else { return u16::MAX };
    names.push(name.to_owned());
    known.insert(name.to_owned(), at);
    at
}
