//! Numbers for names: one kind of table for all of them, since every further kind costs readers a kilobyte and a half of code.

use crate::text::Map;

/// Names and their numbers, from 0 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(Map<String, usize>);

impl Ids {
    /// The number of `name`, a new one when it is new.
    pub(super) fn id(&mut self, name: &str) -> usize {
        if let Some(&known) = self.0.get(name) {
            return known;
        }
        let new = self.0.len();
        self.0.insert(name.to_owned(), new);
        new
    }

    /// The number of `name`, if it has one.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }
}

/// Lists of numbers by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ids: Ids,
    lists: Vec<Vec<usize>>,
}

impl Index {
    /// The numbers under `name`, in the order in which they were added.
    pub(super) fn get(&self, name: &str) -> &[usize] {
        self.ids.get(name).and_then(|id| self.lists.get(id)).map_or(&[], Vec::as_slice)
    }

    /// Adds `number` under `name`, unless it is the last there.
    pub(super) fn add(&mut self, name: &str, number: usize) {
        let id = self.ids.id(name);
        if id == self.lists.len() {
            self.lists.push(Vec::new());
        }
        if let Some(list) = self.lists.get_mut(id).filter(|list| list.last() != Some(&number)) {
            list.push(number);
        }
    }

    /// The number under `name`, where it is the only one.
    pub(super) fn only(&self, name: &str) -> Option<usize> {
        match self.get(name) {
            [one] => Some(*one),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_as_they_come() {
        let mut ids = Ids::default();
        assert_eq!(["b", "a", "b"].map(|n| ids.id(n)), [0, 1, 0]);
        assert_eq!([ids.get("a"), ids.get("c")], [Some(1), None]);
    }

    #[test]
    fn an_index_knows_what_stands_alone() {
        let mut index = Index::default();
        for (name, number) in [("a", 1), ("a", 1), ("b", 1), ("b", 2)] {
            index.add(name, number);
        }
        assert_eq!([index.only("a"), index.only("b"), index.only("c")], [Some(1), None, None]);
        assert_eq!(index.get("b"), [1, 2]);
    }
}
