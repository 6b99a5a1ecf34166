//! What was found out about words, kept for the texts to come: nearly all words of an article were met in those before it.

use foldhash::HashMap;

/// What is known of words, as they are written. It depends on nothing but the word.
#[derive(Debug)]
pub(crate) struct Memo<T>(HashMap<Box<str>, T>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<T: Copy> Memo<T> {
    /// Words that are kept; a memory of more is emptied after the text that brought them.
    const MOST: usize = 1 << 14;

    /// Makes room, if need be: called after each text.
    pub(crate) fn refresh(&mut self) {
        if self.0.len() > Self::MOST {
            *self = Self::default();
        }
    }

    /// What is known of `word`, which `find` finds out where it is new.
    pub(crate) fn get(&mut self, word: &str, find: impl FnOnce() -> T) -> T {
        if let Some(&known) = self.0.get(word) {
            return known;
        }
        let found = find();
        self.0.insert(Box::from(word), found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_at_once_until_there_are_too_many() {
        let mut memo = Memo::default();
        assert_eq!([memo.get("ferry", || 1), memo.get("ferry", || 2)], [1, 1]);
        (0..Memo::<i32>::MOST).for_each(|n| assert_eq!(memo.get(&n.to_string(), || 3), 3));
        memo.refresh();
        assert_eq!(memo.get("ferry", || 4), 4);
    }
}
