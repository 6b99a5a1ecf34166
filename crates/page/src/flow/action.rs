//! All that the reader or the world does.

use super::caret::Unit;
use super::draft::Draft;
use super::incoming::{Incoming, Source};
use super::layer::Layer;
use super::purpose::Purpose;
use super::shelved::{Narrowing, Removed};
use super::target::Target;
use super::unkept::{Kept, News, Trouble, Writing};
use crate::page::reading::Reading;
use postil::format::type_of;
use postil::{Annotation, ArticleIdentity, ClusterId, EntityKind, KeptArticle, MentionId, Span, TagBook, TagCommand};

/// What somebody or something did.
pub(crate) enum Action {
    // what is shown
    ToggleLayer(Layer),
    /// By what it is known by.
    ShowTab(String),
    /// The tab this many places further.
    StepTab {
        forward: bool,
    },
    ToggleLists,
    /// To the field that filters the list.
    FindInList,
    Filter(String),
    MoreRows,
    /// A kind of names or of quotes, by its name.
    PickFacet(String),
    PickVoice(Option<String>),
    PickAbout(Option<ClusterId>),
    /// One voice alone, or all again.
    OnlyVoice(usize),
    QuotesAbout(ClusterId),
    ShowVoice(usize),
    /// To the next comment that answers a passage, by its place among those that are answered.
    StepAnswers(usize),
    LoadPictures,
    MoreText,
    /// More of the article that opening number `of` brought is rendered.
    TextRendered {
        of: u32,
        rows: usize,
    },

    // pointing
    Choose(Target),
    /// The next mention of a cluster.
    ChooseCluster(ClusterId),
    /// What a correction is about, by its id.
    ChooseCorrection(String),
    StepMark {
        forward: bool,
    },
    StepMention {
        from: MentionId,
        forward: bool,
    },
    /// The next mention of what the card is about.
    StepCard {
        forward: bool,
    },
    EnterCard,
    /// The pointer rests over a byte of the text, or on none.
    Hover {
        at: Option<usize>,
        near_card: bool,
    },
    Tap {
        at: Option<usize>,
    },
    Escape {
        in_card: bool,
    },

    // selecting
    Select(Option<Span>),
    SelectSentence {
        forward: bool,
        in_view: usize,
    },
    ExtendSelection {
        forward: bool,
        unit: &'static str,
    },
    /// Begins to select by keyboard, or leaves that.
    ToggleCaret {
        in_view: usize,
    },
    /// The end of the selection that moves, by keyboard.
    MoveCaret {
        forward: bool,
        unit: Unit,
    },
    /// The other end moves from now on.
    TurnCaret,
    /// To the kinds that a selection can be a name of.
    EnterKinds,

    // notes
    Tag(String),
    /// By the digit that gives it.
    TagByKey(u8),
    StartTag,
    NewTag(String),
    StartNote,
    EditNote(String),
    SaveNote {
        tags: String,
        note: String,
    },
    /// Something was typed into the note's dialog.
    TypeNote {
        tags: String,
        note: String,
    },
    DraftsRead(Vec<Draft>),
    GoOnWithDraft,
    /// Opens the note as it is kept, without its draft.
    DropDraft,
    DeleteNote(String),
    /// Asks for the words that a passage is to stand at.
    StartAttaching(String),
    StopAttaching,
    /// The passage stands at what is selected.
    Attach,
    DeleteAll,
    /// The reader was asked, and agreed.
    DeleteAllAgreed,
    /// A step by its number, or the last.
    Undo(Option<u32>),
    Redo(Option<u32>),
    /// Selects what the card is about, which brings the bar.
    SelectCard,
    /// The same for the article as a whole.
    SelectArticle,
    ShowTags,
    ChangeTag(TagCommand),

    // what the reader sets right
    /// What the mention, or the selection, is a name of; `None`: of nothing.
    PickKind {
        kind: Option<EntityKind>,
        mention: Option<MentionId>,
    },
    AskSpeaker(usize),
    PickSpeaker(String),
    TypeSpeaker(String),

    // opening
    AskForArticle,
    RecentListed(Vec<KeptArticle>),
    Forget(String),
    Forgotten(String),
    /// HTML with the plain text that the dialog's field shows of it.
    PastedInDialog {
        html: String,
        text: String,
    },
    ReadDialog {
        files: Vec<Incoming>,
        address: String,
        text: String,
    },
    Open(Source),
    Opened(Box<Opened>),
    OpeningFailed {
        number: u32,
        why: String,
        /// What may be had when the reader tries again.
        again: Option<Source>,
    },
    /// An opening takes long.
    StillReading(u32),
    CancelOpening,
    /// Open what could not be read.
    OpenAgain,
    Remembered(String),

    // out to files and back in
    /// Saves the notes in a form of `NOTES_FORMATS`, by its place.
    Export(usize),
    ChooseNotes,
    Import {
        file: String,
        text: String,
        /// All passages that are kept, of any article.
        kept: Vec<Annotation>,
    },
    ShowLeftOut,

