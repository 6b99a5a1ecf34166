//! A quote as it is cited: its words, who said them, and where that was read.

use super::AnalysisView;
use crate::quote::{Quote, QuoteKind};

/// `quote` in a line to paste: “Words” (Ines Calder, quoted in “Harbour to close”, The Quay Courier, 2019-02-08, https://…).
///
/// ```
/// use postil::{Options, analyze, format::citation, from_text};
/// let page = from_text("Lock gate fails\n\n“We were promised a new gate,” said Noor Haddad on Monday.")?;
/// let analysis = analyze(&page, &Options::default());
/// let line = citation(&analysis.view(), &analysis.quotes[0]);
/// assert_eq!(line, "“We were promised a new gate,” (Noor Haddad, quoted in “Lock gate fails”)");
/// # Ok::<(), postil::SnapshotError>(())
/// ```
#[must_use]
pub fn citation(view: &AnalysisView<'_>, quote: &Quote) -> String {
    let metadata = &view.article.metadata;
    let line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = line(quote.span.str(&view.article.text));
    let how = match quote.kind {
        QuoteKind::Indirect => "paraphrased",
        QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Marked => "quoted",
    };
    let title = view.title().map(|t| format!("“{}”", line(t)));
    let mut parts = Vec::new();
    parts.extend(view.speaker(quote).filter(|s| !s.is_empty()).map(line));
    parts.push(title.map_or_else(|| how.to_owned(), |title| format!("{how} in {title}")));
    parts.extend(metadata.site.as_deref().map(line));
    parts.extend(metadata.published.as_deref().and_then(|d| d.get(..10)).map(str::to_owned));
    parts.extend(metadata.url.clone());
    format!("{words} ({})", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Metadata};
    use crate::quote::Speaker;
    use crate::text::Span;

    fn cited(kind: QuoteKind, metadata: Metadata, speaker: bool) -> String {
        let article = Article { text: "“We\nwon,” said Calder.".into(), metadata, ..Article::default() };
        let speaker = speaker.then_some(Speaker { span: Span::new(19, 25), cluster: None });
        let quote = Quote { span: Span::new(0, 13), kind, cue: None, speaker, inside: None, confidence: 1.0 };
        let found =
            AnalysisView { article: &article, comments: &[], mentions: &[], clusters: &[], quotes: &[], answers: &[] };
        citation(&found, &quote)
    }

    #[test]
    fn names_speaker_title_site_day_and_address() {
        let metadata = Metadata {
            title: Some("Harbour to close".into()),
            site: Some("The Quay Courier".into()),
            published: Some("2019-02-08T10:00:00Z".into()),
            url: Some("https://quay.example/a".into()),
            ..Metadata::default()
        };
        assert_eq!(
            cited(QuoteKind::Direct, metadata, true),
            "“We won,” (Calder, quoted in “Harbour to close”, The Quay Courier, 2019-02-08, https://quay.example/a)"
        );
    }

    #[test]
    fn says_what_is_known_and_no_more() {
        assert_eq!(cited(QuoteKind::Indirect, Metadata::default(), false), "“We won,” (paraphrased)");
    }
}
