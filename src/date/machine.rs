//! Dates that a machine wrote: in attributes, in `<meta>`, in JSON-LD, in addresses.

use super::clock::{self, Clock, Offset};
use super::day;
use super::lex::lex;
use super::when::{When, calendar_date, iso_day};

/// The date that `text` is: ISO 8601 and its kin (`2019-02-08`, `2019/02/08 10:30`, `20190208`), or seconds or milliseconds since 1970.
pub(crate) fn machine_date(text: &str) -> Option<When> {
    let text = text.trim();
    let items = lex(text);
    let separated = || {
        let (when, next) = day::year_first(&items, 0)?;
        Some(when.with_clock(clock::after(&items, next).0))
    };
    separated().or_else(|| compact(text)).or_else(|| epoch(text))
}

/// The day of a date that a machine wrote.
pub(crate) fn machine_day(text: &str) -> Option<time::Date> {
    match machine_date(text)? {
        When::Day { date, .. } => Some(date),
        _ => None,
    }
}

/// `20190208`, `20190208T103000Z`: the day alone.
fn compact(text: &str) -> Option<When> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let year = Some(i32::from(year)).filter(|y| digits == 8 && day::is_year(*y))?;
    Some(When::Day { date: calendar_date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?, clock: None })
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<When> {
    let is_epoch = matches!(text.len(), 10 | 13) && text.bytes().all(|b| b.is_ascii_digit());
    let seconds: i64 = text.get(..10).filter(|_| is_epoch)?.parse().ok()?;
    let at = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    let clock = Clock { hour: at.hour(), minute: at.minute(), second: at.second(), offset: Some(Offset::Utc) };
    Some(When::Day { date: at.date(), clock: Some(clock) })
}

/// The day in an address such as `/2019/02/08/`, ISO 8601.
pub(crate) fn day_in_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['/', '?', '#']).collect();
    parts.windows(3).find_map(|parts| {
        let [year, month, day] = *parts else { return None };
        let year = year.parse().ok().filter(|y| year.len() == 4 && day::is_year(*y))?;
        let small = |part: &str| part.parse().ok().filter(|_| part.len() <= 2);
        calendar_date(year, small(month)?, small(day)?).map(iso_day)
    })
}

/// The ISO 8601 date or time that `text` writes, in one form; `None` when it is none, or no day of the calendar.
///
/// ```
/// assert_eq!(postil::iso_date("2024-02-29 10:30Z").as_deref(), Some("2024-02-29T10:30:00Z"));
/// assert_eq!(postil::iso_date("2024-02-30"), None);
/// ```
#[must_use]
pub fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    let items = lex(text);
    let (when, next) = day::year_first(&items, 0).filter(|_| text.as_bytes().get(4) == Some(&b'-'))?;
    let (clock, next) = clock::after(&items, next);
    (next == items.len()).then(|| when.with_clock(clock).iso(None))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> String {
        machine_date(text).and_then(|w| w.iso(None)).unwrap_or_default()
    }

    #[test]
    fn reads_what_machines_write() {
        assert_eq!(iso("2019-02-08T10:30:05.123+0100"), "2019-02-08T10:30:05+01:00");
        assert_eq!(iso("2019-02-08T10:30:05,5 -0500"), "2019-02-08T10:30:05-05:00");
        assert_eq!(iso("2019-02-08 10:30Z"), "2019-02-08T10:30:00Z");
        assert_eq!(iso("2019-02-08T10:30:00"), "2019-02-08T10:30:00");
        assert_eq!(iso("20190208"), "2019-02-08");
        assert_eq!(iso("2019/2/8"), "2019-02-08");
        assert_eq!(iso("1549621800"), "2019-02-08T10:30:00Z");
    }

    #[test]
    fn nothing_else_is_a_machines_date() {
        for text in ["", "2019", "12345", "2019-13-40", "2024-02-30", "3 May 2021", "20190230", "yesterday", "é"] {
            assert_eq!(iso(text), "", "{text}");
        }
        assert_eq!(iso_date("2019-02-08T10:30:05.1+01:00").as_deref(), Some("2019-02-08T10:30:05+01:00"));
        for text in ["2019/02/08", "2024-02-30", "2024-02-29 at some time", "2024-02"] {
            assert_eq!(iso_date(text), None, "{text}");
        }
    }

    #[test]
    fn addresses() {
        assert_eq!(day_in_address("https://a.example/2019/02/08/ferry").as_deref(), Some("2019-02-08"));
        assert_eq!(day_in_address("https://a.example/2019/ferry/8"), None);
    }
}
