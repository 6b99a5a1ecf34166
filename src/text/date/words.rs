//! Words of dates and ages in the languages that news pages are most often printed in.

/// Names of the months in English, German, French, Spanish, Italian, Portuguese and Dutch, lower case
/// (Unicode CLDR 45, wide form). An abbreviation is the beginning of one of them.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro", "januari"],
    &["february", "februar", "feber", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "märz", "maerz", "mars", "marzo", "março", "maart", "mrz"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "août", "aout", "agosto", "augustus"],
    &["september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "sept"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro"],
];

/// Days of the week, the same languages.
const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    "segunda",
    "terça",
    "quarta",
    "quinta",
    "sexta",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
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

const UNITS: &[(Unit, &[&str])] = &[
    (
        Unit::Second,
        &[
            "second", "seconds", "sec", "secs", "sekunde", "sekunden", "seconde", "secondes", "segundo", "segundos",
            "secondi", "seconden",
        ],
    ),
    (Unit::Minute, &["minute", "minutes", "min", "mins", "minuten", "minuto", "minutos", "minuti", "minuut"]),
    (
        Unit::Hour,
        &[
            "hour", "hours", "hr", "hrs", "stunde", "stunden", "std", "heure", "heures", "hora", "horas", "ora", "ore",
            "uur", "uren",
        ],
    ),
    (
        Unit::Day,
        &[
            "day", "days", "tag", "tage", "tagen", "jour", "jours", "día", "días", "dia", "dias", "giorno", "giorni",
            "dag", "dagen",
        ],
    ),
    (
        Unit::Week,
        &[
            "week",
            "weeks",
            "wk",
            "wks",
            "woche",
            "wochen",
            "semaine",
            "semaines",
            "semana",
            "semanas",
            "settimana",
            "settimane",
            "weken",
        ],
    ),
    (
        Unit::Month,
        &[
            "month", "months", "mo", "mos", "mth", "mths", "monat", "monate", "monaten", "mois", "mes", "meses",
            "mese", "mesi", "maand", "maanden",
        ],
    ),
    (
        Unit::Year,
        &[
            "year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "an", "ans", "année", "années", "año", "años",
            "ano", "anos", "anno", "anni", "jaar",
        ],
    ),
];

/// The month that `word` (lower case) names or abbreviates, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    if word.chars().count() < 3 {
        return None;
    }
    let at = MONTHS.iter().position(|names| names.iter().any(|n| n.starts_with(word)))?;
    u8::try_from(at + 1).ok()
}

/// Whether `word` (lower case) names or abbreviates a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    let length = word.chars().count();
    length >= 2 && WEEKDAYS.iter().any(|d| *d == word || (length <= 4 && d.starts_with(word)))
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
    UNITS.iter().find(|(_, words)| words.contains(&word)).map(|&(unit, _)| unit)
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
