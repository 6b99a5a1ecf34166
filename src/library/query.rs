//! What a reader looks for in the library.

use super::kept::PassageKind;
use super::shelf::{Shelf, ShelvedArticle, ShelvedPassage, fold};
use crate::order::sort_by;

/// Words and filters; the default wants everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, all of which stand in a passage, its note, its tags or its speaker's name, or in an article's title, site or byline.
    pub words: String,
    /// Passages with this tag, or with one below it (`claim` has `claim/check`).
    pub tag: Option<String>,
    /// Passages of this speaker.
    pub speaker: Option<String>,
    /// Articles of this site.
    pub site: Option<String>,
    /// Passages of this kind.
    pub kind: Option<PassageKind>,
}

/// What matches: indices, in the library's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Articles that match by themselves, or have a passage that does.
    pub articles: Vec<usize>,
    /// Passages.
    pub passages: Vec<usize>,
}

impl Shelf {
    /// What matches a query.
    ///
    /// ```
    /// use postil::{Annotation, Query, Selectors, Shelf, TextQuote};
    /// let quote = TextQuote { exact: "Watch the Bearings".into(), ..TextQuote::default() };
    /// let annotation = Annotation {
    ///     id: "urn:uuid:1".into(), source: "https://quay.example/a".into(), title: "Bridge".into(),
    ///     selectors: Selectors { quote: Some(quote), position: None }, tags: vec!["claim/check".into()], note: "who?".into(),
    ///     correction: None, created: String::new(), modified: String::new(),
    /// };
    /// let shelf = Shelf::new(vec![], vec![annotation]);
    /// let matches = |words: &str| shelf.find(&Query { words: words.into(), ..Query::default() }).passages.len();
    /// assert_eq!((matches("bearing WHO"), matches("bearing when")), (1, 0));
    /// ```
    #[must_use]
    pub fn find(&self, query: &Query) -> Matches {
        let folded = fold(&query.words);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let has_all = |text: &str| words.iter().all(|word| text.contains(word));
        let asks_passages = query.tag.is_some() || query.speaker.is_some() || query.kind.is_some();
        let mut matches = Matches::default();
        for (index, article) in self.articles.iter().enumerate() {
            if query.site.as_deref().is_some_and(|site| article.site() != Some(site)) {
                continue;
            }
            let first = matches.passages.len();
            let of_article = self.passages_of(article).iter().zip(article.passages.clone());
            let wanted = of_article.filter(|(passage, _)| query.wants(passage) && has_all(&passage.folded));
            matches.passages.extend(wanted.map(|(_, passage)| passage));
            let itself = !asks_passages && has_all(&article.folded);
            if itself || matches.passages.len() > first {
                matches.articles.push(index);
            }
        }
        matches
    }

    /// What the passages can be filtered by, with how many there are of each: the most first.
    #[must_use]
    pub fn tags(&self) -> Vec<(&str, usize)> {
        counted(self.passages.iter().flat_map(|p| p.annotation.tags.iter().map(String::as_str)))
    }

    /// Their speakers.
    #[must_use]
    pub fn speakers(&self) -> Vec<(&str, usize)> {
        counted(self.passages.iter().filter_map(|p| p.speaker.as_deref()))
    }

    /// Sites, with how many articles there are of each.
    #[must_use]
    pub fn sites(&self) -> Vec<(&str, usize)> {
        counted(self.articles.iter().filter_map(ShelvedArticle::site))
    }

    /// Bytes of text that are kept.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.articles.iter().map(|a| a.kept.size).sum()
    }
}

impl Query {
    fn wants(&self, passage: &ShelvedPassage) -> bool {
        let is_of = |tag: &str, wanted: &str| {
            tag.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with('/'))
        };
        let tagged = |wanted: &str| passage.annotation.tags.iter().any(|tag| is_of(tag, wanted));
        self.tag.as_deref().is_none_or(tagged)
            && self.speaker.as_deref().is_none_or(|speaker| passage.speaker.as_deref() == Some(speaker))
            && self.kind.is_none_or(|kind| passage.kind == kind)
    }
}

