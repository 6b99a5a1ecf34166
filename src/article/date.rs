//! Dates as pages write them, normalised to ISO 8601: a day, or a time with its offset.

use time::{Date, Month};

/// Names of months by their beginnings, in lower case: English, German, French, Spanish, and Italian and Portuguese where they
/// differ. The longest beginning that fits counts (`mar` and `marzo`, `mai` and `maio` are months either way).
const MONTHS: &[(&str, u8)] = &[
    ("jan", 1),
    ("jän", 1),
    ("ene", 1),
    ("gen", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("mag", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("aug", 8),
    ("aoû", 8),
    ("aou", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("okt", 10),
    ("ott", 10),
    ("out", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
];

/// Whole names: a word that only begins like a month (`marched`, `decided`, `sets`) is none.
const NAMES: &[&str] = &[
    "january",
    "january's",
    "januar",
    "jänner",
    "janvier",
    "enero",
    "gennaio",
    "janeiro",
    "february",
    "februar",
    "feber",
    "février",
    "fevrier",
    "febrero",
    "febbraio",
    "fevereiro",
    "march",
    "märz",
    "maerz",
    "mars",
    "marzo",
    "março",
    "april",
    "avril",
    "abril",
    "aprile",
    "mayo",
    "maggio",
    "maio",
    "june",
    "juni",
    "junio",
    "giugno",
    "junho",
    "july",
    "juli",
    "juillet",
    "julio",
    "luglio",
    "julho",
    "august",
    "août",
    "aout",
    "agosto",
    "september",
    "septembre",
    "septiembre",
    "sept",
    "settembre",
    "setembro",
    "october",
    "oktober",
    "octobre",
    "octubre",
    "ottobre",
    "outubro",
    "november",
    "novembre",
    "noviembre",
    "novembro",
    "december",
    "dezember",
    "décembre",
    "decembre",
    "diciembre",
    "dicembre",
    "dezembro",
];

/// Years that an article can be of: newspapers' archives reach back, nothing is of the far future.
const YEARS: std::ops::RangeInclusive<i32> = 1700..=2100;

/// Longest text in which a date is looked for, in characters.
const LONGEST: usize = 400;

/// A date that a machine wrote (`datetime`, `<meta>`, JSON-LD), or else the first one written for people.
pub(super) fn normalised(text: &str, month_first: bool) -> Option<String> {
    let text = text.trim();
    of_iso(text).or_else(|| of_epoch(text)).or_else(|| in_text(text, month_first))
}

/// ISO 8601 and its kin: `2019-02-08`, `2019/02/08`, `20190208`, each with or without a time. A time without an offset says
/// no instant and is left out.
fn of_iso(text: &str) -> Option<String> {
    let digits = |from: usize, len: usize| text.get(from..from + len).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
    let year = digits(0, 4)?;
    let (date, rest) = match text.as_bytes().get(4)? {
        mark @ (b'-' | b'/' | b'.') => {
            let mark = char::from(*mark);
            let mut parts = text.splitn(3, mark);
            let (_, month, day) = (parts.next(), parts.next()?, parts.next()?);
            let length = day.bytes().take(2).take_while(u8::is_ascii_digit).count();
            (date(year.parse().ok()?, month.parse().ok()?, day.get(..length)?.parse().ok()?)?, day.get(length..)?)
        }
        _ => {
            let (month, day) = (digits(4, 2)?, digits(6, 2)?);
            let rest = text.get(8..)?;
            if rest.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            (date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?, rest)
        }
    };
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(with_time(date, rest))
}

/// `date`, with the time that `rest` gives when it gives an offset too.
fn with_time(date: Date, rest: &str) -> String {
    let day = iso(date);
    let Some((hour, minute, second, tail)) = clock(rest.trim_start_matches(['T', 't', ' ', ','])) else { return day };
    let tail = tail.trim_start_matches(|c: char| c == '.' || c == ',' || c.is_ascii_digit()).trim();
    let offset = if tail.starts_with(['Z', 'z']) || tail.starts_with("UTC") || tail.starts_with("GMT") {
        Some("Z".to_owned())
    } else {
        let sign = tail.chars().next().filter(|c| matches!(c, '+' | '-'));
        let digits: String = tail.chars().skip(1).filter(char::is_ascii_digit).take(4).collect();
        match (sign, digits.len()) {
            (Some(sign), 2) => Some(format!("{sign}{digits}:00")),
            (Some(sign), 4) => {
                Some(format!("{sign}{}:{}", digits.get(..2).unwrap_or("00"), digits.get(2..).unwrap_or("00")))
            }
            _ => None,
        }
    };
    offset.map_or(day.clone(), |offset| format!("{day}T{hour:02}:{minute:02}:{second:02}{offset}"))
}

/// `10:30` or `10:30:00` at the beginning, and what follows.
fn clock(text: &str) -> Option<(u8, u8, u8, &str)> {
    let two = |text: &str| text.get(..2)?.parse::<u8>().ok();
    let hour = two(text).filter(|h| *h < 24)?;
    let rest = text.get(2..)?.strip_prefix(':')?;
    let minute = two(rest).filter(|m| *m < 60)?;
    let rest = rest.get(2..)?;
    let second = rest.strip_prefix(':').and_then(two).filter(|s| *s < 60);
    Some((hour, minute, second.unwrap_or(0), if second.is_some() { rest.get(3..)? } else { rest }))
}

/// Seconds or milliseconds since 1970.
fn of_epoch(text: &str) -> Option<String> {
    let is_epoch = matches!(text.len(), 10 | 13) && text.bytes().all(|b| b.is_ascii_digit());
    let seconds: i64 = text.get(..10).filter(|_| is_epoch)?.parse().ok()?;
    let at = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    Some(format!("{}T{:02}:{:02}:{:02}Z", iso(at.date()), at.hour(), at.minute(), at.second()))
}

/// The first date written for people in the first characters of `text`, as a day. `month_first` settles `02/08/2019`.
pub(super) fn in_text(text: &str, month_first: bool) -> Option<String> {
    let text: String = text.chars().take(LONGEST).collect();
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|w| !w.is_empty()).collect();
    let numeric = || numeric_in(&text, month_first);
    (0..words.len()).find_map(|at| worded(words.get(at..)?)).or_else(numeric).map(iso)
}

/// A date with its month's name at the beginning of `words`: `8 (de) February (de) 2019`, `February 8 2019`.
fn worded(words: &[&str]) -> Option<Date> {
    let (first, rest) = words.split_first()?;
    let of = |rest: &[&str]| rest.first().is_some_and(|w| matches!(w.to_lowercase().as_str(), "de" | "of" | "di"));
    let skip = |rest: &'_ [&str]| usize::from(of(rest));
    if let Some(month) = month(first) {
        let day = day(rest.first()?)?;
        return date(year(rest.get(1)?)?, month, day);
    }
    let day = day(first)?;
    let rest = rest.get(skip(rest)..)?;
    let month = month(rest.first()?)?;
    let rest = rest.get(1..)?;
    date(year(rest.get(skip(rest))?)?, month, day)
}

/// `8`, `08`, `8th`, `1er`.
fn day(word: &str) -> Option<u8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let tail = word.get(digits..)?;
    let ordinal = tail.is_empty() || ["st", "nd", "rd", "th", "er", "º"].contains(&tail);
    word.get(..digits).filter(|d| ordinal && d.len() <= 2)?.parse().ok()
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4).then_some(word)?.parse().ok()
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let known = NAMES.contains(&word.as_str()) || MONTHS.iter().any(|(m, _)| *m == word);
    let fits = MONTHS.iter().filter(|(start, _)| known && word.starts_with(start));
    fits.max_by_key(|(start, _)| start.len()).map(|(_, month)| *month)
}

/// `8.2.2019`, `08/02/2019`, `2019-02-08` anywhere in `text`.
fn numeric_in(text: &str, month_first: bool) -> Option<Date> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/' | '-'))).find_map(|word| {
        let word = word.trim_matches(['.', '/', '-']);
        let mark = word.chars().find(|c| !c.is_ascii_digit())?;
        let parts: Vec<&str> = word.split(mark).collect();
        let [a, b, c] = *parts else { return None };
        if a.len() == 4 {
            return date(a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
        }
        let (a, b) = (a.parse::<u8>().ok()?, b.parse::<u8>().ok()?);
        let year = match c.len() {
            4 => c.parse().ok()?,
            // two digits are of this century
            2 => 2000 + c.parse::<i32>().ok()?,
            _ => return None,
        };
        // dots are of countries where the day comes first
        let month_first = month_first && mark == '/';
        if month_first {
            date(year, a, b).or_else(|| date(year, b, a))
        } else {
            date(year, b, a).or_else(|| date(year, a, b))
        }
    })
}

