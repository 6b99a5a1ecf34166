//! A snapshot of HTML, parsed as browsers do (`html5ever`).

use super::flood::with_few_attributes;
use super::sink::{Handle, Sink};
use super::unshown::{Unshown, unshown, without_noscript};
use super::{MAX_BYTES, Snapshot, SnapshotError};
use html5ever::interface::{Tracer, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, TokenizerResult};
use std::cell::RefCell;
use std::collections::HashMap;

/// Elements nested deeper than this become siblings, as Blink does from 512 on (`kMaximumHTMLParserDOMTreeDepth`): every
/// start tag looks through the open elements, so that unbounded nesting would take quadratic time. Articles stand below 100.
const MAX_DEPTH: u32 = 256;

/// Nodes after which tags are passed over and only text is added: mis-nested formatting can copy elements without end.
const MAX_NODES: usize = 8_000_000;

/// Parses HTML into a snapshot.
///
/// ```
/// let page = "<title>Gate | The Quay Courier</title><article><h1>Lock gate fails</h1>\
///     <p>The lock gate at Ansel failed on Monday, and forty barges waited below it.</p></article><footer>Contact</footer>";
/// let analysis = postil::analyze(&postil::from_html(page)?, &postil::Options::default());
/// assert_eq!(analysis.article.metadata.title.as_deref(), Some("Lock gate fails"));
/// assert_eq!(analysis.article.blocks.len(), 2);
/// # Ok::<(), postil::SnapshotError>(())
/// ```
///
/// # Errors
/// When the input is empty or white space, or larger than [`super::MAX_BYTES`].
pub fn from_html(html: &str) -> Result<Snapshot, SnapshotError> {
    if html.len() > MAX_BYTES {
        return Err(SnapshotError::TooLarge(html.len()));
    }
    if html.trim().is_empty() {
        return Err(SnapshotError::Empty);
    }
    let snapshot = parsed(html);
    Ok(match unshown(&snapshot) {
        None => snapshot,
        Some(Unshown::NoScript) => parsed(&without_noscript(html)),
        Some(Unshown::Elements(elements)) => snapshot.with_shown(&elements),
    })
}

fn parsed(html: &str) -> Snapshot {
    let guard = Guard {
        builder: TreeBuilder::new(Sink::new(), TreeBuilderOpts::default()),
        closed: RefCell::default(),
        closes_itself: is_xhtml(html),
    };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&with_few_attributes(html)));
    // a script hands control back without being run: go on after it
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// How much of a page, in bytes, is looked at for whether it is XHTML.
const PROLOGUE: usize = 1_024;

/// Whether a page says that it is XHTML: who wrote it, or what saved it, closes empty elements by a slash.
fn is_xhtml(html: &str) -> bool {
    let start = html.as_bytes().get(..PROLOGUE).unwrap_or(html.as_bytes()).to_ascii_lowercase();
    start.windows(5).any(|w| w == b"xhtml" || w == b"<?xml")
}

