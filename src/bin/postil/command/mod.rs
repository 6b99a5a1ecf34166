//! `postil analyze`: files in, findings out.

mod args;
mod input;
mod lines;
mod report;
mod terminal;

use args::{Analyze, Cli, Command, Format};
use clap::{CommandFactory, Parser};
use input::{Failure, Input};
use postil::format::{csv, markdown, record};
use postil::{Analysis, Options, load_model};
use serde_json::json;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use terminal::TerminalWriter;

/// What a run ended with: whether every input was read, or why writing stopped.
type Outcome = io::Result<bool>;

/// Runs the command.
pub(crate) fn run() -> ExitCode {
    let Command::Analyze(args) = Cli::parse().command;
    if args.url.is_some() && args.files.len() > 1 {
        let message = "--url is the address of one article; give one FILE with it";
        Cli::command().error(clap::error::ErrorKind::ArgumentConflict, message).exit();
    }
    if let Some(path) = &args.model {
        let taken =
            std::fs::read(path).map_err(|e| e.to_string()).and_then(|f| load_model(&f).map_err(|e| e.to_string()));
        if let Err(why) = taken {
            complain(&format!("{}: {why}", path.display()));
            return ExitCode::FAILURE;
        }
    }
    let outcome = if args.jsonl { lines::run(&args.files) } else { analyze(&args) };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // whoever read our output has seen enough: `postil analyze … | head`
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("the output could not be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Says on standard error what went wrong. Nothing is left to do when even that fails.
fn complain(message: &str) {
    let _nobody_listens = writeln!(io::stderr(), "postil: {message}");
}

fn analyze(args: &Analyze) -> Outcome {
    let inputs = Input::all(&args.files);
    let options = Options { url: args.url.clone(), published: args.published.clone() };
    let several = inputs.len() > 1;
    if inputs.iter().any(Input::is_standard) && io::stdin().is_terminal() {
        complain("reading an article from the keyboard; paste it and end with Ctrl-D (Ctrl-Z on Windows)");
    }
    let mut out = Writer::new(args, several)?;
    let mut all_read = true;
    for input in &inputs {
        match input.read(args.kind()).and_then(|page| page.analyze(&options)) {
            Ok(analysis) => out.article(input, &analysis)?,
            Err(failure) => {
                all_read = false;
                complain(&format!("{}: {failure}", input.name()));
                out.failure(input, &failure)?;
            }
        }
    }
    out.finish()?;
    Ok(all_read)
}

/// Writes articles to standard output in the form asked for.
enum Writer {
    Text(TerminalWriter<BufWriter<io::Stdout>>, usize),
    Json { out: BufWriter<io::Stdout>, several: bool, written: usize },
    Markdown(BufWriter<io::Stdout>, usize),
    Csv(Box<csv::Writer<BufWriter<io::Stdout>>>),
}

impl Writer {
    fn new(args: &Analyze, several: bool) -> io::Result<Self> {
        let out = BufWriter::new(io::stdout());
        Ok(match args.format {
            Format::Text => Self::Text(TerminalWriter::new(out, args.color), 0),
            Format::Json => Self::Json { out, several, written: 0 },
            Format::Markdown => Self::Markdown(out, 0),
            Format::Csv => Self::Csv(Box::new(csv::Writer::new(out)?)),
        })
    }

    fn article(&mut self, input: &Input, analysis: &Analysis) -> io::Result<()> {
        let view = analysis.view();
        match self {
            Self::Text(out, written) => {
                if *written > 0 {
                    out.rule()?;
                }
                *written += 1;
                report::write(out, input.name(), &view)
            }
            Self::Json { .. } => self.json(&record::record(&view, json!(input.name()))),
            Self::Markdown(out, written) => {
                let rule = if *written > 0 { "---\n\n" } else { "" };
                *written += 1;
                write!(out, "{rule}{}", markdown::analysis(&view))
            }
            Self::Csv(out) => out.article(input.name(), &view),
        }
    }

    /// In an array of several results the failed ones keep their place.
    fn failure(&mut self, input: &Input, failure: &Failure) -> io::Result<()> {
        match self {
            Self::Json { several: true, .. } => self.json(&json!({"id": input.name(), "error": failure.to_string()})),
            _ => Ok(()),
        }
    }

    fn json(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        let Self::Json { out, several, written } = self else {
            return Ok(());
        };
        if *several {
            out.write_all(if *written == 0 { b"[\n" } else { b",\n" })?;
        }
        *written += 1;
        serde_json::to_writer_pretty(&mut *out, value)?;
        if *several { Ok(()) } else { out.write_all(b"\n") }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Text(out, _) => out.finish(),
            Self::Json { mut out, several, written } => {
                if several && written > 0 {
                    out.write_all(b"\n]\n")?;
                }
                out.flush()
            }
            Self::Markdown(mut out, _) => out.flush(),
            Self::Csv(_) => Ok(()), // flushed with each article
        }
    }
}
