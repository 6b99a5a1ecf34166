//! Nominals and pronouns that safely mean something named in the article, and what it is described as.

use super::context::ReferenceContext;
use super::profile::EntityProfile;
use crate::article::Article;
use crate::entity::among_words::MentionsAmongWords;
use crate::entity::mention::{Cluster, ClusterId, Mention, MentionId};
use crate::entity::tokenized::TokenizedText;
use crate::order::sort_by_numbers;
use crate::text::Span;

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
    references = with_others(references, context.appositions(mentions));
    references = with_others(references, context.epithets(clusters, &profiles));
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

/// `references`, and those of `others` that are apart from all of them: what somebody is called by their own role is not guessed at.
fn with_others(mut references: Vec<(ClusterId, Span)>, others: Vec<(ClusterId, Span)>) -> Vec<(ClusterId, Span)> {
    let count = references.len();
    references.extend(others);
    let ranked = references.into_iter().enumerate();
    let mut ranked: Vec<(ClusterId, Span, usize)> =
        ranked.map(|(at, (who, span))| (who, span, usize::from(at >= count))).collect();
    sort_by_numbers(&mut ranked, |(_, span, rank)| (span.start, *rank));
    let mut out: Vec<(ClusterId, Span, usize)> = Vec::with_capacity(ranked.len());
    for (who, span, rank) in ranked {
        match out.last_mut() {
            Some(last) if last.1.end > span.start => {
                // the later one is the surer
                if rank < last.2 {
                    *last = (who, span, rank);
                }
            }
            _ => out.push((who, span, rank)),
        }
    }
    out.into_iter().map(|(who, span, _)| (who, span)).collect()
}
