//! Descriptions by which a text calls the person it has just named: “the retired shearer”, “the France-born coach”, “the mother of three”; and
//! those that stand beside the name itself, “its chairman, Jana Holt”.

use super::context::ReferenceContext;
use super::describe::{descriptions_beside, is_role};
use super::profile::EntityProfile;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::LexicalClass;
use crate::entity::mention::{Cluster, ClusterId, Mention, MentionId};
use crate::entity::tokenized::{Shape, TokenizedSentence};
use crate::language::person::Gender;
use crate::text::Span;
use foldhash::HashMap;
use std::ops::Range;

/// Words between the article and the noun of such a description, at most.
const MODIFIERS: usize = 3;

/// Persons of a paragraph that are told apart; more than one is too many anyway.
const TOLD_APART: usize = 2;

/// The persons named in a paragraph so far.
#[derive(Clone, Debug, Default)]
struct Named(Vec<ClusterId>);

impl Named {
    fn add(&mut self, who: ClusterId) {
        if !self.0.contains(&who) && self.0.len() < TOLD_APART {
            self.0.push(who);
        }
    }

    fn only(&self) -> Option<ClusterId> {
        if let [one] = self.0.as_slice() { Some(*one) } else { None }
    }
}

impl ReferenceContext<'_, '_> {
    /// “its chairman, Jana Holt”: what stands before the name, between commas or not, means who has it.
    pub(super) fn appositions(&self, mentions: &[Mention]) -> Vec<(ClusterId, Span)> {
        let grammar = self.tokens.language.grammar;
        let mut out = Vec::new();
        for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person) {
            let Some(place) = self.among.words_of(MentionId::new(index)) else { continue };
            let Some(sentence) = self.tokens.sentences.get(place.sentence) else { continue };
            for description in descriptions_beside(self.tokens, sentence, &place.words) {
                let before =
                    description.words.end < place.words.start && self.tokens.lower(description.words.end) == ",";
                let Some(head) = description.head.filter(|&head| before && is_role(self.tokens, head)) else {
                    continue;
                };
                let opener = description.words.start.checked_sub(1).filter(|at| sentence.words.contains(at));
                let opener = opener.filter(|&at| {
                    let word = self.tokens.lower(at);
                    grammar.is_article(word) || grammar.possessive_determiners.contains(&word)
                });
                let words = opener.unwrap_or(description.words.start)..head + 1;
                let own = words.clone().any(|at| self.mention_at(at).is_some_and(|m| m.cluster == mention.cluster));
                if let Some(span) = self.tokens.span(&words).filter(|_| !own && self.holds_whole_names(&words)) {
                    out.push((mention.cluster, span));
                }
            }
        }
        out
    }

    /// “the retired shearer”: the one person whom the paragraph has named, or the one before it where it has named nobody yet.
    pub(super) fn epithets(&self, clusters: &[Cluster], profiles: &[EntityProfile]) -> Vec<(ClusterId, Span)> {
        let (mut out, mut here, mut before) = (Vec::new(), Named::default(), Named::default());
        let mut last: Option<(Span, usize)> = None;
        // whom the same words have meant
        let mut known: HashMap<String, ClusterId> = HashMap::default();
        for (index, sentence) in self.tokens.sentences.iter().enumerate() {
            let span = self.tokens.span(&sentence.words).unwrap_or_default();
            let zone = self.zones.get(index).copied().unwrap_or_default();
            if let Some((previous, other)) = last.replace((span, zone))
                && Span::new(previous.end, span.start).str(self.tokens.text).contains('\n')
            {
                before = if other == zone { std::mem::take(&mut here) } else { Named::default() };
                here = Named::default();
            }
            for at in sentence.words.clone() {
                if let Some(mention) = self.mention_at(at) {
                    if mention.cluster.of(clusters).is_some_and(|c| c.kind == EntityKind::Person) {
                        here.add(mention.cluster);
                    }
                    continue;
                }
                let Some((end, gender)) = self.epithet(sentence, at) else { continue };
                let Some(span) = self.tokens.span(&(at..end)) else { continue };
                let words = span.str(self.tokens.text).to_lowercase();
                let named = if here.0.is_empty() { before.only() } else { here.only() };
                let who = named.or_else(|| known.get(&words).copied());
                let Some(profile) = who.and_then(|who| profiles.get(who.index())) else { continue };
                let fits = gender.is_none() || profile.gender.is_none() || gender == profile.gender;
                if let Some(who) = who.filter(|_| fits) {
                    known.insert(words, who);
                    out.push((who, span));
                }
            }
        }
        out
    }

    /// Where a description ends that begins with the article at `at` and says more than an office, and the sex that it gives.
    fn epithet(&self, sentence: &TokenizedSentence, at: usize) -> Option<(usize, Option<Gender>)> {
        let tokens = self.tokens;
        let words = tokens.language.person;
        if tokens.lower(at) != tokens.language.grammar.definite_article {
            return None;
        }
        // what says that it is a person's life, and whether it only says from where
        let (mut lived, mut origin) = (false, false);
        for head in at + 1..(at + 2 + MODIFIERS).min(sentence.words.end) {
            let word = tokens.word(head)?;
            if let Some(mention) = self.mention_at(head) {
                match mention.kind {
                    EntityKind::Group => origin = true,
                    EntityKind::Location => {}
                    _ => return None,
                }
                continue;
            }
            if word.text.ends_with(words.aged) && word.text.starts_with(|c: char| c.is_ascii_digit()) {
                if self.closes(sentence, head + 1) {
                    return Some((head + 1, None));
                }
                lived = true;
                continue;
            }
            if word.shape != Shape::Lower || word.is(LexicalClass::FUNCTION) {
                return None;
            }
            // “the mother of three”
            let parent = words.parents.iter().find(|(noun, _)| *noun == word.text);
            if let Some((_, gender)) = parent
                && tokens.lower(head + 1) == words.parent_of
                && sentence.words.contains(&(head + 2))
                && self.closes(sentence, head + 3)
            {
                return Some((head + 3, Some(*gender)));
            }
            if words.lives.contains(&word.text) || words.life_endings.iter().any(|e| word.text.ends_with(e)) {
                lived = true;
                continue;
            }
            let office = word.is(LexicalClass::TITLE);
            let role = is_role(tokens, head);
            let agent = role || words.agent_endings.iter().any(|e| word.text.ends_with(e));
            if (lived && agent || origin && role && !office) && self.closes(sentence, head + 1) {
                let gender = match (word.is(LexicalClass::WOMAN), word.is(LexicalClass::MAN)) {
                    (true, false) => Some(Gender::Woman),
                    (false, true) => Some(Gender::Man),
                    _ => None,
                };
                return Some((head + 1, gender));
            }
        }
        None
    }

    /// Whether `words` cut no name in two.
    fn holds_whole_names(&self, words: &Range<usize>) -> bool {
        let cut = |inside: usize, outside: Option<usize>| {
            let name = self.among.mention_at(inside);
            name.is_some() && name == outside.and_then(|at| self.among.mention_at(at))
        };
        !cut(words.start, words.start.checked_sub(1)) && !cut(words.end.saturating_sub(1), Some(words.end))
    }
}
