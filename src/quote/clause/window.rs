//! A sentence as the rules see it: its items around one quote, and what stands at each.

use super::class::Class;
use super::frame::Item;
use super::noun_phrase::starting_at;
use super::phrase::Phrase;
use super::somebody::is_somebody;
use crate::language::{Language, VerbForm};
use crate::model::List;
use crate::text::Span;

/// The items of a sentence around the quote at item `at`, or a whole sentence, `at` being its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClauseWindow<'i> {
    pub(crate) text: &'i str,
    pub(crate) language: &'static Language,
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

impl<'i> ClauseWindow<'i> {
    /// A whole sentence, with no quote of its own.
    pub(crate) fn whole(text: &'i str, language: &'static Language, items: &'i [Item]) -> Self {
        Self { text, language, items, at: items.len(), low: 0, high: items.len(), inner: Span::default() }
    }

    /// What the item at `at` is.
    pub(crate) fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at).map(|i| i.class)
    }

    /// Where the item at `at` is.
    pub(crate) fn span(&self, at: usize) -> Option<Span> {
        self.items.get(at).map(|i| i.span)
    }

    /// From the item at `first` to that at `last`.
    pub(crate) fn span_over(&self, first: usize, last: usize) -> Option<Span> {
        Some(Span::new(self.span(first)?.start, self.span(last)?.end))
    }

    /// The words of the item at `at`.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.span(at).map_or("", |s| s.str(self.text))
    }

    /// Whether the item at `at` is `word`.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the two words before a source, “according to”, stand at `at`.
    pub(crate) fn is_according(&self, at: usize) -> bool {
        let [first, second] = self.language.speech.according;
        self.is_word(at, first) && self.is_word(at + 1, second)
    }

    /// Whether the word before the agent of a passive stands at `at`.
    pub(crate) fn is_agent(&self, at: usize) -> bool {
        self.is_word(at, self.language.clauses.agent)
    }

    /// Whether a verb that reports speech and nothing else stands at `at`.
    pub(crate) fn is_plain(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Cue(cue)) if cue.plain)
    }

    /// The form of the reporting verb at `at`, if it is a verb here: not “the report”, “his remarks”.
    pub(crate) fn verb_form(&self, at: usize) -> Option<VerbForm> {
        let clauses = self.language.clauses;
        let Some(Class::Cue(cue)) = self.class(at) else {
            return None;
        };
        let previous = at.checked_sub(1);
        let before = previous.and_then(|b| self.class(b));
        let governed = matches!(
            before,
            Some(Class::Determiner | Class::Possessive | Class::Tie | Class::Preposition | Class::Number)
        ) && !previous.is_some_and(|b| self.is_word(b, clauses.infinitive));
        let noun = match cue.form {
            VerbForm::Base | VerbForm::Third if governed => true,
            // “critics say”, “to say”, “would say”; but “home state”
            VerbForm::Base => match before {
                Some(Class::Word | Class::Name) => {
                    let plural = previous.is_some_and(|b| (clauses.is_plural)(self.word(b)));
                    let clause = matches!(self.class(at + 1), Some(Class::Quote(_) | Class::Clause | Class::Subject));
                    !plural && !clause
                }
                Some(Class::Cue(_) | Class::Verb | Class::Clause) | None => true,
                Some(Class::Stop(_)) => true,
                _ => false,
            },
            // “Roe states that”; but “its business ventures”
            VerbForm::Third => {
                matches!(before, Some(Class::Word | Class::Cue(_) | Class::Verb | Class::And))
                    && !List::ReportingForms.has_folded(self.word(at))
                    && !matches!(
                        self.class(at + 1),
                        Some(Class::Quote(_) | Class::Clause | Class::Subject | Class::Object | Class::Stop(':'))
                    )
            }
            // “some chanted”
            VerbForm::Past => {
                matches!(before, Some(Class::Determiner)) && !previous.is_some_and(|b| stands_alone(self.word(b)))
                    || self.is_passive(at)
            }
            VerbForm::Gerund => matches!(before, Some(Class::Determiner | Class::Possessive)),
        };
        (!noun).then_some(cue.form)
    }

    /// The noun phrase that begins at `at`, up to `high`.
    pub(crate) fn phrase_at(&self, at: usize, high: usize) -> Option<Phrase> {
        let is_person = |span: Span| is_somebody(span.str(self.text), self.language.speakers);
        starting_at(self.items, at, high, &is_person)
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
    pub(crate) fn is_passive(&self, at: usize) -> bool {
        let mut before = at;
        while before > 0 && self.class(before - 1) == Some(Class::Adverb) {
            before -= 1;
        }
        self.is_agent(at + 1) || before > 0 && List::Passives.has_folded(self.word(before - 1))
    }
}

/// Whether a determiner may be somebody by itself: “some chanted”, “many said”.
pub(crate) fn stands_alone(word: &str) -> bool {
    List::Standalone.has_folded(word)
}
