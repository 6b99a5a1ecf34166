//! Keys that stay, names that are changed everywhere, and the way back.

use super::*;
use proptest::prelude::*;

fn used(names: &[&str]) -> TagBook {
    let tag = |name: &&str| TagUse { tag: (*name).to_owned(), count: 1, last: String::new() };
    TagBook::from_uses(&names.iter().map(tag).collect::<Vec<_>>())
}

fn keys(book: &TagBook) -> Vec<(Option<u8>, &str)> {
    book.tags().iter().map(|tag| (tag.key, tag.name.as_str())).collect()
}

/// Does it, and gives the way back.
fn act(book: &mut TagBook, command: &TagCommand) -> Vec<TagEdit> {
    let edits = book.edits_of(command);
    book.carry_out(&edits);
    edits.into_iter().rev().map(|edit| TagEdit { before: edit.after, after: edit.before }).collect()
}

fn rename(from: &str, to: &str) -> TagCommand {
    TagCommand::Rename(from.to_owned(), to.to_owned())
}

#[test]
fn a_tag_keeps_its_key_whatever_comes_later() {
    let mut book = TagBook::default();
    assert_eq!(keys(&book)[0], (Some(1), "claim / check"));
    let edits = book.learn(&["lamps", "LAMPS", "source"]);
    assert_eq!(edits.len(), 1);
    assert_eq!(book.by_key(6).map(|tag| tag.name.as_str()), Some("lamps"));
    assert_eq!(keys(&book)[0], (Some(1), "claim / check"));
    book.learn(&["a", "b", "c", "d", "e"]);
    assert_eq!(book.get("d").map(|tag| tag.key), Some(None), "there are nine keys");
}

#[test]
fn a_library_from_before_has_the_keys_of_its_present_order() {
    let book = used(&["money", "ferry", "a", "b", "c", "d", "e", "f", "g", "h"]);
    assert_eq!(keys(&book)[..2], [(Some(1), "money"), (Some(2), "ferry")]);
    assert_eq!(keys(&book)[9], (None, "h"));
    let hues: std::collections::BTreeSet<u8> = book.tags().iter().map(|tag| tag.hue).collect();
    assert_eq!(hues.len(), 10, "each has its own colour");
}

#[test]
fn keys_are_swapped_and_back() {
    let mut book = used(&["money", "ferry", "boat"]);
    let before = book.clone();
    let back = act(&mut book, &TagCommand::Rekey("boat".into(), Some(1)));
    assert_eq!(keys(&book)[..3], [(Some(1), "boat"), (Some(2), "ferry"), (Some(3), "money")]);
    book.carry_out(&back);
    assert_eq!(book, before);
    act(&mut book, &TagCommand::Rekey("money".into(), None));
    assert_eq!(book.by_key(1), None);
    assert_eq!(book.edits_of(&TagCommand::Rekey("nobody's".into(), Some(1))), []);
}

#[test]
fn a_name_takes_those_under_it_along() {
    let mut book = used(&["sea", "sea/boats", "sea / Ports/quay", "seal"]);
    act(&mut book, &rename("Sea", "ocean"));
    let names: Vec<_> = book.tags().iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["ocean", "ocean/boats", "ocean/Ports/quay", "seal"]);
    let tags = ["seal", "SEA / boats"].map(str::to_owned);
    assert_eq!(rename("sea", "ocean").retagged(&tags), Some(vec!["seal".into(), "ocean/boats".into()]));
    assert_eq!(rename("sea", "ocean").retagged(&tags[..1]), None);
}

#[test]
fn a_name_that_is_taken_makes_two_tags_one() {
    let mut book = used(&["boat", "ship", "ferry"]);
    let before = book.clone();
    let back = act(&mut book, &rename("boat", "Ship"));
    assert_eq!(keys(&book), [(Some(2), "ship"), (Some(3), "ferry")]);
    book.carry_out(&back);
    assert_eq!(book, before);
    let tags = ["ship", "boat"].map(str::to_owned);
    assert_eq!(rename("boat", "ship").retagged(&tags), Some(vec!["ship".into()]));
}

#[test]
fn what_else_changed_about_a_tag_stays_when_a_step_is_taken_back() {
    let mut book = used(&["boat", "ship"]);
    let back = act(&mut book, &TagCommand::Recolour("boat".into(), 7));
    act(&mut book, &TagCommand::Rekey("boat".into(), Some(9)));
    book.carry_out(&back);
    assert_eq!(book.get("boat"), Some(&Tag { name: "boat".into(), key: Some(9), hue: 0 }));
}

fn commands() -> impl Strategy<Value = Vec<TagCommand>> {
    let name = || prop::sample::select(vec!["a", "A", "b", "a/x", "b / x", "c", "a/x/y"]).prop_map(str::to_owned);
    let one = prop_oneof![
        (name(), name()).prop_map(|(from, to)| TagCommand::Rename(from, to)),
        (name(), 0_u8..12).prop_map(|(tag, hue)| TagCommand::Recolour(tag, hue)),
        (name(), prop::option::of(0_u8..12)).prop_map(|(tag, key)| TagCommand::Rekey(tag, key)),
        name().prop_map(TagCommand::Delete),
    ];
    prop::collection::vec(one, 0..12)
}

proptest! {
    #[test]
    fn names_and_keys_stay_unique_and_all_is_taken_back(commands in commands()) {
        let mut book = used(&["a", "b", "a/x", "c", "b / x"]);
        let before = book.clone();
        let mut back = Vec::new();
        for command in &commands {
            back.push(act(&mut book, command));
            for (n, tag) in book.tags().iter().enumerate() {
                prop_assert!(tag.hue < TAG_HUES && tag.key.is_none_or(|key| KEYS.contains(&key)));
                for other in &book.tags()[n + 1..] {
                    prop_assert!(!same_tag(&tag.name, &other.name));
                    prop_assert!(tag.key.is_none() || tag.key != other.key);
                }
            }
        }
        back.iter().rev().for_each(|edits| book.carry_out(edits));
        prop_assert_eq!(book, before);
    }

    #[test]
    fn what_is_renamed_is_on_no_passage_any_more(from in "[abc](/[xy])?", to in "[def](/[xy])?", tags in prop::collection::vec("[abc](/[xy])?", 0..5)) {
        let tags = tidy_tags(&tags);
        let now = TagCommand::Rename(from.clone(), to).retagged(&tags).unwrap_or(tags);
        prop_assert!(now.iter().all(|tag| !same_tag(tag, &from)));
    }
}
