//! Lines of a text, whatever breaks them.

use super::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its text, in bytes, without white space or invisible marks at its edges.
    pub(crate) span: Span,
    /// Columns of white space before it; a tab goes to the next multiple of 4.
    pub(crate) indent: usize,
    /// Whether a blank line stands before it.
    pub(crate) after_blank: bool,
    /// Its width in code points.
    pub(crate) width: usize,
}

/// The lines of `text` that are not blank, in order. Lines end at LF, CR, CR LF, vertical tab, form feed, NEL, U+2028 and U+2029.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = false;
    let mut start = 0;
    let mut after_cr = false;
    let ends = breaks(text).map(|(at, c)| (at, at + c.len_utf8(), c));
    for (end, next, c) in ends.chain([(text.len(), text.len(), '\n')]) {
        let crlf = after_cr && c == '\n' && end == start;
        after_cr = c == '\r';
        if crlf {
            start = next;
            continue;
        }
        match line(text, Span::new(start, end), after_blank) {
            Some(line) => {
                lines.push(line);
                after_blank = false;
            }
            None => after_blank = true,
        }
        start = next;
    }
    lines
}

/// The characters that break lines, and where each stands. Bytes that begin none are passed quickly.
fn breaks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.as_bytes().get(from..)?;
            let at = from + rest.iter().position(|b| matches!(b, b'\n'..=b'\r' | 0xc2 | 0xe2))?;
            let c = text.get(at..)?.chars().next()?;
            from = at + c.len_utf8();
            if matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                return Some((at, c));
            }
        }
    })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn line(text: &str, whole: Span, after_blank: bool) -> Option<Line> {
    let raw = whole.str(text);
    let inner = raw.trim_start_matches(is_blank);
    let lead = raw.get(..raw.len() - inner.len())?;
    let inner = inner.trim_end_matches(is_blank);
    if inner.is_empty() {
        return None;
    }
    let indent = lead.chars().fold(0, |column, c| match c {
        '\t' => (column / 4 + 1) * 4,
        c if c.is_whitespace() => column + 1,
        _ => column,
    });
    let start = whole.start + lead.len();
    Some(Line { span: Span::new(start, start + inner.len()), indent, after_blank, width: inner.chars().count() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_break() {
        let text = "\u{feff}One\r\ntwo\u{2028}three\r\r\n\tfour \n\n\u{a0}\nfive";
        let found: Vec<_> = lines(text).iter().map(|l| (l.span.str(text), l.indent, l.after_blank)).collect();
        assert_eq!(
            found,
            [("One", 0, false), ("two", 0, false), ("three", 0, false), ("four", 4, true), ("five", 0, true)]
        );
    }
}
