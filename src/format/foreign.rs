//! What a file is that holds no annotations, told by how it begins.

use std::fmt;

/// A kind of file that is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A web page, saved or exported: an article to open.
    WebPage,
    /// A web archive, as browsers save whole pages.
    WebArchive,
    /// A table, of commas or tabs.
    Table,
    /// Text, Markdown for one.
    Text,
    /// XML, a feed for one.
    Xml,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Packed files: an archive, an e-book, a document of an office program.
    Packed,
    /// Bytes that are no text.
    Binary,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WebPage => "it is a web page; open it as an article",
            Self::WebArchive => "it is a web archive (MHTML); open it as an article",
            Self::Table => "it is a table (CSV), and a table cannot say where its passages stand; import the JSON-LD export instead",
            Self::Text => "it is plain text or Markdown, which cannot say where its passages stand; open it as an article, or import the JSON-LD export instead",
            Self::Xml => "it is XML; Postil imports annotations as JSON",
            Self::Pdf => "it is a PDF; Postil imports annotations as JSON",
            Self::Picture => "it is a picture",
            Self::Packed => "it is a packed file (ZIP, EPUB, Word or the like); unpack it, and import the JSON in it",
            Self::Binary => "it holds bytes that are no text",
        })
    }
}

/// How many characters of a file are looked at.
const HEAD: usize = 2_000;

/// What `text` is, which is no JSON: bytes that are no text may have become replacement characters.
pub(super) fn kind_of(text: &str) -> Foreign {
    let head: String = text.chars().take(HEAD).collect::<String>().trim_start().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| head.starts_with(start));
    if begins(&["%pdf-"]) {
        Foreign::Pdf
    } else if begins(&["pk\u{3}\u{4}", "\u{1f}", "rar!", "7z\u{bc}", "7z\u{fffd}"]) {
        Foreign::Packed
    } else if begins(&["\u{fffd}png", "\u{89}png", "gif8", "\u{fffd}\u{fffd}\u{fffd}", "ÿøÿ", "ÿØÿ", "<svg"])
        || (begins(&["riff"]) && head.contains("webp"))
    {
        Foreign::Picture
    } else if begins(&["<!doctype html", "<html", "<head", "<body", "<!--", "<div", "<p>", "<article"]) {
        Foreign::WebPage
    } else if begins(&["from: <saved by", "mime-version:"]) || head.contains("content-type: multipart/related") {
        Foreign::WebArchive
    } else if begins(&["<?xml", "<"]) {
        if head.contains("<html") { Foreign::WebPage } else { Foreign::Xml }
    } else if head.contains(['\0', '\u{fffd}']) {
        Foreign::Binary
    } else if is_table(&head) {
        Foreign::Table
    } else {
        Foreign::Text
    }
}

/// Whether the first lines have the same number of separators, two at least.
fn is_table(head: &str) -> bool {
    let mut lines = head.lines();
    let first = lines.next().unwrap_or_default();
    [',', ';', '\t'].iter().any(|&separator| {
        let count = |line: &str| line.matches(separator).count();
        let columns = count(first);
        columns >= 2 && !first.contains(". ") && lines.clone().next().is_none_or(|line| count(line) >= columns)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_told_apart() {
        for (text, kind) in [
            ("<!DOCTYPE html><title>x</title>", Foreign::WebPage),
            ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC><html xmlns=\"\">", Foreign::WebPage),
            ("<?xml version=\"1.0\"?><rss>", Foreign::Xml),
            ("From: <Saved by Blink>\nSubject: x", Foreign::WebArchive),
            ("%PDF-1.7\n", Foreign::Pdf),
            ("\u{fffd}PNG\r\n\u{1a}\n", Foreign::Picture),
            ("\u{fffd}\u{fffd}\u{fffd}\u{fffd}\0\u{10}JFIF", Foreign::Picture),
            ("PK\u{3}\u{4}\u{14}", Foreign::Packed),
            ("abc\0def", Foreign::Binary),
            ("passage,tags,note\r\n\"a, b\",x,y\r\n", Foreign::Table),
            ("# Notes on a gate\n\n> soup", Foreign::Text),
            ("hello", Foreign::Text),
        ] {
            assert_eq!(kind_of(text), kind, "{text:?}");
        }
    }
}
