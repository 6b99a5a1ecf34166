//! What was found in one article, to read.

use super::paper::{Ink, Paper, columns, fitted};
use postil::EntityKind;
use postil::Voice;
use postil::format::{Found, heading, quote_name};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Replies deeper than this are indented no further; a column is narrow.
const DEEPEST: u16 = 6;

/// The widest column of speakers' names, in columns.
const WIDEST_NAME: usize = 28;

/// How many speakers get a bar; the quotes of all follow below.
const MOST_BARS: usize = 12;

/// Writes the report of one article, named `name`.
pub(crate) fn write<W: Write>(paper: &mut Paper<W>, name: &str, found: &Found<'_>) -> io::Result<()> {
    head(paper, name, found)?;
    let voices = found.voices();
    if !voices.is_empty() {
        section(paper, "Who says what")?;
        bars(paper, &voices)?;
        for (number, voice) in voices.iter().enumerate() {
            quotes(paper, number, voice, found)?;
        }
    }
    names(paper, found)?;
    comments(paper, found)
}

fn section<W: Write>(paper: &mut Paper<W>, title: &str) -> io::Result<()> {
    paper.gap()?;
    paper.line(&[(Ink::Bold, &title.to_uppercase())])?;
    paper.gap()
}

fn head<W: Write>(paper: &mut Paper<W>, name: &str, found: &Found<'_>) -> io::Result<()> {
    let metadata = &found.article.metadata;
    paper.wrapped(0, Ink::Bold, found.title().unwrap_or(name))?;
    let byline = metadata.byline.as_deref().map(|b| format!("By {b}"));
    // the day; the time of day is in the other formats
    let day = metadata.published.as_deref().map(|p| p.get(..10).unwrap_or(p).to_owned());
    let about: Vec<String> = [byline, metadata.site.clone(), day].into_iter().flatten().collect();
    paper.wrapped(0, Ink::Faint, &about.join(" · "))?;
    if found.article.blocks.is_empty() && found.comments.is_empty() {
        return paper.wrapped(
            0,
            Ink::Plain,
            "No article was found here. Save the page with the article in it, or copy its text.",
        );
    }
    let counts = [
        (found.quotes.len(), "quote", "quotes"),
        (found.clusters.len(), "name", "names, dates and amounts"),
        (found.comments.len(), "comment", "comments"),
    ];
    let counts: Vec<String> = counts.iter().filter(|c| c.0 > 0).map(|&(n, one, many)| counted(n, one, many)).collect();
    paper.wrapped(0, Ink::Faint, &counts.join(" · "))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn shown(voice: &Voice) -> &str {
    voice.name.as_deref().unwrap_or("No speaker named")
}

/// Each speaker's share of the quoted words.
fn bars<W: Write>(paper: &mut Paper<W>, voices: &[Voice]) -> io::Result<()> {
    let known: Vec<&Voice> = voices.iter().filter(|v| v.name.is_some()).collect();
    let name_width = known.iter().map(|v| columns(shown(v))).max().unwrap_or(0).min(WIDEST_NAME).min(paper.width() / 3);
    let tails: Vec<String> = known
        .iter()
        .map(|v| {
            let quotes = counted(v.quotes.len(), "quote", "quotes");
            format!(" {:3.0} %  {quotes}, {}", v.share * 100.0, counted(v.words, "word", "words"))
        })
        .collect();
    let tail_width = tails.iter().map(|t| columns(t)).max().unwrap_or(0);
    let bar_width = paper.width().saturating_sub(name_width + 1 + tail_width).max(4);
    for (number, (voice, tail)) in known.iter().zip(&tails).take(MOST_BARS).enumerate() {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a width of a terminal"
        )]
        let filled = ((voice.share * bar_width as f64).round() as usize).min(bar_width);
        paper.line(&[
            (Ink::Voice(number), &fitted(shown(voice), name_width)),
            (Ink::Plain, " "),
            (Ink::Voice(number), &"━".repeat(filled)),
            (Ink::Faint, &"─".repeat(bar_width - filled)),
            (Ink::Faint, tail),
        ])?;
    }
    match known.len().saturating_sub(MOST_BARS) {
        0 => Ok(()),
        more => paper.wrapped(0, Ink::Faint, &format!("and {}", counted(more, "speaker more", "speakers more"))),
    }
}

/// A speaker and the quotes.
fn quotes<W: Write>(paper: &mut Paper<W>, number: usize, voice: &Voice, found: &Found<'_>) -> io::Result<()> {
    let text = &found.article.text;
    let description = voice.cluster.and_then(|c| found.clusters.get(c)).and_then(|c| c.description.as_deref());
    let description = description.map(|d| format!(", {d}")).unwrap_or_default();
    let ink = if voice.name.is_some() { Ink::Voice(number) } else { Ink::Faint };
    paper.gap()?;
    paper.line(&[(ink, shown(voice)), (Ink::Faint, &description)])?;
    for quote in voice.quotes.iter().filter_map(|&q| found.quotes.get(q)) {
        let indent = if quote.inside.is_some() { 4 } else { 2 };
        paper.wrapped(indent, Ink::Plain, quote.span.str(text))?;
        let cue = quote.cue.map(|c| format!(" · “{}”", c.str(text)));
        let mention = quote.speaker.map(|s| s.span.str(text)).filter(|m| voice.name.as_deref() != Some(m));
        let mention = mention.map(|m| format!(" · as “{m}”"));
        let how = [Some(quote_name(quote.kind).to_owned()), cue, mention].into_iter().flatten().collect::<String>();
        paper.wrapped(indent + 2, Ink::Faint, &how)?;
    }
    Ok(())
}

/// Names by type, the most mentioned first.
fn names<W: Write>(paper: &mut Paper<W>, found: &Found<'_>) -> io::Result<()> {
    let mut by_type: BTreeMap<EntityKind, Vec<(usize, &str)>> = BTreeMap::new();
    for cluster in found.clusters {
        by_type.entry(cluster.kind).or_default().push((cluster.mentions.len(), &cluster.name));
    }
    if by_type.is_empty() {
        return Ok(());
    }
    section(paper, "Names, dates and amounts")?;
    for (kind, mut rows) in by_type {
        rows.sort_by_key(|&(count, _)| usize::MAX - count); // stable: in order of appearance among equals
        let rows = rows.iter().map(|&(n, name)| if n > 1 { format!("{name} ×{n}") } else { name.to_owned() });
        paper.line(&[(Ink::Plain, heading(kind))])?;
        paper.wrapped(2, Ink::Faint, &rows.collect::<Vec<_>>().join(", "))?;
    }
    Ok(())
}

/// The readers' thread.
fn comments<W: Write>(paper: &mut Paper<W>, found: &Found<'_>) -> io::Result<()> {
    if found.comments.is_empty() {
        return Ok(());
    }
    section(paper, "Comments")?;
    for comment in found.comments {
        let indent = usize::from(comment.depth.min(DEEPEST)) * 3;
        let margin = " ".repeat(indent.saturating_sub(2)) + if indent > 0 { "└ " } else { "" };
        let posted = comment.posted.as_deref().map(|p| format!(" · {p}")).unwrap_or_default();
        let author = comment.author.as_deref().unwrap_or("Anonymous");
        paper.line(&[(Ink::Faint, &margin), (Ink::Bold, author), (Ink::Faint, &posted)])?;
        paper.wrapped(indent + 2, Ink::Plain, comment.span.str(&found.article.text))?;
    }
    Ok(())
}
