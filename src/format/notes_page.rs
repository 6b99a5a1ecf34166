//! A reader's notes as a page that stands by itself: the article's text with the passages marked, the notes below; no script runs in it,
//! and nothing is fetched. The notes are in it as annotations, too, and are imported from there.

use super::notes_format::{NotesFormat, NotesView};
use super::{embedded, w3c};
use crate::annotation::Annotation;
use crate::article::{Article, Block, BlockKind};
use crate::order::distinct;
use crate::text::Span;

/// A page to send or to keep.
pub(super) static NOTES: NotesFormat =
    NotesFormat { name: "HTML", extension: "html", media_type: "text/html;charset=utf-8", write };

const STYLE: &str = "body{font:18px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1d1b16;background:#fffdf8}\
h1{line-height:1.2}.about,.tags,.by{font-family:system-ui,sans-serif;font-size:.8rem;color:#5d584c}\
mark{background:#ffe9a8;color:inherit;padding:.1em 0}sup a{font:600 .7rem system-ui,sans-serif;text-decoration:none;color:#7a4d00}\
pre{white-space:pre-wrap;font-size:.85em}blockquote{margin:0 0 .4rem;padding-left:1rem;border-left:3px solid #e2c66a}\
ol>li{margin-bottom:1.6rem}ol p{margin:.3rem 0;white-space:pre-wrap}\
@media(prefers-color-scheme:dark){body{color:#e9e4d8;background:#191713}.about,.tags,.by{color:#a9a291}mark{background:#5a4714}a,sup a{color:#e8bd5c}}";

fn write(notes: &NotesView<'_>) -> String {
    let title = escaped(notes.title().unwrap_or("An article"));
    let language =
        notes.metadata.language.as_deref().filter(|l| l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
    let language = language.map(|l| format!(" lang=\"{l}\"")).unwrap_or_default();
    let direction = if notes.metadata.right_to_left { " dir=\"rtl\"" } else { "" };
    let mut out = format!(
        "<!DOCTYPE html>\n<html{language}{direction}>\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"generator\" content=\"Postil\">\n\
        <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    about(notes, &mut out);
    if let Some(found) = notes.found {
        article(found.article, notes.places, &mut out);
    }
    out.push_str("<section>\n<h2>Notes</h2>\n<ol>\n");
    for (index, annotation) in notes.annotations.iter().enumerate() {
        note(notes, index, annotation, &mut out);
    }
    out.push_str("</ol>\n</section>\n");
    out.push_str(&embedded::element(&w3c::collection(notes.annotations)));
    out.push_str("\n</body>\n</html>\n");
    out
}

fn about(notes: &NotesView<'_>, out: &mut String) {
    let metadata = notes.metadata;
    let plain = [&metadata.byline, &metadata.site, &metadata.published].into_iter().flatten();
    let mut parts: Vec<String> = plain.map(|part| escaped(part)).collect();
    let web = metadata.url.as_deref().filter(|u| u.starts_with("http://") || u.starts_with("https://"));
    parts.extend(web.map(|url| format!("<a href=\"{0}\">{0}</a>", escaped(url))));
    if !parts.is_empty() {
        out.push_str(&format!("<p class=\"about\">{}</p>\n", parts.join(" · ")));
    }
}

/// The article's blocks, with the passages at `places` marked.
fn article(article: &Article, places: &[Option<Span>], out: &mut String) {
    out.push_str("<article>\n");
    for block in article.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Title | BlockKind::Other)) {
        let (opens, closes) = element(block);
        out.push_str(&opens);
        marked(&article.text, block.span, places, out);
        out.push_str(closes);
        out.push('\n');
    }
    out.push_str("</article>\n");
}

fn element(block: &Block) -> (String, &'static str) {
    let (name, closes) = match block.kind {
        BlockKind::Heading => match block.level {
            0..=2 => ("h2", "</h2>"),
            3 => ("h3", "</h3>"),
            _ => ("h4", "</h4>"),
        },
        BlockKind::Quote => ("blockquote", "</blockquote>"),
        BlockKind::ListItem => return ("<ul><li>".to_owned(), "</li></ul>"),
        BlockKind::Code | BlockKind::Table => ("pre", "</pre>"),
        BlockKind::Caption => return ("<p class=\"about\">".to_owned(), "</p>"),
        BlockKind::Title | BlockKind::Paragraph | BlockKind::Other => ("p", "</p>"),
    };
    (format!("<{name}>"), closes)
}

