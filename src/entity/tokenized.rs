//! An article as words with what is known of each, and how often each is capitalised.

use super::lexicon::{Lexicon, Marks};
use super::word_cache::{Known, WordCache};
use crate::sentence::Sentence;
use crate::text::{Span, Token, TokenKind};
use std::ops::Range;
use std::rc::Rc;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `word`
    Lower,
    /// `Word`, `McDonald`, `O'Neill`, `U.S.`
    Capital,
    /// `WORD`, two letters or more
    Upper,
    /// `J`, `J.`, `J.K.`
    Initial,
    /// `iPhone`
    Mixed,
    /// `10`, `3rd`
    Number,
    /// `'s`
    Clitic,
    /// `,`
    Mark,
}

/// A word or mark of the article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// Index into [`TokenizedText::vocabulary`]; equal for words equal in lower case.
    pub(crate) id: usize,
    /// Index into [`TokenizedText::forms`]; equal for words written alike.
    pub(crate) form: usize,
    pub(crate) marks: Marks,
    /// Whether a capital here may only mean that a sentence, quote or item begins.
    pub(crate) begins: bool,
}

impl Word<'_> {
    pub(crate) fn is(&self, marks: Marks) -> bool {
        self.marks.any(marks)
    }

    /// Whether it is written with a capital or in capitals.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial | Shape::Mixed)
    }
}

/// How a line uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Names and beginnings are capitalised: a capital means something.
    Prose,
    /// Most words are capitalised, common ones too: a headline.
    Title,
    /// All in capitals.
    Upper,
    /// No capital at all.
    Lower,
}

/// A sentence: its words and how it uses capitals.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) words: Range<usize>,
    pub(crate) case: Case,
    /// Whether common words among others are in capitals, so that capitals make no acronym.
    pub(crate) shouts: bool,
}

/// A distinct word of the article, in lower case.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) lower: Rc<str>,
    /// Times written in lower case.
    pub(crate) small: u32,
    /// Times capitalised inside a sentence of prose.
    pub(crate) capital: u32,
    pub(crate) marks: Marks,
}

/// A distinct word of the article, as it is written.
pub(crate) struct Form<'t> {
    pub(crate) text: &'t str,
    pub(crate) shape: Shape,
    pub(crate) id: usize,
    pub(crate) marks: Marks,
    /// What is known of it besides, in whatever text.
    pub(super) known: Rc<Known>,
}

/// The words of an article.
pub(crate) struct TokenizedText<'t> {
    pub(crate) words: Vec<Word<'t>>,
    pub(crate) lines: Vec<Line>,
    pub(crate) vocabulary: Vec<Entry>,
    pub(crate) forms: Vec<Form<'t>>,
}

impl<'t> TokenizedText<'t> {
    /// Reads the words of `sentences`. One pass, then one over the lines.
    pub(crate) fn read(text: &'t str, sentences: &[Sentence]) -> Self {
        let tokens = sentences.iter().map(|s| s.tokens.len()).sum();
        // of an article's words about every other is another one
        let forms = tokens / 2;
        let mut page = Self {
            words: Vec::with_capacity(tokens),
            lines: Vec::with_capacity(sentences.len()),
            vocabulary: Vec::with_capacity(forms),
            forms: Vec::with_capacity(forms),
        };
        WordCache::recall(|memory, number| {
            for sentence in sentences {
                let first = page.words.len();
                let mut begins = true;
                for &Token { span, kind } in &sentence.tokens {
                    let Some(known) = memory.form(span.str(text), kind) else { continue };
                    let Some(hyphen) = known.hyphen else {
                        page.add(text, span, known, number, &mut begins);
                        continue;
                    };
                    let hyphen = span.start + hyphen;
                    for part in [Span::new(span.start, hyphen), Span::new(hyphen + 1, span.end)] {
                        if let Some(known) = memory.form(part.str(text), kind) {
                            page.add(text, part, known, number, &mut begins);
                        }
                    }
                }
                let words = first..page.words.len();
                let (case, shouts) = case(page.words.get(words.clone()).unwrap_or_default());
                page.lines.push(Line { words, case, shouts });
            }
        });
        page.count();
        page
    }

    /// Adds the word at `span` to a text with this number. A capital may only mean that something `begins`.
    fn add(&mut self, text: &'t str, span: Span, known: &Rc<Known>, number: u64, begins: &mut bool) {
        let text = span.str(text);
        let form = known.number.in_text(number, || self.meet(text, known, number));
        let Some(&Form { shape, id, marks, .. }) = self.forms.get(form) else { return };
        self.words.push(Word { text, span, shape, id, form, marks, begins: *begins });
        *begins = shape == Shape::Mark && mark_begins(text).unwrap_or(*begins);
    }

    /// Puts a word that is new to the text with this number among the forms; tells where.
    fn meet(&mut self, text: &'t str, known: &Rc<Known>, number: u64) -> usize {
        let Known { shape, lower, .. } = &**known;
        let id = lower.number.in_text(number, || {
            self.vocabulary.push(Entry { lower: Rc::clone(&lower.text), small: 0, capital: 0, marks: lower.marks });
            self.vocabulary.len() - 1
        });
        self.forms.push(Form { text, shape: *shape, id, marks: lower.marks, known: Rc::clone(known) });
        self.forms.len() - 1
    }

