//! Shortened names, and the one long name that each is short for.

use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::name::{NameIndex, initials};
use crate::language::Language;

/// Distinct names by kind and key, and which of them mean the same.
#[derive(Default)]
pub(crate) struct DistinctNames {
    pub(crate) keys: Vec<(EntityKind, String)>,
    /// For each of the keys the one that it is short for, or itself.
    same: Vec<usize>,
}

impl DistinctNames {
    pub(crate) fn add(&mut self, key: (EntityKind, String)) -> usize {
        self.same.push(self.keys.len());
        self.keys.push(key);
        self.keys.len() - 1
    }

    /// The key that stands for all that mean the same as `id`.
    pub(crate) fn root(&self, mut id: usize) -> usize {
        while let Some(&to) = self.same.get(id).filter(|&&to| to != id) {
            id = to;
        }
        id
    }

    /// Makes `short` mean `long`; names of two kinds are never the same.
    pub(crate) fn join(&mut self, short: usize, long: usize) {
        let (short, long) = (self.root(short), self.root(long));
        let kind = |id: usize| self.keys.get(id).map(|k| k.0);
        if kind(short) == kind(long)
            && let Some(slot) = self.same.get_mut(short)
        {
            *slot = long;
        }
    }

    /// Joins the acronym of one name, or its first or last words, to that name where it is the only one.
    pub(crate) fn join_short_names(&mut self, language: &Language) {
        // only a name of the same kind
        let keyed = |kind: EntityKind, key: &str| format!("{kind:?} {key}");
        let mut longs = NameIndex::default();
        for (id, (kind, long)) in self.keys.iter().enumerate().filter(|(_, (kind, _))| is_shortened(*kind)) {
            let root = self.root(id);
            for short in short_forms(*kind, long, language) {
                longs.add(&keyed(*kind, &short), root);
            }
        }
        for id in 0..self.keys.len() {
            let hit = self.keys.get(id).and_then(|(kind, key)| longs.only(&keyed(*kind, key)));
            if let Some(long) = hit.filter(|&long| long != self.root(id) && self.root(id) == id) {
                self.join(id, long);
            }
        }
    }
}

fn is_shortened(kind: EntityKind) -> bool {
    use EntityKind::{Event, Location, Misc, Organization, Work};
    matches!(kind, Organization | Location | Event | Misc | Work)
}

/// What the name `long` (a key, lower case) is called for short.
fn short_forms(kind: EntityKind, long: &str, language: &Language) -> Vec<String> {
    let words: Vec<&str> = long.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    for letters in initials(long, language) {
        if letters.chars().count() >= 2 && letters != long {
            out.push(letters.chars().flat_map(|c| [c, '.']).collect());
            out.push(letters);
        }
    }
    if words.len() < 2 {
        return out;
    }
    let year = |w: &&&str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let lexicon = Lexicon::get();
    match kind {
        EntityKind::Organization => {
            for n in 1..words.len() {
                let head = words.get(..n).unwrap_or_default().join(" ");
                // a place or people at the head of a name is not short for it, nor is a common word
                let word = lexicon.class_of(&head, language);
                let phrase = lexicon.phrase(head.split(' ')).filter(|(length, _)| *length == n).map(|(_, class)| class);
                let place = LexicalClass::PLACE.with(LexicalClass::PEOPLE);
                let named = word.with(phrase.unwrap_or_default()).any(place)
                    || (word.any(LexicalClass::WORD) && head.len() > 4);
                if !named {
                    out.push(head);
                }
            }
            // “the Authority”, “United”
            out.extend(
                words
                    .last()
                    .filter(|w| lexicon.class_of(w, language).any(LexicalClass::ORG_HEAD))
                    .map(|w| (*w).to_owned()),
            );
        }
        EntityKind::Location if words.first().is_some_and(|w| language.name.mountains.contains(w)) => {
            let bare = words.get(1..).unwrap_or_default().join(" ");
            out.extend(language.name.mountains.last().map(|short| format!("{short} {bare}")));
            out.push(bare);
        }
        // “2018 World Cup”
        EntityKind::Event if words.first().as_ref().is_some_and(year) => {
            out.push(words.get(1..).unwrap_or_default().join(" "));
        }
        EntityKind::Event if words.last().as_ref().is_some_and(year) => {
            out.push(words.get(..words.len() - 1).unwrap_or_default().join(" "));
        }
        _ => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    /// For each name of an organisation the first that means the same.
    fn same(kind: EntityKind, names: &[&str]) -> Vec<usize> {
        let mut all = DistinctNames::default();
        for name in names {
            all.add((kind, (*name).to_owned()));
        }
        all.join_short_names(language_of(None, "").unwrap());
        (0..names.len()).map(|i| (0..names.len()).find(|&j| all.root(i) == all.root(j)).unwrap()).collect()
    }

    #[test]
    fn acronyms_and_short_names_find_the_one_long_name() {
        use EntityKind::{Event, Location, Organization};
        assert_eq!(same(Organization, &["water and marine authority", "wma", "w.m.a.", "authority"]), [0; 4]);
        assert_eq!(same(Organization, &["lufthansa", "lufthansa cargo"]), [0, 0]);
        assert_eq!(same(Organization, &["port ansel united", "united", "port ansel rovers"]), [0, 0, 2]);
        assert_eq!(same(Event, &["2018 world cup", "world cup"]), [0, 0]);
        assert_eq!(same(Location, &["mount everest", "everest"]), [0, 0]);
    }

    #[test]
    fn what_is_short_for_two_is_short_for_none() {
        use EntityKind::{Event, Organization};
        assert_eq!(same(Organization, &["dock council", "town council", "council"]), [0, 1, 2]);
        assert_eq!(same(Event, &["2018 world cup", "2022 world cup", "world cup"]), [0, 1, 2]);
        assert_eq!(same(Organization, &["london assembly", "london"]), [0, 1]);
        assert_eq!(same(Organization, &["united states embassy", "united states"]), [0, 1]);
    }
}
