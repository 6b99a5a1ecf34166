//! Letters with marks on them, which one text writes and the next one leaves out.

use std::borrow::Cow;

/// `lower`, which is in lower case, with plain letters for those of the Latin alphabet that have marks, be the marks part of them or
/// characters of their own: “josé”, in either form, is “jose”.
pub(crate) fn without_accents(lower: &str) -> Cow<'_, str> {
    if lower.is_ascii() {
        return Cow::Borrowed(lower);
    }
    Cow::Owned(lower.chars().filter(|c| !is_combining(*c)).map(plain).collect())
}

/// Whether it is a mark on the letter before it.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letter without its mark.
const fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::without_accents;

    #[test]
    fn marks_are_left_out_in_either_form() {
        assert_eq!(
            ["josé", "jose\u{301}", "łukasz", "gülşen", "ward"].map(without_accents),
            ["jose", "jose", "lukasz", "gulsen", "ward"]
        );
        assert_eq!(without_accents("文在寅"), "文在寅");
    }
}
