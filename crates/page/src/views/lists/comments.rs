//! The list of the readers' comments: as the thread they are, by time, or by what they answer.

use super::drawing::{Drawing, Rows, fill_text};
use super::panel::Panel;
use super::ties::draw_ties;
use crate::dom::{create, fill};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::flow::thread_order::ThreadOrder;
use crate::page::reading::shorten;
use crate::words;
use postil::Comment;

/// The depth from which on answers are set in no further.
const DEEPEST: u16 = 6;

/// Characters of a comment that its row shows; the article has the rest.
const SHOWN: usize = 600;

pub(super) static COMMENTS: Panel =
    Panel { tab: Tab::COMMENTS, name: words::COMMENTS, draw, empty: |_| words::NO_COMMENTS };

/// Draws it.
fn draw(list: &Drawing) -> Result<Rows, PageError> {
    let (text, order) = (list.reading.text(), list.state.order);
    let comments = &list.reading.analysis.comments;
    let all = list.reading.thread.in_order(order).into_iter().filter_map(|index| Some((index, comments.get(index)?)));
    let wanted: Vec<_> = all.filter(|(_, c)| list.matches(author(c)) || list.matches(c.span.str(text))).collect();
    let into = create("ul")?;
    into.set_class_name("thread-list");
    for &(index, comment) in wanted.iter().take(list.state.rows) {
        let row = list.row("comment-row", &index.to_string())?;
        fill(&row, "author", author(comment))?;
        fill(&row, "posted", comment.posted.as_deref().unwrap_or_default())?;
        fill_text(&row, "words", &shorten(comment.span.str(text), SHOWN))?;
        let parent = list.reading.thread.parent(index).and_then(|parent| comments.get(parent));
        match (order, parent) {
            (ThreadOrder::Thread, _) if comment.depth > 0 => {
                row.set_class_name("reply");
                row.style().set_property("--depth", &comment.depth.min(DEEPEST).to_string())?;
            }
            (ThreadOrder::Time | ThreadOrder::Place, Some(parent)) => {
                fill(&row, "to", &words::in_answer_to(author(parent)))?;
            }
            _ => {}
        }
        draw_ties(list, &row, index)?;
        into.append_child(&row)?;
    }
    if !wanted.is_empty() {
        list.list.append_child(&into)?;
    }
    Ok(Rows { shown: wanted.len().min(list.state.rows), all: wanted.len() })
}

fn author(comment: &Comment) -> &str {
    comment.author.as_deref().unwrap_or(words::NO_AUTHOR)
}
