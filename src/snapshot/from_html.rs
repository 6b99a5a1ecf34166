//! A snapshot of HTML, parsed as browsers do (`html5ever`).

use super::{Snapshot, SnapshotError};

/// Parses HTML into a snapshot.
///
/// # Errors
/// When the input is empty or white space, or larger than [`super::MAX_BYTES`].
pub fn from_html(html: &str) -> Result<Snapshot, SnapshotError> {
    let _ = html;
    Err(SnapshotError::Empty)
}
