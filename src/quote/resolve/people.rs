//! Speakers' phrases to the clusters they mean: by name, by a known reference, or by who is being written about.

use crate::entity::{Cluster, ClusterId, EntityKind, Mention, MentionId, PersonName};
use crate::language::{GenderedWords, Language, Speakers, person};
use crate::order::sort_by_numbers;
use crate::quote::attribute::SentenceContext;
use crate::quote::clause::{Head, Phrase};
use crate::quote::input::{QuoteInput, is_name};
use crate::quote::segment::{Segments, Zone};
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
    cluster: ClusterId,
    paragraph: usize,
    zone: Zone,
}

/// Everybody in one article.
pub(crate) struct People<'a> {
    text: &'a str,
    language: &'static Language,
    comments: &'a [Span],
    mentions: &'a [Mention],
    clusters: &'a [Cluster],
    /// Phrases known to mean a cluster, by place.
    references: Vec<(Span, ClusterId)>,
    /// By cluster.
    genders: Vec<Option<Gender>>,
    topics: Vec<Topic>,
    /// Words of people's descriptions; `None` for a word that describes several.
    nouns: HashMap<String, Option<ClusterId>>,
}

/// Topics that a pronoun looks back over, at most.
const LOOK_BACK: usize = 6;

/// Names before a pronoun in its paragraph that are looked at, at most, and how many bytes before it.
const NAMES: usize = 12;
const NEAR: usize = 1_000;

/// Paragraphs between a person's being written about and a pronoun that means them, at most.
const PARAGRAPHS: usize = 2;

