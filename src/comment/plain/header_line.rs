//! The line above (or below) a comment in pasted text: who wrote it, when, and in answer to whom.

use crate::comment::boilerplate::is_boilerplate;
use crate::comment::header::Header;
use crate::comment::heading::is_noun;
use crate::comment::name::{NAME_WORDS, name};
use crate::date::{PrintedDate, date_in};
use crate::text::Span;

/// The longest header, in bytes.
const LONGEST: usize = 200;

/// The weight of a whole day or an age.
pub(super) const SURE: u8 = 3;

/// Whether `line` is a header with a day or an age, which little else than a thread has several of.
pub(super) fn is_dated(text: &str, line: Span) -> bool {
    line.len() <= LONGEST
        && date_in(line.str(text)).is_some_and(|date| date.weight() == SURE)
        && header_in(text, line).is_some_and(|header| header.weight == SURE)
}

/// What `line` says as a header; `None` when it is too long to be one.
pub(super) fn header_in(text: &str, line: Span) -> Option<Header> {
    if line.len() > LONGEST {
        return None;
    }
    let mut header = Header::default();
    let mut rest = line;
    rest = marks(text, rest, &mut header);
    rest = numbers(text, rest, &mut header);
    header.colon = rest.str(text).trim_end().ends_with(':');
    let printed = date_in(rest.str(text));
    let (before, after) = match printed {
        Some(PrintedDate { span, .. }) => {
            let at = Span::new(rest.start + span.start, rest.start + span.end);
            header.posted = Some(at);
            header.weight = printed.map_or(0, |p| p.weight());
            (Span::new(rest.start, at.start), Span::new(at.end, rest.end))
        }
        None => (rest, Span::new(rest.end, rest.end)),
    };
    for (piece, last) in [(before, false), (after, true)] {
        if header.author.is_none() {
            header.author = name(text, piece, &mut header);
            header.date_first = last && header.author.is_some();
        } else {
            // “Ann 3h · in reply to Bo”
            let mut own = Header::default();
            let _ = name(text, Span::new(piece.start.saturating_sub(1), piece.end), &mut own);
            header.reply_to = header.reply_to.or(own.reply_to);
            let others = piece.str(text);
            if own.reply_to.is_none() && others.split_whitespace().count() > NAME_WORDS && !is_boilerplate(others) {
                return None; // a sentence with a date in it
            }
        }
    }
    Some(header)
}

/// Passes arrows and bars that show depth.
fn marks(text: &str, span: Span, header: &mut Header) -> Span {
    let words = span.str(text);
    let inner = words.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '↳' | '└'
                    | '→'
                    | '»'
                    | '›'
                    | '>'
                    | '|'
                    | '·'
                    | '–'
                    | '—'
                    | '-'
                    | '*'
                    | '•'
                    | '⤷'
                    | '↪'
                    | '─'
                    | '│'
                    | '├'
                    | '╰'
            )
    });
    let lead = words.get(..words.len() - inner.len()).unwrap_or_default();
    header.marks = lead.chars().filter(|c| !c.is_whitespace()).count();
    Span::new(span.start + lead.len(), span.end)
}

/// Passes `#3`, `3.`, `(3)`, `Comment 3:`, `2.1`.
fn numbers(text: &str, span: Span, header: &mut Header) -> Span {
    let words = span.str(text);
    let first = words.split_whitespace().next().unwrap_or_default();
    let noun = !first.is_empty()
        && (is_noun(&first.to_lowercase())
            || matches!(first.to_lowercase().as_str(), "no." | "nr." | "n°" | "№" | "post"));
    let inner = if noun { words.get(first.len()..).unwrap_or_default().trim_start() } else { words };
    let token = inner.split_whitespace().next().unwrap_or_default();
    let core = token.trim_matches(|c: char| !c.is_ascii_digit());
    let shut = token.len() > core.len()
        && token.trim_start_matches(['#', '(', '[', '№']).trim_end_matches([')', ']', '.', ':', ',']).len()
            == core.len();
    let good = !core.is_empty()
        && core.split('.').all(|n| (1..=5).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    let follows = inner.len() > token.len();
    if good
        && (shut || noun)
        && follows
        && core.split('.').count() <= 8
        && !(core.contains('.') && date_in(inner).is_some_and(|d| d.span.start == 0))
    {
        // “3. May 2021” is a date
        if !date_in(inner).is_some_and(|d| d.span.start == 0 && d.span.end > token.len()) {
            header.numbers = core.split('.').count();
            return Span::new(span.end - inner.len() + token.len(), span.end).trim(text);
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Author and date as found.
    fn parts(line: &str) -> (&str, &str) {
        let header = header_in(line, Span::new(0, line.len())).unwrap_or_default();
        (header.author.map_or("", |a| a.str(line)), header.posted.map_or("", |p| p.str(line)))
    }

    #[test]
    fn reads_many_conventions() {
        assert_eq!(parts("Thumb ann_b 7 months"), ("ann_b", "7 months"));
        assert_eq!(parts("Ann B. says:"), ("Ann B.", ""));
        assert_eq!(parts("Ann · 3 hours ago"), ("Ann", "3 hours ago"));
        assert_eq!(parts("Posted by Ann at 10:22"), ("Ann", "10:22"));
        assert_eq!(parts("#3 Ann Lee — 3 May 2021"), ("Ann Lee", "3 May 2021"));
        assert_eq!(parts("2. At 9 Jan 2023, a nurse wrote:"), ("a nurse", "9 Jan 2023"));
        assert_eq!(parts("Ann Lee, Leeds, 3 May 2021"), ("Ann Lee", "3 May 2021"));
        assert_eq!(parts("Uta schrieb am 3. März 2022 um 8:05 Uhr:"), ("Uta", "3. März 2022 um 8:05 Uhr"));
        assert_eq!(parts("Le 7 mai 2020 à 12h38, Luc a écrit :"), ("Luc", "7 mai 2020 à 12h38"));
        assert_eq!(parts("Bo's avatar"), ("Bo", ""));
        assert_eq!(parts("— Ann, 3 May 2021"), ("Ann", "3 May 2021"));
        assert_eq!(parts("3 May 2021 | Ann | Reply"), ("Ann", "3 May 2021"));
    }

    #[test]
    fn reads_whom_a_comment_answers() {
        let to = |line: &str| {
            header_in(line, Span::new(0, line.len()))
                .and_then(|h| Some((h.author?.str(line).to_owned(), h.reply_to?.str(line).to_owned())))
        };
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(to("Bo > Ann Lee • 3 days ago"), pair("Bo", "Ann Lee"));
        assert_eq!(to("Bo replying to Ann · 3h"), pair("Bo", "Ann"));
        assert_eq!(to("Bo · 3h · in reply to Ann"), pair("Bo", "Ann"));
    }

    #[test]
    fn a_sentence_is_no_name() {
        assert_eq!(parts("They said nine nights last time and it was twenty-six."), ("", ""));
        assert_eq!(parts("Good."), ("", ""));
    }
}
