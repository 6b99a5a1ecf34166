//! What became of a passage's words: which are still there, which went, which came.

use std::ops::Range;

/// Above so many pairs of words the middle of two passages is not compared word by word: a card with more is not read.
const PAIRS: usize = 1 << 20;

/// A piece of what a passage became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// There before and after.
    Kept(&'a str),
    /// No longer there.
    Removed(&'a str),
    /// New.
    Added(&'a str),
}

/// What has to be taken out of `before` and put into it to make `after`, by whole words, in reading order.
///
/// ```
/// use postil::{Piece::{Added, Kept, Removed}, difference};
/// let pieces = difference("We will close it.", "We will not close them.");
/// assert_eq!(pieces, [Kept("We will "), Added("not "), Kept("close "), Removed("it"), Added("them"), Kept(".")]);
/// ```
#[must_use]
pub fn difference<'a>(before: &'a str, after: &'a str) -> Vec<Piece<'a>> {
    let (old, new) = (words(before), words(after));
    let pairs = old.iter().zip(&new);
    let head = pairs.take_while(|(a, b)| a == b).count();
    let rest = old.iter().skip(head).rev().zip(new.iter().skip(head).rev());
    let tail = rest.take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (head..old.len() - tail, head..new.len() - tail);
    let mut pieces = Pieces { before, after, old: ends(&old), new: ends(&new), out: Vec::new() };
    pieces.kept(0..head);
    if old_middle.len().saturating_mul(new_middle.len()) <= PAIRS {
        let common =
            common(old.get(old_middle.clone()).unwrap_or_default(), new.get(new_middle.clone()).unwrap_or_default());
        let (mut o, mut n) = (head, head);
        for (in_old, in_new) in common {
            pieces.changed(o..head + in_old, n..head + in_new);
            (o, n) = (head + in_old + 1, head + in_new + 1);
            pieces.kept(o - 1..o);
        }
        pieces.changed(o..old_middle.end, n..new_middle.end);
    } else {
        pieces.changed(old_middle.clone(), new_middle);
    }
    pieces.kept(old_middle.end..old.len());
    pieces.out
}

/// The pieces as they are found, each as long as it can be.
struct Pieces<'a> {
    before: &'a str,
    after: &'a str,
    /// Where each word of `before` ends.
    old: Vec<usize>,
    /// And of `after`.
    new: Vec<usize>,
    out: Vec<Piece<'a>>,
}

impl<'a> Pieces<'a> {
    fn kept(&mut self, words: Range<usize>) {
        let bytes = bytes(&self.old, words);
        let text = self.before.get(bytes.clone()).unwrap_or_default();
        match self.out.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Kept(last)) => {
                *last = self.before.get(bytes.start - last.len()..bytes.end).unwrap_or_default();
            }
            _ => self.out.push(Piece::Kept(text)),
        }
    }

    fn changed(&mut self, old: Range<usize>, new: Range<usize>) {
        let removed = self.before.get(bytes(&self.old, old)).unwrap_or_default();
        let added = self.after.get(bytes(&self.new, new)).unwrap_or_default();
        self.out.extend(Some(Piece::Removed(removed)).filter(|_| !removed.is_empty()));
        self.out.extend(Some(Piece::Added(added)).filter(|_| !added.is_empty()));
    }
}

/// The bytes of words number `words`.
fn bytes(ends: &[usize], words: Range<usize>) -> Range<usize> {
    let end = |count: usize| count.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or_default();
    end(words.start)..end(words.end)
}

fn ends(words: &[&str]) -> Vec<usize> {
    let end = |end: &mut usize, word: &&str| {
        *end += word.len();
        Some(*end)
    };
    words.iter().scan(0, end).collect()
}

/// Words, the white space between them, and every other character by itself, which a script without spaces consists of.
fn words(text: &str) -> Vec<&str> {
    #[derive(PartialEq)]
    enum Kind {
        Word,
        Space,
        Other,
    }
    let kind = |c: char| match c {
        _ if c.is_whitespace() => Kind::Space,
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => Kind::Other,
        _ if c.is_alphanumeric() => Kind::Word,
        _ => Kind::Other,
    };
    let mut words = Vec::new();
    let (mut start, mut last) = (0, Kind::Other);
    for (at, c) in text.char_indices() {
        let this = kind(c);
        if at > start && (this == Kind::Other || this != last) {
            words.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        last = this;
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

/// The longest common sequence of words, by letters: where each stands in both.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // letters in common of what follows each pair of places
    let mut letters = vec![0_usize; (old.len() + 1) * width];
    let weight = |word: &str| if word.trim().is_empty() { 1 } else { 2 * word.len() };
    let at = |letters: &[usize], o: usize, n: usize| letters.get(o * width + n).copied().unwrap_or_default();
    for (o, a) in old.iter().enumerate().rev() {
        for (n, b) in new.iter().enumerate().rev() {
            let skipped = at(&letters, o + 1, n).max(at(&letters, o, n + 1));
            let most = if a == b { skipped.max(at(&letters, o + 1, n + 1) + weight(a)) } else { skipped };
            if let Some(cell) = letters.get_mut(o * width + n) {
                *cell = most;
            }
        }
    }
    let (mut o, mut n) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(a), Some(b)) = (old.get(o), new.get(n)) {
        let here = at(&letters, o, n);
        if a == b && here == at(&letters, o + 1, n + 1) + weight(a) {
            pairs.push((o, n));
            (o, n) = (o + 1, n + 1);
        } else if here == at(&letters, o + 1, n) {
            o += 1;
        } else {
            n += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::Piece::{Added, Kept, Removed};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_never_cut() {
        assert_eq!(
            difference("the harbor closes", "the harbour closes"),
            [Kept("the "), Removed("harbor"), Added("harbour"), Kept(" closes"),]
        );
        assert_eq!(difference("rose 5 %", "rose 6 %"), [Kept("rose "), Removed("5"), Added("6"), Kept(" %")]);
        assert_eq!(difference("東京都知事", "東京知事"), [Kept("東京"), Removed("都"), Kept("知事")]);
    }

    #[test]
    fn nothing_in_common_is_all_out_and_all_in() {
        assert_eq!(difference("yes", "no"), [Removed("yes"), Added("no")]);
        assert_eq!(difference("", "no"), [Added("no")]);
        assert_eq!(difference("yes", "yes"), [Kept("yes")]);
        assert_eq!(difference("", ""), []);
    }

    #[test]
    fn very_long_passages_are_compared_at_their_ends() {
        let (a, b) = ("a ".repeat(3_000), "b ".repeat(3_000));
        let (before, after) = (format!("start {a}end"), format!("start {b}end"));
        assert_eq!(difference(&before, &after).first(), Some(&Kept("start ")));
        assert_eq!(difference(&before, &after).len(), 4);
    }

    proptest! {
        #[test]
        fn pieces_make_both_texts(before in "([abé] ?|東|\\.){0,40}", after in "([abé] ?|東|\\.){0,40}") {
            let pieces = difference(&before, &after);
            let old: String = pieces.iter().filter_map(|p| match p { Kept(t) | Removed(t) => Some(*t), Added(_) => None }).collect();
            let new: String = pieces.iter().filter_map(|p| match p { Kept(t) | Added(t) => Some(*t), Removed(_) => None }).collect();
            prop_assert_eq!((old, new), (before, after));
        }
    }
}
