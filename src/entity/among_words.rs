//! Where mentions stand among the words of a text.

use super::mention::{Mention, MentionId};
use super::tokenized::TokenizedText;
use std::ops::Range;

/// A mention's sentence and words, by their indices.
#[derive(Clone, Debug)]
pub(crate) struct MentionWords {
    pub(crate) sentence: usize,
    pub(crate) words: Range<usize>,
}

/// The words of all mentions, and the mention of each word.
#[derive(Clone, Debug, Default)]
pub(crate) struct MentionsAmongWords {
    words: Vec<Option<MentionWords>>,
    mentions: Vec<Option<MentionId>>,
}

impl MentionsAmongWords {
    pub(crate) fn new(tokens: &TokenizedText, mentions: &[Mention]) -> Self {
        let mut among = Self { words: Vec::with_capacity(mentions.len()), mentions: vec![None; tokens.words.len()] };
        for (index, mention) in mentions.iter().enumerate() {
            let start = tokens.words.partition_point(|w| w.span.start < mention.span.start);
            let end = tokens.words.partition_point(|w| w.span.end <= mention.span.end);
            let sentence = tokens.sentences.partition_point(|s| s.words.end <= start);
            among.mentions.get_mut(start..end).unwrap_or_default().fill(Some(MentionId::new(index)));
            among.words.push((start < end).then_some(MentionWords { sentence, words: start..end }));
        }
        among
    }

    /// Where this mention stands; `None` where it is less than a word.
    pub(crate) fn words_of(&self, mention: MentionId) -> Option<&MentionWords> {
        self.words.get(mention.index())?.as_ref()
    }

    /// The mention that the word at `at` belongs to.
    pub(crate) fn mention_at(&self, at: usize) -> Option<MentionId> {
        self.mentions.get(at).copied().flatten()
    }
}
