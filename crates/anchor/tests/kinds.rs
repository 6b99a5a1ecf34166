//! The kinds of change that editors make to words which a reader marked: each is found, as changed, at its new words.
#![cfg(not(target_arch = "wasm32"))]

mod marked;

use marked::found;
use postil_anchor::Found;

/// Invented; stands before and after the sentences that are changed.
const BEFORE: &str = "Harbour chiefs defend closure plan\n\n\
    Traders along the eastern quay said on Tuesday that they had first read of the plan in a leaflet. \
    “Nobody came to us,” said Ines Calder, who has sold nets there since 1988. The port's board met twice in private before it \
    published anything, according to minutes that were released last week.\n\n\
    The board had asked three firms to look at the walls. ";
const AFTER: &str = " A decision is due before the end of the month, and the minister has said that she will not step in.\n\n\
    The union wants the talks to be held in public. Its members have voted on a strike for the first week of the holidays, when \
    most of the boats from the islands come in. Two ferries could be diverted to the new terminal, which opened in spring.\n\n\
    Residents have until Friday to write to the council.";

/// What kind of change, the words before it, and after it; between bars what of these is found, where it is not all.
const KINDS: [(&str, &str, &str); 46] = [
    ("word replaced", "The harbour will close for eleven weeks.", "The harbour will shut for eleven weeks."),
    (
        "first word replaced",
        "Engineers found cracks in the northern wall.",
        "Inspectors found cracks in the northern wall.",
    ),
    (
        "last word replaced",
        "Engineers found cracks in the northern wall.",
        "Engineers found cracks in the northern pier.",
    ),
    (
        "first words replaced",
        "Port officials said the cost had doubled.",
        "Ministry sources said the cost had doubled.",
    ),
    (
        "last words replaced",
        "The board expects the work to take a year.",
        "The board expects the work to last until May.",
    ),
    ("two words replaced", "The harbour will close for eleven weeks.", "The harbour could close for twelve weeks."),
    ("word put in", "The harbour will close for eleven weeks.", "The harbour will now close for eleven weeks."),
    ("word put in at the start", "Repairs would cost nine million.", "Full |repairs would cost nine million.|"),
    (
        "word taken out",
        "The very old harbour will close for eleven weeks.",
        "The old harbour will close for eleven weeks.",
    ),
    ("first word taken out", "Meanwhile the ferries will run as before.", "the ferries will run as before."),
    ("last words taken out", "The ferries will run as before, she added.", "The ferries will run as before."),
    ("typo fixed", "The harbuor will close for eleven weeks.", "The harbour will close for eleven weeks."),
    ("two typos fixed", "The harbuor wil close for eleven weeks.", "The harbour will close for eleven weeks."),
    ("spelling of another country", "The harbor labor was organized badly.", "The harbour labour was organised badly."),
    ("quotation marks curled", "\"We can't wait,\" she said.", "“We can’t wait,” she said."),
    ("quotation marks of another country", "“We cannot wait,” she said.", "«We cannot wait», she said."),
    (
        "number changed",
        "The repairs will cost 4.2 million and last a year.",
        "The repairs will cost 6.8 million and last a year.",
    ),
    ("number written out", "The harbour will close for 11 weeks.", "The harbour will close for eleven weeks."),
    ("date changed", "The board meets again on Monday 3 March.", "The board meets again on Tuesday 4 March."),
    ("unit converted", "The wall is 30 feet high at low water.", "The wall is nine metres high at low water."),
    ("currency added", "Repairs would cost nine million.", "Repairs would cost nine million euros ($9.8m)."),
    (
        "clause put in",
        "The harbour will close for eleven weeks.",
        "The harbour, which was built in 1911 and has never been closed before, will close for eleven weeks.",
    ),
    (
        "clause taken out",
        "The harbour, which was built in 1911 and has never been closed before, will close for eleven weeks.",
        "The harbour will close for eleven weeks.",
    ),
    (
        "sentence split",
        "The harbour will close for eleven weeks and the ferries will stop.",
        "The harbour will close for eleven weeks. The ferries will stop.",
    ),
    (
        "sentences joined",
        "The harbour will close. The ferries will stop.",
        "The harbour will close, and the ferries will stop.",
    ),
    (
        "sentence put in",
        "The harbour will close. The ferries will stop.",
        "The harbour will close. No date has been set. The ferries will stop.",
    ),
    (
        "sentence taken out",
        "The harbour will close. No date has been set. The ferries will stop.",
        "The harbour will close. The ferries will stop.",
    ),
    (
        "cut in half",
        "The harbour will close for eleven weeks and the ferries will stop.",
        "The harbour will close for eleven weeks.",
    ),
    ("capitals", "The harbour will close for eleven weeks.", "THE HARBOUR WILL CLOSE FOR ELEVEN WEEKS."),
    ("capitals of a headline", "Harbour to close for eleven weeks", "Harbour to Close for Eleven Weeks"),
    ("white space", "The harbour will close  for\u{a0}eleven weeks.", "The harbour will close for eleven weeks."),
    ("line break", "The harbour will close for eleven weeks.", "The harbour will\nclose for eleven weeks."),
    (
        "paragraph broken",
        "The harbour will close. The ferries will stop.",
        "The harbour will close.\n\nThe ferries will stop.",
    ),
    ("hyphen put in", "The wellknown deep water harbour will close.", "The well-known deep-water harbour will close."),
    (
        "soft hyphens",
        "The responsibility lies with the government.",
        "The respon\u{ad}si\u{ad}bility lies with the govern\u{ad}ment.",
    ),
    ("dashes", "The harbour - the oldest - will close.", "The harbour — the oldest — will close."),
    ("ellipsis", "“We will close... the harbour,” she said.", "“We will close … the harbour,” she said."),
    ("footnote mark", "The harbour will close for eleven weeks.", "|The harbour[3] will close for eleven weeks.|[4]"),
    (
        "name for pronoun",
        "She said the harbour would close for eleven weeks.",
        "Ines |Calder said the harbour would close for eleven weeks.|",
    ),
    (
        "title put into a name",
        "Ines Calder told the board that the plan was wrong.",
        "Ines Mary Calder MP told the board that the plan was wrong.",
    ),
    (
        "abbreviation written out",
        "The EU said the UN had been told of the plan.",
        "The European Union said the United Nations had been told of the plan.",
    ),
    (
        "tense",
        "The harbour will close and traders will lose their living.",
        "The harbour would close and traders would lose their living.",
    ),
    (
        "order of clauses",
        "On Monday, the board said the harbour would close.",
        "The board said on Monday the harbour would close.",
    ),
    ("passive", "The board closed the old eastern harbour.", "The old eastern harbour was closed by the board."),
    (
        "hedged",
        "The harbour will close for eleven weeks.",
        "The harbour is likely to close for up to eleven weeks, officials believe.",
    ),
    ("accents", "The cafe near the harbour in Malaga will close.", "The café near the harbour in Málaga will close."),
];

#[test]
fn all_kinds_of_changes_are_found() {
    let mut missed = Vec::new();
    for (kind, old, new) in KINDS {
        let before = format!("{BEFORE}{old}{AFTER}");
        let expected = new.split('|').nth(1).unwrap_or(new);
        let after = format!("{BEFORE}{}{AFTER}", new.replace('|', ""));
        match found(&before, old, 0, &after) {
            Found::Changed(range) if after.get(range.clone()) == Some(expected) => {}
            Found::Changed(range) => missed.push(format!("{kind}: found “{}”", &after[range])),
            other => missed.push(format!("{kind}: {other:?}")),
        }
    }
    assert!(missed.is_empty(), "{}\n({} of {})", missed.join("\n"), missed.len(), KINDS.len());
}
