//! The word lists of `models/`, packed into one text that names, counts and checks itself.

use std::sync::OnceLock;

/// The first word of a packed file.
const MAGIC: &str = "postil-lists";
/// The version of the form below.
const VERSION: &str = "1";

/// All lists as one text: each opened by a line `== name`, in the order of their names.
#[cfg(any(not(target_arch = "wasm32"), test))]
const BUILT_IN: Option<&str> = Some(concat!(
    "== cities\n",
    include_str!("../../models/cities.txt"),
    "== countries\n",
    include_str!("../../models/countries.txt"),
    "== cues\n",
    include_str!("../../models/cues.txt"),
    "== given-names\n",
    include_str!("../../models/given-names.txt"),
    "== nationalities\n",
    include_str!("../../models/nationalities.txt"),
    "== surnames\n",
    include_str!("../../models/surnames.txt"),
    "== words\n",
    include_str!("../../models/words.txt"),
));

/// A page fetches them: they are a fifth of what the module would weigh, and change more seldom.
#[cfg(all(target_arch = "wasm32", not(test)))]
const BUILT_IN: Option<&str> = None;

static LOADED: OnceLock<String> = OnceLock::new();

/// Why a packed file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListsError {
    /// It is no packed file of this version.
    #[error("the word lists are not of this version of Postil (they begin with “{0}”); copy the whole folder anew")]
    Foreign(String),
    /// Its content is not what it was when packed.
    #[error("the word lists are damaged; copy postil.lists anew")]
    Damaged,
}

/// Takes the lists of a file that `cargo xtask build` packed (`pkg/postil.lists`). The first ones taken hold; later ones are let be.
///
/// # Errors
/// When `packed` is another version's, or damaged.
pub fn load_lists(packed: &str) -> Result<(), ListsError> {
    let lists = unpack(packed)?;
    LOADED.get_or_init(|| lists.to_owned());
    Ok(())
}

/// Whether there are lists to work with.
#[cfg(target_arch = "wasm32")]
pub(crate) fn is_loaded() -> bool {
    text().is_some()
}

/// The lists by name; none where none were loaded.
pub(crate) fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = text().unwrap_or_default().split("== ").skip(1);
    parts.filter_map(|part| part.split_once('\n'))
}

fn text() -> Option<&'static str> {
    LOADED.get().map(String::as_str).or(BUILT_IN)
}

/// Checks the header `postil-lists VERSION CHECKSUM` (FNV-1a of 64 bits over what follows its line, 16 hexadecimal digits).
fn unpack(packed: &str) -> Result<&str, ListsError> {
    let (header, lists) = packed.split_once('\n').unwrap_or((packed, ""));
    let foreign = || ListsError::Foreign(header.chars().take(40).collect());
    let mut words = header.split(' ');
    if words.next() != Some(MAGIC) || words.next() != Some(VERSION) {
        return Err(foreign());
    }
    let checksum = words.next().and_then(|w| u64::from_str_radix(w, 16).ok()).ok_or_else(foreign)?;
    let hash = |h: u64, byte: u8| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let sum = lists.bytes().fold(0xcbf2_9ce4_8422_2325, hash);
    if sum == checksum { Ok(lists) } else { Err(ListsError::Damaged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(lists: &str) -> String {
        let sum =
            lists.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        format!("postil-lists 1 {sum:016x}\n{lists}")
    }

    #[test]
    fn only_whole_files_of_this_version_are_taken() {
        assert_eq!(unpack(&packed("== a\nx\n")), Ok("== a\nx\n"));
        assert_eq!(unpack(&packed("== a\nx\n").replace("x\n", "y\n")), Err(ListsError::Damaged));
        assert_eq!(unpack("postil-lists 2 0\n"), Err(ListsError::Foreign("postil-lists 2 0".to_owned())));
        assert_eq!(unpack("<!doctype html>\n"), Err(ListsError::Foreign("<!doctype html>".to_owned())));
    }

    #[test]
    fn every_list_of_the_folder_is_built_in() {
        let names: Vec<&str> = sections().map(|s| s.0).collect();
        assert_eq!(names, ["cities", "countries", "cues", "given-names", "nationalities", "surnames", "words"]);
        assert!(sections().all(|(_, list)| list.ends_with('\n') && list.lines().count() > 20));
    }
}
