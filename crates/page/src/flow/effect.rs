//! All that an action makes the page do.

use super::draft::Draft;
use super::incoming::{Incoming, Source};
use super::purpose::Purpose;
use super::shelved::Removed;
use super::unkept::{News, Writing};
use postil::{Analysis, Annotation, ArticleIdentity, KeptArticle, KeptPage, KnownArticle, Span};
use std::rc::Rc;

/// A part of the page that is drawn from the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Layers,
    /// Whether the article's comments are shown.
    Comments,
    /// Whether the article's pictures are.
    Pictures,
    Tabs,
    Drawer,
    /// The field that filters the list.
    Filter,
    Facets,
    List,
    /// Which row of the list is the chosen one.
    ChosenRow,
    /// Who speaks: shares above the article, names in its margin.
    Voices,
    /// The reader's notes in the other margin.
    MarginNotes,
    /// Where those stand, since the window changed.
    MarginLayout,
    Map,
    Card,
    TagBar,
    Dialog,
    /// The tags, in their dialog.
    TagList,
    /// What the dialog that asks for an article knows by now: articles opened before, what was pasted.
    OpenDialog,
    Toasts,
    /// Whether an article is being read.
    Busy,
    /// The library in the place of the article, or not.
    Library,
    /// What of it matches.
    LibraryRows,
}

/// Marks that are painted onto the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Quotes and names.
    Analysis,
    Notes,
    Hovered,
    Chosen,
}

/// What gets the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Focus {
    Article,
    /// The field that searches the library.
    Library,
    Filter,
    /// The tab on show.
    Tab,
    /// The first button of the card.
    Card,
    /// The card's button that does this to that.
    CardButton(&'static str, Option<&'static str>),
    /// The first kind on the bar.
    Kinds,
}

/// One thing that the page does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    Draw(View),
    Paint(Paint),
    /// Puts what was rendered last on the page.
    ShowText,
    /// The document's title.
    Title(String),
    Focus(Focus),
    /// Says something to a screen reader, without moving anything.
    Say(String),
    /// Reads the card out.
    SayCard,
    /// Says how many rows the list has.
    SayRows,
    /// Says what is wrong in the open dialog, or nothing; as a message where none is open.
    Problem(String),

    ScrollTo(Span),
    ScrollToTop,
    /// To the chosen row of the list.
    ScrollToChosenRow,
    /// To a voice in the list.
    ScrollToVoice(usize),
    ScrollToPart(f64),
    SelectText(Span),
    ClearSelection,
    ExtendSelection {
        forward: bool,
        unit: &'static str,
    },

    /// Stops the analysis under way.
    CancelAnalysis,
    /// Brings, analyses and renders an article.
    Open {
        number: u32,
        source: Source,
    },
    /// Says after a while that an opening is still under way.
    Remind(u32),
    /// Renders the first `rows` of the article that opening number `of` brought.
    Render {
        of: u32,
        rows: usize,
        analysis: Rc<Analysis>,
    },
    /// In the address bar, so that a reload and a bookmark find it again.
    ShowAddress(Option<String>),

    /// Keeps what changed of an article's passages.
    Store(Writing),
    /// Writes what the store refused again, after a while.
    KeepLater,
    /// Says to other tabs that an article's passages changed.
    Broadcast(News),
    /// Keeps what was typed and is not saved.
    KeepDraft(Draft),
    /// Drops the draft with this key.
    DropDraft(String),
    /// Reads the drafts of an article.
    ReadDrafts(String),
    /// Reads the reader's tags.
    ReadTags,
    /// Reads all passages of the library.
    ReadAll(Purpose),
    /// Reads what is kept of an article's passages under these keys, its own first.
    ReadNotes(Vec<String>),
    /// Keeps those of other articles, unless they are kept in a later form.
    StoreElsewhere(Vec<Annotation>),
    Remember {
        article: KeptArticle,
        identity: ArticleIdentity,
        from: Incoming,
    },
    ListRecent,
    Forget(String),

    /// Reads all that is kept; of the open article first keeps what is known of it by now.
    ReadLibrary(Option<KeptArticle>),
    /// Reads the passages of all articles, for the library that shows these.
    ReadPassages(Vec<KeptArticle>),
    /// Asks whether an article is to go, by what its passages are kept under.
    AskToRemove {
        question: String,
        source: String,
    },
    Remove(String),
    PutBack(Box<Removed>),
    /// Keeps what of a library's file is not here yet.
    AddToLibrary {
        articles: Vec<KeptArticle>,
        pages: Vec<KeptPage>,
        known: Vec<KnownArticle>,
    },
    /// Saves all that is kept as one file.
    SaveLibrary(String),
    /// Asks the browser not to clear what is kept by itself.
    KeepForGood,
    /// Counts passages that are in no copy yet.
    CountForBackup(usize),

    ChooseNotesFile,
    Download {
        name: String,
        kind: &'static str,
        text: String,
    },
    /// Copies words, and then says so.
    Copy {
        words: String,
        done: &'static str,
    },
    /// Has another version of Postil take over.
    TakeVersion,
    /// Asks whether all passages are to go.
    AskToDeleteAll(String),
}

/// The effects of an action, in order.
#[derive(Debug, Default)]
pub(crate) struct Effects(Vec<Effect>);

impl Effects {
    /// One more.
    pub(crate) fn push(&mut self, effect: Effect) {
        self.0.push(effect);
    }

    /// Draws a view, once and where it was asked for last: by then all that it stands beside is in place.
    pub(crate) fn draw(&mut self, view: View) {
        self.0.retain(|effect| *effect != Effect::Draw(view));
        self.0.push(Effect::Draw(view));
    }

    /// Paints marks, likewise.
    pub(crate) fn paint(&mut self, marks: Paint) {
        self.0.retain(|effect| *effect != Effect::Paint(marks));
        self.0.push(Effect::Paint(marks));
    }

    /// Moves the focus.
    pub(crate) fn focus(&mut self, focus: Focus) {
        self.push(Effect::Focus(focus));
    }

    /// Says something to a screen reader.
    pub(crate) fn say(&mut self, words: impl Into<String>) {
        self.push(Effect::Say(words.into()));
    }

    /// All of them.
    pub(crate) fn into_vec(self) -> Vec<Effect> {
        self.0
    }
}
