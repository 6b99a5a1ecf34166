//! How sentences use capitals.

use super::shape::Shape;
use super::word::Word;
use crate::entity::lexicon::LexicalClass;
use std::ops::Range;

/// How a sentence uses capitals. A number never changes its meaning: trained weights are found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Case {
    /// Names and beginnings are capitalised: a capital means something.
    Prose = 0,
    /// Most words are capitalised, common ones too: a headline.
    Title = 1,
    /// All in capitals.
    Upper = 2,
    /// No capital at all.
    Lower = 3,
}

/// A sentence of a tokenized text: its words, and how it uses capitals.
#[derive(Clone, Debug)]
pub(crate) struct TokenizedSentence {
    pub(crate) words: Range<usize>,
    pub(crate) case: Case,
    /// Whether common words among others are in capitals, so that capitals make no acronym.
    pub(crate) shouts: bool,
}

/// How the words of one sentence use capitals, and whether it shouts.
pub(super) fn case_of(words: &[Word]) -> (Case, bool) {
    let (mut long, mut capital, mut upper, mut small, mut common, mut shouted) = (0, 0, 0, 0, 0, 0);
    let mut loud = ""; // the last shouted word: “IS … IS” is an acronym, “SO SAD” is not
    for (index, word) in words.iter().enumerate() {
        match word.shape {
            Shape::Lower => small += 1,
            Shape::Upper => upper += 1,
            Shape::Capital => capital += 1,
            _ => continue,
        }
        let plain = word.is(LexicalClass::WORD.with(LexicalClass::FUNCTION)) && !word.is(LexicalClass::NAMED);
        if word.shape == Shape::Upper && plain && word.text != loud {
            shouted += 1;
            loud = word.text;
        }
        if word.text.len() > 3 {
            long += 1;
            let plain = plain && !word.is(LexicalClass::TITLE.with(LexicalClass::ORG_HEAD));
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
