//! The project's own commands: `cargo xtask help` lists them.

mod arguments;
mod build;
mod npm;
mod optimise;
mod project;

use arguments::Arguments;
use std::process::ExitCode;

const HELP: &str = "\
Postil's own commands. Each installs from npm what it needs, and says plainly what is missing.

cargo xtask build [--dev]         wasm, bindings and types into pkg/ (optimised; --dev: quickly)

Needs: Rust by rustup, and Node 20.19 or later with npm.
";

fn main() -> ExitCode {
    let done = Arguments::from_command_line().and_then(run);
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments) -> anyhow::Result<()> {
    match arguments.command() {
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some("build") => {
            let profile = build::Profile::from_arguments(&mut arguments);
            arguments.finish()?;
            build::into_pkg(profile)
        }
        Some(other) => anyhow::bail!("there is no command “{other}”; `cargo xtask help` lists what there is"),
    }
}
