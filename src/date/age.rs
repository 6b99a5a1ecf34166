//! Ages as pages print them: `3 hours ago`, `vor 2 Tagen`, `il y a 3 jours`, `yesterday at 10:15`, `3h`, `7 months`.

use super::lex::{Item, Piece, skip, skip_word, word};
use super::when::When;
use super::{clock, words};

/// An age that begins with piece `at`, and the piece after it.
pub(super) fn age_at(items: &[Item], at: usize) -> Option<(When, usize)> {
    let first = word(items, at);
    if first.is_some_and(|w| words::is_in(w, |l| l.near_days)) {
        // “heute” and “hier” stand in sentences too (and in German “hier” is here)
        let (clock, next) = clock::after(items, at + 1);
        let sure = clock.is_some();
        return (sure || first != Some("hier")).then_some((When::Age { said: sure }, next));
    }
    let second = word(items, at + 1);
    if let (Some(first), Some(second)) = (first, second)
        && words::is_recently(first, second)
    {
        return Some((When::Age { said: true }, at + 2));
    }
    let before = match (first, second) {
        // “il y a”
        (Some("il"), Some("y")) => (word(items, at + 2) == Some("a")).then_some(at + 3),
        (Some("il"), _) => None,
        (Some(first), _) if words::is_in(first, |l| l.since) => Some(at + 1),
        _ => None,
    };
    let counted = skip(items, skip_word(items, before.unwrap_or(at), |w| w.about), &['.', '~']);
    let mut next = length(items, counted)?;
    // 1 year, 2 months ago; 2 hours and 5 minutes ago
    let more = skip(items, skip_word(items, next, |w| w.and), &[',']);
    if let Some(after) = length(items, more) {
        next = after;
    }
    let said = word(items, next).is_some_and(|w| words::is_in(w, |l| l.ago));
    let one = matches!(items.get(counted)?.piece, Piece::Word(_));
    if one && !said && before.is_none() {
        return None; // “a day” is no age
    }
    next += usize::from(said);
    Some((When::Age { said: said || before.is_some() }, next))
}

/// The piece after a count and a unit.
fn length(items: &[Item], at: usize) -> Option<usize> {
    match &items.get(at)?.piece {
        Piece::Number(count, _) if *count < 1000 => {}
        Piece::Word(w) if words::is_in(w, |l| l.one) => {}
        _ => return None,
    }
    let attached = !items.get(at + 1)?.spaced;
    words::is_unit(word(items, at + 1)?, attached).then_some(at + 2)
}
