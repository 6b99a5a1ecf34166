//! Tests of the record, and the sample that other formats are tested on.

use super::record;
use crate::article::{Article, Block, BlockKind, Metadata};
use crate::comment::Comment;
use crate::entity::{Cluster, ClusterId, EntityKind, Mention, MentionId};
use crate::format::AnalysisView;
use crate::quote::{Quote, QuoteKind, Speaker};
use crate::text::Span;
use serde_json::json;

/// An analysis put together by hand.
#[derive(Default)]
pub(in crate::format) struct Sample {
    article: Article,
    comments: Vec<Comment>,
    mentions: Vec<Mention>,
    clusters: Vec<Cluster>,
    quotes: Vec<Quote>,
}

const TITLE: &str = "‘Gate floats’ 🛶 say bargees";
const FIRST: &str = "“We were promised a gate,” said Noor Haddad. “It *will* be,” a spokesman said.";
const SECOND: &str = "“Promises float,” Haddad said. It was a “fix”. “Not yet.”";
const COMMENT: &str = "Haddad said “no”\n=SUM(A1)";

impl Sample {
    pub(in crate::format) fn page() -> Self {
        let mut sample = Self::default();
        let metadata = Metadata {
            byline: Some("Ada Quill".into()),
            published: Some("2026-03-03".into()),
            site: Some("The Quay Courier".into()),
            url: Some("https://quay.example/gate".into()),
            ..Metadata::default()
        };
        sample.article.metadata = metadata;
        for (kind, text) in [(BlockKind::Title, TITLE), (BlockKind::Paragraph, FIRST), (BlockKind::Paragraph, SECOND)] {
            let span = sample.push(text);
            sample.article.blocks.push(Block { kind, span, level: 0 });
        }
        let span = sample.push(COMMENT);
        let (author, posted) = (Some("jetty_cat".into()), Some("2 hours ago".into()));
        sample.comments.push(Comment { author, posted, posted_iso: None, depth: 1, span });
        for (words, nth) in [("Noor Haddad", 0), ("Haddad", 1), ("Haddad", 2)] {
            sample.mentions.push(Mention {
                span: sample.at(words, nth),
                kind: EntityKind::Person,
                cluster: ClusterId::new(0),
                value: None,
            });
        }
        sample.clusters.push(Cluster {
            name: "Noor Haddad".into(),
            kind: EntityKind::Person,
            mentions: [0, 1, 2].map(MentionId::new).into(),
            references: vec![],
            description: Some("a bargee".into()),
            wikidata: None,
        });
        sample.quote("‘Gate floats’", QuoteKind::Direct, None, Some(("Noor Haddad", 0, Some(0))));
        sample.quote("“We were promised a gate,”", QuoteKind::Direct, Some("said"), Some(("Noor Haddad", 0, Some(0))));
        sample.quote("“It *will* be,”", QuoteKind::Direct, Some("said"), Some(("a spokesman", 0, None)));
        sample.quote("“fix”", QuoteKind::Marked, None, None);
        sample.quote("“Not yet.”", QuoteKind::Direct, None, None);
        sample.quote("“no”", QuoteKind::Mixed, Some("said"), Some(("Haddad", 2, Some(0))));
        sample
    }

    pub(in crate::format) fn view(&self) -> AnalysisView<'_> {
        AnalysisView {
            article: &self.article,
            comments: &self.comments,
            mentions: &self.mentions,
            clusters: &self.clusters,
            quotes: &self.quotes,
            answers: &[],
        }
    }

    fn push(&mut self, text: &str) -> Span {
        if !self.article.text.is_empty() {
            self.article.text.push_str("\n\n");
        }
        let start = self.article.text.len();
        self.article.text.push_str(text);
        Span::new(start, self.article.text.len())
    }

    fn at(&self, words: &str, nth: usize) -> Span {
        let (start, _) = self.article.text.match_indices(words).nth(nth).unwrap();
        Span::new(start, start + words.len())
    }

    fn quote(
        &mut self,
        words: &str,
        kind: QuoteKind,
        cue: Option<&str>,
        speaker: Option<(&str, usize, Option<usize>)>,
    ) {
        let span = self.at(words, 0);
        let near = |w: &str| {
            let (start, _) = self.article.text.match_indices(w).min_by_key(|(at, _)| at.abs_diff(span.end)).unwrap();
            Span::new(start, start + w.len())
        };
        let cue = cue.map(near);
        let speaker =
            speaker.map(|(w, nth, cluster)| Speaker { span: self.at(w, nth), cluster: cluster.map(ClusterId::new) });
        self.quotes.push(Quote { span, kind, cue, speaker, inside: None, confidence: 0.7 });
    }
}

