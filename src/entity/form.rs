//! What a word tells by itself, wherever it stands: how it is written, its clusters and the lists that have it.

use super::features::{BESIDE, Feature, FormFeatures, HERE, NEAR, Places, bits, feature};
use super::page::Page;
use crate::model::{Classes, Key, World, mix, word};
use std::borrow::Cow;

/// The features of the form at `at`.
pub(super) fn form(page: &Page, at: usize, world: &World) -> FormFeatures {
    let mut out = FormFeatures { keys: Vec::with_capacity(24), class: 0, lower: 0, middle: 999, coarse: 999 };
    let Some(form) = page.forms.get(at) else { return out };
    let lower = &*folded(page, form.id);
    out.lower = word(lower);
    out.class = form.shape as Key;
    let mut give = |kind: Feature, template: Key, value: Key, places: Places| {
        out.keys.push((kind, feature(kind, template, value), places));
    };
    give(Feature::Word, 1, out.lower, NEAR);
    give(Feature::Written, 1, word(form.text), HERE);
    let shape = shape(form.text);
    give(Feature::Shape, 1, shape, BESIDE);
    give(Feature::Shape, 2, out.class, NEAR);
    give(Feature::Shape, 3, mix(out.class, form.text.len().min(12) as Key), HERE);

    let classes: Option<Classes> = world.classes(out.lower).or_else(|| {
        let stripped = lower.trim_end_matches('.');
        let stripped = if stripped.len() < lower.len() { world.classes(word(stripped)) } else { None };
        stripped.or_else(|| world.classes(word(lower.rsplit_once('-')?.1)))
    });
    if let Some(classes) = classes {
        out.middle = Key::from(classes.middle);
        out.coarse = Key::from(classes.coarse);
        give(Feature::Cluster, 1, Key::from(classes.fine), NEAR);
        give(Feature::Cluster, 2, out.middle, NEAR);
        give(Feature::Cluster, 3, out.coarse, NEAR);
        give(Feature::Cluster, 4, mix(out.class, Key::from(classes.fine)), HERE);
        give(Feature::Cluster, 5, mix(out.class, out.coarse), BESIDE);
    } else {
        give(Feature::Cluster, 6, out.class, NEAR);
    }
    for mark in bits(Some(&form.marks.told())) {
        give(Feature::Mark, 1, mark, NEAR);
        give(Feature::Mark, 2, mix(out.class, mark), BESIDE);
    }
    out
}

/// Gives `each` what the first and last letters of the form at `at` tell.
pub(super) fn letters(page: &Page, at: usize, mut each: impl FnMut(Feature, Key, Places)) {
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
fn folded<'p>(page: &'p Page, id: usize) -> Cow<'p, str> {
    let lower = page.vocabulary.get(id).map(|e| e.lower.as_str()).unwrap_or_default();
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
