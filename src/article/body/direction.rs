//! Whether an article runs right to left.

use super::flow::FlowBlock;
use crate::snapshot::Snapshot;

/// Letters that are counted at most: an article does not change its script.
const COUNTED: usize = 20_000;

/// By the page's own `dir` (on the root or the body), or else by the script of most letters.
pub(crate) fn is_right_to_left(snapshot: &Snapshot, blocks: &[FlowBlock]) -> bool {
    let body = snapshot.children(0).find(|&i| snapshot.tag(i) == "body");
    let declared = [Some(0), body].into_iter().flatten().find_map(|at| snapshot.attribute(at, "dir"));
    match declared.map(str::trim) {
        Some(dir) if dir.eq_ignore_ascii_case("rtl") => return true,
        Some(dir) if dir.eq_ignore_ascii_case("ltr") => return false,
        _ => {}
    }
    let letters = blocks.iter().flat_map(|b| b.text.chars()).filter(|c| c.is_alphabetic()).take(COUNTED);
    let (right, all) = letters.fold((0_usize, 0_usize), |(right, all), c| (right + usize::from(is_right(c)), all + 1));
    right * 2 > all
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko and their kin.
fn is_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
