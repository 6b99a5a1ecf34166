//! Circles among files: the shortest through each arrow, with the items that make it.

use crate::arrows::Arrow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;
use std::path::{Path, PathBuf};

type Graph<'a> = BTreeMap<&'a Path, BTreeMap<&'a Path, Vec<&'a Arrow>>>;

/// A text for each knot of files that reach each other, with the shortest circles in it; what only tests name, and
/// what a `mod.rs` only hands on, makes no circle.
pub(crate) fn circles(arrows: &BTreeSet<Arrow>) -> Vec<String> {
    let mut graph = Graph::new();
    for arrow in arrows.iter().filter(|arrow| !arrow.test && !arrow.handed_on) {
        graph.entry(&arrow.from).or_default().entry(&arrow.to).or_default().push(arrow);
    }
    let mut found: BTreeSet<Vec<&Path>> = BTreeSet::new();
    for (from, tos) in &graph {
        for to in tos.keys() {
            if let Some(mut way) = shortest_way(&graph, to, from) {
                let least = (0..way.len()).min_by_key(|&at| way[at]).unwrap_or(0);
                way.rotate_left(least);
                found.insert(way);
            }
        }
    }
    knots(&found).into_iter().map(|knot| describe(&knot, &graph)).collect()
}

/// The files from `start` to `end`, both included.
fn shortest_way<'a>(graph: &Graph<'a>, start: &'a Path, end: &Path) -> Option<Vec<&'a Path>> {
    let mut before: BTreeMap<&Path, &Path> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(file) = waiting.pop_front() {
        if file == end {
            let mut way: Vec<&Path> =
                std::iter::successors(Some(file), |file| before.get(file).copied().filter(|_| *file != start))
                    .collect();
            way.reverse();
            return Some(way);
        }
        for &next in graph.get(file).into_iter().flat_map(BTreeMap::keys) {
            if next != start && !before.contains_key(next) {
                before.insert(next, file);
                waiting.push_back(next);
            }
        }
    }
    None
}

/// Circles that share files, together.
fn knots<'a>(circles: &BTreeSet<Vec<&'a Path>>) -> Vec<Vec<Vec<&'a Path>>> {
    let mut knots: Vec<(BTreeSet<&Path>, Vec<Vec<&Path>>)> = Vec::new();
    for circle in circles {
        let (touched, apart): (Vec<_>, Vec<_>) =
            knots.into_iter().partition(|(files, _)| circle.iter().any(|file| files.contains(file)));
        knots = apart;
        let mut files: BTreeSet<&Path> = circle.iter().copied().collect();
        let mut all = vec![circle.clone()];
        for (more, inside) in touched {
            files.extend(more);
            all.extend(inside);
        }
        knots.push((files, all));
    }
    knots.sort();
    knots.into_iter().map(|(_, circles)| circles).collect()
}

fn describe(circles: &[Vec<&Path>], graph: &Graph) -> String {
    let mut circles: Vec<&Vec<&Path>> = circles.iter().collect();
    circles.sort_by_key(|circle| (circle.len(), circle.iter().map(PathBuf::from).collect::<Vec<_>>()));
    let files: BTreeSet<&Path> = circles.iter().flat_map(|circle| circle.iter().copied()).collect();
    let mut text = format!("== a knot of {} files; shortest circles in it: {}\n", files.len(), circles.len());
    for circle in circles {
        let _ = writeln!(text, "circle of {} files:", circle.len());
        for (at, from) in circle.iter().enumerate() {
            let to = circle[(at + 1) % circle.len()];
            let mut first_lines: BTreeMap<&str, usize> = BTreeMap::new();
            for arrow in &graph[from][to] {
                first_lines.entry(&arrow.item).or_insert(arrow.line);
            }
            let items: Vec<String> = first_lines.iter().map(|(item, line)| format!("{item} (line {line})")).collect();
            let _ = writeln!(text, "  {} -> {}: {}", from.display(), to.display(), items.join(", "));
        }
    }
    text
}
