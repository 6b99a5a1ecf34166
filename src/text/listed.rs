//! A few words as one text: a slice of strings would weigh twice as much in what a page loads.

/// The place of `word` in `list`, words parted by `|` in any order, from 0.
pub(crate) fn place(list: &str, word: &str) -> Option<u8> {
    let (word, mut rest, mut number) = (word.as_bytes(), list.as_bytes(), 0);
    loop {
        let behind = rest.get(word.len());
        if behind.is_none_or(|b| *b == b'|') && rest == word || behind == Some(&b'|') && rest.starts_with(word) {
            return Some(number);
        }
        let next = rest.iter().position(|&b| b == b'|')? + 1;
        rest = rest.get(next..)?;
        number += 1;
    }
}

/// Whether `word` stands in `list`.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    place(list, word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_found() {
        assert!(listed("a|bc|d", "a") && listed("a|bc|d", "bc") && listed("a|bc|d", "d"));
        assert!(!listed("a|bc|d", "b") && !listed("a|bc|d", "") && !listed("", "a"));
        assert_eq!([place("b|ac", "ac"), place("a|bc", "c")], [Some(1), None]);
    }
}
