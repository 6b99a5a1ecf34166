//! The open article as the page shows it: places in its text to the port and back.

use super::reading::Reading;
use postil::Span;
use postil_document::{Port, TextBox, TextMap, Utf16Span};
use web_sys::{Element, HtmlElement};

/// How much of the window's top lies under the page's bars, in CSS pixels, with some air.
const BARS: f64 = 120.0;
/// How much of it they cover.
const COVERED: f64 = 80.0;

/// What of an article's text is on the page.
pub(crate) struct Shown {
    map: TextMap,
    /// The port to the sheet.
    port: Port,
    /// The margins for notes, each with the byte from which on it stands beside the text; in the article's order.
    margins: Vec<(usize, HtmlElement)>,
}

impl Shown {
    /// The text that `map` knows, under `sheet`; `margins` with the byte from which on each stands beside the text.
    pub(crate) fn new(sheet: &Element, map: TextMap, margins: Vec<(usize, HtmlElement)>) -> Self {
        Self { map, port: Port::new(sheet), margins }
    }

    /// Has the text in another document painted, selected and measured in the place of the sheet.
    pub(crate) fn reach_by(&mut self, port: Port) {
        self.port = port;
    }

    /// Paints spans under a highlight's name, in one batch; no span takes the highlight away.
    pub(crate) fn paint(&self, reading: &Reading, name: &str, spans: &[Span], priority: i32) {
        let shown: Vec<Utf16Span> = spans.iter().filter_map(|s| self.shown(reading, *s)).collect();
        self.port.paint(name, &shown, priority);
    }

    /// The byte of the text that is shown at a point of the window.
    pub(crate) fn byte_at(&self, reading: &Reading, x: f64, y: f64) -> Option<usize> {
        self.byte_shown_as(reading, self.port.offset_at(x, y)?)
    }

    /// What is selected, as a span of the text without white space at its edges.
    pub(crate) fn selected(&self, reading: &Reading) -> Option<Span> {
        let units = self.map.article(self.port.selection()?)?;
        let byte = |unit: u32| reading.offsets.byte_of_utf16(reading.text(), unit as usize);
        Some(Span::new(byte(units.start), byte(units.end)).trim(reading.text())).filter(|s| !s.is_empty())
    }

    /// Selects `span` as if the reader had.
    pub(crate) fn select(&self, reading: &Reading, span: Span) {
        if let Some(shown) = self.shown(reading, span) {
            self.port.select(shown);
        }
    }

    /// Lets the selection go.
    pub(crate) fn deselect(&self) {
        self.port.deselect();
    }

    /// Moves the selection's end by a `word` or a `line`.
    pub(crate) fn extend_selection(&self, forward: bool, unit: &str) {
        self.port.extend_selection(forward, unit);
    }

    /// Whether anything of the article is selected.
    pub(crate) fn is_selecting(&self) -> bool {
        self.port.selection().is_some()
    }

    /// Where each span stands in the window, all measured in one go; `None` for what is not shown.
    pub(crate) fn boxes(&self, reading: &Reading, spans: &[Span]) -> Vec<Option<TextBox>> {
        let nowhere = Utf16Span::new(0, 0);
        let shown: Vec<Utf16Span> = spans.iter().map(|s| self.shown(reading, *s).unwrap_or(nowhere)).collect();
        self.port.boxes(&shown)
    }

    /// Where `span` stands in the window.
    pub(crate) fn text_box(&self, reading: &Reading, span: Span) -> Option<TextBox> {
        self.boxes(reading, &[span]).first().copied().flatten()
    }

    /// Scrolls so that `span` starts well in view, unless it does; the window is free down to this part of its height.
    pub(crate) fn scroll_to(&self, reading: &Reading, span: Span, free: f64) {
        if let Some(shown) = self.shown(reading, span) {
            self.port.scroll_to(shown, BARS, free);
        }
    }

    /// Where the first block that is in the window begins; in a comment, the first of its text there.
    pub(crate) fn first_in_view(&self, reading: &Reading) -> usize {
        let below = self.port.first_below(COVERED);
        let at = below.and_then(|unit| self.byte_shown_as(reading, unit)).unwrap_or_default();
        reading.analysis.article.blocks.iter().find(|b| b.span.contains(at)).map_or(at, |b| b.span.start)
    }

    /// The margin beside the place where `span` begins.
    pub(crate) fn notes_margin(&self, reading: &Reading, span: Span) -> Option<&HtmlElement> {
        let at = self.byte_shown_as(reading, self.shown(reading, span)?.start)?;
        let after = self.margins.partition_point(|(start, _)| *start <= at);
        self.margins.get(after.checked_sub(1)?).map(|(_, margin)| margin)
    }

