//! What an element means for the text inside it: a block of its own or part of a line, and what kind of block.

use crate::article::BlockKind;
use crate::snapshot::{NodeKind, Snapshot, declarations};

/// Elements that stand on lines of their own in every browser's default styles.
const BLOCK_TAGS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Nodes that a caption made of plain elements has at most; what is larger is the picture's or the article's frame.
const CAPTION_NODES: usize = 48;

/// What holds at one place of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Context {
    pub(crate) kind: BlockKind,
    pub(crate) level: u8,
    /// The innermost block element.
    pub(crate) container: usize,
    /// Whether white space stands as it is.
    pub(crate) pre: bool,
    /// Inside a data table, whose text is one block.
    pub(crate) in_data_table: bool,
    /// The `<a>` around.
    pub(crate) link: Option<usize>,
    /// Whether the element itself is a block.
    pub(crate) is_block: bool,
    lists: u8,
    quotes: u8,
}

impl Context {
    pub(crate) fn new(container: usize) -> Self {
        Self {
            kind: BlockKind::Paragraph,
            level: 0,
            container,
            pre: false,
            in_data_table: false,
            link: None,
            is_block: false,
            lists: 0,
            quotes: 0,
        }
    }

    /// The context inside element `at`, a child of this one; `tables` are the data tables, in order.
    pub(crate) fn inside(&self, snapshot: &Snapshot, at: usize, tables: &[usize]) -> Self {
        let tag = snapshot.tag(at);
        let mut inner = Self { is_block: is_block(snapshot, at), ..*self };
        if inner.is_block {
            inner.container = at;
        }
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                // a block's level is 2 to 6: the article has one headline
                let level = tag.as_bytes().get(1).map_or(2, |digit| digit.saturating_sub(b'0')).max(2);
                inner.become_kind(BlockKind::Heading, level);
            }
            "ul" | "ol" | "menu" | "dir" => inner.lists = self.lists.saturating_add(1),
            "li" => inner.become_kind(BlockKind::ListItem, self.lists.max(1)),
            "blockquote" => {
                inner.quotes = self.quotes.saturating_add(1);
                inner.become_kind(BlockKind::Quote, inner.quotes);
            }
            "figcaption" | "caption" => {
                inner.in_data_table = false;
                inner.become_kind(BlockKind::Caption, 0);
            }
            "pre" | "listing" | "xmp" | "plaintext" => {
                inner.pre = true;
                inner.become_kind(BlockKind::Code, 0);
            }
            "table" if tables.binary_search(&at).is_ok() => {
                inner.in_data_table = true;
                inner.kind = BlockKind::Table;
                inner.level = 0;
            }
            "a" => inner.link = snapshot.attribute(at, "href").map(|_| at),
            _ if inner.is_block && is_caption(snapshot, at) => inner.become_kind(BlockKind::Caption, 0),
            _ => {}
        }
        inner
    }

    /// Whether line breaks and runs of spaces stand as they are.
    pub(crate) fn is_code(&self) -> bool {
        self.pre && !self.in_data_table && self.kind == BlockKind::Code
    }

    /// A data table's cells stay part of the table, whatever is in them.
    fn become_kind(&mut self, kind: BlockKind, level: u8) {
        if !self.in_data_table {
            (self.kind, self.level) = (kind, level);
        }
    }
}

/// Whether element `at` stands on lines of its own.
pub(crate) fn is_block(snapshot: &Snapshot, at: usize) -> bool {
    let by_tag = BLOCK_TAGS.binary_search(&snapshot.tag(at)).is_ok();
    let style = snapshot.attribute(at, "style").unwrap_or_default();
    let display = declarations(style).find(|(name, _)| name.eq_ignore_ascii_case("display")).map(|(_, value)| value);
    match display {
        Some(value)
            if ["block", "flex", "grid", "list-item", "table"].iter().any(|d| value.eq_ignore_ascii_case(d)) =>
        {
            true
        }
        Some(value) if value.eq_ignore_ascii_case("inline") => false,
        _ => by_tag,
    }
}

/// Whether element `at` is by its class a picture's caption: a small element with some text.
fn is_caption(snapshot: &Snapshot, at: usize) -> bool {
    let class = snapshot.attribute(at, "class").unwrap_or_default();
    let end = snapshot.end(at);
    class.to_ascii_lowercase().contains("caption")
        && end - at <= CAPTION_NODES
        && !(at..end).any(|i| matches!(snapshot.tag(i), "img" | "video" | "iframe" | "h1" | "h2"))
        && (at..end).any(|i| matches!(snapshot.nodes.get(i).map(|n| n.kind), Some(NodeKind::Text(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_in_order() {
        assert!(BLOCK_TAGS.is_sorted());
    }
}
