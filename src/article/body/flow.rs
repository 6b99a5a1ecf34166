//! A part of a page as blocks of text, white space folded as a browser shows it.

use super::context::{Context, is_block};
use super::table::data_tables;
use crate::article::BlockKind;
use crate::snapshot::{NodeKind, Snapshot, is_hidden};
use crate::text::Span;
use std::ops::Range;

/// A block of folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FlowBlock {
    /// What it is; never [`BlockKind::Title`] or [`BlockKind::Other`].
    pub(crate) kind: BlockKind,
    /// As in [`crate::Block::level`].
    pub(crate) level: u8,
    /// Its text, without white space at its edges, never empty; a `<br>` is a `\n`.
    pub(crate) text: String,
    /// Linked words, in bytes of `text`, and the node of their `<a>`.
    pub(crate) links: Vec<(Span, usize)>,
    /// From its first text node to one past its last.
    pub(crate) nodes: Range<usize>,
    /// The block element that it stands in.
    pub(crate) container: usize,
}

/// Folds the text of a node range (an element `i` with all that is in it is `i..snapshot.end(i)`) into blocks.
///
/// Hidden elements are left out, and so is each element that `skip` names. As in a browser, runs of white space are one space,
/// also across the borders of inline elements, and none at the edges of a block or line. Unlike there, no-break spaces
/// fold too (a run with one is one), two line breaks in a row separate blocks as paragraphs do, and what has no
/// width and joins nothing (soft hyphen, zero-width space, byte-order mark, control characters) is dropped, so that words are whole.
pub(crate) fn fold(snapshot: &Snapshot, range: Range<usize>, skip: &dyn Fn(usize) -> bool) -> Vec<FlowBlock> {
    let tables = data_tables(snapshot, &range);
    let mut folder = Folder::default();
    let mut context = Context::new(range.start);
    let mut open: Vec<(usize, bool, Context)> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        while let Some((_, breaks, outer)) = open.pop_if(|(end, ..)| *end <= at) {
            if breaks {
                folder.edge(&outer, &context);
            }
            context = outer;
        }
        let Some(node) = snapshot.nodes.get(at) else { break };
        if let NodeKind::Text(_) = node.kind {
            folder.text(snapshot.data(at), at, &context);
            at += 1;
            continue;
        }
        let hidden = is_hidden(snapshot, at);
        if hidden || skip(at) {
            if !hidden && is_block(snapshot, at) {
                folder.edge(&context, &context);
            }
            at = snapshot.end(at).max(at + 1);
            continue;
        }
        let inner = context.inside(snapshot, at, &tables);
        match snapshot.tag(at) {
            "br" => folder.line_break(&context),
            "tr" if inner.in_data_table => folder.row(),
            "td" | "th" if inner.in_data_table => folder.cell(),
            _ if inner.is_block => folder.edge(&context, &inner),
            _ => {}
        }
        let breaks = inner.is_block;
        if inner != context {
            open.push((snapshot.end(at), breaks, std::mem::replace(&mut context, inner)));
        }
        at += 1;
    }
    folder.flush();
    folder.done
}

/// Characters that show nothing and join nothing. (The zero-width joiner and non-joiner and the marks of direction stay:
/// they shape emoji, Indic and Arabic words.)
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{0}'..='\u{8}' | '\u{B}' | '\u{E}'..='\u{1F}' | '\u{7F}')
}

/// The block being put together.
#[derive(Default)]
struct Folder {
    done: Vec<FlowBlock>,
    text: String,
    kind: Option<(BlockKind, u8, usize)>,
    links: Vec<(Span, usize)>,
    nodes: Range<usize>,
    /// White space not yet written: it shows only between two words.
    space: Option<char>,
    /// Line breaks not yet written.
    breaks: usize,
    cells: usize,
}

impl Folder {
    fn text(&mut self, data: &str, node: usize, context: &Context) {
        let mut first = None;
        if context.is_code() {
            // without the spaces before the first line and after the last, which `flush` takes away
            for c in data.chars().filter(|&c| !is_dropped(c)) {
                self.begin(node, context);
                first.get_or_insert(self.text.len());
                self.text.push(c);
            }
        } else {
            for c in data.chars() {
                match c {
                    ' ' | '\t' | '\n' | '\r' | '\u{C}' => {
                        self.space.get_or_insert(' ');
                    }
                    '\u{A0}' => self.space = Some(c),
                    c if is_dropped(c) => {}
                    c => {
                        self.part(node, context);
                        first.get_or_insert(self.text.len());
                        self.text.push(c);
                    }
                }
            }
        }
        let Some(first) = first else { return };
        self.nodes.end = node + 1;
        if let Some(link) = context.link {
            match self.links.last_mut().filter(|(_, n)| *n == link) {
                Some((span, _)) => span.end = self.text.len(),
                None => self.links.push((Span::new(first, self.text.len()), link)),
            }
        }
    }

