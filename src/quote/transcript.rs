//! Spoken turns of transcripts and interviews: lines that begin with whoever speaks and a colon.

use super::input::QuoteInput;
use super::merge::with_holders;
use super::passage::{Quote, QuoteKind, Speaker};
use super::segment::{Segments, Zone};
use crate::entity::{ClusterId, EntityKind, LexicalClass, Lexicon, Mention};
use crate::quote::clause::is_somebody;
use crate::text::Span;
use std::collections::HashMap;

/// How sure the speaker of a turn is.
const SURE: f32 = 0.95;

/// Words before the colon, at most: “Rep. Ana Maria Reis (D-Maine)”.
const LABEL_WORDS: usize = 5;

/// Lines between two turns that belong to the same talk, at most.
const GAP: usize = 3;

/// Turns from which on lines without a label go on with the turn above them: it is a transcript as a whole then.
const WHOLE: usize = 6;

/// Lines without a label that go on with a turn, at most.
const LONGEST: usize = 12;

/// A line that begins with a label.
#[derive(Clone, Copy, Debug)]
struct Turn {
    /// Its number among all lines.
    line: usize,
    label: Span,
    words: Span,
    zone: Zone,
    /// Whether its label alone shows somebody who speaks.
    named: bool,
}

/// Adds the turns of the article's transcripts to its `quotes` between marks. A turn that gives others' words is cut at those.
pub(super) fn with_turns(input: &QuoteInput, segments: &Segments, mut quotes: Vec<Quote>) -> Vec<Quote> {
    let lines = lines(input, segments);
    let mut turns: Vec<Turn> = lines.iter().enumerate().filter_map(|(n, l)| turn(input, n, *l)).collect();
    // how often each label stands, and whether it shows somebody anywhere
    let mut labels: HashMap<&str, (usize, bool)> = HashMap::new();
    for turn in &turns {
        let (times, named) = labels.entry(turn.label.str(input.text())).or_default();
        *times += 1;
        *named |= turn.named;
    }
    turns.retain_mut(|turn| {
        let (times, named) = labels.get(turn.label.str(input.text())).copied().unwrap_or_default();
        turn.named = named;
        named || times > 1
    });
    let talks: Vec<bool> = (0..turns.len()).map(|at| is_talk(input, &turns, at)).collect();
    let mut turns: Vec<Turn> = turns.into_iter().zip(talks).filter(|(_, talk)| *talk).map(|(turn, _)| turn).collect();
    if turns.len() >= WHOLE {
        prolong(&mut turns, &lines);
    }
    let persons = if turns.is_empty() { HashMap::new() } else { persons_by_last_word(input) };
    let mut pieces = Vec::new();
    let mut next = 0;
    for turn in &turns {
        let speaker = speaker(input, &persons, turn.label);
        let mut at = turn.words.start;
        let mut push = |start: usize, end: usize| {
            let span = Span::new(start, end).trim(input.text());
            if span.str(input.text()).contains(char::is_alphanumeric) {
                pieces.push(spoken(span, speaker));
            }
        };
        while let Some(quote) = quotes.get_mut(next).filter(|q| q.span.start < turn.words.end) {
            next += 1;
            if quote.span.start < at || quote.kind == QuoteKind::Marked {
                continue;
            }
            push(at, quote.span.start);
            at = quote.span.end;
            // whoever says “I” in a turn is its speaker
            if let Some(said) = quote.speaker.as_mut().filter(|s| is_first_person(input, s.span)) {
                said.cluster = speaker.cluster;
            }
        }
        push(at.min(turn.words.end), turn.words.end);
    }
    with_holders(quotes, pieces)
}

fn is_first_person(input: &QuoteInput, words: Span) -> bool {
    let word = words.str(input.text()).to_lowercase();
    input.language.clauses.capital_subjects.contains(&word.as_str())
}

/// The lines of the article's body and comments, each with its zone.
fn lines(input: &QuoteInput, segments: &Segments) -> Vec<(Span, Zone)> {
    let text = input.text();
    let mut out = Vec::new();
    for paragraph in &segments.paragraphs {
        // the first line of a pasted talk is taken for its title
        let zone = if paragraph.zone == Zone::Title { Zone::Body } else { paragraph.zone };
        let mut at = paragraph.span.start;
        for line in paragraph.span.str(text).split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(text);
            at += line.len();
            if !span.is_empty() {
                out.push((span, zone));
            }
        }
    }
    out
}

