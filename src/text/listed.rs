//! Short sorted lists of words, each one text: a slice of strings would weigh twice as much in what a page loads, and a table that
//! is built at the start would cost every reader time.

use std::cmp::Ordering;

/// Whether `word` stands in `list`, words in the order of their bytes, parted by `|` or line ends.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    find(list, word).is_some()
}

/// What stands behind `word=` in `list`, entries parted as there and in the order of their words.
pub(crate) fn value<'l>(list: &'l str, word: &str) -> Option<&'l str> {
    find(list, word)?.split_once('=').map(|(_, value)| value)
}

/// The place of `word` in `list`, words parted by `|` in any order, from 0.
pub(crate) fn place(list: &str, word: &str) -> Option<u8> {
    list.as_bytes().split(|&b| b == b'|').position(|w| w == word.as_bytes()).and_then(|at| u8::try_from(at).ok())
}

/// The entry of `word`, halving the list at the end of the entry at its middle.
fn find<'l>(mut list: &'l str, word: &str) -> Option<&'l str> {
    while !list.is_empty() {
        let middle = list.len() / 2;
        let bytes = list.as_bytes();
        let start = bytes.get(..middle)?.iter().rposition(|&b| parts(b)).map_or(0, |at| at + 1);
        let end = bytes.get(middle..)?.iter().position(|&b| parts(b)).map_or(list.len(), |at| middle + at);
        let entry = list.get(start..end)?;
        match key(entry).cmp(word) {
            Ordering::Equal => return Some(entry),
            Ordering::Less => list = list.get(end + 1..).unwrap_or_default(),
            Ordering::Greater => list = list.get(..start.checked_sub(1)?)?,
        }
    }
    None
}

fn parts(byte: u8) -> bool {
    matches!(byte, b'|' | b'\n')
}

fn key(entry: &str) -> &str {
    entry.split_once('=').map_or(entry, |(key, _)| key)
}

/// Whether each of `lists` is in order, so that every word of it is found.
#[cfg(test)]
pub(crate) fn in_order(lists: &[&str]) -> bool {
    lists.iter().all(|list| list.split(['|', '\n']).map(key).is_sorted_by(|a, b| a < b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_found() {
        assert!(listed("a|bc|d", "a") && listed("a|bc|d", "bc") && listed("a|bc|d", "d"));
        assert!(!listed("a|bc|d", "b") && !listed("a|bc|d", "") && !listed("", "a") && !listed("", ""));
        assert_eq!([value("a=1|ab=2", "ab"), value("a=1|ab=2", "b")], [Some("2"), None]);
        assert_eq!([place("b|ac", "ac"), place("a|bc", "c")], [Some(1), None]);
    }

    #[test]
    fn every_word_of_a_list_in_order_is_found() {
        let list = "$=USD|a|a.=x|abc=y|b-c|d|é=z|€=EUR";
        assert!(in_order(&[list]) && !in_order(&["b|a"]) && !in_order(&["a|a"]));
        assert!(list.split('|').all(|entry| listed(list, key(entry))));
        assert!(!listed(list, "ab") && !listed(list, "zz") && !listed(list, "!"));
    }
}
