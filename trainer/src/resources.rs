//! Word clusters and gazetteers, as a model file holds them.

use anyhow::{Context, Result, bail};
use postil::train::{LexicalResources, kind_code, phrase, word, write_wikidata_items};
use postil::{EntityKind, Span, tokenize};
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

/// The gazetteer's names by list, in the order of [`LISTS`], in their natural casing.
pub(crate) struct Gazetteer(Vec<Vec<String>>);

/// Lists kept by hand beside those that are gathered, and the list that each belongs to; names separated by `|`, headings after `#`.
const KEPT: [(&str, &str); 1] = [("world-organisations", "organisations")];

/// Sections of the word list `cues.txt` that name phrases too, and the list they belong to.
const SECTIONS: [(&str, &str); 3] =
    [("region", "regions"), ("people", "nationalities"), ("organisation", "organisations")];

impl Gazetteer {
    /// Reads the lists under `folder`, one name a line, and the names in the word list `cues`, separated by `|`.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn read(folder: &Path, cues: &Path) -> Result<Self> {
        let read = |path: &Path| fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
        let cues = read(cues)?;
        let mut lists = Vec::new();
        for list in LISTS {
            let mut names: Vec<String> =
                read(&folder.join(format!("{list}.txt")))?.lines().map(str::to_owned).collect();
            for (kept, _) in KEPT.iter().filter(|k| k.1 == list) {
                let file = read(&folder.join(format!("{kept}.txt")))?;
                let lines = file.lines().filter(|line| !line.starts_with('#'));
                names.extend(lines.flat_map(|line| line.split('|')).filter(|n| !n.is_empty()).map(str::to_owned));
            }
            for (section, _) in SECTIONS.iter().filter(|s| s.1 == list) {
                let opened = format!("# {section}\n");
                let rest = cues.split_once(&opened).map(|c| c.1).unwrap_or_default();
                let rest = rest.split("\n# ").next().unwrap_or_default();
                names.extend(rest.split(['|', '\n']).filter(|n| !n.is_empty()).map(str::to_owned));
            }
            lists.push(names);
        }
        Ok(Self(lists))
    }

    /// The names of a list.
    pub(crate) fn list(&self, name: &str) -> &[String] {
        LISTS.iter().position(|l| *l == name).map(|at| self.0[at].as_slice()).unwrap_or_default()
    }
}

/// The lexical resources: clusters (a word, a tab, its fine, middle and coarse cluster) and the gazetteer.
///
/// # Errors
/// When the table of clusters cannot be read or is not in this form.
pub(crate) fn lexical_resources(path: &Path, gazetteer: &Gazetteer) -> Result<LexicalResources> {
    let table = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut words = Vec::new();
    let mut clusters: Vec<(u16, u16)> = Vec::new();
    for (n, line) in table.lines().enumerate() {
        let bad = || format!("{}:{} is not a word and three clusters", path.display(), n + 1);
        let mut fields = line.split('\t');
        let name = fields.next().with_context(bad)?;
        let mut cluster = || fields.next().and_then(|f| f.parse::<u16>().ok()).with_context(bad);
        let (fine, middle, coarse) = (cluster()?, cluster()?, cluster()?);
        words.push((word(name), fine));
        if clusters.len() <= usize::from(fine) {
            clusters.resize(usize::from(fine) + 1, (0, 0));
        }
        clusters[usize::from(fine)] = (middle, coarse);
    }
    let mut phrases = Vec::new();
    for (bit, names) in gazetteer.0.iter().enumerate() {
        for name in names {
            let lower = name.to_lowercase();
            let tokens = tokenize(&lower, Span::new(0, lower.len()));
            phrases.push((tokens.iter().fold(0, |key, t| phrase(key, word(t.str(&lower)))), 1 << bit));
        }
    }
    Ok(LexicalResources::new(&words, clusters, &phrases))
}

/// Names with items in Wikidata, out of the tables `known*.tsv` in `folder`: the item, the kind, the name, further names separated by `|`.
///
/// # Errors
/// When a table cannot be read or is not in this form.
pub(crate) fn wikidata_items(folder: &Path) -> Result<Vec<u8>> {
    let mut tables = String::new();
    for file in ["known.tsv", "known-cities.tsv"] {
        let path = folder.join(file);
        tables += &fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    }
    let mut names = Vec::new();
    for line in tables.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [item, kind, name, further] = fields.as_slice() else { bail!("“{line}” has no four columns") };
        let item: u32 = item.strip_prefix('Q').and_then(|n| n.parse().ok()).context("an item without a number")?;
        let kind = match *kind {
            "organization" => EntityKind::Organization,
            "location" => EntityKind::Location,
            other => bail!("“{other}” is no kind of known names"),
        };
        let further = further.split('|').filter(|n| !n.is_empty());
        names.extend(std::iter::once(*name).chain(further).map(|name| (name, kind_code(kind), item)));
    }
    Ok(write_wikidata_items(&names))
}
