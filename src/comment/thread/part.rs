//! The parts that an element may play in a thread.

/// Parts that an element may play by what its markup says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(u16);

impl Parts {
    /// It is, or holds, readers' comments.
    pub(crate) const COMMENT: Self = Self(1);
    /// It is a note that another page links here.
    pub(crate) const PINGBACK: Self = Self(1 << 1);
    /// It lists things of other pages, or counts them.
    pub(crate) const ELSEWHERE: Self = Self(1 << 2);
    /// It holds a name.
    pub(crate) const AUTHOR: Self = Self(1 << 3);
    /// It holds a date.
    pub(crate) const DATE: Self = Self(1 << 4);
    /// It holds the message.
    pub(crate) const BODY: Self = Self(1 << 5);
    /// It holds buttons, badges and the like.
    pub(crate) const CONTROL: Self = Self(1 << 6);
    /// Its name is somebody else's than the writer's.
    pub(crate) const OTHER: Self = Self(1 << 7);
    /// Its name is a full name (hCard's `fn`).
    pub(crate) const FULL_NAME: Self = Self(1 << 8);
    /// Its name is that of the one who writes.
    pub(crate) const WRITER: Self = Self(1 << 9);
    /// Its name is that of a user of the site.
    pub(crate) const USER: Self = Self(1 << 10);
    /// Its name is called just that.
    pub(crate) const NAME: Self = Self(1 << 11);

    /// It holds a name, of whom ever.
    pub(super) const NAMED: Self = Self::AUTHOR.with(Self::USER).with(Self::NAME);

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether one of `other` is among them.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
