//! Text that should be plain but carries markup: tags and entities in JSON strings and `<meta>` values.

/// Entities that turn up in such texts: marks, and the letters of western European names.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", " "),
    ("rsquo", "’"),
    ("lsquo", "‘"),
    ("rdquo", "”"),
    ("ldquo", "“"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("aacute", "á"),
    ("eacute", "é"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("agrave", "à"),
    ("egrave", "è"),
    ("ograve", "ò"),
    ("ugrave", "ù"),
    ("acirc", "â"),
    ("ecirc", "ê"),
    ("icirc", "î"),
    ("ocirc", "ô"),
    ("ucirc", "û"),
    ("auml", "ä"),
    ("euml", "ë"),
    ("iuml", "ï"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("ccedil", "ç"),
    ("ntilde", "ñ"),
    ("atilde", "ã"),
    ("otilde", "õ"),
    ("aring", "å"),
    ("oslash", "ø"),
    ("aelig", "æ"),
    ("Eacute", "É"),
];

/// `text` without tags, entities as characters.
pub(crate) fn unmarked(text: &str) -> String {
    // entities first: `&lt;b&gt;` is markup that was escaped once more
    without_tags(&without_entities(text))
}

fn without_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        // the longest name, and a number of any plane, are shorter
        let end = after.bytes().take(10).position(|b| b == b';');
        match end.and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?))) {
            Some((c, tail)) => {
                plain.push_str(&c);
                rest = tail;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(entity: &str) -> Option<String> {
    let Some(number) = entity.strip_prefix('#') else {
        return ENTITIES.iter().find(|(name, _)| *name == entity).map(|(_, c)| (*c).to_owned());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control()).map(String::from)
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match after.find('>').filter(|_| is_tag).and_then(|end| after.get(end + 1..)) {
            Some(tail) => rest = tail,
            None => {
                plain.push('<');
                rest = after;
                if is_tag {
                    // no later tag closes either
                    break;
                }
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_plain_text() {
        assert_eq!(unmarked("Fish &amp; <i>chips</i> &#8211; &#x201C;now&rdquo;"), "Fish & chips – “now”");
        assert_eq!(unmarked("a < b & c &unknown; &amp"), "a < b & c &unknown; &amp");
        assert_eq!(unmarked("&lt;b&gt;bold&lt;/b&gt; <open"), "bold <open");
    }
}
