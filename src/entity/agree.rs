//! One name, one kind: where a recogniser wavers, what it says most often holds.

use super::cluster;
use super::ids::{Ids, Index};
use super::lexicon::{Lexicon, Marks};
use super::person::{self, Name};
use super::shorten::{abbreviates, initials};
use super::{EntityKind, Mention, alias};

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

/// How many times as often as all others together a kind must be given to a name before it is given to every mention.
const CLEAR: usize = 2;

/// The same between an organisation and a place: a city and its team are both named in a report of a match. On news of 1996, half of it
/// sport, 2 takes more right kinds away than it gives, 5 does not.
const TEAM: usize = 5;

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
        KINDS.into_iter().find(|&kind| {
            let own = self.of(kind);
            let twin = match kind {
                EntityKind::Organization => self.of(EntityKind::Location),
                EntityKind::Location => self.of(EntityKind::Organization),
                _ => 0,
            };
            own >= CLEAR * (total - own) && own >= TEAM * twin
        })
    }
}

/// Gives mentions of one name one kind where the article is clear about it. Linear in the mentions.
pub(super) fn settle(text: &str, mentions: &mut [Mention]) {
    let (mut written, mut keys) = (Ids::default(), Ids::default());
    let mut names: Vec<String> = Vec::new();
    let mut key_of: Vec<usize> = Vec::new();
    let mut tallies: Vec<Tally> = Vec::new();
    let mut ids: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for mention in mentions.iter() {
        // dates and amounts stand behind the kinds of names
        let id = ((mention.kind as usize) < KINDS.len()).then(|| {
            let name = mention.span.str(text);
            let spelling = written.id(name);
            if let Some(&known) = key_of.get(spelling) {
                return known;
            }
            let key = alias::key(EntityKind::Organization, name);
            let id = keys.id(&key);
            if id == names.len() {
                names.push(key);
                tallies.push(Tally::default());
            }
            key_of.push(id);
            id
        });
        if let Some(slot) = id.and_then(|id| tallies.get_mut(id)).and_then(|t| t.0.get_mut(mention.kind as usize)) {
            // “Harlow Tide Inc.” is surely a company
            let legal = mention.kind == EntityKind::Organization && alias::is_company(mention.span.str(text));
            *slot += if legal { LEGAL } else { 1 };
        }
        ids.push(id);
    }
    let families = Families::read(text, mentions, &names);
    let mut decided: Vec<Option<EntityKind>> = tallies.iter().map(Tally::clear).collect();
    for (id, key) in names.iter().enumerate() {
        let known = Lexicon::get().word(key).any(Marks::PLACE.with(Marks::ORGANIZATION).with(Marks::PEOPLE));
        let strays: usize = tallies.get(id).map_or(0, |t| t.0.iter().skip(1).sum());
        if families.get(key) == Some(true)
            && !known
            && strays <= STRAYS
            && let Some(slot) = decided.get_mut(id)
        {
            *slot = Some(EntityKind::Person);
        }
    }
    whole(&names, &tallies, &keys, &families, &mut decided);
    expand(&names, &tallies, &mut decided);
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
fn stands(text: &str, mention: &Mention, kind: EntityKind, families: &Families) -> bool {
    let before = cluster::before(text, mention);
    match mention.kind {
        EntityKind::Person => {
            let bare = bare(mention.span.str(text));
            person::titled(before).is_some() || bare.is_some_and(|name| families.get(&name).is_some())
        }
        EntityKind::Location if kind == EntityKind::Person => {
            let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            matches!(word, "in" | "In" | "near" | "across" | "outside" | "around" | "into" | "throughout")
        }
        _ => false,
    }
}

/// Whether the words around a name say that it is a person's, or a family's: “Ms. Washington”, “the Clintons”.
fn is_person(text: &str, mention: &Mention, families: &Families) -> bool {
    let before = cluster::before(text, mention).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().trim_end_matches('.');
    let name = mention.span.str(text);
    let family = || name.strip_suffix('s').is_some_and(|one| families.get(&one.to_lowercase()).is_some());
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

/// The given and family names of persons named in full.
#[derive(Default)]
struct Families {
    ids: Ids,
    /// Of each whether it is a family's that no other name of the article begins with (“Ford Motor”).
    sole: Vec<bool>,
}

impl Families {
    fn read(text: &str, mentions: &[Mention], keys: &[String]) -> Self {
        let mut families = Self::default();
        let mut read = Ids::default();
        for mention in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
            let (name, before) = (mention.span.str(text), read.len());
            if read.id(name) < before {
                continue;
            }
            let name = Name::read(name);
            if name.is_full() {
                families.add(name.first(), false);
                families.add(name.last(), true);
            }
        }
        for key in keys {
            let first = key.split_once(' ').and_then(|(first, _)| families.ids.get(first));
            if let Some(sole) = first.and_then(|id| families.sole.get_mut(id)) {
                *sole = false;
            }
        }
        families
    }

    fn add(&mut self, name: &str, family: bool) {
        let id = self.ids.id(name);
        match self.sole.get_mut(id) {
            Some(sole) => *sole |= family,
            None => self.sole.push(family),
        }
    }

    fn get(&self, name: &str) -> Option<bool> {
        self.ids.get(name).and_then(|id| self.sole.get(id)).copied()
    }
}

/// Lets parts and wholes agree: “Orrin” alone is the company when no person is called so, and “Peter Lindqvist” is a person when
/// “Lindqvist” is.
fn whole(names: &[String], tallies: &[Tally], keys: &Ids, families: &Families, decided: &mut [Option<EntityKind>]) {
    let tally = |id: usize| tallies.get(id).copied().unwrap_or_default();
    for (id, name) in names.iter().enumerate() {
        let Some((first, rest)) = name.split_once(' ') else { continue };
        let organization = tally(id).clear() == Some(EntityKind::Organization);
        let last = rest.rsplit(' ').next().and_then(|last| keys.get(last));
        let given = Lexicon::get().word(first).any(Marks::GIVEN) && !rest.contains(' ');
        let person = last.is_some_and(|last| tally(last).clear() == Some(EntityKind::Person));
        let (part, kind) = match keys.get(first) {
            _ if given && person && tally(id).of(EntityKind::Person) == 0 => (id, EntityKind::Person),
            Some(part) if organization && families.get(first).is_none() => (part, EntityKind::Organization),
            _ => continue,
        };
        let strays = tally(part).of(EntityKind::Person);
        let fits = kind == EntityKind::Person || (1..=STRAYS).contains(&strays);
        if let Some(slot) = decided.get_mut(part).filter(|_| fits) {
            *slot = Some(kind);
        }
    }
}

/// Gives an acronym the kind of the only long name that it may stand for.
fn expand(names: &[String], tallies: &[Tally], decided: &mut [Option<EntityKind>]) {
    let personal = |id: usize| tallies.get(id).is_some_and(|t| t.of(EntityKind::Person) > 0);
    let mut longs = Index::default();
    for (id, name) in names.iter().enumerate().filter(|(id, name)| name.contains(' ') && !personal(*id)) {
        for letters in initials(name).into_iter().filter(|l| l.chars().count() > 2) {
            longs.add(&letters, id);
        }
    }
    for (id, short) in names.iter().enumerate().filter(|(id, _)| !personal(*id)) {
        let long = longs.only(short).and_then(|long| decided.get(long)).copied().flatten();
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
