//! How long the names alone take: documents from standard input, `{"text"}` a line, read again and again.

use anyhow::{Context, Result};
use postil::train::count_names;
use serde::Deserialize;
use std::hint::black_box;
use std::io::stdin;
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct Document {
    text: String,
}

/// Prints `{"seconds": […]}`, one number for each time that all documents were read, for the seconds after `--time`.
fn main() -> Result<()> {
    let mut arguments = std::env::args().skip_while(|a| a != "--time").skip(1);
    let seconds: f64 = arguments.next().map_or(Ok(5.0), |s| s.parse()).context("--time takes seconds")?;
    let documents: Vec<Document> =
        stdin().lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect::<Result<_>>()?;
    let once = || documents.iter().map(|d| count_names(&d.text)).sum::<usize>();
    black_box(once()); // reads the model
    let start = Instant::now();
    let mut taken = Vec::new();
    while start.elapsed() < Duration::from_secs_f64(seconds) || taken.is_empty() {
        let before = Instant::now();
        black_box(once());
        taken.push(before.elapsed().as_secs_f64());
    }
    println!("{}", serde_json::json!({ "seconds": taken }));
    Ok(())
}
