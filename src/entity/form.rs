//! What a word tells by itself, wherever it stands: how it is written, its clusters and the lists that have it.

use super::features::{BESIDE, Feature, FormFeatures, HERE, NEAR, Places, bits, feature};
use super::page::Page;
use crate::model::{Classes, Key, World, mix, word};

/// The features of the form at `at`.
pub(super) fn form(page: &Page, at: usize, world: &World) -> FormFeatures {
    let mut out = FormFeatures { keys: Vec::with_capacity(48), class: 0, lower: 0, middle: 999, coarse: 999 };
    let Some(form) = page.forms.get(at) else { return out };
    let lower = page.vocabulary.get(form.id).map(|e| e.lower.as_str()).unwrap_or_default();
    let folded: String; // digits all count as one
    let lower = if lower.bytes().any(|b| b.is_ascii_digit()) {
        folded = lower.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        folded.as_str()
    } else {
        lower
    };
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

    let letters: Vec<char> = lower.chars().collect();
    for n in 1..=4 {
        if letters.len() > n {
            let first = spell(letters.get(..n).unwrap_or_default());
            let last = spell(letters.get(letters.len() - n..).unwrap_or_default());
            let places = if n == 3 { BESIDE } else { HERE };
            give(Feature::Affix, n as Key, first, HERE);
            give(Feature::Affix, 8 + n as Key, last, places);
            if n == 3 || n == 2 {
                give(Feature::Affix, 16 + n as Key, mix(out.class, last), HERE);
            }
        }
    }
    let stripped = lower.trim_end_matches('.');
    let classes: Option<Classes> = world.classes(lower).or_else(|| world.classes(stripped)).or_else(|| {
        let (_, tail) = lower.rsplit_once('-')?;
        world.classes(tail)
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
    for mark in bits(Some(&form.marks.bits())) {
        give(Feature::Mark, 1, mark, NEAR);
        give(Feature::Mark, 2, mix(out.class, mark), BESIDE);
    }
    out
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
