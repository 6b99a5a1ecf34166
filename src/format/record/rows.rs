//! What a record holds.

use crate::alignment::{AnsweredBy, Fidelity};
use crate::article::BlockKind;
use crate::entity::{ClusterId, EntityKind};
use crate::quote::QuoteKind;
use serde::Serialize;

/// One article.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    /// As the input gave it: a string, a number or null.
    pub id: serde_json::Value,
    /// The headline.
    pub title: Option<&'a str>,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// ISO 8601.
    pub published: Option<&'a str>,
    /// The site's name.
    pub site: Option<&'a str>,
    /// BCP 47.
    pub language: Option<&'a str>,
    /// The article's address.
    pub url: Option<&'a str>,
    /// The body (HTML) or the whole input (plain text).
    pub text: &'a str,
    /// The one text of all parts, in which annotations and exports count.
    pub document: Document<'a>,
    /// The blocks of `text`.
    pub blocks: Vec<BlockRow>,
    /// The headline of an HTML page; null for plain text, whose headline is a block of `text`.
    pub headline: Option<Headline<'a>>,
    /// The readers' comments.
    pub comments: Vec<CommentRow<'a>>,
    /// Names, dates and amounts in `text`.
    pub entities: Vec<EntityRow<'a>>,
    /// Quotes in `text`.
    pub quotes: Vec<QuoteRow<'a>>,
    /// Words of `text` between quotation marks that nobody speaks.
    pub marked: Vec<Range>,
    /// Which entities are the same, over all parts.
    pub clusters: Vec<ClusterRow<'a>>,
}

/// The article's one text: title, body and comments. A part's own offset is one of these less the part's start.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    /// All of it: for plain text the input.
    pub text: &'a str,
    /// Where the headline stands in it.
    pub title: Option<Range>,
    /// Where the body does.
    pub body: Option<Range>,
    /// Where each comment's message does, in the order of `comments`.
    pub comments: Vec<Range>,
}

/// A half-open range of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A block.
#[derive(Debug, Serialize)]
pub struct BlockRow {
    /// What it is.
    pub kind: BlockKind,
    /// Where, in `text`.
    #[serde(flatten)]
    pub range: Range,
    /// Heading level, list depth or quotation depth.
    pub level: u8,
}

/// The headline of an HTML page.
#[derive(Debug, Serialize)]
pub struct Headline<'a> {
    /// Its text.
    pub text: &'a str,
    /// Names, dates and amounts in it.
    pub entities: Vec<EntityRow<'a>>,
    /// Quotes in it.
    pub quotes: Vec<QuoteRow<'a>>,
    /// Words in it that are merely marked.
    pub marked: Vec<Range>,
}

/// A reader's comment.
#[derive(Debug, Serialize)]
pub struct CommentRow<'a> {
    /// Who wrote it, as printed.
    pub author: Option<&'a str>,
    /// When, as printed.
    pub posted: Option<&'a str>,
    /// When, ISO 8601.
    pub posted_iso: Option<&'a str>,
    /// Its message.
    pub text: &'a str,
    /// 0 for a comment on the article, 1 for a reply to one, and so on.
    pub depth: u16,
    /// Where it starts in the record's `text` (plain text only).
    pub start: Option<usize>,
    /// Where it ends in the record's `text` (plain text only).
    pub end: Option<usize>,
    /// Names, dates and amounts in this comment's `text` (HTML only).
    pub entities: Vec<EntityRow<'a>>,
    /// Quotes in this comment's `text` (HTML only).
    pub quotes: Vec<QuoteRow<'a>>,
    /// Words in this comment's `text` that are merely marked (HTML only).
    pub marked: Vec<Range>,
    /// The passages that it answers.
    pub answers: Vec<AnswerRow<'a>>,
    /// The `id`s of the clusters that it names and the body does too.
    pub names: &'a [ClusterId],
    /// What it quotes, and whether the article has it.
    pub quotations: Vec<QuotationRow<'a>>,
}

