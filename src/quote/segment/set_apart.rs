//! What a page sets apart as quoted, and the line below it that names the source.

use super::layout::{Paragraph, Zone};
use super::quoted_span::QuotedSpan;
use crate::text::Span;

/// What a page sets apart as quoted without marks around it: each run of such paragraphs, without a line that names its source. `marked` is
/// ordered by start; linear in both.
pub(super) fn set_apart(text: &str, paragraphs: &[Paragraph], marked: &[QuotedSpan]) -> Vec<QuotedSpan> {
    let mut out: Vec<QuotedSpan> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if !paragraph.quoted || names_source(text, paragraph.span) {
            continue;
        }
        match out.last_mut().filter(|run| run.last + 1 == index) {
            Some(run) => {
                run.span.end = paragraph.span.end;
                run.last = index;
            }
            None => {
                let span = paragraph.span;
                out.push(QuotedSpan { span, inner: span, inside: None, first: index, last: index });
            }
        }
    }
    // a page that sets nearly all of itself apart does so for its looks
    let all: usize = paragraphs.iter().filter(|p| p.zone == Zone::Body).map(|p| p.span.len()).sum();
    if out.iter().map(|run| run.span.len()).sum::<usize>() * 5 > all * 4 {
        return Vec::new();
    }
    let (mut next, mut reached) = (0, 0);
    out.retain_mut(|run| {
        run.inner = run.span.trim(text);
        let mut touching = |to: usize| {
            let first = next;
            next += marked.iter().skip(next).take_while(|m| m.span.start < to).count();
            let (end, longest) = marked
                .get(first..next)
                .unwrap_or_default()
                .iter()
                .fold((0, 0), |(end, longest), m| (m.span.end.max(end), m.span.len().max(longest)));
            reached = end.max(reached);
            (reached, longest)
        };
        let (before, _) = touching(run.span.start);
        let (within, longest) = touching(run.span.end);
        // where marks say what is quoted, they say it better
        before <= run.span.start && within <= run.span.end && longest * 2 < run.span.len()
    });
    out
}

/// The paragraph below what is set apart that names its source.
pub(crate) fn source_line(text: &str, paragraphs: &[Paragraph], quoted: &QuotedSpan) -> Option<Span> {
    paragraphs.get(quoted.last).filter(|p| p.quoted && p.span.end == quoted.span.end)?;
    paragraphs.get(quoted.last + 1).map(|p| p.span).filter(|&span| names_source(text, span))
}

/// Words of a line that names a source, at most.
const SIGNATURE: usize = 12;

/// Whether a paragraph is no more than a dash and who said what stands above: “— Ines Calder, mayor”.
fn names_source(text: &str, span: Span) -> bool {
    let line = span.str(text);
    line.starts_with(['—', '–', '-', '―']) && line.split_whitespace().take(SIGNATURE + 1).count() <= SIGNATURE
}
