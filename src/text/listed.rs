//! Short sorted lists of words, each one text: a slice of strings would weigh twice as much in what a page loads, and a table that
//! is built at the start would cost every reader time.

use std::cmp::Ordering;

/// Whether `word` stands in `list`, words in the order of their bytes, parted by `|` or line ends.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    find(list, word).is_some()
}

/// What stands behind `word=` in `list`, entries parted as there and in the order of their words.
pub(crate) fn value<'l>(list: &'l str, word: &str) -> Option<&'l str> {
    let (start, end) = find(list, word)?;
    list.get(start..end)?.get(word.len() + 1..)
}

/// The place of `word` in `list`, words parted by `|` in any order, from 0.
pub(crate) fn place(list: &str, word: &str) -> Option<u8> {
    list.as_bytes().split(|&b| b == b'|').position(|w| w == word.as_bytes()).and_then(|at| u8::try_from(at).ok())
}

/// The word of an entry.
pub(crate) fn key(entry: &str) -> &str {
    entry.split_once('=').map_or(entry, |(key, _)| key)
}

/// Where the entry of `word` stands, found by halving the list at the end of the entry at its middle.
fn find(list: &str, word: &str) -> Option<(usize, usize)> {
    // bytes all the way: what parts entries is of ASCII
    let (bytes, word) = (list.as_bytes(), word.as_bytes());
    let parts = |byte: u8| byte == b'|' || byte == b'\n';
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let (mut start, mut end) = ((low + high) / 2, (low + high) / 2);
        while start > low && !parts(*bytes.get(start - 1)?) {
            start -= 1;
        }
        while end < high && !parts(*bytes.get(end)?) {
            end += 1;
        }
        let entry = bytes.get(start..end)?;
        let key = entry.iter().position(|&b| b == b'=').and_then(|at| entry.get(..at)).unwrap_or(entry);
        match key.cmp(word) {
            Ordering::Equal => return Some((start, end)),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start.saturating_sub(1),
        }
    }
    None
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
