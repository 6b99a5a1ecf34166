//! Personal names: their parts, and which of them name the same person.

use super::lexicon::{Lexicon, Marks};
use std::collections::HashMap;

/// A person's sex as the text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Gender {
    Woman,
    Man,
}

/// A personal name in lower-case parts, without nicknames' marks and suffixes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name {
    parts: Vec<String>,
    /// The sex that the title before it tells (“Mrs”).
    titled: Option<Gender>,
}

impl Name {
    /// Reads a name as it stands in the text.
    pub(super) fn read(name: &str) -> Self {
        let lower = name.to_lowercase().replace('’', "'");
        let parts = lower
            .split(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '(' | ')' | ','))
            .map(|p| p.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
            .flat_map(initials)
            .filter(|p| !p.is_empty() && !matches!(p.as_str(), "jr" | "sr" | "ii" | "iii"))
            .map(|p| p.strip_prefix("al-").map_or(p.clone(), str::to_owned))
            .collect();
        Self { parts, titled: None }
    }

    /// The same name behind a title that tells the sex.
    pub(super) fn titled(mut self, titled: Option<Gender>) -> Self {
        self.titled = titled;
        self
    }

    fn is_full(&self) -> bool {
        self.parts.len() > 1
    }

    fn last(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    fn first(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    /// The sex that the given name tells.
    pub(super) fn gender(&self) -> Option<Gender> {
        if self.titled.is_some() || !self.is_full() {
            return self.titled;
        }
        let marks = Lexicon::get().word(self.first().split('-').next().unwrap_or_default());
        match (marks.any(Marks::WOMAN_NAME), marks.any(Marks::MAN_NAME)) {
            (true, false) => Some(Gender::Woman),
            (false, true) => Some(Gender::Man),
            _ => None,
        }
    }

    /// Whether two full names may be one person's: the same last part, and first parts equal or one the other's initial.
    fn agrees(&self, other: &Self) -> bool {
        let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
        let (a, b) = (self.first(), other.first());
        self.last() == other.last() && (a == b || initial(a, b) || initial(b, a))
    }

    /// Whether this short name is the end of `full`, or stands in it behind its first part.
    fn ends(&self, full: &Self) -> bool {
        full.parts.len() > self.parts.len() && full.parts.ends_with(&self.parts)
    }
}

/// The sex that the title at the end of `before`, the words in front of a name, tells.
pub(super) fn titled(before: &str) -> Option<Gender> {
    let word = before.trim_end().trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
    let is = |titles: &[&str]| titles.iter().any(|t| t.eq_ignore_ascii_case(word));
    if is(&["mr", "sir", "lord", "king", "prince"]) {
        Some(Gender::Man)
    } else if is(&["mrs", "ms", "miss", "lady", "queen", "princess"]) {
        Some(Gender::Woman)
    } else {
        None
    }
}

/// `j.k.` is two parts, `smith.` one.
fn initials(part: &str) -> Vec<String> {
    let dotted = part.contains('.') && part.split('.').all(|p| p.chars().count() <= 1);
    if dotted {
        part.split('.').filter(|p| !p.is_empty()).map(str::to_owned).collect()
    } else {
        vec![part.trim_matches('.').to_owned()]
    }
}

/// The number of each name's person.
///
/// Full names come first; then a short name goes to the one person that it fits, and stays alone when it fits several.
pub(super) fn resolve(names: &[Name]) -> Vec<usize> {
    let mut people: Vec<&Name> = Vec::new();
    let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut known: HashMap<&Name, usize> = HashMap::new();
    for name in names.iter().filter(|n| n.is_full()) {
        if known.contains_key(name) {
            continue;
        }
        let namesakes = by_last.get(name.last()).map(Vec::as_slice).unwrap_or_default();
        let namesakes = namesakes.get(..NAMESAKES).unwrap_or(namesakes);
        let fitting = |fits: &dyn Fn(&Name) -> bool| -> Vec<usize> {
            namesakes.iter().copied().filter(|&p| people.get(p).is_some_and(|n| fits(n))).collect()
        };
        // “Sanchez Vicario” is no new person behind “Arantxa Sanchez Vicario”
        let who = match (fitting(&|n| n.agrees(name)).as_slice(), fitting(&|n| name.ends(n)).as_slice()) {
            ([one], _) | ([], [one]) => *one,
            _ => {
                people.push(name);
                let who = people.len() - 1;
                by_last.entry(name.last()).or_default().push(who);
                by_first.entry(name.first()).or_default().push(who);
                who
            }
        };
        known.insert(name, who);
    }
    let mut lone: HashMap<&[String], usize> = HashMap::new();
    let mut next = people.len();
    names
        .iter()
        .map(|name| {
            if let Some(&who) = known.get(name) {
                return who;
            }
            let last = by_last.get(name.last()).map(Vec::as_slice).unwrap_or_default();
            let first = by_first.get(name.last()).map(Vec::as_slice).unwrap_or_default();
            // “Mrs Holt” is the one woman of that name
            let mut titled = last
                .iter()
                .copied()
                .take(NAMESAKES)
                .filter(|&p| name.titled.is_some() && people.get(p).is_some_and(|n| n.gender() == name.titled));
            match (last, first, titled.next(), titled.next()) {
                ([one], ..) | ([], [one], ..) => *one,
                (_, _, Some(one), None) => one,
                _ => *lone.entry(name.parts.as_slice()).or_insert_with(|| {
                    next += 1;
                    next - 1
                }),
            }
        })
        .collect()
}

/// Persons of one family name that a name is compared with.
const NAMESAKES: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    fn people(names: &[&str]) -> Vec<usize> {
        resolve(&names.iter().map(|n| Name::read(n)).collect::<Vec<_>>())
    }

    #[test]
    fn family_and_given_names_find_their_person() {
        assert_eq!(people(&["Jana Holt", "Holt", "Jana", "J. Holt", "HOLT"]), [0; 5]);
        assert_eq!(people(&["Holt", "Jana Holt"]), [0, 0]);
        assert_eq!(people(&["Omar al-Rashid", "Rashid", "al-Rashid"]), [0; 3]);
    }

    #[test]
    fn namesakes_stay_apart() {
        assert_eq!(people(&["Jana Holt", "Peter Holt", "Holt"]), [0, 1, 2]);
    }

    #[test]
    fn titles_tell_namesakes_apart() {
        let holt = |before| Name::read("Holt").titled(titled(before));
        let names = [Name::read("Jana Holt"), Name::read("Peter Holt"), holt("met Mrs. "), holt("Mr "), holt("and ")];
        assert_eq!(resolve(&names), [0, 1, 0, 1, 2]);
    }

    #[test]
    fn one_family_name_is_one_person_whatever_the_title() {
        assert_eq!(resolve(&[Name::read("Weller").titled(titled("met Mr. ")), Name::read("Weller")]), [0, 0]);
    }

    #[test]
    fn given_names_tell_the_sex() {
        assert_eq!(Name::read("Florence Weber").gender(), Some(Gender::Woman));
        assert_eq!(Name::read("Peter Weber").gender(), Some(Gender::Man));
        assert_eq!(Name::read("Weber").gender(), None);
    }
}
