//! Personal names: their parts, and when two of them may be one person's.

use super::lexicon::{Lexicon, Marks};
use crate::model::List;

/// A person's sex as the text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Gender {
    Woman,
    Man,
}

impl Gender {
    /// A mark that no name holds.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Woman => "\n1",
            Self::Man => "\n2",
        }
    }
}

/// A personal name in lower-case parts, without titles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Name {
    parts: Vec<String>,
    /// What stands in quotation marks or brackets inside it: Robert “Bob” Hale.
    nickname: Option<String>,
    /// `jr`, `iii`.
    suffix: Option<String>,
    /// The sex that the title before it tells (“Mrs”).
    titled: Option<Gender>,
}

/// Whether `short` is a short form of the given name `long`, both in lower case.
fn shortens(short: &str, long: &str) -> bool {
    List::ShortForms.value(long).is_some_and(|forms| forms.split(' ').any(|form| form == short))
}

impl Name {
    /// Reads a name as it stands in the text; a title at its head and a possessive `'s` are left out.
    pub(super) fn read(name: &str) -> Self {
        let mut lower = name.to_lowercase();
        if lower.contains('’') {
            lower = lower.replace('’', "'");
        }
        let mut read = Self::default();
        let mut marked = false;
        for word in lower.split(|c: char| c.is_whitespace() || c == ',') {
            let opens = word.starts_with(['"', '“', '‘', '\'', '(', '”']);
            let closes = word.ends_with(['"', '”', '\'', ')']);
            let inside = marked || (opens && !read.parts.is_empty());
            marked = inside && !closes;
            let word = word.strip_suffix("'s").unwrap_or(word);
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
            if inside {
                if let Some(word) = Some(word.trim_matches('.')).filter(|w| !w.is_empty() && *w != "ret") {
                    read.nickname.get_or_insert_with(|| word.to_owned());
                }
                continue;
            }
            let parts = initials(word).map(|part| part.strip_prefix("al-").unwrap_or(part));
            read.parts.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
        }
        read.trim();
        read
    }

    /// Takes the titles off the head and the suffix off the tail, as long as a name remains.
    fn trim(&mut self) {
        let suffix = |p: &String| matches!(p.as_str(), "jr" | "sr" | "ii" | "iii" | "iv");
        if self.parts.len() > 1 && self.parts.last().is_some_and(suffix) {
            self.suffix = self.parts.pop();
        }
        let title = |p: &String| {
            let marks = Lexicon::get().word(p);
            marks.any(Marks::TITLE) && !marks.any(Marks::GIVEN.with(Marks::SURNAME))
        };
        let titles = self.parts.iter().take_while(|p| title(p)).count();
        self.parts.drain(..titles.min(self.parts.len().saturating_sub(1)));
    }

    /// The same name behind a title that tells the sex.
    pub(super) fn titled(mut self, titled: Option<Gender>) -> Self {
        self.titled = titled;
        self
    }

    /// Its parts, in lower case.
    pub(super) fn parts(&self) -> &[String] {
        &self.parts
    }

    pub(super) fn nickname(&self) -> Option<&str> {
        self.nickname.as_deref()
    }

    pub(super) fn title(&self) -> Option<Gender> {
        self.titled
    }

    pub(super) fn is_full(&self) -> bool {
        self.parts.len() > 1
    }

    pub(super) fn last(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    pub(super) fn first(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    fn middle(&self) -> &[String] {
        self.parts.get(1..self.parts.len().saturating_sub(1)).unwrap_or_default()
    }

    /// The sex that the title or the given name tells.
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

    /// Whether nothing but their parts could keep the two apart: neither “Jr.” and “III” nor “Mr” and a woman's name.
    pub(super) fn is_compatible(&self, other: &Self) -> bool {
        let suffix = self.suffix.is_none() || other.suffix.is_none() || self.suffix == other.suffix;
        let (a, b) = (self.gender(), other.gender());
        let decided = self.titled.is_some() || other.titled.is_some();
        suffix && (!decided || a.is_none() || b.is_none() || a == b)
    }

    /// Whether two full names may be one person's: the same last part, first parts that are equal, short for each other or
    /// an initial, and no middle parts against it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let given = |a: &Self, b: &Self| {
            let (a, b, nick) = (a.first(), b.first(), b.nickname());
            a == b || initial(a, b) || nick == Some(a) || shortens(a, b)
        };
        let mut middles = self.middle().iter().zip(other.middle());
        self.last() == other.last()
            && (given(self, other) || given(other, self))
            && middles.all(|(a, b)| a == b || initial(a, b) || initial(b, a))
            && self.is_compatible(other)
    }