/// A passage that a comment answers.
#[derive(Debug, Serialize)]
pub struct AnswerRow<'a> {
    /// Where, in the text of the record's `document`.
    #[serde(flatten)]
    pub range: Range,
    /// Its words.
    pub text: &'a str,
    /// What ties the comment to it.
    pub by: AnsweredBy,
    /// The `id` of the cluster of whoever says it, where it is quoted.
    pub speaker: Option<ClusterId>,
    /// How sure that is, 0 to 1.
    pub score: f32,
}

/// What a comment quotes.
#[derive(Debug, Serialize)]
pub struct QuotationRow<'a> {
    /// Where, in the text of the record's `document`; without its marks.
    #[serde(flatten)]
    pub range: Range,
    /// Its words.
    pub text: &'a str,
    /// Whether the article has them.
    pub fidelity: Fidelity,
    /// Where the article has them, in the text of the record's `document`.
    pub passage: Option<Range>,
}

/// A name, date or amount.
#[derive(Debug, Serialize)]
pub struct EntityRow<'a> {
    /// Where.
    #[serde(flatten)]
    pub range: Range,
    /// Its words.
    pub text: &'a str,
    /// What it names.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The `id` of its cluster.
    pub cluster: ClusterId,
    /// The normalised value of a date or amount.
    pub value: Option<&'a str>,
}

/// Words beside a quote. Without `start` and `end` when they stand in another part (a headline's speaker is named in the body).
#[derive(Debug, Serialize)]
pub struct Words<'a> {
    /// First code point.
    pub start: Option<usize>,
    /// One past the last.
    pub end: Option<usize>,
    /// The words.
    pub text: &'a str,
}

/// The words that name a quote's speaker.
#[derive(Debug, Serialize)]
pub struct SpeakerRow<'a> {
    /// The words and where they stand.
    #[serde(flatten)]
    pub words: Words<'a>,
    /// The `id` of the cluster that they mean.
    pub cluster: Option<ClusterId>,
}

/// All mentions of one thing.
#[derive(Debug, Serialize)]
pub struct ClusterRow<'a> {
    /// Its number in this record.
    pub id: ClusterId,
    /// Its fullest name.
    pub name: &'a str,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The first description that the text gives.
    pub description: Option<&'a str>,
    /// Its item in Wikidata, where its name is widely known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<&'a str>,
    /// How often it is mentioned by name, in all parts.
    pub count: usize,
}

/// A quote.
#[derive(Debug, Serialize)]
pub struct QuoteRow<'a> {
    /// Its number in this record.
    pub id: usize,
    /// Where, marks included.
    #[serde(flatten)]
    pub range: Range,
    /// Its words, marks included.
    pub text: &'a str,
    /// Direct or mixed: between the article's own quotation marks. Indirect: reported without them, be it that other marks stand
    /// around the words; `marks` distinguishes these from a paraphrase.
    pub kind: QuoteKind,
    /// The kind whatever the marks, for tables that people read.
    #[serde(skip)]
    pub manner: QuoteKind,
    /// The marks around it; null around a paraphrase.
    pub marks: Option<Marks>,
    /// The reporting words.
    pub cue: Option<Words<'a>>,
    /// Who speaks.
    pub speaker: Option<SpeakerRow<'a>>,
    /// How sure the speaker is, 0 to 1; without a speaker, how sure it is that there is none to name.
    pub confidence: f32,
    /// The quotes inside of it, with speakers of their own.
    pub inner: Vec<QuoteRow<'a>>,
}

/// The marks that stand around a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// `"…"`, `“…”`, `«…»`, `「…」` and their kin.
    Double,
    /// `'…'`, `‘…’`, `‹…›`.
    Single,
    /// `''…''`: two apostrophes for a mark, as archives of newspapers type it. Corpora take them for no quotation mark.
    Apostrophes,
}

impl Marks {
    /// The marks around a passage that was quoted as `words`, marks included.
    pub(super) fn around(words: &str) -> Self {
        const SINGLE: &str = "'‘’‚‛＇`‹›";
        let mut chars = words.chars();
        let (first, second) = (chars.next(), chars.next());
        match first.filter(|&c| SINGLE.contains(c)) {
            Some(_) if first == second => Self::Apostrophes,
            Some(_) => Self::Single,
            None => Self::Double,
        }
    }
}