/// Whether the slash at the end of a tag closes it where that is heeded. What is closed by what follows is left to the parser, and so is what
/// belongs to pictures and formulae, where it is always heeded.
fn may_close_itself(name: &str) -> bool {
    !matches!(
        name,
        "p" | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "rt"
            | "rp"
            | "tr"
            | "td"
            | "th"
            | "tbody"
            | "thead"
            | "tfoot"
            | "colgroup"
            | "caption"
            | "html"
            | "head"
            | "body"
            | "svg"
            | "math"
            | "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Stands between tokenizer and tree builder, and keeps the tree's depth and size within bounds.
struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    /// End tags to pass over, because the guard has closed their elements.
    closed: RefCell<HashMap<LocalName, usize>>,
    /// Whether a slash at the end of a tag closes the element, as in XHTML.
    closes_itself: bool,
}

/// The handles that the parser holds.
#[derive(Default)]
struct Held(RefCell<Vec<u32>>);

impl Tracer for Held {
    type Handle = Handle;

    fn trace_handle(&self, node: &Handle) {
        self.0.borrow_mut().push(node.at);
    }
}

impl Guard {
    /// Where the tree seems deep, asks the parser what is really open.
    fn correct_depth(&self) {
        if self.builder.sink.depth() >= MAX_DEPTH - 1 {
            let held = Held::default();
            self.builder.trace_handles(&held);
            self.builder.sink.closed_but(&held.0.into_inner());
        }
    }

    /// Whether `tag` opens an element that nothing is in.
    fn is_empty(&self, tag: &Tag) -> bool {
        self.closes_itself
            && tag.kind == StartTag
            && tag.self_closing
            && may_close_itself(&tag.name)
            && !self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }

    /// Whether `tag` goes to the tree builder.
    fn admits(&self, tag: &Tag, line: u64) -> bool {
        let sink = &self.builder.sink;
        // without their start tag the tokenizer would take a script's text for markup
        if is_raw(&tag.name) {
            return true;
        }
        if sink.len() > MAX_NODES {
            return false;
        }
        let mut closed = self.closed.borrow_mut();
        self.correct_depth();
        if sink.depth() < MAX_DEPTH - 1 {
            closed.clear();
            return true;
        }
        if tag.kind == EndTag {
            return match closed.get_mut(&tag.name).filter(|n| **n > 0) {
                Some(n) => {
                    *n -= 1;
                    false
                }
                None => true,
            };
        }
        if sink.depth() < MAX_DEPTH {
            return true;
        }
        if let Some(name) = sink.innermost() {
            let end = Tag {
                kind: EndTag,
                name: name.clone(),
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            let _ = self.builder.process_token(TagToken(end), line);
            *closed.entry(name).or_insert(0) += 1;
            self.correct_depth();
        }
        debug_assert_eq!(tag.kind, StartTag);
        sink.depth() < MAX_DEPTH
    }
}

/// Whether an element's text is none of the page's markup.
fn is_raw(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "textarea"
            | "noscript"
            | "iframe"
            | "noembed"
            | "noframes"
            | "xmp"
            | "plaintext"
    )
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            TagToken(tag) if self.is_empty(tag) && is_raw(&tag.name) => TokenSinkResult::Continue,
            TagToken(tag) if !self.admits(tag, line) => TokenSinkResult::Continue,
            TagToken(tag) if self.is_empty(tag) => {
                let end = Tag { kind: EndTag, self_closing: false, attrs: Vec::new(), ..tag.clone() };
                let _ = self.builder.process_token(token, line);
                self.builder.process_token(TagToken(end), line)
            }
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::NodeKind;

    /// The tree as one line: `tag[child child]`, texts in quotes.
    fn shape(page: &Snapshot) -> String {
        let mut shape = String::new();
        let mut ends: Vec<usize> = Vec::new();
        for (at, node) in page.nodes.iter().enumerate() {
            while ends.pop_if(|end| *end <= at).is_some() {
                shape.push(']');
            }
            if !shape.is_empty() && !shape.ends_with('[') {
                shape.push(' ');
            }
            match node.kind {
                NodeKind::Text(_) => shape.push_str(&format!("{:?}", page.data(at))),
                NodeKind::Element => {
                    shape.push_str(page.tag(at));
                    shape.push('[');
                    ends.push(page.end(at));
                }
            }
        }
        shape + &"]".repeat(ends.len())
    }

    fn tree(html: &str) -> String {
        shape(&from_html(html).unwrap())
    }

    #[test]
    fn builds_the_tree_that_browsers_build() {
        assert_eq!(
            tree("<title>T</title><p>a<p>b<!-- c --><br>d"),
            r#"html[head[title["T"]] body[p["a"] p["b" br[] "d"]]]"#
        );
        assert_eq!(
            tree("<table>x<tr><td>y</table><b><p>z</b>w"),
            r#"html[head[] body["x" table[tbody[tr[td["y"]]]] b[] p[b["z"] "w"]]]"#
        );
        assert_eq!(tree("<template><p>no</template><x-y>yes"), r#"html[head[template[]] body[x-y["yes"]]]"#);
    }

    #[test]
    fn a_slash_closes_what_is_empty_in_xhtml_alone() {
        let body = r#"<script src="a.js"/><div id="t"/><a name="x"/><p>one<svg><g/><path/></svg></p>"#;
        let doctype = r#"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><body>"#;
        let closed = r#"html[head[] body[div[] a[] p["one" svg[g[] path[]]]]]"#;
        assert_eq!(tree(&[doctype, body].concat()), closed);
        assert_eq!(tree(&[r#"<?xml version="1.0"?><html><body>"#, body].concat()), closed);
        assert_eq!(tree("<body><div id=t/><a name=x /><p>one"), r#"html[head[] body[div[a[p["one"]]]]]"#);
    }

    #[test]
    fn keeps_only_attributes_that_are_read() {
        let page = from_html("<body onload=x class=a><a href=y data-x=z onclick=w>").unwrap();
        let link = (0..page.nodes.len()).find(|&i| page.tag(i) == "a").unwrap();
        assert_eq!(page.attribute(link, "href"), Some("y"));
        assert_eq!(page.attribute(link, "onclick"), None);
        assert_eq!(page.attribute(link, "data-x"), None);
    }

    #[test]
    fn bounds_depth_and_goes_on_after_it() {
        let html = "<div>".repeat(20_000) + "deep" + &"</div>".repeat(20_000) + "<h2>after</h2><p>more</p>";
        let page = from_html(&html).unwrap();
        let after = (0..page.nodes.len()).find(|&i| page.data(i) == "after").unwrap();
        assert_eq!(page.tag(page.parent(after).unwrap()), "h2");
        assert!(page.ancestors(after).count() <= 3, "{}", page.ancestors(after).count());
        let deepest = (0..page.nodes.len()).find(|&i| page.data(i) == "deep").unwrap();
        assert!(page.ancestors(deepest).count() <= MAX_DEPTH as usize + 1);
    }

    #[test]
    fn takes_nothing_for_an_open_element_that_is_none() {
        let decoys = [
            format!("<svg>{}</svg>", "<path d='M0 0'/>".repeat(5_000)),
            format!("<script>{}</script>", "if (a <b && b <c) d = '<div>';".repeat(5_000)),
            format!("<!-- {} -->", "<div><section>".repeat(5_000)),
        ];
        for decoy in decoys {
            let page =
                from_html(&format!("<body>{decoy}<article><h1>Ferry late</h1><p>It waits.</p></article>")).unwrap();
            let words = (0..page.nodes.len()).find(|&i| page.data(i) == "It waits.").unwrap();
            let above: Vec<&str> = page.ancestors(words).map(|i| page.tag(i)).collect();
            assert_eq!(above, ["p", "article", "body", "html"]);
        }
    }

    #[test]
    fn refuses_what_is_empty_or_too_large() {
        assert_eq!(from_html(" \n"), Err(SnapshotError::Empty));
        let large = "x".repeat(MAX_BYTES + 1);
        assert_eq!(from_html(&large), Err(SnapshotError::TooLarge(large.len())));
    }

    #[test]
    fn hostile_nesting_ends() {
        for part in
            ["<b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<font size=1><p>x", "<form><select>", "<svg><g>", "<"]
        {
            assert!(from_html(&part.repeat(2_000)).is_ok(), "{part}");
        }
    }
}
