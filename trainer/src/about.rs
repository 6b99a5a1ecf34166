//! What a model file says of itself at its head: for each part the corpora that it was learned from, and their terms.

use crate::data::Document;
use std::collections::{BTreeMap, BTreeSet};

/// Parts learned from PolNeAR, which states no licence.
const QUOTES: [(&str, &str); 2] =
    [("reports", "PolNeAR 1.0.0: no licence stated"), ("speakers", "PolNeAR 1.0.0: no licence stated")];

/// `old` with lines for the part “names”, which was learned from `documents`.
pub(crate) fn of_names(old: Option<&Vec<u8>>, documents: &[Document]) -> Vec<u8> {
    let mut lines: BTreeSet<String> = kept(old, |part| part != "names");
    lines.extend(documents.iter().map(|d| format!("names: {}: {}", d.source, d.license)));
    written(&lines)
}

/// `old` with a line for each part of `parts` that tells of quotes, and none for one that is not there.
pub(crate) fn of_quotes(old: Option<&Vec<u8>>, parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut lines = kept(old, |part| part == "names");
    let there = QUOTES.iter().filter(|(part, _)| parts.contains_key(*part));
    lines.extend(there.map(|(part, corpus)| format!("{part}: {corpus}")));
    written(&lines)
}

/// The lines of `old` about parts that `keep` wants.
fn kept(old: Option<&Vec<u8>>, keep: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let old = String::from_utf8_lossy(old.map(Vec::as_slice).unwrap_or_default()).into_owned();
    old.lines().filter(|line| line.split_once(": ").is_some_and(|(part, _)| keep(part))).map(str::to_owned).collect()
}

fn written(lines: &BTreeSet<String>) -> Vec<u8> {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_names_its_corpora_once() {
        let document = |source: &str, license: &str| Document {
            source: source.to_owned(),
            license: license.to_owned(),
            text: String::new(),
            names: Vec::new(),
        };
        let documents = [document("harbour", "CC BY"), document("harbour", "CC BY"), document("tide", "research")];
        let about = of_names(Some(&b"names: old: CC0\n".to_vec()), &documents);
        let parts = BTreeMap::from([("reports".to_owned(), Vec::new())]);
        let about = String::from_utf8(of_quotes(Some(&about), &parts)).unwrap();
        assert_eq!(about, "names: harbour: CC BY\nnames: tide: research\nreports: PolNeAR 1.0.0: no licence stated\n");
    }
}
