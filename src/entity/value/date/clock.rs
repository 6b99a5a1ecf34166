//! Times of day.

use super::reader::DateReader;
use crate::entity::tokenized::Shape;
use crate::entity::value::number::small_number;
use crate::model::List;

impl DateReader<'_, '_> {
    /// `10:30 a.m.`, `3pm`, `8 p.m. EST`, `1900 GMT`, `noon`, `eight o'clock in the evening`.
    pub(super) fn clock(&self) -> Option<(usize, Option<String>)> {
        let (hours, minutes, length) = self.hours()?;
        let zone = List::Zones.value(self.lower(length));
        let words = self.words();
        let local = self.has_phrase(length, &words.local_time);
        let zone_length = match zone {
            Some("") if self.lower(length + 1) == words.local_time[1] => 2,
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
        let glued = self.lower(1) == "." && self.tokens.word(self.at + 2).is_some_and(|w| w.shape == Shape::Number);
        !glued && List::HourLeads.has(self.before())
    }

    /// The hour, where it is certain, the minutes, and the words they take.
    fn hours(&self) -> Option<(Option<u8>, u8, usize)> {
        let text = self.lower(0);
        let words = self.words();
        if let Some((_, hours)) = words.named_hours.iter().find(|(name, _)| *name == text) {
            return Some((Some(*hours), 0, 1));
        }
        if words.oclock.contains(&self.lower(1)) {
            let spelt = || small_number(text, self.tokens.language).and_then(|n| u8::try_from(n).ok());
            let hours = text.parse().ok().or_else(spelt).filter(|h| (1..=12).contains(h))?;
            let phrase = words.hour_phrases.iter().find(|(phrase, _)| self.has_phrase(2, phrase));
            let shown = phrase.map(|(_, shift)| hours % 12 + shift);
            return Some((shown, 0, 2 + phrase.map_or(0, |(phrase, _)| phrase.len())));
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
        let half = |word: &str| words.hour_halves.iter().find(|(name, _)| *name == word).map(|h| h.1);
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
