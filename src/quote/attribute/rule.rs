//! The candidates for a quote's speaker in its own sentence, and how sure each of them is.

use crate::model::List;
use crate::quote::clause::class::Class;
use crate::quote::clause::cue::{Form, is_report};
use crate::quote::clause::frame::Item;
use crate::quote::clause::phrase::{Head, Phrase, ending_at, starting_at, subject_before};
use crate::text::Span;

/// Who may have said a quote, and by which words the text tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// The speaker's phrase.
    pub(crate) phrase: Phrase,
    /// The reporting word.
    pub(crate) cue: Option<Span>,
    /// 0 to 1.
    pub(crate) confidence: f32,
}

/// A sentence with the quote at item `at`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'i> {
    pub(crate) text: &'i str,
    pub(crate) items: &'i [Item],
    /// The quote's item.
    pub(crate) at: usize,
    /// The quote before it in the sentence, or 0: its item's successor.
    pub(crate) low: usize,
    /// The quote after it, or the sentence's end.
    pub(crate) high: usize,
    /// The quote's words.
    pub(crate) inner: Span,
}

/// The best candidate in the quote's own sentence.
pub(crate) fn best(site: &Site) -> Option<Candidate> {
    let before = before(site);
    let after = after(site);
    match (before, after) {
        (Some(b), Some(a)) => Some(if b.confidence >= a.confidence { b } else { a }),
        (b, a) => b.or(a),
    }
}

impl Site<'_> {
    /// What the item at `at` is.
    pub(crate) fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at).map(|i| i.class)
    }

    fn span(&self, at: usize) -> Option<Span> {
        self.items.get(at).map(|i| i.span)
    }

    /// The words of the item at `at`.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.span(at).map_or("", |s| s.str(self.text))
    }

    /// Whether the item at `at` is `word`.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the reporting verb's form at `at` is a verb here: not “the report”, “his remarks”.
    pub(crate) fn is_verb(&self, at: usize) -> Option<Form> {
        let Some(Class::Cue(cue)) = self.class(at) else {
            return None;
        };
        let previous = at.checked_sub(1);
        let before = previous.and_then(|b| self.class(b));
        let governed = matches!(
            before,
            Some(Class::Determiner | Class::Possessive | Class::Tie | Class::Preposition | Class::Number)
        ) && !previous.is_some_and(|b| self.is_word(b, "to"));
        let noun = match cue.form {
            Form::Base | Form::Third if governed => true,
            // “critics say”, “to say”, “would say”; but “home state”
            Form::Base => match before {
                Some(Class::Word | Class::Name) => {
                    let plural = previous.is_some_and(|b| self.word(b).ends_with('s') || self.is_word(b, "people"));
                    let clause = matches!(self.class(at + 1), Some(Class::Quote(_) | Class::Clause | Class::Subject));
                    !plural && !clause
                }
                Some(Class::Cue(_) | Class::Verb | Class::Clause) | None => true,
                Some(Class::Stop(_)) => true,
                _ => false,
            },
            // “Roe states that”; but “its business ventures”
            Form::Third => {
                matches!(before, Some(Class::Word | Class::Cue(_) | Class::Verb | Class::And))
                    && !List::ReportingForms.has_folded(self.word(at))
                    && !matches!(
                        self.class(at + 1),
                        Some(Class::Quote(_) | Class::Clause | Class::Subject | Class::Object | Class::Stop(':'))
                    )
            }
            // “some chanted”
            Form::Past => {
                matches!(before, Some(Class::Determiner)) && !previous.is_some_and(|b| stands_alone(self.word(b)))
                    || self.is_passive(at)
            }
            Form::Gerund => matches!(before, Some(Class::Determiner | Class::Possessive)),
        };
        (!noun).then_some(cue.form)
    }

    /// Whether the clause ends with `phrase`: “…, said Roe.”, but not “Roe, who works there, said his members would lose”.
    pub(crate) fn closes(&self, phrase: &Phrase) -> bool {
        let next = self.class(phrase.end);
        matches!(
            next,
            None | Some(
                Class::Stop(_) | Class::Day | Class::Adverb | Class::Preposition | Class::Tie | Class::Relative
            )
        )
    }

    /// Whether the participle at `at` says that its subject was spoken to or about: “he was asked”, “added by Roe”.
    fn is_passive(&self, at: usize) -> bool {
        let mut before = at;
        while before > 0 && self.class(before - 1) == Some(Class::Adverb) {
            before -= 1;
        }
        self.is_word(at + 1, "by") || before > 0 && List::Passives.has_folded(self.word(before - 1))
    }
}

