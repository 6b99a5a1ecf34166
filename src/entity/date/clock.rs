//! Times of day.

use super::Reader;
use crate::entity::number;
use crate::entity::tokenized::Shape;
use crate::model::List;

impl Reader<'_, '_> {
    /// `10:30 a.m.`, `3pm`, `8 p.m. EST`, `1900 GMT`, `noon`, `eight o'clock in the evening`.
    pub(super) fn clock(&self) -> Option<(usize, Option<String>)> {
        let (hours, minutes, length) = self.hours()?;
        let zone = List::Zones.value(self.lower(length));
        let local = matches!((self.lower(length), self.lower(length + 1)), ("local", "time"));
        let zone_length = match zone {
            Some("") if self.lower(length + 1) == "time" => 2,
            // “8 p.m. Eastern” may be the beginning of a name
            Some("") if self.lower(length).len() > 2 => 0,
            Some(_) => 1,
            None => usize::from(local) * 2,
        };
        let shown = hours.map(|hours| format!("{hours:02}:{minutes:02}{}", zone.unwrap_or_default()));
        Some((length + zone_length, shown))
    }

    /// Whether the word before belongs to a time.
    fn is_led(&self) -> bool {
        let glued = self.lower(1) == "." && self.page.word(self.at + 2).is_some_and(|w| w.shape == Shape::Number);
        !glued && List::HourLeads.has(self.before())
    }

    /// The hour, where it is certain, the minutes, and the words they take.
    fn hours(&self) -> Option<(Option<u8>, u8, usize)> {
        let text = self.lower(0);
        match text {
            "noon" | "midday" => return Some((Some(12), 0, 1)),
            "midnight" => return Some((Some(0), 0, 1)),
            _ => {}
        }
        if matches!(self.lower(1), "o'clock" | "o’clock") {
            let hours = text.parse().ok().or_else(|| number::small(text).and_then(|n| u8::try_from(n).ok()));
            let hours = hours.filter(|h| (1..=12).contains(h))?;
            let (shift, more) = match (self.lower(2), self.lower(3), self.lower(4)) {
                ("in", "the", "morning") => (Some(0), 3),
                ("in", "the", "afternoon" | "evening") => (Some(12), 3),
                ("at", "night", _) => (Some(12), 2),
                _ => (None, 0),
            };
            return Some((shift.map(|s| hours % 12 + s), 0, 2 + more));
        }
        let zoned = List::Zones.value(self.lower(1)).is_some_and(|z| !z.is_empty());
        if text.len() == 4 && zoned && text.bytes().all(|b| b.is_ascii_digit()) {
            let (hours, minutes): (u8, u8) = (text.get(..2)?.parse().ok()?, text.get(2..)?.parse().ok()?);
            return (hours <= 24 && minutes <= 59).then_some((Some(hours), minutes, 1));
        }
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        let tail = text.get(digits.len()..)?;
        let split = digits.split_once(':').or_else(|| digits.split_once('.'));
        let (hours, minutes) = split.unwrap_or((digits, "0"));
        let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
        if hours > 24 || minutes > 59 {
            return None;
        }
        let half = |word: &str| match word {
            "am" | "a.m." | "a.m" => Some(0),
            "pm" | "p.m." | "p.m" => Some(12),
            _ => None,
        };
        let (shift, length) = match (half(tail), half(self.lower(1))) {
            (Some(shift), _) => (Some(shift), 1),
            (None, Some(shift)) if tail.is_empty() => (Some(shift), 2),
            // a bare “10:30” is a time; “1:34” may be a runner's, and “10.30” or “10” is none, unless a word or a zone says so
            _ if tail.is_empty()
                && (text.contains(':') && (digits.len() > 4 || self.is_led()) || split.is_some() && zoned) =>
            {
                (None, 1)
            }
            _ => return None,
        };
        if shift.is_some() && hours > 12 {
            return None;
        }
        Some((Some(shift.map_or(hours, |s| hours % 12 + s)), minutes, length))
    }
}
