//! Amounts of money and their currencies, by ISO 4217 codes.

use super::listed::value;
use super::number::{self, Decimal, Number};
use super::page::{Page, Shape};

/// Signs and letters before a number.
const SIGNS: &str = "$=USD|rs=INR|£=GBP|¥=JPY|฿=THB|₦=NGN|₩=KRW|₪=ILS|₫=VND|€=EUR|₱=PHP|₴=UAH|₹=INR|₺=TRY|₽=RUB|₿=BTC";

/// Letters before a dollar sign.
const DOLLARS: &str = "a=AUD|au=AUD|c=CAD|ca=CAD|hk=HKD|mx=MXN|nt=TWD|nz=NZD|r=BRL|s=SGD|u.s.=USD|us=USD";

/// Currencies named behind a number; where a name is used by several countries, the one meant most often in news.
const CURRENCIES: &str = "\
    aud=AUD|baht=THB|birr=ETB|bitcoin=BTC|brl=BRL|buck=USD|cad=CAD|chf=CHF|cny=CNY|deutschmark=DEM|dinar=IQD|dirham=AED|\
    dkk=DKK|dm=DEM|dollar=USD|dong=VND|drachma=GRD|eur=EUR|euro=EUR|forint=HUF|franc=CHF|gbp=GBP|guilder=NLG|hkd=HKD|\
    hryvnia=UAH|inr=INR|jpy=JPY|krona=SEK|krone=DKK|kroner=DKK|kronor=SEK|lei=RON|leu=RON|lev=BGN|lira=TRY|mark=DEM|\
    naira=NGN|nok=NOK|nzd=NZD|peseta=ESP|peso=MXN|pln=PLN|pound=GBP|quid=GBP|rand=ZAR|reais=BRL|renminbi=CNY|rial=IRR|\
    ringgit=MYR|riyal=SAR|rouble=RUB|rub=RUB|ruble=RUB|rupee=INR|rupiah=IDR|sek=SEK|sgd=SGD|shekel=ILS|shilling=KES|\
    sterling=GBP|taka=BDT|usd=USD|won=KRW|yen=JPY|yuan=CNY|zar=ZAR|zloty=PLN";

/// Currencies of countries that share their name with another's.
const NATIONAL: &str = "\
    algerian dinar=DZD|argentine peso=ARS|australian dollar=AUD|belgian franc=BEF|canadian dollar=CAD|cfa franc=XOF|\
    chilean peso=CLP|colombian peso=COP|cuban peso=CUP|czech crown=CZK|danish crown=DKK|egyptian pound=EGP|\
    finnish mark=FIM|french franc=FRF|icelandic krona=ISK|icelandic kronur=ISK|irish pound=IEP|italian lira=ITL|\
    jordanian dinar=JOD|kong dollar=HKD|kuwaiti dinar=KWD|lankan rupee=LKR|lebanese lira=LBP|lebanese pound=LBP|\
    moroccan dirham=MAD|nepalese rupee=NPR|norwegian crown=NOK|norwegian krone=NOK|norwegian kroner=NOK|omani rial=OMR|\
    pakistani rupee=PKR|philippine peso=PHP|qatari riyal=QAR|serbian dinar=RSD|singapore dollar=SGD|sudanese pound=SDG|\
    swedish crown=SEK|syrian pound=SYP|taiwan dollar=TWD|tanzanian shilling=TZS|tunisian dinar=TND|ugandan shilling=UGX|\
    yemeni rial=YER|zealand dollar=NZD";

/// Words around a weight in pounds.
const WEIGHING: &str = "about|at|gained|lift|lifted|lost|of|over|shed|under|weigh|weighed|weighing|weighs";

/// What `word` or its singular means in `list`.
pub(super) fn look<'l>(list: &'l str, word: &str) -> Option<&'l str> {
    value(list, word).or_else(|| value(list, word.strip_suffix('s')?))
}

/// The code of a currency named behind its number.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    look(CURRENCIES, word)
}

/// Whether `word` (lower case) may stand before an amount as its currency: `us`, `eur`, `rs`.
pub(super) fn opens(word: &str) -> bool {
    value(DOLLARS, word).is_some() || value(SIGNS, word).is_some() || (word.len() == 3 && currency(word).is_some())
}

