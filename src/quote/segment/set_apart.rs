//! What a page sets apart as quoted, and the line below it that names the source.

use super::layout::{Paragraph, Zone};
use super::quoted_span::QuotedSpan;
use crate::text::Span;

/// What a page sets apart as quoted without marks around it: each run of such paragraphs, without a line that names its source. `marked` is
/// ordered by start; linear in both.
pub(super) fn set_apart(text: &str, paragraphs: &[Paragraph], marked: &[QuotedSpan]) -> Vec<QuotedSpan> {
    let mut out: Vec<QuotedSpan> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if !paragraph.quoted || names_source(text, paragraphs, index) {
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
    let line = quoted.last + 1;
    paragraphs.get(line).map(|p| p.span).filter(|_| names_source(text, paragraphs, line))
}

/// Words of a line that names a source, at most.
const SIGNATURE: usize = 12;

/// Marks that end a sentence, or what is quoted.
const ENDS: [char; 11] = ['.', '!', '?', '…', '"', '”', '’', '»', '。', '！', '？'];

/// Whether a paragraph is no more than who said what stands above: “— Ines Calder, mayor” anywhere, “Ines Calder, mayor” as the last line of what
/// is set apart, below a whole sentence.
fn names_source(text: &str, paragraphs: &[Paragraph], index: usize) -> bool {
    let Some(line) = paragraphs.get(index).map(|p| p.span.str(text)) else { return false };
    if line.split_whitespace().take(SIGNATURE + 1).count() > SIGNATURE {
        return false;
    }
    let is_quoted = |at: usize| paragraphs.get(at).is_some_and(|p| p.quoted);
    let above = || index.checked_sub(1).filter(|&at| is_quoted(at)).and_then(|at| paragraphs.get(at));
    line.starts_with(['—', '–', '-', '―'])
        || line.starts_with(char::is_uppercase)
            && !line.trim_end().ends_with(ENDS)
            && is_quoted(index)
            && !is_quoted(index + 1)
            && above().is_some_and(|p| p.span.str(text).trim_end().ends_with(ENDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is set apart in `lines`, all of them quoted, between two paragraphs that are not; and the line that names the source.
    fn apart(lines: &[&str]) -> (Vec<String>, Option<String>) {
        let long = "The ferry was late again on Monday, and nobody at the quay knew why. ".repeat(9);
        let all: Vec<&str> = std::iter::once(long.trim()).chain(lines.iter().copied()).chain(["It sails."]).collect();
        let text = all.join("\n\n");
        let mut at = 0;
        let paragraphs: Vec<Paragraph> = all
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let span = Span::new(at, at + line.len());
                at = span.end + 2;
                Paragraph { span, zone: Zone::Body, prose: true, quoted: index > 0 && index + 1 < all.len() }
            })
            .collect();
        let runs = set_apart(&text, &paragraphs, &[]);
        let source = runs.first().and_then(|run| source_line(&text, &paragraphs, run)).map(|s| s.str(&text).to_owned());
        (runs.iter().map(|run| run.span.str(&text).to_owned()).collect(), source)
    }

    #[test]
    fn the_last_line_of_what_is_set_apart_may_name_the_source() {
        for source in ["— Lena Osei, nurse", "Lena Osei, nurse", "Mayor Anil Bose"] {
            let words = "Nobody should walk home.";
            assert_eq!(apart(&[words, source]), (vec![words.to_owned()], Some(source.to_owned())));
        }
    }

    #[test]
    fn sentences_and_lines_of_verse_are_quoted() {
        for last in [
            "Nobody did.",
            "and nobody did",
            "Nobody did so, for the quay was dark, and the boats lay far out in the bay that night",
        ] {
            assert_eq!(apart(&["We walked home.", last]), (vec![format!("We walked home.\n\n{last}")], None));
        }
        assert_eq!(
            apart(&["Home we went", "Home to the quay"]),
            (vec!["Home we went\n\nHome to the quay".to_owned()], None)
        );
        assert_eq!(apart(&["Lena Osei, nurse"]), (vec!["Lena Osei, nurse".to_owned()], None));
    }
}
