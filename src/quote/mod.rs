//! Quoted passages, the words that report them, and who speaks.

mod according;
mod candidate;
mod chunk;
mod cue;
mod decide;
mod features;
mod frame;
mod headline;
mod kind;
mod layout;
mod marks;
mod pairing;
mod phrase;
mod plausible;
mod report;
mod resolve;
mod scene;
mod seen;
mod speaker;
mod spoken;
#[cfg(feature = "train")]
pub(crate) mod train;
#[cfg(feature = "train")]
pub(crate) mod training;
mod voice;
mod weights;
mod words;

pub use self::voice::{Voice, voices};

use self::decide::{Decision, UNCLEAR};
use self::layout::Place;
use self::pairing::Stretch;
use self::phrase::{Head, Phrase};
use self::resolve::People;
#[cfg(feature = "train")]
use crate::article::Article;
use crate::entity::AnnotatedText;
#[cfg(feature = "train")]
use crate::entity::Mention;
use crate::model::model;
#[cfg(feature = "train")]
use crate::text::Sentence;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How a passage quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// Somebody's words, a clause or more, between quotation marks.
    Direct,
    /// A few quoted words inside a paraphrase.
    Mixed,
    /// A paraphrase without marks (“Parly said that …”).
    Indirect,
    /// Words merely marked: a scare quote, a nickname, a title. Nobody speaks.
    Marked,
}

/// Who speaks: the words beside the quote that name the speaker, and whom they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name, noun phrase or pronoun, in bytes.
    pub span: Span,
    /// Index of the [`Cluster`] it means, where that is known.
    pub cluster: Option<usize>,
}

/// A quoted passage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// From the opening to the closing mark, both included, in bytes. A quote over several paragraphs is one span over them all.
    pub span: Span,
    /// What it is.
    pub kind: QuoteKind,
    /// The reporting words (“said”, “according to”).
    pub cue: Option<Span>,
    /// Who speaks; `None` when the text does not tell.
    pub speaker: Option<Speaker>,
    /// Index of the quote that this one stands inside of.
    pub inside: Option<usize>,
    /// How sure the speaker is, 0 to 1: how likely their words are the right ones, times how sure it is whom those mean.
    pub confidence: f32,
}

/// The quotes of an article, ordered by start; they overlap only by nesting.
///
/// A comment's quotes are its own: nothing in a comment is
/// attributed to somebody by the article's words, nor the other way round.
#[must_use]
pub(crate) fn find(annotated: &AnnotatedText, comments: &[Span]) -> Vec<Quote> {
    let AnnotatedText { article, sentences, features, mentions, clusters } = annotated;
    let (reading, language) = (features.as_ref(), annotated.language());
    let text = &article.text;
    let paragraphs = layout::paragraphs(article, comments);
    let stretches = pairing::stretches(text, &paragraphs);
    let frames = frame::frames(text, &paragraphs, &stretches, sentences, reading, mentions);
    let weights = weights::weights();
    let mut judge = |decision: &Decision| weights.judge(&decision.options);
    let found = decide::attribute(text, &paragraphs, &stretches, &frames, mentions, &mut judge);
    let people = People::new(text, mentions, clusters, &paragraphs, &frames);
    let ties = headline::ties(text, &paragraphs, &stretches);
    let around = |place| match place {
        Place::Comment(index) => comments.get(index).copied().unwrap_or_default(),
        Place::Title | Place::Body => Span::new(0, text.len()),
    };
    let mut quotes: Vec<Quote> = Vec::with_capacity(stretches.len());
    for (stretch, found) in stretches.iter().zip(&found) {
        let place = paragraphs.get(stretch.first).map_or(Place::Body, |p| p.place);
        let kind = kind::kind(text, stretch, found, place == Place::Title);
        let mut quote =
            Quote { span: stretch.span, kind, cue: None, speaker: None, inside: stretch.inside, confidence: 0.0 };
        if kind != QuoteKind::Marked {
            quote.cue = found.cue;
            let likely = |phrase: &Phrase| {
                found.confidence >= UNCLEAR
                    && (found.speech.is_some() || plausible::can_speak(text, phrase, found.confidence))
                    && !plausible::is_pointer(text, phrase)
                    && (language.is_some() || phrase.kind == Head::Name)
            };
            if let Some(phrase) = found.phrase.filter(likely) {
                let cluster = people.cluster(&phrase, found.paragraph, place, around(place));
                // a name that a mark is glued to may reach into the quote: then its head is the speaker, if that stands outside
                let outside = [people.shown(&phrase), phrase.head].into_iter().find(|s| !s.overlaps(stretch.span));
                quote.speaker = outside.map(|span| Speaker { span, cluster: cluster.map(|c| c.0) });
                quote.confidence = outside.map_or(0.0, |_| found.confidence * cluster.map_or(1.0, |c| c.1));
            }
            let line = pairing::source_line(text, &paragraphs, stretch);
            let signed = line.and_then(|line| annotated.mentions_in(line).iter().find(|m| words::is_name(m.kind)));
            if let Some(name) = signed {
                quote.speaker = Some(Speaker { span: name.span, cluster: Some(name.cluster) });
                quote.confidence = SIGNED;
            }
        }
        quotes.push(quote);
    }
    for (title, body) in ties {
        let source = quotes.get(body).and_then(|q| q.speaker.map(|s| (s, q.confidence)));
        if let (Some(quote), Some((speaker, confidence))) =
            (quotes.get_mut(title).filter(|q| q.kind != QuoteKind::Marked), source)
        {
            // the same words have the same speaker, whom the body names better
            let span = quote.speaker.map_or(speaker.span, |s| s.span);
            quote.speaker = Some(Speaker { span, cluster: speaker.cluster });
            quote.confidence = confidence * TIED;
        }
    }
    // in a language without a pack nothing is read for reports
    let told = model()
        .zip(reading)
        .map(|(m, reading)| report::find(reading, stretches.iter().map(|s| s.span), mentions, &m.reports));
    let reports = told.unwrap_or_default().into_iter().map(|report| {
        let paragraph = paragraphs.partition_point(|p| p.span.end <= report.content.start);
        let place = paragraphs.get(paragraph).map_or(Place::Body, |p| p.place);
        let speaker = report.source.map(|source| {
            let phrase = Phrase::of(text, source, mentions);
            let cluster = people.cluster(&phrase, paragraph, place, around(place));
            (people.shown(&phrase), cluster)
        });
        Quote {
            span: report.content,
            kind: QuoteKind::Indirect,
            cue: report.cue,
            speaker: speaker.map(|(span, cluster)| Speaker { span, cluster: cluster.map(|c| c.0) }),
            inside: None,
            confidence: report.confidence * speaker.and_then(|s| s.1).map_or(1.0, |c| c.1),
        }
    });
    merge(quotes, reports.filter(|r| apart(r.span, &stretches)).collect())
}