    /// Counts how each word is written where a capital means something.
    fn count(&mut self) {
        for line in self.lines.iter().filter(|l| matches!(l.case, Case::Prose | Case::Lower)) {
            for word in self.words.get(line.words.clone()).unwrap_or_default() {
                let Some(entry) = self.vocabulary.get_mut(word.id) else { continue };
                match word.shape {
                    Shape::Lower => entry.small += 1,
                    _ if word.is_capital() && !word.begins => entry.capital += 1,
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
        self.words.get(index).and_then(|w| self.vocabulary.get(w.id)).map_or("", |e| &*e.lower)
    }

    /// Whether the word at `index` carries one of `marks`.
    pub(crate) fn is(&self, index: usize, marks: Marks) -> bool {
        self.words.get(index).is_some_and(|w| w.is(marks))
    }

    pub(crate) fn is_capital(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(Word::is_capital)
    }

    pub(crate) fn entry(&self, index: usize) -> Option<&Entry> {
        self.words.get(index).and_then(|w| self.vocabulary.get(w.id))
    }

    /// Whether a capital at `index` may only mean that a sentence, quote or item begins.
    pub(crate) fn begins(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|w| w.begins)
    }
}

/// Whether something begins behind a mark: yes, no, or (`None`) as it does before the mark.
fn mark_begins(mark: &str) -> Option<bool> {
    match mark {
        "\"" | "“" | "‘" | "«" | "„" | ":" | "…" | "*" | "•" | "–" | "—" | "(" | "[" | "#" | "." | "!" | "?" => {
            Some(true)
        }
        "-" | "'" | "_" | ">" => None,
        _ => Some(false),
    }
}

/// The place of the hyphen between the parts of a word that stand for themselves: `anti-IS` is `IS`, `Paris-based` is `Paris`.
pub(super) fn parting(word: &str) -> Option<usize> {
    word.find('-').filter(|&at| {
        let (head, tail) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
        let small = |s: &str| s.chars().next().is_some_and(char::is_lowercase);
        match (small(head), small(tail)) {
            // “al-Rashid” is one name
            (true, false) => !Lexicon::get().word(head).any(Marks::PARTICLE),
            // and so are “Yeung-tat”, whose tail is no English word, and “Jae-in”, with whose tail no compound ends
            (false, true) => {
                let word = tail.len() > 2 && Lexicon::get().word(tail).any(Marks::WORD.with(Marks::FUNCTION));
                word || tail.ends_with("ed")
            }
            _ => false,
        }
    })
}

/// How `word` is written.
pub(super) fn shape(word: &str, kind: TokenKind) -> Shape {
    match kind {
        TokenKind::Number => return Shape::Number,
        TokenKind::Clitic => return Shape::Clitic,
        TokenKind::Mark => return Shape::Mark,
        TokenKind::Word => {}
    }
    let (mut upper, mut lower, mut dots) = (0, 0, 0);
    for c in word.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
        dots += usize::from(c == '.');
    }
    let first = word.chars().next().is_some_and(char::is_uppercase);
    match (first, upper, lower) {
        (true, 1, 0) => Shape::Initial,
        (true, _, 0) if dots >= upper => Shape::Initial,
        (true, _, 0) => Shape::Upper,
        (true, ..) => Shape::Capital,
        (false, 0, _) => Shape::Lower,
        _ => Shape::Mixed,
    }
}

/// How the words of one sentence use capitals, and whether it shouts.
fn case(words: &[Word]) -> (Case, bool) {
    let (mut long, mut capital, mut upper, mut small, mut common, mut shouted) = (0, 0, 0, 0, 0, 0);
    let mut loud = ""; // the last shouted word: “IS … IS” is an acronym, “SO SAD” is not
    for (index, word) in words.iter().enumerate() {
        match word.shape {
            Shape::Lower => small += 1,
            Shape::Upper => upper += 1,
            Shape::Capital => capital += 1,
            _ => continue,
        }
        let plain = word.is(Marks::WORD.with(Marks::FUNCTION)) && !word.is(Marks::NAMED);
        if word.shape == Shape::Upper && plain && word.text != loud {
            shouted += 1;
            loud = word.text;
        }
        if word.text.len() > 3 {
            long += 1;
            let plain = plain && !word.is(Marks::TITLE.with(Marks::ORG_HEAD));
            common += usize::from(index > 0 && word.shape == Shape::Capital && plain);
        }
    }
    let long_small = words.iter().filter(|w| w.shape == Shape::Lower && w.text.len() > 3).count();
    let stopped = words.last().is_some_and(|w| w.text == ".");
    let case = if upper >= 2 && small + capital <= upper / 4 {
        Case::Upper
    } else if capital + upper == 0 && words.iter().all(|w| w.shape != Shape::Initial) {
        Case::Lower
    } else if long >= 3
        && long_small * 4 <= long
        && common >= 1
        && common * 4 >= capital
        && (!stopped || long_small == 0)
    {
        Case::Title
    } else {
        Case::Prose
    };
    (case, shouted >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;

    #[test]
    fn compounds_are_parted_and_names_are_not() {
        let text = "Moon Jae-in met U.S.-led and Paris-based anti-IS al-Rashid Yeung-tat";
        let page = TokenizedText::read(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)));
        let words: Vec<&str> = page.words.iter().map(|w| w.text).collect();
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
    fn capitals_behind_opening_marks_tell_nothing() {
        let text = "The “River -' Nile” and: Lake, (Sea) Bay - Gulf";
        let page = TokenizedText::read(text, &sentences(text, Span::new(0, text.len()), Some(&ENGLISH)));
        let begin: Vec<&str> = page.words.iter().filter(|w| w.begins && w.is_capital()).map(|w| w.text).collect();
        assert_eq!(begin, ["The", "River", "Lake", "Sea"]);
    }
}
