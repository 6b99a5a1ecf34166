//! The layers of marks that can be switched, and the lists.

/// A layer of marks that can be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// Quotes.
    Quotes,
    /// Names.
    Names,
    /// The readers' comments.
    Comments,
    /// The reader's own passages.
    Notes,
}

impl Layer {
    /// All of them, in the order of their buttons.
    pub(crate) const ALL: [Self; 4] = [Self::Quotes, Self::Names, Self::Comments, Self::Notes];

    /// What its button is known by.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Quotes => "quotes",
            Self::Names => "names",
            Self::Comments => "comments",
            Self::Notes => "mine",
        }
    }

    /// The list of what it marks.
    pub(crate) fn tab(self) -> Tab {
        match self {
            Self::Quotes => Tab::VOICES,
            Self::Names => Tab::NAMES,
            Self::Comments => Tab::COMMENTS,
            Self::Notes => Tab::NOTES,
        }
    }
}

/// A list beside the article, by what its tab is known by. What there are is told by `views::lists::LISTS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tab(pub(crate) &'static str);

impl Tab {
    /// Who is quoted.
    pub(crate) const VOICES: Self = Self("voices");
    /// What is named.
    pub(crate) const NAMES: Self = Self("names");
    /// The readers' comments.
    pub(crate) const COMMENTS: Self = Self("comments");
    /// The reader's own passages.
    pub(crate) const NOTES: Self = Self("mine");
}
