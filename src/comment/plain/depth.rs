//! How deep each comment of a pasted thread stands.

use crate::comment::header::Header;
use crate::comment::post::Comment;
use std::collections::HashMap;

/// Columns that an arrow or bar before a header stands for.
const MARK: usize = 4;

/// Sets depths by whom a comment answers, by numbers (`2.1`), or by arrows and indentation. `headers` are those of the comments, and the
/// columns of white space before each.
pub(super) fn set_depths(text: &str, headers: &[(Header, usize)], comments: &mut [Comment]) {
    let key = |s: &str| s.trim_start_matches('@').to_lowercase();
    let by_names = headers.iter().any(|(h, _)| h.reply_to.is_some() || h.answer);
    let mut latest: HashMap<String, u16> = HashMap::new();
    let mut columns: Vec<usize> = Vec::new();
    for ((header, indent), comment) in headers.iter().zip(comments) {
        let column = indent + header.marks * MARK;
        while columns.last().is_some_and(|&c| c >= column) {
            columns.pop();
        }
        let shown = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        columns.push(column);
        comment.depth = match header.reply_to {
            Some(parent) => latest.get(&key(parent.str(text))).map_or(1, |d| d.saturating_add(1)),
            None if header.answer => 1,
            None if by_names => 0,
            None => shown.max(u16::try_from(header.numbers.saturating_sub(1)).unwrap_or(0)),
        };
        if let Some(author) = &comment.author {
            latest.insert(key(author), comment.depth);
        }
    }
}
