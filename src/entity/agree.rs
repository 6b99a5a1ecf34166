//! One name, one kind: where a recogniser wavers, what it says most often holds.

use super::cluster;
use super::lexicon::{Lexicon, Marks};
use super::person::{self, Name};
use super::shorten::abbreviates;
use super::{EntityKind, Mention, alias};
use std::collections::HashMap;

/// The kinds of names, which come first in [`EntityKind`]; dates and amounts are never settled.
const KINDS: [EntityKind; 7] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Location,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Misc,
];

/// How many times as often as all others together a kind must be given to a name before it is given to every mention:
/// a city and its team are both named in a report of a match.
const CLEAR: usize = 2;

/// A name that may be a family name is taken for one when it was tagged as anything else no more often than this.
const STRAYS: usize = 2;

/// How often a name is given each of [`KINDS`].
#[derive(Clone, Copy, Default)]
struct Tally([usize; KINDS.len()]);

impl Tally {
    fn of(&self, kind: EntityKind) -> usize {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }

    /// The kind that clearly holds.
    fn clear(&self) -> Option<EntityKind> {
        let total: usize = self.0.iter().sum();
        KINDS.into_iter().find(|&kind| self.of(kind) >= CLEAR * (total - self.of(kind)))
    }
}

/// Gives mentions of one name one kind where the article is clear about it. Linear in the mentions.
pub(super) fn settle(text: &str, mentions: &mut [Mention]) {
    let mut keys: HashMap<String, usize> = HashMap::new();
    let mut tallies: Vec<Tally> = Vec::new();
    let mut ids: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for mention in mentions.iter() {
        // dates and amounts stand behind the kinds of names
        let id = ((mention.kind as usize) < KINDS.len()).then(|| {
            let key = alias::key(EntityKind::Organization, mention.span.str(text));
            *keys.entry(key).or_insert_with(|| {
                tallies.push(Tally::default());
                tallies.len() - 1
            })
        });
        if let Some(slot) = id.and_then(|id| tallies.get_mut(id)).and_then(|t| t.0.get_mut(mention.kind as usize)) {
            *slot += 1;
        }
        ids.push(id);
    }
    let families = families(text, mentions, &keys);
    let mut decided: Vec<Option<EntityKind>> = tallies.iter().map(Tally::clear).collect();
    for (key, &id) in &keys {
        let known = Lexicon::get().word(key).any(Marks::PLACE.with(Marks::ORGANIZATION).with(Marks::PEOPLE));
        let strays: usize = tallies.get(id).map_or(0, |t| t.0.iter().skip(1).sum());
        if families.get(key) == Some(&true)
            && !known
            && strays <= STRAYS
            && let Some(slot) = decided.get_mut(id)
        {
            *slot = Some(EntityKind::Person);
        }
    }
    define(text, mentions, &ids, &mut decided);
    for (mention, id) in mentions.iter_mut().zip(&ids) {
        let Some(kind) = id.and_then(|id| decided.get(id)).copied().flatten() else { continue };
        let person = mention.kind == EntityKind::Person
            && (person::titled(cluster::before(text, mention)).is_some()
                || families.contains_key(&family(mention.span.str(text))));
        if !person {
            mention.kind = kind;
        }
    }
}

/// The name of a person's family.
fn family(name: &str) -> String {
    Name::read(name).last().to_owned()
}

/// The family names of persons named in full, and of each whether no other name of the article begins with it (“Ford Motor”).
fn families(text: &str, mentions: &[Mention], keys: &HashMap<String, usize>) -> HashMap<String, bool> {
    let mut out: HashMap<String, bool> = HashMap::new();
    for mention in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
        let name = Name::read(mention.span.str(text));
        if name.is_full() {
            out.insert(name.last().to_owned(), true);
        }
    }
    for key in keys.keys() {
        if let Some((first, _)) = key.split_once(' ')
            && let Some(only) = out.get_mut(first)
        {
            *only = false;
        }
    }
    out
}

/// Gives an acronym the kind of the name that defines it: “Water and Marine Authority (WMA)”.
fn define(text: &str, mentions: &[Mention], ids: &[Option<usize>], decided: &mut [Option<EntityKind>]) {
    for (pair, ids) in mentions.windows(2).zip(ids.windows(2)) {
        let ([a, b], [Some(first), Some(second)]) = (pair, ids) else { continue };
        let (first_name, second_name) = (a.span.str(text), b.span.str(text));
        if !cluster::defines(text, a, b) {
            continue;
        }
        let (long, short, kind) = if abbreviates(second_name, first_name) {
            (*first, *second, a.kind)
        } else if abbreviates(first_name, second_name) {
            (*second, *first, b.kind)
        } else {
            continue;
        };
        let kind = decided.get(long).copied().flatten().unwrap_or(kind);
        if let Some(slot) = decided.get_mut(short).filter(|_| kind != EntityKind::Person) {
            *slot = Some(kind);
        }
    }
}
