//! Nominals and pronouns that safely mean something named in the article, and what it is described as.

use super::describe::{self, Telling};
use super::ids::Index;
use super::lexicon::Marks;
use super::person::{Gender, Name};
use super::tokenized::{Line, Shape, TokenizedText};
use super::{Cluster, EntityKind, Mention, date};
use crate::article::{Article, BlockKind};
use crate::model::List;
use crate::text::Span;
use std::ops::Range;

/// Sentences at the start of an article that may describe somebody before the name comes.
const LEAD: usize = 4;

/// What the text tells of a cluster.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Common nouns for it (“minister”), in lower case.
    roles: Vec<String>,
    pub(super) gender: Option<Gender>,
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
pub(super) fn find(article: &Article, page: &TokenizedText, mentions: &[Mention], clusters: &mut [Cluster]) {
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
    references.sort_by_key(|r| (r.1.start, r.1.end));
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

fn places(page: &TokenizedText, mentions: &[Mention]) -> Vec<Option<Place>> {
    let place = |m: &Mention| {
        let start = page.words.partition_point(|w| w.span.start < m.span.start);
        let end = page.words.partition_point(|w| w.span.end <= m.span.end);
        let line = page.lines.partition_point(|l| l.words.end <= start);
        (start < end).then_some(Place { line, words: start..end })
    };
    mentions.iter().map(place).collect()
}

/// For each word the mention that it belongs to.
fn by_word(page: &TokenizedText, places: &[Option<Place>]) -> Vec<Option<usize>> {
    let mut out = vec![None; page.words.len()];
    for (index, place) in places.iter().enumerate() {
        if let Some(place) = place {
            out.get_mut(place.words.clone()).unwrap_or_default().fill(Some(index));
        }
    }
    out
}

/// For each line the zone it is in: the article's body is one, every comment one of its own.
fn zones(article: &Article, page: &TokenizedText) -> Vec<usize> {
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
fn study(page: &TokenizedText, text: &str, mention: &Mention, place: &Place, profile: &mut Profile) {
    profile.first = profile.first.min(place.line);
    let person = mention.kind == EntityKind::Person;
    let nouns = match mention.kind {
        EntityKind::Person => Marks::ROLE.with(Marks::TITLE),
        EntityKind::Organization => Marks::GROUP_NOUN,
        EntityKind::Location => Marks::PLACE_NOUN,
        _ => return,
    };
    let Some(line) = page.lines.get(place.line) else { return };
    match mention.kind {
        EntityKind::Person => profile.gender = profile.gender.or_else(|| Name::read(mention.span.str(text)).gender()),
        EntityKind::Organization => bodies(page, &place.words, profile),
        _ => {}
    }
    if let Some(seat) = describe::seat(page, place.words.end).filter(|_| person)
        && let Some(span) = page.span(&seat)
    {
        let title = describe::beside(page, line, &place.words).into_iter().find(|d| d.telling == Telling::Title);
        let title = title.and_then(|t| page.span(&t.words)).map_or("", |t| t.str(text));
        let comma = if title.is_empty() { "" } else { ", " };
        offer(profile, span.start, &format!("{title}{comma}{}", span.str(text)), Telling::Phrase);
    }
    for found in describe::beside(page, line, &place.words) {
        if let Some(head) = found.head {
            if !(page.is(head, nouns) || (person && describe::is_role(page, head))) {
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
        let (mut words, title) = (found.words.clone(), found.telling == Telling::Title);
        while page.word(words.start).is_some_and(|w| matches!(w.shape, Shape::Mark | Shape::Clitic))
            && !words.is_empty()
        {
            words.start += 1;
        }
        // “Gen. Sir”, “Dame”: forms of address tell nothing at the end of a title
        while title
            && !words.is_empty()
            && describe::is_address(page, words.end - 1..words.end)
            && page.lower(words.end - 1) != "."
        {
            words.end -= 1;
        }
        if !describe::is_address(page, words.clone())
            && let Some(span) = page.span(&words)
        {
            offer(profile, span.start, span.str(text), found.telling);
        }
    }
}

/// Common nouns that an organisation's own name gives it: “the bank” of the Bank of Calder, “the airline” of United Airlines, “the
/// company” of any with a legal form.
fn bodies(page: &TokenizedText, words: &Range<usize>, profile: &mut Profile) {
    // “Inc.” may end in its full stop
    let last =
        words.clone().rev().find(|&i| page.word(i).is_some_and(|w| w.shape != Shape::Mark)).unwrap_or(words.start);
    let of = matches!(page.lower(words.start + 1), "of" | "for") && words.len() > 2;
    let heads = [(last, true), (words.start, of)];
    for (at, _) in heads.into_iter().filter(|(at, fits)| *fits && page.is(*at, Marks::ORG_HEAD.with(Marks::ORG_OPENER)))
    {
        let noun = page.lower(at);
        if List::BareForms.has(noun) {
            profile.add_role("company");
        } else {
            profile.add_role(noun);
            profile.add_role(noun.strip_suffix('s').unwrap_or(noun));
        }
    }
    if page.is(words.end, Marks::GROUP_NOUN) {
        profile.add_role(page.lower(words.end));
    }
}

/// Keeps `words` as the description when they tell more than the old ones, or as much and come first.
fn offer(profile: &mut Profile, at: usize, words: &str, telling: Telling) {
    let better =
        profile.description.as_ref().is_none_or(|(old, from, _)| telling > *old || telling == *old && at < *from);
    if better && words.chars().any(char::is_alphabetic) {
        profile.description = Some((telling, at, words.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
}

fn sex(page: &TokenizedText, at: usize) -> Option<Gender> {
    match (page.is(at, Marks::WOMAN), page.is(at, Marks::MAN)) {
        (true, false) => Some(Gender::Woman),
        (false, true) => Some(Gender::Man),
        _ => None,
    }
}

pub(super) struct Finder<'p, 't> {
    pub(super) page: &'p TokenizedText<'t>,
    pub(super) text: &'t str,
    mentions: &'p [Mention],
    places: &'p [Option<Place>],
    pub(super) zones: Vec<usize>,
    by_word: Vec<Option<usize>>,
}

impl Finder<'_, '_> {
    pub(super) fn mention_at(&self, word: usize) -> Option<&Mention> {
        self.by_word.get(word).copied().flatten().and_then(|i| self.mentions.get(i))
    }

    /// “the minister”, “France's defense minister”: where one cluster alone has that role.
    fn nominals(&self, clusters: &[Cluster], profiles: &mut [Profile]) -> Vec<(usize, Span)> {
        let mut owners = Index::default();
        for (id, profile) in profiles.iter().enumerate() {
            for role in &profile.roles {
                owners.add(role, id);
            }
        }
        let mut out = Vec::new();
        for (index, line) in self.page.lines.iter().enumerate() {
            for at in line.words.clone() {
                let Some((from, head, foreign)) = self.nominal(line, at) else { continue };
                let owners = owners.get(self.page.lower(head));
                // of those who have the role only one may have been introduced, or be about to be
                let first = |owner: &&usize| profiles.get(**owner).map_or(usize::MAX, |p| p.first);
                let only = |by: usize| {
                    let mut found = owners.iter().filter(|o| first(o) <= by);
                    (found.next(), found.next())
                };
                let owner = match (only(index), only(index.saturating_add(LEAD - 1))) {
                    ((Some(one), None), _) | ((None, _), (Some(one), None)) => one,
                    _ => continue,
                };
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
                    offer(profile, span.start, span.str(self.text), Telling::Phrase);
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
        // “was the daughter of” says what somebody is, and names nobody
        let verb = if at > line.words.start { self.page.lower(at - 1) } else { "" };
        if matches!(verb, "is" | "was" | "are" | "were" | "be" | "been" | "as" | "become" | "became" | "becoming") {
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
            let nouns = Marks::GROUP_NOUN.with(Marks::ORG_HEAD).with(Marks::PLACE_NOUN);
            if (noun.is(nouns) || describe::is_role(self.page, head)) && self.closes(line, head + 1) {
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
                let verb = date::is_past(word.text) && !word.is(Marks::ROLE);
                verb || word.is(Marks::FUNCTION.with(Marks::SPEECH).with(Marks::LIFE))
            }
            _ => false,
        }
    }
}
