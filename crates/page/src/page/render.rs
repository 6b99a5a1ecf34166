//! An article into elements: each one made by name from this file's short list, each text by a text node. Nothing of the
//! page's own markup is ever parsed here, so that a hostile page is harmless by construction.

use super::reading::voices_of;
use super::shown::Shown;
use crate::dom::{Templates, breathe, clock, create, document, fill, slot, within};
use crate::error::PageError;
use crate::views::head::fill_head;
use crate::views::margin_labels::MarginLabel;
use crate::words;
use postil::{Analysis, Block, BlockKind, Span, Voice};
use postil_document::TextMapBuilder;
use web_sys::{Element, HtmlElement};

/// How long one piece of rendering may take, in milliseconds; the design allows no task over 50.
const PIECE: f64 = 12.0;

/// Marks what stands on the sheet and is no text of the article; templates have it where that is always so.
const ASIDE: &str = "data-postil-aside";

/// What rendering gives: the sheet to put on the page, and where the text stands in it.
pub(crate) struct Sheet {
    pub(crate) element: HtmlElement,
    pub(crate) shown: Shown,
    pub(crate) labels: Vec<MarginLabel>,
}

/// Renders the first `rows` blocks and comments of an article, letting the browser breathe between pieces.
///
/// # Errors
/// When the browser refuses an element.
pub(crate) async fn render(templates: &Templates, analysis: &Analysis, rows: usize) -> Result<Sheet, PageError> {
    let article = &analysis.article;
    let element = create("div")?;
    element.set_class_name("sheet");
    if article.metadata.right_to_left {
        element.set_dir("rtl");
    }
    if let Some(language) = &article.metadata.language {
        element.set_lang(language);
    }
    let (voices, map) = (voices_of(analysis), TextMapBuilder::default());
    let mut sheet = Renderer { templates, analysis, voices, map, margins: Vec::new(), labels: Vec::new() };
    let mut since = clock();
    element.append_child(&*sheet.head()?)?;
    // a headline alone is what a page for logging in has
    if article.blocks.iter().all(|b| b.kind == BlockKind::Title) && analysis.comments.is_empty() {
        let nothing = templates.copy("nothing")?;
        fill(&nothing, "text", words::NO_ARTICLE)?;
        element.append_child(&nothing)?;
    }
    let body: Vec<(usize, &Block)> =
        article.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Title).collect();
    let mut index = 0;
    let mut pictures = article.images.iter().peekable();
    let mut comments = analysis.comments.iter().enumerate().peekable();
    let mut thread = false;
    let heads = thread_start(analysis);
    let all = body.len() + analysis.comments.len();
    while let Some(&(number, block)) = body.get(index).filter(|_| index < rows) {
        while pictures.peek().is_some_and(|p| p.before <= number) {
            if let Some(picture) = pictures.next() {
                element.append_child(&*sheet.picture(&picture.src, &picture.alt)?)?;
            }
        }
        // a pasted text keeps its order: comments stand between the lines that head them
        while comments.peek().is_some_and(|(_, c)| c.span.start < block.span.start) {
            if let Some((number, _)) = comments.next() {
                sheet.comment(&element, number, &mut thread)?;
            }
        }
        let same = |b: &Block| b.kind == BlockKind::ListItem && block.kind == BlockKind::ListItem;
        let more = body.iter().skip(index + 1).take_while(|(_, b)| same(b)).count();
        let group: Vec<&Block> = body.iter().skip(index).take(more + 1).map(|(_, b)| *b).collect();
        if block.kind != BlockKind::Other || block.span.start < heads {
            element.append_child(&*sheet.blocks(&group)?)?;
        }
        index += more + 1;
        if clock() - since > PIECE {
            breathe().await?;
            since = clock();
        }
    }
    for picture in pictures {
        element.append_child(&*sheet.picture(&picture.src, &picture.alt)?)?;
    }
    for (number, _) in comments.take(rows.saturating_sub(index)) {
        sheet.comment(&element, number, &mut thread)?;
        if clock() - since > PIECE {
            breathe().await?;
            since = clock();
        }
    }
    if all > rows {
        let rest = templates.copy("rest")?;
        fill(&rest, "text", &words::first_paragraphs(rows, all))?;
        element.append_child(&rest)?;
    }
    let shown = Shown::new(&element, sheet.map.finish(&article.text), sheet.margins);
    Ok(Sheet { element, shown, labels: sheet.labels })
}

