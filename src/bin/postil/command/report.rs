//! What was found in one article, to read.

use super::args::Color;
use super::terminal::{Style, TerminalWriter, columns, fitted};
use postil::EntityKind;
use postil::Voice;
use postil::format::{AnalysisView, ArticleWriter, heading, quote_name};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Replies deeper than this are indented no further; a column is narrow.
const DEEPEST: u16 = 6;

/// The widest column of speakers' names, in columns.
const WIDEST_NAME: usize = 28;

/// How many speakers get a bar; the quotes of all follow below.
const MOST_BARS: usize = 12;

/// Reports on articles, with a rule between them.
pub(crate) fn writer<W: Write + 'static>(out: W, color: Color) -> Box<dyn ArticleWriter> {
    Box::new(Reports { out: TerminalWriter::new(out, color), written: 0 })
}

struct Reports<W: Write> {
    out: TerminalWriter<W>,
    written: usize,
}

impl<W: Write> ArticleWriter for Reports<W> {
    fn article(&mut self, source: &str, view: &AnalysisView<'_>) -> io::Result<()> {
        if self.written > 0 {
            self.out.rule()?;
        }
        self.written += 1;
        write(&mut self.out, source, view)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.finish()
    }
}

/// Writes the report of one article, named `name`.
fn write<W: Write>(out: &mut TerminalWriter<W>, name: &str, view: &AnalysisView<'_>) -> io::Result<()> {
    head(out, name, view)?;
    let voices = view.voices();
    if !voices.is_empty() {
        section(out, "Who says what")?;
        bars(out, &voices)?;
        for (number, voice) in voices.iter().enumerate() {
            quotes(out, number, voice, view)?;
        }
    }
    names(out, view)?;
    comments(out, view)
}

fn section<W: Write>(out: &mut TerminalWriter<W>, title: &str) -> io::Result<()> {
    out.gap()?;
    out.line(&[(Style::Bold, &title.to_uppercase())])?;
    out.gap()
}

fn head<W: Write>(out: &mut TerminalWriter<W>, name: &str, view: &AnalysisView<'_>) -> io::Result<()> {
    let metadata = &view.article.metadata;
    out.wrapped(0, Style::Bold, view.title().unwrap_or(name))?;
    let byline = metadata.byline.as_deref().map(|b| format!("By {b}"));
    // the day; the time of day is in the other formats
    let day = metadata.published.as_deref().map(|p| p.get(..10).unwrap_or(p).to_owned());
    let about: Vec<String> = [byline, metadata.site.clone(), day].into_iter().flatten().collect();
    out.wrapped(0, Style::Faint, &about.join(" · "))?;
    if view.article.blocks.is_empty() && view.comments.is_empty() {
        return out.wrapped(
            0,
            Style::Plain,
            "No article was found here. Save the page with the article in it, or copy its text.",
        );
    }
    let counts = [
        (view.quotes.len(), "quote", "quotes"),
        (view.clusters.len(), "name", "names, dates and amounts"),
        (view.comments.len(), "comment", "comments"),
    ];
    let counts: Vec<String> = counts.iter().filter(|c| c.0 > 0).map(|&(n, one, many)| counted(n, one, many)).collect();
    out.wrapped(0, Style::Faint, &counts.join(" · "))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn shown(voice: &Voice) -> &str {
    voice.name.as_deref().unwrap_or("No speaker named")
}

/// Each speaker's share of the quoted words.
fn bars<W: Write>(out: &mut TerminalWriter<W>, voices: &[Voice]) -> io::Result<()> {
    let known: Vec<&Voice> = voices.iter().filter(|v| v.name.is_some()).collect();
    let name_width = known.iter().map(|v| columns(shown(v))).max().unwrap_or(0).min(WIDEST_NAME).min(out.width() / 3);
    let tails: Vec<String> = known
        .iter()
        .map(|v| {
            let quotes = counted(v.quotes.len(), "quote", "quotes");
            format!(" {:3.0} %  {quotes}, {}", v.share * 100.0, counted(v.words, "word", "words"))
        })
        .collect();
    let tail_width = tails.iter().map(|t| columns(t)).max().unwrap_or(0);
    let bar_width = out.width().saturating_sub(name_width + 1 + tail_width).max(4);
    for (number, (voice, tail)) in known.iter().zip(&tails).take(MOST_BARS).enumerate() {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a width of a terminal"
        )]
        let filled = ((voice.share * bar_width as f64).round() as usize).min(bar_width);
        out.line(&[
            (Style::Voice(number), &fitted(shown(voice), name_width)),
            (Style::Plain, " "),
            (Style::Voice(number), &"━".repeat(filled)),
            (Style::Faint, &"─".repeat(bar_width - filled)),
            (Style::Faint, tail),
        ])?;
    }
    match known.len().saturating_sub(MOST_BARS) {
        0 => Ok(()),
        more => out.wrapped(0, Style::Faint, &format!("and {}", counted(more, "speaker more", "speakers more"))),
    }
}

