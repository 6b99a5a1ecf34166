//! Which personal names of an article mean the same person.

use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::name::{NameIndex, PersonName};
use crate::language::Language;
use crate::order::sort_by_numbers;
use foldhash::HashMap;

/// A name used at one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameUse {
    /// NameIndex among the different names.
    pub(crate) name: usize,
    /// Number of its paragraph.
    pub(crate) paragraph: usize,
}

/// Persons of one family name that a name is compared with.
const NAMESAKES: usize = 64;

/// How often a person must be named in full before their namesakes' bare name may be theirs, and how many times as often as the namesakes.
const LEADING: usize = 3;

/// How often a bare name must have meant a person surely for it to go on doing so.
const ESTABLISHED: usize = 2;

/// The number of the person that each of `uses` means; `names` are the different names, and `uses` stand in the text's order.
///
/// Full names come first; then a short name goes to the one person that it fits. Where it fits several it goes to the only one
/// introduced so far, or the only one named in full in its own paragraph, or the one whom the article is about; else it stays alone.
pub(crate) fn persons_of_uses(names: &[PersonName], uses: &[NameUse], language: &Language) -> Vec<usize> {
    let mut people = People::default();
    let owners = people.introduce(names, language);
    let fits: Vec<Vec<usize>> =
        names.iter().zip(&owners).map(|(n, o)| o.map_or_else(|| people.fitting(n), |who| vec![who])).collect();
    let titles = titles_of_lone_names(names, &fits);
    // what is written alike is one person
    let mut lone: HashMap<String, usize> = HashMap::default();
    let owner = |used: &NameUse| owners.get(used.name).copied().flatten();
    let mut standings = vec![Standing::default(); people.longest.len()];
    for who in uses.iter().filter_map(owner) {
        if let Some(standing) = standings.get_mut(who) {
            standing.full += 1;
        }
    }
    let mut out = Vec::with_capacity(uses.len());
    for (place, used) in uses.iter().enumerate() {
        let fitting = fits.get(used.name).map(Vec::as_slice).unwrap_or_default();
        let who = match fitting {
            [one] => Some(*one),
            several => nearest(several, &standings, used.paragraph),
        };
        if let Some(standing) = who.and_then(|who| standings.get_mut(who)) {
            if owner(used).is_some() {
                standing.first = standing.first.min(place);
                standing.last = Some(used.paragraph);
            } else {
                standing.bare += 1;
            }
        }
        out.push(who.unwrap_or_else(|| {
            let mut key = names.get(used.name).map(|n| n.parts().join(" ")).unwrap_or_default();
            let title = names.get(used.name).and_then(PersonName::title).filter(|_| titles.get(&key).len() > 1);
            key.extend(title.map(|title| format!(" {title:?}")));
            let next = lone.len();
            people.longest.len() + *lone.entry(key).or_insert(next)
        }));
    }
    out
}

/// How a person stands in the text.
#[derive(Clone, Copy, Debug)]
struct Standing {
    /// Times named in full, in the whole text.
    full: usize,
    /// Times meant by a bare name so far.
    bare: usize,
    /// The first use of the full name so far.
    first: usize,
    /// Paragraph of the last full name so far.
    last: Option<usize>,
}

impl Default for Standing {
    fn default() -> Self {
        Self { full: 0, bare: 0, first: usize::MAX, last: None }
    }
}

/// Of `several` namesakes the one whom a bare name in `paragraph` means.
fn nearest(several: &[usize], standings: &[Standing], paragraph: usize) -> Option<usize> {
    let all = || several.iter().filter_map(|&who| Some((who, standings.get(who)?)));
    let only = |fits: &dyn Fn(&Standing) -> bool| {
        let mut found = all().filter(|(_, s)| fits(s));
        found.next().filter(|_| found.next().is_none()).map(|(who, _)| who)
    };
    if let Some(one) = only(&|s| s.last.is_some()).or_else(|| only(&|s| s.last == Some(paragraph))) {
        return Some(one);
    }
    // whom the article is about: introduced first and named most, while no namesake has just been named
    let (who, main) = all().min_by_key(|(_, s)| (s.first, usize::MAX - s.full))?;
    let others: usize = all().filter(|(other, _)| *other != who).map(|(_, s)| s.full).sum();
    let near = all().any(|(other, s)| other != who && s.last.is_some_and(|last| last + 1 >= paragraph));
    let leads = main.full >= LEADING && main.full >= LEADING * others;
    (!near && (leads || main.bare >= ESTABLISHED)).then_some(who)
}

