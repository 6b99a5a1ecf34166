//! Number words.

/// Words that say numbers, in lower case.
#[derive(Debug)]
pub(crate) struct NumberWords {
    /// From zero on.
    pub(crate) small: &'static [&'static str],
    /// From twenty on, by tens.
    pub(crate) tens: &'static [&'static str],
    /// Words and the tails of numbers, with the power of ten that they say: `million`, `bn`.
    pub(crate) magnitudes: &'static [(&'static str, i32)],
    /// Words for so many things: `dozen`.
    pub(crate) groups: &'static [(&'static str, u64)],
    /// The one of those that `one` may stand before.
    pub(crate) dozen: &'static str,
    /// `hundred`, which a smaller number may follow.
    pub(crate) hundred: &'static str,
    /// `half`
    pub(crate) half: &'static str,
    /// Words that make a half more of a whole number: `and a half`.
    pub(crate) and_a_half: [&'static str; 3],
    /// `a`, which is one before a magnitude or a group.
    pub(crate) one: &'static str,
    /// What stands before a range of two numbers, and between them: `between`, `and`.
    pub(crate) between: [&'static str; 2],
    /// What stands between the ends of a range: `to`.
    pub(crate) to: &'static str,
}

impl NumberWords {
    /// The power of ten that a word or the tail of a number says.
    pub(crate) fn magnitude(&self, word: &str) -> Option<i32> {
        self.magnitudes.iter().find(|(name, _)| *name == word).map(|m| m.1)
    }

    /// How many a word for a group of things says.
    pub(crate) fn group(&self, word: &str) -> Option<u64> {
        self.groups.iter().find(|(name, _)| *name == word).map(|g| g.1)
    }
}
