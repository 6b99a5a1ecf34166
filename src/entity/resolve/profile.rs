//! What a text says of a cluster.

use super::describe::{Informativeness, descriptions_beside, is_address, is_role, party_and_state};
use crate::entity::among_words::MentionWords;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::LexicalClass;
use crate::entity::mention::Mention;
use crate::entity::name::PersonName;
use crate::entity::tokenized::{Shape, TokenizedText};
use crate::language::person::Gender;
use crate::model::List;
use std::ops::Range;

/// What the text says of a cluster.
#[derive(Clone, Debug)]
pub(super) struct EntityProfile {
    /// Common nouns for it (“minister”), in lower case.
    pub(super) roles: Vec<String>,
    pub(super) gender: Option<Gender>,
    /// Its best description so far: how much it says, where it starts, and its words.
    description: Option<(Informativeness, usize, String)>,
    /// Index of the sentence of its first mention.
    pub(super) first_sentence: usize,
}

impl Default for EntityProfile {
    fn default() -> Self {
        Self { roles: Vec::new(), gender: None, description: None, first_sentence: usize::MAX }
    }
}

impl EntityProfile {
    /// Its best description.
    pub(super) fn into_description(self) -> Option<String> {
        self.description.map(|(.., words)| words)
    }

    fn add_role(&mut self, role: &str) {
        if !self.roles.iter().any(|r| r == role) {
            self.roles.push(role.to_owned());
        }
    }

    /// Learns from one mention and the words beside it.
    pub(super) fn learn(&mut self, tokens: &TokenizedText, mention: &Mention, place: &MentionWords) {
        let text = tokens.text;
        self.first_sentence = self.first_sentence.min(place.sentence);
        let person = mention.kind == EntityKind::Person;
        let nouns = match mention.kind {
            EntityKind::Person => LexicalClass::ROLE.with(LexicalClass::TITLE),
            EntityKind::Organization => LexicalClass::GROUP_NOUN,
            EntityKind::Location => LexicalClass::PLACE_NOUN,
            _ => return,
        };
        let Some(sentence) = tokens.sentences.get(place.sentence) else { return };
        match mention.kind {
            EntityKind::Person => {
                self.gender = self.gender.or_else(|| PersonName::new(mention.span.str(text), tokens.language).gender())
            }
            EntityKind::Organization => self.learn_from_name(tokens, &place.words),
            _ => {}
        }
        if let Some(party) = party_and_state(tokens, place.words.end).filter(|_| person)
            && let Some(span) = tokens.span(&party)
        {
            let title = descriptions_beside(tokens, sentence, &place.words)
                .into_iter()
                .find(|d| d.informativeness == Informativeness::Title);
            let title = title.and_then(|t| tokens.span(&t.words)).map_or("", |t| t.str(text));
            let comma = if title.is_empty() { "" } else { ", " };
            self.offer_description(span.start, &format!("{title}{comma}{}", span.str(text)), Informativeness::Phrase);
        }
        for found in descriptions_beside(tokens, sentence, &place.words) {
            if let Some(head) = found.head {
                if !(tokens.is(head, nouns) || (person && is_role(tokens, head))) {
                    continue;
                }
                self.add_role(tokens.lower(head));
                if person {
                    let gender = found.words.clone().find_map(|at| gender_at(tokens, at));
                    self.gender = self.gender.or(gender);
                }
            } else if !person {
                continue;
            }
            let (mut words, title) = (found.words.clone(), found.informativeness == Informativeness::Title);
            while tokens.word(words.start).is_some_and(|w| matches!(w.shape, Shape::Mark | Shape::Clitic))
                && !words.is_empty()
            {
                words.start += 1;
            }
            // “Gen. Sir”, “Dame”: forms of address say nothing at the end of a title
            while title
                && !words.is_empty()
                && is_address(tokens, words.end - 1..words.end)
                && tokens.lower(words.end - 1) != "."
            {
                words.end -= 1;
            }
            if !is_address(tokens, words.clone())
                && let Some(span) = tokens.span(&words)
            {
                self.offer_description(span.start, span.str(text), found.informativeness);
            }
        }
    }

    /// Common nouns that an organisation's own name gives it: “the bank” of the Bank of Calder, “the airline” of United Airlines, “the
    /// company” of any with a legal form.
    fn learn_from_name(&mut self, tokens: &TokenizedText, words: &Range<usize>) {
        // “Inc.” may end in its full stop
        let last = words
            .clone()
            .rev()
            .find(|&i| tokens.word(i).is_some_and(|w| w.shape != Shape::Mark))
            .unwrap_or(words.start);
        let of = tokens.language.name.head_followers.contains(&tokens.lower(words.start + 1)) && words.len() > 2;
        let heads = [(last, true), (words.start, of)];
        for (at, _) in heads
            .into_iter()
            .filter(|(at, fits)| *fits && tokens.is(*at, LexicalClass::ORG_HEAD.with(LexicalClass::ORG_OPENER)))
        {
            let noun = tokens.lower(at);
            if List::BareForms.has(noun) {
                self.add_role(tokens.language.name.company);
            } else {
                self.add_role(noun);
                self.add_role(tokens.language.inflection.in_singular(noun));
            }
        }
        if tokens.is(words.end, LexicalClass::GROUP_NOUN) {
            self.add_role(tokens.lower(words.end));
        }
    }

    /// Keeps `words` as the description when they say more than the old ones, or as much and come first.
    pub(super) fn offer_description(&mut self, at: usize, words: &str, informativeness: Informativeness) {
        let better = self
            .description
            .as_ref()
            .is_none_or(|(old, from, _)| informativeness > *old || informativeness == *old && at < *from);
        if better && words.chars().any(char::is_alphabetic) {
            self.description = Some((informativeness, at, words.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
}

/// The sex that the word at `at` gives.
fn gender_at(tokens: &TokenizedText, at: usize) -> Option<Gender> {
    match (tokens.is(at, LexicalClass::WOMAN), tokens.is(at, LexicalClass::MAN)) {
        (true, false) => Some(Gender::Woman),
        (false, true) => Some(Gender::Man),
        _ => None,
    }
}
