//! One drawing of a list: what its rows are made from, and the rows that several lists have.

use crate::dom::{Templates, fill, slot, within};
use crate::error::PageError;
use crate::flow::state::State;
use crate::page::reading::{Reading, shorten, strip_marks};
use crate::views::print::{quote_line, quote_words};
use crate::words;
use web_sys::{Element, HtmlElement};

/// How many rows are shown, and how many there are.
#[derive(Clone, Copy, Default)]
pub(super) struct Rows {
    pub(super) shown: usize,
    pub(super) all: usize,
}

impl std::ops::Add for Rows {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { shown: self.shown + other.shown, all: self.all + other.all }
    }
}

/// What a list is drawn from, and into.
pub(super) struct Drawing<'a> {
    pub(super) templates: &'a Templates,
    pub(super) state: &'a State,
    pub(super) reading: &'a Reading,
    pub(super) list: &'a Element,
}

impl Drawing<'_> {
    /// Whether the reader's filter lets these words through.
    pub(super) fn matches(&self, words: &str) -> bool {
        self.state.filter.is_empty() || words.to_lowercase().contains(&self.state.filter)
    }

    /// Whether a quote is of the kind, and about whom or what, the reader wants to see.
    pub(super) fn is_wanted(&self, index: usize) -> bool {
        let facets = &self.state.facets;
        let about = self.reading.about.get(index);
        facets.quote_kind.is_none_or(|kind| self.reading.analysis.quotes.get(index).is_some_and(|q| q.kind == kind))
            && facets.about.is_none_or(|cluster| about.is_some_and(|about| about.contains(&cluster)))
    }

    /// How many more rows there is room for after `shown`.
    pub(super) fn room(&self, shown: usize) -> usize {
        self.state.rows.saturating_sub(shown)
    }

    /// The row of a quote, in the colour `class`.
    pub(super) fn quote_row(&self, index: usize, class: &str) -> Result<HtmlElement, PageError> {
        let row = self.row("quote-row", &index.to_string())?;
        row.set_class_name(class);
        fill_text(&row, "words", &shorten(strip_marks(quote_words(self.reading, index)), 260))?;
        let quote = self.reading.analysis.quotes.get(index);
        let mut line = quote.map(|quote| quote_line(self.reading, index, quote, false)).unwrap_or_default();
        if class == "vr"
            && let Some(name) = self.reading.speaker(index)
        {
            line = [&name, words::DOT, &line].concat();
        }
        fill(&row, "how", &line)?;
        Ok(row)
    }

    /// A row whose button is about `id`.
    pub(super) fn row(&self, template: &'static str, id: &str) -> Result<HtmlElement, PageError> {
        let row = self.templates.copy(template)?;
        within::<HtmlElement>(&row, "button")?.set_attribute("data-id", id)?;
        Ok(row)
    }

    /// A group of rows under a heading, with their number; gives what the rows go into.
    pub(super) fn group(&self, name: &str, count: usize) -> Result<HtmlElement, PageError> {
        let section = self.templates.copy("group")?;
        fill(&section, "name", name)?;
        fill(&section, "count", &count.to_string())?;
        self.list.append_child(&section)?;
        slot(&section, "rows")
    }
}

/// Puts an article's own words into a slot, in their own direction.
pub(super) fn fill_text(row: &Element, name: &str, words: &str) -> Result<(), PageError> {
    let slot = slot(row, name)?;
    slot.set_text_content(Some(words));
    slot.set_dir("auto");
    Ok(())
}
