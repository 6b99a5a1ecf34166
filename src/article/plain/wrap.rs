//! Joins the lines of hard-wrapped text (e-mail, wire copy) into paragraphs.

use super::line::{list_marker, quote_depth};
use super::part::Part;
use crate::text::Line;

/// The widest column that text is wrapped at by hand or by a mailer, in code points (RFC 5322 asks for 78 at most).
const WIDEST: usize = 100;
/// The narrowest such column.
const NARROWEST: usize = 40;
/// A line may end so many columns before the next word would have fitted (hyphens, counting by bytes).
const SLACK: usize = 8;

/// The parts of a text: each line, or in hard-wrapped text the lines that were one.
pub(super) fn parts(text: &str, lines: &[Line]) -> Vec<Part> {
    let column = column(text, lines);
    let mut parts: Vec<Part> = Vec::with_capacity(lines.len());
    let mut previous: Option<&Line> = None;
    for line in lines {
        let continues = match (previous, column) {
            (Some(before), Some(column)) => is_wrapped(text, before, line, column),
            _ => false,
        };
        match parts.last_mut() {
            Some(part) if continues => part.span.end = line.span.end,
            _ => parts.push(Part::from(*line)),
        }
        previous = Some(line);
    }
    parts
}

/// The column that the text is wrapped at, if it is.
fn column(text: &str, lines: &[Line]) -> Option<usize> {
    let long = lines.iter().filter(|l| l.width > WIDEST).count();
    let column = lines.iter().map(|l| l.indent + l.width).filter(|&w| w <= WIDEST).max()?;
    if column < NARROWEST || long * 10 > lines.len() {
        return None;
    }
    // most lines that another one follows must be full: lists, verse and headers are not
    let pairs = || lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| !next.after_blank);
    let full = pairs().filter(|(line, next)| is_wrapped(text, line, next, column)).count();
    let all = pairs().count();
    (full >= 3 && full * 4 >= all * 3).then_some(column)
}

/// Whether `line` ended only because the first word of `next` did not fit.
fn is_wrapped(text: &str, line: &Line, next: &Line, column: usize) -> bool {
    let words = next.span.str(text);
    let depth = quote_depth(words);
    if next.after_blank
        || depth != quote_depth(line.span.str(text))
        || (depth.is_none() && list_marker(words).is_some())
    {
        return false;
    }
    let first = words.trim_start_matches(['>', ' ']).split_whitespace().next().unwrap_or_default().chars().count();
    let width = line.indent + line.width;
    width <= column && width + 1 + first + SLACK > column
}
