//! Mentions of things in an article, and which of them are the same thing.

use super::kind::EntityKind;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A name, date or amount at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where, in bytes; without a leading article, a title (“President”) or a possessive `'s`.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// Its [`Cluster`].
    pub cluster: ClusterId,
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
    /// Its mentions, in order.
    pub mentions: Vec<MentionId>,
    /// Common-noun phrases and pronouns that safely mean it (“the minister”, “she”), in bytes, in order.
    pub references: Vec<Span>,
    /// The first description that the text gives (“France's defense minister”).
    pub description: Option<String>,
    /// Its item in Wikidata (`Q142`), where its name is widely known and means one thing.
    pub wikidata: Option<String>,
}

/// The number of a [`Mention`]: its place among all of the article's, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MentionId(usize);

/// The number of a [`Cluster`]: its place among all of the article's, in order of first mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClusterId(usize);

impl MentionId {
    /// The number of the mention with this index.
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self(index)
    }

    /// Its index, where something stands beside every mention.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }

    /// The mention of this number.
    #[must_use]
    pub fn of(self, mentions: &[Mention]) -> Option<&Mention> {
        mentions.get(self.0)
    }
}

impl ClusterId {
    /// The number of the cluster with this index.
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self(index)
    }

    /// Its index, where something stands beside every cluster.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }

    /// The cluster of this number.
    #[must_use]
    pub fn of(self, clusters: &[Cluster]) -> Option<&Cluster> {
        clusters.get(self.0)
    }

    /// The cluster of this number, to be changed.
    pub fn of_mut(self, clusters: &mut [Cluster]) -> Option<&mut Cluster> {
        clusters.get_mut(self.0)
    }
}