/// The text of a block, cut where a passage begins or ends; behind the end of each stands its number.
fn marked(text: &str, block: Span, places: &[Option<Span>], out: &mut String) {
    let inside: Vec<(usize, Span)> = places
        .iter()
        .enumerate()
        .filter_map(|(index, place)| Some((index, (*place)?)))
        .filter(|(_, span)| span.start < block.end && block.start < span.end)
        .collect();
    let cuts = inside.iter().flat_map(|(_, s)| [s.start.max(block.start), s.end.min(block.end)]);
    let cuts = distinct(cuts.chain([block.start, block.end]));
    for piece in cuts.windows(2) {
        let &[start, end] = piece else { continue };
        let words = escaped(Span::new(start, end).str(text));
        let is_marked = inside.iter().any(|(_, s)| s.start <= start && end <= s.end);
        out.push_str(&if is_marked { format!("<mark>{words}</mark>") } else { words });
        for (index, _) in inside.iter().filter(|(_, s)| s.end == end) {
            let number = index + 1;
            out.push_str(&format!("<sup><a id=\"p{number}\" href=\"#n{number}\">{number}</a></sup>"));
        }
    }
}

fn note(notes: &NotesView<'_>, index: usize, annotation: &Annotation, out: &mut String) {
    let number = index + 1;
    out.push_str(&format!("<li id=\"n{number}\">\n<blockquote>{}</blockquote>\n", escaped(annotation.passage())));
    let speaker = notes.speaker(index).map(escaped);
    let link = notes.link(index).map(|url| format!("<a href=\"{}\">to the words</a>", escaped(&url)));
    let place = notes.place(index).map(|_| format!("<a href=\"#p{number}\">in the text</a>"));
    let whence: Vec<String> = speaker.into_iter().chain(place).chain(link).collect();
    if !whence.is_empty() {
        out.push_str(&format!("<p class=\"by\">— {}</p>\n", whence.join(" · ")));
    }
    if !annotation.tags.is_empty() {
        out.push_str(&format!("<p class=\"tags\">{}</p>\n", escaped(&annotation.tags.join(" · "))));
    }
    if !annotation.note.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", escaped(&annotation.note)));
    }
    out.push_str("</li>\n");
}

/// Text as it stands in an element or an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::{Selectors, TextQuote};
    use crate::article::Metadata;
    use crate::format::AnalysisView;
    use crate::format::import;

    fn annotation(exact: &str) -> Annotation {
        let quote = TextQuote { exact: exact.into(), ..TextQuote::default() };
        Annotation {
            id: format!("urn:x:{}", exact.len()),
            source: "https://quay.example/a".into(),
            title: "Gate </title><script>alert(1)</script>".into(),
            selectors: Selectors { quote: Some(quote), position: None },
            tags: vec!["a<b".into()],
            note: "</script><img src=x onerror=alert(1)>".into(),
            correction: None,
            created: "2026-01-01T00:00:00Z".into(),
            modified: "2026-01-01T00:00:00Z".into(),
        }
    }

    #[test]
    fn passages_are_marked_and_numbered_where_they_stand() {
        let text = "one two three <four>";
        let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()), level: 0 }];
        let article = Article { text: text.into(), blocks, ..Article::default() };
        let found =
            AnalysisView { article: &article, comments: &[], mentions: &[], clusters: &[], quotes: &[], answers: &[] };
        let annotations = [annotation("one two"), annotation("two three"), annotation("<img>")];
        let places = [Some(Span::new(0, 7)), Some(Span::new(4, 13)), None];
        let metadata = Metadata::default();
        let page =
            write(&NotesView { annotations: &annotations, metadata: &metadata, found: Some(found), places: &places });
        let expected = "<p><mark>one </mark><mark>two</mark><sup><a id=\"p1\" href=\"#n1\">1</a></sup>\
            <mark> three</mark><sup><a id=\"p2\" href=\"#n2\">2</a></sup> &lt;four&gt;</p>";
        assert!(page.contains(expected), "{page}");
        assert_eq!(page.matches("<script").count(), 1, "only the annotations, which do not run");
        assert!(!page.contains("<img"));
        assert_eq!(import(&page).unwrap().annotations, annotations);
    }
}
