//! What is seen of a quoted span by which speech is told apart from words that are merely marked.

use super::attribution::Attribution;
use super::candidate::{Candidate, Group};
use super::candidate_features::class_code;
use super::context::QuoteContext;
use super::features::{Features, word_code};
use super::rule::{is_cased_title, is_marked};
use crate::model::List;
use crate::quote::clause::{Class, word_class};
use crate::quote::segment::QuotedSpan;

/// Words of a quoted span that are looked at, at most.
const WORDS: usize = 24;

/// Words up to which a quoted span is short: its words themselves are looked at.
const SHORT: u32 = 5;

/// The two options: speech, of which nothing is said, and words merely marked.
pub(crate) fn speech_options(
    context: &QuoteContext,
    quoted: &QuotedSpan,
    candidate: Option<&Candidate>,
    attribution: &Attribution,
) -> Vec<Features> {
    let text = context.text;
    let inner = quoted.inner.str(text);
    let words: Vec<&str> = inner.split_whitespace().take(WORDS).collect();
    let count = words.len() as u32;
    let length = if count > 6 { 6 + count / 6 } else { count };
    let title = u32::from(is_cased_title(inner));
    let first = words.first().copied().unwrap_or_default();
    let small = u32::from(context.look.small);
    let capitals = words.iter().filter(|w| w.starts_with(char::is_uppercase)).count() as u32;
    let end = inner.chars().next_back().map_or(0, |c| if c.is_alphanumeric() { 1 } else { u32::from(c) });
    let stop = text
        .get(quoted.span.end..)
        .and_then(|t| t.chars().next())
        .map_or(0, |c| if c.is_alphanumeric() { 1 } else { u32::from(c) });
    let talk = words.iter().any(|w| List::Talk.has_folded(w));
    let own = context.own();
    let at = context.at();
    let item = |i: Option<usize>| i.and_then(|i| own.and_then(|s| s.frame.items.get(i)));
    let (before, after) = (item(at.checked_sub(1)), item(Some(at + 1)));
    let word_before = before.map_or(0, |i| word_code(i.span.str(text)));
    let word_after = after.map_or(0, |i| word_code(i.span.str(text)));
    let (before, after) = (class_code(text, before), class_code(text, after));
    let second = item(at.checked_sub(2)).map_or(0, |i| word_code(i.span.str(text)));
    let alone = u32::from(own.is_some_and(|s| s.alone));
    let sure = (attribution.confidence * 5.0).round() as u32;
    let group = candidate.map_or(0, |r| r.group.code());
    let cue = attribution.cue;
    let near = cue.map_or(9, |c| {
        let gap = if c.end <= quoted.span.start {
            quoted.span.start - c.end
        } else {
            c.start.saturating_sub(quoted.span.end)
        };
        match gap {
            0..=3 => 0,
            4..=12 => 1,
            13..=40 => 2,
            41..=90 => 3,
            _ => 4,
        }
    });
    let verb = cue.map_or(0, |c| word_code(c.str(text)));
    let nobody = u32::from(candidate.is_none_or(|r| r.group == Group::Nobody));

    let mut f = Features::new();
    f.add(100, &[]);
    let ruled = u32::from(is_marked(text, quoted, attribution, context.headline, context.language.speech));
    f.add(99, &[ruled, length.min(2)]);
    f.add(132, &[ruled, near, title]);
    f.add(133, &[ruled, verb]);
    f.add(134, &[ruled, before, alone]);
    f.add(101, &[length]);
    f.add(102, &[length, title, small]);
    f.add(103, &[title, capitals.min(5), length.min(6)]);
    f.add(104, &[title, near]);
    f.add(105, &[end]);
    f.add(106, &[end, stop, small]);
    f.add(107, &[before]);
    f.add(108, &[word_before]);
    f.add(109, &[word_after]);
    f.add(110, &[before, after]);
    f.add(111, &[before, title, length.min(4)]);
    f.add(112, &[after, title, length.min(4)]);
    f.add(113, &[word_before, title]);
    f.add(114, &[second]);
    f.add(115, &[word_code(first)]);
    f.add(116, &[near, length.min(6)]);
    f.add(117, &[near, before]);
    f.add(118, &[verb]);
    f.add(119, &[group, sure]);
    f.add(120, &[nobody, alone, length.min(6)]);
    f.add(121, &[u32::from(talk), length.min(6)]);
    f.add(122, &[u32::from(context.headline), length.min(6), title]);
    f.add(123, &[alone, title]);
    f.add(124, &[own.map_or(0, |s| s.quotes.len().min(4) as u32), title, length.min(3)]);
    f.add(125, &[u32::from(at == 0), title, near]);
    if count <= SHORT {
        let mut shape = 0_u32;
        for word in &words {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            f.add(126, &[word_code(bare)]);
            let capital = bare.starts_with(char::is_uppercase);
            let class = match word_class(&bare.to_lowercase(), false, context.language.clauses) {
                Class::Word if capital => 2,
                Class::Word => 1,
                Class::Determiner => 3,
                Class::Tie | Class::Preposition => 4,
                Class::Subject | Class::Object => 5,
                Class::Auxiliary => 6,
                Class::Cue(_) | Class::Verb => 7,
                Class::Adverb => 8,
                Class::And | Class::Clause | Class::Relative => 9,
                _ => 10,
            };
            shape = shape * 11 + class;
        }
        f.add(127, &[shape]);
        f.add(128, &[shape, near]);
        f.add(129, &[words.last().map_or(0, |w| word_code(w.trim_matches(|c: char| !c.is_alphanumeric())))]);
    }
    let verb_near = own.is_some_and(|s| {
        let from = at.saturating_sub(4);
        s.frame.items.get(from..at).is_some_and(|i| i.iter().any(|i| matches!(i.class, Class::Cue(c) if c.plain)))
    });
    f.add(130, &[u32::from(verb_near), title, length.min(4)]);
    let name = context.mentions.partition_point(|m| m.span.end <= quoted.inner.start);
    let named = context.mentions.get(name).filter(|m| m.span.overlaps(quoted.inner));
    let kind = named.map_or(0, |m| 1 + m.kind as u32);
    let whole = named.is_some_and(|m| m.span.len() + 4 >= quoted.inner.len());
    f.add(131, &[kind, u32::from(whole)]);
    vec![Features::default(), f]
}
