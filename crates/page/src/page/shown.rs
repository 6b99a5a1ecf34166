//! The open article as the page shows it: places in its text to the port and back.

use super::reading::Reading;
use postil::Span;
use postil_document::{Port, TextBox, TextMap, Utf16Span};
use web_sys::{Element, HtmlElement};

/// How much of the window's top lies under the page's bars, in CSS pixels, with some air.
const BARS: f64 = 120.0;

/// What of an article's text is on the page.
pub(super) struct Shown {
    map: TextMap,
    /// The port to the sheet.
    pub(super) port: Port,
    /// The margins for notes, each with the byte from which on it stands beside the text; in the article's order.
    margins: Vec<(usize, HtmlElement)>,
}

impl Shown {
    /// The text that `map` knows, under `sheet`; `margins` with the byte from which on each stands beside the text.
    pub(super) fn new(sheet: &Element, map: TextMap, margins: Vec<(usize, HtmlElement)>) -> Self {
        Self { map, port: Port::new(sheet), margins }
    }
}

impl Reading {
    /// Paints spans under a highlight's name, in one batch; no span takes the highlight away.
    pub(super) fn paint(&self, name: &str, spans: &[Span], priority: i32) {
        let shown: Vec<Utf16Span> = spans.iter().filter_map(|s| self.shown(*s)).collect();
        self.map.port.paint(name, &shown, priority);
    }

    /// The byte of the text that is shown at a point of the window.
    pub(super) fn byte_at(&self, x: f64, y: f64) -> Option<usize> {
        self.byte_shown_as(self.map.port.offset_at(x, y)?)
    }

    /// What is selected, as a span of the text without white space at its edges.
    pub(super) fn selected(&self) -> Option<Span> {
        let units = self.map.map.article(self.map.port.selection()?)?;
        let byte = |unit: u32| self.offsets.byte_of_utf16(self.text(), unit as usize);
        Some(Span::new(byte(units.start), byte(units.end)).trim(self.text())).filter(|s| !s.is_empty())
    }

    /// Selects `span` as if the reader had.
    pub(super) fn select(&self, span: Span) {
        if let Some(shown) = self.shown(span) {
            self.map.port.select(shown);
        }
    }

    /// Where each span stands in the window, all measured in one go; `None` for what is not shown.
    pub(super) fn boxes(&self, spans: &[Span]) -> Vec<Option<TextBox>> {
        let nowhere = Utf16Span::new(0, 0);
        let shown: Vec<Utf16Span> = spans.iter().map(|s| self.shown(*s).unwrap_or(nowhere)).collect();
        self.map.port.boxes(&shown)
    }

    /// Where `span` stands in the window.
    pub(super) fn text_box(&self, span: Span) -> Option<TextBox> {
        self.boxes(&[span]).first().copied().flatten()
    }

    /// Scrolls so that `span` starts in the upper third of the window, unless it is well in view.
    pub(super) fn scroll_to(&self, span: Span) {
        if let Some(shown) = self.shown(span) {
            self.map.port.scroll_to(shown, BARS);
        }
    }

    /// The first byte of the text that ends below `top`, in CSS pixels from the window's upper edge.
    pub(super) fn first_byte_below(&self, top: f64) -> Option<usize> {
        self.byte_shown_as(self.map.port.first_below(top)?)
    }

    /// The margin beside the place where `span` begins.
    pub(super) fn notes_margin(&self, span: Span) -> Option<&HtmlElement> {
        let at = self.byte_shown_as(self.shown(span)?.start)?;
        let after = self.map.margins.partition_point(|(start, _)| *start <= at);
        self.map.margins.get(after.checked_sub(1)?).map(|(_, margin)| margin)
    }

    /// Where `span` is shown.
    fn shown(&self, span: Span) -> Option<Utf16Span> {
        let (start, end) = self.offsets.span_utf16(self.text(), span);
        self.map.map.shown(Utf16Span::new(units(start), units(end)))
    }

    fn byte_shown_as(&self, shown: u32) -> Option<usize> {
        let unit = self.map.map.article_offset(shown)?;
        Some(self.offsets.byte_of_utf16(self.text(), unit as usize))
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
    use postil::{Analysis, Article, Block, BlockKind, Comment, Image, Link, Metadata, Offsets};
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

    async fn open(rows: usize) -> (Reading, HtmlElement) {
        let analysis = analysis();
        let sheet = render(&Templates::parse().expect("templates"), &analysis, rows).await.expect("a sheet");
        let element = sheet.element.clone();
        let body = document().expect("a document").body().expect("a body");
        body.append_child(&element).expect("a sheet on the page");
        (Reading::new(analysis, Offsets::new(TEXT), sheet, String::new(), rows), element)
    }

    #[wasm_bindgen_test]
    async fn the_port_numbers_what_the_map_knows() {
        for rows in [1, 3, 99] {
            let (reading, element) = open(rows).await;
            assert_eq!(
                reading.map.port.length(),
                reading.map.map.length(),
                "{rows} rows: what else stands on the sheet is marked"
            );
            element.remove();
        }
    }

    #[wasm_bindgen_test]
    async fn spans_are_selected_and_found_again() {
        let (reading, element) = open(99).await;
        let passages = ["Harbour", "😀 late", "says the harbour", "the harbour.\n\none\n\ntwo", "b\nc", "not.\nIt"];
        for words in passages {
            let span = span_of(words);
            reading.select(span);
            assert_eq!(reading.selected(), Some(span), "{words}");
            let shown = reading.text_box(span).expect("a box").first_line;
            let under = reading.byte_at(shown.left + 3.0, (shown.top + shown.bottom) / 2.0);
            assert!(under.is_none_or(|at| span.contains(at)), "{words}: {under:?}"); // it may stand outside the window
            let margin = reading.notes_margin(span).expect("a margin");
            assert!(
                margin
                    .parent_element()
                    .and_then(|row| row.text_content())
                    .is_some_and(|t| t.contains(words.split('\n').next().unwrap_or_default())),
                "{words}"
            );
        }
        reading.map.port.deselect();
        element.remove();
    }
}