/// The day in an address such as `/2019/02/08/`.
pub(super) fn in_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['/', '?', '#']).collect();
    parts.windows(3).find_map(|w| {
        let [y, m, d] = *w else { return None };
        let date = date(year(y)?, m.parse().ok().filter(|_| m.len() <= 2)?, d.parse().ok().filter(|_| d.len() <= 2)?)?;
        Some(iso(date))
    })
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    YEARS.contains(&year).then(|| Date::from_calendar_date(year, month, day).ok())?
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        normalised(text, false).unwrap_or_default()
    }

    #[test]
    fn machines_dates() {
        assert_eq!(read("2019-02-08T10:30:05.123+0100"), "2019-02-08T10:30:05+01:00");
        assert_eq!(read("2019-02-08 10:30Z"), "2019-02-08T10:30:00Z");
        assert_eq!(read("2019-02-08T10:30:00"), "2019-02-08");
        assert_eq!(read("20190208"), "2019-02-08");
        assert_eq!(read("2019/2/8"), "2019-02-08");
        assert_eq!(read("1549621800"), "2019-02-08T10:30:00Z");
        assert_eq!(read("Fri, 08 Feb 2019 10:30:00 +0100"), "2019-02-08");
    }

    #[test]
    fn peoples_dates() {
        for text in [
            "Published February 8, 2019 at noon",
            "Fri 8th Feb. 2019",
            "8. Februar 2019, 10 Uhr",
            "Le 8 février 2019 à 10h",
            "8 de febrero de 2019",
            "Stand: 8.2.2019",
            "08/02/2019",
            "8 fevereiro 2019",
            "Feb 8 2019",
        ] {
            assert_eq!(read(text), "2019-02-08", "{text}");
        }
        assert_eq!(normalised("02/08/2019", true).as_deref(), Some("2019-02-08"));
        assert_eq!(normalised("Updated 02/18/2019", false).as_deref(), Some("2019-02-18"));
        assert_eq!(read("1 mars 2021"), "2021-03-01");
        assert_eq!(read("1er août 2021"), "2021-08-01");
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "2019",
            "30.2.2019",
            "They marched 8 2019",
            "12345",
            "call 555-01-2019",
            "version 1.2.3",
            "é",
            "2019-13-40",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }

    #[test]
    fn addresses() {
        assert_eq!(in_address("https://a.example/2019/02/08/ferry").as_deref(), Some("2019-02-08"));
        assert_eq!(in_address("https://a.example/2019/ferry/8"), None);
    }
}
