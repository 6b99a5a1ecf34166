//! Cells of tables that no spreadsheet runs.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula, and page text is untrusted: such
//! a text cell gets a leading apostrophe, which spreadsheets do not show.

/// A text cell that is no formula.
pub(super) fn cell(text: &str) -> String {
    // some of them pass over white space before they look
    let first = text.trim_start_matches([' ', '\u{feff}', '\u{a0}']);
    if first.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed() {
        for text in ["=SUM(A1)", "+1", "-1", "@x", "\t=1", " =1", "＝1"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        assert_eq!(cell("a=b"), "a=b");
    }
}
