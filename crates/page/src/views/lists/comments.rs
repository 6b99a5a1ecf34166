//! The list of the readers' comments, as the thread they are.

use super::drawing::{Drawing, Rows, fill_text};
use super::panel::Panel;
use crate::dom::{create, fill};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::page::reading::shorten;
use crate::words;

/// The depth from which on answers are set in no further.
const DEEPEST: u16 = 6;

pub(super) static COMMENTS: Panel =
    Panel { tab: Tab::COMMENTS, name: words::COMMENTS, draw, empty: |_| words::NO_COMMENTS };

/// Draws it.
fn draw(list: &Drawing) -> Result<Rows, PageError> {
    let text = list.reading.text();
    let comments = list.reading.analysis.comments.iter().enumerate();
    let wanted: Vec<_> = comments
        .filter(|(_, c)| list.matches(c.author.as_deref().unwrap_or_default()) || list.matches(c.span.str(text)))
        .collect();
    let into = create("ul")?;
    into.set_class_name("thread-list");
    for (index, comment) in wanted.iter().take(list.state.rows) {
        let row = list.row("comment-row", &index.to_string())?;
        row.style().set_property("--depth", &comment.depth.min(DEEPEST).to_string())?;
        fill(&row, "author", comment.author.as_deref().unwrap_or(words::NO_AUTHOR))?;
        fill(&row, "posted", comment.posted.as_deref().unwrap_or_default())?;
        fill_text(&row, "words", &shorten(comment.span.str(text), 180))?;
        into.append_child(&row)?;
    }
    if !wanted.is_empty() {
        list.list.append_child(&into)?;
    }
    Ok(Rows { shown: wanted.len().min(list.state.rows), all: wanted.len() })
}
