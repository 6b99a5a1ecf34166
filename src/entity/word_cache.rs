//! What was found out about words as they are written. It is the same in every text, so it is kept for the texts to come: nearly all
//! words of an article were met in those before it.

use super::features::{FormFeatures, PLACES};
use super::lexicon::{Lexicon, Marks};
use super::tokenized::{Shape, parting, shape};
use crate::model::EmissionScores;
use crate::text::{Ids, TokenKind};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Forms that are kept, some ten megabytes; a memory of more is emptied behind the text that brought them.
pub(super) const MOST: usize = 1 << 14;

thread_local! {
    static MEMORY: RefCell<WordCache> = RefCell::default();
}

/// Words met in the texts that this thread has read.
#[derive(Default)]
pub(super) struct WordCache {
    /// Words as they are written, by what they are as tokens.
    forms: [Ids; 4],
    known: [Vec<Rc<Known>>; 4],
    /// Words in lower case.
    words: Ids,
    lower: Vec<Rc<Lower>>,
    /// The number of the text that is read.
    text: u64,
    /// Where a word is put in lower case.
    buffer: String,
}

/// A word as it is written.
pub(crate) struct Known {
    pub(super) shape: Shape,
    /// The place of the hyphen at which it is parted in a page.
    pub(super) hyphen: Option<usize>,
    pub(super) lower: Rc<Lower>,
    /// What it tells taggers by itself.
    pub(super) features: OnceCell<FormFeatures>,
    /// What that is worth to the tagger of names and to that of speech, at each place.
    pub(super) points: [OnceCell<Box<[EmissionScores; PLACES]>>; 2],
    /// Its number in the text that is read.
    pub(super) number: Number,
}

/// A word in lower case.
pub(crate) struct Lower {
    pub(super) text: Rc<str>,
    pub(super) marks: Marks,
    /// Its number in the text that is read.
    pub(super) number: Number,
}

/// The number of a word in the last text that had it.
#[derive(Default)]
pub(super) struct Number(Cell<(u64, usize)>);

impl Number {
    /// The number in `text`; `new` gives it where there is none yet.
    pub(super) fn in_text(&self, text: u64, new: impl FnOnce() -> usize) -> usize {
        let (last, number) = self.0.get();
        if last == text {
            return number;
        }
        let number = new();
        self.0.set((text, number));
        number
    }
}

impl WordCache {
    /// Gives `read` the memory of this thread and the number of a new text, above 0.
    pub(super) fn recall<T>(read: impl FnOnce(&mut Self, u64) -> T) -> T {
        MEMORY.with_borrow_mut(|memory| {
            memory.text += 1;
            let text = memory.text;
            let found = read(memory, text);
            if memory.known.iter().map(Vec::len).sum::<usize>() > MOST {
                *memory = Self { text, ..Self::default() };
            }
            found
        })
    }

    /// What is known of `word` as it is written; `None` never.
    pub(super) fn form(&mut self, word: &str, kind: TokenKind) -> Option<&Rc<Known>> {
        let kind_number = kind as usize;
        let id = self.forms.get_mut(kind_number)?.id(word);
        if self.known.get(kind_number).is_some_and(|known| id == known.len()) {
            let lower = self.lower(word)?;
            let hyphen = if kind == TokenKind::Word { parting(word) } else { None };
            let (features, points, number) = Default::default();
            let known = Known { shape: shape(word, kind), hyphen, lower, features, points, number };
            self.known.get_mut(kind_number)?.push(Rc::new(known));
        }
        self.known.get(kind_number)?.get(id)
    }

    /// What is known of `word` in lower case; `None` never.
    fn lower(&mut self, word: &str) -> Option<Rc<Lower>> {
        lower_case(word, &mut self.buffer);
        let id = self.words.id(&self.buffer);
        if id == self.lower.len() {
            let text: Rc<str> = Rc::from(self.buffer.as_str());
            let marks = Lexicon::get().word(&text);
            self.lower.push(Rc::new(Lower { text, marks, number: Number::default() }));
        }
        self.lower.get(id).map(Rc::clone)
    }
}

/// Puts `word` in lower case into `lower`.
fn lower_case(word: &str, lower: &mut String) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        lower.push_str(&word.to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tokenized::TokenizedText;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;
    use crate::text::Span;

    /// The words of a text, their shapes, and the numbers that the text gives them.
    fn read(text: &str) -> Vec<(String, Shape, usize, usize)> {
        let page = TokenizedText::read(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)));
        page.words.iter().map(|w| (w.text.to_owned(), w.shape, w.form, w.id)).collect()
    }

    #[test]
    fn texts_are_read_alike_whatever_was_read_before() {
        let text = "The Paris-based may, MAY and May; a 9 and '9";
        let first = read(text);
        read("may 9 Paris: the other text");
        assert_eq!(read(text), first);
        // so many words that the memory is emptied
        read(&(0..=MOST).map(|n| format!("w{n} ")).collect::<String>());
        assert_eq!(read(text), first);
    }

    #[test]
    fn words_written_alike_share_what_is_known() {
        WordCache::recall(|memory, _| {
            let form = |memory: &mut WordCache, word, kind| memory.form(word, kind).map(Rc::clone);
            let (one, other) = (form(memory, "Paris", TokenKind::Word), form(memory, "Paris", TokenKind::Word));
            assert!(one.as_ref().zip(other).is_some_and(|(one, other)| Rc::ptr_eq(one, &other)));
            let upper = form(memory, "PARIS", TokenKind::Word);
            assert!(one.zip(upper).is_some_and(|(one, upper)| {
                !Rc::ptr_eq(&one, &upper) && Rc::ptr_eq(&one.lower, &upper.lower) && upper.shape == Shape::Upper
            }));
        });
    }
}
