//! An analysis against gold: what was found, missed and invented.

use crate::gold::{Gold, Passage};
use postil::{Analysis, BlockKind, EntityKind, Mention, Quote, QuoteKind};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// How often something was right, wrongly there, and missing.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) invented: usize,
    pub(crate) missed: usize,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.right + self.invented)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    pub(crate) fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.invented + self.missed)
    }
}

/// In percent; of nothing, all.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Tallies by what is counted, and a line for each fault.
#[derive(Default)]
pub(crate) struct Scores {
    pub(crate) tallies: BTreeMap<&'static str, Tally>,
    pub(crate) faults: Vec<String>,
}

impl Scores {
    pub(crate) fn add(&mut self, name: &str, gold: &Gold, analysis: &Analysis) {
        self.add_facts(name, gold, analysis);
        let text = &analysis.article.text;
        let is_value = |mention: &&Mention| {
            use EntityKind::{Date, Money, Percent, Quantity, Time};
            matches!(mention.kind, Date | Time | Money | Percent | Quantity)
        };
        let (values, names): (Vec<&Mention>, Vec<&Mention>) = analysis.mentions.iter().partition(is_value);
        if let Some(passages) = &gold.names {
            self.add_mentions("names", name, passages, &names, text);
        }
        if let Some(passages) = &gold.values {
            self.add_mentions("values", name, passages, &values, text);
        }
        if let Some(passages) = &gold.quotes {
            self.add_quotes(name, passages, analysis);
        }
        self.add_comments(name, gold, analysis);
    }

    fn right(&mut self, what: &'static str) {
        self.tallies.entry(what).or_default().right += 1;
    }

    fn missed(&mut self, what: &'static str, fault: String) {
        self.tallies.entry(what).or_default().missed += 1;
        self.faults.push(format!("{what}: missed   {fault}"));
    }

    fn invented(&mut self, what: &'static str, fault: String) {
        self.tallies.entry(what).or_default().invented += 1;
        self.faults.push(format!("{what}: invented {fault}"));
    }

    /// One answer to one question: right, or else both missed and invented.
    fn answer(&mut self, what: &'static str, right: bool, fault: impl FnOnce() -> String) {
        let tally = self.tallies.entry(what).or_default();
        if right {
            tally.right += 1;
        } else {
            tally.missed += 1;
            tally.invented += 1;
            self.faults.push(format!("{what}: wrong    {}", fault()));
        }
    }

    fn add_facts(&mut self, name: &str, gold: &Gold, analysis: &Analysis) {
        let article = &analysis.article;
        let blocks = |kind| article.blocks.iter().filter(move |block| block.kind == kind);
        for (fact, asked) in &gold.facts {
            let found = match fact.as_str() {
                "title" => analysis.view().title().map(str::to_owned),
                "byline" => article.metadata.byline.as_ref().map(|byline| byline.replace(" and ", ", ")),
                // the day; gold says no hour
                "published" => article.metadata.published.as_ref().map(|day| day.chars().take(10).collect()),
                "first" => blocks(BlockKind::Paragraph).next().map(|block| folded(block.span.str(&article.text))),
                "last" => blocks(BlockKind::Paragraph).next_back().map(|block| folded(block.span.str(&article.text))),
                _ => panic!("no fact: {fact}"),
            };
            let found = found.unwrap_or_else(|| "-".to_owned());
            let right = match fact.as_str() {
                "first" => found.starts_with(asked),
                "last" => found.ends_with(asked),
                _ => found == *asked,
            };
            self.answer("article", right, || format!("{name}: {fact} “{found}” for “{asked}”"));
        }
    }

