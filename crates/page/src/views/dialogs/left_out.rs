//! The dialog that lists what an import left out.

use crate::dom::{create, slot};
use crate::error::PageError;
use crate::flow::state::State;
use web_sys::Element;

/// A line for each.
pub(super) fn fill_in(dialog: &Element, state: &State) -> Result<(), PageError> {
    let list = slot(dialog, "list")?;
    for line in &state.left_out {
        let row = create("li")?;
        row.set_text_content(Some(line));
        list.append_child(&row)?;
    }
    Ok(())
}
