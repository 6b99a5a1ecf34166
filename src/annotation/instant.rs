//! Times of annotations: RFC 3339, the profile of ISO 8601 that the W3C data model asks for.

/// Nanoseconds since 1970 of an RFC 3339 time (the profile of ISO 8601 that the W3C data model asks for).
pub(super) fn instant(time: &str) -> Option<i128> {
    let number = |range: std::ops::Range<usize>| time.get(range).and_then(|d| d.parse::<u16>().ok());
    let month = time::Month::try_from(u8::try_from(number(5..7)?).ok()?).ok()?;
    let date = time::Date::from_calendar_date(number(0..4)?.into(), month, u8::try_from(number(8..10)?).ok()?).ok()?;
    let of = |n: u16| u8::try_from(n).ok();
    let clock = time::Time::from_hms(of(number(11..13)?)?, of(number(14..16)?)?, of(number(17..19)?)?).ok()?;
    let rest = time.get(19..)?;
    let digits = rest.strip_prefix('.').map_or(0, |f| f.chars().take_while(char::is_ascii_digit).count());
    let fraction: String = rest.chars().skip(1).take(digits).chain(std::iter::repeat('0')).take(9).collect();
    let zone = rest.get(if digits > 0 { digits + 1 } else { 0 }..)?;
    let shift = match zone {
        "Z" | "z" | "" => 0,
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let hours: i128 = zone.get(1..3)?.parse().ok()?;
            let minutes: i128 = zone.get(4..6)?.parse().ok()?;
            sign * (hours * 60 + minutes) * 60
        }
    };
    let seconds = i128::from(time::PrimitiveDateTime::new(date, clock).assume_utc().unix_timestamp()) - shift;
    Some(seconds * 1_000_000_000 + fraction.parse::<i128>().ok()?)
}

/// `time` as the data model wants it: in UTC, with a `Z`, a fraction of a second kept; itself where it is so already. `None` when it is no time.
pub(crate) fn utc_time(time: &str) -> Option<String> {
    const BILLION: i128 = 1_000_000_000;
    let nanoseconds = instant(time)?;
    if time.ends_with('Z') {
        return Some(time.to_owned());
    }
    let at = time::OffsetDateTime::from_unix_timestamp_nanos(nanoseconds)
        .ok()
        .filter(|at| (0..=9999).contains(&at.year()))?;
    let fraction = format!(".{:09}", nanoseconds.rem_euclid(BILLION));
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
    let (year, month, day) = (at.year(), u8::from(at.month()), at.day());
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_utc() {
        for (time, utc) in [
            ("2026-01-01T00:30:00+01:00", Some("2025-12-31T23:30:00Z")),
            ("2026-01-01T00:00:00.120000+00:00", Some("2026-01-01T00:00:00.12Z")),
            ("2026-01-01T00:00:00.100Z", Some("2026-01-01T00:00:00.100Z")),
            ("1969-12-31T23:59:59.5Z", Some("1969-12-31T23:59:59.5Z")),
            ("last week", None),
            ("2026-13-01T00:00:00Z", None),
            ("0000-01-01T00:00:00+23:00", None),
        ] {
            assert_eq!(utc_time(time).as_deref(), utc, "{time}");
        }
    }
}
