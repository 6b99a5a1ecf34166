//! What leaves Postil in an open format comes back as it was.
#![cfg(not(target_arch = "wasm32"))]

use postil::format::{markdown, w3c};
use postil::{Annotation, Correction, EntityKind, Metadata, Selectors, TextPosition, TextQuote, tidy_tags};
use proptest::prelude::*;

fn annotation() -> impl Strategy<Value = Annotation> {
    let text = || "(\\PC|\n|\"|é|🛶|שלום){0,40}";
    let quote =
        prop::option::of(("(\\PC|\n|🛶){1,40}", text(), text()).prop_map(|(exact, prefix, suffix)| TextQuote {
            exact,
            prefix,
            suffix,
        }));
    let position = prop::option::of(
        (0_usize..9999, 0_usize..999).prop_map(|(start, length)| TextPosition { start, end: start + length }),
    );
    let tags = prop::collection::vec("\\PC{0,12}", 0..4).prop_map(|tags| tidy_tags(&tags));
    let times = ("2026-0[1-9]-1[0-9]T0[0-9]:00:00Z", "2026-0[1-9]-1[0-9]T0[0-9]:00:00Z");
    let names = ("urn:uuid:[0-9a-f]{8}", "https://[a-z]{1,9}\\.example/[a-z]{0,9}", text());
    let kinds = [None, Some(EntityKind::Person), Some(EntityKind::Work)].map(Correction::Kind);
    let correction = prop::option::of(prop_oneof![
        prop::sample::select(kinds.to_vec()),
        prop::option::of("[A-Zé ]{0,9}[a-z]").prop_map(Correction::Speaker),
    ]);
    (names, quote, position, tags, text(), correction, times).prop_map(
        |((id, source, title), quote, position, tags, note, correction, (created, modified))| Annotation {
            id,
            source,
            title,
            selectors: Selectors { quote, position },
            tags,
            note,
            correction,
            created,
            modified,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_w3c_file_comes_back_as_it_went(annotations in prop::collection::vec(annotation(), 0..6)) {
        let imported = w3c::import(&w3c::export(&annotations)).unwrap();
        prop_assert_eq!(imported.annotations, annotations);
        prop_assert_eq!(imported.rejected, []);
    }

    #[test]
    fn import_never_panics(text in "(\\PC|[{}\\[\\]\",:]|target|source|\"type\"|null){0,80}") {
        let _either = w3c::import(&text);
    }

    #[test]
    fn every_line_of_a_passage_stays_inside_its_block_quotation(annotation in annotation()) {
        let text = markdown::notes(std::slice::from_ref(&annotation), &Metadata::default());
        let open = text.lines().skip_while(|l| !l.starts_with('>'));
        let quoted: Vec<&str> = open.take_while(|l| l.starts_with('>')).collect();
        prop_assert!(!quoted.is_empty());
        let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if annotation.selectors.quote.as_ref().is_some_and(|q| !q.exact.trim().is_empty()) {
            let passage = &annotation.selectors.quote.as_ref().unwrap().exact;
            prop_assert_eq!(letters(&quoted.concat()), letters(passage));
        }
    }
}
