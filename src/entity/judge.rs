//! What a candidate names: evidence from its words, from its neighbours, and from the article's other mentions.

use super::EntityKind;
use super::context::around;
use super::lexicon::Marks;
use super::page::{Page, Shape};
use super::run::{Candidate, phrase};
use std::collections::HashMap;

/// The kinds of names, in the order of [`Scores`].
pub(super) const KINDS: [EntityKind; 7] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Location,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Misc,
];

/// Most points that all neighbours together may give a kind.
const CONTEXT: f32 = 5.0;

/// Points below which a single common word with a capital is no name.
const COMMON: f32 = 2.5;

/// Evidence for each kind; points are roughly log-odds in halves of a nat, set by hand on news text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scores([f32; 7]);

impl Scores {
    pub(super) fn add(&mut self, kind: EntityKind, points: f32) {
        // the kinds of names come first in `EntityKind`, in the order of `KINDS`
        if let Some(slot) = self.0.get_mut(kind as usize) {
            *slot += points;
        }
    }

    fn plus(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a += b);
    }

    fn scale(&mut self, by: f32) {
        self.0.iter_mut().for_each(|s| *s *= by);
    }

    /// The kind with most points, and the points.
    fn best(&self) -> (EntityKind, f32) {
        let zipped = KINDS.iter().zip(self.0);
        zipped.fold((EntityKind::Misc, f32::MIN), |best, (&k, s)| if s > best.1 { (k, s) } else { best })
    }
}

use EntityKind::{Event, Group, Location, Misc, Organization, Person, Work};

/// Decides the kind of every candidate; `None` for one that is no name.
pub(super) fn kinds(page: &Page, candidates: &[Candidate]) -> Vec<Option<EntityKind>> {
    let (names, of) = names(page, candidates);
    // a mention's words say the same each time; its neighbours add up over the article
    let beside: Vec<Scores> = candidates.iter().map(|c| around(page, c)).collect();
    let mut votes = vec![(Scores::default(), 0.0f32); names.len()];
    for (scores, &name) in beside.iter().zip(&of) {
        if let Some(vote) = votes.get_mut(name) {
            vote.0.plus(scores);
            vote.1 += 1.0;
        }
    }
    let mut scores: Vec<Scores> = Vec::with_capacity(names.len());
    for (name, (mut context, count)) in names.iter().zip(votes) {
        let mut total = within(page, name.first);
        // two like mentions count double, ten no more than four times, and none overrules the lexicon
        context.scale(count.min(4.0) / count.max(1.0));
        context.0.iter_mut().for_each(|c| *c = c.clamp(-CONTEXT, CONTEXT));
        total.plus(&context);
        scores.push(total);
    }
    share(page, candidates, &names, &of, &mut scores);
    candidates
        .iter()
        .zip(&of)
        .zip(&beside)
        .map(|((candidate, &name), beside)| {
            let (kind, points) = scores.get(name)?.best();
            let doubtful = candidate.doubtful && (points < 2.5 || beside.best().1 <= 0.5);
            let common = candidate.words.len() == 1 && points < COMMON && is_common(page, candidate.words.start);
            (!doubtful && !common).then_some(kind)
        })
        .collect()
}

/// A name by its words, wherever it stands.
struct Known<'c> {
    /// The ids of its words.
    key: Vec<usize>,
    /// Where it stands first.
    first: &'c Candidate,
}

/// The different names among `candidates`, in order, and which of them each candidate is.
fn names<'c>(page: &Page, candidates: &'c [Candidate]) -> (Vec<Known<'c>>, Vec<usize>) {
    let mut ids: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut names: Vec<Known> = Vec::new();
    let mut of = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let key = key(page, candidate);
        let id = match ids.get(&key) {
            Some(&id) => id,
            None => {
                names.push(Known { key: key.clone(), first: candidate });
                ids.insert(key, names.len() - 1);
                names.len() - 1
            }
        };
        of.push(id);
    }
    (names, of)
}

/// Whether the word at `at` is a common one that happens to have a capital.
fn is_common(page: &Page, at: usize) -> bool {
    page.word(at).is_some_and(|w| w.is(Marks::WORD) && !w.is(Marks::NAMED) && w.shape != Shape::Upper)
}

/// The ids of a candidate's words.
pub(super) fn key(page: &Page, candidate: &Candidate) -> Vec<usize> {
    candidate.words.clone().filter_map(|i| page.word(i)).map(|w| w.id).collect()
}

