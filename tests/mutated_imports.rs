//! Files that were damaged on their way: reading them never panics, and taking them in never loses what the reader has.
#![cfg(not(target_arch = "wasm32"))]

mod notes;

use notes::annotation;
use postil::format::{Library, NOTES_FORMATS, NotesView, hypothesis, w3c};
use postil::{Annotation, Metadata, take_in};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::sync::LazyLock;

/// Notes to choose from: making them anew for each of ten thousand files takes longer than all else.
static NOTES: LazyLock<Vec<Annotation>> = LazyLock::new(|| {
    let mut runner = TestRunner::deterministic();
    (0..300).filter_map(|_| Some(annotation().new_tree(&mut runner).ok()?.current())).collect()
});

/// What happens to a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(f64),
    Drop(f64, usize),
    Double(f64, usize),
    Put(f64, String),
    Swap(String, String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let words = || {
        const KNOWN: [&str; 15] = [
            "\"note\"",
            "\"id\"",
            "\"exact\"",
            "null",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "-1",
            "1e999",
            "urn:uuid:",
            "tagging",
        ];
        prop_oneof![prop::sample::select(&KNOWN[..]).prop_map(str::to_owned), "\\PC{0,6}"]
    };
    prop_oneof![
        (0.0..1.0).prop_map(Damage::Cut),
        (0.0..1.0, 1_usize..40).prop_map(|(at, length)| Damage::Drop(at, length)),
        (0.0..1.0, 1_usize..40).prop_map(|(at, length)| Damage::Double(at, length)),
        (0.0..1.0, words()).prop_map(|(at, text)| Damage::Put(at, text)),
        (words(), words()).prop_map(|(from, to)| Damage::Swap(from, to)),
    ]
}

fn damaged(file: &str, damage: &Damage) -> String {
    let letters: Vec<char> = file.chars().collect();
    let place = |at: f64| (at * letters.len() as f64) as usize;
    let part = |from: usize, to: usize| {
        let to = to.min(letters.len());
        letters.get(from.min(to)..to).unwrap_or_default().iter().collect::<String>()
    };
    let end = letters.len();
    match damage {
        Damage::Cut(at) => part(0, place(*at)),
        Damage::Drop(at, length) => part(0, place(*at)) + &part(place(*at) + length, end),
        Damage::Double(at, length) => part(0, (place(*at) + length).min(end)) + &part(place(*at), end),
        Damage::Put(at, text) => part(0, place(*at)) + text + &part(place(*at), end),
        Damage::Swap(from, to) if !from.is_empty() => file.replacen(from.as_str(), to, 3),
        Damage::Swap(..) => file.to_owned(),
    }
}

/// Whether `now` has all that `before` said.
fn keeps(before: &Annotation, now: &Annotation) -> bool {
    let filled = |had: bool, same: bool| !had || same;
    before.id == now.id
        && before.source == now.source
        && before.tags.iter().all(|tag| now.tags.contains(tag))
        && filled(!before.note.is_empty(), before.note == now.note)
        && filled(!before.title.is_empty(), before.title == now.title)
        && filled(before.selectors.quote.is_some(), before.selectors.quote == now.selectors.quote)
        && filled(before.selectors.position.is_some(), before.selectors.position == now.selectors.position)
        && filled(before.correction.is_some(), before.correction == now.correction)
        && before.created == now.created
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost(
        chosen in prop::collection::btree_set(0_usize..300, 1..4),
        form in 0_usize..4,
        damages in prop::collection::vec(damage(), 0..4),
    ) {
        let kept: Vec<Annotation> = chosen.iter().filter_map(|&index| NOTES.get(index).cloned()).collect();
        let html = NOTES_FORMATS.iter().find(|format| format.extension == "html").unwrap();
        let file = match form {
            0 => w3c::export(&kept),
            1 => hypothesis::export(&kept),
            2 => (html.write)(&NotesView::new(&kept, &Metadata::default())),
            _ => Library { annotations: kept.clone(), ..Library::default() }.to_file(),
        };
        let file = damages.iter().fold(file, |file, damage| damaged(&file, damage));
        if let Ok((library, _)) = Library::from_file(&file) {
            let read = library.annotations;
            let intake = take_in(read.clone(), &kept, "2030-01-01T00:00:00Z");
            for before in &kept {
                let now = intake.put.iter().find(|a| a.id == before.id).unwrap_or(before);
                prop_assert!(keeps(before, now), "{:?} became {:?}", before, now);
            }
            prop_assert_eq!(intake.added + intake.completed + intake.beside + intake.same, read.len());
            // all of it is here now: a second time adds nothing
            let mut all = kept.clone();
            all.retain(|a| !intake.put.iter().any(|put| put.id == a.id));
            all.extend(intake.put);
            prop_assert_eq!(take_in(read, &all, "2031-01-01T00:00:00Z").put, vec![]);
        }
    }
}
