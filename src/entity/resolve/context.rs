//! What references are looked for in.

use crate::article::{Article, BlockKind};
use crate::entity::among_words::MentionsAmongWords;
use crate::entity::mention::Mention;
use crate::entity::tokenized::TokenizedText;
use crate::text::Span;

/// A text, its mentions, and who may mean whom.
pub(super) struct ReferenceContext<'p, 't> {
    pub(super) tokens: &'p TokenizedText<'t>,
    mentions: &'p [Mention],
    pub(super) among: &'p MentionsAmongWords,
    /// For each sentence the zone it is in: nothing in one zone refers to what another names.
    pub(super) zones: Vec<usize>,
}

impl<'p, 't> ReferenceContext<'p, 't> {
    pub(super) fn new(
        article: &Article,
        tokens: &'p TokenizedText<'t>,
        mentions: &'p [Mention],
        among: &'p MentionsAmongWords,
    ) -> Self {
        Self { tokens, mentions, among, zones: zones(article, tokens) }
    }

    /// The mention that the word at `at` belongs to.
    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention> {
        self.among.mention_at(at).and_then(|id| id.of(self.mentions))
    }
}

/// For each sentence the zone it is in: the article's body is one, every comment one of its own.
fn zones(article: &Article, tokens: &TokenizedText) -> Vec<usize> {
    let mut zone = 0;
    let mut last: Option<Span> = None;
    let mut out = Vec::with_capacity(tokens.sentences.len());
    for sentence in &tokens.sentences {
        let span = tokens.span(&sentence.words).unwrap_or_default();
        let block = article.block_at(span.start);
        let body = block.is_some_and(|b| b.kind != BlockKind::Other);
        if body {
            out.push(0);
        } else {
            let gap = last.map(|l| Span::new(l.end, span.start).str(&article.text)).unwrap_or_default();
            let separated = out.last() == Some(&0) || gap.contains("\n\n") || gap.chars().any(char::is_alphanumeric);
            zone += usize::from(separated || block.is_some() || zone == 0);
            out.push(zone);
        }
        last = Some(span);
    }
    out
}