/// Lets the parts of long names speak for short ones: a family name for its person, a first word for its company,
/// a definition in brackets for its acronym.
fn share(page: &Page, candidates: &[Candidate], names: &[Known], of: &[usize], scores: &mut [Scores]) {
    let mut gifts: Vec<(&[usize], EntityKind, f32)> = Vec::new();
    for (name, scores) in names.iter().zip(scores.iter()) {
        let (kind, points) = scores.best();
        if let ([first, .., last], true) = (name.key.as_slice(), points >= 2.0) {
            match kind {
                Person => {
                    gifts.push((std::slice::from_ref(last), Person, 5.0));
                    gifts.push((std::slice::from_ref(first), Person, 1.5));
                }
                Organization => {
                    gifts.extend((1..name.key.len()).filter_map(|n| Some((name.key.get(..n)?, Organization, 2.0))));
                }
                _ => {}
            }
        }
    }
    let mut defined: Vec<([usize; 1], EntityKind)> = Vec::new();
    for (candidate, &name) in candidates.iter().zip(of) {
        let end = candidate.words.end;
        if page.lower(end) == "("
            && page.lower(end + 2) == ")"
            && candidate.words.len() > 1
            && let Some(short) = page.word(end + 1).filter(|w| w.shape == Shape::Upper)
            && let Some((kind, _)) = scores.get(name).map(Scores::best)
        {
            defined.push(([short.id], if kind == Person { Organization } else { kind }));
        }
    }
    gifts.extend(defined.iter().map(|(key, kind)| (key.as_slice(), *kind, 6.0)));
    // the largest gift of a kind to a name is the one that counts
    gifts.sort_unstable_by(|a, b| a.0.cmp(b.0).then((a.1 as u8).cmp(&(b.1 as u8))).then(b.2.total_cmp(&a.2)));
    gifts.dedup_by(|a, b| a.0 == b.0 && a.1 == b.1);
    for (score, name) in scores.iter_mut().zip(names) {
        let from = gifts.partition_point(|g| g.0 < name.key.as_slice());
        let own = gifts.get(from..).unwrap_or_default().iter().take_while(|g| g.0 == name.key);
        own.for_each(|&(_, kind, points)| score.add(kind, points));
    }
}

/// Evidence in the candidate's own words.
fn within(page: &Page, candidate: &Candidate) -> Scores {
    let mut s = Scores::default();
    let (start, end) = (candidate.words.start, candidate.words.end);
    let count = end - start;
    // “World War II” is headed by “War”
    let numbered = count > 2 && matches!(page.lower(end - 1), "i" | "ii" | "iii" | "iv" | "v" | "vi");
    let head = end - 1 - usize::from(numbered);
    let (Some(first), Some(last)) = (page.word(start), page.word(head)) else { return s };
    let whole = match phrase(page, start, end) {
        Some((n, marks)) if n == count => marks,
        _ if count == 1 => first.marks,
        _ => Marks::default(),
    };
    s.add(Person, if count == 1 { 0.6 } else { 1.2 });
    s.add(Organization, if count > 2 { 0.9 } else { 0.6 });
    s.add(Location, if count == 1 { 0.5 } else { 0.2 });
    s.add(Misc, 0.4);
    for (marks, kind, points) in [
        (Marks::COUNTRY, Location, 6.0),
        (Marks::REGION, Location, 5.0),
        (Marks::CITY, Location, 4.5),
        (Marks::PEOPLE, Group, 6.5),
        (Marks::ORGANIZATION, Organization, 5.5),
    ] {
        if whole.any(marks) {
            s.add(kind, points);
        }
    }
    if count == 1 {
        one_word(page, start, &mut s);
        return s;
    }
    let plain = (start..end).all(|i| page.is(i, Marks::WORD.with(Marks::FUNCTION)));
    if last.is(Marks::ORG_HEAD) {
        s.add(Organization, 4.5);
    }
    if last.is(Marks::PLACE_HEAD) {
        s.add(Location, 4.0);
    }
    if last.is(Marks::EVENT_HEAD) {
        s.add(Event, 5.0);
    }
    if last.is(Marks::WORK_HEAD) {
        s.add(Work, 4.0);
    }
    let of = (start + 1..end).find(|&i| matches!(page.lower(i), "of" | "for" | "on"));
    if let Some(head) = of.map(|i| i - 1) {
        for (marks, kind, points) in [
            (Marks::ORG_OPENER, Organization, 6.0),
            (Marks::ORG_HEAD, Organization, 2.0),
            (Marks::PLACE_OPENER.with(Marks::PLACE_HEAD), Location, 3.5),
            (Marks::EVENT_HEAD, Event, 4.0),
            (Marks::WORK_HEAD, Work, 4.0),
        ] {
            if page.is(head, marks) {
                s.add(kind, points);
            }
        }
    } else {
        if !whole.any(Marks::PLACE.with(Marks::PEOPLE).with(Marks::ORGANIZATION)) {
            person_like(page, candidate, &mut s);
        }
    }
    if first.is(Marks::PLACE_OPENER) && of.is_none() {
        s.add(Location, 2.5);
    }
    if first.is(Marks::PLACE.with(Marks::PEOPLE)) && !first.is(Marks::GIVEN) {
        s.add(Organization, 1.5);
        s.add(Person, -1.5);
    }
    if (start..end).any(|i| matches!(page.lower(i), "&" | "+")) {
        s.add(Organization, 4.0);
    }
    if plain {
        s.add(Organization, 1.5);
        s.add(Misc, 1.0);
        s.add(Person, -1.0);
    }
    s
}

