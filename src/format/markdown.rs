//! A reader's notes, or a whole analysis, as Markdown (CommonMark) to paste and print.

use super::article_format::{ArticleFormat, ArticleWriter};
use super::notes_format::{NotesFormat, NotesView};
use super::{AnalysisView, heading, quote_name, type_name};
use crate::annotation::Correction;
use crate::article::Metadata;
use crate::entity::EntityKind;
use crate::order::sort_by_numbers;

/// Deeper replies are written at this depth: further indentation says nothing on a page.
const DEEPEST: u16 = 8;

/// A reader's notes, each passage with its tags and note.
pub static NOTES: NotesFormat =
    NotesFormat { name: "Markdown", extension: "md", media_type: "text/markdown;charset=utf-8", write: notes };

/// What was found, article after article.
pub static ARTICLES: ArticleFormat = ArticleFormat {
    name: "markdown",
    about: "To paste into a document or an issue",
    start: |out, _| Ok(Box::new(Writer { out, written: 0 })),
};

/// Writes articles with a rule between them.
struct Writer {
    out: Box<dyn std::io::Write>,
    written: usize,
}

impl ArticleWriter for Writer {
    fn article(&mut self, _source: &str, view: &AnalysisView<'_>) -> std::io::Result<()> {
        let rule = if self.written > 0 { "---\n\n" } else { "" };
        self.written += 1;
        write!(self.out, "{rule}{}", analysis(view))
    }

