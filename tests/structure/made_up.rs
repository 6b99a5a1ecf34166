//! The check itself, on files made up to break each rule.

use crate::arrows::{Arrow, arrows};
use crate::circles::circles;
use crate::modules::Modules;
use crate::sources::Sources;
use crate::{manners, order};
use std::collections::BTreeSet;

const PACKAGES: [(&str, &str); 4] = [
    ("postil", ""),
    ("postil-document", "crates/document"),
    ("postil-page", "crates/page"),
    ("postil-analysis", "crates/analysis"),
];

fn arrows_of(files: &[(&str, &str)]) -> (BTreeSet<Arrow>, Vec<String>) {
    let modules = Modules::of(&Sources::made_up(&PACKAGES, files));
    let (arrows, lost) = arrows(&modules);
    (arrows, [modules.faults, lost].concat())
}

/// Each arrow as `from -> to`, without `src/` and `.rs`.
fn drawn(files: &[(&str, &str)]) -> Vec<String> {
    let (arrows, lost) = arrows_of(files);
    assert_eq!(lost, Vec::<String>::new());
    let short = |path: &std::path::Path| path.with_extension("").display().to_string().replace("src/", "");
    let drawn: BTreeSet<String> =
        arrows.iter().map(|arrow| format!("{} -> {} ({})", short(&arrow.from), short(&arrow.to), arrow.item)).collect();
    drawn.into_iter().collect()
}

/// Sizes of the shortest circles, in the order of the text.
fn circle_sizes(files: &[(&str, &str)]) -> Vec<String> {
    let (arrows, lost) = arrows_of(files);
    assert_eq!(lost, Vec::<String>::new());
    let text = circles(&arrows).concat();
    let lines = text.lines().filter_map(|line| line.strip_prefix("circle of "));
    lines.map(|line| line.trim_end_matches(" files:").to_owned()).collect()
}

/// A room with two files, of which `one` uses `two`; the text of `two` is to be given.
fn circle_back(two: &str) -> Vec<String> {
    circle_sizes(&[
        ("src/lib.rs", "mod entity;"),
        ("src/entity/mod.rs", "mod one; mod two; pub use one::One; pub(crate) use one::make as made;"),
        (
            "src/entity/one.rs",
            "use super::two::Two; pub struct One(Two); pub fn make() {} pub mod inner { pub const X: u8 = 1; }",
        ),
        ("src/entity/two.rs", two),
    ])
}

#[test]
fn circles_of_two_are_seen_in_whatever_way_they_are_written() {
    for two in [
        "pub struct Two(Box<super::one::One>);",
        "use super::One; pub struct Two;",
        "use crate::entity::One as Other; pub struct Two;",
        "use crate::{entity::{one::{self, make}, One}}; pub struct Two;",
        "use self::super::one::make; pub struct Two;",
        "pub struct Two; fn f() { crate::entity::made() }",
        "pub struct Two; fn f() { use super::one; one::make() }",
        "pub struct Two; fn f() -> u8 { super::one::inner::X }",
        "pub struct Two; use super::one::*; fn f(_: &One) {}",
        "pub struct Two; use super::*; fn f() { one::make() }",
        "pub struct Two; use super::*; fn f() { let make = made(); make }",
        "pub struct Two; mod deep { use super::super::one::make; }",
        "pub struct Two; impl super::One {}",
        "pub struct Two; fn f() { assert_eq!(crate::entity::one::make(), ()) }",
        "pub struct Two; use super::*; fn f() { println!(\"{:?}\", [made()]) }",
        "pub struct Two; fn f(x: u8) { match x { super::one::inner::X => {} _ => {} } }",
        "pub struct Two; use super::one::inner::*; fn f(x: u8) { match x { X => {} _ => {} } }",
        "#[derive(Serialize)] pub struct Two { #[serde(with = \"super::one::inner\", default = \"super::one::make\")] a: u8 }",
        "pub struct Two; trait T where Self: Into<super::One> {}",
    ] {
        assert_eq!(circle_back(two), ["2"], "{two}");
    }
}

