//! The order of the comments in their list.

/// The order of the comments in their list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ThreadOrder {
    /// As they answer one another.
    #[default]
    Thread,
    /// As they were posted.
    Time,
    /// As what they answer stands in the article.
    Place,
}

impl ThreadOrder {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Thread, Self::Time, Self::Place];

    /// What its button is known by.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Time => "time",
            Self::Place => "place",
        }
    }
}
