//! Speakers' phrases to the clusters they mean: by name, by a known reference, or by who is being written about.

use crate::entity::{Cluster, EntityKind, Mention};
use crate::quote::attribute::rule::first_subject;
use crate::quote::clause::class::is_name;
use crate::quote::clause::frame::Frame;
use crate::quote::clause::phrase::{Head, Phrase};
use crate::quote::segment::layout::{Paragraph, Place};
use crate::text::Span;
use std::collections::HashMap;

/// Whom “he” or “she” may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

/// A person whom a sentence is about.
#[derive(Clone, Copy, Debug)]
struct Topic {
    at: usize,
    cluster: usize,
    paragraph: usize,
    place: Place,
}

/// Everybody in one article.
pub(crate) struct People<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    clusters: &'a [Cluster],
    /// Phrases known to mean a cluster, by place.
    references: Vec<(Span, usize)>,
    genders: Vec<Option<Gender>>,
    topics: Vec<Topic>,
    /// Words of people's descriptions; `None` for a word that describes several.
    nouns: HashMap<String, Option<usize>>,
}

/// Topics that a pronoun looks back over, at most.
const LOOK_BACK: usize = 6;

/// Paragraphs between a person's being written about and a pronoun that means them, at most.
const PARAGRAPHS: usize = 2;

impl<'a> People<'a> {
    /// Reads who is written about in `frames`. Linear in the mentions and the text.
    pub(crate) fn new(
        text: &'a str,
        mentions: &'a [Mention],
        clusters: &'a [Cluster],
        paragraphs: &[Paragraph],
        frames: &[Frame],
    ) -> Self {
        let mut references: Vec<(Span, usize)> = clusters
            .iter()
            .enumerate()
            .flat_map(|(c, cluster)| cluster.references.iter().map(move |&r| (r, c)))
            .collect();
        references.sort_by_key(|(span, _)| (span.start, span.end));
        let genders = clusters.iter().map(|c| gender(text, mentions, c)).collect();
        let mut people =
            Self { text, mentions, clusters, references, genders, topics: Vec::new(), nouns: nouns(clusters) };
        for frame in frames.iter().filter(|f| f.owner.is_none()) {
            let topic = first_subject(&frame.items, frame.items.len()).and_then(|phrase| {
                let cluster = people.named(&phrase)?;
                let place = paragraphs.get(frame.paragraph)?.place;
                Some(Topic { at: phrase.head.start, cluster, paragraph: frame.paragraph, place })
            });
            people.topics.extend(topic.filter(|t| people.is_person(t.cluster)));
        }
        people
    }

    /// The span to show for `phrase`: the name as recognised, or the phrase.
    pub(crate) fn shown(&self, phrase: &Phrase) -> Span {
        match phrase.kind {
            // “Roe and Calder”
            _ if phrase.joint => phrase.span,
            Head::Name => self.mention(phrase.head).map_or(phrase.head, |m| m.span),
            Head::Pronoun | Head::Noun => phrase.span,
        }
    }

    /// The cluster that `phrase`, in paragraph `paragraph` of `place`, means, and how sure that is (0 to 1).
    pub(crate) fn cluster(
        &self,
        phrase: &Phrase,
        paragraph: usize,
        place: Place,
        around: Span,
    ) -> Option<(usize, f32)> {
        let found = match phrase.kind {
            _ if phrase.joint => None,
            Head::Name => self.named(phrase).map(|c| (c, 1.0)),
            Head::Noun => self.referred(phrase.head).map(|c| (c, 0.95)).or_else(|| self.described(phrase)),
            Head::Pronoun => self
                .referred(phrase.head)
                .map(|c| (c, 0.95))
                .or_else(|| self.topic(phrase, paragraph, place).map(|c| (c, 0.85))),
        };
        // a comment means only whom it names itself
        found
            .filter(|&(c, _)| c < self.clusters.len())
            .filter(|&(c, _)| !matches!(place, Place::Comment(_)) || self.is_named_in(c, around))
    }

