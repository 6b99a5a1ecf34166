//! Trains Postil's models from annotated text.

mod crf;
mod data;
mod index;
mod names;
mod random;
mod score;
mod variants;
mod world;

use anyhow::{Context, Result};
use clap::Parser;
use crf::Settings;
use names::Plan;
use postil::train::write_model;
use std::fs;
use std::path::{Path, PathBuf};
use world::Gazetteer;

/// Trains Postil's models from annotated text.
#[derive(Parser)]
struct Arguments {
    /// The folder of the corpora: ner-train.jsonl, ner-dev.jsonl, quotes-train.jsonl, word-clusters.tsv
    #[arg(long)]
    data: PathBuf,
    /// The folder of the gazetteer's lists
    #[arg(long, default_value = "models/gazetteer")]
    gazetteer: PathBuf,
    /// The model file to write
    #[arg(long)]
    out: Option<PathBuf>,
    /// Train on openly licensed documents only
    #[arg(long)]
    open: bool,
    /// Leave out the corpora whose name begins so, and report on them
    #[arg(long)]
    hold: Option<String>,
    /// Leave out this kind of features (a number); may be given more than once
    #[arg(long)]
    without: Vec<u8>,
    #[arg(long, default_value_t = 10)]
    epochs: usize,
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    #[arg(long, default_value_t = 0.0)]
    decay: f32,
    #[arg(long, default_value_t = 0.1)]
    dropout: f32,
    #[arg(long, default_value_t = 0.2)]
    blind: f32,
    #[arg(long, default_value_t = 0.4)]
    alone: f32,
    #[arg(long, default_value_t = 2)]
    least: u32,
    #[arg(long, default_value_t = 130_000)]
    keep: usize,
    #[arg(long, default_value_t = 0.0)]
    taught: f32,
    #[arg(long, default_value_t = 0.0)]
    varied: f32,
    #[arg(long, default_value_t = 2)]
    models: u64,
}

fn main() -> Result<()> {
    let a = Arguments::parse();
    let gazetteer = Gazetteer::read(&a.gazetteer, Path::new("models/cues.txt"))?;
    let world = world::gather(&a.data.join("word-clusters.tsv"), &gazetteer)?;
    let mut documents = data::read(&a.data.join("ner-train.jsonl"))?;
    if a.open {
        documents.retain(|d| d.license.contains("CC BY"));
    }
    let mut tested = data::read(&a.data.join("ner-dev.jsonl"))?;
    if let Some(hold) = &a.hold {
        let (held, rest) = documents.into_iter().partition(|d| d.source.starts_with(hold.as_str()));
        (tested, documents) = (held, rest);
    }
    let texts = if a.taught > 0.0 { data::read(&a.data.join("quotes-train.jsonl"))? } else { Vec::new() };
    let plan = Plan {
        settings: Settings {
            epochs: a.epochs,
            rate: a.rate,
            decay: a.decay,
            dropout: a.dropout,
            blind: a.blind,
            alone: a.alone,
            seed: 0,
        },
        least: a.least,
        without: a.without.iter().fold(0, |set, kind| set | 1 << kind),
        keep: a.keep,
        taught: a.taught,
        varied: a.varied,
        models: a.models,
    };
    let mut trained = names::train(&documents, &texts, &world, &gazetteer, &plan);
    trained.report(&tested, &world);
    if let Some(out) = &a.out {
        let file = write_model(&[("world", &world.write()), ("names", &trained.write())]);
        fs::write(out, &file).with_context(|| format!("{} cannot be written", out.display()))?;
        println!("{}: {} bytes", out.display(), file.len());
    }
    Ok(())
}
