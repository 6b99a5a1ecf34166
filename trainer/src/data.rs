//! Annotated documents, one JSON object a line.

use anyhow::{Context, Result};
use postil::Span;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A document with its names.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) source: String,
    pub(crate) license: String,
    pub(crate) text: String,
    /// Names in order, without overlap: where, in bytes, and the kind, an index into [`KINDS`].
    pub(crate) names: Vec<(Span, u8)>,
}

/// The kinds of names, by the annotation's word for them.
pub(crate) const KINDS: [&str; 4] = ["PER", "ORG", "LOC", "MISC"];

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    source: String,
    #[serde(default)]
    license: String,
    text: String,
    #[serde(default)]
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    r#type: String,
}

/// Reads the documents of the file at `path`.
pub(crate) fn read(path: &Path) -> Result<Vec<Document>> {
    let file = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    file.lines()
        .enumerate()
        .map(|(n, line)| document(line).with_context(|| format!("{}:{}", path.display(), n + 1)))
        .collect()
}

fn document(line: &str) -> Result<Document> {
    let row: Row = serde_json::from_str(line)?;
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(row.text.len());
    let mut names = Vec::with_capacity(row.entities.len());
    for entity in &row.entities {
        let kind = KINDS.iter().position(|k| *k == entity.r#type).context("a name of an unknown type")?;
        let at = |code_point: usize| bytes.get(code_point).copied().context("a name beyond the text");
        names.push((Span::new(at(entity.start)?, at(entity.end)?), kind as u8));
    }
    names.sort_by_key(|n| (n.0.start, n.0.end));
    Ok(Document { source: row.source, license: row.license, text: row.text, names })
}