fn counted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    let mut all: Vec<(&str, usize)> = counts.into_iter().collect();
    sort_by(&mut all, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::{Selectors, TextPosition, TextQuote};
    use crate::annotation::Annotation;
    use crate::library::{KeptArticle, Said};

    fn passage(id: &str, source: &str, exact: &str, tags: &[&str], note: &str, start: usize) -> Annotation {
        let quote = Some(TextQuote { exact: exact.into(), ..TextQuote::default() });
        let position = Some(TextPosition { start, end: start + 1 });
        Annotation {
            id: id.into(),
            source: source.into(),
            title: format!("Title of {source}"),
            selectors: Selectors { quote, position },
            tags: tags.iter().map(|&t| t.to_owned()).collect(),
            note: note.into(),
            correction: None,
            created: String::new(),
            modified: String::new(),
        }
    }

    fn shelf() -> Shelf {
        let article = |source: &str, title: &str, opened: &str, site: Option<&str>, said| KeptArticle {
            source: source.into(),
            title: title.into(),
            opened: opened.into(),
            site: site.map(str::to_owned),
            said,
            ..KeptArticle::default()
        };
        let said = Said { id: "1".into(), speaker: Some("Ines Calder".into()), kind: PassageKind::Quote };
        Shelf::new(
            vec![
                article("https://quay.example/old", "Tram late", "2026-01-01", None, vec![]),
                article("https://quay.example/new", "Bridge shut", "2026-02-01", Some("The Quay Courier"), vec![said]),
            ],
            vec![
                passage("2", "https://quay.example/new", "cracks in 12 bearings", &["claim / check"], "", 9),
                passage("1", "https://quay.example/new", "“Watch the bearings”", &["claim"], "Who’s watching?", 3),
                passage("3", "https://www.tide.example/x", "A bearing is a promise", &["source"], "", 0),
            ],
        )
    }

    #[test]
    fn opened_articles_come_first_and_imported_ones_are_there() {
        let shelf = shelf();
        let rows: Vec<_> =
            shelf.articles().iter().map(|a| (a.kept.title.as_str(), a.passages.len(), a.site())).collect();
        assert_eq!(
            rows,
            [
                ("Bridge shut", 2, Some("The Quay Courier")),
                ("Tram late", 0, Some("quay.example")),
                ("Title of https://www.tide.example/x", 1, Some("tide.example"))
            ]
        );
        let ids: Vec<_> = shelf.passages().iter().map(|p| p.annotation.id.as_str()).collect();
        assert_eq!(ids, ["1", "2", "3"], "in the order of each article");
        assert_eq!(shelf.tags(), [("claim", 1), ("claim / check", 1), ("source", 1)]);
        assert_eq!(shelf.speakers(), [("Ines Calder", 1)]);
    }

    #[test]
    fn words_and_filters_narrow() {
        let shelf = shelf();
        let find = |query: Query| {
            let matches = shelf.find(&query);
            let ids: Vec<_> =
                matches.passages.iter().filter_map(|&i| Some(shelf.passages().get(i)?.annotation.id.clone())).collect();
            (ids.join(" "), matches.articles)
        };
        let words = |words: &str| Query { words: words.into(), ..Query::default() };
        assert_eq!(find(words("BEARING")), ("1 2 3".into(), vec![0, 2]));
        assert_eq!(find(words("who's")), ("1".into(), vec![0]));
        assert_eq!(find(words("calder watch")), ("1".into(), vec![0]));
        assert_eq!(find(words("tram")), (String::new(), vec![1]));
        assert_eq!(find(Query { tag: Some("claim".into()), ..Query::default() }), ("1 2".into(), vec![0]));
        assert_eq!(find(Query { speaker: Some("Ines Calder".into()), ..words("bearing") }), ("1".into(), vec![0]));
        assert_eq!(find(Query { site: Some("tide.example".into()), ..Query::default() }), ("3".into(), vec![2]));
        assert_eq!(find(Query { kind: Some(PassageKind::Quote), ..Query::default() }), ("1".into(), vec![0]));
        assert_eq!(find(Query::default()).1, vec![0, 1, 2]);
    }
}
