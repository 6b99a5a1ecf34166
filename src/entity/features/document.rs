//! What an article says of its words as a whole: what they stand beside, and how they are written elsewhere.

use crate::entity::lexicon::LexicalClass;
use crate::entity::tokenized::{Case, Shape, TokenizedText};

/// For each entry of the vocabulary what stands beside it where it is capitalised inside prose, a bit each.
pub(super) fn document_contexts(tokens: &TokenizedText) -> Vec<u32> {
    let grammar = tokens.language.grammar;
    let mut contexts = vec![0; tokens.vocabulary.len()];
    for sentence in tokens.sentences.iter().filter(|s| s.case == Case::Prose) {
        for at in sentence.words.clone() {
            let Some(word) = tokens.word(at).filter(|w| w.is_capital() && !w.begins) else { continue };
            if tokens.vocabulary.get(word.entry).is_none_or(|e| e.capital_count < 2) {
                continue;
            }
            let inside = |i: usize| sentence.words.contains(&i);
            let before = |n: usize| at.checked_sub(n).filter(|&i| inside(i));
            let is = |i: Option<usize>, class: LexicalClass| i.is_some_and(|i| tokens.is(i, class));
            let capital = |i: Option<usize>| i.is_some_and(|i| tokens.is_capital(i));
            let (last, next) = (before(1), Some(at + 1).filter(|&i| inside(i)));
            let lower = |i: Option<usize>| i.map_or("", |i| tokens.lower(i));
            let signs = [
                grammar.place_prepositions.contains(&lower(last)),
                lower(last) == grammar.definite_article,
                grammar.other_prepositions.contains(&lower(last)),
                is(last, LexicalClass::TITLE) || (lower(last) == "." && is(before(2), LexicalClass::TITLE)),
                is(last, LexicalClass::ROLE),
                is(last, LexicalClass::GIVEN) && capital(last),
                is(next, LexicalClass::SURNAME) && capital(next),
                capital(last),
                capital(next),
                grammar.possessive_clitics.contains(&lower(next)),
                is(next, LexicalClass::SPEECH),
                is(next, LexicalClass::LIFE),
                is(next, LexicalClass::ORG_HEAD) && capital(next),
                is(next, LexicalClass::PLACE_HEAD) && capital(next),
                lower(next) == "," && capital(Some(at + 2)),
                lower(last) == "(" && lower(next) == ")",
                lower(next) == "-" || lower(last) == "-",
                next.is_some_and(|i| tokens.word(i).is_some_and(|w| w.shape == Shape::Number)),
                lower(last) == ",",
            ];
            let bits = signs.iter().rev().fold(0, |bits, &sign| bits << 1 | u32::from(sign));
            if let Some(context) = contexts.get_mut(word.entry) {
                *context |= bits;
            }
        }
    }
    contexts
}

/// For each word how the article writes it in other places: 0 nowhere else, else by how often small and how often capital.
pub(super) fn document_case(tokens: &TokenizedText) -> Vec<u8> {
    let mut out = vec![0; tokens.words.len()];
    for sentence in &tokens.sentences {
        let counted = matches!(sentence.case, Case::Prose | Case::Lower);
        for at in sentence.words.clone() {
            let (Some(word), Some(entry), Some(slot)) = (tokens.word(at), tokens.entry(at), out.get_mut(at)) else {
                continue;
            };
            let small = entry.lower_count - u32::from(counted && word.shape == Shape::Lower && entry.lower_count > 0);
            let own = counted && word.is_capital() && !word.begins && entry.capital_count > 0;
            let capital = entry.capital_count - u32::from(own);
            *slot = (small.min(2) * 3 + capital.min(2)) as u8;
        }
    }
    out
}
