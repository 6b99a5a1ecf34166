//! A form in which what was found in articles leaves Postil.

use super::AnalysisView;
use std::io::{self, Write};

/// A form for what was found, one article after another in one output.
pub struct ArticleFormat {
    /// What `--format` calls it.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Starts an output.
    pub start: StartWriter,
}

/// Starts an output; `several` says whether more than one article may come.
pub type StartWriter = fn(out: Box<dyn Write>, several: bool) -> io::Result<Box<dyn ArticleWriter>>;

/// Writes articles in one form.
pub trait ArticleWriter {
    /// Writes what was found in one article, named `source`.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn article(&mut self, source: &str, view: &AnalysisView<'_>) -> io::Result<()>;

    /// Keeps the place of an article that could not be read. Most forms say nothing of it.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn failure(&mut self, _source: &str, _why: &str) -> io::Result<()> {
        Ok(())
    }

    /// Ends the output.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn finish(&mut self) -> io::Result<()>;
}
