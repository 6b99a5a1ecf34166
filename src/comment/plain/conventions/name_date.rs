//! A line with a name, then one with a date; a picture's initials may stand above, a place or a mark between.

use crate::comment::boilerplate::is_boilerplate;
use crate::comment::header::Header;
use crate::comment::plain::convention::{Convention, HeaderLines, undated_name};
use crate::comment::plain::region::Region;

/// Lines between name and date at most, and words of one.
const BETWEEN: usize = 2;
const WORDS: usize = 4;

pub(super) static NAME_DATE: Convention = Convention {
    header_at,
    is_sure: |o| o.good >= 1,
    points: 10,
    bonus: 1,
    below_message: true,
    without_heading: true,
};

fn header_at(region: Region, line: usize) -> Option<HeaderLines> {
    let first = if is_initials(region, line) { line + 1 } else { line };
    let name = undated_name(region, first)?;
    let between = between(region, line, first);
    let dated = first + 1 + between;
    let date = region.header(dated).filter(|d| d.author.is_none() && d.weight >= 1 && d.posted.is_some())?;
    let answered = (first + 1..dated).find_map(|at| region.header(at)?.reply_to);
    let header = Header {
        posted: date.posted,
        weight: date.weight,
        reply_to: name.reply_to.or(answered).or(date.reply_to),
        ..name.clone()
    };
    Some(HeaderLines { line, lines: dated + 1 - line, header, inline: None })
}

/// How many lines stand between the name on line `first` and its date, in a header that begins at `line`, clear of what is above.
fn between(region: Region, line: usize, first: usize) -> usize {
    let after_blank = |at: usize| region.line(at).is_some_and(|l| l.after_blank);
    let apart =
        after_blank(line) || line == region.start || line.checked_sub(1).is_some_and(|b| region.is_boilerplate(b));
    let is_date = |at: usize| region.header(at).is_some_and(|h| h.author.is_none() && h.posted.is_some());
    if !apart || is_date(first + 1) {
        return 0;
    }
    let words = |at: usize| region.line(at).map_or("", |l| l.span.str(region.text()));
    let fits = |at: usize| {
        !after_blank(at)
            && (is_boilerplate(words(at))
                || words(at).split_whitespace().count() <= WORDS
                    && !words(at).ends_with(['.', '!', '?', '…', ':', ','])
                    && region.header(at).is_some_and(|h| h.posted.is_none()))
    };
    (1..=BETWEEN)
        .take_while(|n| fits(first + n))
        .find(|n| is_date(first + n + 1) && !after_blank(first + n + 1))
        .unwrap_or(0)
}

/// Whether a line holds the initials of the name below it.
fn is_initials(region: Region, line: usize) -> bool {
    let words = |at: usize| region.line(at).map_or("", |l| l.span.str(region.text()));
    let (own, name) = (words(line), words(line + 1));
    let initials = || name.split_whitespace().filter_map(|w| w.chars().next());
    (1..=3).contains(&own.chars().count())
        && own.chars().all(char::is_uppercase)
        && !region.line(line + 1).is_some_and(|l| l.after_blank)
        && own.chars().all(|c| initials().any(|i| i.to_uppercase().eq(c.to_uppercase())))
        && own.chars().next() == initials().next()
}
