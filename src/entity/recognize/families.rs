//! The given and family names of persons who are named in full.

use crate::entity::kind::EntityKind;
use crate::entity::mention::Mention;
use crate::entity::name::PersonName;
use crate::language::Language;
use foldhash::{HashMap, HashSet, HashSetExt};

/// Given and family names in lower case, each with whether it is a family's that no other name of the article begins with (“Ford Motor”).
#[derive(Default)]
pub(super) struct Families(HashMap<String, bool>);

impl Families {
    /// Those of the persons among `mentions`; `keys` are what the article names.
    pub(super) fn new<'k>(
        text: &str,
        mentions: &[Mention],
        keys: impl Iterator<Item = &'k str>,
        language: &Language,
    ) -> Self {
        let mut families = Self::default();
        let mut met = HashSet::new();
        for mention in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
            let name = mention.span.str(text);
            if !met.insert(name) {
                continue;
            }
            let name = PersonName::new(name, language);
            if name.is_full() {
                families.0.entry(name.first().to_owned()).or_default();
                families.0.insert(name.last().to_owned(), true);
            }
        }
        for key in keys {
            if let Some(sole) = key.split_once(' ').and_then(|(first, _)| families.0.get_mut(first)) {
                *sole = false;
            }
        }
        families
    }

    /// Whether some person has `name`, in lower case, as a part of theirs.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether `name`, in lower case, is a family's, and no other name of the article begins with it.
    pub(super) fn has_sole(&self, name: &str) -> bool {
        self.0.get(name).copied().unwrap_or_default()
    }
}
