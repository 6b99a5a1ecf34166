//! What the reader sets right, worked into what was found: what a name is, and who speaks.

use crate::entity::{Cluster, ClusterId, EntityKind, Mention, MentionId};
use crate::order::sort_by_numbers;
use crate::quote::{Quote, QuoteKind, Speaker};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What the reader says about the passage of an [`Annotation`](super::Annotation).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// The passage is a name of this kind, here and everywhere in the article; `None`: it is no name.
    Kind(Option<EntityKind>),
    /// The passage is quoted of this speaker; `None`: of nobody in particular.
    Speaker(Option<String>),
}

/// Works corrections, each with the place of its passage, into what was found in `text`; later ones hold over earlier ones.
///
/// What is of one cluster stays one name: setting the kind of one mention sets that of all. A passage that was no name becomes
/// one wherever its words stand by themselves. Mentions stay in order and do not overlap; a cluster keeps its index, and one that
/// is no name any more has no mentions.
///
/// A speaker is looked up among the clusters by name; one who is not named in the article gets a cluster without mentions, and
/// an empty span for the words beside the quote.
pub fn correct(
    text: &str,
    corrections: &[(Span, &Correction)],
    mentions: &mut Vec<Mention>,
    clusters: &mut Vec<Cluster>,
    quotes: &mut [Quote],
) {
    let mut named = Vec::new();
    for &(place, correction) in corrections {
        if let Correction::Kind(kind) = *correction {
            named.extend(set_kind(text, place, kind, mentions, clusters));
        }
    }
    for cluster in clusters.iter_mut() {
        cluster.mentions.clear();
    }
    for (index, mention) in mentions.iter().enumerate() {
        if let Some(cluster) = mention.cluster.of_mut(clusters) {
            cluster.mentions.push(MentionId::new(index));
        }
    }
    for quote in quotes.iter_mut() {
        follow_names(quote, &named, mentions, clusters);
    }
    for &(place, correction) in corrections {
        if let Correction::Speaker(name) = correction
            && let Some(quote) = quote_at(quotes, place).and_then(|q| quotes.get_mut(q))
        {
            set_speaker(text, quote, name.as_deref(), mentions, clusters);
        }
    }
}

/// The quote that a correction at `place` is about: the one there, or one that shares most of it when the marks moved.
#[must_use]
pub fn quote_at(quotes: &[Quote], place: Span) -> Option<usize> {
    let first = quotes.partition_point(|q| q.span.start < place.start);
    let after = quotes.partition_point(|q| q.span.start < place.end);
    // quotes overlap only by nesting: of those that start before, only the last and those around it can reach here
    let around = std::iter::successors(first.checked_sub(1), |&q| quotes.get(q)?.inside.filter(|&outer| outer < q));
    let shared = |quote: &Quote| quote.span.intersect(place).map_or(0, Span::len);
    let (index, quote) =
        around.chain(first..after).filter_map(|q| Some((q, quotes.get(q)?))).max_by_key(|(_, q)| {
            // of quotes one inside the other, the one that is no longer than the passage
            (shared(q), usize::MAX - q.span.len())
        })?;
    (2 * shared(quote) > quote.span.len().max(place.len())).then_some(index)
}

/// The mention whose words are those at `place`.
#[must_use]
pub fn mention_at(mentions: &[Mention], place: Span) -> Option<MentionId> {
    let index = mentions.partition_point(|m| m.span.start < place.start);
    mentions.get(index).filter(|m| m.span == place).map(|_| MentionId::new(index))
}

/// Sets what the name at `place` is; gives its cluster when it is one.
fn set_kind(
    text: &str,
    place: Span,
    kind: Option<EntityKind>,
    mentions: &mut Vec<Mention>,
    clusters: &mut Vec<Cluster>,
) -> Option<ClusterId> {
    let known = mention_at(mentions, place).and_then(|m| m.of(mentions)).map(|m| m.cluster);
    let Some(kind) = kind else {
        mentions.retain(|m| Some(m.cluster) != known);
        return None;
    };
    let cluster = match known {
        Some(cluster) => cluster,
        None => add_name(text, place, kind, mentions, clusters)?,
    };
    for mention in mentions.iter_mut().filter(|m| m.cluster == cluster && m.kind != kind) {
        mention.kind = kind;
        mention.value = None; // a day is not a person's
    }
    if let Some(cluster) = cluster.of_mut(clusters).filter(|c| c.kind != kind) {
        cluster.kind = kind;
        cluster.wikidata = None; // the item is one of the other kind
    }
    Some(cluster)
}