impl<'a> People<'a> {
    /// Reads who is written about in `sentences`. Linear in the mentions and the text.
    pub(crate) fn new(input: &QuoteInput<'a>, segments: &Segments, sentences: &[SentenceContext]) -> Self {
        let QuoteInput { comments, mentions, clusters, language, .. } = *input;
        let text = input.text();
        let mut references: Vec<(Span, ClusterId)> = clusters
            .iter()
            .enumerate()
            .flat_map(|(c, cluster)| cluster.references.iter().map(move |&r| (r, ClusterId::new(c))))
            .collect();
        sort_by_numbers(&mut references, |(span, _)| (span.start, span.end));
        let genders = clusters.iter().map(|c| gender(text, mentions, c, language)).collect();
        let nouns = nouns(clusters, language.speakers);
        let topics = Vec::new();
        let mut people = Self { text, language, comments, mentions, clusters, references, genders, topics, nouns };
        for sentence in sentences.iter().filter(|s| s.frame.owner.is_none()) {
            let paragraph = sentence.frame.paragraph;
            let Some(zone) = segments.zone(paragraph) else { continue };
            for phrase in sentence.subject.into_iter().chain(sentence.further_subjects()) {
                let Some(cluster) = people.named(&phrase).filter(|&c| people.is_person(c)) else { continue };
                let topic = Topic { at: phrase.head.start, cluster, paragraph, zone };
                if people.topics.last().is_none_or(|last| last.at < topic.at) {
                    people.topics.push(topic);
                }
            }
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

    /// The cluster that `phrase`, in paragraph `paragraph` of `zone`, means, and how sure that is (0 to 1).
    pub(crate) fn cluster(&self, phrase: &Phrase, paragraph: usize, zone: Zone) -> Option<(ClusterId, f32)> {
        let cluster = match phrase.kind {
            _ if phrase.joint => None,
            Head::Name => match self.named(phrase) {
                Some(named) if self.is_kind(named, EntityKind::Group) => {
                    let who =
                        if self.is_one_of_a_people(phrase) { self.last_topic(phrase, paragraph, zone) } else { None };
                    who.map(|c| (c, 0.8)).or(Some((named, 1.0)))
                }
                named => named.map(|c| (c, 1.0)),
            },
            Head::Noun => self.referred(phrase.head).map(|c| (c, 0.95)).or_else(|| self.described(phrase)),
            Head::Pronoun => self
                .referred(phrase.head)
                .map(|c| (c, 0.95))
                .or_else(|| self.only_one(phrase).map(|c| (c, 0.85)))
                .or_else(|| self.topic(phrase, paragraph, zone).map(|c| (c, 0.85))),
        };
        cluster.filter(|&(c, _)| c.of(self.clusters).is_some()).filter(|&(c, _)| match zone {
            // a comment means only whom it names itself
            Zone::Comment(index) => self.comments.get(index).is_some_and(|&comment| self.is_named_in(c, comment)),
            Zone::Title | Zone::Body => true,
        })
    }

    /// The mention that `head` ends in.
    fn mention(&self, head: Span) -> Option<&'a Mention> {
        let before = self.mentions.partition_point(|m| m.span.start < head.end);
        let mention = self.mentions.get(before.checked_sub(1)?)?;
        (mention.span.overlaps(head) && mention.span.end >= head.end && is_name(mention.kind)).then_some(mention)
    }

    fn named(&self, phrase: &Phrase) -> Option<ClusterId> {
        (phrase.kind == Head::Name).then(|| self.mention(phrase.head).map(|m| m.cluster)).flatten()
    }

    fn referred(&self, head: Span) -> Option<ClusterId> {
        let before = self.references.partition_point(|(r, _)| r.start < head.end);
        let (span, cluster) = self.references.get(before.checked_sub(1)?)?;
        span.overlaps(head).then_some(*cluster)
    }

    /// The one person whose description has the phrase's noun: “the minister” for “France's defense minister”.
    fn described(&self, phrase: &Phrase) -> Option<(ClusterId, f32)> {
        let first = phrase.span.str(self.text).split_once(' ').map(|(first, _)| first);
        let definite = first.is_some_and(|w| w.eq_ignore_ascii_case(self.language.speakers.definite_article));
        let noun = phrase.head.str(self.text).to_lowercase();
        self.nouns.get(&noun).copied().flatten().filter(|_| definite).map(|c| (c, 0.85))
    }

    /// Whom “he” or “she” means: the person last written about whom it fits.
    fn topic(&self, phrase: &Phrase, paragraph: usize, zone: Zone) -> Option<ClusterId> {
        let word = phrase.head.str(self.text).to_lowercase();
        let gender = gender_by(self.language.speakers, |words| words.subject == word)?;
        let before = self.topics.partition_point(|t| t.at < phrase.head.start);
        let recent = self.topics.get(..before)?.iter().rev().take(LOOK_BACK);
        let near = recent.take_while(|t| t.zone == zone && t.paragraph + PARAGRAPHS >= paragraph);
        let fitting = near.filter(|t| self.gender(t.cluster).is_none_or(|g| g == gender));
        let topic = fitting.max_by_key(|t| (t.paragraph, self.gender(t.cluster).is_some(), t.at));
        topic.map(|t| t.cluster)
    }

    fn gender(&self, cluster: ClusterId) -> Option<Gender> {
        self.genders.get(cluster.index()).copied().flatten()
    }

    /// The one person of that sex among those named last in the paragraph of a pronoun: “Ada Quill, who came to see her brother, Tam Quill”.
    fn only_one(&self, phrase: &Phrase) -> Option<ClusterId> {
        let word = phrase.head.str(self.text).to_lowercase();
        let gender = gender_by(self.language.speakers, |words| words.subject == word)?;
        let before = self.mentions.partition_point(|m| m.span.start < phrase.head.start);
        let near = self.mentions.get(before.saturating_sub(NAMES)..before)?.iter().rev();
        let here = near.take_while(|m| {
            let gap = Span::new(m.span.end.min(phrase.head.start), phrase.head.start);
            gap.len() <= NEAR && !gap.str(self.text).contains('\n')
        });
        let mut fitting = here.map(|m| m.cluster).filter(|&c| self.is_person(c) && self.gender(c) == Some(gender));
        let one = fitting.next()?;
        fitting.all(|other| other == one).then_some(one)
    }

    /// The person whom this paragraph, or else the one before, was about last.
    fn last_topic(&self, phrase: &Phrase, paragraph: usize, zone: Zone) -> Option<ClusterId> {
        let before = self.topics.partition_point(|t| t.at < phrase.head.start);
        let last = self.topics.get(before.checked_sub(1)?)?;
        (last.zone == zone && last.paragraph + 1 >= paragraph).then_some(last.cluster)
    }

    /// Whether the phrase, which is headed by the name of a people, means one of them: “the Spaniard”.
    fn is_one_of_a_people(&self, phrase: &Phrase) -> bool {
        let before = self.text.get(..phrase.head.start).unwrap_or_default().trim_end();
        let definite = before
            .rsplit(|c: char| !c.is_alphabetic())
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case(self.language.speakers.definite_article));
        let word = phrase.head.str(self.text).to_lowercase();
        definite && self.language.speakers.one_of_a_people.iter().any(|end| word.ends_with(end))
    }

