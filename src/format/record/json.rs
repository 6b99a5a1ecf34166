//! Records as JSON, indented for people: one object, or an array of them.

use super::make::record;
use crate::format::AnalysisView;
use crate::format::article_format::{ArticleFormat, ArticleWriter};
use serde::Serialize;
use serde_json::json;
use std::io::{self, Write};

/// One object an article.
pub static JSON: ArticleFormat = ArticleFormat {
    name: "json",
    about: "One JSON object an article, offsets in Unicode code points",
    start: |out, several| Ok(Box::new(Writer { out, several, written: 0 })),
};

/// Writes an object, or an array where several may come.
struct Writer {
    out: Box<dyn Write>,
    several: bool,
    written: usize,
}

impl Writer {
    fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        if self.several {
            self.out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
        }
        self.written += 1;
        serde_json::to_writer_pretty(&mut self.out, value)?;
        if self.several { Ok(()) } else { self.out.write_all(b"\n") }
    }
}

impl ArticleWriter for Writer {
    fn article(&mut self, source: &str, view: &AnalysisView<'_>) -> io::Result<()> {
        self.value(&record(view, json!(source)))
    }

    /// In an array the failed ones keep their place.
    fn failure(&mut self, source: &str, why: &str) -> io::Result<()> {
        if self.several { self.value(&json!({"id": source, "error": why})) } else { Ok(()) }
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.several && self.written > 0 {
            self.out.write_all(b"\n]\n")?;
        }
        self.out.flush()
    }
}
