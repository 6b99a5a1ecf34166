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
}

/// One of the four lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Who is quoted.
    #[default]
    Voices,
    /// What is named.
    Names,
    /// The readers' comments.
    Comments,
    /// The reader's own passages.
    Notes,
}

impl Tab {
    /// All of them, in the order of their tabs.
    pub(crate) const ALL: [Self; 4] = [Self::Voices, Self::Names, Self::Comments, Self::Notes];

    /// What its tab is known by.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Voices => "voices",
            Self::Names => "names",
            Self::Comments => "comments",
            Self::Notes => "mine",
        }
    }
}
