//! Words of dates and ages in the languages that news pages are most often printed in.

/// Names of the months in English, German, French, Spanish, Italian, Portuguese and Dutch, lower case
/// (Unicode CLDR 45, wide form), with their numbers, sorted. An abbreviation is the beginning of one of them.
#[rustfmt::skip] // a month a line would take a page
const MONTHS: &[(&str, u8)] = &[
    ("abril", 4), ("agosto", 8), ("aout", 8), ("août", 8), ("april", 4), ("aprile", 4), ("august", 8),
    ("augustus", 8), ("avril", 4), ("december", 12), ("decembre", 12), ("dezember", 12), ("dezembro", 12),
    ("dicembre", 12), ("diciembre", 12), ("décembre", 12), ("enero", 1), ("febbraio", 2), ("feber", 2),
    ("febrero", 2), ("februar", 2), ("februari", 2), ("february", 2), ("fevereiro", 2), ("fevrier", 2),
    ("février", 2), ("gennaio", 1), ("giugno", 6), ("janeiro", 1), ("januar", 1), ("januari", 1), ("january", 1),
    ("janvier", 1), ("juillet", 7), ("juin", 6), ("julho", 7), ("juli", 7), ("julio", 7), ("july", 7), ("june", 6),
    ("junho", 6), ("juni", 6), ("junio", 6), ("jänner", 1), ("luglio", 7), ("maart", 3), ("maerz", 3),
    ("maggio", 5), ("mai", 5), ("maio", 5), ("march", 3), ("mars", 3), ("marzo", 3), ("março", 3), ("may", 5),
    ("mayo", 5), ("mei", 5), ("mrz", 3), ("märz", 3), ("november", 11), ("novembre", 11), ("novembro", 11),
    ("noviembre", 11), ("october", 10), ("octobre", 10), ("octubre", 10), ("oktober", 10), ("ottobre", 10),
    ("outubro", 10), ("sept", 9), ("september", 9), ("septembre", 9), ("septiembre", 9), ("setembro", 9),
    ("setiembre", 9), ("settembre", 9),
];

/// Days of the week, the same languages, sorted.
#[rustfmt::skip] // a day a line would take a page
const WEEKDAYS: &[&str] = &[
    "dienstag", "dimanche", "dinsdag", "domenica", "domingo", "donderdag", "donnerstag", "freitag", "friday",
    "giovedì", "jeudi", "jueves", "lundi", "lunedì", "lunes", "maandag", "mardi", "martedì", "martes", "mercoledì",
    "mercredi", "mittwoch", "miércoles", "monday", "montag", "quarta", "quinta", "sabato", "samedi", "samstag",
    "saturday", "segunda", "sexta", "sonnabend", "sonntag", "sunday", "sábado", "terça", "thursday", "tuesday",
    "vendredi", "venerdì", "viernes", "vrijdag", "wednesday", "woensdag", "zaterdag", "zondag",
];

/// A unit of age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Words for units of age, sorted.
#[rustfmt::skip] // a unit a line would take two pages
const UNITS: &[(&str, Unit)] = &[
    ("an", Unit::Year), ("anni", Unit::Year), ("anno", Unit::Year), ("année", Unit::Year), ("années", Unit::Year),
    ("ano", Unit::Year), ("anos", Unit::Year), ("ans", Unit::Year), ("año", Unit::Year), ("años", Unit::Year),
    ("dag", Unit::Day), ("dagen", Unit::Day), ("day", Unit::Day), ("days", Unit::Day), ("dia", Unit::Day),
    ("dias", Unit::Day), ("día", Unit::Day), ("días", Unit::Day), ("giorni", Unit::Day), ("giorno", Unit::Day),
    ("heure", Unit::Hour), ("heures", Unit::Hour), ("hora", Unit::Hour), ("horas", Unit::Hour),
    ("hour", Unit::Hour), ("hours", Unit::Hour), ("hr", Unit::Hour), ("hrs", Unit::Hour), ("jaar", Unit::Year),
    ("jahr", Unit::Year), ("jahre", Unit::Year), ("jahren", Unit::Year), ("jour", Unit::Day), ("jours", Unit::Day),
    ("maand", Unit::Month), ("maanden", Unit::Month), ("mes", Unit::Month), ("mese", Unit::Month),
    ("meses", Unit::Month), ("mesi", Unit::Month), ("min", Unit::Minute), ("mins", Unit::Minute),
    ("minute", Unit::Minute), ("minuten", Unit::Minute), ("minutes", Unit::Minute), ("minuti", Unit::Minute),
    ("minuto", Unit::Minute), ("minutos", Unit::Minute), ("minuut", Unit::Minute), ("mo", Unit::Month),
    ("mois", Unit::Month), ("monat", Unit::Month), ("monate", Unit::Month), ("monaten", Unit::Month),
    ("month", Unit::Month), ("months", Unit::Month), ("mos", Unit::Month), ("mth", Unit::Month),
    ("mths", Unit::Month), ("ora", Unit::Hour), ("ore", Unit::Hour), ("sec", Unit::Second),
    ("second", Unit::Second), ("seconde", Unit::Second), ("seconden", Unit::Second), ("secondes", Unit::Second),
    ("secondi", Unit::Second), ("seconds", Unit::Second), ("secs", Unit::Second), ("segundo", Unit::Second),
    ("segundos", Unit::Second), ("sekunde", Unit::Second), ("sekunden", Unit::Second), ("semaine", Unit::Week),
    ("semaines", Unit::Week), ("semana", Unit::Week), ("semanas", Unit::Week), ("settimana", Unit::Week),
    ("settimane", Unit::Week), ("std", Unit::Hour), ("stunde", Unit::Hour), ("stunden", Unit::Hour),
    ("tag", Unit::Day), ("tage", Unit::Day), ("tagen", Unit::Day), ("uren", Unit::Hour), ("uur", Unit::Hour),
    ("week", Unit::Week), ("weeks", Unit::Week), ("weken", Unit::Week), ("wk", Unit::Week), ("wks", Unit::Week),
    ("woche", Unit::Week), ("wochen", Unit::Week), ("year", Unit::Year), ("years", Unit::Year), ("yr", Unit::Year),
    ("yrs", Unit::Year),
];

