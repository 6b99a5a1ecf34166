//! Which mentions name the same thing.

use super::lexicon::{Lexicon, Marks};
use super::person::{self, Gender, Name};
use super::{Cluster, EntityKind, Mention};
use std::collections::HashMap;

/// Names that differ in all but meaning; written for Postil. One thing a line.
const ALIASES: &[&[&str]] = &[
    &["united states", "us", "u.s.", "u.s", "usa", "u.s.a.", "united states of america", "america"],
    &["united kingdom", "uk", "u.k.", "britain", "great britain"],
    &["united nations", "un", "u.n."],
    &["european union", "eu", "e.u."],
    &["united arab emirates", "uae", "u.a.e."],
    &["islamic state", "is", "isis", "isil", "daesh", "islamic state group", "islamic state of iraq and syria"],
    &["soviet union", "ussr", "u.s.s.r."],
    &["czech republic", "czechia"],
    &["myanmar", "burma"],
    &["north korea", "dprk"],
    &["russia", "russian federation"],
    &["china", "people's republic of china"],
    &["iran", "islamic republic of iran"],
    &["syria", "syrian arab republic"],
    &["washington", "washington d.c.", "washington, d.c."],
    &["netherlands", "holland"],
    &["ivory coast", "cote d'ivoire", "côte d'ivoire"],
    &["federal reserve", "fed"],
    &["new york city", "nyc"],
    &["los angeles", "l.a.", "la"],
    &["democrat", "democratic"],
];

