//! What a comment puts between quotation marks, or into a line behind “>”.

use crate::text::Span;

/// Opening marks and what closes them.
const MARKS: [(char, &[char]); 5] =
    [('“', &['”', '"']), ('„', &['“', '”']), ('«', &['»']), ('»', &['«']), ('"', &['"', '”'])];

/// What stands between marks on one line of `comment`, and in lines behind “>”; without marks.
pub(super) fn quoted_spans(text: &str, comment: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = comment.start;
    for line in comment.str(text).split_inclusive('\n') {
        let own = Span::new(at, at + line.len());
        at = own.end;
        if let Some(rest) = line.trim_start().strip_prefix('>') {
            out.push(Span::new(own.end - rest.len(), own.end).trim(text));
            continue;
        }
        let mut opened: Option<(usize, &[char])> = None;
        let mut before = ' ';
        for (offset, c) in line.char_indices() {
            let here = own.start + offset;
            match opened {
                Some((from, closing)) if closing.contains(&c) => {
                    out.push(Span::new(from, here).trim(text));
                    opened = None;
                }
                None if !before.is_alphanumeric() => {
                    let mark = MARKS.iter().find(|m| m.0 == c);
                    opened = mark.map(|m| (here + c.len_utf8(), m.1));
                }
                _ => {}
            }
            before = c;
        }
    }
    out
}

/// The parts of a quotation that claim to be the source's very words: what stands between ellipses and outside of brackets. A word that is
/// partly in brackets (“\[T\]he”, “report\[s\]”) is in none.
pub(super) fn claimed_parts(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut from, mut dots, mut inside) = (span.start, 0, false);
    let mut glued = false; // after a bracket that stands at a letter, up to the end of the word
    for (offset, c) in span.str(text).char_indices() {
        let here = span.start + offset;
        dots = if c == '.' { dots + 1 } else { 0 };
        if glued && !c.is_alphanumeric() {
            (glued, from) = (false, here);
        }
        match c {
            '[' if !inside => {
                let own = Span::new(from, here);
                let word = own.str(text).chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8);
                out.push(Span::new(from, here - word.sum::<usize>()));
                inside = true;
            }
            ']' if inside => (inside, glued) = (false, true),
            '…' if !inside && !glued => {
                out.push(Span::new(from, here));
                from = here + c.len_utf8();
            }
            '.' if dots == 3 && !inside && !glued => {
                out.push(Span::new(from, here));
                from = here + 1;
            }
            _ => {}
        }
    }
    if !inside && !glued {
        out.push(Span::new(from, span.end));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let parts = claimed_parts(text, Span::new(0, text.len()));
        parts.into_iter().map(|p| p.str(text).trim_matches(['.', ' '])).filter(|p| !p.is_empty()).collect()
    }

    #[test]
    fn ellipses_and_brackets_part_a_quotation() {
        assert_eq!(parts("The gate … was late"), ["The gate", "was late"]);
        assert_eq!(parts("The gate... was late..."), ["The gate", "was late"]);
        assert_eq!(parts("[The mayor] said [on Monday] it was late"), ["said", "it was late"]);
        assert_eq!(parts("[T]he gate was late"), ["gate was late"]);
        assert_eq!(parts("they report[ed] it late [sic]"), ["they", "it late"]);
        assert_eq!(parts("the gate [that"), ["the gate"]);
    }

    #[test]
    fn marks_and_lines_quote() {
        let text = "He said “it was late”, and \"nobody came\".\n> We were promised a gate\nThe 6\" pipe";
        let quoted = quoted_spans(text, Span::new(0, text.len()));
        let words: Vec<&str> = quoted.into_iter().map(|s| s.str(text)).collect();
        assert_eq!(words, ["it was late", "nobody came", "We were promised a gate"]);
    }
}