#[test]
fn what_is_no_circle_is_not_taken_for_one() {
    for two in [
        "pub struct Two;",
        "//! [`super::One`] is made of it.\npub struct Two; // super::One",
        "pub struct Two; const A: &str = \"super::One\";",
        "pub struct Two; #[cfg(test)] mod tests { use super::super::One; }",
        "pub struct Two; #[cfg(test)] use super::One;",
        "pub struct Two; #[cfg(all(test, unix))] fn f() { super::one::make() }",
        "pub struct Two; struct One; fn f(_: One) {}",
        "pub struct Two; fn f(x: &Two) { x.make() }",
        "pub struct Two; use super::*; fn f() { let make = 1; g(make, |one| one) } fn g() {}",
        "use std::collections::BTreeMap; pub struct Two(BTreeMap<u8, other::One>);",
    ] {
        assert_eq!(circle_back(two), Vec::<String>::new(), "{two}");
    }
}

#[test]
fn circles_of_three_are_seen_once() {
    let files = [
        ("src/lib.rs", "mod a; mod b; mod c; pub use a::A; pub use b::B; pub use c::C;"),
        ("src/a.rs", "use crate::B; pub struct A(B);"),
        ("src/b.rs", "pub struct B(super::c::C);"),
        ("src/c.rs", "use crate::*; pub struct C(Option<A>);"),
    ];
    assert_eq!(circle_sizes(&files), ["3"]);
    let (arrows, _) = arrows_of(&files);
    assert_eq!(
        circles(&arrows),
        ["== a knot of 3 files; shortest circles in it: 1\n\
          circle of 3 files:\n  src/a.rs -> src/b.rs: B (line 1)\n  src/b.rs -> src/c.rs: C (line 1)\n  \
          src/c.rs -> src/a.rs: A (line 1)\n"]
    );
}

#[test]
fn a_folder_that_defines_what_its_files_use_is_in_a_circle_only_when_it_uses_them() {
    let room = |own: &str| {
        let text = format!("mod child; pub use child::Child; pub(crate) use child::call; pub struct Leaf; {own}");
        circle_sizes(&[
            ("src/lib.rs", "mod room;"),
            ("src/room/mod.rs", &text),
            ("src/room/child.rs", "use super::Leaf; pub struct Child(Leaf); pub fn call() {}"),
        ])
    };
    assert_eq!(room(""), Vec::<String>::new());
    assert_eq!(room("fn run() { call() }"), ["2"]);
    assert_eq!(room("fn run() { child::call() }"), ["2"]);
    assert_eq!(room("fn run(_: Child) {}"), ["2"]);
}

#[test]
fn arrows_go_to_the_file_that_defines() {
    assert_eq!(
        drawn(&[
            ("src/lib.rs", "mod text; mod entity; pub use text::Span;"),
            ("src/text/mod.rs", "mod span; mod shapes; pub use span::Span; pub use shapes::*; pub(crate) mod date;"),
            ("src/text/span.rs", "pub struct Span; pub enum Kind { A, B } pub use Kind as Sort;"),
            ("src/text/shapes.rs", "pub use super::span::Sort as Shape; pub fn date() {}"),
            ("src/text/date.rs", "pub fn parse() {}"),
            (
                "src/entity.rs",
                "use crate::text::{Shape, date}; fn f() -> Shape { date::parse(); Shape::B } fn g() { date() }"
            ),
            ("src/bin/postil/main.rs", "use postil::Span; mod args;"),
            ("src/bin/postil/args.rs", "fn f() { postil::Span::new() }"),
        ]),
        [
            "bin/postil/args -> text/span (Span)",
            "bin/postil/main -> text/span (Span)",
            "entity -> text/date (parse)",
            "entity -> text/shapes (date)",
            "entity -> text/span (Kind)",
            "lib -> text/span (Span)",
            "text/mod -> text/span (Span)",
            "text/shapes -> text/span (Kind)",
        ]
    );
}

#[test]
fn files_that_nothing_leads_to_and_paths_that_lead_nowhere_are_seen() {
    let (_, lost) = arrows_of(&[
        ("src/lib.rs", "mod gone; use crate::text::Span;"),
        ("src/lost.rs", ""),
        ("crates/page/src/lib.rs", "use postil::nothing; use postil_elsewhere::thing;"),
    ]);
    assert_eq!(
        lost,
        [
            "src/lib.rs: no file for `mod gone`",
            "src/lost.rs: no `mod` declares it",
            "src/lib.rs:1: `crate::text::Span` leads nowhere",
            "crates/page/src/lib.rs:1: `postil::nothing` leads nowhere",
        ]
    );
}