    fn is_person(&self, cluster: ClusterId) -> bool {
        self.is_kind(cluster, EntityKind::Person)
    }

    fn is_kind(&self, cluster: ClusterId, kind: EntityKind) -> bool {
        cluster.of(self.clusters).is_some_and(|c| c.kind == kind)
    }

    fn is_named_in(&self, cluster: ClusterId, comment: Span) -> bool {
        let at = |m: &MentionId| m.of(self.mentions).map_or(Span::default(), |m| m.span);
        cluster.of(self.clusters).is_some_and(|c| {
            let first = c.mentions.partition_point(|m| at(m).start < comment.start);
            c.mentions.get(first).is_some_and(|m| comment.covers(at(m)))
        })
    }
}

/// The words of people's descriptions, and whom each describes; `None` for several.
fn nouns(clusters: &[Cluster], speakers: &Speakers) -> HashMap<String, Option<ClusterId>> {
    let mut out: HashMap<String, Option<ClusterId>> = HashMap::new();
    let people = clusters.iter().enumerate().filter(|(_, c)| c.kind == EntityKind::Person);
    for (index, cluster) in people {
        let id = ClusterId::new(index);
        let words = cluster.description.as_deref().unwrap_or_default().to_lowercase();
        // “the board's chairwoman” and “director of the trust” are neither the board nor the trust
        let own = words.split_whitespace().take_while(|w| !speakers.description_ends.contains(w));
        for word in own.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty()) {
            let owner = out.entry(word.to_owned()).or_insert(Some(id));
            if *owner != Some(id) {
                *owner = None;
            }
        }
    }
    out
}

/// What the pronouns that mean a person, the title before the name, or the given name say.
fn gender(text: &str, mentions: &[Mention], cluster: &Cluster, language: &Language) -> Option<Gender> {
    let speakers = language.speakers;
    let by_pronoun = cluster.references.iter().find_map(|r| {
        let word = r.str(text).to_lowercase();
        gender_by(speakers, |words| words.pronouns.contains(&word.as_str()))
    });
    // the word right before one of its names, which `mark` may follow
    let beside = |mark: char, fits: fn(&GenderedWords, &str) -> bool| {
        cluster.mentions.iter().find_map(|&m| {
            let before = text.get(..m.of(mentions)?.span.start)?.trim_end().trim_end_matches(mark);
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
            gender_by(speakers, |words| fits(words, word))
        })
    };
    let by_given_name = || match PersonName::new(&cluster.name, language).gender()? {
        person::Gender::Woman => Some(Gender::Female),
        person::Gender::Man => Some(Gender::Male),
    };
    by_pronoun
        .or_else(|| beside('.', |words, word| words.titles.contains(&word)))
        .or_else(by_given_name)
        // “her brother, Tam Roe”
        .or_else(|| beside(',', |words, word| words.nouns.contains(&word)))
}

/// The gender whose words `fit`.
fn gender_by(speakers: &Speakers, fit: impl Fn(&GenderedWords) -> bool) -> Option<Gender> {
    if fit(&speakers.female) { Some(Gender::Female) } else { fit(&speakers.male).then_some(Gender::Male) }
}