    /// The mention that `head` ends in.
    fn mention(&self, head: Span) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|m| m.span.start < head.end);
        let mention = self.mentions.get(behind.checked_sub(1)?)?;
        (mention.span.overlaps(head) && mention.span.end >= head.end && is_name(mention.kind)).then_some(mention)
    }

    fn named(&self, phrase: &Phrase) -> Option<usize> {
        (phrase.kind == Head::Name).then(|| self.mention(phrase.head).map(|m| m.cluster)).flatten()
    }

    fn referred(&self, head: Span) -> Option<usize> {
        let behind = self.references.partition_point(|(r, _)| r.start < head.end);
        let (span, cluster) = self.references.get(behind.checked_sub(1)?)?;
        span.overlaps(head).then_some(*cluster)
    }

    /// The one person whose description has the phrase's noun: “the minister” for “France's defense minister”.
    fn described(&self, phrase: &Phrase) -> Option<(usize, f32)> {
        let definite = phrase.span.str(self.text).get(..4).is_some_and(|t| t.eq_ignore_ascii_case("the "));
        let noun = phrase.head.str(self.text).to_lowercase();
        self.nouns.get(&noun).copied().flatten().filter(|_| definite).map(|c| (c, 0.85))
    }

    /// Whom “he” or “she” means: the person last written about whom it fits.
    fn topic(&self, phrase: &Phrase, paragraph: usize, place: Place) -> Option<usize> {
        let gender = match phrase.head.str(self.text).to_lowercase().as_str() {
            "she" => Gender::Female,
            "he" => Gender::Male,
            _ => return None,
        };
        let before = self.topics.partition_point(|t| t.at < phrase.head.start);
        let recent = self.topics.get(..before)?.iter().rev().take(LOOK_BACK);
        recent
            .take_while(|t| t.place == place && t.paragraph + PARAGRAPHS >= paragraph)
            .find(|t| self.genders.get(t.cluster).copied().flatten().is_none_or(|g| g == gender))
            .map(|t| t.cluster)
    }

    fn is_person(&self, cluster: usize) -> bool {
        self.clusters.get(cluster).is_some_and(|c| c.kind == EntityKind::Person)
    }

    fn is_named_in(&self, cluster: usize, around: Span) -> bool {
        let at = |m: &usize| self.mentions.get(*m).map_or(Span::default(), |m| m.span);
        self.clusters.get(cluster).is_some_and(|c| {
            let first = c.mentions.partition_point(|m| at(m).start < around.start);
            c.mentions.get(first).is_some_and(|m| around.covers(at(m)))
        })
    }
}

fn nouns(clusters: &[Cluster]) -> HashMap<String, Option<usize>> {
    let mut out: HashMap<String, Option<usize>> = HashMap::new();
    let people = clusters.iter().enumerate().filter(|(_, c)| c.kind == EntityKind::Person);
    for (index, cluster) in people {
        let words = cluster.description.as_deref().unwrap_or_default().to_lowercase();
        // “the board's chairwoman” and “director of the trust” are neither the board nor the trust
        let own =
            words.split_whitespace().take_while(|w| !matches!(*w, "of" | "for" | "at" | "in" | "on" | "with" | "from"));
        for word in own.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty()) {
            let owner = out.entry(word.to_owned()).or_insert(Some(index));
            if *owner != Some(index) {
                *owner = None;
            }
        }
    }
    out
}

/// What the pronouns that mean a person, or the title before the name, tell.
fn gender(text: &str, mentions: &[Mention], cluster: &Cluster) -> Option<Gender> {
    let by_pronoun = cluster.references.iter().find_map(|r| match r.str(text).to_lowercase().as_str() {
        "she" | "her" | "herself" => Some(Gender::Female),
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        _ => None,
    });
    by_pronoun.or_else(|| {
        cluster.mentions.iter().find_map(|&m| {
            let before = text.get(..mentions.get(m)?.span.start)?.trim_end().trim_end_matches('.');
            match before.rsplit(|c: char| !c.is_alphabetic()).next()? {
                "Mrs" | "Ms" | "Miss" | "Lady" | "Dame" | "Queen" => Some(Gender::Female),
                "Mr" | "Lord" | "Sir" | "King" => Some(Gender::Male),
                _ => None,
            }
        })
    })
}