/// Whether `span` shares no byte with what stands between marks.
fn apart(span: Span, stretches: &[Stretch]) -> bool {
    let behind = stretches.partition_point(|s| s.span.start < span.end);
    // stretches that hold others come first and end last
    !stretches.get(..behind).unwrap_or_default().iter().rev().take(NEAREST).any(|s| s.span.overlaps(span))
}

/// Stretches before a place that may reach over it.
const NEAREST: usize = 16;

/// Both lists in one, ordered by start; no report shares a byte with a quote.
fn merge(quotes: Vec<Quote>, reports: Vec<Quote>) -> Vec<Quote> {
    let mut out = Vec::with_capacity(quotes.len() + reports.len());
    let mut places = Vec::with_capacity(quotes.len());
    let mut reports = reports.into_iter().peekable();
    for mut quote in quotes {
        while let Some(report) = reports.next_if(|r| r.span.start < quote.span.start) {
            out.push(report);
        }
        quote.inside = quote.inside.and_then(|outer| places.get(outer).copied());
        places.push(out.len());
        out.push(quote);
    }
    out.extend(reports);
    out
}

/// How sure the speaker is whom a line below the quote names.
const SIGNED: f32 = 0.95;

/// How much less sure than the quote in the body its words in the headline are.
const TIED: f32 = 0.95;

/// For the trainer: makes the decisions about the quotes of `article`, each put to `judge`.
#[cfg(feature = "train")]
pub(crate) fn decisions(
    article: &Article,
    comments: &[Span],
    sentences: &[Sentence],
    mentions: &[Mention],
    judge: decide::Judge<'_>,
) {
    let text = &article.text;
    let paragraphs = layout::paragraphs(article, comments);
    let stretches = pairing::stretches(text, &paragraphs);
    let frames = frame::frames(text, &paragraphs, &stretches, sentences, None, mentions);
    decide::attribute(text, &paragraphs, &stretches, &frames, mentions, judge);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, BlockKind};
    use crate::language::language_of;
    use crate::text::sentences;

    fn article(text: &str) -> Article {
        let span = Span::new(0, text.len()).trim(text);
        let blocks = vec![Block { kind: BlockKind::Paragraph, span, level: 0 }];
        Article { text: text.to_owned(), blocks, ..Article::default() }
    }

    fn quotes(text: &str) -> Vec<Quote> {
        let article = article(text);
        let sentences = sentences(text, Span::new(0, text.len()));
        find(&AnnotatedText::new(&article, &sentences, language_of(None, text)), &[])
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
    fn a_subject_behind_an_insertion_is_no_report() {
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
    fn marks_without_end_take_linear_time() {
        for piece in ["“", "\"", "' ", "‘a ", "“a ” ", "«a", "she said “a ", "\"a\n", "who \"a\" ", "(“a”, "]
        {
            let text = piece.repeat(60_000 / piece.len());
            let start = std::time::Instant::now();
            quotes(&text);
            // a quadratic scan of 60 KB takes minutes in a debug build
            assert!(start.elapsed().as_secs() < 20, "{piece:?} took {:?}", start.elapsed());
        }
    }
}