/// A core of three rooms, with more text in `entity`.
fn entity(more: &str) -> Vec<String> {
    let files = [
        ("src/lib.rs", "mod entity; mod quote; mod text; pub use quote::Quote; pub fn analyze() {}"),
        ("src/text/mod.rs", "pub struct Span;"),
        ("src/quote/mod.rs", "pub struct Quote; pub fn quotes() {}"),
        ("src/entity/mod.rs", "mod names;"),
        ("src/entity/names.rs", more),
    ];
    order::faults(&Sources::made_up(&PACKAGES, &files), &arrows_of(&files).0)
}

#[test]
fn arrows_against_the_order_are_seen() {
    for source in [
        "use crate::quote::Quote;",
        "use crate::{text::Span, quote::{Quote}};",
        "fn f() { crate::quote::quotes() }",
        "use super::super::quote::quotes;",
        "mod inner { use super::super::super::quote::Quote; }",
        "#[cfg(test)] mod tests { use crate::quote::Quote; }",
        "use crate::Quote;",
        "pub use crate::Quote;",
        "use crate::*; fn f(_: Quote) {}",
        "use crate::analyze;",
    ] {
        assert_eq!(entity(source).len(), 1, "{source}");
    }
    assert_eq!(entity("use crate::text::Span; fn f(_: Span) {}"), Vec::<String>::new());
    assert_eq!(
        entity("\nuse crate::Quote;"),
        ["src/entity/names.rs:2 names Quote of src/quote/mod.rs, against the order"]
    );
}

#[test]
fn neighbours_of_one_rank_do_not_know_each_other() {
    let files = [
        ("src/lib.rs", "mod date; mod sentence; mod gossip;"),
        ("src/date.rs", "pub struct Date;"),
        ("src/sentence.rs", "use crate::date::Date;"),
        ("src/gossip.rs", ""),
    ];
    assert_eq!(
        order::faults(&Sources::made_up(&PACKAGES, &files), &arrows_of(&files).0),
        ["src/gossip has no place in the order", "src/sentence.rs:1 names Date of src/date.rs, against the order"]
    );
}

#[test]
fn crates_keep_their_order_too() {
    let files = [
        ("src/lib.rs", "pub struct Span; use postil_document::Port;"),
        ("crates/document/src/lib.rs", "pub struct Port(postil::Span);"),
        ("crates/page/src/lib.rs", "use postil_document::Port; use postil::Span; pub struct View;"),
        ("crates/analysis/src/lib.rs", "use postil_document::Port; use postil_page::View;"),
    ];
    assert_eq!(
        order::faults(&Sources::made_up(&PACKAGES, &files), &arrows_of(&files).0),
        [
            "crates/analysis/src/lib.rs:1 names View of crates/page/src/lib.rs, against the order",
            "src/lib.rs:1 names Port of crates/document/src/lib.rs, against the order",
        ]
    );
}

#[test]
fn browsers_are_kept_out_of_the_core() {
    let sources = Sources::made_up(
        &PACKAGES,
        &[
            ("src/quote/mod.rs", "/// [`web_sys`]\nuse web_sys::Element; // js_sys\nfn f() { g!(js_sys::Date) }"),
            ("crates/page/src/lib.rs", "use web_sys::Element;"),
        ],
    );
    assert_eq!(
        manners::browsers_in_core(&sources),
        [
            "src/quote/mod.rs names js_sys, which the core may not",
            "src/quote/mod.rs names web_sys, which the core may not"
        ]
    );
}

#[test]
fn grab_bags_headless_and_endless_files_are_seen() {
    let long = "//! Too much.\n".to_owned() + &"\n".repeat(400);
    let sources = Sources::made_up(
        &PACKAGES,
        &[("src/quote/helpers.rs", "//! What helps."), ("crates/core/lib.rs", "fn f() {}"), ("src/long.rs", &long)],
    );
    assert_eq!(
        manners::grab_bags(&sources, &[vec!["quote".to_owned(), "misc".to_owned()]]),
        [
            "“core” says nothing of what is in it",
            "“helpers” says nothing of what is in it",
            "“misc” says nothing of what is in it",
        ]
    );
    assert_eq!(
        manners::heads_and_lengths(&sources),
        ["crates/core/lib.rs does not open with a `//!` sentence", "src/long.rs has 401 lines, more than 400",]
    );
}
