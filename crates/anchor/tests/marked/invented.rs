//! An invented article of any length, and what may happen to it.

/// A linear congruential generator (Knuth's MMIX constants): the same text for the same seed on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

const SYLLABLES: [&str; 24] = [
    "har", "bour", "ton", "mer", "chant", "lo", "cal", "quay", "min", "is", "ter", "vo", "ted", "re", "port", "wa",
    "ter", "clo", "sing", "ves", "sel", "un", "ion", "ber",
];
const SMALL: [&str; 16] =
    ["the", "of", "and", "to", "a", "in", "that", "was", "for", "on", "had", "with", "by", "as", "it", "said"];

/// A sentence of words of which few are common and many are rare.
pub(crate) fn sentence(dice: &mut Dice) -> String {
    let mut words: Vec<String> = Vec::new();
    for _ in 0..9 + dice.below(9) {
        if dice.below(5) < 2 {
            words.push(SMALL[dice.below(SMALL.len())].to_owned());
        } else {
            words.push((0..2 + dice.below(2)).map(|_| SYLLABLES[dice.below(SYLLABLES.len())]).collect());
        }
    }
    let text = words.join(" ");
    format!("{}{}.", text[..1].to_uppercase(), &text[1..])
}

/// Paragraphs of two sentences each.
pub(crate) fn paragraphs(dice: &mut Dice, count: usize) -> Vec<String> {
    (0..count).map(|_| format!("{} {}", sentence(dice), sentence(dice))).collect()
}

/// `text` (of ASCII only) with one character in every `one_in` replaced, put in or taken out, and where each of its bytes is then.
pub(crate) fn scattered(dice: &mut Dice, text: &str, one_in: usize) -> (String, Vec<usize>) {
    let mut changed = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    for c in text.chars() {
        places.push(changed.len());
        let letter = char::from(b'a' + dice.below(26) as u8);
        match dice.below(one_in * 3) {
            0 => changed.push(letter),
            1 => changed.extend([letter, c]),
            2 => {}
            _ => changed.push(c),
        }
    }
    places.push(changed.len());
    (changed, places)
}
