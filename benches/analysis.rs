//! How long the pipeline takes natively: pages of 1,000 words and of 1 MB, parsed and analysed.

mod invented;

use divan::Bencher;
use divan::counter::BytesCount;
use invented::Size;
use postil::{Options, analyze, from_html};

fn main() {
    divan::main();
}

/// HTML to snapshot.
#[divan::bench(args = Size::ALL)]
fn parse(bencher: Bencher, size: Size) {
    let html = invented::article(size);
    bencher.counter(BytesCount::of_str(&html)).bench(|| from_html(&html));
}

/// Snapshot to analysis.
#[divan::bench(args = Size::ALL)]
fn analysis(bencher: Bencher, size: Size) {
    let html = invented::article(size);
    let snapshot = from_html(&html).expect("an invented page is neither empty nor too large");
    bencher.counter(BytesCount::of_str(&html)).bench(|| analyze(&snapshot, &Options::default()));
}
