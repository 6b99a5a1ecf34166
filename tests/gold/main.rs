//! The analysis against what a person wrote down about each fixture, with the least that it has to reach.
//!
//! Snapshots only say that something changed; gold says whether it is right. `NAME.gold` stands beside each fixture and
//! was written from its text alone.
#![cfg(not(target_arch = "wasm32"))]

mod gold;
mod score;

use gold::Gold;
use postil::{Analysis, Options, analyze, decode, from_html, from_text};
use score::{Scores, Tally};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Fixtures in languages that have no pack, and that say so: no names, no speakers.
const OTHER_LANGUAGES: [&str; 5] = [
    "comments-forum/source",
    "french-quotes/page",
    "german-microdata/page",
    "german-quotes/page",
    "right-to-left/page",
];

/// Fixtures in such languages that say nothing, and have too few words to tell.
const UNDECLARED_LANGUAGES: [&str; 2] = ["comments-plain-german/source", "quotes/languages"];

/// F1 in percent that each group has to reach: what it has, less a few points, or one answer where there are few.
const FLOORS: [(&str, &str, f64); 36] = [
    ("entities", "article", 96.0),
    ("entities", "comments", 100.0),
    ("entities", "kind of quote", 90.0),
    ("entities", "names", 93.0),
    ("entities", "normalised", 98.0),
    ("entities", "quotes", 97.0),
    ("entities", "reports", 84.0),
    ("entities", "speaker of quote", 94.0),
    ("entities", "speaker of report", 82.0),
    ("entities", "values", 98.0),
    ("other languages", "article", 95.0),
    ("other languages", "comments", 100.0),
    ("other languages", "kind of quote", 84.0),
    ("other languages", "names", 100.0),
    ("other languages", "quotes", 97.0),
    // nobody is to be shown there, and names still are
    ("other languages", "speaker of quote", 40.0),
    ("pages", "article", 96.0),
    ("pages", "comments", 100.0),
    ("pages", "kind of quote", 83.0),
    ("pages", "names", 74.0),
    ("pages", "quotes", 85.0),
    ("pages", "reports", 60.0),
    ("pages", "speaker of quote", 66.0),
    ("pages", "speaker of report", 66.0),
    ("quotes", "article", 95.0),
    ("quotes", "kind of quote", 93.0),
    ("quotes", "names", 88.0),
    ("quotes", "quotes", 98.0),
    ("quotes", "reports", 40.0),
    ("quotes", "speaker of quote", 92.0),
    ("quotes", "speaker of report", 50.0),
    ("undeclared", "article", 100.0),
    ("undeclared", "comments", 100.0),
    ("undeclared", "kind of quote", 80.0),
    // none are to be found there: English is read into texts with too few words to tell
    ("undeclared", "names", 0.0),
    ("undeclared", "quotes", 100.0),
];

#[test]
fn fixtures_are_understood_as_a_person_does() {
    let scores = scores();
    let (mut table, mut low) = (String::new(), false);
    let mut floors: BTreeMap<(&str, &str), f64> =
        FLOORS.iter().map(|&(group, what, floor)| ((group, what), floor)).collect();
    for (group, scores) in &scores {
        for (what, tally) in &scores.tallies {
            let floor = floors.remove(&(*group, *what));
            low |= floor.is_none_or(|floor| tally.f1() < floor);
            line(&mut table, group, what, *tally, floor);
        }
    }
    let faults: Vec<&str> = scores.values().flat_map(|scores| &scores.faults).map(String::as_str).collect();
    println!("{table}\n{}", faults.join("\n"));
    assert!(!low, "below a floor, or without one:\n{table}\n{}", faults.join("\n"));
    assert!(floors.is_empty(), "floors for nothing: {floors:?}");
}

/// By group of fixtures.
fn scores() -> BTreeMap<&'static str, Scores> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut scores: BTreeMap<&str, Scores> = BTreeMap::new();
    for (name, path) in articles(&fixtures) {
        let analysis = analysis(&path);
        let file = fs::read_to_string(path.with_extension("gold")).expect("each fixture has gold beside it");
        let gold = Gold::parse(&file, &analysis.article.text);
        scores.entry(group(&name)).or_default().add(&name, &gold, &analysis);
    }
    scores
}

/// Name and path of each fixture.
fn articles(fixtures: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for folder in fs::read_dir(fixtures).expect("there are fixtures") {
        for entry in fs::read_dir(folder.expect("a folder").path()).expect("it is a folder") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|extension| extension == "txt" || extension == "html") {
                let name = path.with_extension("").strip_prefix(fixtures).expect("inside").display().to_string();
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

fn analysis(path: &Path) -> Analysis {
    let mut options = Options::default();
    let page = if path.extension().is_some_and(|extension| extension == "html") {
        from_html(&decode(&fs::read(path).expect("a fixture")))
    } else {
        let file = fs::read_to_string(path).expect("a fixture");
        // there the first line is the day the article appeared
        let dated = path.parent().is_some_and(|folder| folder.ends_with("entities"));
        let (day, text) = file.split_once('\n').filter(|_| dated).unwrap_or(("", &file));
        options.published = dated.then(|| day.to_owned());
        from_text(text)
    };
    analyze(&page.expect("a fixture can be read"), &options)
}

fn group(name: &str) -> &'static str {
    match name.split_once('/') {
        _ if OTHER_LANGUAGES.contains(&name) => "other languages",
        _ if UNDECLARED_LANGUAGES.contains(&name) => "undeclared",
        Some(("entities", _)) => "entities",
        Some(("quotes", _)) => "quotes",
        _ => "pages",
    }
}

fn line(table: &mut String, group: &str, what: &str, tally: Tally, floor: Option<f64>) {
    let Tally { right, invented, missed } = tally;
    let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
    let floor = floor.map_or("none".to_owned(), |floor| format!("{floor:.0}"));
    let counts = format!("{right:4} right {missed:3} missed {invented:3} invented");
    writeln!(table, "{group:15} {what:17} {counts}  P {precision:5.1} R {recall:5.1} F1 {f1:5.1}  floor {floor}")
        .expect("a string takes all");
}
