//! How long the pipeline takes natively: pages of 1,000 words and of 1 MB, and pages made to be slow, parsed and analysed.

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

/// Pieces that a hostile page of 1 MB repeats: each once cost more than its share in one of the stages.
const PIECES: [&str; 8] = [
    "' ",
    "a\n<br>",
    "<p>“a”</p>",
    "<li class=comment><b class=author>Ann</b> <time>3 May 2021</time><p>Yes, I see.</p>",
    "<a href=/>3 May 2021</a> ",
    "<div><time>3 May 2021</time>",
    "<p class=byline>By Ann Lee</p>",
    "<p>“We won,” said Ann Lee, the coach.</p>",
];

/// A page that is one piece over and over: parsed and analysed.
#[divan::bench(args = PIECES)]
fn hostile(bencher: Bencher, piece: &str) {
    let html = piece.repeat(1_000_000 / piece.len());
    bencher.counter(BytesCount::of_str(&html)).bench(|| from_html(&html).map(|s| analyze(&s, &Options::default())));
}