fn one_word(page: &Page, at: usize, s: &mut Scores) {
    let Some(word) = page.word(at) else { return };
    let lower = page.lower(at);
    if word.is(Marks::GIVEN) {
        s.add(Person, 2.5);
    }
    if word.is(Marks::SURNAME) {
        s.add(Person, 2.0);
    }
    if word.shape == Shape::Upper && !word.is(Marks::NAMED) {
        // a long word in capitals is more often the place at the head of a report than an acronym
        let short = word.text.chars().count() <= 5;
        s.add(Organization, if short { 3.0 } else { 1.0 });
        s.add(Location, if short { 0.0 } else { 1.0 });
    }
    if word.shape == Shape::Mixed && !word.text.contains('-') {
        s.add(Misc, 1.0);
        s.add(Organization, 1.0);
    }
    if word.is(Marks::ORG_HEAD.with(Marks::ORG_OPENER)) {
        s.add(Organization, 1.5);
    }
    let ends = |list: &[&str]| list.iter().any(|e| lower.len() > e.len() + 2 && lower.ends_with(e));
    if ends(&["land", "ville", "burg", "burgh", "stan", "shire", "grad", "abad", "pur", "ia", "polis"]) {
        s.add(Location, 1.0);
    }
    if ends(&["ese", "ians", "ian", "ists", "ist", "ism", "ites", "ish"]) && !word.is(Marks::NAMED) {
        s.add(Group, 2.0);
    }
    if ends(&["corp", "soft", "tech", "bank", "com", "tel", "net", "air"]) {
        s.add(Organization, 1.5);
    }
    if word.is(Marks::WORD) && !word.is(Marks::NAMED) {
        s.add(Person, -0.8);
        s.add(Organization, 0.5);
        s.add(Misc, 0.6);
    }
    surname_like(lower, s);
}

fn surname_like(lower: &str, s: &mut Scores) {
    let ends = [
        "ov", "ova", "ev", "eva", "ski", "sky", "ska", "sen", "sson", "ić", "vic", "vich", "ez", "enko", "yan", "wicz",
        "ini", "elli",
    ];
    if lower.len() > 4 && ends.iter().any(|e| lower.ends_with(e)) {
        s.add(Person, 1.0);
    }
    if (lower.starts_with("mc") || lower.starts_with("o'") || lower.starts_with("o’")) && lower.len() > 4 {
        s.add(Person, 1.5);
    }
}

/// Evidence that several words are a person's name: given name, initials, particles, endings.
fn person_like(page: &Page, candidate: &Candidate, s: &mut Scores) {
    let (start, end) = (candidate.words.start, candidate.words.end);
    let words = end - start;
    let Some(first) = page.word(start) else { return };
    let given = first.is(Marks::GIVEN) || first.text.split('-').next().is_some_and(|w| is_given(w) && w != first.text);
    if given && words <= 6 {
        s.add(Person, if first.is(Marks::WORD.with(Marks::CITY)) { 3.0 } else { 4.5 });
    }
    if page.is(end - 1, Marks::SURNAME) {
        s.add(Person, 1.5);
    }
    let initial = |i: usize| page.word(i).is_some_and(|w| w.shape == Shape::Initial && !w.is(Marks::NAMED));
    if (start..end - 1).any(initial) {
        s.add(Person, 3.0);
    }
    if (start + 1..end - 1).any(|i| page.is(i, Marks::PARTICLE) && !page.is(i, Marks::FUNCTION)) {
        s.add(Person, 1.5);
    }
    if matches!(page.lower(end - 1), "jr" | "sr" | "ii" | "iii" | "iv" | "jr.") {
        s.add(Person, 4.0);
    }
    let unknown = |i: usize| {
        page.word(i)
            .is_some_and(|w| !w.is(Marks::WORD.with(HEADS)) && matches!(w.shape, Shape::Capital | Shape::Initial))
    };
    if words <= 3 && (start..end).all(unknown) {
        s.add(Person, 1.8);
    }
    surname_like(page.lower(end - 1), s);
}

const HEADS: Marks = Marks::ORG_HEAD.with(Marks::PLACE_HEAD).with(Marks::EVENT_HEAD);

fn is_given(word: &str) -> bool {
    super::lexicon::Lexicon::get().word(&word.to_lowercase()).any(Marks::GIVEN)
}
