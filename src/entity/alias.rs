//! Names that differ in writing but not in meaning.

use super::EntityKind;
use crate::model::List;
use std::borrow::Cow;

/// What makes two names of `kind` the same: case, articles, possessives, stops, legal forms and known aliases set aside.
pub(super) fn key(kind: EntityKind, name: &str) -> String {
    let folded = fold(name);
    let name = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(&folded).trim_end();
    let name = name.strip_prefix("the ").unwrap_or(name);
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
        rest = rest.strip_suffix('s').filter(|one| one.len() > 2 && !one.ends_with('s')).unwrap_or(rest);
    }
    let known = if rest.len() < name.len() { canonical(rest) } else { None };
    known.unwrap_or(rest).to_owned()
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

/// Whether `name` ends in a company's legal form.
pub(super) fn is_company(name: &str) -> bool {
    let last = name.split_whitespace().skip(1).last().unwrap_or_default().trim_end_matches('.');
    let other = ["group", "company", "holding", "se", "ab", "&"];
    List::LegalForms.has_folded(last) && !other.iter().any(|word| word.eq_ignore_ascii_case(last))
}

/// The name that `name` is an alias of.
fn canonical(name: &str) -> Option<&'static str> {
    List::Aliases.value(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityKind::{Group, Location, Organization};

    fn same(kind: EntityKind, names: &[&str]) {
        let keys: Vec<String> = names.iter().map(|n| key(kind, n)).collect();
        assert!(keys.iter().all(|k| *k == keys[0]), "{keys:?}");
    }

    #[test]
    fn countries_and_cities_have_several_names() {
        same(Location, &["United States", "the U.S.", "US", "USA", "U.S.A.", "United States’"]);
        same(Location, &["Washington, D.C.", "Washington", "Washington DC"]);
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
