//! Nominals and pronouns that safely mean something named in the article, and what it is described as.

use super::describe;
use super::lexicon::Marks;
use super::page::{Line, Page, Shape};
use super::person::{Gender, Name};
use super::{Cluster, EntityKind, Mention};
use crate::article::{Article, BlockKind};
use crate::text::{Span, sort_by_numbers};
use std::collections::HashMap;
use std::ops::Range;

/// Sentences before its own in which a pronoun looks for its person.
const WINDOW: usize = 3;

/// Sentences at the start of an article that may describe somebody before the name comes.
const LEAD: usize = 4;

/// What the text tells of a cluster.
#[derive(Clone, Debug, Default)]
struct Profile {
    /// Common nouns for it (“minister”), in lower case.
    roles: Vec<String>,
    gender: Option<Gender>,
    /// Its best description so far: how much it tells, where it starts, and its words.
    description: Option<(Telling, usize, String)>,
    /// Line of its first mention.
    first: usize,
}

impl Profile {
    fn add_role(&mut self, role: &str) {
        if !self.roles.iter().any(|r| r == role) {
            self.roles.push(role.to_owned());
        }
    }
}

/// Fills in the references and descriptions of `clusters`.
pub(super) fn find(article: &Article, page: &Page, mentions: &[Mention], clusters: &mut [Cluster]) {
    let text = article.text.as_str();
    let places = places(page, mentions);
    let mut profiles = vec![Profile { first: usize::MAX, ..Profile::default() }; clusters.len()];
    for (mention, place) in mentions.iter().zip(&places) {
        if let (Some(place), Some(profile)) = (place, profiles.get_mut(mention.cluster)) {
            study(page, text, mention, place, profile);
        }
    }
    let finder =
        Finder { page, text, mentions, places: &places, zones: zones(article, page), by_word: by_word(page, &places) };
    let mut references = finder.nominals(clusters, &mut profiles);
    references.extend(finder.pronouns(clusters, &profiles));
    sort_by_numbers(&mut references, |r| (r.1.start, r.1.end));
    for (cluster, span) in references {
        if let Some(cluster) = clusters.get_mut(cluster) {
            cluster.references.push(span);
        }
    }
    for (cluster, profile) in clusters.iter_mut().zip(profiles) {
        cluster.description = profile.description.map(|(.., d)| d);
    }
}

/// A mention among the words: its line and its words.
#[derive(Clone, Debug)]
struct Place {
    line: usize,
    words: Range<usize>,
}

fn places(page: &Page, mentions: &[Mention]) -> Vec<Option<Place>> {
    let place = |m: &Mention| {
        let start = page.words.partition_point(|w| w.span.start < m.span.start);
        let end = page.words.partition_point(|w| w.span.end <= m.span.end);
        let line = page.lines.partition_point(|l| l.words.end <= start);
        (start < end).then_some(Place { line, words: start..end })
    };
    mentions.iter().map(place).collect()
}

/// For each word the mention that it belongs to.
fn by_word(page: &Page, places: &[Option<Place>]) -> Vec<Option<usize>> {
    let mut out = vec![None; page.words.len()];
    for (index, place) in places.iter().enumerate() {
        if let Some(place) = place {
            out.get_mut(place.words.clone()).unwrap_or_default().fill(Some(index));
        }
    }
    out
}

/// For each line the zone it is in: the article's body is one, every comment one of its own.
fn zones(article: &Article, page: &Page) -> Vec<usize> {
    let mut zone = 0;
    let mut last: Option<Span> = None;
    let mut out = Vec::with_capacity(page.lines.len());
    for line in &page.lines {
        let span = page.span(&line.words).unwrap_or_default();
        let block = article.block_at(span.start);
        let body = block.is_some_and(|b| b.kind != BlockKind::Other);
        if body {
            out.push(0);
        } else {
            let gap = last.map(|l| Span::new(l.end, span.start).str(&article.text)).unwrap_or_default();
            let parted = out.last() == Some(&0) || gap.contains("\n\n") || gap.chars().any(char::is_alphanumeric);
            zone += usize::from(parted || block.is_some() || zone == 0);
            out.push(zone);
        }
        last = Some(span);
    }
    out
}

