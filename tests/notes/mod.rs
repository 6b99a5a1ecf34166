//! Notes of every kind, made up for properties of what is written and read.

use postil::{Annotation, Correction, EntityKind, Selectors, TextPosition, TextQuote, tidy_tags};
use proptest::prelude::*;

/// One note.
pub(crate) fn annotation() -> impl Strategy<Value = Annotation> {
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
