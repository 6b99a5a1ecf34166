//! Personal names: their parts, and when two of them may be one person's.

use super::accent::without_accents;
use super::alias::without_possessive;
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::language::Language;
use crate::language::person::Gender;
use crate::model::List;

/// A personal name in lower-case parts, without titles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct PersonName {
    parts: Vec<String>,
    /// What stands in quotation marks or brackets inside it: Robert “Bob” Hale.
    nickname: Option<String>,
    /// `jr`, `iii`.
    suffix: Option<String>,
    /// The sex that the title before it gives (“Mrs”).
    titled: Option<Gender>,
    /// The sex that the given name gives, where it is a full name.
    given: Option<Gender>,
}

/// Whether `short` is a short form of the given name `long`, both in lower case.
fn shortens(short: &str, long: &str) -> bool {
    List::ShortForms.value(long).is_some_and(|forms| forms.split(' ').any(|form| form == short))
}

impl PersonName {
    /// The parts of a name as it stands in the text; a title at its head and a possessive `'s` are left out.
    pub(crate) fn new(name: &str, language: &Language) -> Self {
        let mut lower = without_accents(&name.to_lowercase()).into_owned();
        if lower.contains('’') {
            lower = lower.replace('’', "'");
        }
        let mut parsed = Self::default();
        let mut marked = false;
        for word in lower.split(|c: char| c.is_whitespace() || c == ',') {
            let opens = word.starts_with(['"', '“', '‘', '\'', '(', '”']);
            let closes = word.ends_with(['"', '”', '\'', ')']);
            let inside = marked || (opens && !parsed.parts.is_empty());
            marked = inside && !closes;
            let word = without_possessive(word, language).unwrap_or(word);
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
            if inside {
                let nickname = Some(word.trim_matches('.')).filter(|w| !w.is_empty());
                if let Some(nickname) = nickname.filter(|w| !language.person.retired.contains(w)) {
                    parsed.nickname.get_or_insert_with(|| nickname.to_owned());
                }
                continue;
            }
            let bare =
                |part| language.person.name_articles.iter().find_map(|a| str::strip_prefix(part, a)).unwrap_or(part);
            parsed.parts.extend(initials(word).map(bare).filter(|part| !part.is_empty()).map(str::to_owned));
        }
        parsed.trim(language);
        parsed.given = parsed.gender_of_given_name(language);
        parsed
    }

    /// Takes the titles off the head and the suffix off the tail, as long as a name remains.
    fn trim(&mut self, language: &Language) {
        if self.parts.len() > 1 && self.parts.last().is_some_and(|p| language.person.suffixes.contains(&p.as_str())) {
            self.suffix = self.parts.pop();
        }
        let title = |p: &String| {
            let class = Lexicon::get().class_of(p, language);
            class.any(LexicalClass::TITLE) && !class.any(LexicalClass::GIVEN.with(LexicalClass::SURNAME))
        };
        let titles = self.parts.iter().take_while(|p| title(p)).count();
        self.parts.drain(..titles.min(self.parts.len().saturating_sub(1)));
    }

    /// The same name after a title that gives the sex.
    pub(crate) fn titled(mut self, titled: Option<Gender>) -> Self {
        self.titled = titled;
        self
    }

    /// Its parts, in lower case.
    pub(crate) fn parts(&self) -> &[String] {
        &self.parts
    }

    pub(crate) fn nickname(&self) -> Option<&str> {
        self.nickname.as_deref()
    }

    pub(crate) fn title(&self) -> Option<Gender> {
        self.titled
    }

    pub(crate) fn is_full(&self) -> bool {
        self.parts.len() > 1
    }

    pub(crate) fn last(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    pub(crate) fn first(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    fn middle(&self) -> &[String] {
        self.parts.get(1..self.parts.len().saturating_sub(1)).unwrap_or_default()
    }

    /// The sex that the title or the given name gives.
    pub(crate) fn gender(&self) -> Option<Gender> {
        self.titled.or(self.given)
    }

    fn gender_of_given_name(&self, language: &Language) -> Option<Gender> {
        if !self.is_full() {
            return None;
        }
        let class = Lexicon::get().class_of(self.first().split('-').next().unwrap_or_default(), language);
        match (class.any(LexicalClass::WOMAN_NAME), class.any(LexicalClass::MAN_NAME)) {
            (true, false) => Some(Gender::Woman),
            (false, true) => Some(Gender::Man),
            _ => None,
        }
    }

    /// Whether nothing but their parts could keep the two apart: neither “Jr.” and “III” nor “Mr” and a woman's name.
    pub(crate) fn is_compatible(&self, other: &Self) -> bool {
        let suffix = self.suffix.is_none() || other.suffix.is_none() || self.suffix == other.suffix;
        let (a, b) = (self.gender(), other.gender());
        let decided = self.titled.is_some() || other.titled.is_some();
        suffix && (!decided || a.is_none() || b.is_none() || a == b)
    }

    /// Whether two full names may be one person's: the same last part, first parts that are equal, short for each other or
    /// an initial, and no middle parts against it.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
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
    pub(crate) fn shortens(&self, full: &Self) -> bool {
        let shorter = full.parts.len() > self.parts.len();
        let begins = self.is_full() && full.parts.starts_with(&self.parts);
        shorter && (begins || full.parts.ends_with(&self.parts)) && self.is_compatible(full)
    }
}

/// Whether `a` is the initial of `b`.
fn initial(a: &str, b: &str) -> bool {
    a.chars().count() == 1 && b.starts_with(a)
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
    use crate::language::language_of;

    fn name(name: &str) -> PersonName {
        PersonName::new(name, language_of(None, "").unwrap())
    }

    fn agree(a: &str, b: &str) -> bool {
        let (a, b) = (name(a), name(b));
        assert_eq!(a.agrees(&b), b.agrees(&a));
        a.agrees(&b)
    }

    #[test]
    fn given_names_give_the_sex() {
        assert_eq!(name("Florence Weber").gender(), Some(Gender::Woman));
        assert_eq!(name("Peter Weber").gender(), Some(Gender::Man));
        assert_eq!(name("Weber").gender(), None);
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
    fn accents_are_no_part_of_a_name() {
        assert_eq!(name("José Ruiz"), name("Jose\u{301} Ruiz"));
        assert!(agree("José Ruiz", "Jose Ruiz"));
    }

    #[test]
    fn titles_possessives_and_nicknames_are_no_parts() {
        assert_eq!(name("Lt. Col. (ret.) James Ortega’s").parts(), ["james", "ortega"]);
        assert_eq!(name("Robert “Big Bob” Hale").parts(), ["robert", "hale"]);
        assert_eq!(name("Dean Smith").parts(), ["dean", "smith"]);
    }
}
