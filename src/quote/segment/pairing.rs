//! Marks to quoted spans: which closes which, over one paragraph or several.

use super::layout::Paragraph;
use super::marks::{Family, Mark, marks};
use super::quoted_span::QuotedSpan;
use super::set_apart::set_apart;
use crate::language::Apostrophes;
use crate::order::sort_by_numbers;
use crate::text::Span;

/// A mark that waits for its partner.
#[derive(Clone, Copy, Debug)]
struct Open {
    mark: Span,
    family: Family,
    /// Paragraph that it was opened in.
    first: usize,
    /// Whether another span of its family was closed inside of it in this paragraph.
    held: bool,
}

/// Quotes inside quotes, at most: deeper ones are noise, and each level costs a pass over its words.
const DEPTH: usize = 8;

/// The quoted spans of `paragraphs`, ordered by start, outer before inner; they overlap only by nesting. `apostrophes` are those of the
/// text's language, if it has a pack. Linear in the text.
pub(super) fn quoted_spans(text: &str, paragraphs: &[Paragraph], apostrophes: Option<&Apostrophes>) -> Vec<QuotedSpan> {
    let mut out = Vec::new();
    let mut stack: Vec<Open> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let marks = marks(text, paragraph.span, apostrophes);
        let sure_ahead = sure_closer_ahead(&marks);
        let mut open = [0_usize; Family::COUNT];
        for waiting in &mut stack {
            open[waiting.family as usize] += 1;
            waiting.held = false;
        }
        // the marks that open the paragraph anew go with those left open before it
        let reopened = stack.len();
        for (mark, sure_ahead) in marks.iter().zip(sure_ahead).skip(reopened) {
            let family = mark.family as usize;
            if mark.closes && open[family] > 0 && (mark.sure || !sure_ahead) {
                while let Some(top) = stack.pop() {
                    open[top.family as usize] -= 1;
                    if top.family == mark.family {
                        push(text, &mut out, top, Span::new(top.mark.start, mark.span.end), mark.span.start, index);
                        if let Some(outer) = stack.iter_mut().next_back().filter(|o| o.family == mark.family) {
                            outer.held = true;
                        }
                        break;
                    }
                }
            } else if mark.opens && stack.len() < DEPTH {
                open[family] += 1;
                stack.push(Open { mark: mark.span, family: mark.family, first: index, held: false });
            }
        }
        let next = paragraphs.get(index + 1).filter(|n| n.prose && paragraph.prose && n.zone == paragraph.zone);
        if stack.is_empty() || next.is_some_and(|n| reopens(text, n, &stack, apostrophes)) {
            continue;
        }
        // left open for good: it ends with the paragraph, unless it may be an apostrophe or its partner was forgotten on the way
        let unclosed = stack.iter().find(|o| o.first < index || o.family != Family::Single && !o.held);
        if let Some(&open) = unclosed {
            let span = Span::new(open.mark.start, paragraph.span.end);
            push(text, &mut out, open, span, span.end, index);
        }
        stack.clear();
    }
    sort_by_numbers(&mut out, |s| (s.span.start, usize::MAX - s.span.end));
    let apart = set_apart(text, paragraphs, &out);
    if !apart.is_empty() {
        out.extend(apart);
        sort_by_numbers(&mut out, |s| (s.span.start, usize::MAX - s.span.end));
    }
    nest(&mut out);
    out
}

/// Whether `next` starts with the same marks that are still open.
fn reopens(text: &str, next: &Paragraph, stack: &[Open], apostrophes: Option<&Apostrophes>) -> bool {
    // a mark has at most four bytes, so the head of the paragraph is enough
    let mut end = (next.span.start + stack.len().saturating_mul(4) + 4).min(next.span.end);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = marks(text, Span::new(next.span.start, end), apostrophes);
    let mut at = next.span.start;
    stack.iter().enumerate().all(|(index, open)| {
        let fits =
            head.get(index).is_some_and(|m| m.span.start == at && m.opens && m.span.str(text) == open.mark.str(text));
        at = head.get(index).map_or(at, |m| m.span.end);
        fits
    })
}

/// Adds what `open` begins, unless it holds no word.
fn push(text: &str, out: &mut Vec<QuotedSpan>, open: Open, span: Span, inner_end: usize, last: usize) {
    let inner = Span::new(open.mark.end, inner_end).trim(text);
    if inner.str(text).contains(char::is_alphanumeric) {
        out.push(QuotedSpan { span, inner, inside: None, first: open.first, last });
    }
}

