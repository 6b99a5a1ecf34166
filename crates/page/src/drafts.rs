//! Drafts, in the browser's local storage: written while the reader types, without waiting, so that a reload loses nothing.

use crate::dom::window;
use crate::error::PageError;
use crate::flow::draft::Draft;
use web_sys::Storage;

/// What the keys of drafts have after the name of the store that their passages go to.
const PREFIX: &str = "-draft:";

fn store() -> Result<Storage, PageError> {
    window()?.local_storage()?.ok_or(PageError::Missing("localStorage"))
}

/// Keeps a draft, where the browser lets this page keep anything, in the place of the one of the same passage; `name` is that of the store.
pub(crate) fn keep(name: &str, draft: &Draft) -> Result<(), PageError> {
    let row = serde_json::to_string(draft).map_err(|why| PageError::NotKept(why.to_string()))?;
    let Ok(store) = store() else { return Ok(()) };
    Ok(store.set_item(&[name, PREFIX, &draft.key()].concat(), &row)?)
}

/// Drops the draft with this key.
pub(crate) fn forget(name: &str, key: &str) -> Result<(), PageError> {
    let Ok(store) = store() else { return Ok(()) };
    Ok(store.remove_item(&[name, PREFIX, key].concat())?)
}

/// The drafts of an article; none where the browser keeps nothing.
pub(crate) fn of(name: &str, source: &str) -> Vec<Draft> {
    let prefix = [name, PREFIX].concat();
    let Ok(store) = store() else { return Vec::new() };
    let keys = (0..store.length().unwrap_or_default()).filter_map(|index| store.key(index).ok()?);
    let rows = keys.filter(|key| key.starts_with(&prefix)).filter_map(|key| store.get_item(&key).ok()?);
    rows.filter_map(|row| serde_json::from_str::<Draft>(&row).ok()).filter(|draft| draft.source == source).collect()
}
