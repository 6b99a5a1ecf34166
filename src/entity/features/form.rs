//! Features of a word by itself, wherever it stands: how it is written, its clusters and the lists that have it.

use super::feature::{BESIDE, Feature, HERE, NEAR, Positions, bits_of, feature_key};
use crate::entity::tokenized::{FormFeatures, TokenizedText, WordForm};
use crate::model::{Key, LexicalResources, WordClusters, mix, word};
use std::borrow::Cow;

/// What the features of the form with this index are made of.
pub(super) fn form_features(tokens: &TokenizedText, index: usize, resources: &LexicalResources) -> FormFeatures {
    let Some(form) = tokens.forms.get(index) else { return FormFeatures::OUTSIDE };
    let lower = &*folded(tokens, form.entry);
    let key = word(lower);
    let clusters: Option<WordClusters> = resources.clusters(key).or_else(|| {
        let stripped = lower.trim_end_matches('.');
        let stripped = if stripped.len() < lower.len() { resources.clusters(word(stripped)) } else { None };
        stripped.or_else(|| resources.clusters(word(lower.rsplit_once('-')?.1)))
    });
    FormFeatures {
        shape: form.shape as Key,
        lower: key,
        fine: clusters.map(|c| Key::from(c.fine)),
        middle: clusters.map_or(999, |c| Key::from(c.middle)),
        coarse: clusters.map_or(999, |c| Key::from(c.coarse)),
    }
}

/// Gives `each` the features of `form` that are made of `known`, and where they count.
pub(super) fn emit_form(form: &WordForm, known: &FormFeatures, mut each: impl FnMut(Feature, Key, Positions)) {
    let mut give = |kind: Feature, template: Key, value: Key, positions: Positions| {
        each(kind, feature_key(kind, template, value), positions);
    };
    give(Feature::Word, 1, known.lower, NEAR);
    give(Feature::Written, 1, word(form.text), HERE);
    give(Feature::Shape, 1, detailed_shape(form.text), BESIDE);
    give(Feature::Shape, 2, known.shape, NEAR);
    give(Feature::Shape, 3, mix(known.shape, form.text.len().min(12) as Key), HERE);
    if let Some(fine) = known.fine {
        give(Feature::Cluster, 1, fine, NEAR);
        give(Feature::Cluster, 2, known.middle, NEAR);
        give(Feature::Cluster, 3, known.coarse, NEAR);
        give(Feature::Cluster, 4, mix(known.shape, fine), HERE);
        give(Feature::Cluster, 5, mix(known.shape, known.coarse), BESIDE);
    } else {
        give(Feature::Cluster, 6, known.shape, NEAR);
    }
    for class in bits_of(Some(&form.class.bits())) {
        give(Feature::LexicalClass, 1, class, NEAR);
        give(Feature::LexicalClass, 2, mix(known.shape, class), BESIDE);
    }
}

/// Gives `each` the features of the first and last letters of the form with this index, and where they count.
pub(super) fn emit_affixes(tokens: &TokenizedText, index: usize, mut each: impl FnMut(Feature, Key, Positions)) {
    let Some(form) = tokens.forms.get(index) else { return };
    let letters: Vec<char> = folded(tokens, form.entry).chars().collect();
    let mut give = |template: usize, value: Key, positions: Positions| {
        each(Feature::Affix, feature_key(Feature::Affix, template as Key, value), positions);
    };
    for n in (1..=4).take_while(|&n| letters.len() > n) {
        let first = letters_key(letters.get(..n).unwrap_or_default());
        let last = letters_key(letters.get(letters.len() - n..).unwrap_or_default());
        let positions = if n == 3 { BESIDE } else { HERE };
        give(n, first, HERE);
        give(8 + n, last, positions);
        if n == 3 || n == 2 {
            give(16 + n, mix(form.shape as Key, last), HERE);
        }
    }
}

/// The word in lower case with this index in the vocabulary; all digits count as one.
fn folded<'p>(tokens: &'p TokenizedText, entry: usize) -> Cow<'p, str> {
    let lower = tokens.vocabulary.get(entry).map(|e| &*e.lower).unwrap_or_default();
    if lower.bytes().any(|b| b.is_ascii_digit()) {
        lower.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
    } else {
        Cow::Borrowed(lower)
    }
}

/// Up to four letters as a key: one byte each, as far as they are of the Latin alphabet.
fn letters_key(letters: &[char]) -> Key {
    letters.iter().fold(0, |key: Key, &c| key.rotate_left(8) ^ c as Key)
}

/// The shape of a word in detail: `Parly` is `Xx`, `McDonald` is `XxXx`, `U.S.` is `X.X.`, `F-16` is `X-d`.
fn detailed_shape(text: &str) -> Key {
    let mut key = 0;
    let mut last = ' ';
    for c in text.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_lowercase() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        if class != last {
            key = mix(key, class as Key);
        }
        last = class;
    }
    key
}