/// `€62 million`, `US$ 5`, `EUR 40`, `Rs 500 crore`: the value, and how many words.
pub(super) fn signed(page: &Page, at: usize, end: usize) -> Option<(String, usize)> {
    let lower = page.lower(at);
    let letters = lower.len() == 3 && page.word(at)?.shape == Shape::Upper;
    let (code, mut from) = match value(SIGNS, lower) {
        Some(code) => (code, at + 1),
        None if page.lower(at + 1) == "$" => (value(DOLLARS, lower).filter(|_| page.is_capital(at))?, at + 2),
        None if letters => (currency(lower).filter(|code| code.eq_ignore_ascii_case(lower))?, at + 1),
        None => return None,
    };
    from += usize::from(lower == "rs" && page.lower(from) == ".");
    page.word(from).filter(|w| w.shape == Shape::Number && from < end)?;
    let (mut number, mut length) = number::read(page, from, end)?;
    // “$10 to 15 people”, “$5 - 3 more”: only a magnitude behind it makes the second a price
    if length >= 3 && number.high.is_some() && number::magnitude(page.lower(from + length - 1)).is_none() {
        let dash = page.lower(from + 1) == "–";
        if !dash {
            (number, length) = (Number::one(number.low), 1);
        }
    }
    Some((format!("{code} {number}"), from + length - at))
}

/// The value of `number` with the currency at `next`, and how many words the currency takes: `euros`, `Hong Kong dollars`, `pence`.
pub(super) fn counted(page: &Page, number: Number, at: usize, next: usize, end: usize) -> Option<(String, usize)> {
    let word = page.lower(next);
    let behind = if next + 1 < end { page.lower(next + 1) } else { "" };
    let cents = |code: &str, words: usize| Some((format!("{code} {}", number.shift(-2)), words));
    match (word, behind) {
        ("cents", _) => return cents("USD", 1),
        ("pence", _) => return cents("GBP", 1),
        ("euro" | "euros", "cents" | "cent") => return cents("EUR", 2),
        _ => {}
    }
    // “won” and “mark” are verbs and names as well; “real” is no currency here at all
    let plain = !matches!(word, "won" | "mark" | "rand" | "marks") || next > at + 1;
    if let Some(code) = currency(word).filter(|_| plain) {
        let weight = word.starts_with("pound") && (behind == "of" || (at > 1 && weighs(page, at)));
        return (!weight).then(|| (format!("{code} {number}"), 1));
    }
    // “Swiss francs”, “US dollars”, “Hong Kong dollars”
    page.word(next).filter(|w| w.is_capital() && next + 1 < end)?;
    let two = page.is_capital(next + 1) && next + 2 < end;
    let (nation, unit, words) = if two { (behind, page.lower(next + 2), 3) } else { (word, behind, 2) };
    let singular = unit.strip_suffix('s').unwrap_or(unit);
    let code = value(NATIONAL, &format!("{nation} {singular}")).or_else(|| currency(unit))?;
    Some((format!("{code} {number}"), words))
}

/// Whether the words before a number of pounds speak of a weight.
pub(super) fn weighs(page: &Page, at: usize) -> bool {
    let verb = |i: usize| page.lower(i).starts_with("weigh") || page.lower(i) == "lost";
    let led = |i: usize| WEIGHING.split('|').any(|w| w == page.lower(i));
    // “42 kg (92 pounds)”
    let mass =
        page.lower(at - 1) == "(" && matches!(page.lower(at - 2), "kg" | "kilograms" | "kilos" | "grams" | "tonnes");
    mass || verb(at - 1) || (led(at - 1) && verb(at - 2))
}

/// `60p`: pence glued to their number.
pub(super) fn pence(lower: &str) -> Option<String> {
    let number = Decimal::parse(lower.strip_suffix('p')?)?;
    Some(format!("GBP {}", number.shift(-2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::listed::in_order;

    #[test]
    fn lists_are_in_order() {
        assert!(in_order(&[SIGNS, DOLLARS, CURRENCIES, NATIONAL]));
    }
}
