//! Acronyms, and the names that they are short for.

use crate::language::Language;

/// Longest acronym, in characters.
const LONGEST: usize = 10;

/// Whether a name is written as an acronym: capitals (and digits, stops, small letters among them) and no space, `WMA`, `U.N.`, `AfD`.
pub(crate) fn is_acronym(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let small = name.chars().filter(|c| c.is_lowercase()).count();
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '/'));
    plain && capitals >= 2 && capitals > small && name.chars().count() <= LONGEST
}

/// Whether the letters of `short` may be the initials of `long`, words like “of” counted or not.
pub(crate) fn abbreviates(short: &str, long: &str, language: &Language) -> bool {
    let letters: String = short.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    letters.chars().count() > 1 && initials(&long.to_lowercase(), language).contains(&letters)
}

/// The initials of `long` (lower case), without and with its small words.
pub(crate) fn initials(long: &str, language: &Language) -> [String; 2] {
    let words = || long.split([' ', '-', '/']).filter(|w| w.starts_with(char::is_alphanumeric));
    let first = |w: &str| w.chars().next();
    let counted = |w: &&str| !language.name.not_in_acronyms.contains(w);
    [words().filter(counted).filter_map(first).collect(), words().filter_map(first).collect()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn acronyms_are_known_by_their_letters() {
        let abbreviates = |short, long| abbreviates(short, long, language_of(None, "").unwrap());
        assert!(
            is_acronym("WMA") && is_acronym("U.N.") && is_acronym("AfD") && !is_acronym("Holt") && !is_acronym("A")
        );
        assert!(abbreviates("W.M.A.", "Water and Marine Authority") && abbreviates("DoD", "Department of Defense"));
        assert!(!abbreviates("PKK", "Workers' Party"));
    }
}
