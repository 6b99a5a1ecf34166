//! The candidates for a quote's speaker in its own sentence, and how sure each of them is.

use super::cue::{Form, is_report};
use super::frame::Item;
use super::phrase::{Head, Phrase, ending_at, starting_at, subject_before};
use super::words::Class;
use crate::text::Span;

/// Who may have said a quote, and by which words the text tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The speaker's phrase.
    pub(super) phrase: Phrase,
    /// The reporting word.
    pub(super) cue: Option<Span>,
    /// 0 to 1.
    pub(super) confidence: f32,
}

/// A sentence with the quote at item `at`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site<'i> {
    pub(super) text: &'i str,
    pub(super) items: &'i [Item],
    /// The quote's item.
    pub(super) at: usize,
    /// The quote before it in the sentence, or 0: its item's successor.
    pub(super) low: usize,
    /// The quote after it, or the sentence's end.
    pub(super) high: usize,
    /// The quote's words.
    pub(super) inner: Span,
}

/// The best candidate in the quote's own sentence.
pub(super) fn best(site: &Site) -> Option<Candidate> {
    let before = before(site);
    let after = after(site);
    match (before, after) {
        (Some(b), Some(a)) => Some(if b.confidence >= a.confidence { b } else { a }),
        (b, a) => b.or(a),
    }
}

impl Site<'_> {
    fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at).map(|i| i.class)
    }

    fn span(&self, at: usize) -> Option<Span> {
        self.items.get(at).map(|i| i.span)
    }

    fn word(&self, at: usize) -> &str {
        self.span(at).map_or("", |s| s.str(self.text))
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the reporting verb's form at `at` is a verb here: not “the report”, “his remarks”.
    fn is_verb(&self, at: usize) -> Option<Form> {
        let Some(Class::Cue(cue)) = self.class(at) else {
            return None;
        };
        let before = at.checked_sub(1).and_then(|b| self.class(b));
        let noun = match cue.form {
            Form::Base | Form::Third => {
                matches!(
                    before,
                    Some(Class::Determiner | Class::Possessive | Class::Tie | Class::Preposition | Class::Number)
                ) && !at.checked_sub(1).is_some_and(|b| self.is_word(b, "to"))
            }
            Form::Past => matches!(before, Some(Class::Determiner)),
            Form::Gerund => matches!(before, Some(Class::Determiner | Class::Possessive)),
        };
        (!noun).then_some(cue.form)
    }
}

/// A speaker named behind the quote: “…,” said Roe; “…,” she said; “…,” according to Roe.
fn after(site: &Site) -> Option<Candidate> {
    let mut start = site.at + 1;
    while start < site.high
        && matches!(site.class(start), Some(Class::Stop(',' | '—' | '–' | '-') | Class::Adverb | Class::Day))
    {
        start += 1;
    }
    let ended = site.inner.str(site.text).ends_with([',', '?', '!', '—', '–', '-', '…'])
        || matches!(site.class(site.at + 1), Some(Class::Stop(',' | '—' | '–')));
    let leads = if site.at == 0 || ended { 0.0 } else { 0.25 };
    if site.is_word(start, "according") && site.is_word(start + 1, "to") {
        let phrase = starting_at(site.items, start + 2, site.high)?;
        return Some(Candidate { phrase, cue: cue_span(site, start, start + 1), confidence: 0.95 });
    }
    if matches!(site.class(start), Some(Class::And | Class::Clause)) && site.at > 0 {
        return None;
    }
    if let (Some(Class::Cue(cue)), Some(_)) = (site.class(start), site.is_verb(start)) {
        // “…,” said Roe
        if cue.form != Form::Gerund {
            if let Some(phrase) = starting_at(site.items, start + 1, site.high) {
                let confidence: f32 = if cue.plain { 0.95 } else { 0.6 };
                return Some(Candidate { phrase, cue: site.span(start), confidence: confidence - leads });
            }
        }
    }
    let verb = (start..site.high)
        .take_while(|&i| !matches!(site.class(i), Some(Class::Stop(';' | ':'))))
        .find(|&i| site.is_verb(i).is_some_and(|f| f != Form::Gerund))?;
    // “…,” Roe, who runs the ferry, said
    let mut subject = subject_before(site.items, start, verb);
    let mut verb = verb;
    let direct = starting_at(site.items, start, verb);
    if let (Some(first), Some(Class::Relative)) =
        (direct, direct.and_then(|d| site.class(d.end + 1).or(site.class(d.end))))
    {
        // the verb of the main clause follows the relative one
        if let Some(main) = (verb + 1..site.high).find(|&i| {
            site.is_verb(i).is_some_and(|f| f != Form::Gerund) && site.class(i - 1) == Some(Class::Stop(','))
        }) {
            verb = main;
            subject = Some(first);
        }
    }
    let subject = subject?;
    let adjacent = subject.first == start;
    let confidence = match (adjacent, site.class(verb)) {
        (true, Some(Class::Cue(cue))) if cue.plain => 0.95,
        (true, _) => 0.75,
        _ => 0.6,
    };
    Some(Candidate { phrase: subject, cue: site.span(verb), confidence: confidence - leads })
}

