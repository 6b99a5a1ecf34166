//! Short lists of words, each one text: a slice of strings would weigh twice as much in what a page loads.

/// Whether `word` stands in `list`, words parted by `|`.
pub(super) fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split('|').any(|w| w == word)
}

/// What stands behind `word=` in `list`, entries parted by `|`.
pub(super) fn value<'l>(list: &'l str, word: &str) -> Option<&'l str> {
    list.split('|').find_map(|entry| entry.strip_prefix(word)?.strip_prefix('='))
}

/// The place of `word` in `list`, words parted by `|`, from 0.
pub(super) fn place(list: &str, word: &str) -> Option<u8> {
    list.split('|').position(|w| w == word).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_found() {
        assert!(listed("a|bc|d", "bc") && !listed("a|bc|d", "b") && !listed("a||d", ""));
        assert_eq!([value("a=1|ab=2", "ab"), value("a=1|ab=2", "b")], [Some("2"), None]);
        assert_eq!([place("a|bc", "bc"), place("a|bc", "c")], [Some(1), None]);
    }
}
