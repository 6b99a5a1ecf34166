//! A text as it is searched: what editors and layouts change without changing the words is made alike.

/// A text in the form in which it is searched, and the way back.
///
/// Letters are small, white space of any kind and length is one space, quotation marks and dashes are of one kind, and what
/// takes no room (soft hyphens, joiners) is left out.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    /// Its characters, as numbers.
    pub(crate) chars: Vec<u32>,
    /// The byte of the text that each came from.
    bytes: Vec<u32>,
}

const SPACE: u32 = b' ' as u32;

impl Folded {
    /// Folds `text`; of one above 4 GiB only the beginning.
    pub(crate) fn new(text: &str) -> Self {
        let text = text.get(..text.floor_char_boundary(u32::MAX as usize)).unwrap_or(text);
        let mut folded = Self { chars: Vec::with_capacity(text.len()), bytes: Vec::with_capacity(text.len()) };
        for (at, c) in text.char_indices() {
            if let Some(same) = alike(c) {
                if same == SPACE && folded.chars.last() == Some(&SPACE) {
                    continue;
                }
                folded.chars.push(same);
                folded.bytes.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        folded
    }

    /// How many characters it has.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Its characters from `start` to `end`, as far as it has them.
    pub(crate) fn part(&self, start: usize, end: usize) -> &[u32] {
        let end = end.min(self.len());
        self.chars.get(start.min(end)..end).unwrap_or_default()
    }

    /// The bytes of `text`, which was folded, that characters `start..end` came from.
    pub(crate) fn bytes(&self, text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
        let byte = |n: usize| self.bytes.get(n).map_or(text.len(), |&b| b as usize);
        let Some(last) = end.checked_sub(1).filter(|last| *last >= start && *last < self.len()) else {
            return byte(start)..byte(start);
        };
        let last = byte(last);
        let length = text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        byte(start)..last + length
    }

    /// The character that byte `byte` of the text became, or the next one after it.
    pub(crate) fn char_at(&self, byte: usize) -> usize {
        self.bytes.partition_point(|&b| (b as usize) < byte)
    }
}

/// What `c` counts as; nothing for what takes no room.
fn alike(c: char) -> Option<u32> {
    if c.is_ascii() {
        let small = c.to_ascii_lowercase();
        return Some(if small.is_ascii_whitespace() || small == '\u{b}' { SPACE } else { small.into() });
    }
    Some(match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"'.into(),
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' => '\''.into(),
        '‐'..='―' | '−' => '-'.into(),
        c if c.is_whitespace() => SPACE,
        c => c.to_lowercase().next().unwrap_or(c).into(),
    })
}

/// Whether a folded character is part of a word.
pub(crate) fn in_word(c: u32) -> bool {
    char::from_u32(c).is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        Folded::new(text).chars.iter().filter_map(|&c| char::from_u32(c)).collect()
    }

    #[test]
    fn words_stay_and_their_dress_goes() {
        assert_eq!(
            shown("“We WON’T,”\u{a0}\r\n she—the mayor\u{ad}ess – said"),
            "\"we won't,\" she-the mayoress - said"
        );
        assert_eq!(shown("ÄRGER  שלום 東京"), "ärger שלום 東京");
    }

    #[test]
    fn the_way_back_leads_to_whole_characters() {
        let text = "A  “é” b";
        let folded = Folded::new(text);
        let at = |start, end| &text[folded.bytes(text, start, end)];
        assert_eq!((at(0, 1), at(2, 5), at(6, 7), at(0, 7)), ("A", "“é”", "b", text));
        assert_eq!((at(3, 3), at(9, 12)), ("", ""));
        assert_eq!(folded.char_at(text.find('é').unwrap()), 3);
    }
}
