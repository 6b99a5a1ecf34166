//! Trains Postil's models from annotated text.

mod about;
mod crf;
mod data;
mod index;
mod mend;
mod names;
mod random;
mod reports;
mod resources;
mod score;
mod speakers;
mod tagger;
mod text;
mod variants;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use crf::Settings;
use names::Mixture;
use postil::train::{model_parts, write_model};
use resources::Gazetteer;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tagger::Plan;

/// How much the documents of some corpora count: the small ones that are written with care more than their share.
const WEIGHTS: [&str; 2] = ["GUM=2", "wikigold=1.5"];

/// Trains Postil's models from annotated text.
#[derive(Parser)]
struct Arguments {
    /// The folder of the corpora: ner-train.jsonl, ner-dev.jsonl, ner-worldwide-train.jsonl,
    /// ner-worldwide-dev.jsonl, quotes-train.jsonl, quotes-dev.jsonl, word-clusters.tsv
    #[arg(long)]
    data: PathBuf,
    /// The folder of models, with the word lists and the gazetteer
    #[arg(long, default_value = "models")]
    models: PathBuf,
    /// The model file to write; what is not trained anew is taken over from it
    #[arg(long)]
    out: PathBuf,
    /// Train only this: names, reports or speakers
    #[arg(long)]
    only: Option<String>,
    /// Train on openly licensed documents only: names, and nothing of quotes
    #[arg(long)]
    open: bool,
    /// Leave out the corpora whose name begins so, and report on them
    #[arg(long)]
    hold: Option<String>,
    /// Leave out this kind of features (a number of `Feature`); may be given more than once
    #[arg(long)]
    without: Vec<u8>,
    #[arg(long, default_value_t = 4)]
    epochs: usize,
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    #[arg(long, default_value_t = 0.0005)]
    decay: f32,
    #[arg(long, default_value_t = 0.3)]
    dropout: f32,
    #[arg(long, default_value_t = 0.3)]
    blind: f32,
    #[arg(long, default_value_t = 0.4)]
    alone: f32,
    #[arg(long, default_value_t = 120_000)]
    keep: usize,
    #[arg(long, default_value_t = 50_000)]
    keep_reports: usize,
    #[arg(long, default_value_t = 0.0)]
    taught: f32,
    #[arg(long, default_value_t = 0.4)]
    varied: f32,
    /// How much the documents of a corpus count, by the beginning of its name: `conll03=0.7`
    #[arg(long, value_parser = weight, default_values = WEIGHTS)]
    weight: Vec<(String, f32)>,
    #[arg(long, default_value_t = 4)]
    average: u64,
    #[arg(long, default_value_t = 3)]
    average_reports: u64,
}

fn main() -> Result<()> {
    let a = Arguments::parse();
    let asked = |part: &str| a.only.as_deref().is_none_or(|only| only == part) && (part == "names" || !a.open);
    ensure!(["names", "reports", "speakers"].iter().any(|p| asked(p)), "--only takes names, reports or speakers");
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    if a.only.is_some() {
        let old = fs::read(&a.out).with_context(|| format!("{} cannot be read", a.out.display()))?;
        parts.extend(model_parts(&old)?);
    }
    let settings = Settings {
        epochs: a.epochs,
        rate: a.rate,
        decay: a.decay,
        dropout: a.dropout,
        blind: a.blind,
        alone: a.alone,
        seed: 0,
    };
    if asked("names") {
        names(&a, &settings, &mut parts)?;
    }
    let names_only: Vec<(&str, &[u8])> =
        ["names", "world"].iter().filter_map(|&p| Some((p, parts.get(p)?.as_slice()))).collect();
    postil::load_model(&write_model(&names_only))?;
    if asked("reports") {
        let without = a.without.iter().fold(0, |set, kind| set | 1 << kind);
        let plan = Plan {
            // longer and with less left out than names: there is more text, and of one kind
            settings: Settings { epochs: 8, decay: 0.0, dropout: 0.1, blind: 0.2, ..settings },
            without,
            keep: a.keep_reports,
            unit: 16.0,
            floor: 1,
            models: a.average_reports,
        };
        let mut reports = reports::train(&data::read_articles(&a.data.join("quotes-train.jsonl"))?, &plan);
        reports.report(&data::read_articles(&a.data.join("quotes-dev.jsonl"))?);
        parts.insert("reports".to_owned(), reports.write());
    }
    if asked("speakers") {
        let speakers = speakers::train(&a.data.join("quotes-train.jsonl"), &a.data.join("quotes-dev.jsonl"))?;
        parts.insert("speakers".to_owned(), speakers);
    }
    parts.insert("about".to_owned(), about::of_quotes(parts.get("about"), &parts));
    parts.insert("known".to_owned(), resources::wikidata_items(&a.models.join("gazetteer"))?);
    let listed: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    for (name, bytes) in &listed {
        println!("{name}: {} bytes", bytes.len());
    }
    fs::write(&a.out, write_model(&listed)).with_context(|| format!("{} cannot be written", a.out.display()))
}

/// Reads `NAME=WEIGHT`.
fn weight(typed: &str) -> Result<(String, f32), String> {
    let (name, weight) = typed.split_once('=').ok_or("there is no “=” in it")?;
    Ok((name.to_owned(), weight.parse().map_err(|_| "that is no number")?))
}

fn names(a: &Arguments, settings: &Settings, parts: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let gazetteer = Gazetteer::read(&a.models.join("gazetteer"), &a.models.join("cues.txt"))?;
    let resources = resources::lexical_resources(&a.data.join("word-clusters.tsv"), &gazetteer)?;
    let mut documents = data::read_all(&a.data, &["ner-train.jsonl", "ner-worldwide-train.jsonl"])?;
    if a.open {
        documents.retain(|d| d.license.contains("CC BY"));
    }
    for document in documents.iter_mut().filter(|d| d.source.starts_with(mend::CUT)) {
        *document = mend::whole_names(document);
    }
    let mut tested = data::read_all(&a.data, &["ner-dev.jsonl", "ner-worldwide-dev.jsonl"])?;
    // beside the names as they are annotated, the same with those that were cut put together
    let cut = tested.iter().filter(|d| d.source.starts_with(mend::CUT));
    let whole: Vec<_> =
        cut.map(|d| data::Document { source: format!("whole {}", d.source), ..mend::whole_names(d) }).collect();
    tested.extend(whole);
    if let Some(hold) = &a.hold {
        let (held, rest) = documents.into_iter().partition(|d| d.source.starts_with(hold.as_str()));
        (tested, documents) = (held, rest);
    }
    let bare = if a.taught > 0.0 { data::read(&a.data.join("quotes-train.jsonl"))? } else { Vec::new() };
    let without = a.without.iter().fold(0, |set, kind| set | 1 << kind);
    let plan = Plan { settings: settings.clone(), without, keep: a.keep, unit: 12.0, floor: 2, models: a.average };
    let mixture = Mixture { varied: a.varied, taught: a.taught, weights: a.weight.clone() };
    let mut trained = names::train(&documents, &bare, (&resources, &gazetteer), &mixture, &plan);
    names::report(&mut trained, &tested, &resources);
    parts.insert("about".to_owned(), about::of_names(parts.get("about"), &documents));
    parts.insert("world".to_owned(), resources.write());
    parts.insert("names".to_owned(), trained.write());
    Ok(())
}
