//! What a word tells by itself, wherever it stands: how it is written, its clusters and the lists that have it.

use super::features::{BESIDE, Feature, FormFeatures, HERE, NEAR, Places, bits, feature};
use super::tokenized::{Form, TokenizedText};
use crate::model::{Key, LexicalResources, WordClusters, mix, word};
use std::borrow::Cow;

/// What is known of the form at `at`.
pub(super) fn form(page: &TokenizedText, at: usize, world: &LexicalResources) -> FormFeatures {
    let Some(form) = page.forms.get(at) else { return FormFeatures::OUTSIDE };
    let lower = &*folded(page, form.id);
    let key = word(lower);
    let clusters: Option<WordClusters> = world.clusters(key).or_else(|| {
        let stripped = lower.trim_end_matches('.');
        let stripped = if stripped.len() < lower.len() { world.clusters(word(stripped)) } else { None };
        stripped.or_else(|| world.clusters(word(lower.rsplit_once('-')?.1)))
    });
    FormFeatures {
        class: form.shape as Key,
        lower: key,
        fine: clusters.map(|c| Key::from(c.fine)),
        middle: clusters.map_or(999, |c| Key::from(c.middle)),
        coarse: clusters.map_or(999, |c| Key::from(c.coarse)),
    }
}

impl FormFeatures {
    /// Gives `each` what `form`, of which this is known, tells by itself, and where.
    pub(super) fn tell(&self, form: &Form, mut each: impl FnMut(Feature, Key, Places)) {
        let mut give = |kind: Feature, template: Key, value: Key, places: Places| {
            each(kind, feature(kind, template, value), places);
        };
        give(Feature::Word, 1, self.lower, NEAR);
        give(Feature::Written, 1, word(form.text), HERE);
        give(Feature::Shape, 1, shape(form.text), BESIDE);
        give(Feature::Shape, 2, self.class, NEAR);
        give(Feature::Shape, 3, mix(self.class, form.text.len().min(12) as Key), HERE);
        if let Some(fine) = self.fine {
            give(Feature::Cluster, 1, fine, NEAR);
            give(Feature::Cluster, 2, self.middle, NEAR);
            give(Feature::Cluster, 3, self.coarse, NEAR);
            give(Feature::Cluster, 4, mix(self.class, fine), HERE);
            give(Feature::Cluster, 5, mix(self.class, self.coarse), BESIDE);
        } else {
            give(Feature::Cluster, 6, self.class, NEAR);
        }
        for mark in bits(Some(&form.marks.told())) {
            give(Feature::Mark, 1, mark, NEAR);
            give(Feature::Mark, 2, mix(self.class, mark), BESIDE);
        }
    }
}

/// Gives `each` what the first and last letters of the form at `at` tell.
pub(super) fn letters(page: &TokenizedText, at: usize, mut each: impl FnMut(Feature, Key, Places)) {
    let Some(form) = page.forms.get(at) else { return };
    let letters: Vec<char> = folded(page, form.id).chars().collect();
    let mut give = |template: usize, value: Key, places: Places| {
        each(Feature::Affix, feature(Feature::Affix, template as Key, value), places);
    };
    for n in (1..=4).take_while(|&n| letters.len() > n) {
        let first = spell(letters.get(..n).unwrap_or_default());
        let last = spell(letters.get(letters.len() - n..).unwrap_or_default());
        let places = if n == 3 { BESIDE } else { HERE };
        give(n, first, HERE);
        give(8 + n, last, places);
        if n == 3 || n == 2 {
            give(16 + n, mix(form.shape as Key, last), HERE);
        }
    }
}

/// The word in lower case with this number in the vocabulary; all digits count as one.
fn folded<'p>(page: &'p TokenizedText, id: usize) -> Cow<'p, str> {
    let lower = page.vocabulary.get(id).map(|e| &*e.lower).unwrap_or_default();
    if lower.bytes().any(|b| b.is_ascii_digit()) {
        lower.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
    } else {
        Cow::Borrowed(lower)
    }
}

/// Up to four letters as a key: one byte each, as far as they are of the Latin alphabet.
fn spell(letters: &[char]) -> Key {
    letters.iter().fold(0, |key: Key, &c| key.rotate_left(8) ^ c as Key)
}

/// The shape of a word in detail: `Parly` is `Xx`, `McDonald` is `XxXx`, `U.S.` is `X.X.`, `F-16` is `X-d`.
fn shape(text: &str) -> Key {
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
