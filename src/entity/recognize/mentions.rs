//! All mentions of a text: names, dates and amounts.

use super::agree::settle_kinds;
use super::edges::with_edges_repaired;
use super::names::tagged_names;
use super::refine::refined_kind;
use super::spread::{with_acronyms, with_family_names};
use crate::entity::features::FeatureExtractor;
use crate::entity::mention::{ClusterId, Mention};
use crate::entity::value::{values_of, words_in_values};
use crate::order::sort_by_numbers;
use time::Date;

/// The mentions of a text, in order and without overlap, not yet in clusters; relative dates count from `today`, the day the article appeared.
pub(crate) fn mentions_of(features: &FeatureExtractor, today: Option<Date>) -> Vec<Mention> {
    let tokens = &features.tokens;
    let values = values_of(tokens, today);
    let names = tagged_names(features, &words_in_values(tokens, &values)).into_iter();
    let names = names.filter_map(|(words, coarse)| {
        Some(Mention {
            span: tokens.span(&words)?,
            kind: refined_kind(tokens, &words, coarse),
            cluster: ClusterId::new(0),
            value: None,
        })
    });
    let values = values.into_iter().filter_map(|v| {
        Some(Mention { span: tokens.span(&v.words)?, kind: v.kind, cluster: ClusterId::new(0), value: v.normalised })
    });
    let mut all: Vec<Mention> = names.chain(values).collect();
    sort_by_numbers(&mut all, |m| (m.span.start, m.span.end));
    let mut mentions: Vec<Mention> = Vec::with_capacity(all.len());
    for mention in all {
        if mentions.last().is_none_or(|last| last.span.end <= mention.span.start) {
            mentions.push(mention);
        }
    }
    let mentions = with_edges_repaired(tokens.text, mentions, tokens.language);
    let mut mentions = with_family_names(tokens, with_acronyms(tokens, mentions));
    settle_kinds(tokens.text, &mut mentions, tokens.language);
    mentions
}
