//! The library's words in English.

pub(crate) const LIBRARY: &str = "Library";
pub(crate) const PASSAGE_KINDS: [&str; 4] = ["quote", "paraphrase", "the paper’s own words", "comment"];
pub(crate) const ANY: [&str; 4] = ["Any tag", "Any speaker", "Any site", "Any kind"];
pub(crate) const NOT_OPENED: &str = "imported, not opened here yet";
pub(crate) const NO_PASSAGES: &str = "no passages yet";
pub(crate) const LIBRARY_COMES: &str = "Fetching what you keep…";
pub(crate) const LIBRARY_EMPTY: &str = "Nothing is kept yet. In an article, select some words and give them a tag: they stand here from then on, with who said them and what you thought.";
pub(crate) const NOTHING_KEPT_MATCHES: &str = "Nothing that is kept matches that.";
pub(crate) const PUT_BACK: &str = "Put it back";
pub(crate) const IS_BACK: &str = "It is back.";
pub(crate) const MORE_ROWS: &str = "Show more";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day and the month of an ISO date.
pub(crate) fn day(date: &str) -> Option<String> {
    let day: u8 = date.get(8..10)?.parse().ok()?;
    Some(format!("{day} {}", month_name(date)?))
}

/// The month and the year of one.
pub(crate) fn month(date: &str) -> Option<String> {
    Some(format!("{} {}", month_name(date)?, date.get(..4)?))
}

fn month_name(date: &str) -> Option<&'static str> {
    let month: usize = date.get(5..7)?.parse().ok()?;
    MONTHS.get(month.checked_sub(1)?).copied()
}

pub(crate) fn passages_and_notes(passages: usize, notes: usize) -> String {
    let of = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    match (passages, notes) {
        (0, _) => NO_PASSAGES.to_owned(),
        (_, 0) => of(passages, "passage"),
        _ => format!("{}, {}", of(passages, "passage"), of(notes, "note")),
    }
}

pub(crate) fn matches(articles: usize, passages: usize) -> String {
    format!("{passages} passages, {articles} articles")
}

pub(crate) fn with_count(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

pub(crate) fn kept_here(bytes: u64) -> String {
    let megabytes = bytes as f64 / 1e6;
    if megabytes < 0.1 {
        return format!("{:.0} kB of text kept on this machine", bytes as f64 / 1e3);
    }
    format!("{megabytes:.1} MB of text kept on this machine")
}

pub(crate) fn remove_article(title: &str, passages: usize) -> String {
    match passages {
        0 => format!("Remove “{title}” from the library?"),
        1 => format!("Remove “{title}” from the library, with your passage in it?"),
        _ => format!("Remove “{title}” from the library, with your {passages} passages in it?"),
    }
}

pub(crate) fn remove(title: &str) -> String {
    format!("Remove “{title}”")
}

pub(crate) fn removed(title: &str) -> String {
    format!("“{title}” is removed.")
}

pub(crate) fn library_file(day: &str) -> String {
    format!("postil-library-{day}.jsonld")
}
