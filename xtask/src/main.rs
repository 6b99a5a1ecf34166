//! The project's own commands: `cargo xtask help` lists them.

mod anchors;
mod arguments;
mod bench;
mod beside;
mod browser;
mod build;
mod bundle;
mod dist;
mod durability;
mod growth;
#[path = "../../benches/invented/mod.rs"]
mod invented;
mod licences;

mod model;
mod npm;
mod optimise;
mod page;
mod project;
mod serve;
mod shelf;
mod shrink;
mod site;
mod sizes;
mod startup;
mod test;
mod train;
mod wasm_tests;
mod watch;

use anyhow::Context;
use arguments::Arguments;
use std::process::ExitCode;

const HELP: &str = "\
Postil's own commands. Each installs from npm what it needs, and says plainly what is missing.

cargo xtask serve [--port N] [--open] [--release]
                                  builds the page, serves it on this machine, builds anew when a source changes
cargo xtask test [--only KIND]    runs all tests, or those of one kind: unit, wasm, e2e; installs a browser if it may
cargo xtask build [--dev]         wasm, bindings and types into pkg/ (optimised; --dev: quickly)
cargo xtask dist                  the page as a folder for any static server: dist/
cargo xtask bench [--wasm [--beside FOLDER] | --anchors | --startup | --library]
                                  how long an analysis takes: natively, or by the analysis module in Chromium; or by that
                                  and the build in FOLDER, another checkout's pkg/, in turns, and the core beside itself natively;
                                  or how long passages take to be found again, in Chromium, beside what Hypothesis uses;
                                  or how long a visit to dist/ takes until its article is shown and painted, and what it downloads;
                                  or how long a large library takes to open and to be searched, in dist/
cargo xtask growth [--shape NAME] [--most BYTES]
                                  how time and memory grow with the input, over texts and pages of many shapes
cargo xtask durability [--times N]
                                  kills Chromium N times (200) while dist/ writes passages: what it said is kept has to be there
cargo xtask train --data FOLDER [...]
                                  models/postil.model from annotated corpora; models/README.md tells which (--help: all choices)
cargo xtask sizes                 what dist/ weighs under brotli, against its budgets
cargo xtask licences              that what the crate builds on may be shipped with it, by deny.toml

Needs: Rust by rustup, and Node 20.19 or later with npm.
Browsers are found where systems install them, or named in CHROME and FIREFOX.
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
        Some("serve") => {
            let port = arguments.value("--port")?.map_or(Ok(serve::PORT), |port| port.parse());
            let port = port.context("--port needs a number from 0 to 65535")?;
            let open = arguments.flag("--open");
            let release = arguments.flag("--release");
            arguments.finish()?;
            serve::run(port, if release { build::Profile::Release } else { build::Profile::Dev }, open)
        }
        Some("test") => {
            let only = arguments.value("--only")?;
            arguments.finish()?;
            test::run(only.as_deref())
        }
        Some("dist") => {
            arguments.finish()?;
            dist::run()
        }
        Some("bench") => {
            let wasm = arguments.flag("--wasm");
            let anchors = arguments.flag("--anchors");
            let startup = arguments.flag("--startup");
            let library = arguments.flag("--library");
            let beside = arguments.value("--beside")?;
            arguments.finish()?;
            match beside {
                _ if anchors => anchors::run(),
                _ if startup => startup::run(),
                _ if library => shelf::run(),
                Some(folder) => beside::run(folder.as_ref()),
                None => bench::run(wasm),
            }
        }
        Some("growth") => {
            let shape = arguments.value("--shape")?;
            let most = arguments.value("--most")?.map(|bytes| bytes.parse()).transpose();
            let most = most.context("--most needs a number of bytes")?;
            arguments.finish()?;
            growth::run(shape.as_deref(), most)
        }
        Some("durability") => {
            let times = arguments.value("--times")?.map_or(Ok(durability::TIMES), |times| times.parse());
            arguments.finish()?;
            durability::run(times.context("--times needs a number")?)
        }
        Some("sizes") => {
            arguments.finish()?;
            sizes::run()
        }
        Some("train") => train::run(&arguments.all()),
        Some("licences") => {
            arguments.finish()?;
            licences::run()
        }
        Some(other) => anyhow::bail!("there is no command “{other}”; `cargo xtask help` lists what there is"),
    }
}
