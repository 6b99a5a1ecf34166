//! Quotation marks of a paragraph, and what each of them can be: an opening mark, a closing one, or either.

use super::apostrophe::{is_elision, is_inch, may_end_word};
use super::side::{Context, Side, side};
use crate::language::Apostrophes;
use crate::text::Span;

/// Marks that can open and close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `"`, `“ ”`, `„`, `＂`, `〝 〟`, `` `` ``, `''`.
    Double,
    /// `'`, `‘ ’`, `‚`.
    Single,
    /// `« »`.
    Angle,
    /// `‹ ›`.
    SingleAngle,
    /// `「 」`.
    Corner,
    /// `『 』`.
    WhiteCorner,
}

impl Family {
    /// How many families there are.
    pub(super) const COUNT: usize = 6;
}

/// A quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it is, in bytes.
    pub(super) span: Span,
    /// What it pairs with.
    pub(super) family: Family,
    /// Whether it can open a quote.
    pub(super) opens: bool,
    /// Whether it can close one.
    pub(super) closes: bool,
    /// Whether it is more than what may be an apostrophe (`the boys'`).
    pub(super) sure: bool,
}

/// The family of `c` in Unicode's `Quotation_Mark` property, with the grave accent of typewritten ``` ``…'' ```.
fn family(c: char) -> Option<Family> {
    Some(match c {
        '"' | '“' | '”' | '„' | '‟' | '⹂' | '＂' | '〝' | '〞' | '〟' => Family::Double,
        '\'' | '‘' | '’' | '‚' | '‛' | '＇' | '`' => Family::Single,
        '«' | '»' => Family::Angle,
        '‹' | '›' => Family::SingleAngle,
        '「' | '」' | '﹁' | '﹂' | '｢' | '｣' => Family::Corner,
        '『' | '』' | '﹃' | '﹄' => Family::WhiteCorner,
        _ => return None,
    })
}

/// The quotation marks of `text` under `within`, in order; apostrophes, foot and inch marks are left out. `apostrophes` are those of the
/// text's language, if it has a pack. One linear pass.
pub(super) fn marks(text: &str, within: Span, apostrophes: Option<&Apostrophes>) -> Vec<Mark> {
    let part = within.str(text);
    let mut out = Vec::new();
    let mut from = 0;
    // most bytes begin none
    let may_begin = |&b: &u8| matches!(b, b'"' | b'\'' | b'`' | b',' | 0x80..);
    while let Some(ahead) = part.as_bytes().get(from..).and_then(|rest| rest.iter().position(may_begin)) {
        let at = from + ahead;
        let rest = part.get(at..).unwrap_or_default();
        if low_pair(rest) {
            let span = Span::new(within.start + at, within.start + at + 2);
            out.push(Mark { span, family: Family::Double, opens: true, closes: false, sure: true });
            from = at + 2;
            continue;
        }
        // marks that touch share what stands on the two sides of the run
        let run: Vec<(usize, char)> =
            rest.char_indices().take_while(|&(_, c)| family(c).is_some()).map(|(i, c)| (at + i, c)).collect();
        let Some(&(last, c)) = run.last() else {
            from = at + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = last + c.len_utf8();
        from = end;
        let context = Context {
            left: part.get(..at).unwrap_or_default(),
            right: part.get(end..).unwrap_or_default(),
            lone: run.len() == 1,
        };
        push_run(&run, within.start, &context, apostrophes, &mut out);
    }
    out
}

/// Whether `rest` starts with two commas that stand for `„`: glued to the word after them.
fn low_pair(rest: &str) -> bool {
    rest.strip_prefix(",,").is_some_and(|r| r.starts_with(char::is_alphanumeric))
}

/// Adds what the characters of a run, which stand `base` bytes further on, are.
fn push_run(
    run: &[(usize, char)],
    base: usize,
    context: &Context,
    apostrophes: Option<&Apostrophes>,
    out: &mut Vec<Mark>,
) {
    let mut rest = run;
    while let [(at, c), tail @ ..] = rest {
        let pair = match tail.first() {
            Some((_, d)) if c == d => matches!(c, '`' | '\'' | '’' | '‘') && tail.get(1).is_none_or(|t| t.1 != *c),
            _ => false,
        };
        let width = c.len_utf8() * if pair { 2 } else { 1 };
        let span = Span::new(base + at, base + at + width);
        if let Some(mark) = mark_of(*c, pair, span, context, apostrophes) {
            out.push(mark);
        }
        rest = tail.get(usize::from(pair)..).unwrap_or_default();
    }
}

/// The quotation mark that `c` is, `pair` being a doubled one; `None` for an apostrophe and the like.
fn mark_of(c: char, pair: bool, span: Span, context: &Context, apostrophes: Option<&Apostrophes>) -> Option<Mark> {
    let family = if pair { Family::Double } else { family(c)? };
    let (left, right) = (context.left.chars().next_back(), context.right.chars().next());
    let (before, after) = (side(left), side(right));
    let opens = matches!(before, Side::Gap | Side::Bracket | Side::Dash) && after != Side::Gap;
    let closes = matches!(after, Side::Gap | Side::Stop | Side::Dash | Side::Bracket) && before != Side::Gap;
    let mark = |opens, closes, sure| Some(Mark { span, family, opens, closes, sure });
    match c {
        _ if pair => match c {
            '`' | '‘' => mark(true, false, true),
            _ => mark(opens, closes || !opens, true),
        },
        // these say themselves which they are; German „…“ and »…« turn two of them around
        '「' | '﹁' | '｢' | '『' | '﹃' | '〝' | '⹂' | '„' => mark(true, false, true),
        '」' | '﹂' | '｣' | '』' | '﹄' | '〞' | '〟' => mark(false, true, true),
        '«' | '‹' => mark(true, before != Side::Gap, true),
        '»' | '›' => mark(opens, true, true),
        '“' | '‟' => mark(true, closes, true),
        '”' => mark(opens && before == Side::Gap, true, true),
        '"' | '＂' => {
            if is_inch(context) && context.lone {
                return None;
            }
            if opens == closes { mark(true, true, true) } else { mark(opens, closes, true) }
        }
        '`' => mark(opens, false, false),
        '‚' | '‛' => mark(opens, false, false),
        _ => {
            if context.lone && (before == Side::Word && after == Side::Word || is_elision(c, context, apostrophes)) {
                return None;
            }
            let opens = opens && c != '’' && after != Side::Stop;
            let sure = before != Side::Word || !may_end_word(context, apostrophes);
            (opens || closes).then_some(Mark { span, family, opens, closes, sure })
        }
    }
}
