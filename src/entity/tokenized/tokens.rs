//! The tokens that a text's words were made from.

use super::shape::Shape;
use super::text::TokenizedText;
use crate::text::{Span, Token, TokenKind};
use std::ops::Range;

impl TokenizedText<'_> {
    /// The sentences that have words in `within`, which begins and ends with sentences.
    pub(crate) fn sentences_in(&self, within: Span) -> Range<usize> {
        let start = self.sentences.partition_point(|s| self.span(&s.words).is_none_or(|s| s.end <= within.start));
        let end = self.sentences.partition_point(|s| self.span(&s.words).is_none_or(|s| s.start < within.end));
        start..end.max(start)
    }

    /// The tokens of the sentence with this index: a compound that is two words is one token.
    pub(crate) fn tokens(&self, sentence: usize) -> impl Iterator<Item = Token> {
        let words = self.sentences.get(sentence).and_then(|s| self.words.get(s.words.clone())).unwrap_or_default();
        let mut words = words.iter().peekable();
        std::iter::from_fn(move || {
            let word = words.next()?;
            let kind = match word.shape {
                Shape::Number => TokenKind::Number,
                Shape::Clitic => TokenKind::Clitic,
                Shape::Mark => TokenKind::Mark,
                Shape::Lower | Shape::Capital | Shape::Upper | Shape::Initial | Shape::Mixed => TokenKind::Word,
            };
            // a hyphen that is no word itself stands between the two words of a compound
            let tail = words.next_if(|next| Span::new(word.span.end, next.span.start).str(self.text) == "-");
            Some(Token { span: Span::new(word.span.start, tail.unwrap_or(word).span.end), kind })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::sentence::sentences;

    #[test]
    fn words_give_back_their_tokens() {
        let text = "Moon Jae-in met U.S.-led and Paris-based anti-IS men - on 9-11 - at 10:30. He's a-b.\nThe end";
        let sentences = sentences(text, Span::new(0, text.len()), Some(&ENGLISH));
        let tokenized = TokenizedText::new(text, &sentences, &ENGLISH);
        let all = tokenized.sentences_in(Span::new(0, text.len()));
        let tokens: Vec<Vec<Token>> = all.map(|sentence| tokenized.tokens(sentence).collect()).collect();
        assert_eq!(tokens, sentences.iter().map(|s| s.tokens.clone()).collect::<Vec<_>>());
        let last = tokenized.sentences_in(Span::new(text.len() - 7, text.len()));
        assert_eq!(last, sentences.len() - 1..sentences.len());
    }
}
