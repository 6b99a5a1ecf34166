//! Lists of numbers for names.

pub(super) use crate::text::Ids;

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
    fn an_index_knows_what_stands_alone() {
        let mut index = Index::default();
        for (name, number) in [("a", 1), ("a", 1), ("b", 1), ("b", 2)] {
            index.add(name, number);
        }
        assert_eq!([index.only("a"), index.only("b"), index.only("c")], [Some(1), None, None]);
        assert_eq!(index.get("b"), [1, 2]);
    }
}
