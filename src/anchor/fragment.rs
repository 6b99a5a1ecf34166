//! A span of an article as a text fragment: an address that brings its reader to the very words.
//!
//! `#:~:text=[prefix-,]start[,end][,-suffix]`, by <https://wicg.github.io/scroll-to-text-fragment/>. Browsers look for whole words,
//! without regard to case, each of the four parts inside one block.

use super::selector::TextQuote;
use crate::text::Span;

/// The longest passage that is written out, in bytes; of a longer one its first and last words are
/// (Chromium's own “copy link to highlight” draws the line at 300 characters).
const WHOLE: usize = 300;
/// Words at each end of a passage that is not written out.
const ENDS: usize = 4;
/// The most words of context on either side. A passage that stands twice with more around it alike is found at its first place.
const CONTEXT: usize = 6;

/// The address `url` with a fragment that leads to `span` of `text`; `None` when `span` has no words.
///
/// Context is added only where the passage's words stand in the text more than once: a page often has something between blocks
/// that the article's text leaves out, and a context that is not there would find nothing.
///
/// ```
/// use postil::{Span, passage_link};
/// let link = passage_link("https://quay.example/a", "She said: “We won.”", Span::new(10, 23));
/// assert_eq!(link.as_deref(), Some("https://quay.example/a#:~:text=We%20won"));
/// ```
#[must_use]
pub fn passage_link(url: &str, text: &str, span: Span) -> Option<String> {
    let marks = |c: char| !c.is_alphanumeric();
    let span = trimmed(text, span, marks);
    let passage = span.of(text).filter(|p| !p.is_empty())?;
    let (start, end) = if passage.len() <= WHOLE && !passage.contains(['\n', '\r']) {
        (passage, "")
    } else {
        (first_words(passage, ENDS), last_words(passage, ENDS))
    };
    let before = text.get(..span.start).unwrap_or_default();
    let before = before.rsplit(['\n', '\r']).next().unwrap_or_default().trim();
    let after = text.get(span.end..).unwrap_or_default();
    let after = after.split(['\n', '\r']).next().unwrap_or_default().trim();
    let whole = folded(text);
    let times = |words: &str| whole.match_indices(&folded(words)).take(2).count();
    let (mut prefix, mut suffix) = ("", "");
    if times(start) > 1 {
        for count in 1..=CONTEXT {
            (prefix, suffix) = (last_words(before, count), first_words(after, count));
            let words = if end.is_empty() { [prefix, start, suffix].join(" ") } else { [prefix, start].join(" ") };
            if times(&words) < 2 {
                break;
            }
        }
    }
    let (page, own) = url.split_once('#').unwrap_or((url, ""));
    let own = own.split(":~:").next().unwrap_or_default();
    let mut out = format!("{page}#{own}:~:text=");
    for (part, opens, closes) in [(prefix, "", "-,"), (start, "", ""), (end, ",", ""), (suffix, ",-", "")] {
        if !part.is_empty() {
            out.push_str(opens);
            encode(part, &mut out);
            out.push_str(closes);
        }
    }
    Some(out)
}

/// The address `url` with a fragment that leads to a passage by the words that it was marked by, where its article is not at hand; with
/// as much of its context as tells it apart from others like it.
///
/// ```
/// use postil::{TextQuote, quote_link};
/// let quote = TextQuote { exact: "We won.".into(), prefix: "She said: ".into(), suffix: String::new() };
/// assert_eq!(quote_link("https://quay.example/a", &quote).as_deref(), Some("https://quay.example/a#:~:text=We%20won"));
/// ```
#[must_use]
pub fn quote_link(url: &str, quote: &TextQuote) -> Option<String> {
    let text = [quote.prefix.as_str(), &quote.exact, &quote.suffix].concat();
    let start = quote.prefix.len();
    passage_link(url, &text, Span::new(start, start + quote.exact.len()))
}