/// Learns from one mention and the words beside it.
fn study(page: &Page, text: &str, mention: &Mention, place: &Place, profile: &mut Profile) {
    profile.first = profile.first.min(place.line);
    let person = mention.kind == EntityKind::Person;
    if !person && mention.kind != EntityKind::Organization {
        return;
    }
    let Some(line) = page.lines.get(place.line) else { return };
    if person {
        profile.gender = profile.gender.or_else(|| Name::read(mention.span.str(text)).gender());
    } else {
        if page.is(place.words.end - 1, Marks::ORG_HEAD.with(Marks::ORG_OPENER)) {
            profile.add_role(page.lower(place.words.end - 1));
        }
        if page.is(place.words.end, Marks::GROUP_NOUN) {
            profile.add_role(page.lower(place.words.end));
        }
    }
    for found in describe::beside(page, line, &place.words) {
        let fits = |at: usize| page.is(at, if person { Marks::ROLE.with(Marks::TITLE) } else { Marks::GROUP_NOUN });
        if let Some(head) = found.head {
            if !fits(head) {
                continue;
            }
            profile.add_role(page.lower(head));
            if person {
                let told = found.words.clone().find_map(|at| sex(page, at));
                profile.gender = profile.gender.or(told);
            }
        } else if !person {
            continue;
        }
        let address = found
            .words
            .clone()
            .all(|at| matches!(page.lower(at), "mr" | "mrs" | "ms" | "miss" | "mx" | "mister" | "messrs" | "."));
        let Some(span) = page.span(&found.words).filter(|_| !address) else { continue };
        offer(profile, span.start, span.str(text), found.head.is_none());
    }
}

/// How much a description tells; the first of the most telling kind is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    /// A relative clause, “who runs the port”.
    Clause,
    /// A bare title, “President”.
    Title,
    /// A phrase, “mayor of Port Ansel”.
    Phrase,
}

/// Keeps `words` as the description when they tell more than the old ones, or as much and come first.
fn offer(profile: &mut Profile, at: usize, words: &str, clause: bool) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let telling = match (clause, words.contains(' ')) {
        (true, _) => Telling::Clause,
        (_, true) => Telling::Phrase,
        _ => Telling::Title,
    };
    let better =
        profile.description.as_ref().is_none_or(|(old, from, _)| telling > *old || telling == *old && at < *from);
    if better && words.chars().any(char::is_alphabetic) {
        profile.description = Some((telling, at, words));
    }
}

fn sex(page: &Page, at: usize) -> Option<Gender> {
    match (page.is(at, Marks::WOMAN), page.is(at, Marks::MAN)) {
        (true, false) => Some(Gender::Woman),
        (false, true) => Some(Gender::Man),
        _ => None,
    }
}

struct Finder<'p, 't> {
    page: &'p Page<'t>,
    text: &'t str,
    mentions: &'p [Mention],
    places: &'p [Option<Place>],
    zones: Vec<usize>,
    by_word: Vec<Option<usize>>,
}

impl Finder<'_, '_> {
    fn mention_at(&self, word: usize) -> Option<&Mention> {
        self.by_word.get(word).copied().flatten().and_then(|i| self.mentions.get(i))
    }

    /// “the minister”, “France's defense minister”: where one cluster alone has that role.
    fn nominals(&self, clusters: &[Cluster], profiles: &mut [Profile]) -> Vec<(usize, Span)> {
        let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
        for (id, profile) in profiles.iter().enumerate() {
            for role in &profile.roles {
                owners.entry(role.clone()).or_default().push(id);
            }
        }
        let mut out = Vec::new();
        for (index, line) in self.page.lines.iter().enumerate() {
            for at in line.words.clone() {
                let Some((from, head, foreign)) = self.nominal(line, at) else { continue };
                let Some([owner]) = owners.get(self.page.lower(head)).map(Vec::as_slice) else { continue };
                let Some(profile) = profiles.get_mut(*owner) else { continue };
                let known = profile.first <= index;
                // before the name only a lead may speak of it, and a nominal of another country is another's
                let lead = !known && index < LEAD && profile.first < index + LEAD;
                let same_zone =
                    self.zones.get(index) == Some(&0) || self.zones.get(profile.first) == self.zones.get(index);
                if !same_zone || !(lead || (known && !foreign)) {
                    continue;
                }
                let Some(span) = self.page.span(&(from..head + 1)) else { continue };
                let person = clusters.get(*owner).is_some_and(|c| c.kind == EntityKind::Person);
                if foreign && person {
                    offer(profile, span.start, span.str(self.text), false);
                }
                out.push((*owner, span));
            }
        }
        out
    }