fn part(text: &str, range: &serde_json::Value) -> String {
    let at = |key: &str| usize::try_from(range[key].as_u64().unwrap()).unwrap();
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

#[test]
fn a_page_gives_body_headline_and_comments_each_with_its_own_offsets() {
    let sample = Sample::page();
    let row = serde_json::to_value(record(&sample.view(), json!("a-1"))).unwrap();
    assert_eq!(row["id"], "a-1");
    assert_eq!(row["title"], TITLE);
    assert_eq!(row["text"], format!("{FIRST}\n\n{SECOND}"));
    let text = row["text"].as_str().unwrap();
    let parts = |list: &serde_json::Value, text: &str| -> Vec<String> {
        list.as_array().unwrap().iter().map(|r| part(text, r)).collect()
    };
    assert_eq!(parts(&row["blocks"], text), [FIRST, SECOND]);
    assert_eq!(parts(&row["entities"], text), ["Noor Haddad", "Haddad"]);
    assert_eq!(parts(&row["quotes"], text), ["“We were promised a gate,”", "“It *will* be,”", "“Not yet.”"]);
    assert_eq!(parts(&row["marked"], text), ["“fix”"]);
    assert_eq!(part(text, &row["quotes"][1]["speaker"]), "a spokesman");
    assert_eq!(part(text, &row["quotes"][0]["cue"]), "said");
    assert_eq!(row["quotes"][2]["speaker"], json!(null));

    assert_eq!(parts(&row["headline"]["quotes"], TITLE), ["‘Gate floats’"]);
    let named_below = json!({"start": null, "end": null, "text": "Noor Haddad", "cluster": 0});
    assert_eq!(row["headline"]["quotes"][0]["speaker"], named_below);

    let comment = &row["comments"][0];
    assert_eq!((&comment["text"], &comment["start"], &comment["depth"]), (&json!(COMMENT), &json!(null), &json!(1)));
    assert_eq!(parts(&comment["entities"], COMMENT), ["Haddad"]);
    assert_eq!(parts(&comment["quotes"], COMMENT), ["“no”"]);
    let cluster = json!({"id": 0, "name": "Noor Haddad", "type": "person", "description": "a bargee", "count": 3});
    assert_eq!(row["clusters"], json!([cluster]));
}

#[test]
fn plain_text_stays_untouched_and_holds_every_span() {
    let mut sample = Sample::page();
    sample.article.verbatim = true;
    let row = serde_json::to_value(record(&sample.view(), json!(7))).unwrap();
    let text = row["text"].as_str().unwrap();
    assert_eq!((text, &row["headline"]), (sample.article.text.as_str(), &json!(null)));
    assert_eq!(row["quotes"].as_array().unwrap().len(), 5);
    assert_eq!(part(text, &row["quotes"][4]), "“no”");
    assert_eq!(part(text, &row["comments"][0]), COMMENT);
    assert_eq!(row["comments"][0]["quotes"], json!([]));
}

#[test]
fn the_document_is_one_text_with_each_part_in_its_place() {
    let mut sample = Sample::page();
    for verbatim in [false, true] {
        sample.article.verbatim = verbatim;
        let row = serde_json::to_value(record(&sample.view(), json!("a-1"))).unwrap();
        let document = &row["document"];
        let text = document["text"].as_str().unwrap();
        assert_eq!(text, sample.article.text);
        assert_eq!(part(text, &document["title"]), TITLE);
        assert_eq!(part(text, &document["body"]), format!("{FIRST}\n\n{SECOND}"));
        assert_eq!(part(text, &document["comments"][0]), COMMENT);
        // a part's own offsets are the document's less the part's start
        if !verbatim {
            let start = document["body"]["start"].as_u64().unwrap();
            let quote = &row["quotes"][0];
            let moved = json!({ "start": quote["start"].as_u64().unwrap() + start, "end": quote["end"].as_u64().unwrap() + start });
            assert_eq!(part(text, &moved), part(row["text"].as_str().unwrap(), quote));
        }
    }
}

#[test]
fn in_plain_text_the_lines_that_head_comments_are_not_the_body() {
    let mut sample = Sample::page();
    let span = sample.at(COMMENT, 0);
    sample.article.verbatim = true;
    sample.article.blocks.push(Block { kind: BlockKind::Other, span: Span::new(span.end, span.end), level: 0 });
    assert_eq!(
        sample.view().parts().body.map(|b| b.str(&sample.article.text).to_owned()),
        Some(format!("{FIRST}\n\n{SECOND}"))
    );
}

#[test]
fn nothing_found_gives_empty_lists() {
    let sample = Sample::default();
    let row = serde_json::to_value(record(&sample.view(), json!(null))).unwrap();
    assert_eq!((&row["text"], &row["title"], &row["blocks"]), (&json!(""), &json!(null), &json!([])));
}

/// The rows of the quotes in `text`, each given by its words, its kind and the quote that it stands inside of.
fn quote_rows(text: &str, quotes: &[(&str, QuoteKind, Option<usize>)]) -> Vec<serde_json::Value> {
    let article = Article { text: text.to_owned(), verbatim: true, ..Article::default() };
    let quotes = quotes.iter().map(|&(words, kind, inside)| {
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        Quote { span, kind, cue: None, speaker: None, inside, confidence: 0.0 }
    });
    let quotes: Vec<Quote> = quotes.collect();
    let found =
        AnalysisView { article: &article, comments: &[], mentions: &[], clusters: &[], quotes: &quotes, answers: &[] };
    let row = serde_json::to_value(record(&found, json!(1))).unwrap();
    row["quotes"].as_array().unwrap().clone()
}

#[test]
fn a_quote_inside_of_another_is_part_of_its_row() {
    let text = "“He said ‘no’ twice,” she said. “Yes.”";
    let direct = QuoteKind::Direct;
    let rows = quote_rows(
        text,
        &[("“He said ‘no’ twice,”", direct, None), ("‘no’", direct, Some(0)), ("“Yes.”", direct, None)],
    );
    let words: Vec<_> = rows.iter().map(|r| (part(text, r), r["inner"].as_array().unwrap().len())).collect();
    assert_eq!(words, [("“He said ‘no’ twice,”".to_owned(), 1), ("“Yes.”".to_owned(), 0)]);
    assert_eq!((part(text, &rows[0]["inner"][0]), &rows[0]["inner"][0]["kind"]), ("‘no’".to_owned(), &json!("direct")));
}

#[test]
fn only_the_articles_own_marks_make_direct_quotes() {
    let kinds = |text: &str, quotes: &[(&str, QuoteKind, Option<usize>)]| -> Vec<(String, String)> {
        let name = |v: &serde_json::Value| v.as_str().unwrap_or("none").to_owned();
        quote_rows(text, quotes).iter().map(|r| (name(&r["kind"]), name(&r["marks"]))).collect()
    };
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|&(kind, marks)| (kind.to_owned(), marks.to_owned())).collect()
    };
    let direct = QuoteKind::Direct;
    let british = kinds("‘Yes,’ he said. ‘No,’ she said.", &[("‘Yes,’", direct, None), ("‘No,’", direct, None)]);
    assert_eq!(british, pairs(&[("direct", "single"), ("direct", "single")]));
    let american = kinds("‘Yes’ wins\n“Yes,” he said.", &[("‘Yes’", QuoteKind::Mixed, None), ("“Yes,”", direct, None)]);
    assert_eq!(american, pairs(&[("indirect", "single"), ("direct", "double")]));
    let typed = kinds("''Yes,'' he said.", &[("''Yes,''", direct, None)]);
    assert_eq!(typed, pairs(&[("indirect", "apostrophes")]));
}
