//! Numbers for words.

use foldhash::fast::RandomState;
use std::collections::HashMap;

/// Words or names and their numbers, from 0 in the order in which they came.
///
/// An article's words are looked up by the thousand, which takes the standard library's hash three times as long as this one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids(HashMap<Box<str>, usize, RandomState>);

impl Ids {
    /// The number of `name`, a new one when it is new.
    pub(crate) fn id(&mut self, name: &str) -> usize {
        if let Some(&known) = self.0.get(name) {
            return known;
        }
        let new = self.0.len();
        self.0.insert(Box::from(name), new);
        new
    }

    /// The number of `name`, if it has one.
    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
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
}
