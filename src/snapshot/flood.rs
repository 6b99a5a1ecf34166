//! Guards the parser against tags with very many attributes, whose names it compares pair by pair.

use std::borrow::Cow;

/// Attributes of one tag from which on the rest is cut out; pages have some dozens.
const MOST: usize = 1_000;

/// Elements whose content is text up to their own end tag.
const RAW: &[&str] = &["script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp"];

/// `html`, with the attributes of each tag cut off after the first thousand.
pub(super) fn with_few_attributes(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(open) = next(bytes, at, b'<') {
        let rest = html.get(open..).unwrap_or_default();
        if rest.starts_with("<!--") {
            at = rest.get(4..).and_then(|r| r.find("-->")).map_or(bytes.len(), |end| open + 4 + end);
        } else if rest.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic) {
            let (many, end) = attributes(bytes, open);
            if let Some(from) = many {
                cuts.push((from, end));
            }
            at = after_raw(html, open, end);
        } else {
            at = open + 1;
        }
    }
    if cuts.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut cut = String::with_capacity(html.len());
    let mut from = 0;
    for (start, end) in cuts {
        cut.push_str(html.get(from..start).unwrap_or_default());
        from = end;
    }
    cut.push_str(html.get(from..).unwrap_or_default());
    Cow::Owned(cut)
}

/// Where the tag that opens at `open` has too many attributes, if so, and where its `>` stands.
fn attributes(bytes: &[u8], open: usize) -> (Option<usize>, usize) {
    let (mut many, mut count, mut quote, mut before) = (None, 0, None, b' ');
    let mut at = open + 1;
    while let Some(&byte) = bytes.get(at) {
        match (quote, byte) {
            (Some(q), b) if q == b => quote = None,
            (Some(_), _) => {}
            (None, b'>') => break,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b' ' | b'\t' | b'\n' | b'\r' | 0xC | b'/') => {
                count += 1;
                if count == MOST {
                    many = Some(at);
                }
            }
            _ => {}
        }
        // white space may stand between `=` and the quote
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        at += 1;
    }
    (many, at)
}

/// Where markup goes on after the tag that opens at `open` and closes at `end`: after its text, when that is raw.
fn after_raw(html: &str, open: usize, end: usize) -> usize {
    let bytes = html.as_bytes();
    let name = |tag: &&str| {
        let after = bytes.get(open + 1 + tag.len());
        bytes.get(open + 1..open + 1 + tag.len()).is_some_and(|n| n.eq_ignore_ascii_case(tag.as_bytes()))
            && after.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))
    };
    let Some(tag) = RAW.iter().find(|tag| name(tag)) else { return end };
    let mut at = end;
    while let Some(close) = next(bytes, at, b'<') {
        let closes = bytes.get(close + 1) == Some(&b'/')
            && bytes.get(close + 2..close + 2 + tag.len()).is_some_and(|n| n.eq_ignore_ascii_case(tag.as_bytes()));
        if closes {
            return close;
        }
        at = close + 1;
    }
    bytes.len()
}

/// The next `byte` from `at` on.
fn next(bytes: &[u8], at: usize, byte: u8) -> Option<usize> {
    bytes.get(at..)?.iter().position(|&b| b == byte).map(|n| at + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_floods_alone() {
        let page = "<p title='a > b' class=c>x</p><script>if (a<b) { \"c d e\" }</script><!-- <p a b> -->";
        assert!(matches!(with_few_attributes(page), Cow::Borrowed(_)));
        let flood = format!("<p class=x {}>text</p>", "é ".repeat(3_000));
        let cut = with_few_attributes(&flood);
        assert!(cut.len() < flood.len() && cut.starts_with("<p class=x é") && cut.ends_with(">text</p>"));
        let script = format!("<script>a<b {}</script>", "c ".repeat(3_000));
        assert!(matches!(with_few_attributes(&script), Cow::Borrowed(_)));
        assert_eq!(with_few_attributes(&format!("<p {}", "a ".repeat(2_000))).len(), "<p ".len() + 2 * (MOST - 1) - 1);
    }
}
