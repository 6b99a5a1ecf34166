//! A passage as it is looked for: its own words between those that stood around it.

use crate::Passage;
use crate::folded::Folded;

/// The most of either context that is looked at, in characters (as much as Hypothesis and Postil keep).
const CONTEXT: usize = 32;

/// A passage with its context, folded as the text is.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    chars: Vec<u32>,
    /// Where its own words begin in `chars`.
    from: usize,
    /// And where they end.
    to: usize,
}

impl Pattern {
    /// The pattern of a passage.
    pub(crate) fn new(passage: &Passage<'_>) -> Self {
        let Passage { prefix, exact, suffix, .. } = passage;
        let folded = Folded::new(&[*prefix, *exact, *suffix].concat());
        let whole = Self {
            from: folded.char_at(prefix.len()),
            to: folded.char_at(prefix.len() + exact.len()),
            chars: folded.chars,
        };
        whole.cut(whole.from, whole.to)
    }

    /// A part of it with as much around it as a passage has.
    pub(crate) fn cut(&self, from: usize, to: usize) -> Self {
        let start = from.saturating_sub(CONTEXT);
        let end = (to + CONTEXT).min(self.chars.len());
        let chars = self.chars.get(start..end).unwrap_or_default().to_vec();
        Self { chars, from: from - start, to: to - start }
    }

    /// Its words alone.
    pub(crate) fn bare(&self) -> Self {
        Self { chars: self.exact().to_vec(), from: 0, to: self.to - self.from }
    }

    /// All of it.
    pub(crate) fn chars(&self) -> &[u32] {
        &self.chars
    }

    /// Where its own words stand in it.
    pub(crate) fn own(&self) -> std::ops::Range<usize> {
        self.from..self.to
    }

    /// Its own words.
    pub(crate) fn exact(&self) -> &[u32] {
        self.chars.get(self.from..self.to).unwrap_or_default()
    }

    /// What stood before them.
    pub(crate) fn prefix(&self) -> &[u32] {
        self.chars.get(..self.from).unwrap_or_default()
    }

    /// What stood after them.
    pub(crate) fn suffix(&self) -> &[u32] {
        self.chars.get(self.to..).unwrap_or_default()
    }
}
