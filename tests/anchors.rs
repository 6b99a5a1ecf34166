//! A reader's passages are found again after the article changed, and never on the wrong words.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use postil::{Annotation, Command, Notebook, Offsets, Piece, Span, describe, difference, resolve};
use proptest::prelude::*;

const SOURCE: &str = "https://quay.example/news/lock-gate";

const ARTICLE: &str = "Lock gate fails for third time\n\n\
“We were promised a new gate,” said Noor Haddad, who runs the barge café 🛶 below the lock.\n\n\
The canal trust said on Monday that the gate would be repaired. “It will be repaired,” a spokesman said. \
“It will be repaired,” he said again on Tuesday.\n\n\
Haddad was not convinced: “Promises float. Gates don’t.”\n\n\
קברניט הדוברה אמר שלום\r\nand then he left.";

fn mark(id: &str, passage: &str, nth: usize) -> Annotation {
    let (start, _) = ARTICLE.match_indices(passage).nth(nth).unwrap();
    Annotation {
        id: id.to_owned(),
        source: SOURCE.to_owned(),
        title: "Lock gate fails for third time".to_owned(),
        selectors: describe(ARTICLE, &Offsets::new(ARTICLE), Span::new(start, start + passage.len())),
        tags: vec!["source".to_owned()],
        note: String::new(),
        correction: None,
        created: String::new(),
        modified: String::new(),
    }
}

/// Ids and words of what is found in `text`, and ids of the orphans.
fn placed(book: &Notebook, text: &str) -> (Vec<(String, String)>, Vec<String>) {
    let placed = book.place(text, &Offsets::new(text));
    let id = |index: usize| book.annotations()[index].id.clone();
    let found = placed.found.iter().map(|&(span, index)| (id(index), span.str(text).to_owned())).collect();
    (found, placed.orphans.iter().map(|&index| id(index)).collect())
}

fn book() -> Notebook {
    let mut book = Notebook::default();
    let passages = [
        ("hebrew", "הדוברה אמר", 0),
        ("second", "It will be repaired", 1),
        ("café", "barge café 🛶", 0),
        ("lines", "שלום\r\nand", 0),
        ("float", "Promises float.", 0),
    ];
    for (id, passage, nth) in passages {
        book.apply(Command::Add(mark(id, passage, nth)), "2026-03-03T08:00:00Z").unwrap();
    }
    book
}

fn pair(id: &str, words: &str) -> (String, String) {
    (id.to_owned(), words.to_owned())
}

#[test]
fn an_unchanged_article_gives_all_passages_in_order() {
    let (found, orphans) = placed(&book(), ARTICLE);
    assert_eq!(
        found,
        [
            pair("café", "barge café 🛶"),
            pair("second", "It will be repaired"),
            pair("float", "Promises float."),
            pair("hebrew", "הדוברה אמר"),
            pair("lines", "שלום\r\nand"),
        ]
    );
    assert_eq!(orphans, [""; 0]);
}

#[test]
fn an_edited_article_keeps_what_it_still_says() {
    let edited = ARTICLE
        .replace("Lock gate fails", "UPDATE 😀: Lock gate fails")
        .replace("“Promises float. Gates don’t.”", "“Promises swim.”")
        .replace("barge café 🛶 below", "place below");
    let book = book();
    let (found, orphans) = placed(&book, &edited);
    assert_eq!(
        found,
        [
            pair("second", "It will be repaired"),
            pair("float", "Promises swim."),
            pair("hebrew", "הדוברה אמר"),
            pair("lines", "שלום\r\nand")
        ]
    );
    assert_eq!(orphans, ["café"]);
    let place = book.place(&edited, &Offsets::new(&edited));
    let ids = |indices: &[usize]| indices.iter().map(|&i| book.annotations()[i].id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&place.changed), ids(&place.moved)), (vec!["float".to_owned()], vec![]));
    let pieces = difference(book.get("float").unwrap().passage(), "Promises swim.");
    assert_eq!(pieces, [Piece::Kept("Promises "), Piece::Removed("float"), Piece::Added("swim"), Piece::Kept(".")]);
    // the second of two equal sentences is still the second
    let second = resolve(&edited, &Offsets::new(&edited), &book.get("second").unwrap().selectors).span().unwrap();
    assert!(edited[second.end..].starts_with(",” he said again"));
}

#[test]
fn another_article_has_none_of_them() {
    let (found, orphans) = placed(&book(), "A quite different report about the price of butter.");
    assert_eq!((found.len(), orphans.len()), (0, 5));
}

proptest! {
    #[test]
    fn text_put_in_anywhere_never_moves_a_passage_onto_other_words(at in 0_usize..600, put in "(\\PC|\r\n|é|🛶){0,200}") {
        let edges: Vec<usize> = ARTICLE.char_indices().map(|(at, _)| at).collect();
        let at = edges[at % edges.len()];
        let changed = format!("{}{put}{}", &ARTICLE[..at], &ARTICLE[at..]);
        let book = book();
        let (found, orphans) = placed(&book, &changed);
        prop_assert_eq!(found.len() + orphans.len(), book.annotations().len());
        let unchanged = placed(&book, ARTICLE).0;
        let places = book.place(ARTICLE, &Offsets::new(ARTICLE)).found;
        for (id, words) in found {
            let passage = book.get(&id).unwrap().passage();
            let (span, _) = places[unchanged.iter().position(|(other, _)| *other == id).unwrap()];
            // what is put into a passage, or onto one of its words, parts it, and may go on like it: a third of it at one end is still there
            let third = passage.len() / 3;
            let begins = passage.bytes().zip(words.bytes()).take_while(|(a, b)| a == b).count();
            let ends = passage.bytes().rev().zip(words.bytes().rev()).take_while(|(a, b)| a == b).count();
            let parted = span.start <= at && at <= span.end && begins.max(ends) >= third;
            prop_assert!(words == passage || parted, "{id}: “{words}”");
        }
    }
}