/// `span` without what is `outer` at its edges.
fn trimmed(text: &str, span: Span, outer: impl Fn(char) -> bool) -> Span {
    let passage = span.str(text);
    let rest = passage.trim_start_matches(&outer);
    let start = span.end - rest.len();
    Span::new(start, start + rest.trim_end_matches(&outer).len())
}

/// The first words of the first line.
fn first_words(text: &str, count: usize) -> &str {
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    let words = words(line).take(count).last();
    words.map_or("", |(start, word)| line.get(..start + word.len()).unwrap_or_default().trim_start())
}

/// The last words of the last line.
fn last_words(text: &str, count: usize) -> &str {
    let line = text.rsplit(['\n', '\r']).next().unwrap_or_default();
    let all = words(line).count();
    let first = words(line).nth(all.saturating_sub(count));
    first.map_or("", |(start, _)| line.get(start..).unwrap_or_default().trim_end())
}

/// Words between white space that have a letter or a digit, and where they start.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        word.contains(char::is_alphanumeric).then_some((start, word))
    })
}

/// As browsers compare: without case, white space folded.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Percent-encodes all but letters, digits and `_.~`: what separates the fragment's parts (`-`, `,`, `&`) has to be, the rest may.
fn encode(words: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"_.~".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].iter().filter_map(|&n| HEX.get(usize::from(n))).map(|&b| char::from(b)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://quay.example/a";

    fn link(text: &str, passage: &str) -> String {
        let start = text.rfind(passage).unwrap();
        let link = passage_link(URL, text, Span::new(start, start + passage.len())).unwrap();
        link.strip_prefix("https://quay.example/a#:~:text=").unwrap().to_owned()
    }

    #[test]
    fn a_passage_that_stands_once_is_written_out_without_its_marks() {
        assert_eq!(link("She said: “We won.” They left.", "“We won.”"), "We%20won");
        assert_eq!(link("Prices rose 5 % – again.", "rose 5 %"), "rose%205");
    }

    #[test]
    fn what_separates_the_parts_is_encoded() {
        assert_eq!(
            link("R&D, well-known, 100% café", "R&D, well-known, 100% café"),
            "R%26D%2C%20well%2Dknown%2C%20100%25%20caf%C3%A9"
        );
    }

    #[test]
    fn a_passage_that_stands_twice_has_as_much_context_as_it_needs() {
        let text = "We won, said Roe.\nLater Calder said we won in the end.";
        assert_eq!(link(text, "we won"), "said-,we%20won,-in");
        let text = "They say no today.\nThey say no, they do.";
        assert_eq!(link(text, "say no"), "They-,say%20no,-%2C%20they");
    }

    #[test]
    fn context_stays_in_the_block() {
        let text = "No\n\nNo";
        assert_eq!(link(text, "No"), "No");
        let text = "No way.\nNo, thanks.";
        assert_eq!(link(text, "No"), "No,-%2C%20thanks.");
    }

    #[test]
    fn a_long_passage_and_one_of_several_blocks_have_two_ends() {
        assert_eq!(
            link(
                "“One two three four five.\n\nSix seven eight nine ten,” she said.",
                "“One two three four five.\n\nSix seven eight nine ten,”"
            ),
            "One%20two%20three%20four,seven%20eight%20nine%20ten"
        );
        let long = format!("It is {} over now", "very ".repeat(80));
        assert_eq!(link(&long, &long), "It%20is%20very%20very,very%20very%20over%20now");
    }

    #[test]
    fn the_address_keeps_its_own_fragment_and_loses_an_older_directive() {
        let link = |url| passage_link(url, "We won", Span::new(0, 6)).unwrap();
        assert_eq!(link("https://quay.example/a?b=1#top"), "https://quay.example/a?b=1#top:~:text=We%20won");
        assert_eq!(link("https://quay.example/a#top:~:text=x"), "https://quay.example/a#top:~:text=We%20won");
    }

    #[test]
    fn what_has_no_words_has_no_link() {
        assert_eq!(passage_link(URL, "… “” …", Span::new(0, 5)), None);
        assert_eq!(passage_link(URL, "a", Span::new(3, 9)), None);
    }
}
