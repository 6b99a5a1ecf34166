//! Reports as quotes: each with its speaker, and whom that means.

use super::source_phrase::source_phrase;
use super::tagged_reports::tagged_reports;
use crate::model::model;
use crate::quote::input::QuoteInput;
use crate::quote::passage::{Quote, QuoteKind, Speaker};
use crate::quote::resolve::People;
use crate::quote::segment::{Segments, Zone};

/// What is reported without marks, ordered by start; nothing of it shares a byte with a quoted span.
pub(crate) fn reported_quotes(input: &QuoteInput, segments: &Segments, people: &People) -> Vec<Quote> {
    let quoted = segments.quoted.iter().map(|q| q.span);
    let reports = model().map(|m| tagged_reports(input, quoted, &m.reports)).unwrap_or_default();
    let reports = reports.into_iter().filter(|r| segments.is_outside(r.content));
    let quotes = reports.map(|report| {
        let paragraph = segments.paragraphs.partition_point(|p| p.span.end <= report.content.start);
        let zone = segments.zone(paragraph).unwrap_or(Zone::Body);
        let phrase =
            report.source.and_then(|s| source_phrase(input.text(), s, input.mentions, input.language.speakers));
        let cluster = phrase.and_then(|p| people.cluster(&p, paragraph, zone));
        let speaker = phrase.map(|p| Speaker { span: people.shown(&p), cluster: cluster.map(|c| c.0) });
        let confidence = report.confidence * cluster.map_or(1.0, |c| c.1);
        Quote { span: report.content, kind: QuoteKind::Indirect, cue: report.cue, speaker, inside: None, confidence }
    });
    quotes.collect()
}