/// The line as a turn, if it begins with a label that somebody who speaks may have.
fn turn(input: &QuoteInput, line: usize, (span, zone): (Span, Zone)) -> Option<Turn> {
    /// Bytes of a label, at most.
    const LONG: usize = 60;
    let text = span.str(input.text());
    let (label, rest) = text.split_once(':')?;
    let label = Span::new(span.start, span.start + label.len()).trim(input.text());
    let words = Span::new(span.end - rest.len(), span.end).trim(input.text());
    let spaced = rest.starts_with(char::is_whitespace) && words.str(input.text()).contains(char::is_alphanumeric);
    let written = label.str(input.text());
    let parts: Vec<&str> = written.split_whitespace().take(LABEL_WORDS + 1).collect();
    let fits = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '-'));
    let short = (1..=LABEL_WORDS).contains(&parts.len()) && written.len() <= LONG;
    let plain = !written.contains(['“', '”', '"', ',', ';', '!', '?']);
    if !(spaced && short && plain && parts.iter().all(fits)) {
        return None;
    }
    let named = person_in(input, label).is_some() || is_question_mark(input, written) || is_titled(input, &parts);
    Some(Turn { line, label, words, zone, named })
}

/// The person whose name the label ends in.
fn person_in<'a>(input: &QuoteInput<'a>, label: Span) -> Option<&'a Mention> {
    let before = input.mentions.partition_point(|m| m.span.start < label.end);
    let mention = input.mentions.get(before.checked_sub(1)?)?;
    (mention.kind == EntityKind::Person && mention.span.overlaps(label)).then_some(mention)
}

/// “Q” or “A”.
fn is_question_mark(input: &QuoteInput, label: &str) -> bool {
    input.language.speech.turns.contains(&label)
}

/// Whether the label is a role, or begins with a title: “Interviewer”, “SEN. RUIZ”.
fn is_titled(input: &QuoteInput, parts: &[&str]) -> bool {
    let title = |word: &&str| {
        let word = word.trim_end_matches('.').to_lowercase();
        Lexicon::get().class_of(&word, input.language).any(LexicalClass::TITLE)
    };
    let role = parts.last().is_some_and(|word| is_somebody(&word.to_lowercase(), input.language.speakers));
    role || parts.len() > 1 && parts.first().is_some_and(title)
}

/// Whether the turn at `at` stands near one with another label, of which one shows somebody who speaks.
fn is_talk(input: &QuoteInput, turns: &[Turn], at: usize) -> bool {
    let Some(own) = turns.get(at) else { return false };
    let fits = |other: Option<&Turn>| {
        other.is_some_and(|other| {
            other.zone == own.zone
                && other.line.abs_diff(own.line) <= GAP + 1
                && other.label.str(input.text()) != own.label.str(input.text())
                && (own.named || other.named)
        })
    };
    fits(at.checked_sub(1).and_then(|b| turns.get(b))) || fits(turns.get(at + 1))
}

/// Adds to each turn the lines after it that have no label, up to the next turn.
fn prolong(turns: &mut [Turn], lines: &[(Span, Zone)]) {
    for at in 0..turns.len() {
        let next = turns.get(at + 1).copied();
        let (Some(turn), Some(next)) = (turns.get_mut(at), next) else { break };
        let between = lines.get(turn.line + 1..next.line).unwrap_or_default();
        if let Some((last, _)) = between.last()
            && between.len() <= LONGEST
            && between.iter().all(|(_, zone)| *zone == turn.zone)
        {
            turn.words.end = last.end;
        }
    }
}

/// The persons whose names end in a word, in lower case; `None` for a word that several end in.
fn persons_by_last_word(input: &QuoteInput) -> HashMap<String, Option<ClusterId>> {
    let mut out: HashMap<String, Option<ClusterId>> = HashMap::new();
    for (index, cluster) in input.clusters.iter().enumerate().filter(|(_, c)| c.kind == EntityKind::Person) {
        if let Some(word) = cluster.name.split_whitespace().next_back() {
            out.entry(word.to_lowercase()).and_modify(|one| *one = None).or_insert(Some(ClusterId::new(index)));
        }
    }
    out
}

/// Whoever the label names. Of “MR. DENT” the one person is meant whose name ends so.
fn speaker(input: &QuoteInput, persons: &HashMap<String, Option<ClusterId>>, label: Span) -> Speaker {
    let cluster = person_in(input, label).map(|m| m.cluster).or_else(|| {
        let word = label.str(input.text()).split_whitespace().next_back()?;
        persons.get(&word.to_lowercase()).copied().flatten()
    });
    Speaker { span: label, cluster }
}

fn spoken(span: Span, speaker: Speaker) -> Quote {
    Quote { span, kind: QuoteKind::Direct, cue: None, speaker: Some(speaker), inside: None, confidence: SURE }
}
