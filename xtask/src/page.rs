//! One page run in a browser: served from a folder, left alone until it posts its report.

use crate::browser::{self, Kind};
use crate::site;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};
use tiny_http::Method;

/// Where the page posts to: `{"done": bool, "output": text, …}`, as often as it likes until `done`.
const REPORT: &str = "/report";

/// Opens the folder's `index.html` and gives the report that it posts last.
///
/// # Errors
/// When the page says nothing at all for `patience`, or the browser ends before the page does. The message holds the last output.
pub(crate) fn run(kind: Kind, program: &Path, folder: &Path, patience: Duration) -> Result<Value> {
    let (server, port) = site::listen(0)?;
    let mut running = browser::open(kind, program, &format!("http://127.0.0.1:{port}/"))?;
    let mut last = String::new();
    let mut heard = Instant::now();
    while heard.elapsed() < patience {
        let Some(mut request) = server.recv_timeout(Duration::from_millis(200))? else {
            if running.has_ended() {
                bail!("{} ended before the page did; it had said:\n{last}", program.display());
            }
            continue;
        };
        if request.method() != &Method::Post || request.url() != REPORT {
            heard = Instant::now();
            site::answer(request, folder, &[]);
            continue;
        }
        let report: Value = serde_json::from_reader(request.as_reader()).context("the page's report is not JSON")?;
        let _ = request.respond(site::plain(200, ""));
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