    // the library
    ShowLibrary,
    LeaveLibrary,
    /// The articles that are kept were read; their passages follow.
    LibraryArticlesRead(Vec<KeptArticle>),
    /// All that is kept was read.
    LibraryRead {
        articles: Vec<KeptArticle>,
        notes: Vec<Annotation>,
    },
    /// What is kept changed.
    LibraryChanged,
    SearchLibrary(String),
    /// What a field that narrows it says.
    NarrowLibrary(Narrowing, Option<String>),
    /// Passages, or articles.
    ShowPassages(bool),
    MoreOfLibrary,
    OpenKept(String),
    /// A passage, by its id.
    OpenPassage(String),
    RemoveKept(String),
    /// The reader was asked, and agreed.
    RemoveKeptAgreed(String),
    Removed(Box<Removed>),
    PutBack,
    SaveLibrary,
    CopyQuote(usize),
    CopyLink(usize),
    Copied(&'static str),

    // dialogs and messages
    ShowHelp,
    CloseDialog,
    Dismiss(u32),
    EnterArticle,
    Failed(String),
    /// Something is wrong with what a dialog says.
    Problem(String),

    // the world
    Resized,
    ColoursChanged,
    /// Another version of Postil lies ready.
    NewVersion,
    TakeVersion,
    /// A click on the map, at this part of its height.
    FollowMap(f64),
    /// What the store wrote.
    Stored(Box<Writing>),
    /// Whether the browser clears nothing of it by itself.
    KeptForGood(bool),
    /// How many passages came since the library was saved as a file: before, and now.
    CountedForBackup(usize, usize),
    /// Why it wrote nothing.
    NotStored(String),
    /// Write what it refused once more.
    KeepAgain {
        later: bool,
    },
    Database(Trouble),
    /// The reader's tags; whether they are not kept yet.
    TagsRead(TagBook, bool),
    /// All passages of the library.
    AllRead {
        purpose: Purpose,
        notes: Vec<Annotation>,
    },
    NotesChangedElsewhere(News),
    NotesRead {
        source: String,
        kept: Kept,
    },
}

/// An article that was read.
pub(crate) struct Opened {
    /// The number of its opening.
    pub(crate) number: u32,
    /// What was found.
    pub(crate) reading: Reading,
    /// The passages kept of it, or why they could not be read; `None` when they have not come yet.
    pub(crate) notes: Option<Result<Kept, String>>,
    /// What it was read from, and what it is recognised by in whatever layout it comes, when it is to be remembered.
    pub(crate) from: Option<(Incoming, ArticleIdentity)>,
    /// What is to be opened after it.
    pub(crate) rest: Vec<Incoming>,
}

impl Action {
    /// What a control with this `data-act` and `data-id` does, on the card of this mention, if on any. Controls of dialogs with fields
    /// are none of these.
    pub(crate) fn of_control(act: &str, id: &str, mention: Option<MentionId>) -> Option<Self> {
        let index = || id.parse::<usize>().ok();
        let word = || id.to_owned();
        Some(match act {
            "layer" => Self::ToggleLayer(Layer::ALL.into_iter().find(|l| l.id() == id)?),
            "tab" => Self::ShowTab(word()),
            "lists" => Self::ToggleLists,
            "find" => Self::FindInList,
            "more" => Self::MoreRows,
            "facet" => Self::PickFacet(word()),
            "only-voice" => Self::OnlyVoice(index()?),
            "about" => Self::QuotesAbout(ClusterId::new(index()?)),
            "answers" => Self::StepAnswers(index()?),
            "voice" => Self::ShowVoice(index()?),
            "images" => Self::LoadPictures,
            "more-text" => Self::MoreText,

            "quote" => Self::Choose(Target::Quote(index()?)),
            "comment" => Self::Choose(Target::Comment(index()?)),
            "note" => Self::Choose(Target::Note(word())),
            "cluster" => Self::ChooseCluster(ClusterId::new(index()?)),
            "correction" => Self::ChooseCorrection(word()),
            "previous" => Self::StepMention { from: MentionId::new(index()?), forward: false },
            "next" => Self::StepMention { from: MentionId::new(index()?), forward: true },

            "tag" => Self::Tag(word()),
            "new-tag" => Self::StartTag,
            "new-note" => Self::StartNote,
            "edit" => Self::EditNote(word()),
            "delete" => Self::DeleteNote(word()),
            "start-attaching" => Self::StartAttaching(word()),
            "stop-attaching" => Self::StopAttaching,
            "attach" => Self::Attach,
            "go-on" => Self::GoOnWithDraft,
            "drop-draft" => Self::DropDraft,
            "wipe" => Self::DeleteAll,
            "undo" => Self::Undo(id.parse().ok()),
            "redo" => Self::Redo(id.parse().ok()),
            "select" => Self::SelectCard,
            "whole" => Self::SelectArticle,
            "tags" => Self::ShowTags,
            "delete-tag" => Self::ChangeTag(TagCommand::Delete(word())),
            "keep" => Self::KeepAgain { later: false },

            "kind" => Self::PickKind { kind: type_of(id), mention },
            "speaker" => Self::AskSpeaker(index()?),
            "choose-speaker" => Self::PickSpeaker(word()),

            "open" => Self::AskForArticle,
            "home" | "sample" => Self::Open(Source::Sample),
            "recent" => Self::Open(Source::Before(word())),
            "forget" => Self::Forget(word()),
            "cancel" => Self::CancelOpening,
            "retry" => Self::OpenAgain,
            "new-version" => Self::TakeVersion,

            "export" => Self::Export(index()?),
            "import" => Self::ChooseNotes,
            "left-out" => Self::ShowLeftOut,

            "library" => Self::ShowLibrary,
            "reading" => Self::LeaveLibrary,
            "library-articles" => Self::ShowPassages(false),
            "library-passages" => Self::ShowPassages(true),
            "library-more" => Self::MoreOfLibrary,
            "kept" => Self::OpenKept(word()),
            "kept-passage" => Self::OpenPassage(word()),
            "remove-kept" => Self::RemoveKept(word()),
            "put-back" => Self::PutBack,
            "save-library" => Self::SaveLibrary,
            "copy" => Self::CopyQuote(index()?),
            "link" => Self::CopyLink(index()?),

            "close" => Self::CloseDialog,
            "dismiss" => Self::Dismiss(id.parse().ok()?),
            // not by the link's own fragment: the address says which article is open
            "skip" => Self::EnterArticle,
            _ => return None,
        })
    }
}
