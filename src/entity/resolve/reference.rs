//! Nominals and pronouns that safely mean something named in the article, and what it is described as.

use super::context::ReferenceContext;
use super::profile::EntityProfile;
use crate::article::Article;
use crate::entity::among_words::MentionsAmongWords;
use crate::entity::mention::{Cluster, Mention, MentionId};
use crate::entity::tokenized::TokenizedText;
use crate::text::sort_by_numbers;

/// Fills in the references and descriptions of `clusters`.
pub(crate) fn add_references(
    article: &Article,
    tokens: &TokenizedText,
    mentions: &[Mention],
    among: &MentionsAmongWords,
    clusters: &mut [Cluster],
) {
    let mut profiles = vec![EntityProfile::default(); clusters.len()];
    for (index, mention) in mentions.iter().enumerate() {
        if let (Some(words), Some(profile)) =
            (among.words_of(MentionId::new(index)), profiles.get_mut(mention.cluster.index()))
        {
            profile.learn(tokens, mention, words);
        }
    }
    let context = ReferenceContext::new(article, tokens, mentions, among);
    let mut references = context.nominals(clusters, &mut profiles);
    references.extend(context.pronouns(clusters, &profiles));
    sort_by_numbers(&mut references, |r| (r.1.start, r.1.end));
    for (cluster, span) in references {
        if let Some(cluster) = cluster.of_mut(clusters) {
            cluster.references.push(span);
        }
    }
    for (cluster, profile) in clusters.iter_mut().zip(profiles) {
        cluster.description = profile.into_description();
    }
}
