//! Words, names and sentences made from numbers.

/// A number from 0 to `below` that looks as if drawn by lot, the same for the same `number` (the finaliser of SplitMix64).
pub(super) fn lot(number: usize, below: usize) -> usize {
    let mut x = (number as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (x ^ (x >> 31)) as usize % below
}

/// One of `list`, by the same lot.
pub(super) fn one_of<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[lot(number, list.len())]
}

pub(super) const SYLLABLES: [&str; 24] = [
    "ba", "ber", "cal", "da", "den", "el", "fa", "gor", "ha", "in", "jo", "ka", "lin", "mar", "na", "or", "pel", "qui",
    "ros", "sa", "ten", "ul", "vor", "wy",
];

/// A word that hardly any other number gives: some four syllables.
pub(super) fn word(number: usize) -> String {
    let syllables = (0..2 + lot(number, 3)).map(|at| SYLLABLES[lot(number * 7 + at, SYLLABLES.len())]);
    syllables.chain([SYLLABLES[number % 24], SYLLABLES[number / 24 % 24]]).collect()
}

/// The same with a capital.
pub(super) fn name(number: usize) -> String {
    let mut word = word(number);
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

pub(super) const GIVEN: [&str; 8] = ["Ada", "Tomas", "Miriam", "Jean", "Priya", "Sergio", "Leila", "Owen"];
pub(super) const FAMILY: [&str; 8] =
    ["Brook", "Lindqvist", "Okafor", "Valcourt", "Raman", "Benetti", "Haddad", "Marsh"];
pub(super) const PLAIN: [&str; 6] = [
    "the plan was drawn up after the flood of last year",
    "work on the second span should begin in March",
    "a vote is expected before the summer break",
    "two of the four pumps failed during the storm",
    "some shops in the old town stayed shut",
    "the council had asked for $4.2 million",
];

/// A sentence of a report: who did what.
pub(super) fn sentence(number: usize) -> String {
    let (given, family) = (one_of(&GIVEN, number), one_of(&FAMILY, number / 3));
    let plain = one_of(&PLAIN, number);
    match number % 4 {
        0 => format!("In Lisbon {plain}, {given} {family} said on Tuesday. "),
        1 => format!("“We know that {plain},” said {family}. "),
        2 => format!("According to the Harbour Authority {plain}. "),
        _ => format!("However {plain}, and nobody in Nairobi had heard of it. "),
    }
}

/// A paragraph of a report.
pub(super) fn paragraph(number: usize) -> String {
    (0..4).map(|at| sentence(number * 4 + at)).collect::<String>().trim_end().to_owned()
}
