//! Names, dates and amounts in an article, and which of them are the same thing.

mod agree;
mod alias;
mod amount;
mod around;
mod cluster;
mod date;
mod describe;
mod edges;
mod features;
mod form;
mod ids;
mod join;
mod kind;
mod known;
mod lexicon;
mod measure;
mod money;
mod number;
mod people;
mod person;
mod pronoun;
mod recognise;
mod reference;
mod shorten;
mod spread;
mod tokenized;
#[cfg(feature = "train")]
pub mod training;
mod word_cache;

pub(crate) use self::features::{FeatureExtractor, FeatureSet};

use crate::article::Article;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, agency, party, armed group, team.
    Organization,
    /// A country, city, region, river, building.
    Location,
    /// A nationality, religion or people (“Iraqi”, “Maronite”).
    Group,
    /// A named event.
    Event,
    /// A title of a book, film, law.
    Work,
    /// A name of none of these.
    Misc,
    /// A day, month, year or span of them.
    Date,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A measured amount.
    Quantity,
}

/// A name, date or amount at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where, in bytes; without a leading article, a title (“President”) or a possessive `'s`.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// Index of its [`Cluster`].
    pub cluster: usize,
    /// The normalised value, where there is one: an ISO date (`2019-02-08`, `2019-02`, `2019-W07`, `199X`, `2015/2016`; by
    /// ISO 8601-2 `2019-21` for its spring and `2019-33` for its first quarter) or time (`10:30`, `09:00Z`), `USD 62000000`, `12.5 %`,
    /// `40 km`.
    pub value: Option<String>,
}

/// All mentions of one thing in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// Its fullest name in the text.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions, indices in order.
    pub mentions: Vec<usize>,
    /// Common-noun phrases and pronouns that safely mean it (“the minister”, “she”), in bytes, in order.
    pub references: Vec<Span>,
    /// The first description that the text gives (“France's defense minister”).
    pub description: Option<String>,
    /// Its item in Wikidata (`Q142`), where its name is widely known and means one thing.
    pub wikidata: Option<String>,
}

/// Finds the mentions in `article`, in order and without overlap, and their clusters.
///
/// `reading` is of the sentences of every block and comment, in order.
#[must_use]
pub(crate) fn find(article: &Article, reading: &FeatureExtractor) -> (Vec<Mention>, Vec<Cluster>) {
    let text = article.text.as_str();
    let page = &reading.page;
    let today = article.metadata.published.as_deref().and_then(date::day);
    let measures = measure::find(page, today);
    let taken = measure::taken(page, &measures);
    let names = recognise::names(reading, &taken).into_iter();
    let names = names.filter_map(|(words, tag)| Some((page.span(&words)?, kind::refine(page, &words, tag), None)));
    let measures = measures.into_iter().filter_map(|m| Some((page.span(&m.words)?, m.kind, m.value)));
    let mut found: Vec<_> = names.chain(measures).collect();
    found.sort_by_key(|(span, ..)| (span.start, span.end));
    let mut mentions: Vec<Mention> = Vec::with_capacity(found.len());
    for (span, kind, value) in found {
        if mentions.last().is_none_or(|last| last.span.end <= span.start) {
            mentions.push(Mention { span, kind, cluster: 0, value });
        }
    }
    let mentions = spread::acronyms(text, page, edges::repair(text, mentions));
    let mut mentions = spread::family_names(text, page, mentions);
    agree::settle(text, &mut mentions);
    let mut clusters = cluster::group(text, &mut mentions);
    reference::find(article, page, &mentions, &mut clusters);
    (mentions, clusters)
}

#[cfg(test)]
mod tests;