struct Renderer<'a> {
    templates: &'a Templates,
    analysis: &'a Analysis,
    voices: Vec<Voice>,
    map: TextMapBuilder,
    /// Margins for notes, and the byte from which on each stands beside the text.
    margins: Vec<(usize, HtmlElement)>,
    labels: Vec<MarginLabel>,
}

impl Renderer<'_> {
    fn text(&self) -> &str {
        &self.analysis.article.text
    }

    fn head(&mut self) -> Result<HtmlElement, PageError> {
        let row = self.templates.copy("head")?;
        let title = slot(&row, "title")?;
        match self.analysis.article.title().map(|b| b.span) {
            Some(span) => {
                self.inline(&title, span)?;
                self.label(within(&row, ".gloss")?, vec![span])?;
                self.margins.push((span.start, slot(&row, "notes")?));
            }
            None => {
                let title_elsewhere = self.analysis.article.metadata.title.as_deref();
                title.set_text_content(Some(title_elsewhere.unwrap_or(words::NO_HEADLINE)));
                title.set_attribute(ASIDE, "")?;
            }
        }
        fill_head(self.templates, &row, self.analysis, &self.voices)?;
        Ok(row)
    }

    /// A row with one block, or with the items of one list.
    fn blocks(&mut self, group: &[&Block]) -> Result<HtmlElement, PageError> {
        let row = self.templates.copy("row")?;
        let column = slot(&row, "block")?;
        let gloss = slot(&row, "gloss")?;
        let Some(first) = group.first() else { return Ok(row) };
        self.margins.push((first.span.start, slot(&row, "notes")?));
        if first.kind == BlockKind::ListItem {
            let list = create("ul")?;
            for item in group {
                let element = create("li")?;
                element.set_dir("auto");
                self.inline(&element, item.span)?;
                list.append_child(&element)?;
            }
            column.append_child(&list)?;
        } else {
            self.block(&column, first)?;
        }
        let mut spans = Vec::with_capacity(group.len());
        for block in group {
            spans.push(block.span);
        }
        self.label(gloss, spans)?;
        Ok(row)
    }

    fn block(&mut self, column: &Element, block: &Block) -> Result<(), PageError> {
        if block.kind == BlockKind::Table {
            return self.table(column, block.span);
        }
        let (outer, inner) = match block.kind {
            BlockKind::Heading => (None, ["h2", "h3", "h4"][usize::from(block.level.clamp(2, 4)) - 2]),
            BlockKind::Quote => (Some("blockquote"), "p"),
            BlockKind::Code => (None, "pre"),
            _ => (None, "p"),
        };
        let element = create(inner)?;
        element.set_dir("auto");
        match block.kind {
            BlockKind::Caption => element.set_class_name("caption"),
            BlockKind::Other => element.set_class_name("other"),
            BlockKind::Code => element.set_attribute("tabindex", "0")?, // it scrolls sideways
            _ => {}
        }
        self.inline(&element, block.span)?;
        match outer {
            Some(outer) => {
                let around = create(outer)?;
                around.append_child(&element)?;
                column.append_child(&around)?;
            }
            None => drop(column.append_child(&element)?),
        }
        Ok(())
    }

    fn table(&mut self, column: &Element, span: Span) -> Result<(), PageError> {
        let scroll = create("div")?;
        scroll.set_class_name("scroll");
        for (name, value) in [("tabindex", "0"), ("role", "region"), ("aria-label", words::TABLE)] {
            scroll.set_attribute(name, value)?;
        }
        let table = create("table")?;
        let body = create("tbody")?;
        for line in parts(self.text(), span, '\n') {
            let row = create("tr")?;
            for cell in parts(self.text(), line, '\t') {
                let element = create("td")?;
                self.inline(&element, cell)?;
                row.append_child(&element)?;
            }
            body.append_child(&row)?;
        }
        table.append_child(&body)?;
        scroll.append_child(&table)?;
        column.append_child(&scroll)?;
        Ok(())
    }

    /// The text under `span`, with its links.
    fn inline(&mut self, into: &Element, span: Span) -> Result<(), PageError> {
        let links = &self.analysis.article.links;
        let first = links.partition_point(|l| l.span.end <= span.start);
        let mut at = span.start;
        for link in links.iter().skip(first) {
            let Some(shared) = link.span.intersect(span).filter(|s| s.start >= at) else { break };
            self.words(into, Span::new(at, shared.start))?;
            let anchor = create("a")?;
            // core keeps http and https links only; asked again here, where it would do harm
            if link.href.starts_with("https://") || link.href.starts_with("http://") {
                for (name, value) in
                    [("href", link.href.as_str()), ("rel", "noopener noreferrer nofollow"), ("target", "_blank")]
                {
                    anchor.set_attribute(name, value)?;
                }
            }
            self.words(&anchor, shared)?;
            into.append_child(&anchor)?;
            at = shared.end;
        }
        self.words(into, Span::new(at, span.end))
    }

    fn words(&mut self, into: &Element, span: Span) -> Result<(), PageError> {
        if !span.is_empty() {
            let node = document()?.create_text_node(span.str(&self.analysis.article.text));
            into.append_child(&node)?;
            self.map.push(span);
        }
        Ok(())
    }

    /// Names in the margin who is quoted in the blocks under `spans`.
    fn label(&mut self, margin: HtmlElement, spans: Vec<Span>) -> Result<(), PageError> {
        let mut label = MarginLabel::new(margin, spans);
        label.draw(self.templates, self.analysis, &self.voices)?;
        self.labels.push(label);
        Ok(())
    }

    fn picture(&self, src: &str, alt: &str) -> Result<HtmlElement, PageError> {
        let row = self.templates.copy("row")?;
        row.class_list().add_1("picture")?;
        let image = create("img")?;
        // no src before the reader agrees: `views::head` moves it there
        for (name, value) in [("data-src", src), ("alt", alt), ("loading", "lazy"), ("referrerpolicy", "no-referrer")] {
            image.set_attribute(name, value)?;
        }
        row.set_hidden(true);
        slot(&row, "block")?.append_child(&image)?;
        Ok(row)
    }

    fn comment(&mut self, sheet: &Element, number: usize, thread: &mut bool) -> Result<(), PageError> {
        let count = self.analysis.comments.len();
        if !std::mem::replace(thread, true) {
            let head = self.templates.copy("thread")?;
            head.class_list().add_1("of-comments")?;
            fill(&head, "title", &words::comments(count))?;
            sheet.append_child(&head)?;
        }
        let Some(comment) = self.analysis.comments.get(number) else { return Ok(()) };
        let row = self.templates.copy("comment")?;
        row.class_list().add_1("of-comments")?;
        row.set_attribute("data-comment", &number.to_string())?;
        row.style().set_property("--depth", &comment.depth.min(6).to_string())?;
        fill(&row, "author", comment.author.as_deref().unwrap_or(words::NO_AUTHOR))?;
        fill(&row, "posted", comment.posted.as_deref().unwrap_or_default())?;
        if let Some(iso) = &comment.posted_iso {
            slot(&row, "posted")?.set_attribute("datetime", iso)?;
        }
        self.margins.push((comment.span.start, slot(&row, "notes")?));
        let said = slot(&row, "text")?;
        for line in parts(&self.analysis.article.text, comment.span, '\n') {
            let line = line.trim(&self.analysis.article.text);
            if !line.is_empty() {
                let paragraph = create("p")?;
                self.inline(&paragraph, line)?;
                said.append_child(&paragraph)?;
            }
        }
        sheet.append_child(&row)?;
        Ok(())
    }
}

/// Where the lines that head comments begin in a pasted text: the comments' own heads say what they say.
fn thread_start(analysis: &Analysis) -> usize {
    let Some(first) = analysis.comments.first() else { return usize::MAX };
    let blocks = &analysis.article.blocks;
    let before = blocks.partition_point(|b| b.span.start < first.span.start);
    let heads = blocks.get(..before).unwrap_or_default().iter().rev().take_while(|b| b.kind == BlockKind::Other);
    heads.last().map_or(first.span.start, |b| b.span.start)
}

/// The parts of `span` between `separator`s.
fn parts(text: &str, span: Span, separator: char) -> Vec<Span> {
    let mut at = span.start;
    span.str(text)
        .split(separator)
        .map(|part| {
            let part = Span::new(at, at + part.len());
            at = part.end + separator.len_utf8();
            part
        })
        .collect()
}
