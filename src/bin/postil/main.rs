//! The `postil` command.

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

/// In the browser the library is used; a command has nobody to talk to there.
#[cfg(target_arch = "wasm32")]
fn main() {}