/// Words at the end of a company's name that say only its legal form.
const FORMS: &[&str] =
    &["inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "group", "gmbh", "ag", "nv", "sa"];

/// Puts `mentions` into clusters and sets the cluster of each. `article` holds the text they stand in.
pub(super) fn group(text: &str, mentions: &mut [Mention]) -> Vec<Cluster> {
    let mut labels: Vec<Option<usize>> = vec![None; mentions.len()];
    let mut next = 0;
    persons(text, mentions, &mut labels, &mut next);
    others(text, mentions, &mut labels, &mut next);

    // numbered by first mention
    let mut order: HashMap<usize, usize> = HashMap::new();
    let mut clusters: Vec<Cluster> = Vec::new();
    for (index, (mention, label)) in mentions.iter_mut().zip(&labels).enumerate() {
        let label = label.unwrap_or(usize::MAX - index);
        let id = *order.entry(label).or_insert_with(|| {
            clusters.push(Cluster {
                name: String::new(),
                kind: mention.kind,
                mentions: Vec::new(),
                references: Vec::new(),
                description: None,
            });
            clusters.len() - 1
        });
        mention.cluster = id;
        if let Some(cluster) = clusters.get_mut(id) {
            cluster.mentions.push(index);
        }
    }
    for cluster in &mut clusters {
        cluster.name = fullest(text, mentions, cluster);
    }
    clusters
}

/// The longest of a cluster's names, one that is not all capitals before one that is; white space folded.
fn fullest(text: &str, mentions: &[Mention], cluster: &Cluster) -> String {
    let names = cluster.mentions.iter().filter_map(|&i| mentions.get(i)).map(|m| m.span.str(text));
    let mut best: Option<((bool, usize), &str)> = None;
    for name in names {
        let cased = name.chars().any(char::is_lowercase);
        let rank = (cased, name.chars().count());
        if best.is_none_or(|(r, _)| rank > r) {
            best = Some((rank, name));
        }
    }
    best.map(|(_, name)| name.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

fn persons(text: &str, mentions: &[Mention], labels: &mut [Option<usize>], next: &mut usize) {
    // what is written alike behind the same title is one name
    let mut known: HashMap<(&str, Option<Gender>), usize> = HashMap::new();
    let mut names: Vec<Name> = Vec::new();
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person) {
        let before = text.get(..mention.span.start).unwrap_or_default();
        let from = before.char_indices().rev().nth(12).map_or(0, |(at, _)| at);
        let titled = person::titled(before.get(from..).unwrap_or_default());
        let name = mention.span.str(text);
        let id = *known.entry((name, titled)).or_insert_with(|| {
            names.push(Name::read(name).titled(titled));
            names.len() - 1
        });
        named.push((index, id));
    }
    let people = person::resolve(&names);
    for (index, id) in named {
        if let (Some(label), Some(who)) = (labels.get_mut(index), people.get(id)) {
            *label = Some(*next + who);
        }
    }
    *next += names.len();
}

/// Names that are no persons', and measures: equal keys, then acronyms and shortened names where only one fits.
fn others(text: &str, mentions: &[Mention], labels: &mut [Option<usize>], next: &mut usize) {
    let mut groups: HashMap<(EntityKind, String), usize> = HashMap::new();
    let mut keys: Vec<(EntityKind, String)> = Vec::new();
    let mut keyed: Vec<(usize, usize)> = Vec::new();
    let mut written: HashMap<(EntityKind, &str), usize> = HashMap::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind != EntityKind::Person) {
        let name = mention.value.as_deref().unwrap_or(mention.span.str(text));
        let known = written.get(&(mention.kind, name)).filter(|_| mention.value.is_none());
        let id = known.copied().unwrap_or_else(|| {
            let key = (mention.kind, key(mention.kind, name, mention.value.is_some()));
            *groups.entry(key.clone()).or_insert_with(|| {
                keys.push(key);
                keys.len() - 1
            })
        });
        if mention.value.is_none() {
            written.insert((mention.kind, name), id);
        }
        keyed.push((index, id));
    }
    let mut merged: Vec<usize> = (0..keys.len()).collect();
    shorten(&keys, &mut merged);
    for (index, id) in keyed {
        if let (Some(label), Some(&to)) = (labels.get_mut(index), merged.get(id)) {
            *label = Some(*next + to);
        }
    }
    *next += keys.len();
}

/// What makes two mentions of `kind` the same: their name, or their value.
fn key(kind: EntityKind, name: &str, is_value: bool) -> String {
    if is_value {
        return name.to_owned();
    }
    let lower = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'");
    match kind {
        EntityKind::Group => {
            let singular = lower.strip_suffix('s').filter(|s| Lexicon::get().word(s).any(Marks::PEOPLE));
            canonical(singular.unwrap_or(&lower)).to_owned()
        }
        EntityKind::Organization => {
            let mut words: Vec<&str> = lower.split(' ').map(|w| w.trim_end_matches(['.', ','])).collect();
            if lower.contains("u.") {
                return canonical(&lower).to_owned();
            }
            while words.len() > 1 && words.last().is_some_and(|w| FORMS.contains(w)) {
                words.pop();
            }
            canonical(&words.join(" ")).to_owned()
        }
        _ => canonical(&lower).to_owned(),
    }
}

fn canonical(name: &str) -> &str {
    ALIASES.iter().find(|set| set.contains(&name)).and_then(|set| set.first()).copied().unwrap_or(name)
}

/// Sends the acronym of one organisation's name, or its first or last words, to that organisation.
fn shorten(keys: &[(EntityKind, String)], merged: &mut [usize]) {
    let mut shorts: HashMap<String, Vec<usize>> = HashMap::new();
    let mut add = |short: String, id: usize| {
        let list = shorts.entry(short).or_default();
        if list.last() != Some(&id) {
            list.push(id);
        }
    };
    for (id, (kind, long)) in keys.iter().enumerate().filter(|(_, (kind, _))| is_shortened(*kind)) {
        let words: Vec<&str> = long.split([' ', '-']).filter(|w| !w.is_empty()).collect();
        if words.len() < 2 {
            continue;
        }
        let small = |w: &&&str| !matches!(**w, "of" | "the" | "and" | "for" | "&" | "on" | "in" | "de" | "la");
        let initials: String = words.iter().filter(small).filter_map(|w| w.chars().next()).collect();
        let all: String = words.iter().filter_map(|w| w.chars().next()).collect();
        for letters in [initials, all] {
            if letters.chars().count() >= 2 {
                let dotted: String = letters.chars().flat_map(|c| [c, '.']).collect();
                add(letters, id);
                add(dotted, id);
            }
        }
        if *kind == EntityKind::Organization {
            let words: Vec<&str> = long.split(' ').collect();
            for n in 1..words.len() {
                add(words.get(..n).unwrap_or_default().join(" "), id);
            }
        }
    }
    for (id, (kind, short)) in keys.iter().enumerate().filter(|(_, (kind, _))| is_shortened(*kind)) {
        let Some(longs) = shorts.get(short) else { continue };
        let same: Vec<usize> = longs.iter().copied().filter(|&l| keys.get(l).is_some_and(|k| k.0 == *kind)).collect();
        // a place or people at the head of a name is not short for it
        let word = Lexicon::get().word(short);
        let named = word.any(Marks::PLACE.with(Marks::PEOPLE)) || (word.any(Marks::WORD) && short.len() > 4);
        if let ([long], false) = (same.as_slice(), named)
            && let (Some(to), Some(slot)) = (merged.get(*long).copied(), merged.get_mut(id))
        {
            *slot = to;
        }
    }
    // a short name of a short name: follow once more
    for id in 0..merged.len() {
        let to = merged.get(id).and_then(|&m| merged.get(m)).copied();
        if let (Some(to), Some(slot)) = (to, merged.get_mut(id)) {
            *slot = to;
        }
    }
}

fn is_shortened(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Organization | EntityKind::Location | EntityKind::Event | EntityKind::Misc)
}
