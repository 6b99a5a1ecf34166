//! A date or time, or two dates that make a span.

use super::reader::{DateReader, Grain, ParsedDate};
use crate::date::{iso_day, machine_day};
use crate::entity::kind::EntityKind;
use crate::entity::tokenized::TokenizedText;
use crate::entity::value::value::Value;
use time::{Date, Duration};

/// The date or time that begins at `at`, before `end`; `today` is the day the article appeared.
pub(crate) fn date_at(
    tokens: &TokenizedText,
    at: usize,
    end: usize,
    start: usize,
    today: Option<Date>,
) -> Option<Value> {
    let reader = DateReader { tokens, at, end, start, today, year: None };
    let (length, kind, value) = reader
        .clock()
        .map(|(n, v)| (n, EntityKind::Time, v))
        .or_else(|| reader.range().map(|f| (f.length, EntityKind::Date, f.value)))?;
    (at + length <= end).then_some(Value { words: at..at + length, kind, normalised: value })
}

impl DateReader<'_, '_> {
    /// A date, or two that make a span: “Monday to Wednesday”, “between 2014 and 2016”.
    fn range(&self) -> Option<ParsedDate> {
        let first = self.calendar()?;
        let (words, joiner) = (self.words(), self.lower(first.length));
        let joined = words.range_joiners.contains(&joiner) || [self.before(), joiner] == words.between;
        let spans = first.value.as_ref().is_some_and(|v| v.contains('/')) || first.grain == Grain::Span;
        if !joined || spans {
            return Some(first);
        }
        let Some(second) = self.on(first.length + 1).calendar() else { return Some(first) };
        if second.grain != first.grain || second.value.as_ref().is_some_and(|v| v.contains('/')) {
            return Some(first);
        }
        let year = |v: &Option<String>| v.as_ref().and_then(|v| v.get(..4)).and_then(|y| y.parse::<i32>().ok());
        let again = |on: usize, year: i32| Self { year: Some(year), ..self.on(on) }.calendar().and_then(|f| f.value);
        let (mut from, mut to) = (first.value, second.value);
        if second.dated && !first.dated {
            // “May 5 to June 3, 2018”, “December 30 to January 2, 2018”
            from = year(&to).and_then(|y| again(0, y).filter(|f| Some(f) <= to.as_ref()).or_else(|| again(0, y - 1)));
        } else if !second.dated && to < from {
            to = match second.grain {
                Grain::Weekday => {
                    to.as_deref().and_then(machine_day).and_then(|d| d.checked_add(Duration::weeks(1))).map(iso_day)
                }
                _ => year(&to).and_then(|y| again(first.length + 1, y + 1)),
            };
        }
        let value = from.zip(to).filter(|(from, to)| from <= to).map(|(from, to)| format!("{from}/{to}"));
        Some(ParsedDate::dated(first.length + 1 + second.length, Grain::Span, value))
    }

    fn calendar(&self) -> Option<ParsedDate> {
        self.numeric()
            .or_else(|| self.month_first())
            .or_else(|| self.day_first())
            .or_else(|| self.relative())
            .or_else(|| self.weekday(0, ""))
            .or_else(|| self.period())
            .or_else(|| self.year_alone())
            .or_else(|| self.day_alone())
    }
}
