//! Lines of text for a terminal: width, colour, wrapping, and nothing in page text that could command the terminal.

use super::args::Color;
use std::io::{self, IsTerminal, Write};

/// The width when the output is no terminal, in columns.
const PLAIN_WIDTH: usize = 80;

/// Longer lines are tiring to read, shorter ones leave no room for bars; in columns.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Bold,
    Faint,
    /// The colour of the speaker with this number.
    Voice(usize),
}

/// The colours of speakers: cyan, yellow, magenta, green, blue, red. Names stand beside them, so colour alone says nothing.
const VOICES: [u8; 6] = [36, 33, 35, 32, 34, 31];

/// Where the report is written.
pub(crate) struct TerminalWriter<W: Write> {
    out: W,
    width: usize,
    colored: bool,
}

impl<W: Write> TerminalWriter<W> {
    /// A writer as wide as the terminal and coloured as asked; `NO_COLOR` is honoured (<https://no-color.org>).
    pub(crate) fn new(out: W, color: Color) -> Self {
        let terminal = io::stdout().is_terminal();
        let unwanted = |name, value: Option<&str>| {
            std::env::var(name).is_ok_and(|v| value.map_or(!v.is_empty(), |wanted| v == wanted))
        };
        let colored = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !unwanted("NO_COLOR", None) && !unwanted("TERM", Some("dumb")),
        };
        let columns = terminal_size::terminal_size().filter(|_| terminal).map(|(width, _)| usize::from(width.0));
        let width = columns.unwrap_or(PLAIN_WIDTH).clamp(*WIDTHS.start(), *WIDTHS.end());
        Self { out, width, colored }
    }

    /// Columns.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Writes one line of pieces, as they are.
    pub(crate) fn line(&mut self, pieces: &[(Style, &str)]) -> io::Result<()> {
        for (style, text) in pieces {
            let text = harmless(text);
            match self.code(*style) {
                Some(code) if !text.is_empty() => write!(self.out, "\u{1b}[{code}m{text}\u{1b}[0m")?,
                _ => self.out.write_all(text.as_bytes())?,
            }
        }
        self.out.write_all(b"\n")
    }

    /// Writes text wrapped between `indent` and the right edge, line breaks kept as paragraphs.
    pub(crate) fn wrapped(&mut self, indent: usize, style: Style, text: &str) -> io::Result<()> {
        let margin = " ".repeat(indent);
        for paragraph in text.lines().filter(|l| !l.trim().is_empty()) {
            for line in wrap(paragraph, self.width.saturating_sub(indent)) {
                self.line(&[(Style::Plain, &margin), (style, &line)])?;
            }
        }
        Ok(())
    }

    /// Writes an empty line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n")
    }

    /// Writes a rule between two articles.
    pub(crate) fn rule(&mut self) -> io::Result<()> {
        let rule = "─".repeat(self.width);
        self.gap()?;
        self.line(&[(Style::Faint, &rule)])?;
        self.gap()
    }

    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn code(&self, style: Style) -> Option<u8> {
        match style {
            _ if !self.colored => None,
            Style::Plain => None,
            Style::Bold => Some(1),
            Style::Faint => Some(2),
            Style::Voice(number) => VOICES.get(number % VOICES.len()).copied(),
        }
    }
}

/// Text without what a terminal would obey: control characters, and marks that turn the direction of what follows.
fn harmless(text: &str) -> String {
    text.chars()
        .filter(|&c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// Text broken at spaces into lines of at most `width` columns; a longer word has a line of its own.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut filled) = (String::new(), 0);
    for word in text.split_whitespace() {
        let columns = columns(word);
        if filled > 0 && filled + 1 + columns > width {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        }
        if filled > 0 {
            line.push(' ');
            filled += 1;
        }
        line.push_str(word);
        filled += columns;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// How many columns a terminal gives `text`: two for East Asian and emoji characters, none for marks and joiners.
pub(crate) fn columns(text: &str) -> usize {
    let column = |c: char| match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 2,
        '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    };
    text.chars().map(column).sum()
}

/// `text` cut or filled up to `width` columns.
pub(crate) fn fitted(text: &str, width: usize) -> String {
    let mut out = String::new();
    let long = columns(text) > width;
    let room = if long { width.saturating_sub(1) } else { width };
    let mut filled = 0;
    for c in text.chars() {
        let next = columns(c.encode_utf8(&mut [0; 4]));
        if filled + next > room {
            break;
        }
        out.push(c);
        filled += next;
    }
    if long {
        out.push('…');
        filled += 1;
    }
    out.push_str(&" ".repeat(width.saturating_sub(filled)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_by_columns() {
        assert_eq!(wrap("one two  three", 7), ["one two", "three"]);
        assert_eq!(wrap("a verylongword b", 4), ["a", "verylongword", "b"]);
        assert_eq!(wrap("港の 市長", 5), ["港の", "市長"]);
        assert_eq!(wrap(" ", 5), [""; 0]);
    }

    #[test]
    fn fits_names_into_a_column() {
        assert_eq!(fitted("Noor", 6), "Noor  ");
        assert_eq!(fitted("Noor Haddad", 6), "Noor …");
        assert_eq!(fitted("港の市長", 6), "港の… ");
    }

    #[test]
    fn page_text_cannot_command_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb\u{7}\u{202e}c"), "a [31mb c");
    }
}
