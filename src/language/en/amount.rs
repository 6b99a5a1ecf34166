//! English words of money, shares and measures.

use crate::language::amount::AmountWords;

pub(super) static AMOUNT: AmountWords = AmountWords {
    minus: "minus",
    shares: &[
        (&["%"], 0),
        (&["percent"], 0),
        (&["pct"], 0),
        (&["per", "cent"], 0),
        (&["percentage", "point"], 0),
        (&["percentage", "points"], 0),
        (&["basis", "point"], -2),
        (&["basis", "points"], -2),
    ],
    share_tails: &["percent", "per-cent"],
    small_money: &[
        (&["cents"], "USD", -2),
        (&["pence"], "GBP", -2),
        (&["euro", "cents"], "EUR", -2),
        (&["euros", "cents"], "EUR", -2),
        (&["euro", "cent"], "EUR", -2),
        (&["euros", "cent"], "EUR", -2),
    ],
    money_tails: &[("p", "GBP", -2)],
    doubtful_currencies: &["won", "mark", "rand", "marks"],
    never_compound: &["won", "mark"],
    article_before_sign: "a",
    stopped_sign: "rs",
    pound: ("pound", "lb"),
    of: "of",
    weighing: ("weigh", "lost"),
    masses: &["kg", "kilograms", "kilos", "grams", "tonnes"],
    powers: &[("square", "²"), ("sq", "²"), ("cubic", "³")],
    special_units: &[("nautical", "mi", "nmi")],
    passed_units: &["light"],
    temperatures: &[("c", "°C"), ("celsius", "°C"), ("centigrade", "°C"), ("f", "°F"), ("fahrenheit", "°F")],
    inches: (&["in", "inches", "inch"], "in"),
    per: &["a", "an", "per", "/"],
};
