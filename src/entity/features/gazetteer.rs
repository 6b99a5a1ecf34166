//! Names of the gazetteer that stand in a text.

use crate::entity::tokenized::{Case, FormFeatures, Shape, TokenizedText};
use crate::model::{LexicalResources, phrase};

/// Words in a name, at most.
const LONGEST: usize = 6;

/// Lists of the gazetteer, at most.
const LISTS: usize = 16;

/// For each word the parts of the gazetteer's names that it may be: four bits a list, for its only, first, inner and last word.
pub(super) fn gazetteer_parts(
    tokens: &TokenizedText,
    forms: &[FormFeatures],
    resources: &LexicalResources,
) -> Vec<u64> {
    let mut parts = vec![0; tokens.words.len()];
    for sentence in &tokens.sentences {
        let loose = matches!(sentence.case, Case::Upper | Case::Lower);
        let mut ends = [0usize; LISTS]; // where the last name of each list ends: longer ones go first
        for at in sentence.words.clone() {
            let Some(first) = tokens.word(at) else { continue };
            if !(first.is_capital() || first.shape == Shape::Number || (loose && first.shape == Shape::Lower)) {
                continue;
            }
            let mut key = 0;
            let mut longest = [0usize; LISTS];
            for next in at..sentence.words.end.min(at + LONGEST) {
                let Some(word) = tokens.word(next) else { break };
                let joins = word.shape != Shape::Lower || loose || word.text.len() <= 4;
                let Some(form) = forms.get(word.form).filter(|_| joins) else { break };
                key = phrase(key, form.lower);
                let lists = resources.lists(key);
                if lists == 0 {
                    continue;
                }
                for (bit, longest) in longest.iter_mut().enumerate() {
                    if lists & (1 << bit) != 0 {
                        *longest = next + 1;
                    }
                }
            }
            for (bit, (&end, last)) in longest.iter().zip(&mut ends).enumerate() {
                if end == 0 || at < *last {
                    continue;
                }
                *last = end;
                for word in at..end {
                    let part = match (word == at, word + 1 == end) {
                        (true, true) => 0,
                        (true, false) => 1,
                        (false, false) => 2,
                        (false, true) => 3,
                    };
                    if let Some(parts) = parts.get_mut(word) {
                        *parts |= 1 << (bit * 4 + part);
                    }
                }
            }
        }
    }
    parts
}
