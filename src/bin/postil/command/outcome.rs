//! How a run of the command ends, and how it says what went wrong.

use std::io::{self, Write};

/// What a run ended with: whether every input was read, or why writing stopped.
pub(super) type Outcome = io::Result<bool>;

/// Says on standard error what went wrong. Nothing is left to do when even that fails.
pub(super) fn complain(message: &str) {
    let _nobody_listens = writeln!(io::stderr(), "postil: {message}");
}