/// Whether a determiner may be somebody by itself: “some chanted”, “many said”.
pub(crate) fn stands_alone(word: &str) -> bool {
    List::Standalone.has_folded(word)
}

/// A speaker named behind the quote: “…,” said Roe; “…,” she said; “…,” according to Roe.
fn after(site: &Site) -> Option<Candidate> {
    let mut start = site.at + 1;
    while start < site.high
        && matches!(site.class(start), Some(Class::Stop(',' | '—' | '–' | '―' | '-') | Class::Adverb | Class::Day))
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
    // “…” — Ines Calder
    if start > site.at + 1 && matches!(site.class(start - 1), Some(Class::Stop('—' | '–' | '―' | '-'))) {
        let signed = starting_at(site.items, start, site.high).filter(|p| p.kind == Head::Name);
        let closes = |p: &Phrase| {
            p.end >= site.high || matches!(site.class(p.end), Some(Class::Stop('.' | ',' | '(' | '—' | '–' | '―')))
        };
        if let Some(phrase) = signed.filter(closes) {
            return Some(Candidate { phrase, cue: None, confidence: 0.9 });
        }
    }
    if matches!(site.class(start), Some(Class::And | Class::Clause)) && site.at > 0 {
        return None;
    }
    if let (Some(Class::Cue(cue)), Some(_)) = (site.class(start), site.is_verb(start)) {
        // “…,” said Roe
        if cue.form != Form::Gerund
            && let Some(phrase) = starting_at(site.items, start + 1, site.high)
        {
            let confidence: f32 = if cue.plain { 0.95 } else { 0.6 };
            return Some(Candidate { phrase, cue: site.span(start), confidence: confidence - leads });
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
    let subject = subject.filter(|s| !is_governed(site.items, s))?;
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
    // “was described by Roe as”
    let passive =
        (site.low..site.at).rev().find(|&i| matches!(site.class(i), Some(Class::Cue(_))) && site.is_word(i + 1, "by"));
    if let Some(verb) = passive.filter(|&v| site.is_passive(v))
        && let Some(phrase) = starting_at(site.items, verb + 2, site.at)
    {
        return Some(Candidate { phrase, cue: site.span(verb), confidence: 0.8 });
    }
    if let Some((verb, phrase)) = reported(site) {
        let commas = (verb..site.at).filter(|&i| matches!(site.class(i), Some(Class::Stop(',' | ';')))).count();
        let direct = (verb + 1..site.at)
            .all(|i| matches!(site.class(i), Some(Class::Stop(',' | ':') | Class::Clause | Class::Object)));
        let far = if direct { 0.0 } else { 0.05 + 0.1 * commas.min(3) as f32 };
        return Some(Candidate { phrase, cue: site.span(verb), confidence: 0.95 - far });
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

/// The verb before the quote that reports it, and its subject: the nearest, or the one that the nearest depends on, as in
/// “Roe said he expected a ‘long’ wait”.
fn reported(site: &Site) -> Option<(usize, Phrase)> {
    let mut verbs = (site.low..site.at).rev().filter(|&i| site.is_verb(i).is_some());
    let (mut verb, mut phrase) = verbs.by_ref().find_map(|v| subject(site, v).map(|p| (v, p)))?;
    // “what she called”: she is whom the sentence is about
    let personal = phrase.kind == Head::Pronoun && !site.is_word(phrase.first, "it");
    if personal
        && phrase.first > 0
        && site.is_word(phrase.first - 1, "what")
        && let Some(main) = first_subject(site.items, phrase.first - 1)
    {
        phrase = main;
    }
    for outer in verbs {
        if !is_plain(site, outer) || phrase.first <= outer {
            break;
        }
        let complement = phrase.first > 0 && site.is_word(phrase.first - 1, "that");
        let near = phrase.first - outer <= CLAUSE;
        let dependent = complement || near && (phrase.kind == Head::Pronoun || !is_plain(site, verb));
        let between = (outer + 1..phrase.first)
            .any(|i| matches!(site.class(i), Some(Class::Stop(';') | Class::Quote(_) | Class::Subject)));
        if !dependent || between || site.is_verb(outer) == Some(Form::Gerund) {
            break;
        }
        let Some(subject) = subject(site, outer) else {
            break;
        };
        (verb, phrase) = (outer, subject);
    }
    Some((verb, phrase))
}

/// Words between a reporting verb and the subject of the clause that depends on it, at most: “said on Friday in Ansel that he”.
const CLAUSE: usize = 8;

fn is_plain(site: &Site, at: usize) -> bool {
    matches!(site.class(at), Some(Class::Cue(cue)) if cue.plain)
}

/// The subject of the verb at `verb`, which stands before the quote.
fn subject(site: &Site, verb: usize) -> Option<Phrase> {
    let form = site.is_verb(verb)?;
    if form != Form::Gerund {
        // Said Roe: “…”
        if verb == site.low
            && let Some(phrase) = starting_at(site.items, verb + 1, site.at)
        {
            return Some(phrase);
        }
        if let Some(phrase) = subject_before(site.items, site.low, verb) {
            return Some(phrase);
        }
    }
    // “spectators chanting”
    if form == Form::Gerund && verb > site.low && site.class(verb - 1).is_some_and(Class::is_nominal) {
        return ending_at(site.items, site.low, verb);
    }
    // “Roe left, saying”, “Roe went on to say”, “Roe stood up and said”
    first_subject(site.items, verb).or_else(|| main_subject(site.items, 0, verb))
}

/// The nearest phrase before `end` that looks like a subject: a pronoun, or a name or noun phrase that no preposition governs.
pub(crate) fn main_subject(items: &[Item], low: usize, end: usize) -> Option<Phrase> {
    let mut at = end;
    let mut noun = None;
    while at > low {
        match items.get(at - 1).map(|i| i.class) {
            Some(Class::Subject) => return subject_before(items, low, at),
            Some(Class::Name | Class::Word | Class::Number) => {
                let phrase = ending_at(items, low, at)?;
                let governed = is_governed(items, &phrase);
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

/// The subject of the first verb before `end`.
pub(crate) fn first_subject(items: &[Item], end: usize) -> Option<Phrase> {
    let verb = (0..end).find(|&i| {
        matches!(items.get(i).map(|i| i.class), Some(Class::Verb | Class::Auxiliary | Class::Cue(_)))
            && subject_before(items, 0, i).is_some_and(|p| !is_governed(items, &p))
    })?;
    subject_before(items, 0, verb)
}

/// Whether a preposition or a verb stands before the phrase.
fn is_governed(items: &[Item], phrase: &Phrase) -> bool {
    let before = phrase.first.checked_sub(1).and_then(|b| items.get(b)).map(|i| i.class);
    matches!(before, Some(Class::Tie | Class::Preposition | Class::Cue(_) | Class::Verb))
}

/// Who reports at the end of a sentence without marks: “…, Roe said on Friday.”
pub(crate) fn closing(site: &Site) -> Option<Phrase> {
    /// Items behind the verb, at most.
    const TAIL: usize = 8;
    let first = site.items.len().saturating_sub(TAIL);
    let verb = (first..site.items.len()).rev().find(|&i| is_plain(site, i) && site.is_verb(i) != Some(Form::Gerund))?;
    if verb > 0 && site.class(verb - 1) == Some(Class::Stop(',')) {
        return starting_at(site.items, verb + 1, site.items.len()).filter(|p| site.closes(p));
    }
    let subject = subject_before(site.items, 0, verb)?;
    (subject.first > 0 && site.class(subject.first - 1) == Some(Class::Stop(','))).then_some(subject)
}
