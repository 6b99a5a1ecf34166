//! Words of dates and ages, of every language that news pages are most often printed in.

/// Words of dates and ages in one language, all in lower case.
#[derive(Debug)]
pub(crate) struct DateWords {
    /// Names of the months from January on (Unicode CLDR 45, wide form), with spellings that are met besides. The beginning of a name,
    /// three letters or more, abbreviates it.
    pub(crate) months: [&'static [&'static str]; 12],
    /// Names of the days from Monday on.
    pub(crate) weekdays: [&'static [&'static str]; 7],
    /// Words for seconds, minutes, hours, days, weeks, months and years.
    pub(crate) units: [&'static [&'static str]; 7],
    /// Days by today (“yesterday”).
    pub(crate) near_days: &'static [&'static str],
    /// Words after a length of time that make it an age (“ago”).
    pub(crate) ago: &'static [&'static str],
    /// Words before a length of time that make it an age (“vor”).
    pub(crate) since: &'static [&'static str],
    /// Words that blur a length of time (“about”).
    pub(crate) about: &'static [&'static str],
    /// Words for a count of one before a unit.
    pub(crate) one: &'static [&'static str],
    /// Words that join two lengths of time.
    pub(crate) and: &'static [&'static str],
    /// Words between a day and its month.
    pub(crate) of_month: &'static [&'static str],
    /// Words between a month and its year.
    pub(crate) of_year: &'static [&'static str],
    /// Words between a time of day and its day (“10:22 on 3 May”).
    pub(crate) on: &'static [&'static str],
    /// Words between a day and its time.
    pub(crate) at: &'static [&'static str],
    /// Articles after them (“a las 10”).
    pub(crate) at_article: &'static [&'static str],
    /// Words after an hour that make it a time of day (“Uhr”).
    pub(crate) hour: &'static [&'static str],
    /// What makes a number an ordinal (“3rd”).
    pub(crate) ordinals: &'static [&'static str],
    /// Two words that say how long ago in no numbers (“just now”).
    pub(crate) recently: &'static [(&'static str, &'static str)],
}

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// Languages whose short dates begin with the day (Unicode CLDR 45); English does everywhere but in the United States.
const DAY_FIRST: &[&str] =
    &["en", "de", "fr", "es", "it", "pt", "nl", "da", "nb", "no", "fi", "pl", "cs", "el", "tr", "ru", "uk", "ar", "he"];

/// The order that a language writes, by its BCP 47 tag; “en” alone does not say.
pub(crate) fn day_order(tag: &str) -> Option<DayOrder> {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let (primary, region) = tag.split_once('-').unwrap_or((&tag, ""));
    match (primary, region) {
        ("en", "us") => Some(DayOrder::MonthFirst),
        ("en", "") => None,
        _ => DAY_FIRST.contains(&primary).then_some(DayOrder::DayFirst),
    }
}
