//! Pronouns that safely mean a person named nearby.

use super::context::ReferenceContext;
use super::profile::EntityProfile;
use crate::entity::kind::EntityKind;
use crate::entity::mention::{Cluster, ClusterId};
use crate::language::person::Gender;
use crate::order::sort_by_numbers;
use crate::text::Span;

/// Sentences before its own in which a pronoun looks for its person.
const WINDOW: usize = 3;

impl ReferenceContext<'_, '_> {
    /// “she”, “his”: where one person alone is near and of that sex.
    pub(super) fn pronouns(&self, clusters: &[Cluster], profiles: &[EntityProfile]) -> Vec<(ClusterId, Span)> {
        let mut out = Vec::new();
        // persons mentioned so far, with the sentence of each mention
        let mut recent: Vec<(ClusterId, usize)> = Vec::new();
        let mut quoted = false;
        let mut previous = Span::default();
        for (index, sentence) in self.tokens.sentences.iter().enumerate() {
            let zone = self.zones.get(index);
            let span = self.tokens.span(&sentence.words).unwrap_or_default();
            // quotation marks are counted afresh in every paragraph
            quoted &= !Span::new(previous.end, span.start).str(self.tokens.text).contains('\n');
            previous = span;
            recent.retain(|(_, at)| index - at <= WINDOW && self.zones.get(*at) == zone);
            for at in sentence.words.clone() {
                let Some(word) = self.tokens.word(at) else { continue };
                match word.text {
                    "“" | "«" => quoted = true,
                    "”" | "»" => quoted = false,
                    "\"" => quoted = !quoted,
                    _ => {}
                }
                if let Some(mention) = self.mention_at(at) {
                    if mention.cluster.of(clusters).is_some_and(|c| c.kind == EntityKind::Person) {
                        remember(&mut recent, mention.cluster, index);
                    }
                    continue;
                }
                if quoted {
                    continue;
                }
                if let Some(gender) = self.tokens.language.person.pronoun_gender(self.tokens.lower(at))
                    && let Some(who) = antecedent(&recent, profiles, gender)
                {
                    out.push((who, word.span));
                    remember(&mut recent, who, index);
                }
            }
        }
        out
    }
}

/// Persons kept in mind; with more of them near no pronoun is safe anyway.
const REMEMBERED: usize = 12;

/// Moves `who` to the end of `recent`, as mentioned in the sentence `index`.
fn remember(recent: &mut Vec<(ClusterId, usize)>, who: ClusterId, index: usize) {
    recent.retain(|r| r.0 != who);
    if recent.len() >= REMEMBERED {
        recent.remove(0);
    }
    recent.push((who, index));
}

/// The one person of `recent` who can be meant; one whose sex is unknown only when nobody else is near.
fn antecedent(recent: &[(ClusterId, usize)], profiles: &[EntityProfile], gender: Gender) -> Option<ClusterId> {
    let sex = |who: ClusterId| profiles.get(who.index()).and_then(|p| p.gender);
    let mut fitting: Vec<ClusterId> =
        recent.iter().map(|r| r.0).filter(|&w| sex(w).is_none_or(|s| s == gender)).collect();
    sort_by_numbers(&mut fitting, |w| (w.index(), 0));
    fitting.dedup();
    match fitting.as_slice() {
        [one] if sex(*one).is_some() || recent.iter().all(|r| r.0 == *one) => Some(*one),
        _ => None,
    }
}
