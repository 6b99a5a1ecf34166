//! Articles and passages side by side, ready to be searched.

use super::kept::{KeptArticle, PassageKind};
use crate::annotation::Annotation;
use crate::order::{sort_by, sort_by_key};
use std::collections::HashMap;

/// The library as it is shown: the articles opened last first, those that never were at the end.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    pub(super) articles: Vec<ShelvedArticle>,
    pub(super) passages: Vec<ShelvedPassage>,
}

/// An article of the library.
#[derive(Clone, Debug)]
pub struct ShelvedArticle {
    /// What is kept of it. Of one that was never opened here only its source and its title are known.
    pub kept: KeptArticle,
    /// Its passages, as indices of [`Shelf::passages`].
    pub passages: std::ops::Range<usize>,
    pub(super) folded: String,
}

impl ShelvedArticle {
    /// The site's name, or the host of the article's address.
    #[must_use]
    pub fn site(&self) -> Option<&str> {
        let url = || self.kept.url.as_deref().unwrap_or(&self.kept.source);
        let host = || url().split_once("://")?.1.split(['/', '?', '#']).next();
        self.kept.site.as_deref().or_else(host).map(|site| site.strip_prefix("www.").unwrap_or(site))
    }
}

/// A passage of the library.
#[derive(Clone, Debug)]
pub struct ShelvedPassage {
    /// The reader's annotation.
    pub annotation: Annotation,
    /// Its article, as an index of [`Shelf::articles`].
    pub article: usize,
    /// Who says it, where that is known.
    pub speaker: Option<String>,
    /// What it is.
    pub kind: PassageKind,
    pub(super) folded: String,
}

impl Shelf {
    /// Puts what is kept in order. Corrections are no passages.
    #[must_use]
    pub fn new(mut articles: Vec<KeptArticle>, annotations: Vec<Annotation>) -> Self {
        let known: HashMap<String, ()> = articles.iter().map(|a| (a.source.clone(), ())).collect();
        let mut by_source: HashMap<String, Vec<Annotation>> = HashMap::new();
        for annotation in annotations.into_iter().filter(|a| a.correction.is_none()) {
            by_source.entry(annotation.source.clone()).or_default().push(annotation);
        }
        let mut unopened: Vec<KeptArticle> = by_source
            .iter()
            .filter(|(source, _)| !known.contains_key(*source))
            .map(|(source, passages)| {
                let title = passages.iter().map(|a| a.title.as_str()).find(|t| !t.trim().is_empty());
                KeptArticle {
                    source: source.clone(),
                    title: title.unwrap_or(source).to_owned(),
                    ..KeptArticle::default()
                }
            })
            .collect();
        sort_by(&mut articles, |a, b| b.opened.cmp(&a.opened).then_with(|| a.source.cmp(&b.source)));
        sort_by(&mut unopened, |a, b| a.title.cmp(&b.title).then_with(|| a.source.cmp(&b.source)));
        articles.append(&mut unopened);
        let mut shelf = Self::default();
        for kept in articles {
            let mut passages = by_source.remove(&kept.source).unwrap_or_default();
            sort_by_key(&mut passages, |a| a.selectors.position.map_or(usize::MAX, |p| p.start));
            let start = shelf.passages.len();
            let said: HashMap<&str, _> = kept.said.iter().map(|said| (said.id.as_str(), said)).collect();
            for annotation in passages {
                let said = said.get(annotation.id.as_str());
                let speaker = said.and_then(|said| said.speaker.clone());
                let mut folded = fold(annotation.passage());
                for more in [annotation.note.as_str(), speaker.as_deref().unwrap_or_default()]
                    .into_iter()
                    .chain(annotation.tags.iter().map(String::as_str))
                {
                    folded.push('\n');
                    folded.push_str(&fold(more));
                }
                let kind = said.map(|said| said.kind).unwrap_or_default();
                shelf.passages.push(ShelvedPassage {
                    annotation,
                    article: shelf.articles.len(),
                    speaker,
                    kind,
                    folded,
                });
            }
            let passages = start..shelf.passages.len();
            let words = [Some(&kept.title), kept.site.as_ref(), kept.byline.as_ref()];
            let folded = fold(&words.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n"));
            shelf.articles.push(ShelvedArticle { kept, passages, folded });
        }
        shelf
    }

    /// The articles, those opened last first.
    #[must_use]
    pub fn articles(&self) -> &[ShelvedArticle] {
        &self.articles
    }

    /// The passages, article by article, in the order of each.
    #[must_use]
    pub fn passages(&self) -> &[ShelvedPassage] {
        &self.passages
    }

    /// The passages of an article.
    #[must_use]
    pub fn passages_of(&self, article: &ShelvedArticle) -> &[ShelvedPassage] {
        self.passages.get(article.passages.clone()).unwrap_or_default()
    }
}

/// Text as it is compared: lower-case, white space folded, quotation marks and apostrophes straight.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' => out.push('\''),
                '“' | '”' | '„' => out.push('"'),
                c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out
}
