//! One name, one kind: where a recogniser wavers, what it says most often holds.

use super::families::Families;
use crate::entity::kind::EntityKind;
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::mention::Mention;
use crate::entity::name::{
    NameIndex, PersonName, abbreviates, defines, gender_of_title, initials, is_company, name_key, text_before,
    title_before,
};
use crate::language::Language;
use foldhash::HashMap;

/// The kinds of names; dates and amounts are never settled.
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
struct KindTally([usize; KINDS.len()]);

impl KindTally {
    fn add(&mut self, kind: EntityKind, count: usize) {
        let slot = KINDS.iter().position(|k| *k == kind).and_then(|at| self.0.get_mut(at));
        slot.into_iter().for_each(|slot| *slot += count);
    }

    fn count(&self, kind: EntityKind) -> usize {
        KINDS.into_iter().zip(self.0).find(|(k, _)| *k == kind).map_or(0, |(_, count)| count)
    }

    /// How often it is given any other kind than `kind`.
    fn others(&self, kind: EntityKind) -> usize {
        self.0.iter().sum::<usize>() - self.count(kind)
    }

    /// The kind that clearly holds.
    fn clear_kind(&self) -> Option<EntityKind> {
        KINDS.into_iter().find(|&kind| {
            let own = self.count(kind);
            let twin = match kind {
                EntityKind::Organization => self.count(EntityKind::Location),
                EntityKind::Location => self.count(EntityKind::Organization),
                _ => 0,
            };
            own >= CLEAR * self.others(kind) && own >= TEAM * twin
        })
    }
}

/// What an article names by one key.
struct Name {
    key: String,
    tally: KindTally,
    decided: Option<EntityKind>,
}

/// What an article names.
#[derive(Default)]
struct Names {
    all: Vec<Name>,
    by_key: HashMap<String, usize>,
    /// The name of each mention; none for dates and amounts.
    of_mentions: Vec<Option<usize>>,
}

impl Names {
    fn new(text: &str, mentions: &[Mention], language: &Language) -> Self {
        let mut names = Self::default();
        let mut by_spelling: HashMap<&str, usize> = HashMap::default();
        for mention in mentions {
            let index = mention.kind.is_name().then(|| {
                let name = mention.span.str(text);
                *by_spelling.entry(name).or_insert_with(|| names.index_of(name, language))
            });
            names.of_mentions.push(index);
            if let Some(name) = index.and_then(|index| names.all.get_mut(index)) {
                // “Harlow Tide Inc.” is surely a company
                let legal = mention.kind == EntityKind::Organization && is_company(mention.span.str(text), language);
                name.tally.add(mention.kind, if legal { LEGAL } else { 1 });
            }
        }
        names.all.iter_mut().for_each(|name| name.decided = name.tally.clear_kind());
        names
    }

    /// The index of `name`, a new one when it is new.
    fn index_of(&mut self, name: &str, language: &Language) -> usize {
        let key = name_key(EntityKind::Organization, name, language);
        if let Some(&known) = self.by_key.get(&key) {
            return known;
        }
        let index = self.all.len();
        self.by_key.insert(key.clone(), index);
        self.all.push(Name { key, tally: KindTally::default(), decided: None });
        index
    }

    fn by_key(&self, key: &str) -> Option<(usize, &Name)> {
        let &index = self.by_key.get(key)?;
        Some((index, self.all.get(index)?))
    }

    fn decided(&self, index: usize) -> Option<EntityKind> {
        self.all.get(index)?.decided
    }

    fn decide(&mut self, index: usize, kind: EntityKind) {
        self.all.get_mut(index).into_iter().for_each(|name| name.decided = Some(kind));
    }
}

/// Gives mentions of one name one kind where the article is clear about it. Linear in the mentions.
pub(crate) fn settle_kinds(text: &str, mentions: &mut [Mention], language: &Language) {
    let mut names = Names::new(text, mentions, language);
    let families = Families::new(text, mentions, names.all.iter().map(|n| n.key.as_str()), language);
    for name in &mut names.all {
        let named = LexicalClass::PLACE.with(LexicalClass::ORGANIZATION).with(LexicalClass::PEOPLE);
        if families.has_sole(&name.key)
            && name.tally.others(EntityKind::Person) <= STRAYS
            && !Lexicon::get().class_of(&name.key, language).any(named)
        {
            name.decided = Some(EntityKind::Person);
        }
    }
    decide_parts_and_wholes(&mut names, &families, language);
    decide_acronyms(&mut names, language);
    decide_defined(text, mentions, &mut names, language);
    for (mention, index) in mentions.iter_mut().zip(&names.of_mentions) {
        let Some(index) = *index else { continue };
        if is_person(text, mention, &families, language) {
            mention.kind = EntityKind::Person;
        } else if let Some(kind) = names.decided(index)
            && !keeps_kind(text, mention, kind, &families, language)
        {
            mention.kind = kind;
        }
    }
}

