//! Common-noun phrases that safely mean something named in the article.

use super::context::ReferenceContext;
use super::describe::{Informativeness, is_role};
use super::profile::EntityProfile;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::LexicalClass;
use crate::entity::mention::{Cluster, ClusterId, Mention};
use crate::entity::name::NameIndex;
use crate::entity::tokenized::{Shape, TokenizedSentence};
use crate::entity::value::is_past_form;
use crate::text::Span;

/// Sentences at the start of an article that may describe somebody before the name comes.
const LEAD: usize = 4;

impl ReferenceContext<'_, '_> {
    /// “the minister”, “France's defense minister”: where one cluster alone has that role.
    pub(super) fn nominals(&self, clusters: &[Cluster], profiles: &mut [EntityProfile]) -> Vec<(ClusterId, Span)> {
        let mut owners = NameIndex::default();
        for (id, profile) in profiles.iter().enumerate() {
            for role in &profile.roles {
                owners.add(role, id);
            }
        }
        let mut out = Vec::new();
        for (index, sentence) in self.tokens.sentences.iter().enumerate() {
            for at in sentence.words.clone() {
                let Some((from, head, foreign)) = self.nominal(sentence, at) else { continue };
                let owners = owners.get(self.tokens.lower(head));
                // of those who have the role only one may have been introduced, or be about to be
                let first = |owner: &&usize| profiles.get(**owner).map_or(usize::MAX, |p| p.first_sentence);
                let only = |by: usize| {
                    let mut found = owners.iter().filter(|o| first(o) <= by);
                    (found.next(), found.next())
                };
                let owner = match (only(index), only(index.saturating_add(LEAD - 1))) {
                    ((Some(one), None), _) | ((None, _), (Some(one), None)) => one,
                    _ => continue,
                };
                let Some(profile) = profiles.get_mut(*owner) else { continue };
                let known = profile.first_sentence <= index;
                // before the name only a lead may speak of it, and a nominal of another country is another's
                let lead = !known && index < LEAD && profile.first_sentence < index + LEAD;
                let same_zone = self.zones.get(index) == Some(&0)
                    || self.zones.get(profile.first_sentence) == self.zones.get(index);
                if !same_zone || !(lead || (known && !foreign)) {
                    continue;
                }
                let Some(span) = self.tokens.span(&(from..head + 1)) else { continue };
                let owner_id = ClusterId::new(*owner);
                let person = owner_id.of(clusters).is_some_and(|c| c.kind == EntityKind::Person);
                if foreign && person {
                    profile.offer_description(span.start, span.str(self.tokens.text), Informativeness::Phrase);
                }
                out.push((owner_id, span));
            }
        }
        out
    }

    /// A definite noun phrase that begins at `at`: its first word, its head, and whether it names a country or people.
    fn nominal(&self, sentence: &TokenizedSentence, at: usize) -> Option<(usize, usize, bool)> {
        let grammar = self.tokens.language.grammar;
        let word = self.tokens.word(at)?;
        let place = |m: &Mention| matches!(m.kind, EntityKind::Location | EntityKind::Group | EntityKind::Organization);
        let possessive =
            word.shape == Shape::Clitic && at > sentence.words.start && self.mention_at(at - 1).is_some_and(place);
        if !possessive && self.tokens.lower(at) != grammar.definite_article {
            return None;
        }
        // “was the daughter of” says what somebody is, and names nobody
        let verb = if at > sentence.words.start { self.tokens.lower(at - 1) } else { "" };
        if grammar.predicate_openers.contains(&verb) {
            return None;
        }
        let mut foreign = possessive;
        for head in at + 1..(at + 5).min(sentence.words.end) {
            let noun = self.tokens.word(head)?;
            if let Some(mention) = self.mention_at(head) {
                if mention.kind != EntityKind::Group {
                    return None;
                }
                foreign = true;
                continue;
            }
            if noun.shape != Shape::Lower || noun.is(LexicalClass::FUNCTION) && !noun.is(LexicalClass::TITLE_PART) {
                return None;
            }
            let nouns = LexicalClass::GROUP_NOUN.with(LexicalClass::ORG_HEAD).with(LexicalClass::PLACE_NOUN);
            if (noun.is(nouns) || is_role(self.tokens, head)) && self.closes(sentence, head + 1) {
                let from = match at.checked_sub(1).and_then(|before| self.among.mention_at(before)) {
                    Some(owner) if possessive => self.among.words_of(owner)?.words.start,
                    _ => at,
                };
                return Some((from, head, foreign));
            }
        }
        None
    }

    /// Whether a noun phrase can end before the word at `at`.
    pub(super) fn closes(&self, sentence: &TokenizedSentence, at: usize) -> bool {
        let Some(word) = self.tokens.word(at).filter(|_| at < sentence.words.end) else { return true };
        match word.shape {
            Shape::Mark => word.text != "-",
            Shape::Clitic => true,
            Shape::Lower => {
                let verb = is_past_form(word.text, self.tokens.language) && !word.is(LexicalClass::ROLE);
                verb || word.is(LexicalClass::FUNCTION.with(LexicalClass::SPEECH).with(LexicalClass::LIFE))
            }
            _ => false,
        }
    }
}
