//! Speech reported without marks: “Roe said that …”, “…, officials warned”, “according to Roe, …”.

use super::cue::Form;
use super::frame::{Frame, Item};
use super::phrase::{Phrase, starting_at, subject_before};
use super::speaker::Site;
use super::words::Class;
use crate::text::Span;

/// A passage reported without marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Report {
    /// What is reported.
    pub(super) content: Span,
    /// The reporting words.
    pub(super) cue: Span,
    /// Who is reported.
    pub(super) phrase: Phrase,
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// 0 to 1.
    pub(super) confidence: f32,
}

/// Items of a reported clause, at least: shorter ones are seldom speech (“she said so”).
const SHORTEST: usize = 4;

/// The plain reports in `frames`: only sentences without any quote, and only the surest patterns.
pub(super) fn reports(text: &str, frames: &[Frame]) -> Vec<Report> {
    frames
        .iter()
        .filter(|f| f.owner.is_none() && !f.items.iter().any(|i| matches!(i.class, Class::Quote(_))))
        .filter_map(|f| report(text, f))
        .collect()
}

fn report(text: &str, frame: &Frame) -> Option<Report> {
    let items = frame.items.as_slice();
    let end = items.len() - items.iter().rev().take_while(|i| matches!(i.class, Class::Stop(_))).count();
    let site = Site { text, items, at: end, low: 0, high: end, inner: Span::default() };
    let made = |content: std::ops::Range<usize>, cue: Span, phrase, confidence| {
        let (first, last) = (items.get(content.start)?, items.get(content.end.checked_sub(1)?)?);
        let content = (content.len() >= SHORTEST).then(|| Span::new(first.span.start, last.span.end))?;
        Some(Report { content, cue, phrase, paragraph: frame.paragraph, confidence })
    };
    let is = |at: usize, word: &str| items.get(at).is_some_and(|i: &Item| i.span.str(text).eq_ignore_ascii_case(word));
    if let Some(at) = (0..end).find(|&i| is(i, "according") && is(i + 1, "to")) {
        let phrase = starting_at(items, at + 2, end)?;
        let cue = Span::new(items.get(at)?.span.start, items.get(at + 1)?.span.end);
        if at == 0 {
            let comma = (phrase.end..end).find(|&i| items.get(i).is_some_and(|i| i.class == Class::Stop(',')))?;
            return made(comma + 1..end, cue, phrase, 0.8);
        }
        let content = if items.get(at - 1)?.class == Class::Stop(',') { at - 1 } else { at };
        return made(0..content, cue, phrase, 0.8);
    }
    let verb = (0..end).find(|&i| {
        matches!(items.get(i).map(|i| i.class), Some(Class::Cue(cue)) if cue.plain)
            && site.is_verb(i).is_some_and(|f| f != Form::Gerund)
    })?;
    let cue = items.get(verb)?.span;
    // “…, officials said on Friday”; “…, said Roe”
    let comma = |phrase: &Phrase| {
        phrase.first.checked_sub(1).filter(|&c| items.get(c).is_some_and(|i| i.class == Class::Stop(',')))
    };
    if verb > 0
        && items.get(verb - 1)?.class == Class::Stop(',')
        && let Some(phrase) = starting_at(items, verb + 1, end).filter(|p| site.closes(p))
    {
        return made(0..verb - 1, cue, phrase, 0.8);
    }
    let phrase = subject_before(items, 0, verb)?;
    let tail = items.get(verb + 1..end)?;
    if let Some(comma) = comma(&phrase).filter(|&c| c > SHORTEST && tail.len() <= SHORTEST) {
        return made(0..comma, cue, phrase, 0.8);
    }
    // “Roe told the paper on Friday that …”; “Roe said the ferry …”
    let that = tail.iter().take(10).take_while(|i| !matches!(i.class, Class::Cue(_) | Class::Stop(';' | ':')));
    if let Some(at) = that.clone().position(|i| i.span.str(text) == "that") {
        return made(verb + 2 + at..end, cue, phrase, 0.8);
    }
    let opens = matches!(tail.first()?.class, Class::Subject | Class::Determiner | Class::Name);
    (opens && SAYS.contains(&cue.str(text))).then(|| made(verb + 1..end, cue, phrase, 0.7))?
}

/// Verbs behind which “that” is often left out, and nothing but a clause stands.
const SAYS: &[&str] = &[
    "said", "says", "say", "argued", "argues", "insisted", "insists", "added", "adds", "claimed", "claims", "noted",
    "notes",
];