    /// By exact span and kind.
    fn add_mentions(
        &mut self,
        what: &'static str,
        name: &str,
        passages: &[Passage],
        mentions: &[&Mention],
        text: &str,
    ) {
        self.tallies.entry(what).or_default();
        for passage in passages.iter().filter(|passage| passage.asked) {
            let found = mentions.iter().find(|m| m.span == passage.span && word(m.kind) == passage.kind);
            let words = format!("{name}: {} “{}”", passage.kind, passage.span.str(text));
            let Some(mention) = found else {
                self.missed(what, words);
                continue;
            };
            self.right(what);
            if let Some(value) = &passage.value {
                let found = mention.value.as_deref().unwrap_or("-");
                self.answer("normalised", found == value, || format!("{words}: {found} for {value}"));
            }
        }
        for mention in mentions {
            let known = passages.iter().any(|passage| match passage.asked {
                true => passage.span == mention.span && passage.kind == word(mention.kind),
                false => passage.span.overlaps(mention.span),
            });
            if !known {
                self.invented(what, format!("{name}: {} “{}”", word(mention.kind), mention.span.str(text)));
            }
        }
    }

    /// Between marks by exact span; reports without marks by an overlap of more than half of what either covers.
    fn add_quotes(&mut self, name: &str, passages: &[Passage], analysis: &Analysis) {
        let text = &analysis.article.text;
        let is_report = |quote: &Quote| quote.kind == QuoteKind::Indirect;
        let same = |passage: &Passage, quote: &Quote| match passage.kind == "indirect" {
            true => is_report(quote) && overlap(passage, quote) > 0.5,
            false => !is_report(quote) && passage.span == quote.span,
        };
        for passage in passages.iter().filter(|passage| passage.asked) {
            let report = passage.kind == "indirect";
            let what = if report { "reports" } else { "quotes" };
            let words = format!("{name}: {} “{}”", passage.kind, folded(passage.span.str(text)));
            let Some(quote) = analysis.quotes.iter().find(|quote| same(passage, quote)) else {
                self.missed(what, words);
                continue;
            };
            self.right(what);
            if !report {
                let kind = word(quote.kind);
                self.answer("kind of quote", kind == passage.kind, || format!("{words}: {kind}"));
            }
            if passage.kind != "marked" && passage.speaker != "?" {
                let speaker = speaker(quote, analysis);
                let right = passage.speaker.split(" / ").any(|one| bare(one) == bare(&speaker));
                let what = if report { "speaker of report" } else { "speaker of quote" };
                self.answer(what, right, || format!("{words}: {speaker} for {}", passage.speaker));
            }
        }
        for quote in &analysis.quotes {
            let known = passages.iter().any(|passage| match passage.asked {
                true => same(passage, quote),
                false => passage.span.overlaps(quote.span) && (passage.kind == "indirect") == is_report(quote),
            });
            if !known {
                let what = if is_report(quote) { "reports" } else { "quotes" };
                self.invented(what, format!("{name}: {} “{}”", word(quote.kind), folded(quote.span.str(text))));
            }
        }
    }

    fn add_comments(&mut self, name: &str, gold: &Gold, analysis: &Analysis) {
        let Some(asked) = &gold.comments else { return };
        let shown = |depth: u16, author: &str, text: &str| format!("{name}: {depth} {author}: {text}");
        let found = analysis.comments.iter().map(|comment| {
            let text = folded(comment.span.str(&analysis.article.text));
            shown(comment.depth, comment.author.as_deref().unwrap_or("-"), &text)
        });
        let mut found: Vec<String> = found.collect();
        for comment in asked {
            let comment = shown(comment.depth, &comment.author, &comment.text);
            match found.iter().position(|other| *other == comment) {
                Some(at) => {
                    found.remove(at);
                    self.right("comments");
                }
                None => self.missed("comments", comment),
            }
        }
        found.into_iter().for_each(|comment| self.invented("comments", comment));
    }
}

