//! What was found out about words as they are written. It is the same in every text of a language, so it is kept for the texts to come:
//! nearly all words of an article were met in those before it.

use super::compound::separating_hyphen;
use super::form_features::{FormFeatures, WINDOW};
use super::shape::{Shape, shape_of};
use crate::entity::lexicon::{LexicalClass, Lexicon};
use crate::entity::value::may_open_value;
use crate::language::Language;
use crate::model::EmissionScores;
use crate::text::TokenKind;
use foldhash::HashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Forms that are kept, some ten megabytes; a cache of more is emptied after the text that brought them.
pub(crate) const MOST_CACHED: usize = 1 << 14;

thread_local! {
    /// By the languages' codes.
    static CACHES: RefCell<HashMap<&'static str, WordCache>> = RefCell::default();
}

/// Words of one language met in the texts that this thread has read.
#[derive(Default)]
pub(super) struct WordCache {
    /// Words as they are written, by what they are as tokens.
    forms: [HashMap<Box<str>, Rc<CachedForm>>; 4],
    /// Words in lower case.
    words: HashMap<Box<str>, Rc<CachedWord>>,
    /// The number of the text that is read.
    text: u64,
    /// Where a word is put in lower case.
    buffer: String,
}

/// A word as it is written.
pub(crate) struct CachedForm {
    pub(super) shape: Shape,
    /// Where the hyphen stands at which a text separates it.
    pub(super) hyphen: Option<usize>,
    pub(super) word: Rc<CachedWord>,
    /// What its features are made of.
    pub(crate) features: OnceCell<FormFeatures>,
    /// Their scores by the tagger of names and by that of speech, at each place of the window.
    pub(crate) scores: [OnceCell<Box<[EmissionScores; WINDOW]>>; 2],
    /// Its index in the text that is read.
    pub(super) index: TextIndex,
}

/// A word in lower case.
pub(super) struct CachedWord {
    pub(super) text: Rc<str>,
    pub(super) class: LexicalClass,
    /// Whether a date or amount may begin with it.
    pub(super) may_open_value: bool,
    /// Its index in the text that is read.
    pub(super) index: TextIndex,
}

/// The index of a word in the last text that had it.
#[derive(Default)]
pub(super) struct TextIndex(Cell<(u64, usize)>);

impl TextIndex {
    /// The index in `text`; `new` gives it where there is none yet.
    pub(super) fn in_text(&self, text: u64, new: impl FnOnce() -> usize) -> usize {
        let (last, index) = self.0.get();
        if last == text {
            return index;
        }
        let index = new();
        self.0.set((text, index));
        index
    }
}

impl WordCache {
    /// Gives `read` this thread's cache for `language` and the number of a new text, above 0.
    pub(super) fn with<T>(language: &'static Language, read: impl FnOnce(&mut Self, u64) -> T) -> T {
        CACHES.with_borrow_mut(|caches| {
            let cache = caches.entry(language.code).or_default();
            cache.text += 1;
            let text = cache.text;
            let result = read(cache, text);
            if cache.forms.iter().map(HashMap::len).sum::<usize>() > MOST_CACHED {
                *cache = Self { text, ..Self::default() };
            }
            result
        })
    }

    /// What is known of `word` as it is written; `None` never.
    pub(super) fn form(&mut self, word: &str, kind: TokenKind, language: &'static Language) -> Option<Rc<CachedForm>> {
        let kind_index = kind as usize;
        if let Some(known) = self.forms.get(kind_index)?.get(word) {
            return Some(Rc::clone(known));
        }
        let hyphen = if kind == TokenKind::Word { separating_hyphen(word, language) } else { None };
        let (features, scores, index) = Default::default();
        let shape = shape_of(word, kind);
        let form = Rc::new(CachedForm { shape, hyphen, word: self.word(word, language), features, scores, index });
        self.forms.get_mut(kind_index)?.insert(Box::from(word), Rc::clone(&form));
        Some(form)
    }

    /// What is known of `word` in lower case.
    fn word(&mut self, word: &str, language: &'static Language) -> Rc<CachedWord> {
        lower_case(word, &mut self.buffer);
        if let Some(known) = self.words.get(self.buffer.as_str()) {
            return Rc::clone(known);
        }
        let text: Rc<str> = Rc::from(self.buffer.as_str());
        let class = Lexicon::get().class_of(&text, language);
        let may_open_value = class.any(LexicalClass::CALENDAR) || may_open_value(&text, language);
        let new = Rc::new(CachedWord { text, class, may_open_value, index: TextIndex::default() });
        self.words.insert(Box::from(self.buffer.as_str()), Rc::clone(&new));
        new
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
        let english = &ENGLISH;
        let tokens = TokenizedText::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), english);
        tokens.words.iter().map(|w| (w.text.to_owned(), w.shape, w.form, w.entry)).collect()
    }

    #[test]
    fn texts_are_read_alike_whatever_was_read_before() {
        let text = "The Paris-based may, MAY and May; a 9 and '9";
        let first = read(text);
        read("may 9 Paris: the other text");
        assert_eq!(read(text), first);
        // so many words that the cache is emptied
        read(&(0..=MOST_CACHED).map(|n| format!("w{n} ")).collect::<String>());
        assert_eq!(read(text), first);
    }

    #[test]
    fn words_written_alike_share_what_is_known() {
        let english = &ENGLISH;
        WordCache::with(english, |cache, _| {
            let form = |cache: &mut WordCache, word, kind| cache.form(word, kind, english);
            let (one, other) = (form(cache, "Paris", TokenKind::Word), form(cache, "Paris", TokenKind::Word));
            assert!(one.as_ref().zip(other).is_some_and(|(one, other)| Rc::ptr_eq(one, &other)));
            let upper = form(cache, "PARIS", TokenKind::Word);
            assert!(one.zip(upper).is_some_and(|(one, upper)| {
                !Rc::ptr_eq(&one, &upper) && Rc::ptr_eq(&one.word, &upper.word) && upper.shape == Shape::Upper
            }));
        });
    }
}
