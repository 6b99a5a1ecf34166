//! Makes Postil's models out of annotated texts.

mod speakers;

use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    model: Model,
}

#[derive(Subcommand)]
enum Model {
    /// Who speaks in a quote, and what is speech.
    Speakers {
        /// Articles with attributions to learn from, JSON Lines.
        quotes: PathBuf,
        /// Where the weights go.
        #[arg(long, default_value = "models/speakers.bin")]
        out: PathBuf,
        /// Other articles, to tell how well it learned.
        #[arg(long)]
        held: Option<PathBuf>,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().model {
        Model::Speakers { quotes, out, held } => speakers::train(&quotes, &out, held.as_deref()),
    }
}
