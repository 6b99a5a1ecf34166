//! Words of money, shares and measures. Units and currencies are lists of the model file.

/// Words in amounts, in lower case.
#[derive(Debug)]
pub(crate) struct AmountWords {
    /// What a number below zero begins with: `minus`.
    pub(crate) minus: &'static str,
    /// Words after a number that make it a share of a hundred, and the power of ten of what one is: `per cent`, `basis points`.
    pub(crate) shares: &'static [(&'static [&'static str], i32)],
    /// The tail of a share written as one word with its number: `5-percent`.
    pub(crate) share_tails: &'static [&'static str],
    /// Parts of a currency, of one word or two, with its code and the power of ten: `cents`, `euro cents`.
    pub(crate) small_money: &'static [(&'static [&'static str], &'static str, i32)],
    /// A part of a currency as the tail of its number, `60p`, with its code and the power of ten.
    pub(crate) money_tails: &'static [(&'static str, &'static str, i32)],
    /// Currencies that are verbs, names or other nouns too: `won`.
    pub(crate) doubtful_currencies: &'static [&'static str],
    /// Currencies that no compound with a number means: `20-won`.
    pub(crate) never_compound: &'static [&'static str],
    /// What stands before a currency's sign without being part of it: `A $15 wage`.
    pub(crate) article_before_sign: &'static str,
    /// A sign of money that ends in a full stop: `rs`.
    pub(crate) stopped_sign: &'static str,
    /// A word that is a currency and a weight: how it begins, and the symbol of the weight.
    pub(crate) pound: (&'static str, &'static str),
    /// What follows a weight: pounds `of` rice.
    pub(crate) of: &'static str,
    /// How verbs of weighing begin, and one more of them.
    pub(crate) weighing: (&'static str, &'static str),
    /// Units of mass in brackets before a weight.
    pub(crate) masses: &'static [&'static str],
    /// Words before a unit of length that make it one of area or volume, with the sign: `square`.
    pub(crate) powers: &'static [(&'static str, &'static str)],
    /// Words before a unit that change it, with the unit's symbol and the new one: `nautical` miles; no other unit goes with them.
    pub(crate) special_units: &'static [(&'static str, &'static str, &'static str)],
    /// Words before a unit that say nothing of it: `light` years.
    pub(crate) passed_units: &'static [&'static str],
    /// Scales of temperature after a degree, and their symbols.
    pub(crate) temperatures: &'static [(&'static str, &'static str)],
    /// Words for the smaller unit of a height, `6 ft 2 in`, and how it is written with its number: `2in`.
    pub(crate) inches: (&'static [&'static str], &'static str),
    /// What stands between a quantity and what it is counted by: `a` day, `per` hour.
    pub(crate) per: &'static [&'static str],
}
