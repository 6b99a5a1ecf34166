//! “According to Roe, …” and “…, according to Roe”: words that tell a report by themselves, also where the tagger is not sure of one.

use super::report::SHORTEST;
use super::words::{Class, class};
use crate::entity::FeatureExtractor;
use std::ops::Range;

/// A report of one sentence, as words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct According {
    pub(super) content: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) source: Range<usize>,
}

/// Words in front of a source up to which they belong to what stands behind it (“Now, according to Roe, …”).
const LEAD: usize = 3;

/// Words of a description behind a source, at most: “according to Roe, who runs the ferry, …”.
const LONGEST: usize = 12;

/// The entry of the vocabulary that “according” is, if the text has it.
pub(super) fn entry(reading: &FeatureExtractor) -> Option<usize> {
    reading.tokens.vocabulary.iter().position(|entry| &*entry.lower == "according")
}

/// The report in `line` that says “according to”, where none of its words is `marked` as a quote's. `entry` is that of “according”.
/// Linear in the line.
pub(super) fn find(
    reading: &FeatureExtractor,
    entry: usize,
    line: &Range<usize>,
    marked: impl Fn(usize) -> bool,
) -> Option<According> {
    let lower = |at: usize| if line.contains(&at) { reading.tokens.lower(at) } else { "" };
    let is_cue = |at: usize| reading.tokens.word(at).is_some_and(|w| w.entry == entry) && lower(at + 1) == "to";
    let cue = line.clone().find(|&at| is_cue(at))?;
    let from = cue + 2;
    // “it went according to plan”
    if matches!(lower(from), "" | "plan" | "plans" | "schedule") || line.clone().any(marked) {
        return None;
    }
    let is_stop = |at: usize| matches!(lower(at), "," | ";" | ":" | "—" | "–" | "--" | "(" | ")" | "." | "?" | "!");
    let stop = |from: usize| (from..line.end).find(|&at| is_stop(at)).unwrap_or(line.end);
    // without the marks at its ends
    let clean = |words: Range<usize>| {
        let start = words.clone().find(|&at| !is_stop(at)).unwrap_or(words.end);
        start..words.rev().find(|&at| !is_stop(at)).map_or(start, |at| (at + 1).max(start))
    };
    let end = stop(from);
    let source = clean(from..end);
    let before = clean(line.start..cue);
    let content = if before.len() > LEAD || clean(end..line.end).is_empty() {
        // “seats are given according to need”
        cue.checked_sub(1).filter(|&at| is_stop(at)).map(|_| before)?
    } else {
        let more = stop(end + 1);
        let described = lower(more) == "," && describes(end + 1..more, &lower);
        clean(if described { more } else { end }..line.end)
    };
    let told = !source.is_empty() && content.len() >= SHORTEST;
    told.then_some(According { content, cue: cue..from, source })
}

/// Whether `words`, between commas, describe whom they follow: they have no verb, or begin with “who”.
fn describes<'t>(mut words: Range<usize>, lower: &impl Fn(usize) -> &'t str) -> bool {
    let who = matches!(lower(words.start), "who" | "which");
    let verb =
        |at: usize| matches!(class(lower(at), false), Class::Auxiliary | Class::Verb | Class::Cue(_) | Class::Subject);
    (1..=LONGEST).contains(&words.len()) && (who || !words.any(verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;
    use crate::text::{Span, sentences};

    /// Content and source of the report in `text`.
    fn told(text: &str) -> Option<(String, String)> {
        let reading = FeatureExtractor::new(text, &sentences(text, Span::new(0, text.len())), language_of(None, "")?);
        let page = &reading.tokens;
        let found = find(&reading, entry(&reading)?, &page.sentences.first()?.words, |at| {
            page.word(at).is_some_and(|w| w.text == "“")
        })?;
        let words = |words: &Range<usize>| page.span(words).unwrap_or_default().str(text).to_owned();
        Some((words(&found.content), words(&found.source)))
    }

    #[test]
    fn contents_stand_on_either_side() {
        for (text, content, source) in [
            ("According to the ministry, 40 ferries were late.", "40 ferries were late", "the ministry"),
            ("The bank lost $1,400 a day, according to a filing.", "The bank lost $1,400 a day", "a filing"),
            ("It was late, according to Roe.", "It was late", "Roe"),
            ("Now, according to the new poll, some are swinging.", "some are swinging", "the new poll"),
            ("But according to Roe, it was far too late.", "it was far too late", "Roe"),
            ("According to Ines Roe, the mayor of Ansel, it was far too late.", "it was far too late", "Ines Roe"),
            ("According to Roe, who runs the ferry, it was far too late.", "it was far too late", "Roe"),
            ("According to Roe, the ferry was late, and nobody knew.", "the ferry was late, and nobody knew", "Roe"),
        ] {
            assert_eq!(told(text), Some((content.to_owned(), source.to_owned())), "{text}");
        }
    }

    #[test]
    fn other_words_report_nothing() {
        for text in [
            "The seats were given out according to need.",
            "All of it went well, according to plan.",
            "It was late, according to",
            "According to Roe, “it was late by an hour”.",
            "According to the ministry.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
