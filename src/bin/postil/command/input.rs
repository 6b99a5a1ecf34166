//! Articles from files and standard input.

use postil::{Analysis, MAX_BYTES, Options, SnapshotError, analyze, decode, from_html, from_text};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Where an article comes from.
pub(crate) enum Input {
    /// Standard input.
    Standard,
    /// A file, by its path.
    File(String),
}

/// What an input is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Html,
    Text,
}

/// An article's page or text, decoded.
pub(crate) struct Document {
    kind: Kind,
    text: String,
}

/// Why an input gave no analysis.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("it cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("it is a folder; name the files in it")]
    Folder,
    #[error("it is no text but a {0}; save the page as HTML, or copy its text into a .txt file")]
    Binary(&'static str),
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
}

impl Input {
    /// The inputs that `files` name.
    pub(crate) fn all(files: &[String]) -> Vec<Self> {
        if files.is_empty() {
            return vec![Self::Standard];
        }
        files.iter().map(|f| if f == "-" { Self::Standard } else { Self::File(f.clone()) }).collect()
    }

    pub(crate) fn is_standard(&self) -> bool {
        matches!(self, Self::Standard)
    }

    /// Its name in messages and results.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Standard => "standard input",
            Self::File(path) => path,
        }
    }

    /// Opens it for reading.
    pub(crate) fn open(&self) -> Result<Box<dyn Read + Send>, Failure> {
        match self {
            Self::Standard => Ok(Box::new(io::stdin())),
            Self::File(path) if Path::new(path).is_dir() => Err(Failure::Folder),
            Self::File(path) => Ok(Box::new(File::open(path)?)),
        }
    }

    /// Reads and decodes it, as `kind` or as what it looks like.
    pub(crate) fn read(&self, kind: Option<Kind>) -> Result<Document, Failure> {
        let mut bytes = Vec::new();
        // one byte more shows that there is more
        self.open()?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > MAX_BYTES {
            return Err(SnapshotError::TooLarge(bytes.len()).into());
        }
        if let Some(format) = binary(&bytes) {
            return Err(Failure::Binary(format));
        }
        let text = decode(&bytes);
        let by_name = match self {
            Self::File(path) => kind_of_name(path),
            Self::Standard => None,
        };
        let kind = kind.or(by_name).unwrap_or_else(|| kind_of_text(&text));
        Ok(Document { kind, text })
    }
}

impl Document {
    pub(crate) fn new(kind: Kind, text: String) -> Self {
        Self { kind, text }
    }

    pub(crate) fn analyze(&self, options: &Options) -> Result<Analysis, Failure> {
        let snapshot = match self.kind {
            Kind::Html => from_html(&self.text)?,
            Kind::Text => from_text(&self.text)?,
        };
        Ok(analyze(&snapshot, options))
    }
}

fn kind_of_name(path: &str) -> Option<Kind> {
    let extension = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
    matches!(extension.as_str(), "html" | "htm" | "xhtml" | "xht").then_some(Kind::Html)
}

/// Beginnings of HTML (<https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type>), and of pieces of it
/// that people save.
const TAGS: &[&str] = &[
    "!doctype", "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "body",
    "br", "p", "article", "main", "section", "header", "meta", "link", "h2", "span", "ul", "img", "figure", "template",
];

/// Whether text begins like HTML.
fn kind_of_text(text: &str) -> Kind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let Some(inner) = start.strip_prefix('<') else {
        return Kind::Text;
    };
    if inner.starts_with("!--") || inner.get(..4).is_some_and(|x| x.eq_ignore_ascii_case("?xml")) {
        return Kind::Html;
    }
    let name = inner.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
    if TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)) { Kind::Html } else { Kind::Text }
}

/// What kind of file without text this is, if it is one.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 5] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "ZIP archive or office document"),
        (b"\x89PNG", "picture"),
        (b"\xff\xd8\xff", "picture"),
        (b"\x1f\x8b", "compressed file"),
    ];
    known.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_known_by_its_beginning() {
        for html in
            ["<!DOCTYPE html>", "\u{feff}\n <html>", "<p>x", "<!-- x -->", "<?xml version='1.0'?>", "<DIV class=x>"]
        {
            assert_eq!(kind_of_text(html), Kind::Html, "{html}");
        }
        for text in ["", "A <b>bold</b> claim", "<3 is a heart", "<pardon> he said", "< p", "<é"] {
            assert_eq!(kind_of_text(text), Kind::Text, "{text}");
        }
    }

    #[test]
    fn files_without_text_are_named() {
        assert_eq!(binary(b"%PDF-1.7"), Some("PDF"));
        assert_eq!(binary(b"The mayor"), None);
    }

    #[test]
    fn html_is_known_by_its_name() {
        assert_eq!(kind_of_name("a/b.HTM"), Some(Kind::Html));
        assert_eq!(kind_of_name("a.html/b.txt"), None);
    }
}
