//! The page's sentences, in English, about the reader's own passages: selecting, tags, notes, steps.

use super::en::{DOT, plural, quoted};
use postil::TagCommand;

pub(crate) const SELECTED: &str =
    "Passage selected. Keys 1 to 9 tag it, N notes it, plus makes a new tag, M says what it names.";
pub(crate) const CARET: &str = "Arrows move the end of the selection by a character or a sentence, with Shift by a word or a paragraph; E moves its other end.";
pub(crate) const CARET_HINT: &str = "← → character · ↑ ↓ sentence · with Shift: word, paragraph · E: ";
pub(crate) const END_MOVES: &str = "the end moves";
pub(crate) const START_MOVES: &str = "the start moves";
pub(crate) const IS_A_NAME: &str = "This is a name";
pub(crate) const IS_A_NAME_COLON: &str = "This is a name:";
pub(crate) const NEW_TAG: &str = "New tag";
pub(crate) const NEW_TAG_HINT: &str = "New tag, then Enter";
pub(crate) const DRAFT_KEPT: &str = "What you wrote is kept as a draft.";
pub(crate) const GO_ON: &str = "Go on writing";
pub(crate) const NOTE_IS_EMPTY: &str = "Write a note or give a tag first; or close this to leave the passage as it is.";
// what a step did; a passage's words follow
pub(crate) const DELETED: &str = "Deleted";
pub(crate) const EDITED: &str = "Edited";
pub(crate) const ATTACHED: &str = "Attached to other words";
pub(crate) const NOTED_STEP: &str = "Noted";
pub(crate) const CORRECTED: &str = "Set right";
pub(crate) const NEVER_MIND: &str = "Never mind";
pub(crate) const UNDO: &str = "Undo";
pub(crate) const REDO: &str = "Redo";
pub(crate) const NOTHING_TO_UNDO: &str = "Nothing to undo.";
pub(crate) const NOTHING_TO_REDO: &str = "Nothing to do again.";

/// What to do for a passage that is to stand at other words.
pub(crate) fn select_to_attach(passage: &str) -> String {
    format!("Select the words where {} belongs.", quoted(passage))
}

pub(crate) fn tagged(tag: &str) -> String {
    format!("Tagged {tag}")
}

pub(crate) fn untagged(tag: &str) -> String {
    format!("No longer tagged {tag}")
}

pub(crate) fn no_tag_has_key(key: u8) -> String {
    format!("No tag has key {key}. T shows the tags, to give it one.")
}

/// What was done, and to which words; to the article, where there are none.
pub(crate) fn on_passage(done: &str, passage: &str) -> String {
    let passage = if passage.is_empty() { "the whole article".to_owned() } else { quoted(passage) };
    format!("{done}: {passage}")
}

pub(crate) fn undone(what: &str) -> String {
    format!("Taken back: {what}")
}

pub(crate) fn redone(what: &str) -> String {
    format!("Done again: {what}")
}

pub(crate) fn all_deleted(count: usize) -> String {
    format!("Deleted all {count} passages")
}

/// What a change of a tag did, on so many passages.
pub(crate) fn tag_command(command: &TagCommand, passages: usize) -> String {
    let count = plural(passages, "passage", "passages");
    match command {
        TagCommand::Rename(from, to) => [format!("Tag {from} is now {to}"), count].join(DOT),
        TagCommand::Delete(name) => [format!("Deleted tag {name}"), count].join(DOT),
        TagCommand::Recolour(name, hue) => {
            format!("Tag {name} is {} now", TAG_COLOURS[usize::from(*hue) % TAG_COLOURS.len()])
        }
        TagCommand::Rekey(name, Some(key)) => format!("Tag {name} has key {key} now"),
        TagCommand::Rekey(name, None) => format!("Tag {name} has no key now"),
    }
}

/// The names of the tags' colours.
pub(crate) const TAG_COLOURS: [&str; 10] =
    ["red", "green", "blue", "amber", "purple", "olive", "teal", "pink", "brown", "grey"];
pub(crate) const NO_KEY: &str = "no key";

/// How often a tag is used.
pub(crate) fn passages(count: usize) -> String {
    plural(count, "passage", "passages")
}

/// What the button says that takes a step back.
pub(crate) fn undo_step(what: &str) -> String {
    format!("Undo: {what}")
}

pub(crate) fn delete_all(passages: usize, corrections: usize) -> String {
    let corrections = match corrections {
        0 => String::new(),
        count => format!(", and {count} of your corrections"),
    };
    format!(
        "Delete all {passages} passages of this article{corrections}? Undo brings them back until the page is closed."
    )
}

pub(crate) const MAY_BE_CLEARED: &str = "This browser may clear your notes by itself: a private window does when it closes, Safari after seven days without a visit. In the library, save all as one file from time to time.";
pub(crate) const SAVE_COPY: &str = "Save a copy";

pub(crate) fn copy_is_due(count: usize) -> String {
    format!("You marked {count} passages since you last saved your library as a file.")
}