fn cue_span(site: &Site, first: usize, last: usize) -> Option<Span> {
    Some(Span::new(site.span(first)?.start, site.span(last)?.end))
}

/// A speaker named before the quote: Roe said: “…”; Roe called it “…”; in a statement, Roe “…”.
fn before(site: &Site) -> Option<Candidate> {
    let verb = (site.low..site.at).rev().find(|&i| site.is_verb(i).is_some());
    if let Some(verb) = verb {
        let commas = (verb..site.at).filter(|&i| matches!(site.class(i), Some(Class::Stop(',' | ';')))).count();
        let direct = (verb + 1..site.at)
            .all(|i| matches!(site.class(i), Some(Class::Stop(',' | ':') | Class::Clause | Class::Object)));
        let far = if direct { 0.0 } else { 0.05 + 0.1 * commas.min(3) as f32 };
        if let Some(phrase) = subject(site, verb) {
            return Some(Candidate { phrase, cue: site.span(verb), confidence: 0.95 - far });
        }
    }
    if let Some(at) = (site.low..site.at).find(|&i| site.is_word(i, "according") && site.is_word(i + 1, "to")) {
        let phrase = starting_at(site.items, at + 2, site.at)?;
        return Some(Candidate { phrase, cue: cue_span(site, at, at + 1), confidence: 0.85 });
    }
    let colon = site.at > site.low && site.class(site.at - 1) == Some(Class::Stop(':'));
    if let Some(noun) = (site.low..site.at).rev().find(|&i| is_report(&site.word(i).to_lowercase())) {
        // “Roe's warning that”, “a statement from Roe”
        let owner = ending_at(site.items, site.low, noun).filter(|p| p.end > p.first + 1).or_else(|| {
            (matches!(site.class(noun + 1), Some(Class::Tie | Class::Preposition)))
                .then(|| starting_at(site.items, noun + 2, site.at))
                .flatten()
        });
        if let Some(phrase) = owner {
            return Some(Candidate { phrase, cue: site.span(noun), confidence: 0.6 });
        }
    }
    if site.at > site.low && matches!(site.class(site.at - 1), Some(Class::Possessive)) {
        let phrase = ending_at(site.items, site.low, site.at)?;
        return Some(Candidate { phrase, cue: None, confidence: 0.55 });
    }
    let phrase = main_subject(site.items, 0, site.at)?;
    Some(Candidate { phrase, cue: None, confidence: if colon { 0.7 } else { 0.5 } })
}

/// The subject of the verb at `verb`, which stands before the quote.
fn subject(site: &Site, verb: usize) -> Option<Phrase> {
    let form = site.is_verb(verb)?;
    if form != Form::Gerund {
        // Said Roe: “…”
        if verb == site.low {
            if let Some(phrase) = starting_at(site.items, verb + 1, site.at) {
                return Some(phrase);
            }
        }
        if let Some(phrase) = subject_before(site.items, site.low, verb) {
            return Some(phrase);
        }
    }
    // “Roe left, saying”, “Roe went on to say”, “Roe stood up and said”
    main_subject(site.items, 0, verb)
}

/// The nearest phrase before `end` that looks like a subject: a pronoun, or a name or noun phrase that no preposition governs.
pub(super) fn main_subject(items: &[Item], low: usize, end: usize) -> Option<Phrase> {
    let mut at = end;
    let mut noun = None;
    while at > low {
        match items.get(at - 1).map(|i| i.class) {
            Some(Class::Subject) => return subject_before(items, low, at),
            Some(Class::Name | Class::Word | Class::Number) => {
                let phrase = ending_at(items, low, at)?;
                let governed = phrase.first > low
                    && matches!(
                        items.get(phrase.first - 1).map(|i| i.class),
                        Some(Class::Tie | Class::Preposition | Class::Cue(_))
                    );
                if !governed && phrase.kind == Head::Name {
                    return Some(phrase);
                }
                if !governed && noun.is_none() {
                    noun = Some(phrase);
                }
                at = phrase.first.min(at - 1);
            }
            _ => at -= 1,
        }
    }
    noun
}