/// Whose words a reader is shown: the speaker's fullest name, or the words beside the quote.
fn speaker(quote: &Quote, analysis: &Analysis) -> String {
    let Some(speaker) = quote.speaker else { return "-".to_owned() };
    let name = speaker.cluster.map(|cluster| analysis.clusters[cluster.index()].name.as_str());
    name.unwrap_or_else(|| speaker.span.str(&analysis.article.text)).to_owned()
}

/// In small letters, without an article.
fn bare(words: &str) -> String {
    let words = words.to_lowercase();
    let articles = ["the ", "a ", "an "];
    articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words).to_owned()
}

/// With single spaces.
fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A kind as gold has it.
fn word(kind: impl Debug) -> String {
    format!("{kind:?}").to_lowercase()
}

/// The share of bytes of both together that both have.
fn overlap(passage: &Passage, quote: &Quote) -> f64 {
    let (a, b) = (passage.span, quote.span);
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    both as f64 / (a.end.max(b.end) - a.start.min(b.start)) as f64
}

/// The scoring itself, on an analysis and gold that are made up.
#[test]
fn what_is_missed_invented_or_wrong_is_counted() {
    use postil::{Article, Cluster, ClusterId, Comment, Speaker};
    let text = "Ada Quill met Lowmere's mayor, Jo Roe. “Not yet,” Quill said on 3 May. “Never.”\n\nGood!";
    let span = |words: &str| {
        let start = text.find(words).expect("it stands there");
        postil::Span::new(start, start + words.len())
    };
    let mention = |words, kind, cluster, value: Option<&str>| Mention {
        span: span(words),
        kind,
        cluster: ClusterId::new(cluster),
        value: value.map(str::to_owned),
    };
    let cluster = |name: &str, kind| Cluster {
        name: name.to_owned(),
        kind,
        mentions: Vec::new(),
        references: Vec::new(),
        description: None,
        wikidata: None,
    };
    let quote = |words, kind, speaker| Quote {
        span: span(words),
        kind,
        cue: None,
        speaker: Some(Speaker { span: span("Quill"), cluster: Some(ClusterId::new(speaker)) }),
        inside: None,
        confidence: 1.0,
    };
    let analysis = Analysis {
        article: Article { text: text.to_owned(), ..Article::default() },
        comments: vec![Comment {
            author: Some("bo".to_owned()),
            posted: None,
            posted_iso: None,
            depth: 1,
            span: span("Good!"),
        }],
        mentions: vec![
            mention("Ada Quill", EntityKind::Person, 0, None),
            mention("Lowmere", EntityKind::Person, 1, None),
            mention("3 May", EntityKind::Date, 2, Some("2019-05-02")),
        ],
        clusters: vec![cluster("Ada Quill", EntityKind::Person), cluster("Lowmere", EntityKind::Person)],
        quotes: vec![quote("“Not yet,”", QuoteKind::Mixed, 0), quote("“Never.”", QuoteKind::Direct, 1)],
        answers: Vec::new(),
    };
    let gold = "title · -\nnames\nperson · Ada Quill\nlocation · Lowmere\nperson · Jo Roe\n? person · Quill\nvalues\ndate · 3 May · 2019-05-03\n\
                quotes\ndirect · Ada Quill · “Not yet,”\ndirect · Ada Quill / Quill · “Never.”\ncomments\n0 · bo · Good!";
    let mut scores = Scores::default();
    scores.add("it", &Gold::parse(gold, text), &analysis);
    let counts: Vec<(&str, [usize; 3])> =
        scores.tallies.iter().map(|(what, tally)| (*what, [tally.right, tally.missed, tally.invented])).collect();
    assert_eq!(
        counts,
        [
            ("article", [1, 0, 0]),
            ("comments", [0, 1, 1]),
            ("kind of quote", [1, 1, 1]),
            ("names", [1, 2, 1]),
            ("normalised", [0, 1, 1]),
            ("quotes", [2, 0, 0]),
            ("speaker of quote", [1, 1, 1]),
            ("values", [1, 0, 0]),
        ]
    );
}
