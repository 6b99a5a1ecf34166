//! What an article tells of its words as a whole: names of the gazetteer, what words stand beside, how they are written elsewhere.

use super::features::FeatureExtractor;
use super::lexicon::Marks;
use super::tokenized::{Case, Shape, TokenizedText};
use crate::model::{LexicalResources, phrase};

impl FeatureExtractor<'_> {
    /// Finds the names of the gazetteer that stand in the page.
    pub(super) fn look_up(&mut self, world: &LexicalResources) {
        const LONGEST: usize = 6;
        let page = &self.page;
        for line in &page.lines {
            let loose = matches!(line.case, Case::Upper | Case::Lower);
            let mut ends = [0usize; 16]; // where the last name of each list ends: longer ones go first
            for at in line.words.clone() {
                let Some(first) = page.word(at) else { continue };
                if !(first.is_capital() || first.shape == Shape::Number || (loose && first.shape == Shape::Lower)) {
                    continue;
                }
                let mut key = 0;
                let mut longest = [0usize; 16];
                for next in at..line.words.end.min(at + LONGEST) {
                    let Some(word) = page.word(next) else { break };
                    let joins = word.shape != Shape::Lower || loose || word.text.len() <= 4;
                    let Some(form) = self.forms.get(word.form).filter(|_| joins) else { break };
                    key = phrase(key, form.lower);
                    let lists = world.lists(key);
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
                        if let Some(listed) = self.listed.get_mut(word) {
                            *listed |= 1 << (bit * 4 + part);
                        }
                    }
                }
            }
        }
    }

    /// Notes what stands beside each word where it is capitalised inside prose.
    pub(super) fn meet(&mut self) {
        let page = &self.page;
        for line in page.lines.iter().filter(|l| l.case == Case::Prose) {
            for at in line.words.clone() {
                let Some(word) = page.word(at).filter(|w| w.is_capital() && !w.begins) else { continue };
                if page.vocabulary.get(word.id).is_none_or(|e| e.capital < 2) {
                    continue;
                }
                let inside = |i: usize| line.words.contains(&i);
                let before = |n: usize| at.checked_sub(n).filter(|&i| inside(i));
                let is = |i: Option<usize>, marks: Marks| i.is_some_and(|i| page.is(i, marks));
                let capital = |i: Option<usize>| i.is_some_and(|i| page.is_capital(i));
                let (last, next) = (before(1), Some(at + 1).filter(|&i| inside(i)));
                let lower = |i: Option<usize>| i.map_or("", |i| page.lower(i));
                let signs = [
                    matches!(lower(last), "in" | "at" | "from" | "near" | "to"),
                    matches!(lower(last), "the"),
                    matches!(lower(last), "of" | "for" | "by" | "with"),
                    is(last, Marks::TITLE) || (lower(last) == "." && is(before(2), Marks::TITLE)),
                    is(last, Marks::ROLE),
                    is(last, Marks::GIVEN) && capital(last),
                    is(next, Marks::SURNAME) && capital(next),
                    capital(last),
                    capital(next),
                    matches!(lower(next), "'s" | "’s"),
                    is(next, Marks::SPEECH),
                    is(next, Marks::LIFE),
                    is(next, Marks::ORG_HEAD) && capital(next),
                    is(next, Marks::PLACE_HEAD) && capital(next),
                    lower(next) == "," && capital(Some(at + 2)),
                    matches!(lower(last), "(") && matches!(lower(next), ")"),
                    lower(next) == "-" || lower(last) == "-",
                    next.is_some_and(|i| page.word(i).is_some_and(|w| w.shape == Shape::Number)),
                    lower(last) == ",",
                ];
                let bits = signs.iter().rev().fold(0, |bits, &sign| bits << 1 | u32::from(sign));
                if let Some(company) = self.company.get_mut(word.id) {
                    *company |= bits;
                }
            }
        }
    }
}

/// For each word how the article writes it in other places: 0 nowhere else, else by how often small and how often capital.
pub(super) fn elsewhere(page: &TokenizedText) -> Vec<u8> {
    let mut out = vec![0; page.words.len()];
    for line in &page.lines {
        let counted = matches!(line.case, Case::Prose | Case::Lower);
        for at in line.words.clone() {
            let (Some(word), Some(entry), Some(slot)) = (page.word(at), page.entry(at), out.get_mut(at)) else {
                continue;
            };
            let small = entry.small - u32::from(counted && word.shape == Shape::Lower && entry.small > 0);
            let own = counted && word.is_capital() && !word.begins && entry.capital > 0;
            let capital = entry.capital - u32::from(own);
            *slot = (small.min(2) * 3 + capital.min(2)) as u8;
        }
    }
    out
}
