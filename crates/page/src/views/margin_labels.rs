//! Who is quoted, named in the margin beside the words; drawn again where the reader sets a speaker right.

use super::print::voice_class;
use crate::dom::{Templates, fill, slot};
use crate::error::PageError;
use postil::{Analysis, Span, Voice};
use web_sys::HtmlElement;

/// The margin of one row of the article.
pub(crate) struct MarginLabel {
    margin: HtmlElement,
    /// The blocks beside it.
    spans: Vec<Span>,
    /// What it says: class, name and description of each voice.
    lines: Vec<[String; 3]>,
}

impl MarginLabel {
    /// The margin beside the blocks under `spans`, empty.
    pub(crate) fn new(margin: HtmlElement, spans: Vec<Span>) -> Self {
        Self { margin, spans, lines: Vec::new() }
    }

    /// Draws it, unless it says already what it should.
    pub(crate) fn draw(
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
            let label = templates.copy("margin-label")?;
            fill(&label, "name", name)?;
            slot(&label, "name")?.set_class_name(class);
            fill(&label, "description", description)?;
            self.margin.append_child(&label)?;
        }
        Ok(())
    }
}

/// Who is quoted under `span`, each voice once; described where it is first heard.
fn lines(analysis: &Analysis, voices: &[Voice], span: Span) -> Vec<[String; 3]> {
    let quotes = &analysis.quotes;
    let first = quotes.partition_point(|q| q.span.start < span.start);
    let after = quotes.partition_point(|q| q.span.start < span.end);
    let (mut named, mut lines) = (Vec::new(), Vec::new());
    for index in first..after {
        let number = voices.iter().position(|v| v.quotes.binary_search(&index).is_ok());
        let Some(number) = number.filter(|number| !named.contains(number)) else { continue };
        let Some((voice, name)) = voices.get(number).and_then(|v| Some((v, v.name.clone()?))) else { continue };
        named.push(number);
        let opens = voice.quotes.first() == Some(&index);
        let cluster = voice.cluster.filter(|_| opens).and_then(|c| c.of(&analysis.clusters));
        let description = cluster.and_then(|c| c.description.clone()).unwrap_or_default();
        lines.push([voice_class(voices, number), name, description]);
    }
    lines
}
