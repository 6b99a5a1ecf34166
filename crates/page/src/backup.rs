//! How many passages came since the library was last saved as a file: a number in local storage, which all tabs share.

use crate::dom::window;
use crate::error::PageError;
use web_sys::Storage;

const KEY: &str = "postil-since-backup";

fn store() -> Result<Storage, PageError> {
    window()?.local_storage()?.ok_or(PageError::Missing("localStorage"))
}

/// Counts `more`; gives how many there were before, and how many there are.
pub(crate) fn count(more: usize) -> Result<(usize, usize), PageError> {
    let store = store()?;
    let before = store.get_item(KEY)?.and_then(|number| number.parse().ok()).unwrap_or(0);
    store.set_item(KEY, &(before + more).to_string())?;
    Ok((before, before + more))
}

/// The library is saved.
pub(crate) fn saved() -> Result<(), PageError> {
    Ok(store()?.remove_item(KEY)?)
}