/// Makes the words at `place` a name wherever they stand by themselves, in the cluster that has them already or in a new one.
fn add_name(
    text: &str,
    place: Span,
    kind: EntityKind,
    mentions: &mut Vec<Mention>,
    clusters: &mut Vec<Cluster>,
) -> Option<ClusterId> {
    let words = place.of(text).filter(|w| w.contains(char::is_alphanumeric))?;
    let next = ClusterId::new(clusters.len());
    let cluster = mentions.iter().find(|m| m.span.str(text) == words).map_or(next, |m| m.cluster);
    if cluster == next {
        let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
        clusters.push(Cluster {
            name,
            kind,
            mentions: Vec::new(),
            references: Vec::new(),
            description: None,
            wikidata: None,
        });
    }
    let is_part = |c: char| c.is_alphanumeric();
    let mut found = Vec::new();
    for (start, _) in text.match_indices(words) {
        let span = Span::new(start, start + words.len());
        let alone = !text.get(..start).is_some_and(|t| t.ends_with(is_part))
            && !text.get(span.end..).is_some_and(|t| t.starts_with(is_part));
        let first = mentions.partition_point(|m| m.span.end <= span.start);
        let others = mentions.get(first..).unwrap_or_default().iter().take_while(|m| m.span.start < span.end);
        // part of a longer name is not this one, but where the reader says so
        if span == place || alone && others.into_iter().all(|m| span.covers(m.span)) {
            found.push(span);
        }
    }
    mentions.retain(|m| {
        let next = found.partition_point(|f| f.end <= m.span.start);
        found.get(next).is_none_or(|f| !f.overlaps(m.span))
    });
    mentions.extend(found.into_iter().map(|span| Mention { span, kind, cluster, value: None }));
    sort_by_numbers(mentions, |m| (m.span.start, m.span.end));
    Some(cluster)
}

/// Lets a quote's speaker follow the names: whoever is no name any more is known by the words beside the quote alone, and words
/// that now hold one of the clusters `named` mean it.
fn follow_names(quote: &mut Quote, named: &[ClusterId], mentions: &[Mention], clusters: &[Cluster]) {
    let Some(speaker) = &mut quote.speaker else { return };
    if speaker.cluster.and_then(|c| c.of(clusters)).is_some_and(|c| !c.mentions.is_empty()) {
        return;
    }
    let first = mentions.partition_point(|m| m.span.end <= speaker.span.start);
    let inside = mentions.get(first).filter(|m| m.span.overlaps(speaker.span) && named.contains(&m.cluster));
    speaker.cluster = inside.map(|m| m.cluster);
}

fn set_speaker(text: &str, quote: &mut Quote, name: Option<&str>, mentions: &[Mention], clusters: &mut Vec<Cluster>) {
    quote.confidence = 1.0;
    let Some(name) = name else {
        quote.speaker = None;
        return;
    };
    if quote.kind == QuoteKind::Marked {
        quote.kind = QuoteKind::Mixed; // somebody says them after all
    }
    let wanted = folded(name);
    let by_name = clusters.iter().position(|c| folded(&c.name) == wanted).map(ClusterId::new);
    let by_words = || mentions.iter().find(|m| folded(m.span.str(text)) == wanted).map(|m| m.cluster);
    let id = by_name.or_else(by_words).unwrap_or_else(|| {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let (mentions, references) = (Vec::new(), Vec::new());
        clusters.push(Cluster {
            name,
            kind: EntityKind::Person,
            mentions,
            references,
            description: None,
            wikidata: None,
        });
        ClusterId::new(clusters.len() - 1)
    });
    let span = id.of(clusters).and_then(|cluster| {
        let spans = cluster.mentions.iter().filter_map(|&m| m.of(mentions)).map(|m| m.span);
        spans.filter(|s| !quote.span.overlaps(*s)).min_by_key(|s| quote.span.start.abs_diff(s.start))
    });
    let span = span.unwrap_or(Span::new(quote.span.start, quote.span.start));
    quote.speaker = Some(Speaker { span, cluster: Some(id) });
}

/// A name as it is compared: white space and case do not count.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests;
