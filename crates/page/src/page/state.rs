//! What the page knows: the open article, what is shown of it, and what the reader points at.

use super::reading::Reading;
use postil::{EntityKind, Notebook, QuoteKind, Span};

/// A layer of marks that can be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    Quotes,
    Names,
    Comments,
    Mine,
}

impl Layer {
    pub(super) const ALL: [Self; 4] = [Self::Quotes, Self::Names, Self::Comments, Self::Mine];

    /// Its name, on its button and on its tab alike.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quotes => "Quotes",
            Self::Names => "Names",
            Self::Comments => "Comments",
            Self::Mine => "Mine",
        }
    }

    /// The class of its dot.
    pub(super) fn hue(self) -> &'static str {
        match self {
            Self::Quotes => "v0",
            Self::Names => "vr",
            Self::Comments => "v3",
            Self::Mine => "t0",
        }
    }
}

/// One of the four lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Voices,
    Names,
    Comments,
    Mine,
}

impl Tab {
    pub(super) const ALL: [Self; 4] = [Self::Voices, Self::Names, Self::Comments, Self::Mine];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Voices => "Voices",
            Self::Names => "Names",
            Self::Comments => "Comments",
            Self::Mine => "Mine",
        }
    }
}

/// A thing in the article that a row, a card or a key can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A quote, by index.
    Quote(usize),
    /// A mention, by index.
    Mention(usize),
    /// A comment, by index.
    Comment(usize),
    /// One of the reader's passages, by id.
    Mine(String),
}

/// What the reader wants of the lists of names and of voices; `None` wants all.
#[derive(Default)]
pub(super) struct Facets {
    /// Names of this kind.
    pub(super) kind: Option<EntityKind>,
    /// Quotes of this kind.
    pub(super) manner: Option<QuoteKind>,
    /// Quotes of this voice, by the name that the page gives it.
    pub(super) voice: Option<String>,
    /// Quotes whose words mention this cluster.
    pub(super) about: Option<usize>,
}

/// All that changes while the page is open.
#[derive(Default)]
pub(super) struct State {
    /// The open article.
    pub(super) reading: Option<Reading>,
    /// The reader's passages of it.
    pub(super) notebook: Notebook,
    /// Where those passages stand, by the notebook's order; `None` for one whose words are gone.
    pub(super) places: Vec<Option<Span>>,
    /// Layers that are off.
    pub(super) off: Vec<Layer>,
    /// The list on show.
    pub(super) tab: Tab,
    /// What the list is filtered by, lower-case.
    pub(super) filter: String,
    /// What else the lists of names and voices are filtered by.
    pub(super) facets: Facets,
    /// What the card is about.
    pub(super) card: Vec<Target>,
    /// How many rows the list shows at most.
    pub(super) rows: usize,
    /// What was chosen last.
    pub(super) chosen: Option<Target>,
    /// What the pointer lies on.
    pub(super) hovered: Vec<Target>,
    /// The passage that the tag bar is for.
    pub(super) selected: Option<Span>,
    /// The passage that a note is being written on.
    pub(super) noting: Option<Span>,
    /// Whether the article's pictures may be loaded.
    pub(super) images: bool,
}
