//! A snapshot to an analysis: the stages in order, nothing else.

use crate::alignment::{AlignmentInput, CommentAnswers, comment_answers};
use crate::article::{Article, BlockKind};
use crate::comment::{self, Comment};
use crate::entity::{AnnotatedText, Cluster, Mention};
use crate::format::AnalysisView;
use crate::language::Language;
use crate::options::Options;
use crate::order::sort_by_numbers;
use crate::quote::{self, Quote};
use crate::sentence::{Sentence, sentences, wrapped_sentences};
use crate::snapshot::{Snapshot, Source};
use crate::text::{Offsets, Span};
use serde::{Deserialize, Serialize};

/// All that was found in one article. Every span is in bytes of `article.text`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The text, its blocks and its metadata.
    pub article: Article,
    /// The readers' comments.
    pub comments: Vec<Comment>,
    /// Names, dates and amounts, in order.
    pub mentions: Vec<Mention>,
    /// Which mentions are the same thing.
    pub clusters: Vec<Cluster>,
    /// Quotes, ordered by start.
    pub quotes: Vec<Quote>,
    /// What each comment answers, in the order of `comments`.
    pub answers: Vec<CommentAnswers>,
}

impl Analysis {
    /// The analysis as the formats of [`crate::format`] write it out.
    #[must_use]
    pub fn view(&self) -> AnalysisView<'_> {
        AnalysisView {
            article: &self.article,
            comments: &self.comments,
            mentions: &self.mentions,
            clusters: &self.clusters,
            quotes: &self.quotes,
            answers: &self.answers,
        }
    }
}

/// Analyses a page. Never fails: a page without an article gives an analysis with no blocks.
///
/// ```
/// let text = "Lock gate fails\n\n“We were promised a new gate,” said Noor Haddad on Monday.";
/// let analysis = postil::analyze(&postil::from_text(text)?, &postil::Options::default());
/// let quote = &analysis.quotes[0];
/// assert_eq!(quote.span.str(text), "“We were promised a new gate,”");
/// assert_eq!(quote.speaker.map(|s| s.span.str(text)), Some("Noor Haddad"));
/// # Ok::<(), postil::SnapshotError>(())
/// ```
#[must_use]
pub fn analyze(snapshot: &Snapshot, options: &Options) -> Analysis {
    let Prepared { article, comments, sentences, language } = prepare(snapshot, options);
    let messages: Vec<Span> = comments.iter().map(|c| c.span).collect();
    let lines: Vec<Span> = sentences.iter().map(|s| s.span).collect();
    let annotated = AnnotatedText::new(&article, sentences, language);
    let quotes = quote::quotes_in(&annotated, &messages);
    let (mentions, clusters) = annotated.into_entities();
    let answers = comment_answers(&AlignmentInput {
        text: &article.text,
        sentences: &lines,
        comments: &comments,
        mentions: &mentions,
        quotes: &quotes,
        language,
    });
    Analysis { article, comments, mentions, clusters, quotes, answers }
}

/// An article before anything is found in it.
pub(crate) struct Prepared {
    pub(crate) article: Article,
    pub(crate) comments: Vec<Comment>,
    /// The sentences of every block and comment, in order.
    pub(crate) sentences: Vec<Sentence>,
    /// The pack that the article is read by.
    pub(crate) language: Option<&'static Language>,
}

/// The article of a page, ready to be read.
pub(crate) fn prepare(snapshot: &Snapshot, options: &Options) -> Prepared {
    let (mut article, thread) = comment::article_and_thread(snapshot, options);
    let comments = comment::attach(&mut article, thread);
    // several lines of plain text make one block only where a fixed width broke them
    let wrapped = snapshot.source == Source::PlainText;
    let blocks = article.blocks.iter().filter(|b| b.kind != BlockKind::Code).map(|b| (b.span, wrapped));
    let mut places: Vec<(Span, bool)> = blocks.chain(comments.iter().map(|c| (c.span, false))).collect();
    sort_by_numbers(&mut places, |(p, _)| (p.start, p.end));
    let language = article.pack();
    let read = |&(place, wrapped): &(Span, bool)| {
        let split = if wrapped { wrapped_sentences } else { sentences };
        split(&article.text, place, language)
    };
    let sentences = places.iter().flat_map(read).collect();
    Prepared { article, comments, sentences, language }
}

impl Analysis {
    /// The same analysis with every span in UTF-16 units instead of bytes, for JavaScript.
    #[must_use]
    pub fn in_utf16(mut self) -> Self {
        let text = std::mem::take(&mut self.article.text);
        let offsets = Offsets::new(&text);
        for span in self.spans_mut() {
            let (start, end) = offsets.span_utf16(&text, *span);
            *span = Span::new(start, end);
        }
        self.article.text = text;
        self
    }

    /// Every span that the analysis holds.
    fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let blocks = self.article.blocks.iter_mut().map(|b| &mut b.span);
        let links = self.article.links.iter_mut().map(|l| &mut l.span);
        let comments = self.comments.iter_mut().map(|c| &mut c.span);
        let mentions = self.mentions.iter_mut().map(|m| &mut m.span);
        let references = self.clusters.iter_mut().flat_map(|c| &mut c.references);
        let quotes = self.quotes.iter_mut().flat_map(|q| {
            let speaker = q.speaker.as_mut().map(|s| &mut s.span);
            std::iter::once(&mut q.span).chain(q.cue.as_mut()).chain(speaker)
        });
        let answers = self.answers.iter_mut().flat_map(|a| {
            let quoted = a.quotations.iter_mut().flat_map(|q| std::iter::once(&mut q.span).chain(q.passage.as_mut()));
            a.passages.iter_mut().map(|p| &mut p.passage).chain(quoted)
        });
        blocks.chain(links).chain(comments).chain(mentions).chain(references).chain(quotes).chain(answers)
    }
}
