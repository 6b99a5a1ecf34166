//! Who is quoted, named in the margin beside the words; drawn again where the reader sets a speaker right.

use super::app::App;
use super::head::fill_strip;
use super::reading::hue;
use super::state::State;
use crate::dom::{Templates, fill, slot};
use crate::error::PageError;
use postil::{Analysis, Span, Voice};
use web_sys::HtmlElement;

/// The margin of one row of the article.
pub(super) struct Gloss {
    margin: HtmlElement,
    /// The blocks beside it.
    spans: Vec<Span>,
    /// What it says: class, name and description of each voice.
    lines: Vec<[String; 3]>,
}

impl Gloss {
    /// The margin beside the blocks under `spans`, empty.
    pub(super) fn new(margin: HtmlElement, spans: Vec<Span>) -> Self {
        Self { margin, spans, lines: Vec::new() }
    }

    /// Draws it, unless it says already what it should.
    pub(super) fn draw(
        &mut self,
        templates: &Templates,
        analysis: &Analysis,
        voices: &[Voice],
    ) -> Result<(), PageError> {
        let lines = self.spans.iter().flat_map(|&span| lines(analysis, voices, span)).collect();
        if self.lines == lines {
            return Ok(());
        }
        self.lines = lines;
        self.margin.set_text_content(None);
        for [class, name, description] in &self.lines {
            let gloss = templates.clone("gloss")?;
            fill(&gloss, "name", name)?;
            slot(&gloss, "name")?.set_class_name(class);
            fill(&gloss, "description", description)?;
            self.margin.append_child(&gloss)?;
        }
        Ok(())
    }
}

/// Who is quoted under `span`, each voice once; described where it is first heard.
fn lines(analysis: &Analysis, voices: &[Voice], span: Span) -> Vec<[String; 3]> {
    let quotes = &analysis.quotes;
    let first = quotes.partition_point(|q| q.span.start < span.start);
    let behind = quotes.partition_point(|q| q.span.start < span.end);
    let (mut named, mut lines) = (Vec::new(), Vec::new());
    for index in first..behind {
        let voice = voices.iter().position(|v| v.quotes.binary_search(&index).is_ok());
        let Some(voice) = voice.filter(|v| !named.contains(v)) else { continue };
        let Some((found, name)) = voices.get(voice).and_then(|v| Some((v, v.name.clone()?))) else { continue };
        named.push(voice);
        let opens = found.quotes.first() == Some(&index);
        let cluster = found.cluster.filter(|_| opens).and_then(|c| analysis.clusters.get(c));
        let description = cluster.and_then(|c| c.description.clone()).unwrap_or_default();
        lines.push([format!("v{}", hue(voices, voice)), name, description]);
    }
    lines
}

impl App {
    /// Draws again who speaks: the shares above the article and the names in its margin.
    pub(super) fn draw_voices(&self) -> Result<(), PageError> {
        let State { reading: Some(reading), .. } = &mut *self.state.borrow_mut() else { return Ok(()) };
        if let Some(head) = self.parts.read.query_selector(".head")? {
            fill_strip(&self.parts.templates, &head, &reading.voices)?;
        }
        for gloss in &mut reading.glosses {
            gloss.draw(&self.parts.templates, &reading.analysis, &reading.voices)?;
        }
        Ok(())
    }
}