/// For each mark, whether a single mark that surely closes comes before the next one that opens.
fn sure_closer_ahead(marks: &[Mark]) -> Vec<bool> {
    let mut ahead = vec![false; marks.len()];
    let mut seen = false;
    for (flag, mark) in ahead.iter_mut().zip(marks).rev() {
        *flag = seen;
        if mark.family == Family::Single {
            if mark.opens {
                seen = false;
            } else if mark.closes && mark.sure {
                seen = true;
            }
        }
    }
    ahead
}

/// Sets for each span which one holds it.
fn nest(spans: &mut [QuotedSpan]) {
    let mut holders: Vec<(usize, Span)> = Vec::new();
    for (index, quoted) in spans.iter_mut().enumerate() {
        while holders.last().is_some_and(|(_, span)| span.end <= quoted.span.start) {
            holders.pop();
        }
        quoted.inside = holders.last().map(|&(holder, _)| holder);
        holders.push((index, quoted.span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;
    use crate::quote::segment::layout::Zone;

    fn lines(text: &str) -> Vec<Paragraph> {
        let mut at = 0;
        text.split_inclusive('\n')
            .map(|line| {
                let span = Span::new(at, at + line.len()).trim(text);
                at += line.len();
                Paragraph { span, zone: Zone::Body, prose: true, quoted: false }
            })
            .collect()
    }

    fn spans(text: &str) -> Vec<QuotedSpan> {
        let english = language_of(Some("en"), "");
        quoted_spans(text, &lines(text), english.map(|l| l.apostrophes))
    }

    fn quoted(text: &str) -> Vec<&str> {
        spans(text).iter().map(|s| s.span.str(text)).collect()
    }

    #[test]
    fn pairs_the_marks_of_many_languages() {
        for text in [
            "“Yes.”",
            "\"Yes.\"",
            "„Ja.“",
            "„Tak.”",
            "«Da.»",
            "« Oui. »",
            "»Ja.«",
            "”Ja.”",
            "‘Yes.’",
            "'Yes.'",
            "‹Oui.›",
            "「はい」",
            "『はい』",
            "〝はい〟",
            "＂Yes.＂",
            "``Yes.''",
            ",,Tak.''",
            "‚Ja.‘",
        ] {
            let sentence = format!("It was {text} then.");
            assert_eq!(quoted(&sentence), [text], "{sentence}");
        }
    }

    #[test]
    fn apostrophes_feet_and_inches_are_no_quotes() {
        for text in [
            "I don't know, it's the boys' ball and the girls’ bat.",
            "In the '90s and the ’80s rock ’n’ roll was for 'em.",
            "He is 6'2\" and she 5-foot-3, the board 4' 6\" long.",
            "A 12\" record by the Joneses'.",
        ] {
            assert_eq!(quoted(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_possessive_plural_does_not_close_a_quote() {
        assert_eq!(quoted("‘The boys’ boat sank,’ she said."), ["‘The boys’ boat sank,’"]);
        assert_eq!(quoted("'We took the Joneses' car,' he said."), ["'We took the Joneses' car,'"]);
    }

    #[test]
    fn quotes_nest_either_way() {
        let text = "“He said ‘no’ twice,” she said. ‘He said “yes” once,’ he said.";
        assert_eq!(quoted(text), ["“He said ‘no’ twice,”", "‘no’", "‘He said “yes” once,’", "“yes”"]);
        let found = spans(text);
        assert_eq!(found.iter().map(|s| s.inside).collect::<Vec<_>>(), [None, Some(0), None, Some(2)]);
        assert_eq!(quoted("“‘No,’ he told me,” she said."), ["“‘No,’ he told me,”", "‘No,’"]);
    }

    #[test]
    fn a_quote_opened_anew_on_each_paragraph_is_one() {
        let text = "He said: “We came.\n“We saw.\n“We won.” So it was.";
        assert_eq!(quoted(text), ["“We came.\n“We saw.\n“We won.”"]);
        let text = "\"We came.\n\"We saw,\" he said.";
        assert_eq!(quoted(text), ["\"We came.\n\"We saw,\""]);
    }

    #[test]
    fn an_unclosed_quote_ends_with_its_paragraph() {
        assert_eq!(quoted("He said: “We came.\nThey left.\n“Why?” he asked."), ["“We came.", "“Why?”"]);
        assert_eq!(quoted("She said 'so and left.\nThe dogs' bowl."), Vec::<&str>::new());
    }

    #[test]
    fn a_forgotten_closing_mark_swallows_nothing() {
        assert_eq!(quoted("\"We came, he said. \"We saw.\""), ["\"We saw.\""]);
    }

    #[test]
    fn a_mark_of_another_style_closes() {
        assert_eq!(quoted("“We came,\" he said, \"and saw.”"), ["“We came,\"", "\"and saw.”"]);
    }
}
