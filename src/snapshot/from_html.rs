//! A snapshot of HTML, parsed as browsers do (`html5ever`).

use super::sink::{Handle, Sink};
use super::{MAX_BYTES, Snapshot, SnapshotError};
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, TokenizerResult};
use std::cell::RefCell;
use std::collections::HashMap;

/// Elements nested deeper than this become siblings, as in Blink (`kMaximumHTMLParserDOMTreeDepth`): every start tag
/// looks through the open elements, so that unbounded nesting would take quadratic time.
const MAX_DEPTH: u32 = 512;

/// Nodes after which tags are passed over and only text is added: mis-nested formatting can copy elements without end.
const MAX_NODES: usize = 8_000_000;

/// Parses HTML into a snapshot.
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
    let guard =
        Guard { builder: TreeBuilder::new(Sink::new(), TreeBuilderOpts::default()), closed: RefCell::default() };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let input = BufferQueue::default();
    // a chunk of the parser's buffer holds at most 4 GiB; smaller ones let memory go as it is read
    input.push_back(StrTendril::from_slice(html));
    // a script hands control back without being run: go on behind it
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    Ok(tokenizer.sink.builder.sink.finish())
}

/// Stands between tokenizer and tree builder, and keeps the tree's depth and size within bounds.
struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    /// End tags to pass over, because the guard has closed their elements.
    closed: RefCell<HashMap<LocalName, usize>>,
}

impl Guard {
    /// Whether `tag` goes to the tree builder.
    fn admits(&self, tag: &Tag, line: u64) -> bool {
        let sink = &self.builder.sink;
        // without their start tag the tokenizer would take a script's text for markup
        let raw = matches!(
            &*tag.name,
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
        );
        if raw {
            return true;
        }
        if sink.len() > MAX_NODES {
            return false;
        }
        let mut closed = self.closed.borrow_mut();
        if sink.depth() < MAX_DEPTH.saturating_sub(1) {
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
        }
        debug_assert_eq!(tag.kind, StartTag);
        sink.depth() < MAX_DEPTH
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            TagToken(tag) if !self.admits(tag, line) => TokenSinkResult::Continue,
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
