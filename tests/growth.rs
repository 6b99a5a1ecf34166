//! The short form of `cargo xtask growth`: that what the analysis asks of the allocator grows no faster than the input, over all of its shapes.
//!
//! What is counted is the same at every run; no clock is read.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../benches/shapes/mod.rs"]
mod shapes;

use allocation_counter::{AllocationInfo, measure};
use postil::format::record;
use postil::{Options, analyze, from_html, from_text};
use shapes::Shape;

/// Sizes of the inputs in bytes: the second is four times the first.
const SIZES: [usize; 2] = [10_000, 40_000];

/// How much more four times the input may take. Quadratic growth gives sixteen; linear growth four, and up to twice that for vectors, which double
/// when they are full, and for pages that are nested less deeply than the parser's bound at the smaller size.
const MOST_GROWTH: f64 = 10.0;

/// The most memory a byte of input, beyond what the smaller input takes. The benchmark's limit is lower, since a vector that has just doubled weighs
/// less in a larger input.
const MOST_MEMORY: f64 = 250.0;

/// What the analysis of an input allocates, from the parser to the JSON that is written.
fn allocations(shape: &Shape, bytes: usize) -> AllocationInfo {
    let input = shape.input(bytes);
    measure(|| {
        let snapshot = if shape.html { from_html(&input) } else { from_text(&input) };
        let Ok(snapshot) = snapshot else { return };
        let analysis = analyze(&snapshot, &Options::default());
        let record = record::record(&analysis.view(), shape.name.into());
        serde_json::to_writer(std::io::sink(), &record).expect("a sink takes everything");
    })
}

/// What is too much about a shape, in words.
fn faults(shape: &Shape) -> Vec<String> {
    // word lists are made at their first use, and what is found out about a word is kept for the texts to come
    allocations(shape, SIZES[1]);
    let [small, large] = SIZES.map(|size| allocations(shape, size));
    let memory = (large.bytes_max as f64 - small.bytes_max as f64) / (SIZES[1] - SIZES[0]) as f64;
    let heavy = (memory > MOST_MEMORY).then(|| format!("{}: {memory:.0} bytes of memory a byte", shape.name));
    let grown = [
        ("the peak of memory", small.bytes_max, large.bytes_max),
        ("memory asked for", small.bytes_total, large.bytes_total),
    ];
    let grown = grown.map(|(what, small, large)| {
        let growth = large as f64 / small as f64;
        (growth > MOST_GROWTH)
            .then(|| format!("{}: {what} grows {growth:.1} times with four times the input", shape.name))
    });
    grown.into_iter().chain([heavy]).flatten().collect()
}

fn check(html: bool) {
    let faults: Vec<String> = shapes::all().iter().filter(|s| s.html == html).flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn texts_of_every_shape_take_linear_memory() {
    check(false);
}

#[test]
fn pages_of_every_shape_take_linear_memory() {
    check(true);
}