/// The month that `word` (lower case) names or abbreviates, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    if word.chars().count() < 3 {
        return None;
    }
    let from = MONTHS.partition_point(|m| m.0 < word);
    // “jui” may be short for two of them: the earlier
    MONTHS.get(from..)?.iter().take_while(|m| m.0.starts_with(word)).map(|m| m.1).min()
}

/// Whether `word` (lower case) names or abbreviates a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    let length = word.chars().count();
    let first = WEEKDAYS.get(WEEKDAYS.partition_point(|d| *d < word)).copied().unwrap_or_default();
    length >= 2 && (first == word || (length <= 4 && first.starts_with(word)))
}

/// The unit that `word` (lower case) names; `attached` to its number it may be one letter, as in `3h`.
pub(super) fn unit(word: &str, attached: bool) -> Option<Unit> {
    if attached {
        match word {
            "s" => return Some(Unit::Second),
            "m" => return Some(Unit::Minute),
            "h" => return Some(Unit::Hour),
            "d" | "t" | "j" => return Some(Unit::Day),
            "w" => return Some(Unit::Week),
            "y" => return Some(Unit::Year),
            _ => {}
        }
    }
    UNITS.binary_search_by(|u| u.0.cmp(word)).ok().and_then(|at| UNITS.get(at)).map(|u| u.1)
}

/// Words for a count of one, before a unit.
pub(super) fn is_one(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "one" | "einem" | "einer" | "ein" | "eine" | "un" | "une" | "una" | "uno" | "um" | "uma" | "een"
    )
}

/// Words after an age that make it one (`3 days ago`).
pub(super) fn is_ago(word: &str) -> bool {
    matches!(word, "ago" | "fa" | "atrás" | "geleden" | "earlier" | "back")
}

/// Whether a word names a day by today.
pub(super) fn is_near_day(word: &str) -> bool {
    matches!(
        word,
        "today"
            | "heute"
            | "aujourd'hui"
            | "aujourd’hui"
            | "hoy"
            | "oggi"
            | "hoje"
            | "vandaag"
            | "yesterday"
            | "gestern"
            | "hier"
            | "ayer"
            | "ieri"
            | "ontem"
            | "gisteren"
            | "vorgestern"
            | "anteayer"
    )
}

/// Words without one of which, or a digit, no line has a date or an age, sorted.
#[rustfmt::skip] // a word a line would take a page
const NEEDED: &[&str] = &[
    "ago", "anteayer", "atrás", "aujourd'hui", "aujourd’hui", "ayer", "back", "earlier", "fa", "geleden", "gerade",
    "gestern", "gisteren", "hace", "heute", "hier", "hoje", "hoy", "há", "ieri", "il", "just", "last", "moment",
    "moments", "oggi", "ontem", "today", "vandaag", "vor", "vorgestern", "yesterday",
];

/// Longest of these words, in bytes.
const LONGEST: usize = 13;

/// Whether `line` may have a date or an age in it: what most lines are turned away by.
pub(super) fn may_date(line: &str) -> bool {
    let mut buffer = [0; LONGEST];
    line.bytes().any(|b| b.is_ascii_digit())
        || line.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}'))).any(|word| {
            let Some(lower) = buffer.get_mut(..word.len()).filter(|_| word.len() > 1) else { return false };
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            let known = |lower: &[u8]| NEEDED.binary_search_by(|w| w.as_bytes().cmp(lower)).is_ok();
            known(lower) || (!word.is_ascii() && known(word.to_lowercase().as_bytes()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(MONTHS.is_sorted() && WEEKDAYS.is_sorted() && UNITS.is_sorted_by_key(|u| u.0));
        assert!(NEEDED.is_sorted() && NEEDED.iter().all(|w| w.len() <= LONGEST));
    }

    #[test]
    fn lines_without_digits_need_a_word_to_be_dated() {
        assert!(may_date("HÁ um dia") && may_date("Posted Yesterday.") && may_date("x1"));
        assert!(!may_date("May the best man win") && !may_date("’") && !may_date(""));
        assert!(NEEDED.iter().all(|w| !is_near_day(w) || may_date(w)));
    }

    #[test]
    fn months_and_days_are_known_by_their_beginnings() {
        assert_eq!([month("sept"), month("mär"), month("jui"), month("mist")], [Some(9), Some(3), Some(6), None]);
        assert!(is_weekday("mo") && is_weekday("jeudi") && !is_weekday("mondays") && !is_weekday("m"));
    }
}
