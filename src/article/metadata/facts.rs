//! The places of a page that carry metadata, gathered in one pass.

use super::json_ld::{JsonLd, values};
use crate::article::body::fold;
use crate::article::words::squeezed;
use crate::snapshot::{NodeKind, Snapshot, is_hidden};
use std::ops::Range;

/// Nodes of an element whose text is read as metadata; a name or date stands in few.
const TEXT_NODES: usize = 200;

/// Elements with one property that are looked at.
const PLACES: usize = 50;

/// What a page says about itself.
pub(crate) struct Facts<'a> {
    pub(crate) snapshot: &'a Snapshot,
    /// `<meta>` names (lower case) and their values.
    metas: Vec<(String, &'a str)>,
    /// The text of `<title>`.
    pub(crate) title: Option<String>,
    /// Visible `<h1>` elements.
    pub(crate) headlines: Vec<usize>,
    /// Elements with `itemprop`, visible or not, that are no `<meta>`.
    itemprops: Vec<usize>,
    /// `<link>` and `<a>` elements with `rel`.
    rels: Vec<usize>,
    /// Visible `<time>` elements.
    pub(crate) times: Vec<usize>,
    /// `<base href>`.
    pub(crate) base: Option<&'a str>,
    pub(crate) json: JsonLd,
    /// Node ranges of the readers' comments.
    comments: Vec<Range<usize>>,
}

impl<'a> Facts<'a> {
    /// Gathers them; what stands in the node ranges of `comments` speaks of the comments.
    pub(crate) fn gather(snapshot: &'a Snapshot, comments: &[Range<usize>]) -> Self {
        let mut facts = Self {
            snapshot,
            metas: Vec::new(),
            title: None,
            headlines: Vec::new(),
            itemprops: Vec::new(),
            rels: Vec::new(),
            times: Vec::new(),
            base: None,
            json: JsonLd::default(),
            comments: comments.to_vec(),
        };
        let mut scripts = Vec::new();
        let (mut hidden_to, mut comments_to) = (0, 0);
        let mut ends = vec![0; snapshot.nodes.len()];
        for comment in comments {
            if let Some(end) = ends.get_mut(comment.start) {
                *end = comment.end;
            }
        }
        for at in 0..snapshot.nodes.len() {
            comments_to = comments_to.max(ends.get(at).copied().unwrap_or_default());
            let tag = snapshot.tag(at);
            if tag.is_empty() || at < comments_to {
                continue;
            }
            if at >= hidden_to && tag != "head" && is_hidden(snapshot, at) {
                hidden_to = snapshot.end(at);
            }
            let visible = at >= hidden_to;
            match tag {
                "meta" => facts.meta(at),
                "title" if facts.title.is_none() && !in_svg(snapshot, at) => {
                    facts.title = Some(squeezed(&raw(snapshot, at)))
                }
                "h1" if visible && facts.headlines.len() < PLACES => facts.headlines.push(at),
                "time" if visible && facts.times.len() < PLACES => facts.times.push(at),
                "base" => facts.base = facts.base.or(snapshot.attribute(at, "href")),
                "script" if is_json_ld(snapshot, at) => scripts.push(raw(snapshot, at)),
                _ => {}
            }
            if tag != "meta" && snapshot.attribute(at, "itemprop").is_some() {
                facts.itemprops.push(at);
            }
            if snapshot.attribute(at, "rel").is_some() {
                facts.rels.push(at);
            }
        }
        facts.json = JsonLd::from_scripts(&scripts);
        facts
    }

    /// Whether node `at` stands among the readers' comments.
    pub(crate) fn is_comment(&self, at: usize) -> bool {
        let after = self.comments.partition_point(|c| c.start <= at);
        after.checked_sub(1).and_then(|i| self.comments.get(i)).is_some_and(|c| c.contains(&at))
    }

    fn meta(&mut self, at: usize) {
        let Some(content) = self.snapshot.attribute(at, "content").map(str::trim).filter(|c| !c.is_empty()) else {
            return;
        };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            for name in self.snapshot.attribute(at, key).unwrap_or_default().split_ascii_whitespace() {
                self.metas.push((name.to_ascii_lowercase(), content));
            }
        }
    }

    /// The value of the first of these `<meta>` names that the page has.
    pub(crate) fn first_meta(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| self.metas(name).next())
    }

    /// The values of a `<meta>` name.
    pub(crate) fn metas(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.metas.iter().filter(move |(n, _)| n == name).map(|(_, value)| *value)
    }

    /// The values of `twitter:data1` and `twitter:data2` whose label is one of `labels`, lower case.
    pub(crate) fn metas_labelled(&self, labels: &[&str]) -> impl Iterator<Item = &'a str> {
        let pairs = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];
        pairs.into_iter().filter_map(move |(label, data)| {
            let label = self.first_meta(&[label])?.trim().trim_end_matches(':').to_lowercase();
            labels.contains(&label.as_str()).then(|| self.first_meta(&[data]))?
        })
    }

    /// Elements with this `itemprop`.
    pub(crate) fn itemprops(&self, name: &str) -> impl Iterator<Item = usize> {
        self.itemprops.iter().copied().filter(move |&at| has_word(self.snapshot, at, "itemprop", name)).take(PLACES)
    }

    /// Elements with this `rel`.
    pub(crate) fn rels(&self, name: &str) -> impl Iterator<Item = usize> {
        self.rels.iter().copied().filter(move |&at| has_word(self.snapshot, at, "rel", name)).take(PLACES)
    }

    /// The folded text of an element, on one line; of a large one, its beginning.
    pub(crate) fn text(&self, at: usize) -> String {
        let blocks = fold(self.snapshot, at..self.snapshot.end(at).min(at + TEXT_NODES), &|_| false);
        blocks.iter().map(|b| b.text.replace(['\n', '\t'], " ")).collect::<Vec<_>>().join(" ")
    }
}

/// Whether an attribute, a list of words, has `word`.
pub(crate) fn has_word(snapshot: &Snapshot, at: usize, attribute: &str, word: &str) -> bool {
    let value = snapshot.attribute(at, attribute).unwrap_or_default();
    value.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case(word))
}

/// The JSON-LD of a page; what is not JSON is passed over.
pub(crate) fn json_ld(snapshot: &Snapshot) -> Vec<serde_json::Value> {
    let scripts = (0..snapshot.nodes.len()).filter(|&at| snapshot.tag(at) == "script" && is_json_ld(snapshot, at));
    values(&scripts.map(|at| raw(snapshot, at)).collect::<Vec<_>>())
}

fn is_json_ld(snapshot: &Snapshot, at: usize) -> bool {
    snapshot.attribute(at, "type").is_some_and(|t| t.trim().to_ascii_lowercase().starts_with("application/ld+json"))
}

/// Pictures have titles of their own.
fn in_svg(snapshot: &Snapshot, at: usize) -> bool {
    snapshot.parent(at).is_some_and(|p| !matches!(snapshot.tag(p), "head" | "html" | "body"))
}

/// The data of the text nodes directly in an element.
fn raw(snapshot: &Snapshot, at: usize) -> String {
    let texts =
        snapshot.children(at).filter(|&i| matches!(snapshot.nodes.get(i).map(|n| n.kind), Some(NodeKind::Text(_))));
    texts.map(|i| snapshot.data(i)).collect()
}