/// For each short name that fits nobody named in full the sexes of the titles before it; of some both: “Mr Weller” and “Mrs Weller”.
fn titles_of_lone_names(names: &[PersonName], fits: &[Vec<usize>]) -> NameIndex {
    let mut titles = NameIndex::default();
    for (name, _) in names.iter().zip(fits).filter(|(_, fits)| fits.is_empty()) {
        let parts = name.parts().join(" ");
        if let Some(sex) = name.title().map(|t| t as usize).filter(|sex| !titles.get(&parts).contains(sex)) {
            titles.add(&parts, sex);
        }
    }
    titles
}

/// The persons that full names have introduced.
#[derive(Default)]
struct People<'n> {
    /// Each person's longest name.
    longest: Vec<&'n PersonName>,
    by_last: NameIndex,
    /// By given name, nickname, and family name where that comes first.
    by_first: NameIndex,
    /// By what stands between, unless it is a given name: “Boric” of Gabriel Boric Font.
    by_middle: NameIndex,
}

impl<'n> People<'n> {
    /// Gives every full name its person, the longest first; `None` for a short name.
    fn introduce(&mut self, names: &'n [PersonName], language: &Language) -> Vec<Option<usize>> {
        let mut full: Vec<(usize, &'n PersonName)> = names.iter().enumerate().filter(|(_, n)| n.is_full()).collect();
        sort_by_numbers(&mut full, |(index, name)| (usize::MAX - name.parts().len(), *index));
        let mut owners = vec![None; names.len()];
        for (index, name) in full {
            let agreeing = self.among(self.by_last.get(name.last()), &|n| n.agrees(name));
            let who = match agreeing.as_slice() {
                [one] => *one,
                // “Sanchez Vicario” is no new person after “Arantxa Sanchez Vicario”
                [] if !self.shortened(name).is_empty() => continue,
                _ => {
                    self.longest.push(name);
                    self.longest.len() - 1
                }
            };
            self.learn(name, who, language);
            if let Some(owner) = owners.get_mut(index) {
                *owner = Some(who);
            }
        }
        owners
    }

    fn learn(&mut self, name: &'n PersonName, who: usize, language: &Language) {
        let add = |index: &mut NameIndex, part: &str| {
            let list = index.get(part);
            if !list.contains(&who) && list.len() < NAMESAKES {
                index.add(part, who);
            }
        };
        add(&mut self.by_last, name.last());
        add(&mut self.by_first, name.first());
        if let Some(nickname) = name.nickname() {
            add(&mut self.by_first, nickname);
        }
        for part in name.parts().iter().skip(1).rev().skip(1) {
            if !Lexicon::get().class_of(part, language).any(LexicalClass::GIVEN) && part.chars().count() > 1 {
                add(&mut self.by_middle, part);
            }
        }
    }

    fn among(&self, list: &[usize], fits: &dyn Fn(&PersonName) -> bool) -> Vec<usize> {
        list.iter().copied().filter(|&who| self.longest.get(who).is_some_and(|n| fits(n))).collect()
    }

    /// The persons whose longer names `name`, of several parts, is short for.
    fn shortened(&self, name: &PersonName) -> Vec<usize> {
        let mut found = self.among(self.by_last.get(name.last()), &|n| name.shortens(n));
        if found.is_empty() {
            found = self.among(self.by_first.get(name.first()), &|n| name.shortens(n));
        }
        found
    }

    /// The persons that a short name may mean; where the title before it gives the sex, those of that sex alone.
    fn fitting(&self, name: &PersonName) -> Vec<usize> {
        let found = if name.is_full() {
            self.shortened(name)
        } else {
            let lists = [&self.by_last, &self.by_first, &self.by_middle];
            let found = lists.into_iter().map(|l| self.among(l.get(name.last()), &|n| n.is_compatible(name)));
            found.into_iter().find(|f| !f.is_empty()).unwrap_or_default()
        };
        let of_sex = |who: &&usize| self.longest.get(**who).is_some_and(|n| n.gender() == name.title());
        let of_title: Vec<usize> = found.iter().filter(of_sex).copied().collect();
        if name.title().is_some() && of_title.len() == 1 { of_title } else { found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::name::gender_of_title;
    use crate::language::language_of;

    /// The persons of `names`, each in a paragraph of its own; “Mr”, “Mrs” and the like before a name are titles.
    fn people(names: &[&str]) -> Vec<usize> {
        together(&names.iter().map(|&n| [n]).collect::<Vec<_>>().iter().map(<[&str; 1]>::as_slice).collect::<Vec<_>>())
    }

    /// The persons of the names in several paragraphs, numbered as they come.
    fn together(paragraphs: &[&[&str]]) -> Vec<usize> {
        let mut names: Vec<PersonName> = Vec::new();
        let mut uses = Vec::new();
        let english = language_of(None, "").unwrap();
        for (paragraph, words) in paragraphs.iter().enumerate() {
            for name in *words {
                let (title, rest) = name.split_once(' ').unwrap_or(("", name));
                let sex = gender_of_title(title, english);
                let name = PersonName::new(if sex.is_some() { rest } else { name }, english).titled(sex);
                let known = names.iter().position(|n| *n == name).unwrap_or_else(|| {
                    names.push(name);
                    names.len() - 1
                });
                uses.push(NameUse { name: known, paragraph });
            }
        }
        let mut order: Vec<usize> = Vec::new();
        let number = |who: usize| {
            order.iter().position(|&w| w == who).unwrap_or_else(|| {
                order.push(who);
                order.len() - 1
            })
        };
        persons_of_uses(&names, &uses, english).into_iter().map(number).collect()
    }

    #[test]
    fn family_and_given_names_find_their_person() {
        assert_eq!(people(&["Jana Holt", "Holt", "Jana", "J. Holt", "HOLT"]), [0; 5]);
        assert_eq!(people(&["Holt", "Jana Holt"]), [0, 0]);
        assert_eq!(people(&["Omar al-Rashid", "Rashid", "al-Rashid"]), [0; 3]);
    }

    #[test]
    fn names_of_several_parts_are_shortened_at_either_end() {
        assert_eq!(people(&["van der Berg", "Ursula van der Berg", "Berg", "Van der Berg", "Ursula"]), [0; 5]);
        assert_eq!(people(&["Gabriel García Márquez", "García Márquez", "Gabriel García", "Márquez"]), [0; 4]);
        assert_eq!(people(&["Xi Jinping", "Xi", "Moon Jae-in", "Moon"]), [0, 0, 1, 1]);
        assert_eq!(people(&["Tomas Verrek Font", "Verrek"]), [0, 0]);
        assert_eq!(people(&["Van Morrison", "Morrison"]), [0, 0]);
    }

    #[test]
    fn nicknames_are_names() {
        assert_eq!(people(&["Robert \"Bob\" Hale", "Bob Hale", "Bob", "Hale"]), [0; 4]);
        assert_eq!(people(&["J.K. Rowling", "Joanne Rowling", "Rowling"]), [0; 3]);
        assert_eq!(people(&["Tom Weller", "Thomas Weller Jr.", "Weller"]), [0; 3]);
    }

    #[test]
    fn namesakes_stay_apart() {
        assert_eq!(people(&["Jana Holt", "Peter Holt", "Holt"]), [0, 1, 2]);
        assert_eq!(people(&["George W. Bush", "George H.W. Bush", "Bush"]), [0, 1, 2]);
        assert_eq!(people(&["Marine Le Pen", "Jean-Marie Le Pen", "Le Pen"]), [0, 1, 2]);
        assert_eq!(people(&["the Clintons", "Bill Clinton"]), [0, 1]);
    }

    #[test]
    fn a_bare_name_means_the_only_one_introduced_or_named_in_its_paragraph() {
        assert_eq!(people(&["Jana Holt", "Holt", "Peter Holt", "Holt"]), [0, 0, 1, 2]);
        let paragraphs: &[&[&str]] = &[&["Jana Holt", "Peter Holt"], &["Peter Holt", "Holt"], &["Holt"]];
        assert_eq!(together(paragraphs), [0, 1, 1, 1, 2]);
        assert_eq!(people(&["Holt", "Jana Holt", "Peter Holt"]), [0, 1, 2]);
    }

    #[test]
    fn a_bare_name_means_the_one_whom_the_article_is_about_unless_a_namesake_was_just_named() {
        let named = ["Holt", "Jana Holt", "Peter Holt", "Holt", "Jana Holt", "Holt", "Jana Holt", "Holt"];
        assert_eq!(people(&named), [0, 0, 1, 2, 0, 0, 0, 0]);
        assert_eq!(people(&["Jana Holt", "Holt", "Holt", "Peter Holt", "Holt"]), [0, 0, 0, 1, 2]);
        let separated: &[&[&str]] = &[&["Jana Holt", "Holt", "Holt"], &["Peter Holt"], &["Ada Moe"], &["Holt"]];
        assert_eq!(together(separated), [0, 0, 0, 1, 2, 0]);
    }

    #[test]
    fn titles_keep_namesakes_apart() {
        assert_eq!(people(&["Jana Holt", "Peter Holt", "Mrs Holt", "Mr Holt", "Holt"]), [0, 1, 0, 1, 2]);
        assert_eq!(people(&["Jana Holt", "Mr Holt"]), [0, 1]);
        assert_eq!(people(&["Mr Weller", "Mrs Weller", "Weller"]), [0, 1, 2]);
    }

    #[test]
    fn one_family_name_is_one_person_whatever_the_title() {
        assert_eq!(people(&["Mr Weller", "Weller"]), [0, 0]);
    }
}
