//! Names that differ in writing but not in meaning.

use super::accent::without_accents;
use crate::entity::kind::EntityKind;
use crate::language::Language;
use crate::model::List;
use std::borrow::Cow;

/// What makes two names of `kind` the same: case, articles, possessives, stops, legal forms and known aliases set aside.
pub(crate) fn name_key(kind: EntityKind, name: &str, language: &Language) -> String {
    let folded = fold(name);
    let bare = without_possessive(&folded, language).or_else(|| folded.strip_suffix('\''));
    let name = bare.unwrap_or(&folded).trim_end();
    let name = without_article(name, language);
    if let Some(known) = canonical(name) {
        return known.to_owned();
    }
    // “St. Louis” is “St Louis”, “Co.,” is “Co”
    let plain = if name.contains(['.', ',']) {
        Cow::Owned(name.split(' ').map(|word| word.trim_end_matches(['.', ','])).collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(name)
    };
    let mut rest = &*plain;
    if kind == EntityKind::Organization {
        while let Some((before, last)) = rest.rsplit_once(' ')
            && List::LegalForms.has(last)
        {
            rest = before;
        }
    }
    if kind == EntityKind::Group {
        rest = language
            .inflection
            .singular(rest)
            .filter(|one| one.len() > 2 && language.inflection.singular(one).is_none())
            .unwrap_or(rest);
    }
    let known = if rest.len() < name.len() { canonical(rest) } else { None };
    known.map_or_else(|| without_accents(rest).into_owned(), str::to_owned)
}

/// `name` in lower case with one space between words, its apostrophes and hyphens as they are typed.
fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
            continue;
        }
        folded.extend(word.to_lowercase().chars().map(|c| match c {
            '’' => '\'',
            '‐' | '‑' => '-',
            c => c,
        }));
    }
    folded
}

/// `name` without what makes a possessive at its end; `None` where there is nothing of the kind.
pub(crate) fn without_possessive<'n>(name: &'n str, language: &Language) -> Option<&'n str> {
    language.grammar.possessive_clitics.iter().find_map(|clitic| name.strip_suffix(clitic))
}

/// `name`, in lower case, without an article at its head.
fn without_article<'n>(name: &'n str, language: &Language) -> &'n str {
    let rest = name.strip_prefix(language.grammar.definite_article).and_then(|rest| rest.strip_prefix(' '));
    rest.unwrap_or(name)
}

/// Whether `name` ends in a company's legal form.
pub(crate) fn is_company(name: &str, language: &Language) -> bool {
    let last = name.split_whitespace().skip(1).last().unwrap_or_default().trim_end_matches('.');
    let weak = |word: &&str| word.eq_ignore_ascii_case(last);
    List::LegalForms.has_folded(last) && !language.name.weak_legal_forms.iter().any(weak)
}

/// The name that `name` is an alias of.
fn canonical(name: &str) -> Option<&'static str> {
    List::Aliases.value(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;
    use EntityKind::{Group, Location, Organization};

    fn key(kind: EntityKind, name: &str) -> String {
        name_key(kind, name, language_of(None, "").unwrap())
    }

    fn same(kind: EntityKind, names: &[&str]) {
        let keys: Vec<String> = names.iter().map(|n| key(kind, n)).collect();
        assert!(keys.iter().all(|k| *k == keys[0]), "{keys:?}");
    }

    #[test]
    fn countries_and_cities_have_several_names() {
        same(Location, &["United States", "the U.S.", "US", "USA", "U.S.A.", "United States’"]);
        same(Location, &["Washington, D.C.", "Washington", "Washington DC"]);
        same(Location, &["Bogotá", "Bogota\u{301}", "Bogota"]);
        same(Location, &["Türkiye", "Turkey"]);
        same(Location, &["St. Louis", "St Louis", "ST.\nLOUIS"]);
        assert_ne!(key(Location, "South Korea"), key(Location, "North Korea"));
    }

    #[test]
    fn legal_forms_and_articles_name_nobody() {
        same(Organization, &["Apple Inc.", "Apple", "Apple Inc", "Apple's", "APPLE"]);
        same(Organization, &["Harlow & Sons Co. Ltd.", "Harlow & Sons"]);
        same(Organization, &["the Islamic State group", "Islamic State", "IS", "ISIS"]);
        assert_ne!(key(Organization, "Group"), key(Organization, "Company"));
    }

    #[test]
    fn peoples_are_one_in_singular_and_plural_noun_and_adjective() {
        same(Group, &["Iraqi", "Iraqis"]);
        same(Group, &["Danish", "Danes", "Dane"]);
        same(Group, &["South Korean", "South Koreans"]);
    }

    #[test]
    fn aliases_mean_no_alias() {
        assert!(List::Aliases.entries().filter_map(|e| e.split_once('=')).all(|(_, name)| canonical(name).is_none()));
    }
}
