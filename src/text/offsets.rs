//! The only conversion between bytes, UTF-16 code units and Unicode code points.

use crate::text::Span;

/// Bytes between two checkpoints of the table: a look-up scans at most this many bytes after its binary search.
const STEP: usize = 128;

#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    byte: usize,
    utf16: usize,
    point: usize,
}

/// A table over one text that converts offsets among bytes, UTF-16 units and code points.
///
/// Building it is one pass; a look-up is a binary search and a scan of at most 128 bytes. Offsets past the end give the end;
/// one inside a character gives that character's start.
#[derive(Clone, Debug)]
pub struct Offsets {
    checkpoints: Vec<Checkpoint>,
    end: Checkpoint,
}

impl Offsets {
    /// Builds the table for `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut at = Checkpoint { byte: 0, utf16: 0, point: 0 };
        let mut next = 0;
        for c in text.chars() {
            if at.byte >= next {
                checkpoints.push(at);
                next = at.byte + STEP;
            }
            at = at.after(c);
        }
        Self { checkpoints, end: at }
    }

    /// UTF-16 units before byte `byte`.
    #[must_use]
    pub fn utf16(&self, text: &str, byte: usize) -> usize {
        let (checkpoint, rest) = self.before(text, byte);
        checkpoint.utf16 + rest.encode_utf16().count()
    }

    /// Code points before byte `byte`.
    #[must_use]
    pub fn point(&self, text: &str, byte: usize) -> usize {
        let (checkpoint, rest) = self.before(text, byte);
        checkpoint.point + rest.chars().count()
    }

    /// The byte at which UTF-16 unit `unit` starts.
    #[must_use]
    pub fn byte_of_utf16(&self, text: &str, unit: usize) -> usize {
        self.seek(text, unit, |r| r.utf16).byte
    }

    /// The byte at which code point `point` starts.
    #[must_use]
    pub fn byte_of_point(&self, text: &str, point: usize) -> usize {
        self.seek(text, point, |r| r.point).byte
    }

    /// A byte span in UTF-16 units, `(start, end)`.
    #[must_use]
    pub fn span_utf16(&self, text: &str, span: Span) -> (usize, usize) {
        (self.utf16(text, span.start), self.utf16(text, span.end))
    }

    /// A byte span in code points, `(start, end)`.
    #[must_use]
    pub fn span_points(&self, text: &str, span: Span) -> (usize, usize) {
        (self.point(text, span.start), self.point(text, span.end))
    }

    /// The last checkpoint at or before `byte`, and the text between it and the start of the character there.
    fn before<'t>(&self, text: &'t str, byte: usize) -> (Checkpoint, &'t str) {
        if byte >= self.end.byte {
            return (self.end, "");
        }
        let checkpoint = self.checkpoints.partition_point(|r| r.byte <= byte);
        let checkpoint = checkpoint.checked_sub(1).and_then(|i| self.checkpoints.get(i)).copied();
        let checkpoint = checkpoint.unwrap_or(Checkpoint { byte: 0, utf16: 0, point: 0 });
        (checkpoint, text.get(checkpoint.byte..text.floor_char_boundary(byte)).unwrap_or_default())
    }

    /// The last character start whose `key` is at most `target`.
    fn seek(&self, text: &str, target: usize, key: impl Fn(&Checkpoint) -> usize) -> Checkpoint {
        if target >= key(&self.end) {
            return self.end;
        }
        let checkpoint = self.checkpoints.partition_point(|r| key(r) <= target);
        let Some(mut at) = checkpoint.checked_sub(1).and_then(|i| self.checkpoints.get(i).copied()) else {
            return Checkpoint { byte: 0, utf16: 0, point: 0 };
        };
        for c in text.get(at.byte..).unwrap_or_default().chars() {
            let after = at.after(c);
            if key(&after) > target {
                break;
            }
            at = after;
        }
        at
    }
}

impl Checkpoint {
    fn after(self, c: char) -> Self {
        Self { byte: self.byte + c.len_utf8(), utf16: self.utf16 + c.len_utf16(), point: self.point + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Emoji with joiners, combining marks, right-to-left letters, line ends of every kind, astral letters.
    const HARD: &str = "a👩‍👩‍👧e\u{301}שלום\r\n\u{2028}ﷺ𝔘x\n";

    fn check(text: &str) {
        let offsets = Offsets::new(text);
        let (mut units, mut points) = (0, 0);
        for (byte, c) in text.char_indices() {
            assert_eq!(offsets.utf16(text, byte), units);
            assert_eq!(offsets.point(text, byte), points);
            assert_eq!(offsets.byte_of_utf16(text, units), byte);
            assert_eq!(offsets.byte_of_point(text, points), byte);
            for inside in 1..c.len_utf8() {
                assert_eq!(offsets.utf16(text, byte + inside), units, "inside a character");
            }
            units += c.len_utf16();
            points += 1;
        }
        assert_eq!(offsets.utf16(text, text.len() + 9), units);
        assert_eq!(offsets.byte_of_point(text, points + 9), text.len());
    }

    #[test]
    fn round_trips_on_hard_text() {
        check(HARD);
        check(&HARD.repeat(40));
        check("");
    }

    proptest! {
        #[test]
        fn round_trips_on_any_text(text in "(\\PC|[\u{300}-\u{36f}]|[א-ת]|\r\n|😀|[a-z ]){0,300}") {
            check(&text);
        }
    }
}
