//! `postil analyze`: files in, findings out.

mod args;
mod form;
mod input;
mod lines;
mod outcome;
mod report;
mod terminal;

use args::{Analyze, Cli, Command};
use clap::{CommandFactory, Parser};
use form::Form;
use input::Input;
use outcome::{Outcome, complain};
use postil::{Options, load_model};
use std::io::{self, BufWriter, ErrorKind, IsTerminal};
use std::process::ExitCode;

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

fn analyze(args: &Analyze) -> Outcome {
    let inputs = Input::all(&args.files);
    let options = Options { url: args.url.clone(), published: args.published.clone() };
    let several = inputs.len() > 1;
    if inputs.iter().any(Input::is_standard) && io::stdin().is_terminal() {
        complain("reading an article from the keyboard; paste it and end with Ctrl-D (Ctrl-Z on Windows)");
    }
    let standard = BufWriter::new(io::stdout());
    let mut out = match args.format {
        Form::Report => report::writer(standard, args.color),
        Form::File(format) => (format.start)(Box::new(standard), several)?,
    };
    let mut all_read = true;
    for input in &inputs {
        match input.read(args.kind()).and_then(|page| page.analyze(&options)) {
            Ok(analysis) => out.article(input.name(), &analysis.view())?,
            Err(failure) => {
                all_read = false;
                complain(&format!("{}: {failure}", input.name()));
                out.failure(input.name(), &failure.to_string())?;
            }
        }
    }
    out.finish()?;
    Ok(all_read)
}
