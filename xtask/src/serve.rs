//! The page on this machine, built anew when a source changes.

use crate::build::{self, Profile};
use crate::{project, site, watch};
use anyhow::Result;
use std::process::{Command, Stdio};

/// Where the page is served unless told otherwise.
pub(crate) const PORT: u16 = 8080;

/// Builds, serves and watches until stopped.
///
/// # Errors
/// When the first build fails, or no port can be had.
pub(crate) fn run(port: u16, profile: Profile, open: bool) -> Result<()> {
    let root = project::root();
    build::into_pkg(profile)?;
    if !root.join("index.html").is_file() {
        eprintln!("There is no index.html yet; pkg/ is served all the same.");
    }
    let (listener, taken) = site::listen(port)?;
    if taken != port && port != 0 {
        println!("Port {port} is taken.");
    }
    let address = format!("http://127.0.0.1:{taken}/");
    let _site = site::serve(listener, root.clone(), &site::PARTS, |_| {})?;
    println!("Postil is at {address}  (Ctrl+C stops it; it is built anew when a source changes)");
    if open {
        open_browser(&address);
    }
    watch::forever(&root, |changed| {
        for path in changed {
            eprintln!("Changed: {}", path.display());
        }
        let built = if changed.iter().any(|path| watch::needs_build(path)) { build::into_pkg(profile) } else { Ok(()) };
        match built {
            Ok(()) => eprintln!("Reload the page to see it."),
            Err(error) => eprintln!("{error:#}\nThe page is still the last one that could be built."),
        }
    })
}

/// Opens the person's own browser; where that fails, the printed address does.
fn open_browser(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    if command.arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_err() {
        eprintln!("No browser could be started from here; open {address} yourself.");
    }
}
