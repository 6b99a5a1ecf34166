//! The library as it is on show, what narrows it, and what was removed from it.

use crate::words;
use postil::{Annotation, KeptArticle, KeptPage, KnownArticle, Matches, PassageKind, Query, Shelf, ShelvedPassage};

/// The library as it is on show.
pub(crate) struct Library {
    /// Whether the passages are there, and not the articles alone.
    pub(crate) whole: bool,
    /// All that is kept.
    pub(crate) shelf: Shelf,
    /// What the reader asks for.
    pub(crate) query: Query,
    /// What matches it.
    pub(crate) matches: Matches,
    /// Whether passages are shown, and not articles.
    pub(crate) passages: bool,
    /// How many rows are shown at most.
    pub(crate) rows: usize,
}

impl Library {
    /// All of the articles on a shelf, or all that stands there.
    pub(super) fn new(shelf: Shelf, whole: bool, rows: usize) -> Self {
        let query = Query::default();
        let matches = shelf.find(&query);
        Self { whole, shelf, query, matches, passages: false, rows }
    }
}

/// An article that was removed, with all that was kept of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Removed {
    pub(crate) article: Option<KeptArticle>,
    pub(crate) page: Option<KeptPage>,
    pub(crate) known: Option<KnownArticle>,
    pub(crate) notes: Vec<Annotation>,
}

/// What a field narrows the library by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Narrowing {
    Tag,
    Speaker,
    Site,
    Kind,
}

/// The kinds of passages that can be asked for, and their names for fields.
pub(crate) const KINDS: [(PassageKind, &str); 4] = [
    (PassageKind::Quote, "quote"),
    (PassageKind::Paraphrase, "paraphrase"),
    (PassageKind::OwnWords, "own-words"),
    (PassageKind::Comment, "comment"),
];

impl Narrowing {
    /// All of them, in the order of their fields.
    pub(crate) const ALL: [Self; 4] = [Self::Tag, Self::Speaker, Self::Site, Self::Kind];

    /// The id of its field.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Tag => "library-tag",
            Self::Speaker => "library-speaker",
            Self::Site => "library-site",
            Self::Kind => "library-kind",
        }
    }

    /// Narrows a query by what the field says.
    pub(super) fn set(self, query: &mut Query, value: Option<String>) {
        match self {
            Self::Tag => query.tag = value,
            Self::Speaker => query.speaker = value,
            Self::Site => query.site = value,
            Self::Kind => {
                query.kind =
                    value.and_then(|value| KINDS.iter().find(|(_, name)| *name == value)).map(|(kind, _)| *kind);
            }
        }
    }
}

/// The name of a passage's kind, for readers; none where it is not known.
pub(crate) fn kind_of(passage: &ShelvedPassage) -> Option<&'static str> {
    KINDS.iter().position(|(kind, _)| *kind == passage.kind).and_then(|index| words::PASSAGE_KINDS.get(index).copied())
}
