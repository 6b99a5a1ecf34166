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

/// An article with its attributions.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) text: String,
    /// Parts of attributions in order, without overlap: where, in bytes, and 0 source, 1 cue, 2 content, 3 content with marks.
    pub(crate) parts: Vec<(Span, u8)>,
}

#[derive(Deserialize)]
struct ArticleRow {
    text: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// Reads the articles of the file at `path`.
pub(crate) fn read_articles(path: &Path) -> Result<Vec<Article>> {
    let file = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = file.lines().enumerate();
    lines.map(|(n, line)| article(line).with_context(|| format!("{}:{}", path.display(), n + 1))).collect()
}

fn article(line: &str) -> Result<Article> {
    let row: ArticleRow = serde_json::from_str(line)?;
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(row.text.len());
    let at = |code_point: usize| bytes.get(code_point).copied().context("an attribution beyond the text");
    let mut parts = Vec::new();
    for attribution in &row.attributions {
        let marked = |&[start, end]: &[usize; 2]| -> Result<bool> {
            Ok(row.text[at(start)?..at(end)?].contains(['"', '“', '”', '„', '«', '»']))
        };
        let marked = attribution.content.iter().map(marked).collect::<Result<Vec<_>>>()?.contains(&true);
        let kinds =
            [(&attribution.source, 0), (&attribution.cue, 1), (&attribution.content, if marked { 3 } else { 2 })];
        for (spans, kind) in kinds {
            for &[start, end] in spans {
                parts.push((Span::new(at(start)?, at(end)?), kind));
            }
        }
    }
    parts.sort_by_key(|p: &(Span, u8)| (p.0.start, p.0.end));
    Ok(Article { text: row.text, parts })
}

/// Reads the documents of the files in `folder`, one file after the other.
pub(crate) fn read_all(folder: &Path, files: &[&str]) -> Result<Vec<Document>> {
    let read = files.iter().map(|file| read(&folder.join(file))).collect::<Result<Vec<_>>>()?;
    Ok(read.into_iter().flatten().collect())
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
