//! One run of the command as a process of its own: its processor time and the most memory that it held.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use wait4::{ResUse, Wait4};

/// The longest that a run may take, by the clock. On a machine with nothing else to do what is linear takes a twentieth.
const CAP: Duration = Duration::from_secs(300);

/// How often a run is looked after.
const POLL: Duration = Duration::from_millis(2);

/// What a run took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cost {
    /// Processor time, the system's on its behalf included, in seconds.
    pub(super) seconds: f64,
    /// The most that was resident, in bytes.
    pub(super) memory: u64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    Done(Cost),
    /// It took longer than [`CAP`].
    Capped,
    /// The size before took too much to try.
    Untried,
}

impl Outcome {
    /// What it took beyond `base`.
    pub(super) fn less(self, base: Cost) -> Self {
        match self {
            Self::Done(Cost { seconds, memory }) => Self::Done(Cost {
                seconds: (seconds - base.seconds).max(0.0),
                memory: memory.saturating_sub(base.memory),
            }),
            other => other,
        }
    }
}

/// The `postil` command.
pub(super) struct Command(PathBuf);

impl Command {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The least time and memory that `input` took in several runs.
    ///
    /// # Errors
    /// When the command cannot be run, or fails.
    pub(super) fn fastest(&self, input: &Path, runs: usize) -> Result<Outcome> {
        let mut least: Option<Cost> = None;
        for _ in 0..runs {
            let Some(cost) = self.run(input)? else { return Ok(Outcome::Capped) };
            least =
                Some(least.map_or(cost, |l| Cost {
                    seconds: l.seconds.min(cost.seconds),
                    memory: l.memory.min(cost.memory),
                }));
        }
        least.map(Outcome::Done).context("nothing was run")
    }

    /// One run; `None` when it took too long.
    fn run(&self, input: &Path) -> Result<Option<Cost>> {
        let mut command = process::Command::new(&self.0);
        command.args(["analyze", "--format", "json"]).arg(input);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().context("postil cannot be run")?;
        let Some((ResUse { status, rusage }, peak)) = ended(&mut child)? else { return Ok(None) };
        if !status.success() {
            bail!("postil failed on {} ({status})", input.display());
        }
        let seconds = (rusage.utime + rusage.stime).as_secs_f64();
        Ok(Some(Cost { seconds, memory: peak.unwrap_or(rusage.maxrss) }))
    }
}

/// Waits for `child`, and ends it when it takes too long. With what it used comes the most memory that was seen to be resident, where the system
/// tells: what `wait4` gives is never less than what the parent held when it started the child.
fn ended(child: &mut Child) -> Result<Option<(ResUse, Option<u64>)>> {
    let start = Instant::now();
    let mut peak = None;
    loop {
        peak = resident_peak(child.id()).or(peak);
        if let Some(used) = child.try_wait4()? {
            return Ok(Some((used, peak)));
        }
        if start.elapsed() > CAP {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(POLL);
    }
}

/// The most that was ever resident of a running process, in bytes; Linux alone tells.
fn resident_peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
