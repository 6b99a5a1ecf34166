//! Endings of English words.

use crate::language::inflection::{Ending, Inflection};

pub(super) static INFLECTION: Inflection = Inflection {
    endings: &[
        Ending { ending: "ies", instead: &["y"], shortest: 3 },
        Ending { ending: "ied", instead: &["y"], shortest: 3 },
        Ending { ending: "es", instead: &["", "e"], shortest: 3 },
        Ending { ending: "s", instead: &[""], shortest: 3 },
        Ending { ending: "ed", instead: &["", "e"], shortest: 3 },
        Ending { ending: "ing", instead: &["", "e"], shortest: 3 },
        Ending { ending: "ly", instead: &["", "e"], shortest: 4 },
    ],
    plural: "s",
    past: "ed",
};
