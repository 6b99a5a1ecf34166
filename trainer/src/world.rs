//! Word clusters and gazetteers, gathered into what the tagger knows of the world.

use anyhow::{Context, Result};
use postil::train::{World, phrase, word};
use postil::{Span, tokenize};
use std::fs;
use std::path::Path;

/// The lists of the gazetteer, in the order of their bits.
const LISTS: [&str; 9] = [
    "given-names",
    "surnames",
    "persons",
    "countries",
    "regions",
    "cities",
    "nationalities",
    "organisations",
    "events",
];

/// Reads clusters (a word, a tab, its fine, middle and coarse cluster) and the lists under `gazetteer`, one name a line.
///
/// # Errors
/// When a file cannot be read or is not in this form.
pub(crate) fn read(clusters: &Path, gazetteer: &Path) -> Result<World> {
    let table = fs::read_to_string(clusters).with_context(|| format!("{} cannot be read", clusters.display()))?;
    let mut words = Vec::new();
    let mut classes: Vec<(u16, u16)> = Vec::new();
    for (n, line) in table.lines().enumerate() {
        let bad = || format!("{}:{} is not a word and three clusters", clusters.display(), n + 1);
        let mut fields = line.split('\t');
        let name = fields.next().with_context(bad)?;
        let mut cluster = || fields.next().and_then(|f| f.parse::<u16>().ok()).with_context(bad);
        let (fine, middle, coarse) = (cluster()?, cluster()?, cluster()?);
        words.push((word(name), fine));
        if classes.len() <= usize::from(fine) {
            classes.resize(usize::from(fine) + 1, (0, 0));
        }
        classes[usize::from(fine)] = (middle, coarse);
    }
    let mut phrases = Vec::new();
    for (bit, list) in LISTS.iter().enumerate() {
        let path = gazetteer.join(format!("{list}.txt"));
        let Ok(names) = fs::read_to_string(&path) else {
            eprintln!("there is no {}", path.display());
            continue;
        };
        for name in names.lines() {
            let lower = name.to_lowercase();
            let tokens = tokenize(&lower, Span::new(0, lower.len()));
            phrases.push((tokens.iter().fold(0, |key, t| phrase(key, word(t.str(&lower)))), 1 << bit));
        }
    }
    Ok(World::new(&words, classes, &phrases))
}
