//! What the reader sees: each view owns its elements, found or made once, and draws them from the state.
//!
//! In: the state, and where the article's text is shown. Out: elements; what is done to them comes back as actions.

pub(crate) mod answer_counts;
pub(crate) mod card;
pub(crate) mod dialogs;
mod difference;
pub(crate) mod edge_map;
pub(crate) mod facets;
mod fate;
pub(crate) mod head;
mod kept_focus;
pub(crate) mod layers;
pub(crate) mod library;
pub(crate) mod lists;
pub(crate) mod margin_labels;
pub(crate) mod margin_notes;
mod margin_stack;
mod note_text;
pub(crate) mod print;
pub(crate) mod tabs;
pub(crate) mod tag_bar;
pub(crate) mod toasts;
