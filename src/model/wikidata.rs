//! Widely known names and their items in Wikidata.

use super::bits::Input;
use super::hash::{Key, mix, word};

/// Names and the items that they mean, by keys of 32 bits: another name is taken for one of some thousands once in a million times.
#[derive(Default)]
pub(crate) struct WikidataItems {
    /// Sorted.
    keys: Vec<Key>,
    items: Vec<u32>,
}

/// The key of a name and the code of its kind.
const fn key(name: Key, kind: u8) -> Key {
    mix(name, kind as Key + 1)
}

impl WikidataItems {
    /// The number of the item that `name`, as written, means when it is of the kind with this code.
    pub(crate) fn item(&self, name: &str, kind: u8) -> Option<u32> {
        self.items.get(self.keys.binary_search(&key(word(name), kind)).ok()?).copied()
    }

    pub(super) fn read(input: &mut Input) -> Option<Self> {
        let keys = input.keys()?;
        let mut items = Vec::new();
        while !input.is_empty() {
            items.push(input.number()?);
        }
        Some(Self { keys, items })
    }
}

/// Names with the code of their kind and the number of their item, as a model file holds them; names that mean several things are left out.
#[cfg(any(feature = "train", test))]
#[must_use]
pub fn write_wikidata_items(names: &[(&str, u8, u32)]) -> Vec<u8> {
    use super::bits::write;
    use std::collections::BTreeMap;
    let mut sorted: BTreeMap<Key, Option<u32>> = BTreeMap::new();
    for &(name, kind, item) in names {
        let slot = sorted.entry(key(word(name), kind)).or_insert(Some(item));
        if *slot != Some(item) {
            *slot = None;
        }
    }
    sorted.retain(|_, item| item.is_some());
    let mut out = Vec::new();
    write::keys(&mut out, &sorted.keys().copied().collect::<Vec<_>>());
    sorted.values().flatten().for_each(|&item| write::number(&mut out, item as usize));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_one_meaning_is_known() {
        let names =
            [("France", 2, 142), ("Georgia", 2, 230), ("Georgia", 2, 1428), ("France", 2, 142), ("Shell", 1, 154950)];
        let bytes = write_wikidata_items(&names);
        let Some(known) = WikidataItems::read(&mut Input::new(&bytes)) else { panic!("it does not come back") };
        assert_eq!(known.item("France", 2), Some(142));
        assert_eq!(known.item("Shell", 1), Some(154_950));
        assert_eq!([known.item("Georgia", 2), known.item("France", 1), known.item("france", 2)], [None; 3]);
    }
}
