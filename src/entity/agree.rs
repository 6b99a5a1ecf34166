//! One name, one kind: where a recogniser wavers, what it says most often holds.

use super::cluster;
use super::lexicon::{Lexicon, Marks};
use super::person::{self, Name};
use super::shorten::{abbreviates, initials};
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

/// What a company's name with its legal form counts for.
const LEGAL: usize = 3;

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
    let mut written: HashMap<&str, usize> = HashMap::new();
    let mut tallies: Vec<Tally> = Vec::new();
    let mut ids: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for mention in mentions.iter() {
        // dates and amounts stand behind the kinds of names
        let id = ((mention.kind as usize) < KINDS.len()).then(|| {
            let name = mention.span.str(text);
            if let Some(&known) = written.get(name) {
                return known;
            }
            let key = alias::key(EntityKind::Organization, name);
            let id = *keys.entry(key).or_insert_with(|| {
                tallies.push(Tally::default());
                tallies.len() - 1
            });
            written.insert(name, id);
            id
        });
        if let Some(slot) = id.and_then(|id| tallies.get_mut(id)).and_then(|t| t.0.get_mut(mention.kind as usize)) {
            // “Harlow Tide Inc.” is surely a company
            let legal = mention.kind == EntityKind::Organization && alias::is_company(mention.span.str(text));
            *slot += if legal { LEGAL } else { 1 };
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
    expand(&keys, &tallies, &mut decided);
    define(text, mentions, &ids, &mut decided);
    for (mention, id) in mentions.iter_mut().zip(&ids).filter(|(_, id)| id.is_some()) {
        if is_person(text, mention, &families) {
            mention.kind = EntityKind::Person;
            continue;
        }
        let Some(kind) = id.and_then(|id| decided.get(id)).copied().flatten() else { continue };
        if !stands(text, mention, kind, &families) {
            mention.kind = kind;
        }
    }
}

/// Whether a mention keeps its own kind against its name's: a person's name behind a title or in a person's full name, and a
/// place against a person's behind “in”.
fn stands(text: &str, mention: &Mention, kind: EntityKind, families: &HashMap<String, bool>) -> bool {
    let before = cluster::before(text, mention);
    match mention.kind {
        EntityKind::Person => {
            let bare = bare(mention.span.str(text));
            person::titled(before).is_some() || bare.is_some_and(|name| families.contains_key(&name))
        }
        EntityKind::Location if kind == EntityKind::Person => {
            let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            matches!(word, "in" | "In" | "near" | "across" | "outside" | "around" | "into" | "throughout")
        }
        _ => false,
    }
}

/// Whether the words around a name say that it is a person's, or a family's: “Ms. Washington”, “the Clintons”.
fn is_person(text: &str, mention: &Mention, families: &HashMap<String, bool>) -> bool {
    let before = cluster::before(text, mention).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().trim_end_matches('.');
    let name = mention.span.str(text);
    let family = || name.strip_suffix('s').is_some_and(|one| families.contains_key(&one.to_lowercase()));
    match word.to_ascii_lowercase().as_str() {
        "mr" | "mrs" | "ms" | "miss" => name.split_whitespace().count() < 4,
        "the" => family(),
        _ => false,
    }
}

/// The family that a name of one word may be, in lower case.
fn bare(name: &str) -> Option<String> {
    let name = Name::read(name);
    (!name.is_full()).then(|| name.last().to_owned())
}

/// The given and family names of persons named in full, and of each whether it is a family's that no other name of the article begins
/// with (“Ford Motor”).
fn families(text: &str, mentions: &[Mention], keys: &HashMap<String, usize>) -> HashMap<String, bool> {
    let mut out: HashMap<String, bool> = HashMap::new();
    for mention in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
        let name = Name::read(mention.span.str(text));
        if name.is_full() {
            out.entry(name.first().to_owned()).or_insert(false);
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

/// Gives an acronym the kind of the only long name that it may stand for.
fn expand(keys: &HashMap<String, usize>, tallies: &[Tally], decided: &mut [Option<EntityKind>]) {
    let personal = |id: usize| tallies.get(id).is_some_and(|t| t.of(EntityKind::Person) > 0);
    let mut longs: HashMap<String, Option<usize>> = HashMap::new();
    for (key, &id) in keys.iter().filter(|(key, _)| key.contains(' ')) {
        for letters in initials(key).into_iter().filter(|l| !personal(id) && l.chars().count() > 2) {
            longs.entry(letters).and_modify(|of| *of = of.filter(|&of| of == id)).or_insert(Some(id));
        }
    }
    for (short, &id) in keys.iter().filter(|(_, id)| !personal(**id)) {
        let long = longs.get(short).copied().flatten().and_then(|long| decided.get(long)).copied().flatten();
        if let (Some(kind), Some(slot)) = (long, decided.get_mut(id)) {
            *slot = Some(kind);
        }
    }
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
