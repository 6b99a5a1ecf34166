//! Names that differ in writing but not in meaning.

use super::EntityKind;
use crate::model::List;

/// What makes two names of `kind` the same: case, articles, possessives, stops, legal forms and known aliases set aside.
pub(super) fn key(kind: EntityKind, name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'").replace(['‐', '‑'], "-");
    let stripped = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    let mut words: Vec<&str> = stripped.split_whitespace().collect();
    if words.len() > 1 && words.first() == Some(&"the") {
        words.remove(0);
    }
    if let Some(known) = canonical(&words.join(" ")) {
        return known.to_owned();
    }
    // “St. Louis” is “St Louis”, “Co.,” is “Co”
    for word in &mut words {
        *word = word.trim_end_matches(['.', ',']);
    }
    if kind == EntityKind::Organization {
        while words.len() > 1 && words.last().is_some_and(|w| List::LegalForms.has(w)) {
            words.pop();
        }
    }
    let folded = words.join(" ");
    let plural =
        folded.strip_suffix('s').filter(|one| kind == EntityKind::Group && one.len() > 2 && !one.ends_with('s'));
    let folded = plural.map(str::to_owned).unwrap_or(folded);
    canonical(&folded).map(str::to_owned).unwrap_or(folded)
}

/// Whether `name` ends in a company's legal form.
pub(super) fn is_company(name: &str) -> bool {
    let lower = name.to_lowercase();
    let last = lower.split_whitespace().skip(1).last().unwrap_or_default().trim_end_matches('.');
    List::LegalForms.has(last) && !matches!(last, "group" | "company" | "holding" | "se" | "ab" | "&")
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