    fn finish(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// The reader's notes on one article, in the order given: each passage as a block quotation with who says it, when, and a link to the
/// very words; its tags, which Obsidian reads as such; its note.
///
/// ```
/// use postil::format::{NotesView, markdown};
/// let metadata = postil::Metadata { title: Some("Lock gate fails".into()), ..Default::default() };
/// assert!(markdown::notes(&NotesView::new(&[], &metadata)).starts_with("# Notes on Lock gate fails\n"));
/// ```
#[must_use]
pub fn notes(notes: &NotesView<'_>) -> String {
    let title = notes.title().unwrap_or("an article");
    let mut out = format!("# Notes on {}\n\n", inline(title));
    about(notes.metadata, &mut out);
    for (index, annotation) in notes.annotations.iter().enumerate() {
        let passage = annotation.passage();
        out.push_str(&quoted(if passage.trim().is_empty() { "(no passage)" } else { passage }));
        let speaker = notes.speaker(index).map(|name| format!("**{}**", inline(name)));
        let day = notes.metadata.published.as_deref().and_then(|p| p.get(..10)).map(inline);
        let link = notes.link(index).map(|url| format!("[to the words]({})", link(&url)));
        let whence: Vec<String> = speaker.into_iter().chain(day).chain(link).collect();
        if !whence.is_empty() {
            out.push_str(&format!(">\n> — {}\n", whence.join(" · ")));
        }
        out.push('\n');
        if !annotation.tags.is_empty() {
            let tags: Vec<String> = annotation.tags.iter().map(|t| tag(t)).collect();
            out.push_str(&format!("Tags: {}\n\n", tags.join(" ")));
        }
        match &annotation.correction {
            Some(Correction::Kind(kind)) => {
                let what = kind.map_or("no name", type_name);
                out.push_str(&format!("Set right: {what}\n\n"));
            }
            Some(Correction::Speaker(name)) => {
                out.push_str(&format!("Set right: said by {}\n\n", inline(name.as_deref().unwrap_or("nobody"))));
            }
            None => {}
        }
        if !annotation.note.trim().is_empty() {
            out.push_str(&block(&annotation.note));
            out.push('\n');
        }
    }
    out
}

/// A tag as Obsidian has them (`#claim/check`), spaces as hyphens; one that cannot be one there is set in bold.
fn tag(tag: &str) -> String {
    let word = tag.split('/').map(|part| part.split_whitespace().collect::<Vec<_>>().join("-"));
    let word = word.collect::<Vec<_>>().join("/");
    let fits = word.chars().all(|c| c.is_alphanumeric() || "_-/".contains(c));
    let is_tag = fits && word.chars().any(|c| !c.is_numeric() && !"-/".contains(c)) && !word.starts_with('/');
    if is_tag { format!("#{}", word.replace('_', "\\_")) } else { format!("**{}**", inline(tag)) }
}

/// What was found in an article: who says what, the names by type, the readers' comments.
///
/// ```
/// use postil::{Options, analyze, format::markdown, from_text};
/// let page = from_text("Lock gate fails\n\n“We were promised a new gate,” said Noor Haddad on Monday.")?;
/// let text = markdown::analysis(&analyze(&page, &Options::default()).view());
/// assert!(text.starts_with("# Lock gate fails\n") && text.contains("Noor Haddad"));
/// # Ok::<(), postil::SnapshotError>(())
/// ```
#[must_use]
pub fn analysis(view: &AnalysisView<'_>) -> String {
    let mut out = format!("# {}\n\n", inline(view.title().unwrap_or("Article without a headline")));
    about(&view.article.metadata, &mut out);
    who_says_what(view, &mut out);
    names(view, &mut out);
    if !view.comments.is_empty() {
        out.push_str("## Comments\n\n");
    }
    for comment in view.comments {
        let indent = "  ".repeat(comment.depth.min(DEEPEST).into());
        let author = inline(comment.author.as_deref().unwrap_or("Anonymous"));
        let posted = comment.posted.as_deref().map(|p| format!(", {}", inline(p))).unwrap_or_default();
        out.push_str(&format!("{indent}- **{author}**{posted}\n\n"));
        for line in block(comment.span.str(&view.article.text)).lines() {
            out.push_str(if line.is_empty() { "" } else { &indent });
            out.push_str(if line.is_empty() { "" } else { "  " });
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

fn who_says_what(view: &AnalysisView<'_>, out: &mut String) {
    let voices = view.voices();
    if !voices.is_empty() {
        out.push_str("## Who says what\n\n");
    }
    for voice in voices {
        let name = inline(voice.name.as_deref().unwrap_or("No speaker named"));
        let share =
            if voice.share > 0.0 { format!(" · {} %", (voice.share * 100.0).round() as u32) } else { String::new() };
        out.push_str(&format!("### {name} ({} words{share})\n\n", voice.words));
        for quote in voice.quotes.iter().filter_map(|&q| view.quotes.get(q)) {
            out.push_str(&quoted(quote.span.str(&view.article.text)));
            let cue = quote.cue.map(|c| format!(" · “{}”", inline(c.str(&view.article.text)))).unwrap_or_default();
            out.push_str(&format!("\n{}{cue}\n\n", quote_name(quote.kind)));
        }
    }
}

fn names(view: &AnalysisView<'_>, out: &mut String) {
    let mut by_type: Vec<(EntityKind, Vec<String>)> = Vec::new();
    for cluster in view.clusters {
        let count = cluster.mentions.len();
        let row = if count > 1 { format!("{} ({count})", inline(&cluster.name)) } else { inline(&cluster.name) };
        match by_type.iter_mut().find(|(kind, _)| *kind == cluster.kind) {
            Some((_, rows)) => rows.push(row),
            None => by_type.push((cluster.kind, vec![row])),
        }
    }
    sort_by_numbers(&mut by_type, |(kind, _)| (*kind as usize, 0));
    if !by_type.is_empty() {
        out.push_str("## Names, dates and amounts\n\n");
    }
    for (kind, rows) in &by_type {
        out.push_str(&format!("- **{}**: {}\n", heading(*kind), rows.join(", ")));
    }
    if !by_type.is_empty() {
        out.push('\n');
    }
}

/// The line of byline, site, date and address.
fn about(metadata: &Metadata, out: &mut String) {
    let byline = metadata.byline.as_ref().map(|b| format!("By {}", inline(b)));
    let plain = [&metadata.site, &metadata.published].into_iter().flatten().map(|s| inline(s));
    let web = metadata.url.as_ref().filter(|u| u.starts_with("http://") || u.starts_with("https://"));
    let parts: Vec<String> = byline.into_iter().chain(plain).chain(web.map(|u| link(u))).collect();
    if !parts.is_empty() {
        out.push_str(&format!("{}\n\n", parts.join(" · ")));
    }
}

/// An address as an autolink; what cannot stand in one is percent-encoded.
fn link(url: &str) -> String {
    let mut out = String::from("<");
    for c in url.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out.push('>');
    out
}

/// Text as paragraphs of a block quotation.
fn quoted(text: &str) -> String {
    block(text).lines().map(|line| format!("> {line}").trim_end().to_owned() + "\n").collect()
}

/// Text of several lines: blank lines part paragraphs, other line ends break the line.
fn block(text: &str) -> String {
    let mut out = String::new();
    let mut broken = false; // whether a line of the same paragraph stands before
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let line = inline(line);
        if line.is_empty() {
            if broken {
                out.push_str("\n\n");
            }
            broken = false;
            continue;
        }
        if broken {
            out.push_str("\\\n");
        }
        out.push_str(&line);
        broken = true;
    }
    let mut out = out.trim_end_matches('\n').to_owned();
    out.push('\n');
    out
}

/// Text on one line with everything escaped that Markdown, GitHub or Obsidian would read as markup.
///
/// `<` and `>` become references: GitHub makes a link of a bare address, backslashes and all, that ends at a `<`, and what stands after
/// the link would be markup again.
fn inline(text: &str) -> String {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(folded.len() + 8);
    // at the start of a line also what opens headings, lists and rules: `# `, `- `, `+ `, `1. `, `===`
    let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
    let mut before = ' ';
    for (at, c) in folded.char_indices() {
        let doubled =
            matches!(c, '=' | '%') && (before == c || folded.get(at + 1..).is_some_and(|rest| rest.starts_with(c)));
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '&' | '$')
            || doubled // Obsidian's highlight and comment
            || (c == '#' && before == ' ') // a heading, or Obsidian's tag
            || (at == 0 && matches!(c, '-' | '+' | '='))
            || (digits > 0 && at == digits && matches!(c, '.' | ')'));
        if special {
            out.push('\\');
        }
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::{Selectors, TextQuote};
    use crate::annotation::Annotation;
    use crate::format::record::tests::Sample;

    #[test]
    fn escapes_what_markdown_would_read() {
        assert_eq!(inline("a *b* _c_ `d` [e](f) <g> h|i & \\"), r"a \*b\* \_c\_ \`d\` \[e\](f) &lt;g&gt; h\|i \& \\");
        for (text, escaped) in
            [("# x", r"\# x"), ("- x", r"\- x"), ("+ x", r"\+ x"), ("12. x", r"12\. x"), ("1) x", r"1\) x")]
        {
            assert_eq!(inline(text), escaped);
        }
        assert_eq!(inline("===\n    code"), r"\=\=\= code");
        assert_eq!(inline("http://a.example/<img src=x>"), "http://a.example/&lt;img src=x&gt;");
        assert_eq!(inline("a %%b%% #c ==d== $e$ 5 % = 6"), r"a \%\%b\%\% \#c \=\=d\=\= \$e\$ 5 % = 6");
        assert_eq!(inline("v1.2 - and C# stay"), "v1.2 - and C# stay");
    }

    #[test]
    fn lines_and_paragraphs_stay_apart() {
        assert_eq!(block("one\r\ntwo\n\n\n# three"), "one\\\ntwo\n\n\\# three\n");
        assert_eq!(block("one\ntwo\n"), "one\\\ntwo\n");
        assert_eq!(quoted("one\n\ntwo"), "> one\n>\n> two\n");
    }

    #[test]
    fn notes_show_passage_tags_and_note() {
        let quote = TextQuote { exact: "the *only* bridge\n\n> is shut".into(), ..TextQuote::default() };
        let annotation = Annotation {
            id: "urn:uuid:1".into(),
            source: "https://quay.example/a".into(),
            title: "Bridge".into(),
            selectors: Selectors { quote: Some(quote), position: None },
            tags: vec!["claim/check".into(), "a_b".into(), "50 %".into()],
            note: "Which bridge?\n1. the old one".into(),
            correction: None,
            created: String::new(),
            modified: String::new(),
        };
        let metadata = Metadata {
            title: Some("Bridge [shut]".into()),
            byline: Some("Ada Quill".into()),
            url: Some("https://quay.example/a?b=<c>".into()),
            published: Some("2026-03-03T10:00:00Z".into()),
            ..Metadata::default()
        };
        let expected = "# Notes on Bridge \\[shut\\]\n\nBy Ada Quill · 2026-03-03T10:00:00Z · <https://quay.example/a?b=%3Cc%3E>\n\n\
            > the \\*only\\* bridge\n>\n> &gt; is shut\n>\n> — 2026-03-03 · [to the words](<https://quay.example/a?b=%3Cc%3E#:~:text=the%20%2Aonly%2A%20bridge,is%20shut>)\n\n\
            Tags: #claim/check #a\\_b **50 %**\n\n\
            Which bridge?\\\n1\\. the old one\n\n";
        assert_eq!(notes(&NotesView::new(&[annotation], &metadata)), expected);
        assert_eq!(notes(&NotesView::new(&[], &Metadata::default())), "# Notes on an article\n\n");
    }

    #[test]
    fn an_analysis_shows_voices_names_and_comments() {
        let text = analysis(&Sample::page().view());
        let lines: Vec<&str> = text.lines().filter(|l| !l.is_empty()).collect();
        assert_eq!(lines[0], "# ‘Gate floats’ 🛶 say bargees");
        assert_eq!(lines[1], "By Ada Quill · The Quay Courier · 2026-03-03 · <https://quay.example/gate>");
        assert_eq!(lines[2..5], ["## Who says what", "### Noor Haddad (7 words · 58 %)", "> ‘Gate floats’"]);
        assert!(lines.contains(&"> “It \\*will\\* be,”"));
        assert!(lines.contains(&"- **People**: Noor Haddad (3)"));
        assert!(lines.contains(&"  - **jetty\\_cat**, 2 hours ago"));
        assert!(lines.contains(&"    \\=SUM(A1)"));
    }
}
