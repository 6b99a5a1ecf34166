//! Quoted passages, the words that report them, and who speaks.
//! In: an article, its comments, names and clusters ([`QuoteInput`]). Out: [`Quote`]s, ordered by start, and the [`Voice`]s of an article.

mod attribute;
mod clause;
mod input;
mod merge;
mod passage;
mod report;
mod resolve;
mod segment;
mod transcript;
mod voice;

#[cfg(feature = "train")]
pub(crate) use self::attribute::training as train;
pub use self::passage::{Quote, QuoteKind, Speaker};
#[cfg(feature = "train")]
pub(crate) use self::report::training;
pub use self::voice::{Voice, voices};

use self::attribute::{SentenceContext, attributions, speaker_weights};
use self::clause::frames;
use self::input::QuoteInput;
use self::merge::merged;
use self::report::reported_quotes;
use self::resolve::{People, attributed_quotes};
use self::segment::{Segments, quotes_by_marks};
use self::transcript::with_turns;
use crate::entity::AnnotatedText;
use crate::text::Span;

/// Quotes before a place that may reach over it: more than may be nested.
const NEAREST: usize = 16;

/// The quotes of an article, ordered by start; they overlap only by nesting. `comments` are the comments' messages, in order.
///
/// A comment's quotes are its own: nothing in a comment is attributed to somebody by the article's words, nor the other way round. In a
/// language without a pack kinds follow from marks and shape, and nobody is said to speak.
#[must_use]
pub(crate) fn quotes_in(annotated: &AnnotatedText, comments: &[Span]) -> Vec<Quote> {
    match QuoteInput::new(annotated, comments) {
        Some(input) => quotes_with_speakers(&input),
        None => {
            let segments = Segments::new(annotated.article, comments, None);
            quotes_by_marks(&annotated.article.text, &segments, &annotated.sentences)
        }
    }
}

fn quotes_with_speakers(input: &QuoteInput) -> Vec<Quote> {
    let segments = Segments::new(input.article, input.comments, Some(input.language.apostrophes));
    let frames = frames(input, &segments);
    let sentences: Vec<_> = frames.iter().map(|f| SentenceContext::new(input.text(), input.language, f)).collect();
    let weights = speaker_weights();
    let attributions = attributions(input, &segments, &sentences, &mut |choice| weights.likelihoods(&choice.options));
    let people = People::new(input, &segments, &sentences);
    // reports ask for neither, and take room of their own
    drop(sentences);
    drop(frames);
    let quotes = attributed_quotes(input, &segments, &people, &attributions);
    drop(attributions);
    let quotes = with_turns(input, &segments, quotes);
    let mut reports = reported_quotes(input, &segments, &people);
    reports.retain(|report| {
        let before = quotes.partition_point(|quote| quote.span.start < report.span.end);
        let mut near = quotes.get(..before).unwrap_or_default().iter().rev().take(NEAREST);
        near.all(|quote| !quote.span.overlaps(report.span))
    });
    merged(quotes, reports)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, BlockKind};
    use crate::language::ENGLISH;
    use crate::sentence::sentences;

    fn article(text: &str) -> Article {
        let span = Span::new(0, text.len()).trim(text);
        let blocks = vec![Block { kind: BlockKind::Paragraph, span, level: 0 }];
        Article { text: text.to_owned(), blocks, ..Article::default() }
    }

    fn quotes(text: &str) -> Vec<Quote> {
        let article = article(text);
        let sentences = sentences(text, Span::new(0, text.len()), Some(&ENGLISH));
        quotes_in(&AnnotatedText::new(&article, sentences, Some(&ENGLISH)), &[])
    }

    #[test]
    fn speakers_stand_before_after_or_between() {
        for (text, speaker) in [
            ("Calder said: “We won.”", "Calder"),
            ("“We won,” Calder said.", "Calder"),
            ("“We won,” said Ines Calder, who runs the ferry.", "Ines Calder"),
            ("“We won,” said the mayor of Port Ansel, Ines Calder.", "Ines Calder"),
            ("“We won,” she said on Monday, “and they lost.”", "she"),
            ("Calder, who met Roe in May, said: “We won.”", "Calder"),
            ("“We won,” a spokesman for the campaign said.", "a spokesman for the campaign"),
            ("According to officials, the race was “very close” to the end.", "officials"),
            ("Calder left the hall, saying “never again” to reporters.", "Calder"),
        ] {
            let first = quotes(text).first().and_then(|q| q.speaker.map(|s| s.span.str(text).to_owned()));
            assert_eq!(first.as_deref(), Some(speaker), "{text}");
        }
    }

    #[test]
    fn plain_reports_are_indirect() {
        for (text, content) in [
            ("Roe said on Friday that the ferry was late.", "that the ferry was late"),
            ("Roe said the ferry was late again.", "the ferry was late again"),
            ("The bank will cut 200 jobs next year, officials said on Friday.", "The bank will cut 200 jobs next year"),
            ("According to the ministry, 40 ferries were late last year.", "40 ferries were late last year"),
        ] {
            let found = quotes(text);
            assert_eq!(found.iter().map(|q| q.span.str(text)).collect::<Vec<_>>(), [content]);
            assert!(found.iter().all(|q| q.kind == QuoteKind::Indirect && q.speaker.is_some()), "{text}");
        }
        assert_eq!(quotes("Roe has a say in it."), []);
    }

    #[test]
    fn a_report_beside_a_quote_is_one_still() {
        let text = "Okoro said the crews were told late. “Nobody asked us,” he said. According to the ministry, 40,000 people \
            used the line last year.";
        let found = quotes(text);
        let last = found.last().map(|q| (q.kind, q.span.str(text), q.speaker.map(|s| s.span.str(text))));
        assert_eq!(last, Some((QuoteKind::Indirect, "40,000 people used the line last year", Some("the ministry"))));
    }

    #[test]
    fn a_subject_after_an_insertion_is_no_report() {
        let found = quotes("Okafor, who has worked here for 31 years, said his members would lose two hours.");
        assert!(found.iter().all(|q| q.speaker.is_none_or(|s| s.span.start == 0)), "{found:?}");
    }

    #[test]
    fn names_titles_and_words_are_marked() {
        for text in [
            "Lt. Col. (ret.) \"Al\" Rahi came.",
            "It is a town, though \"town\" is too big a word.",
            "They watched “Night Ferry to Ansel” twice.",
        ] {
            assert_eq!(quotes(text).iter().map(|q| q.kind).collect::<Vec<_>>(), [QuoteKind::Marked], "{text}");
        }
    }

    #[test]
    fn twice_as_many_marks_give_twice_as_many_quotes() {
        for piece in ["“", "\"", "' ", "‘a ", "“a ” ", "«a", "she said “a ", "\"a\n", "who \"a\" ", "(“a”, "]
        {
            let count = |times: usize| quotes(&piece.repeat(times)).len();
            // one quote may be left open, or cut, at each end
            assert!(count(800).abs_diff(2 * count(400)) <= 2, "{piece:?} gives {} and {}", count(400), count(800));
        }
    }
}
