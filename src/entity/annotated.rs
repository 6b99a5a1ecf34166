//! What is derived from an article's text, once for all stages.

use super::among_words::MentionsAmongWords;
use super::features::FeatureExtractor;
use super::mention::{Cluster, Mention};
use super::recognize::mentions_of;
use super::resolve::{add_references, clusters_of};
use crate::article::Article;
use crate::date::machine_day;
use crate::language::Language;
use crate::sentence::Sentence;

/// An article with its sentences, words, mentions and clusters.
pub(crate) struct AnnotatedText<'t> {
    pub(crate) article: &'t Article,
    /// Those of every block and comment, in order, where `features` do not say all of them.
    pub(crate) sentences: Vec<Sentence>,
    /// The words of the sentences and what taggers see of them; none in a language without a pack.
    pub(crate) features: Option<FeatureExtractor<'t>>,
    /// In order and without overlap.
    pub(crate) mentions: Vec<Mention>,
    /// Which mentions are the same thing.
    pub(crate) clusters: Vec<Cluster>,
}

impl<'t> AnnotatedText<'t> {
    /// Finds the names, dates and amounts of `article`, and which of them are the same thing. Without a pack of its language there are none.
    pub(crate) fn new(article: &'t Article, sentences: Vec<Sentence>, language: Option<&'static Language>) -> Self {
        let features = language.map(|language| FeatureExtractor::new(&article.text, &sentences, language));
        // the words say all that is asked of their tokens
        let sentences = if features.is_some() { Vec::new() } else { sentences };
        let (mentions, clusters) = features.as_ref().map(|f| entities_of(article, f)).unwrap_or_default();
        Self { article, sentences, features, mentions, clusters }
    }

    /// The mentions and clusters alone.
    pub(crate) fn into_entities(self) -> (Vec<Mention>, Vec<Cluster>) {
        (self.mentions, self.clusters)
    }
}

fn entities_of(article: &Article, features: &FeatureExtractor) -> (Vec<Mention>, Vec<Cluster>) {
    let (text, language) = (article.text.as_str(), features.tokens.language);
    let today = article.metadata.published.as_deref().and_then(machine_day);
    let mut mentions = mentions_of(features, today);
    let mut clusters = clusters_of(text, &mut mentions, language);
    let among = MentionsAmongWords::new(&features.tokens, &mentions);
    add_references(article, &features.tokens, &mentions, &among, &mut clusters);
    (mentions, clusters)
}
