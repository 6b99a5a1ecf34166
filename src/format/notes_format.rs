//! A form in which a reader's notes leave Postil, and what it is given.

use super::AnalysisView;
use crate::anchor::quote_link;
use crate::annotation::Annotation;
use crate::article::Metadata;
use crate::quote::QuoteKind;
use crate::text::Span;

/// A form for the notes on one article.
#[derive(Debug)]
pub struct NotesFormat {
    /// Its name, for people: a proper name in every language.
    pub name: &'static str,
    /// How the names of its files end, without the full stop.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Writes the notes on an article, in the order given.
    pub write: fn(&NotesView<'_>) -> String,
}

/// The notes on one article, borrowed.
#[derive(Clone, Copy, Debug)]
pub struct NotesView<'a> {
    /// In the order in which they are to be written.
    pub annotations: &'a [Annotation],
    /// What is known of the article.
    pub metadata: &'a Metadata,
    /// What was found in the article, where it is open.
    pub found: Option<AnalysisView<'a>>,
    /// Where in it each of the annotations stands.
    pub places: &'a [Option<Span>],
}

impl<'a> NotesView<'a> {
    /// Notes on an article that is not open.
    #[must_use]
    pub fn new(annotations: &'a [Annotation], metadata: &'a Metadata) -> Self {
        Self { annotations, metadata, found: None, places: &[] }
    }

    /// The article's title, as it or the first of its notes has it.
    #[must_use]
    pub fn title(&self) -> Option<&'a str> {
        let given = self.metadata.title.as_deref().or_else(|| self.annotations.first().map(|a| a.title.as_str()));
        given.filter(|title| !title.trim().is_empty())
    }

    /// Who says the passage of one of the annotations: the speaker of the quote that holds it, or most of it.
    #[must_use]
    pub fn speaker(&self, index: usize) -> Option<&'a str> {
        let (found, span) = (self.found?, self.place(index)?);
        let of_passage = |quote: Span| quote.end.min(span.end).saturating_sub(quote.start.max(span.start));
        let said = found.quotes.iter().filter(|q| q.kind != QuoteKind::Marked && of_passage(q.span) * 2 > span.len());
        // the innermost of those that hold it
        found.speaker(said.min_by_key(|q| q.span.len())?)
    }

    /// Where one of the annotations stands in the article.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<Span> {
        self.places.get(index).copied().flatten()
    }

    /// An address that leads to the very words of one of the annotations.
    #[must_use]
    pub fn link(&self, index: usize) -> Option<String> {
        let annotation = self.annotations.get(index)?;
        let url = self.metadata.url.as_deref().unwrap_or(&annotation.source);
        let web = url.starts_with("http://") || url.starts_with("https://");
        quote_link(url, annotation.selectors.quote.as_ref().filter(|_| web)?)
    }
}