    /// Where `span` is shown.
    fn shown(&self, reading: &Reading, span: Span) -> Option<Utf16Span> {
        let (start, end) = reading.offsets.span_utf16(reading.text(), span);
        self.map.shown(Utf16Span::new(units(start), units(end)))
    }

    fn byte_shown_as(&self, reading: &Reading, shown: u32) -> Option<usize> {
        let unit = self.map.article_offset(shown)?;
        Some(reading.offsets.byte_of_utf16(reading.text(), unit as usize))
    }
}

/// UTF-16 units of an article stay below 2^32: the largest page is 64 MiB.
fn units(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::render::render;
    use super::*;
    use crate::dom::{Templates, document};
    use postil::{Analysis, Article, Block, BlockKind, Comment, Image, Link, Metadata};
    use std::rc::Rc;
    use wasm_bindgen_test::wasm_bindgen_test;

    const TEXT: &str = "Ferry 😀 late\n\nHarbour\n\nIt was late, says the harbour.\n\none\n\ntwo\n\na\tb\nc\td\n\nNo it was not.\nIt was early.";

    fn span_of(words: &str) -> Span {
        let start = TEXT.find(words).expect("words of the text");
        Span::new(start, start + words.len())
    }

    fn block(kind: BlockKind, words: &str) -> Block {
        Block { kind, span: span_of(words), level: 0 }
    }

    fn analysis() -> Analysis {
        let blocks = vec![
            block(BlockKind::Title, "Ferry 😀 late"),
            block(BlockKind::Paragraph, "Harbour"),
            block(BlockKind::Paragraph, "It was late, says the harbour."),
            block(BlockKind::ListItem, "one"),
            block(BlockKind::ListItem, "two"),
            block(BlockKind::Table, "a\tb\nc\td"),
        ];
        let link = Link { span: span_of("the harbour"), href: "https://harbour.example/".to_owned() };
        let image = Image { before: 2, src: "https://harbour.example/a.png".to_owned(), alt: "a ferry".to_owned() };
        let by = Metadata { byline: Some("Ann Lee".to_owned()), ..Metadata::default() };
        let text = TEXT.to_owned();
        let article =
            Article { text, metadata: by, blocks, links: vec![link], images: vec![image], ..Article::default() };
        let comment = Comment {
            author: Some("Bo".to_owned()),
            posted: Some("today".to_owned()),
            posted_iso: None,
            depth: 0,
            span: span_of("No it was not.\nIt was early."),
        };
        Analysis { article, comments: vec![comment], ..Analysis::default() }
    }

    async fn open(rows: usize) -> (Reading, Shown, HtmlElement) {
        let analysis = Rc::new(analysis());
        let sheet = render(&Templates::parse().expect("templates"), &analysis, rows).await.expect("a sheet");
        let element = sheet.element.clone();
        let body = document().expect("a document").body().expect("a body");
        body.append_child(&element).expect("a sheet on the page");
        (Reading::new(analysis, String::new()), sheet.shown, element)
    }

    #[wasm_bindgen_test]
    async fn the_port_numbers_what_the_map_knows() {
        for rows in [1, 3, 99] {
            let (_, shown, element) = open(rows).await;
            assert_eq!(shown.port.length(), shown.map.length(), "{rows} rows: what else stands on the sheet is marked");
            element.remove();
        }
    }

    #[wasm_bindgen_test]
    async fn spans_are_selected_and_found_again() {
        let (reading, shown, element) = open(99).await;
        let passages = ["Harbour", "😀 late", "says the harbour", "the harbour.\n\none\n\ntwo", "b\nc", "not.\nIt"];
        for words in passages {
            let span = span_of(words);
            shown.select(&reading, span);
            assert_eq!(shown.selected(&reading), Some(span), "{words}");
            let line = shown.text_box(&reading, span).expect("a box").first_line;
            let under = shown.byte_at(&reading, line.left + 3.0, (line.top + line.bottom) / 2.0);
            assert!(under.is_none_or(|at| span.contains(at)), "{words}: {under:?}"); // it may stand outside the window
            let margin = shown.notes_margin(&reading, span).expect("a margin");
            assert!(
                margin
                    .parent_element()
                    .and_then(|row| row.text_content())
                    .is_some_and(|t| t.contains(words.split('\n').next().unwrap_or_default())),
                "{words}"
            );
        }
        shown.port.deselect();
        element.remove();
    }
}
