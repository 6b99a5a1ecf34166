//! Numbers of what goes by a name.

use foldhash::HashMap;

/// Lists of numbers by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameIndex(HashMap<String, Vec<usize>>);

impl NameIndex {
    /// The numbers under `name`, in the order in which they were added.
    pub(crate) fn get(&self, name: &str) -> &[usize] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Adds `number` under `name`, unless it is the last there.
    pub(crate) fn add(&mut self, name: &str, number: usize) {
        match self.0.get_mut(name) {
            Some(list) if list.last() == Some(&number) => {}
            Some(list) => list.push(number),
            None => {
                self.0.insert(name.to_owned(), vec![number]);
            }
        }
    }

    /// The number under `name`, where it is the only one.
    pub(crate) fn only(&self, name: &str) -> Option<usize> {
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
    fn an_index_knows_what_stands_alone() {
        let mut index = NameIndex::default();
        for (name, number) in [("a", 1), ("a", 1), ("b", 1), ("b", 2)] {
            index.add(name, number);
        }
        assert_eq!([index.only("a"), index.only("b"), index.only("c")], [Some(1), None, None]);
        assert_eq!(index.get("b"), [1, 2]);
    }
}
