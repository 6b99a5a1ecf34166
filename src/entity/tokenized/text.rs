//! An article as words with what is known of each, and how often each is capitalised.

use super::case::{Case, TokenizedSentence, case_of};
use super::shape::Shape;
use super::word::{VocabularyEntry, Word};
use super::word_cache::{CachedForm, MOST_CACHED, WordCache};
use crate::entity::lexicon::LexicalClass;
use crate::language::Language;
use crate::sentence::Sentence;
use crate::text::{Span, Token};
use std::ops::Range;
use std::rc::Rc;

/// A distinct word of the article, as it is written.
pub(crate) struct WordForm<'t> {
    pub(crate) text: &'t str,
    pub(crate) shape: Shape,
    /// Index into [`TokenizedText::vocabulary`].
    pub(crate) entry: usize,
    pub(crate) class: LexicalClass,
    /// What is known of it besides, in whatever text.
    pub(crate) cached: Rc<CachedForm>,
}

/// The words of an article.
pub(crate) struct TokenizedText<'t> {
    /// The text whose words these are.
    pub(crate) text: &'t str,
    pub(crate) language: &'static Language,
    pub(crate) words: Vec<Word<'t>>,
    pub(crate) sentences: Vec<TokenizedSentence>,
    pub(crate) vocabulary: Vec<VocabularyEntry>,
    pub(crate) forms: Vec<WordForm<'t>>,
}

impl<'t> TokenizedText<'t> {
    /// Separates the words of `sentences`. One pass, then one over the sentences.
    pub(crate) fn new(text: &'t str, sentences: &[Sentence], language: &'static Language) -> Self {
        let tokens: usize = sentences.iter().map(|s| s.tokens.len()).sum();
        // of an article's words about every other is another one; of a longer text's fewer
        let forms = (tokens / 2).min(MOST_CACHED);
        let mut tokenized = Self {
            text,
            language,
            words: Vec::with_capacity(tokens),
            sentences: Vec::with_capacity(sentences.len()),
            vocabulary: Vec::with_capacity(forms),
            forms: Vec::with_capacity(forms),
        };
        WordCache::with(language, |cache, number| {
            for sentence in sentences {
                let first = tokenized.words.len();
                let mut begins = true;
                for &Token { span, kind } in &sentence.tokens {
                    let Some(form) = cache.form(span.str(text), kind, language) else { continue };
                    let Some(hyphen) = form.hyphen else {
                        tokenized.add(span, &form, number, &mut begins);
                        continue;
                    };
                    let hyphen = span.start + hyphen;
                    for part in [Span::new(span.start, hyphen), Span::new(hyphen + 1, span.end)] {
                        if let Some(form) = cache.form(part.str(text), kind, language) {
                            tokenized.add(part, &form, number, &mut begins);
                        }
                    }
                }
                let words = first..tokenized.words.len();
                let (case, shouts) = case_of(tokenized.words.get(words.clone()).unwrap_or_default());
                tokenized.sentences.push(TokenizedSentence { words, case, shouts });
            }
        });
        tokenized.count_capitals();
        tokenized
    }

    /// Adds the word at `span` to the text with this number. A capital may only mean that something `begins`.
    fn add(&mut self, span: Span, cached: &Rc<CachedForm>, number: u64, begins: &mut bool) {
        let text = span.str(self.text);
        let form = cached.index.in_text(number, || self.add_form(text, cached, number));
        let Some(&WordForm { shape, entry, class, .. }) = self.forms.get(form) else { return };
        self.words.push(Word { text, span, shape, entry, form, class, begins: *begins });
        *begins = shape == Shape::Mark && begins_after(text).unwrap_or(*begins);
    }

    /// Puts a word that is new to the text with this number among the forms; gives its index.
    fn add_form(&mut self, text: &'t str, cached: &Rc<CachedForm>, number: u64) -> usize {
        let CachedForm { shape, word, .. } = &**cached;
        let class = word.class;
        let entry = word.index.in_text(number, || {
            let (lower, may_open_value) = (Rc::clone(&word.text), word.may_open_value);
            self.vocabulary.push(VocabularyEntry { lower, lower_count: 0, capital_count: 0, may_open_value });
            self.vocabulary.len() - 1
        });
        self.forms.push(WordForm { text, shape: *shape, entry, class, cached: Rc::clone(cached) });
        self.forms.len() - 1
    }

    /// Counts how each word is written where a capital means something.
    fn count_capitals(&mut self) {
        for sentence in self.sentences.iter().filter(|s| matches!(s.case, Case::Prose | Case::Lower)) {
            for word in self.words.get(sentence.words.clone()).unwrap_or_default() {
                let Some(entry) = self.vocabulary.get_mut(word.entry) else { continue };
                match word.shape {
                    Shape::Lower => entry.lower_count += 1,
                    _ if word.is_capital() && !word.begins => entry.capital_count += 1,
                    _ => {}
                }
            }
        }
    }

    pub(crate) fn word(&self, index: usize) -> Option<&Word<'t>> {
        self.words.get(index)
    }

    /// From the first to the last of `words`.
    pub(crate) fn span(&self, words: &Range<usize>) -> Option<Span> {
        let last = self.words.get(words.clone())?.last()?;
        self.words.get(words.start).map(|first| Span::new(first.span.start, last.span.end))
    }

    /// The word's text in lower case; empty past the end.
    pub(crate) fn lower(&self, index: usize) -> &str {
        self.entry(index).map_or("", |e| &*e.lower)
    }

    /// Whether the word at `index` is in one of the classes of `class`.
    pub(crate) fn is(&self, index: usize, class: LexicalClass) -> bool {
        self.words.get(index).is_some_and(|w| w.is(class))
    }

    pub(crate) fn is_capital(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(Word::is_capital)
    }

    pub(crate) fn entry(&self, index: usize) -> Option<&VocabularyEntry> {
        self.words.get(index).and_then(|w| self.vocabulary.get(w.entry))
    }

    /// Whether a capital at `index` may only mean that a sentence, quote or item begins.
    pub(crate) fn begins(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|w| w.begins)
    }
}

/// Whether something begins after a mark: yes, no, or (`None`) as it does before the mark.
fn begins_after(mark: &str) -> Option<bool> {
    match mark {
        "\"" | "“" | "‘" | "«" | "„" | ":" | "…" | "*" | "•" | "–" | "—" | "(" | "[" | "#" | "." | "!" | "?" => {
            Some(true)
        }
        "-" | "'" | "_" | ">" => None,
        _ => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;

    #[test]
    fn compounds_are_separated_and_names_are_not() {
        let text = "Moon Jae-in met U.S.-led and Paris-based anti-IS al-Rashid Yeung-tat";
        let english = &ENGLISH;
        let tokens = TokenizedText::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), english);
        let words: Vec<&str> = tokens.words.iter().map(|w| w.text).collect();
        assert_eq!(
            words,
            [
                "Moon",
                "Jae-in",
                "met",
                "U.S.",
                "-",
                "led",
                "and",
                "Paris",
                "based",
                "anti",
                "IS",
                "al-Rashid",
                "Yeung-tat"
            ]
        );
    }

    #[test]
    fn capitals_after_opening_marks_mean_nothing() {
        let text = "The “River -' Nile” and: Lake, (Sea) Bay - Gulf";
        let english = &ENGLISH;
        let tokens = TokenizedText::new(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)), english);
        let begin: Vec<&str> = tokens.words.iter().filter(|w| w.begins && w.is_capital()).map(|w| w.text).collect();
        assert_eq!(begin, ["The", "River", "Lake", "Sea"]);
    }
}
