//! The phrase that a report's source is, told apart by its words alone.

use crate::entity::{EntityKind, Mention};
use crate::language::Speakers;
use crate::model::List;
use crate::quote::clause::{Head, Phrase};
use crate::quote::input::is_name;
use crate::text::Span;

/// Names in a source that may be its head, at most.
const NAMES: usize = 16;

/// The phrase that `span` is, whose names are among `mentions`; none where marks stand before its first word.
pub(super) fn source_phrase(text: &str, span: Span, mentions: &[Mention], speakers: &Speakers) -> Option<Phrase> {
    let words = span.str(text);
    let lower = words.to_lowercase();
    let joint = lower.contains(speakers.and);
    let phrase = |head, kind| Phrase { span, head, kind, first: 0, end: 0, joint };
    if List::SpeakerPronouns.has(&lower) {
        return Some(phrase(span, Head::Pronoun));
    }
    let from = mentions.partition_point(|m| m.span.end <= span.start);
    let within = mentions.get(from..).unwrap_or_default().iter().take_while(|m| m.span.start < span.end);
    let mut names = within.filter(|m| is_name(m.kind)).take(NAMES);
    // “Roe”, “the Harbour Board”, “Mayor Ines Calder”, but not “a spokesman for Roe”
    let leads = |m: &&Mention| {
        let before = Span::new(span.start, m.span.start.max(span.start)).str(text);
        let mut own = before.split_whitespace();
        !before.split(' ').any(|w| speakers.name_ties.contains(&w))
            && (m.kind == EntityKind::Person || own.all(|w| w.eq_ignore_ascii_case(speakers.definite_article)))
    };
    if let Some(name) = names.find(leads) {
        let rest = Span::new(name.span.end.min(span.end), span.end).str(text);
        if name.kind == EntityKind::Person || rest.trim().is_empty() || rest.starts_with([',', ' ', '(']) {
            return Some(phrase(name.span, Head::Name));
        }
    }
    // the noun before “of”, “who”, a comma
    let stop = words.find([',', '(']).unwrap_or(words.len());
    let end = speakers.noun_ends.iter().filter_map(|w| words.find(w)).fold(stop, usize::min);
    let head = words.get(..end).unwrap_or(words);
    let start = head.trim_end().rfind(' ').map_or(0, |at| at + 1);
    let noun = phrase(Span::new(span.start + start, span.start + end).trim(text), Head::Noun);
    // “the miller, who learnt the trade from a book” is shown as “the miller”
    let shown = Span::new(span.start, span.start + stop).trim(text);
    (!shown.is_empty()).then_some(Phrase { span: shown, ..noun })
}
