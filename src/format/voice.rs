//! Share of voice: who is quoted with how many words.

use super::Found;
use crate::quote::{Quote, QuoteKind};
use crate::text::{TokenKind, tokenize};
use std::collections::HashMap;

/// One speaker of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The full name where it is known, else the words that name the speaker; `None` for quotes whose speaker the text does not tell.
    pub name: Option<String>,
    /// Index of the speaker's cluster, where there is one.
    pub cluster: Option<usize>,
    /// The quotes, indices in order.
    pub quotes: Vec<usize>,
    /// Words in them; those of a quote inside a quote count for the outer speaker alone.
    pub words: usize,
    /// Part of all words quoted from known speakers, 0 to 1; 0 for the unknown.
    pub share: f64,
}

/// The article's speakers, the most quoted first, quotes without a speaker last. Quotes in readers' comments and words that are
/// merely marked are not among them.
#[must_use]
pub fn voices(found: &Found<'_>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::new();
    for (index, quote) in found.quotes.iter().enumerate() {
        if quote.kind == QuoteKind::Marked || found.comment_of(quote).is_some() {
            continue;
        }
        let place = *places.entry(Key::of(found, quote)).or_insert_with(|| {
            let cluster = quote.speaker.and_then(|s| s.cluster);
            let name = found.speaker(quote).map(str::to_owned);
            voices.push(Voice { name, cluster, quotes: Vec::new(), words: 0, share: 0.0 });
            voices.len() - 1
        });
        if let Some(voice) = voices.get_mut(place) {
            voice.quotes.push(index);
            voice.words += if quote.inside.is_some() { 0 } else { words(found, quote) };
        }
    }
    let total: usize = voices.iter().filter(|v| v.name.is_some()).map(|v| v.words).sum();
    for voice in voices.iter_mut().filter(|v| v.name.is_some() && total > 0) {
        #[expect(clippy::cast_precision_loss, reason = "numbers of words in one article are small")]
        let share = voice.words as f64 / total as f64;
        voice.share = share;
    }
    voices.sort_by_key(|v| (v.name.is_none(), usize::MAX - v.words));
    voices
}

/// What makes two quotes the same speaker's.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Cluster(usize),
    Words(String),
    Nobody,
}

impl Key {
    fn of(found: &Found<'_>, quote: &Quote) -> Self {
        match (quote.speaker.and_then(|s| s.cluster), found.speaker(quote)) {
            (Some(cluster), _) => Self::Cluster(cluster),
            (None, Some(words)) => Self::Words(words.to_lowercase()),
            (None, None) => Self::Nobody,
        }
    }
}

fn words(found: &Found<'_>, quote: &Quote) -> usize {
    let tokens = tokenize(&found.article.text, quote.span);
    tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::record::tests::Sample;

    #[test]
    fn counts_words_by_speaker_and_leaves_comments_out() {
        let sample = Sample::page();
        let voices = voices(&sample.found());
        let rows: Vec<_> = voices.iter().map(|v| (v.name.as_deref(), v.words, v.quotes.len())).collect();
        assert_eq!(rows, [(Some("Noor Haddad"), 7, 2), (Some("a spokesman"), 3, 1), (None, 2, 1)]);
        assert!((voices[0].share - 0.7).abs() < 1e-9);
    }
}
