//! Thirty invented articles of many sorts: what is named in each, what is the same, and which dates and amounts are meant.
#![cfg(not(target_arch = "wasm32"))]

use postil::{Analysis, EntityKind, Options, analyze, from_text};
use std::fmt::Write;
use std::path::Path;

/// One line a cluster of names, `kind · name · mentions · references · description`; then one a date or amount, `kind · words · value`.
fn table(analysis: &Analysis) -> String {
    let text = analysis.article.text.as_str();
    let folded = |words: &str| words.replace('\n', "⏎");
    let mut out = String::new();
    for cluster in &analysis.clusters {
        let mentions: Vec<_> = cluster.mentions.iter().map(|&i| &analysis.mentions[i.index()]).collect();
        if mentions[0].value.is_some() || is_measure(cluster.kind) {
            continue;
        }
        let names: Vec<String> = mentions.iter().map(|m| folded(m.span.str(text))).collect();
        let references: Vec<String> = cluster.references.iter().map(|r| folded(r.str(text))).collect();
        let kind = format!("{:?}", cluster.kind).to_lowercase();
        let description = cluster.description.as_deref().unwrap_or("-");
        let references = if references.is_empty() { "-".to_owned() } else { references.join(", ") };
        writeln!(out, "{kind} · {} · {} · {references} · {description}", cluster.name, names.join(", "))
            .expect("a string takes all");
    }
    for mention in analysis.mentions.iter().filter(|m| is_measure(m.kind)) {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        let value = mention.value.as_deref().unwrap_or("-");
        writeln!(out, "{kind} · {} · {value}", folded(mention.span.str(text))).expect("a string takes all");
    }
    out
}

fn is_measure(kind: EntityKind) -> bool {
    use EntityKind::{Date, Money, Percent, Quantity, Time};
    matches!(kind, Date | Time | Money | Percent | Quantity)
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/entities");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension != "gold"));
    paths.sort();
    assert_eq!(paths.len(), 30);
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // the first line is the day the article appeared
        let file = std::fs::read_to_string(&path).unwrap();
        let (published, text) = file.split_once('\n').unwrap();
        let options = Options { published: Some(published.to_owned()), ..Options::default() };
        let analysis = from_text(text).map(|snapshot| analyze(&snapshot, &options)).unwrap_or_default();
        insta::assert_snapshot!(format!("entities_{name}"), table(&analysis));
    }
}
