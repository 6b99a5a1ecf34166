//! “According to Roe, …” and “…, according to Roe”: words that make a report by themselves, also where the tagger is not sure of one.

use super::reported_passage::SHORTEST;
use crate::quote::clause::{Class, word_class};
use crate::quote::input::QuoteInput;
use std::ops::Range;

/// A report of one sentence, as words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct According {
    pub(super) content: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) source: Range<usize>,
}

/// Words before a source up to which they belong to what stands after it (“Now, according to Roe, …”).
const LEAD: usize = 3;

/// Words of a description after a source, at most: “according to Roe, who runs the ferry, …”.
const LONGEST: usize = 12;

/// The entry of the vocabulary that “according” is, if the text has it.
pub(super) fn according_entry(input: &QuoteInput) -> Option<usize> {
    let [word, _] = input.language.speech.according;
    input.extractor.tokens.vocabulary.iter().position(|entry| &*entry.lower == word)
}

impl According {
    /// The report in `line` that says “according to”, where none of its words is `marked` as a quote's. `entry` is that of “according”.
    /// Linear in the line.
    pub(super) fn new(
        input: &QuoteInput,
        entry: usize,
        line: &Range<usize>,
        marked: impl Fn(usize) -> bool,
    ) -> Option<Self> {
        let text = &input.extractor.tokens;
        let speech = input.language.speech;
        let [_, second] = speech.according;
        let lower = |at: usize| if line.contains(&at) { text.lower(at) } else { "" };
        let is_cue = |at: usize| text.word(at).is_some_and(|w| w.entry == entry) && lower(at + 1) == second;
        let cue = line.clone().find(|&at| is_cue(at))?;
        let from = cue + 2;
        // “it went according to plan”
        if lower(from).is_empty() || speech.no_sources.contains(&lower(from)) || line.clone().any(marked) {
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
            let described = lower(more) == "," && describes(input, end + 1..more, &lower);
            clean(if described { more } else { end }..line.end)
        };
        let whole = !source.is_empty() && content.len() >= SHORTEST;
        whole.then_some(Self { content, cue: cue..from, source })
    }
}

/// Whether `words`, between commas, describe whom they follow: they have no verb, or begin with “who”.
fn describes<'t>(input: &QuoteInput, mut words: Range<usize>, lower: &impl Fn(usize) -> &'t str) -> bool {
    let clauses = input.language.clauses;
    let who = clauses.relatives.contains(&lower(words.start));
    let is_verb = |at: usize| {
        let class = word_class(lower(at), false, clauses);
        matches!(class, Class::Auxiliary | Class::Verb | Class::Cue(_) | Class::Subject)
    };
    (1..=LONGEST).contains(&words.len()) && (who || !words.any(is_verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::entity::FeatureExtractor;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;
    use crate::text::Span;

    /// Content and source of the report in `text`.
    fn report(text: &str) -> Option<(String, String)> {
        let sentences = sentences(text, Span::new(0, text.len()), Some(&ENGLISH));
        let article = Article { text: text.to_owned(), ..Article::default() };
        let extractor = FeatureExtractor::new(&article.text, &sentences, &ENGLISH);
        let input = QuoteInput {
            article: &article,
            comments: &[],
            extractor: &extractor,
            mentions: &[],
            clusters: &[],
            language: &ENGLISH,
        };
        let words = &extractor.tokens;
        let is_marked = |at: usize| words.word(at).is_some_and(|w| w.text == "“");
        let found = According::new(&input, according_entry(&input)?, &words.sentences.first()?.words, is_marked)?;
        let part = |part: &Range<usize>| words.span(part).unwrap_or_default().str(text).to_owned();
        Some((part(&found.content), part(&found.source)))
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
            assert_eq!(report(text), Some((content.to_owned(), source.to_owned())), "{text}");
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
            assert_eq!(report(text), None, "{text}");
        }
    }
}
