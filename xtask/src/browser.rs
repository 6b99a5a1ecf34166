//! The browsers of this machine: found, installed where that is possible, started without a window.

use crate::project;
use anyhow::{Context, Result, anyhow, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A kind of browser that tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Chromium, Chrome or Edge.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Kind {
    /// The environment variable that names this browser's program.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROME",
            Self::Firefox => "FIREFOX",
        }
    }

    /// Its names on the search path, best first.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => {
                &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"]
            }
            Self::Firefox => &["firefox", "firefox-esr"],
        }
    }

    /// Where macOS and Windows install it; a leading `%NAME%` stands for an environment variable.
    fn places(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
                r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
                r"%LOCALAPPDATA%\Google\Chrome\Application\chrome.exe",
                r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
            ],
            Self::Firefox => &[
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                r"%ProgramFiles%\Mozilla Firefox\firefox.exe",
                r"%ProgramFiles(x86)%\Mozilla Firefox\firefox.exe",
            ],
        }
    }
}

/// The program of a browser, if this machine has it.
///
/// # Errors
/// When the environment names one that is not there.
pub(crate) fn find(kind: Kind) -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os(kind.variable()).filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        if !named.is_file() && on_path(&named).is_none() {
            bail!("{} names {}, which is not there", kind.variable(), named.display());
        }
        return Ok(Some(named));
    }
    let known = kind.programs().iter().find_map(|name| on_path(Path::new(name)));
    Ok(known.or_else(|| kind.places().iter().filter_map(|place| expand(place)).find(|place| place.is_file())))
}

/// Chromium, installed by apt where it is missing and that is allowed.
///
/// # Errors
/// When it is missing and cannot be installed from here; the message says what to install.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(found) = find(Kind::Chromium)? {
        return Ok(found);
    }
    let advice = "the browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium; Ubuntu, macOS, \
                  Windows: https://www.google.com/chrome), or name its program in CHROME";
    if !project::exists("apt-get") {
        bail!("{advice}");
    }
    let sudo = match (is_root(), may_sudo()) {
        (true, _) => false,
        (false, true) => true,
        (false, false) => bail!("{advice}"),
    };
    eprintln!("Installing Chromium (apt-get install chromium)");
    let apt = |words: &[&str]| {
        let mut command = if sudo { Command::new("sudo") } else { Command::new("apt-get") };
        if sudo {
            command.args(["-n", "apt-get"]);
        }
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null());
        project::run(&mut command, "Debian's apt-get")
    };
    apt(&["update", "-qq"]).context(advice)?;
    apt(&["install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]).context(advice)?;
    find(Kind::Chromium)?.ok_or_else(|| anyhow!("{advice}"))
}

fn on_path(name: &Path) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    let file = if cfg!(windows) { name.with_extension("exe") } else { name.to_path_buf() };
    env::split_paths(&paths).map(|folder| folder.join(&file)).find(|program| program.is_file())
}

fn expand(place: &str) -> Option<PathBuf> {
    let Some((variable, rest)) = place.strip_prefix('%').and_then(|tail| tail.split_once('%')) else {
        return Some(PathBuf::from(place));
    };
    Some(PathBuf::from(env::var_os(variable)?).join(rest.trim_start_matches('\\')))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn may_sudo() -> bool {
    let quiet = |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet(Command::new("sudo").args(["-n", "true"])).is_ok_and(|status| status.success())
}

/// A running browser with a profile of its own; both end when it is dropped.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    profile: PathBuf,
}

/// Opens `address` without a window.
///
/// # Errors
/// When the browser cannot be started or its profile not be made.
pub(crate) fn open(kind: Kind, program: &Path, address: &str) -> Result<Running> {
    let profile = env::temp_dir().join(format!("postil-{}-{}", kind.variable().to_lowercase(), std::process::id()));
    let _ = fs::remove_dir_all(&profile); // left by one that was killed
    fs::create_dir_all(&profile).context("no folder can be made for the browser's profile")?;
    let mut command = Command::new(program);
    match kind {
        Kind::Chromium => {
            // Only our own pages are opened, and Chromium as root, as in containers, has no sandbox.
            command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"]);
            command.args(["--no-first-run", "--disable-background-networking", "--disable-component-update"]);
            command.args(["--disable-sync", "--disable-extensions", "--mute-audio"]);
            command.arg(format!("--user-data-dir={}", profile.display()));
        }
        Kind::Firefox => {
            fs::write(profile.join("user.js"), FIREFOX_PREFERENCES).context("Firefox's profile cannot be written")?;
            command.args(["--headless", "--no-remote", "--profile"]).arg(&profile);
        }
    }
    let child = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let child = child.with_context(|| format!("{} could not be started", program.display()))?;
    Ok(Running { child, profile })
}

/// No welcome pages, no reports, no calls home.
const FIREFOX_PREFERENCES: &str = r#"
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("app.update.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("services.settings.server", "data:,");
"#;

impl Running {
    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expands_only_known_variables() {
        assert_eq!(expand("/Applications/x"), Some(PathBuf::from("/Applications/x")));
        assert_eq!(expand(r"%POSTIL_NO_SUCH_FOLDER%\x.exe"), None);
        assert!(expand(r"%PATH%\x.exe").is_some());
    }
}
