//! Makes the record of an analysis.

use super::part::Part;
use super::quotes::{own_marks, quote_rows};
use super::rows::{AnswerRow, BlockRow, ClusterRow, CommentRow, Document, Headline, QuotationRow, Range, Record};
use crate::alignment::{Answer, CommentAnswers, Quotation};
use crate::entity::ClusterId;
use crate::format::{AnalysisView, Parts};
use crate::text::{Offsets, Span};

/// Makes the record of `view` under the name `id`.
///
/// ```
/// use postil::{Options, analyze, format::record::record, from_text};
/// let page = from_text("“We were promised a new gate,” said Noor Haddad on Monday.")?;
/// let analysis = analyze(&page, &Options::default());
/// let row = serde_json::to_value(record(&analysis.view(), "gate".into()))?;
/// assert_eq!(row["quotes"][0]["speaker"]["text"], "Noor Haddad");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn record<'a>(view: &AnalysisView<'a>, id: serde_json::Value) -> Record<'a> {
    let (article, metadata) = (view.article, &view.article.metadata);
    let offsets = Offsets::new(&article.text);
    let (own, text_of) = (own_marks(view), article.text.as_str());
    // a headline has the marks of the house's headlines, and a comment its writer's
    let part = |span| Part::new(view, &offsets, span, None);
    let parts = view.parts();
    let body = parts.body.unwrap_or_default();
    let whole = if article.verbatim { Span::new(0, article.text.len()) } else { body };
    let text = Part::new(view, &offsets, whole, Some(own));
    let headline = article.title().filter(|_| !article.verbatim).map(|block| {
        let part = part(block.span);
        Headline { text: part.text(), entities: part.entities(), quotes: quote_rows(&part), marked: part.marked() }
    });
    let comments = view.comments.iter().enumerate().map(|(number, comment)| {
        let answered = view.answers.get(number);
        let place = article.verbatim.then(|| text.range(comment.span)).flatten();
        let own = (!article.verbatim).then(|| part(comment.span));
        CommentRow {
            author: comment.author.as_deref(),
            posted: comment.posted.as_deref(),
            posted_iso: comment.posted_iso.as_deref(),
            text: comment.span.str(&article.text),
            depth: comment.depth,
            start: place.map(|p| p.start),
            end: place.map(|p| p.end),
            entities: own.as_ref().map(Part::entities).unwrap_or_default(),
            quotes: own.as_ref().map(quote_rows).unwrap_or_default(),
            marked: own.as_ref().map(Part::marked).unwrap_or_default(),
            answers: answered.map(|a| answer_rows(text_of, &offsets, a)).unwrap_or_default(),
            names: answered.map(|a| a.names.as_slice()).unwrap_or_default(),
            quotations: answered.map(|a| quotation_rows(text_of, &offsets, a)).unwrap_or_default(),
        }
    });
    let blocks = article
        .blocks
        .iter()
        .filter_map(|block| Some(BlockRow { kind: block.kind, range: text.range(block.span)?, level: block.level }));
    let clusters = view.clusters.iter().enumerate().map(|(id, cluster)| ClusterRow {
        id: ClusterId::new(id),
        name: &cluster.name,
        kind: cluster.kind,
        description: cluster.description.as_deref(),
        wikidata: cluster.wikidata.as_deref(),
        count: cluster.mentions.len(),
    });
    Record {
        id,
        title: view.title(),
        byline: metadata.byline.as_deref(),
        published: metadata.published.as_deref(),
        site: metadata.site.as_deref(),
        language: metadata.language.as_deref(),
        url: metadata.url.as_deref(),
        text: text.text(),
        document: document(view, &offsets, parts),
        blocks: blocks.collect(),
        headline,
        comments: comments.collect(),
        entities: text.entities(),
        quotes: quote_rows(&text),
        marked: text.marked(),
        clusters: clusters.collect(),
    }
}

/// The passages that a comment answers.
fn answer_rows<'a>(text: &'a str, offsets: &Offsets, answers: &CommentAnswers) -> Vec<AnswerRow<'a>> {
    let row = |answer: &Answer| AnswerRow {
        range: points(text, offsets, answer.passage),
        text: answer.passage.str(text),
        by: answer.by,
        speaker: answer.speaker,
        score: answer.score,
    };
    answers.passages.iter().map(row).collect()
}

/// What a comment quotes.
fn quotation_rows<'a>(text: &'a str, offsets: &Offsets, answers: &CommentAnswers) -> Vec<QuotationRow<'a>> {
    let row = |quotation: &Quotation| QuotationRow {
        range: points(text, offsets, quotation.span),
        text: quotation.span.str(text),
        fidelity: quotation.fidelity,
        passage: quotation.passage.map(|passage| points(text, offsets, passage)),
    };
    answers.quotations.iter().map(row).collect()
}

/// A span of the one text in code points.
fn points(text: &str, offsets: &Offsets, span: Span) -> Range {
    let (start, end) = offsets.span_points(text, span);
    Range { start, end }
}

/// The one text and its parts.
fn document<'a>(view: &AnalysisView<'a>, offsets: &Offsets, parts: Parts) -> Document<'a> {
    let text = view.article.text.as_str();
    let range = |span: Span| points(text, offsets, span);
    Document {
        text,
        title: parts.title.map(range),
        body: parts.body.map(range),
        comments: parts.comments.into_iter().map(range).collect(),
    }
}