/// A speaker and the quotes.
fn quotes<W: Write>(
    out: &mut TerminalWriter<W>,
    number: usize,
    voice: &Voice,
    view: &AnalysisView<'_>,
) -> io::Result<()> {
    let text = &view.article.text;
    let description = voice.cluster.and_then(|c| c.of(view.clusters)).and_then(|c| c.description.as_deref());
    let description = description.map(|d| format!(", {d}")).unwrap_or_default();
    let style = if voice.name.is_some() { Style::Voice(number) } else { Style::Faint };
    out.gap()?;
    out.line(&[(style, shown(voice)), (Style::Faint, &description)])?;
    for quote in voice.quotes.iter().filter_map(|&q| view.quotes.get(q)) {
        let indent = if quote.inside.is_some() { 4 } else { 2 };
        out.wrapped(indent, Style::Plain, quote.span.str(text))?;
        let cue = quote.cue.map(|c| format!(" · “{}”", c.str(text)));
        let mention = quote.speaker.map(|s| s.span.str(text)).filter(|m| voice.name.as_deref() != Some(m));
        let mention = mention.map(|m| format!(" · as “{m}”"));
        let how = [Some(quote_name(quote.kind).to_owned()), cue, mention].into_iter().flatten().collect::<String>();
        out.wrapped(indent + 2, Style::Faint, &how)?;
    }
    Ok(())
}

/// Names by type, the most mentioned first.
fn names<W: Write>(out: &mut TerminalWriter<W>, view: &AnalysisView<'_>) -> io::Result<()> {
    let mut by_type: BTreeMap<EntityKind, Vec<(usize, &str)>> = BTreeMap::new();
    for cluster in view.clusters {
        by_type.entry(cluster.kind).or_default().push((cluster.mentions.len(), &cluster.name));
    }
    if by_type.is_empty() {
        return Ok(());
    }
    section(out, "Names, dates and amounts")?;
    for (kind, mut rows) in by_type {
        rows.sort_by_key(|&(count, _)| usize::MAX - count); // stable: in order of appearance among equals
        let rows = rows.iter().map(|&(n, name)| if n > 1 { format!("{name} ×{n}") } else { name.to_owned() });
        out.line(&[(Style::Plain, heading(kind))])?;
        out.wrapped(2, Style::Faint, &rows.collect::<Vec<_>>().join(", "))?;
    }
    Ok(())
}

/// The readers' thread.
fn comments<W: Write>(out: &mut TerminalWriter<W>, view: &AnalysisView<'_>) -> io::Result<()> {
    if view.comments.is_empty() {
        return Ok(());
    }
    section(out, "Comments")?;
    for comment in view.comments {
        let indent = usize::from(comment.depth.min(DEEPEST)) * 3;
        let margin = " ".repeat(indent.saturating_sub(2)) + if indent > 0 { "└ " } else { "" };
        let posted = comment.posted.as_deref().map(|p| format!(" · {p}")).unwrap_or_default();
        let author = comment.author.as_deref().unwrap_or("Anonymous");
        out.line(&[(Style::Faint, &margin), (Style::Bold, author), (Style::Faint, &posted)])?;
        out.wrapped(indent + 2, Style::Plain, comment.span.str(&view.article.text))?;
    }
    Ok(())
}
