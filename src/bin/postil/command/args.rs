//! What the command understands.

use super::form::Form;
use super::input::Kind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use postil::iso_date;

/// Who said what in a news article: quotes and their speakers, names, and readers' comments.
///
/// Postil reads an article as HTML or as plain text, entirely on this machine: nothing is fetched and nothing is sent.
#[derive(Debug, Parser)]
#[command(version, about, long_about, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Analyze(Analyze),
}

/// Analyse articles: who is quoted, who and what is named, what the readers answered.
///
/// Each FILE is one article: a saved web page (.html, .htm, .xhtml), or the text of one. Other files, and standard input, are
/// taken for HTML when they begin like HTML, else for plain text.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES_AND_MORE)]
pub(crate) struct Analyze {
    /// The articles; `-` or none reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<String>,

    /// How to write what was found
    ///
    /// With several files, `json` writes one array in which a file that could not be read has {"id", "error"}; `csv` names the
    /// file in each row's first column.
    #[arg(long, short, value_enum, default_value = "text")]
    pub(crate) format: Form,

    /// Read and write JSON Lines: one article a line
    ///
    /// In: {"id", "html"} or {"id", "text"}, and by choice "url" and "published". Out, in the same order: what `--format json` gives, on
    /// one line. A line that cannot be read gives {"id", "error"}, the run goes on, and the exit status is 1.
    #[arg(long, conflicts_with_all = ["format", "html", "text", "url", "published", "color"])]
    pub(crate) jsonl: bool,

    /// Take the input for HTML, whatever it looks like
    #[arg(long, conflicts_with = "text")]
    html: bool,

    /// Take the input for plain text, whatever it looks like
    #[arg(long)]
    text: bool,

    /// The article's address, to resolve links and name the site
    #[arg(long)]
    pub(crate) url: Option<String>,

    /// The day the article appeared, when the page does not say: YYYY-MM-DD
    ///
    /// “Friday” and “2 hours ago” are counted from it.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) published: Option<String>,

    /// Another model file than the one that is built in (see models/README.md)
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<std::path::PathBuf>,

    /// When to colour the text output; the variable NO_COLOR is honoured
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

impl Analyze {
    /// The kind of input that the caller insists on.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match (self.html, self.text) {
            (true, _) => Some(Kind::Html),
            (_, true) => Some(Kind::Text),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A day of the calendar, with or without a time after it.
pub(crate) fn day(text: &str) -> Result<String, String> {
    iso_date(text).ok_or_else(|| format!("“{text}” is no day; write it as YYYY-MM-DD, for example 2026-03-03"))
}

const EXAMPLES: &str = "\
Examples:
  postil analyze article.html
  postil analyze --format csv *.html > found.csv
  postil analyze --jsonl < corpus.jsonl > found.jsonl

More: postil analyze --help";

const EXAMPLES_AND_MORE: &str = "\
Examples:
  postil analyze article.html                        a saved page, to read
  pbpaste | postil analyze --published 2026-03-03    an article copied from a page
  postil analyze --format json article.html | jq '.quotes[].speaker.text'
  postil analyze --format csv *.html > found.csv     one row a quote, name and comment
  postil analyze --jsonl < corpus.jsonl > found.jsonl

Offsets in JSON and CSV are half-open and count Unicode code points. For plain text, `text` is the input untouched and every \
span lies in it. For HTML, `text` is the article's body alone; the headline and each comment have their own text and their \
own lists.

Encodings: UTF-8, UTF-16 and what a page's byte-order mark or <meta charset> names; anything else is read as windows-1252, \
as browsers do. One article may have up to 64 MiB.

Exit status: 0 when every input was read, 1 when one could not be read or written, 2 when the command line is wrong.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn days_are_checked() {
        assert_eq!(day("2026-03-03"), Ok("2026-03-03".to_owned()));
        assert_eq!(day("2026-03-03T10:00:00Z"), Ok("2026-03-03T10:00:00Z".to_owned()));
        for bad in ["3 March", "2026-13-01", "2024-02-30", "2026-03-03 soon", "", "é026-03-03", "2026-03"] {
            assert!(day(bad).is_err(), "{bad}");
        }
    }
}