    /// Whether this shorter name is the end of `full` (“van der Berg”), or of several parts and its beginning (“García Márquez”
    /// has both).
    pub(super) fn shortens(&self, full: &Self) -> bool {
        let shorter = full.parts.len() > self.parts.len();
        let begins = self.is_full() && full.parts.starts_with(&self.parts);
        shorter && (begins || full.parts.ends_with(&self.parts)) && self.is_compatible(full)
    }
}

/// Whether `a` is the initial of `b`.
fn initial(a: &str, b: &str) -> bool {
    a.chars().count() == 1 && b.starts_with(a)
}

/// The sex that the title at the end of `before`, the words in front of a name, tells.
pub(super) fn titled(before: &str) -> Option<Gender> {
    let word = before.trim_end().trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
    let is = |titles: &[&str]| titles.iter().any(|t| t.eq_ignore_ascii_case(word));
    if is(&["mr", "sir", "lord", "king", "prince"]) {
        Some(Gender::Man)
    } else if is(&["mrs", "ms", "miss", "lady", "queen", "princess", "dame"]) {
        Some(Gender::Woman)
    } else {
        None
    }
}

/// `j.k.` is two parts, `smith.` one.
fn initials(part: &str) -> impl Iterator<Item = &str> {
    let dotted = part.contains('.') && part.split('.').all(|p| p.chars().nth(1).is_none());
    let (whole, parts) = if dotted { (None, part) } else { (Some(part.trim_matches('.')), "") };
    whole.into_iter().chain(parts.split('.').filter(|p| !p.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: &str, b: &str) -> bool {
        let (a, b) = (Name::read(a), Name::read(b));
        assert_eq!(a.agrees(&b), b.agrees(&a));
        a.agrees(&b)
    }

    #[test]
    fn given_names_tell_the_sex() {
        assert_eq!(Name::read("Florence Weber").gender(), Some(Gender::Woman));
        assert_eq!(Name::read("Peter Weber").gender(), Some(Gender::Man));
        assert_eq!(Name::read("Weber").gender(), None);
    }

    #[test]
    fn initials_nicknames_and_short_forms_agree() {
        assert!(agree("J.K. Rowling", "Joanne Rowling"));
        assert!(agree("Robert \"Bob\" Hale", "Bob Hale"));
        assert!(agree("Edwin ‘Buzz’ Marten", "Buzz Marten"));
        assert!(agree("William Carver", "Bill Carver"));
        assert!(agree("Hillary Rodham Clinton", "Hillary Clinton"));
    }

    #[test]
    fn other_given_names_middle_names_and_suffixes_do_not() {
        assert!(!agree("Bill Clinton", "Hillary Clinton"));
        assert!(!agree("George W. Bush", "George H.W. Bush"));
        assert!(!agree("John Marsh Jr.", "John Marsh III"));
        assert!(agree("John Marsh Jr.", "John Marsh"));
    }

    #[test]
    fn titles_possessives_and_nicknames_are_no_parts() {
        assert_eq!(Name::read("Lt. Col. (ret.) James Ortega’s").parts(), ["james", "ortega"]);
        assert_eq!(Name::read("Robert “Big Bob” Hale").parts(), ["robert", "hale"]);
        assert_eq!(Name::read("Dean Smith").parts(), ["dean", "smith"]);
    }
}
