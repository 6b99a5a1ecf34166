//! What is too much to read, or too little.

/// Why there is no snapshot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// The input has no bytes, or only white space.
    #[error("there is nothing to read here: the input is empty")]
    Empty,
    /// The input is larger than [`MAX_BYTES`].
    #[error(
        "this page has {0} bytes; Postil reads pages of up to 64 MiB ({MAX_BYTES} bytes). Save the article alone, or paste its text"
    )]
    TooLarge(usize),
}

/// The largest input that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_the_limit() {
        let message = SnapshotError::TooLarge(MAX_BYTES + 1).to_string();
        assert!(
            message.contains("has 67108865 bytes") && message.contains("up to 64 MiB (67108864 bytes)"),
            "{message}"
        );
        assert_eq!(MAX_BYTES, 64 << 20);
    }
}
