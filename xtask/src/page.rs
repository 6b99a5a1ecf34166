//! One page run in a browser: served from a folder, left alone until it posts its report.

use crate::browser::{self, Kind};
use crate::site::{self, Heard};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Opens the folder's `index.html` and gives the report that it posts last, to `report`:
/// `{"done": bool, "output": text, …}`, as often as it likes until `done`.
///
/// # Errors
/// When the page says nothing at all for `patience`, or the browser ends before the page does. The message holds the last output.
pub(crate) fn run(kind: Kind, program: &Path, folder: &Path, patience: Duration) -> Result<Value> {
    let (listener, port) = site::listen(0)?;
    let (sender, asked) = channel();
    // nobody listens any more once the page has said what it had to say
    let _site = site::serve(listener, folder.to_path_buf(), &[], move |heard| drop(sender.send(heard)))?;
    let mut running = browser::open(kind, program, &format!("http://127.0.0.1:{port}/"))?;
    let mut last = String::new();
    let mut heard = Instant::now();
    while heard.elapsed() < patience {
        let report: Value = match asked.recv_timeout(Duration::from_millis(200)) {
            Err(RecvTimeoutError::Timeout) if !running.has_ended() => continue,
            Err(_) => bail!("{} ended before the page did; it had said:\n{last}", program.display()),
            Ok(Heard::File) => {
                heard = Instant::now();
                continue;
            }
            Ok(Heard::Report(body)) => serde_json::from_slice(&body).context("the page's report is not JSON")?,
        };
        if report.get("done").and_then(Value::as_bool) == Some(true) {
            return Ok(report);
        }
        let output = report.get("output").and_then(Value::as_str).unwrap_or_default();
        if output != last {
            heard = Instant::now();
            output.clone_into(&mut last);
        }
    }
    bail!("nothing new came from the page for {} s; it had said:\n{last}", patience.as_secs())
}