    /// Writes what stands between the last word and the next.
    fn part(&mut self, node: usize, context: &Context) {
        if self.breaks > 1 {
            self.flush();
        }
        if !self.text.is_empty() {
            match (self.breaks, self.space) {
                (0, None) => {}
                (0, Some(space)) => {
                    if !self.text.ends_with(['\t', '\n']) {
                        self.text.push(space);
                    }
                }
                _ => self.text.push('\n'),
            }
        }
        (self.breaks, self.space) = (0, None);
        self.begin(node, context);
    }

    fn begin(&mut self, node: usize, context: &Context) {
        if self.kind.is_none() {
            self.kind = Some((context.kind, context.level, context.container));
            self.nodes = node..node + 1;
        }
    }

    fn line_break(&mut self, context: &Context) {
        if context.in_data_table {
            self.space = Some(' ');
        } else if context.is_code() {
            self.text.push('\n');
        } else {
            self.breaks += 1;
            self.space = None;
        }
    }

    /// The edge of a block element, between what is outside and what is inside of it.
    fn edge(&mut self, outer: &Context, inner: &Context) {
        if outer.in_data_table && inner.in_data_table {
            self.space = Some(' ');
        } else if outer.is_code() && inner.is_code() {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push('\n');
            }
        } else {
            self.flush();
        }
    }

    fn row(&mut self) {
        let written = self.text.trim_end().len();
        self.text.truncate(written);
        if written > 0 {
            self.text.push('\n');
        }
        (self.space, self.cells) = (None, 0);
    }

    fn cell(&mut self) {
        if self.cells > 0 && !self.text.is_empty() {
            self.text.push('\t');
        }
        self.space = None;
        self.cells += 1;
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let mut links = std::mem::take(&mut self.links);
        (self.breaks, self.space, self.cells) = (0, None, 0);
        let Some((kind, level, container)) = self.kind.take() else { return };
        let inner = Span::new(0, text.len()).trim(&text);
        if inner.is_empty() {
            return;
        }
        for (span, _) in &mut links {
            *span = Span::new(
                span.start.clamp(inner.start, inner.end) - inner.start,
                span.end.clamp(inner.start, inner.end) - inner.start,
            );
        }
        links.retain(|(span, _)| !span.is_empty());
        let text = if inner.len() == text.len() { text } else { inner.str(&text).to_owned() };
        self.done.push(FlowBlock { kind, level, text, links, nodes: self.nodes.clone(), container });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_html;

    fn blocks(html: &str) -> Vec<FlowBlock> {
        let page = from_html(html).unwrap();
        fold(&page, 0..page.nodes.len(), &|_| false)
    }

    fn texts(html: &str) -> Vec<String> {
        blocks(html).into_iter().map(|b| b.text).collect()
    }

    fn kinds(html: &str) -> Vec<(BlockKind, u8, String)> {
        blocks(html).into_iter().map(|b| (b.kind, b.level, b.text)).collect()
    }

    #[test]
    fn inline_markup_adds_no_space() {
        assert_eq!(texts("<p><b>a</b>b <i> c</i>\n d</p>"), ["ab c d"]);
        assert_eq!(texts("<p>He <em>said</em>, <q>no</q>.<wbr>End"), ["He said, no.End"]);
        assert_eq!(texts("<p>one<x-note>two</x-note>three"), ["onetwothree"]);
    }

    #[test]
    fn blocks_break_wherever_they_stand() {
        assert_eq!(texts("a<div>b<span>c<div>d</div>e</span></div>f"), ["a", "bc", "d", "e", "f"]);
        assert_eq!(texts("<x-card><p>one</p><p>two</p></x-card>three"), ["one", "two", "three"]);
        assert_eq!(texts("<span style='display:block'>one</span>two"), ["one", "two"]);
    }

    #[test]
    fn line_breaks_part_lines_and_two_part_paragraphs() {
        assert_eq!(texts("<p>Roses are red, <br> violets<br/>blue<br>"), ["Roses are red,\nviolets\nblue"]);
        assert_eq!(texts("First.<br>\n<br>Second.<br>&nbsp;<br>Third."), ["First.", "Second.", "Third."]);
    }

    #[test]
    fn white_space_folds_and_what_has_no_width_goes() {
        assert_eq!(texts("<p>a&nbsp;&nbsp; b &#x200B;c\u{AD}d</p><p>&nbsp;</p>"), ["a\u{A0}b cd"]);
        assert_eq!(texts("<p>👩&zwj;🚀"), ["👩\u{200D}🚀"]);
    }

    #[test]
    fn preformatted_text_stands_as_it_is() {
        assert_eq!(
            kinds("<p>Run<pre>\n  let a = 1;\n    b <b>c</b>\n</pre>then"),
            [
                (BlockKind::Paragraph, 0, "Run".into()),
                (BlockKind::Code, 0, "let a = 1;\n    b c".into()),
                (BlockKind::Paragraph, 0, "then".into())
            ]
        );
        assert_eq!(texts("<pre><div>a</div><div> b</div></pre>"), ["a\n b"]);
    }

    #[test]
    fn lists_quotations_and_headings_know_their_depth() {
        assert_eq!(
            kinds("<h1>H</h1><ul><li>a<ol><li>b</ol></ul><blockquote><p>q<blockquote>r</blockquote></blockquote><h4>h"),
            [
                (BlockKind::Heading, 2, "H".into()),
                (BlockKind::ListItem, 1, "a".into()),
                (BlockKind::ListItem, 2, "b".into()),
                (BlockKind::Quote, 1, "q".into()),
                (BlockKind::Quote, 2, "r".into()),
                (BlockKind::Heading, 4, "h".into())
            ]
        );
    }

    #[test]
    fn data_tables_are_one_block_and_layout_tables_none() {
        assert_eq!(
            kinds("<table><caption>Votes</caption><tr><th>Name<th>Votes<tr><td><p>Ann</p><p>Lee</p><td> 12 </table>x"),
            [
                (BlockKind::Caption, 0, "Votes".into()),
                (BlockKind::Table, 0, "Name\tVotes\nAnn Lee\t12".into()),
                (BlockKind::Paragraph, 0, "x".into())
            ]
        );
        assert_eq!(texts("<table><tr><td>menu<td><p>One.<p>Two.</table>"), ["menu", "One.", "Two."]);
    }

    #[test]
    fn captions_by_tag_and_by_class() {
        let html = "<figure><img src=a><figcaption>A boat</figcaption></figure>\
                    <div class='pic-caption-frame'><img src=b><p class='pic-caption-text'>A quay</p></div>";
        assert_eq!(kinds(html), [(BlockKind::Caption, 0, "A boat".into()), (BlockKind::Caption, 0, "A quay".into())]);
    }

    #[test]
    fn links_span_their_words() {
        let found = blocks("<p>See <a href=x>the  <b>full</b> text</a>, or <a name=y>not</a>. <a href=z></a>");
        let words: Vec<_> = found[0].links.iter().map(|(span, _)| span.str(&found[0].text)).collect();
        assert_eq!(words, ["the full text"]);
    }

    #[test]
    fn hidden_and_skipped_parts_are_left_out() {
        assert_eq!(texts("<p>a<span hidden>b</span>c<script>d</script><svg><text>e</text></svg>"), ["ac"]);
        let page = from_html("<div>a<aside>b</aside>c</div>").unwrap();
        let kept = fold(&page, 0..page.nodes.len(), &|i| page.tag(i) == "aside");
        assert_eq!(kept.iter().map(|b| b.text.as_str()).collect::<Vec<_>>(), ["a", "c"]);
    }
}

