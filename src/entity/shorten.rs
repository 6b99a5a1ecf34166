//! Acronyms and shortened names, and the one long name that each is short for.

use super::EntityKind;
use super::ids::Index;
use super::lexicon::{Lexicon, Marks};

/// Longest acronym, in characters.
const LONGEST: usize = 10;

/// Whether a name is written as an acronym: capitals (and digits, stops, small letters among them) and no space, `WMA`, `U.N.`, `AfD`.
pub(super) fn is_acronym(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let small = name.chars().filter(|c| c.is_lowercase()).count();
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '/'));
    plain && capitals >= 2 && capitals > small && name.chars().count() <= LONGEST
}

/// Whether the letters of `short` may be the initials of `long`, words like “of” counted or not.
pub(super) fn abbreviates(short: &str, long: &str) -> bool {
    let letters: String = short.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    letters.chars().count() > 1 && initials(&long.to_lowercase()).contains(&letters)
}

/// The initials of `long` (lower case), without and with its small words.
pub(super) fn initials(long: &str) -> [String; 2] {
    let words = || long.split([' ', '-', '/']).filter(|w| w.starts_with(char::is_alphanumeric));
    let small = |w: &&str| {
        matches!(
            *w,
            "of" | "the" | "and" | "for" | "on" | "in" | "to" | "de" | "du" | "la" | "le" | "des" | "et" | "del"
        )
    };
    let first = |w: &str| w.chars().next();
    [words().filter(|w| !small(w)).filter_map(first).collect(), words().filter_map(first).collect()]
}

/// Distinct names by kind and key, and which of them mean the same.
#[derive(Default)]
pub(super) struct Names {
    pub(super) keys: Vec<(EntityKind, String)>,
    /// For each of the keys the one that it is short for, or itself.
    same: Vec<usize>,
}

impl Names {
    pub(super) fn add(&mut self, key: (EntityKind, String)) -> usize {
        self.same.push(self.keys.len());
        self.keys.push(key);
        self.keys.len() - 1
    }

    /// The key that stands for all that mean the same as `id`.
    pub(super) fn root(&self, mut id: usize) -> usize {
        while let Some(&to) = self.same.get(id).filter(|&&to| to != id) {
            id = to;
        }
        id
    }

    /// Makes `short` mean `long`; names of two kinds are never the same.
    pub(super) fn join(&mut self, short: usize, long: usize) {
        let (short, long) = (self.root(short), self.root(long));
        let kind = |id: usize| self.keys.get(id).map(|k| k.0);
        if kind(short) == kind(long)
            && let Some(slot) = self.same.get_mut(short)
        {
            *slot = long;
        }
    }

    /// Joins the acronym of one name, or its first or last words, to that name where it is the only one.
    pub(super) fn shorten(&mut self) {
        // a key behind the number of its kind
        let keyed = |kind: EntityKind, key: &str| format!("{}{key}", char::from(b'a' + kind as u8));
        let mut longs = Index::default();
        for (id, (kind, long)) in self.keys.iter().enumerate().filter(|(_, (kind, _))| is_shortened(*kind)) {
            let root = self.root(id);
            for short in shorts(*kind, long) {
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
fn shorts(kind: EntityKind, long: &str) -> Vec<String> {
    let words: Vec<&str> = long.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    for letters in initials(long) {
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
                let word = lexicon.word(&head);
                let phrase = lexicon.phrase(head.split(' ')).filter(|(length, _)| *length == n).map(|(_, marks)| marks);
                let place = Marks::PLACE.with(Marks::PEOPLE);
                let named =
                    word.with(phrase.unwrap_or_default()).any(place) || (word.any(Marks::WORD) && head.len() > 4);
                if !named {
                    out.push(head);
                }
            }
            // “the Authority”, “United”
            out.extend(words.last().filter(|w| lexicon.word(w).any(Marks::ORG_HEAD)).map(|w| (*w).to_owned()));
        }
        EntityKind::Location if matches!(words.first(), Some(&"mount" | &"mt")) => {
            out.push(words.get(1..).unwrap_or_default().join(" "));
            out.push(format!("mt {}", words.get(1..).unwrap_or_default().join(" ")));
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

    /// For each name of an organisation the first that means the same.
    fn same(kind: EntityKind, names: &[&str]) -> Vec<usize> {
        let mut all = Names::default();
        for name in names {
            all.add((kind, (*name).to_owned()));
        }
        all.shorten();
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

    #[test]
    fn acronyms_are_known_by_their_letters() {
        assert!(
            is_acronym("WMA") && is_acronym("U.N.") && is_acronym("AfD") && !is_acronym("Holt") && !is_acronym("A")
        );
        assert!(abbreviates("W.M.A.", "Water and Marine Authority") && abbreviates("DoD", "Department of Defense"));
        assert!(!abbreviates("PKK", "Workers' Party"));
    }
}