    /// A definite noun phrase that begins at `at`: its first word, its head, and whether it names a country or people.
    fn nominal(&self, line: &Line, at: usize) -> Option<(usize, usize, bool)> {
        let word = self.page.word(at)?;
        let place = |m: &Mention| matches!(m.kind, EntityKind::Location | EntityKind::Group | EntityKind::Organization);
        let possessive =
            word.shape == Shape::Clitic && at > line.words.start && self.mention_at(at - 1).is_some_and(place);
        if !possessive && self.page.lower(at) != "the" {
            return None;
        }
        let mut foreign = possessive;
        for head in at + 1..(at + 5).min(line.words.end) {
            let noun = self.page.word(head)?;
            if let Some(mention) = self.mention_at(head) {
                if mention.kind != EntityKind::Group {
                    return None;
                }
                foreign = true;
                continue;
            }
            if noun.shape != Shape::Lower || noun.is(Marks::FUNCTION) && !noun.is(Marks::TITLE_PART) {
                return None;
            }
            let nouns = Marks::ROLE.with(Marks::TITLE).with(Marks::GROUP_NOUN).with(Marks::ORG_HEAD);
            if noun.is(nouns) && self.closes(line, head + 1) {
                let from = match self.by_word.get(at.wrapping_sub(1)).copied().flatten() {
                    Some(owner) if possessive => self.places.get(owner)?.as_ref()?.words.start,
                    _ => at,
                };
                return Some((from, head, foreign));
            }
        }
        None
    }

    /// Whether a noun phrase can end before the word at `at`.
    fn closes(&self, line: &Line, at: usize) -> bool {
        let Some(word) = self.page.word(at).filter(|_| at < line.words.end) else { return true };
        match word.shape {
            Shape::Mark => word.text != "-",
            Shape::Clitic => true,
            Shape::Lower => {
                let verb = word.text.ends_with("ed") && !word.is(Marks::ROLE);
                verb || word.is(Marks::FUNCTION.with(Marks::SPEECH).with(Marks::LIFE))
            }
            _ => false,
        }
    }

    /// “she”, “his”: where one person alone is near and of that sex.
    fn pronouns(&self, clusters: &[Cluster], profiles: &[Profile]) -> Vec<(usize, Span)> {
        let mut out = Vec::new();
        // persons mentioned so far, with the line of each mention
        let mut recent: Vec<(usize, usize)> = Vec::new();
        let mut quoted = false;
        let mut previous = Span::default();
        for (index, line) in self.page.lines.iter().enumerate() {
            let zone = self.zones.get(index);
            let span = self.page.span(&line.words).unwrap_or_default();
            // quotation marks are counted afresh in every paragraph
            quoted &= !Span::new(previous.end, span.start).str(self.text).contains('\n');
            previous = span;
            recent.retain(|(_, at)| index - at <= WINDOW && self.zones.get(*at) == zone);
            for at in line.words.clone() {
                let Some(word) = self.page.word(at) else { continue };
                match word.text {
                    "“" | "«" => quoted = true,
                    "”" | "»" => quoted = false,
                    "\"" => quoted = !quoted,
                    _ => {}
                }
                if let Some(mention) = self.mention_at(at) {
                    if clusters.get(mention.cluster).is_some_and(|c| c.kind == EntityKind::Person) {
                        remember(&mut recent, mention.cluster, index);
                    }
                    continue;
                }
                if quoted {
                    continue;
                }
                if let Some(gender) = pronoun(self.page.lower(at))
                    && let Some(who) = antecedent(&recent, profiles, gender)
                {
                    out.push((who, word.span));
                    remember(&mut recent, who, index);
                }
            }
        }
        out
    }
}

/// Persons kept in mind; with more of them near no pronoun is safe anyway.
const REMEMBERED: usize = 12;

/// Moves `who` to the end of `recent`, as mentioned in line `index`.
fn remember(recent: &mut Vec<(usize, usize)>, who: usize, index: usize) {
    recent.retain(|r| r.0 != who);
    if recent.len() >= REMEMBERED {
        recent.remove(0);
    }
    recent.push((who, index));
}

fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        "he" | "him" | "his" | "himself" => Some(Gender::Man),
        _ => None,
    }
}

/// The one person of `recent` who can be meant; one whose sex is unknown only when nobody else is near.
fn antecedent(recent: &[(usize, usize)], profiles: &[Profile], gender: Gender) -> Option<usize> {
    let sex = |who: usize| profiles.get(who).and_then(|p| p.gender);
    let mut fitting: Vec<usize> = recent.iter().map(|r| r.0).filter(|&w| sex(w).is_none_or(|s| s == gender)).collect();
    sort_by_numbers(&mut fitting, |&w| (w, 0));
    fitting.dedup();
    match fitting.as_slice() {
        [one] if sex(*one).is_some() || recent.iter().all(|r| r.0 == *one) => Some(*one),
        _ => None,
    }
}
