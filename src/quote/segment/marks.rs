//! Quotation marks of a paragraph, and what each of them can be: an opening mark, a closing one, or either.

use crate::model::List;
use crate::text::Span;

/// Marks that can open and close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
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
    pub(crate) const COUNT: usize = 6;
}

/// A quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where it is, in bytes.
    pub(crate) span: Span,
    /// What it pairs with.
    pub(crate) family: Family,
    /// Whether it can open a quote.
    pub(crate) opens: bool,
    /// Whether it can close one.
    pub(crate) closes: bool,
    /// Whether it is more than what may be an apostrophe (`the boys'`).
    pub(crate) sure: bool,
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

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// White space or the paragraph's edge.
    Gap,
    /// A letter or digit.
    Word,
    /// `(`, `[` and the like.
    Bracket,
    /// A dash, hyphen or slash: both a beginning and an end.
    Dash,
    /// Any other mark.
    Stop,
}

fn side(c: Option<char>) -> Side {
    match c {
        None => Side::Gap,
        Some(c) if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') => Side::Gap,
        Some(c) if c.is_alphanumeric() => Side::Word,
        Some('(' | '[' | '{' | '<' | '¿' | '¡' | '$' | '£' | '€' | '#' | '@') => Side::Bracket,
        Some('-' | '‐' | '‑' | '–' | '—' | '―' | '/') => Side::Dash,
        Some(_) => Side::Stop,
    }
}

/// The quotation marks of `text` under `within`, in order; apostrophes, foot and inch marks are left out. One linear pass.
pub(crate) fn marks(text: &str, within: Span) -> Vec<Mark> {
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
        push_run(&run, within.start, &context, &mut out);
    }
    out
}

/// Whether `rest` starts with two commas that stand for `„`: glued to the word behind them.
fn low_pair(rest: &str) -> bool {
    rest.strip_prefix(",,").is_some_and(|r| r.starts_with(char::is_alphanumeric))
}

/// The text on both sides of a run of marks.
struct Context<'t> {
    left: &'t str,
    right: &'t str,
    lone: bool,
}

fn push_run(run: &[(usize, char)], base: usize, context: &Context, out: &mut Vec<Mark>) {
    let mut rest = run;
    while let [(at, c), tail @ ..] = rest {
        let pair = match tail.first() {
            Some((_, d)) if c == d => matches!(c, '`' | '\'' | '’' | '‘') && tail.get(1).is_none_or(|t| t.1 != *c),
            _ => false,
        };
        let width = c.len_utf8() * if pair { 2 } else { 1 };
        let span = Span::new(base + at, base + at + width);
        if let Some(mark) = classify(*c, pair, span, context) {
            out.push(mark);
        }
        rest = tail.get(usize::from(pair)..).unwrap_or_default();
    }
}

fn classify(c: char, pair: bool, span: Span, context: &Context) -> Option<Mark> {
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
            if context.lone && (before == Side::Word && after == Side::Word || is_elision(c, context)) {
                return None;
            }
            let opens = opens && c != '’' && after != Side::Stop;
            let sure = before != Side::Word || !may_be_possessive(context);
            (opens || closes).then_some(Mark { span, family, opens, closes, sure })
        }
    }
}

/// Whether the mark between the two sides is the inch of `6'2"`, or of `a 12" record`.
fn is_inch(context: &Context) -> bool {
    let head = context.left.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '½' | '¼' | '¾'));
    let digits = context.left.len() - head.len();
    let feet = head.trim_end_matches([' ', '-']).ends_with(['\'', '’', '′']);
    // more digits than a length has are a year at the end of a quote
    (1..=4).contains(&digits)
        && feet
        && head.trim_end_matches([' ', '-', '\'', '’', '′']).ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the mark stands for letters or a century left out: `’90s`, `'em`, `rock ’n’ roll`.
fn is_elision(c: char, context: &Context) -> bool {
    let word_end = context.right.find(|c: char| !c.is_alphanumeric()).unwrap_or(context.right.len());
    let word = context.right.get(..word_end).unwrap_or_default();
    let digits = word.trim_end_matches('s');
    let year = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) && (c != '‘' || word.ends_with('s'));
    let leading = year || List::Elisions.has_folded(word);
    leading && side(context.left.chars().next_back()) != Side::Stop || closes_lone_n(context.left)
}

/// The second mark of `’n’`.
fn closes_lone_n(left: &str) -> bool {
    let mut back = left.chars().rev();
    matches!(back.next(), Some('n' | 'N')) && matches!(back.next(), Some('\'' | '’' | '‘'))
}

/// Whether the mark may be the apostrophe of a plural (`the boys' cars`) or of a dropped letter (`goin' home`).
fn may_be_possessive(context: &Context) -> bool {
    let ends = context.left.ends_with(['s', 'S', 'z', 'x']) || context.left.ends_with("in");
    let mut after = context.right.chars();
    let measure = context.left.ends_with(|c: char| c.is_ascii_digit());
    (ends || measure)
        && after.next().is_some_and(char::is_whitespace)
        && after.next().is_some_and(char::is_alphanumeric)
}
