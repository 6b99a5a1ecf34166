//! Drafts, in the browser's local storage: written while the reader types, without waiting, so that a reload loses nothing.

use crate::dom::window;
use crate::error::PageError;
use crate::flow::draft::Draft;
use web_sys::Storage;

/// What the keys of drafts begin with.
const PREFIX: &str = "postil-draft:";

fn store() -> Result<Storage, PageError> {
    window()?.local_storage()?.ok_or(PageError::Missing("localStorage"))
}

/// Keeps a draft, in the place of the one of the same passage.
pub(crate) fn keep(draft: &Draft) -> Result<(), PageError> {
    let row = serde_json::to_string(draft).map_err(|why| PageError::NotKept(why.to_string()))?;
    Ok(store()?.set_item(&[PREFIX, &draft.key()].concat(), &row)?)
}

/// Drops the draft with this key.
pub(crate) fn forget(key: &str) -> Result<(), PageError> {
    Ok(store()?.remove_item(&[PREFIX, key].concat())?)
}

/// The drafts of an article; none where the browser keeps nothing.
pub(crate) fn of(source: &str) -> Vec<Draft> {
    let Ok(store) = store() else { return Vec::new() };
    let keys = (0..store.length().unwrap_or_default()).filter_map(|index| store.key(index).ok()?);
    let rows = keys.filter(|key| key.starts_with(PREFIX)).filter_map(|key| store.get_item(&key).ok()?);
    rows.filter_map(|row| serde_json::from_str::<Draft>(&row).ok()).filter(|draft| draft.source == source).collect()
}