/// Whether a mention keeps its own kind against its name's: a person's name after a title or in a person's full name, and a
/// place against a person's after “in”.
fn keeps_kind(text: &str, mention: &Mention, kind: EntityKind, families: &Families, language: &Language) -> bool {
    let before = text_before(text, mention);
    match mention.kind {
        EntityKind::Person => {
            let name = PersonName::new(mention.span.str(text), language);
            gender_of_title(before, language).is_some() || !name.is_full() && families.has(name.last())
        }
        EntityKind::Location if kind == EntityKind::Person => {
            let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
            language.name.place_leads.contains(&word)
        }
        _ => false,
    }
}

/// Whether the words around a name say that it is a person's, or a family's: “Ms. Washington”, “the Clintons”.
fn is_person(text: &str, mention: &Mention, families: &Families, language: &Language) -> bool {
    let before = text_before(text, mention);
    let name = mention.span.str(text);
    let courtesy = |title: &str| language.person.courtesy_titles.iter().any(|t| title.eq_ignore_ascii_case(t));
    if title_before(before).is_some_and(courtesy) {
        return name.split_whitespace().count() < 4;
    }
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_ascii_lowercase();
    // “HOLT: I was there.”
    let shouted = name.chars().count() > 2 && name.chars().all(char::is_uppercase);
    if shouted && families.has_sole(&name_key(EntityKind::Person, name, language)) {
        return true;
    }
    let family = || language.inflection.singular(name).is_some_and(|one| families.has(&one.to_lowercase()));
    word == language.grammar.definite_article && family()
}

/// Lets parts and wholes agree: “Orrin” alone is the company when no person is called so, and “Peter Lindqvist” is a person when
/// “Lindqvist” is.
fn decide_parts_and_wholes(names: &mut Names, families: &Families, language: &Language) {
    let mut decisions = Vec::new();
    for (whole, name) in names.all.iter().enumerate() {
        let Some((first, rest)) = name.key.split_once(' ') else { continue };
        let organization = name.tally.clear_kind() == Some(EntityKind::Organization);
        let last = rest.rsplit(' ').next().and_then(|last| names.by_key(last));
        let given = Lexicon::get().class_of(first, language).any(LexicalClass::GIVEN) && !rest.contains(' ');
        let person = last.is_some_and(|(_, last)| last.tally.clear_kind() == Some(EntityKind::Person));
        if given && person && name.tally.count(EntityKind::Person) == 0 {
            decisions.push((whole, EntityKind::Person));
        } else if let Some((part, part_name)) = names.by_key(first)
            && organization
            && !families.has(first)
            && (1..=STRAYS).contains(&part_name.tally.count(EntityKind::Person))
        {
            decisions.push((part, EntityKind::Organization));
        }
    }
    decisions.into_iter().for_each(|(index, kind)| names.decide(index, kind));
}

/// Gives an acronym the kind of the only long name that it may stand for.
fn decide_acronyms(names: &mut Names, language: &Language) {
    let personal = |name: &Name| name.tally.count(EntityKind::Person) > 0;
    let mut longs = NameIndex::default();
    for (index, name) in names.all.iter().enumerate().filter(|(_, n)| n.key.contains(' ') && !personal(n)) {
        for letters in initials(&name.key, language).into_iter().filter(|l| l.chars().count() > 2) {
            longs.add(&letters, index);
        }
    }
    for short in 0..names.all.len() {
        let long = names.all.get(short).filter(|name| !personal(name)).and_then(|name| longs.only(&name.key));
        if let Some(kind) = long.and_then(|long| names.decided(long)) {
            names.decide(short, kind);
        }
    }
}

/// Gives an acronym the kind of the name that defines it: “Water and Marine Authority (WMA)”.
fn decide_defined(text: &str, mentions: &[Mention], names: &mut Names, language: &Language) {
    for (at, pair) in mentions.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let index = |at: usize| names.of_mentions.get(at).copied().flatten();
        let (Some(first), Some(second)) = (index(at), index(at + 1)) else { continue };
        if !defines(text, a, b, language) {
            continue;
        }
        let (first_name, second_name) = (a.span.str(text), b.span.str(text));
        let (long, short, kind) = if abbreviates(second_name, first_name, language) {
            (first, second, a.kind)
        } else if abbreviates(first_name, second_name, language) {
            (second, first, b.kind)
        } else {
            continue;
        };
        let kind = names.decided(long).unwrap_or(kind);
        if kind != EntityKind::Person {
            names.decide(short, kind);
        }
    }
}