#[cfg(test)]
mod unshown_tests {
    use super::fold;
    use crate::snapshot::from_html;

    fn texts(html: &str) -> Vec<String> {
        let page = from_html(html).unwrap();
        fold(&page, 0..page.nodes.len(), &|_| false).into_iter().map(|b| b.text).collect()
    }

    #[test]
    fn a_page_for_readers_without_scripts_is_read() {
        let long = "The ferry was late again on Monday, and nobody at the quay knew why. ".repeat(8);
        let html = format!("<div id=app>Loading</div><noscript><h1>Ferry</h1><p>{long}</p></noscript>");
        assert_eq!(texts(&html), ["Loading", "Ferry", long.trim()]);
        let html = format!("<p>{long}</p><noscript><p>Please turn on scripts, or read on without them.</p></noscript>");
        assert_eq!(texts(&html), [long.trim()]);
    }

    #[test]
    fn what_scripts_would_have_moved_into_place_is_read() {
        let long = "The ferry was late again on Monday, and nobody at the quay knew why. ".repeat(8);
        let html = format!("<p>Menu</p><div hidden id=S:1><p>{long}</p></div><div hidden>Cookies</div>");
        assert_eq!(texts(&html), ["Menu", long.trim()]);
        assert_eq!(texts(&format!("<p>{long}</p><div hidden><p>A dialog of some words.</p></div>")), [long.trim()]);
    }
}
