//! Two builds side by side in one browser, in turns, and the core in wasm beside itself natively.
//!
//! In: the `pkg/` of another checkout. Out: medians and their ratios, printed.

mod native;

use crate::browser::{self, Kind};
use crate::build::{self, Profile};
use crate::invented::{self, Size};
use crate::{page, project};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The longest that the page may say nothing; one input is timed for seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// How often the reader's page is opened with each build, each time in a browser that has compiled nothing yet.
const OPENINGS: usize = 7;

/// What a build's module may be called: since there are two, and before.
const MODULES: [&str; 2] = ["analysis.js", "postil.js"];

/// The builds, by the folders that they are copied to.
const BUILDS: [&str; 2] = ["this", "other"];

/// Builds, measures both, and prints.
///
/// # Errors
/// When something cannot be built, `other` holds no build, or a page fails.
pub(crate) fn run(other: &Path) -> Result<()> {
    let chromium = browser::chromium()?;
    build::into_pkg(Profile::Release)?;
    let folder = project::target()?.join("wasm-beside");
    build::remove_folder(&folder)?;
    build::example("snapshot", &folder.join("core"))?;
    let sites = [project::root().join("pkg"), other.to_path_buf()];
    let mut modules = Vec::new();
    for (name, pkg) in BUILDS.iter().zip(&sites) {
        modules.push(format!("./{name}/pkg/{}", copy_site(pkg, &folder.join(name))?));
    }
    for size in Size::ALL {
        fs::write(folder.join(format!("{size:?}.html")), invented::article(size))?;
    }
    fs::write(folder.join("index.html"), include_str!("../bench.html"))?;
    fs::write(folder.join("run.js"), include_str!("run.js"))?;
    let measured = |plan: Value| -> Result<Value> {
        fs::write(folder.join("plan.json"), plan.to_string())?;
        let report = page::run(Kind::Chromium, &chromium, &folder, PATIENCE)?;
        match report.get("output").and_then(Value::as_str) {
            Some(why) => bail!("the page failed: {why}"),
            None => Ok(report),
        }
    };

    println!("{:<52} {:>9} {:>9} {:>7}", "median, in milliseconds", "this", "other", "ratio");
    for size in Size::ALL {
        let report = measured(json!({"modules": modules, "input": format!("{size:?}.html")}))?;
        let [this, other] = BUILDS.map(|name| median(times(&report, name)));
        print_row(&format!("{size:?}, HTML to JavaScript objects"), this, other);
    }
    let mut openings: [Vec<f64>; 2] = Default::default();
    for _ in 0..OPENINGS {
        for (name, times) in BUILDS.iter().zip(&mut openings) {
            let report = measured(json!({"site": format!("./{name}/index.html"), "input": "Words1000.html"}))?;
            times.extend(report.get("painted").and_then(Value::as_f64));
        }
    }
    let [this, other] = openings.map(median);
    print_row("Words1000, pasted 1 s after loading, until painted", this, other);

    println!("\n{:<52} {:>9} {:>9} {:>7}", "snapshot to analysis, median, in milliseconds", "wasm", "native", "ratio");
    for size in Size::ALL {
        let report = measured(json!({"core": true, "input": format!("{size:?}.html")}))?;
        print_row(&format!("{size:?}"), median(times(&report, "core")), native::median(size)?);
    }
    Ok(())
}

/// Copies a checkout's page, with the build in `pkg`, into `folder`; gives the name of the module that analyses.
fn copy_site(pkg: &Path, folder: &Path) -> Result<&'static str> {
    let module = MODULES.into_iter().find(|name| pkg.join(name).is_file());
    let module = module.with_context(|| format!("{} holds no build: no {}", pkg.display(), MODULES.join(", no ")))?;
    let checkout = fs::canonicalize(pkg)?.parent().map(PathBuf::from).unwrap_or_default();
    build::copy_folder(pkg, &folder.join("pkg"))?;
    build::copy_folder(&checkout.join("www"), &folder.join("www"))?;
    fs::copy(checkout.join("index.html"), folder.join("index.html")).context("no page lies beside the build")?;
    Ok(module)
}

fn times(report: &Value, name: &str) -> Vec<f64> {
    let times = report.get("times").and_then(|times| times.get(name)).and_then(Value::as_array);
    times.into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print_row(name: &str, left: f64, right: f64) {
    println!("{name:<52} {left:>9.2} {right:>9.2} {:>7.2}", left / right);
}
