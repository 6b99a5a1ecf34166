//! A snapshot of plain text: the input untouched, one `p` a paragraph.

use super::{Builder, MAX_BYTES, Snapshot, SnapshotError, Source};

/// Makes a snapshot of plain text. Its text is `input`, byte for byte.
///
/// ```
/// let pasted = "Lock gate fails\r\n\r\nIt failed on Monday.\r\n";
/// let analysis = postil::analyze(&postil::from_text(pasted)?, &postil::Options::default());
/// assert_eq!(analysis.article.text, pasted);
/// assert_eq!(postil::from_text(" \n"), Err(postil::SnapshotError::Empty));
/// # Ok::<(), postil::SnapshotError>(())
/// ```
///
/// # Errors
/// When the input is empty or white space, or larger than [`MAX_BYTES`].
pub fn from_text(input: &str) -> Result<Snapshot, SnapshotError> {
    if input.len() > MAX_BYTES {
        return Err(SnapshotError::TooLarge(input.len()));
    }
    if input.trim().is_empty() {
        return Err(SnapshotError::Empty);
    }
    let mut builder = Builder::new(Source::PlainText);
    builder.open("body", []);
    builder.text(input);
    Ok(builder.finish())
}
