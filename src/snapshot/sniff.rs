//! Which encoding a page is in.

/// How far a declaration is looked for, in bytes (HTML standard, "prescan a byte stream").
const PRESCAN: usize = 1024;

/// The label of the encoding of an HTML page or text file: byte-order mark, then `<meta charset>` in the first 1,024 bytes,
/// then UTF-8 when the bytes are valid UTF-8, then windows-1252, as browsers do
/// (<https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding>). Unlike there, what is
/// beyond ASCII and valid UTF-8 is UTF-8, whatever `<meta>` says: saved pages keep a declaration that no longer holds, and text
/// in another encoding is not valid UTF-8 but by a rare accident.
///
/// A declared label that `TextDecoder` would not know is given as it stands, in lower case.
#[must_use]
pub fn sniff_encoding(bytes: &[u8]) -> String {
    let mark = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some("utf-8"),
        [0xFE, 0xFF, ..] => Some("utf-16be"),
        [0xFF, 0xFE, ..] => Some("utf-16le"),
        _ => None,
    };
    if let Some(label) = mark {
        return label.to_owned();
    }
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    if is_utf8 && !bytes.is_ascii() {
        return "utf-8".to_owned();
    }
    let label = declared(bytes.get(..PRESCAN).unwrap_or(bytes));
    label.unwrap_or_else(|| if is_utf8 { "utf-8" } else { "windows-1252" }.to_owned())
}

/// The encoding that the first `<meta>` with one declares.
fn declared(head: &[u8]) -> Option<String> {
    let mut rest = head;
    while let Some(at) = rest.iter().position(|&b| b == b'<') {
        rest = rest.get(at..)?;
        if let Some(comment) = rest.strip_prefix(b"<!--") {
            // `<!-->` is a whole comment
            let end = find(rest.get(2..)?, b"-->")?;
            rest = if comment.starts_with(b">") { comment.get(1..)? } else { rest.get(2 + end + 3..)? };
        } else if starts_with_tag(rest, b"meta") {
            let (attributes, after) = attributes(rest.get(5..)?);
            if let Some(label) = of_meta(&attributes) {
                return Some(label);
            }
            rest = after;
        } else if matches!(rest, [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] | [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..]) {
            let name = rest.iter().position(|&b| is_space(b) || b == b'>')?;
            rest = attributes(rest.get(name..)?).1;
        } else if matches!(rest, [b'<', b'!' | b'/' | b'?', ..]) {
            let end = rest.iter().position(|&b| b == b'>')?;
            rest = rest.get(end..)?;
        } else {
            rest = rest.get(1..)?;
        }
    }
    None
}

/// The encoding of a `<meta>` with these attributes.
fn of_meta(attributes: &[(String, String)]) -> Option<String> {
    let value = |name: &str| attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let label = match value("charset") {
        Some(label) => label.trim().to_owned(),
        None if value("http-equiv")? == "content-type" => in_content_type(value("content")?)?,
        None => return None,
    };
    match label.as_str() {
        "" => None,
        // what could be read as ASCII so far is not UTF-16
        l if l.starts_with("utf-16") || matches!(l, "unicode" | "ucs-2" | "csunicode" | "iso-10646-ucs-2") => {
            Some("utf-8".to_owned())
        }
        "x-user-defined" => Some("windows-1252".to_owned()),
        _ => Some(label),
    }
}

/// The label in `text/html; charset=…`.
fn in_content_type(content: &str) -> Option<String> {
    let mut rest = content;
    loop {
        rest = rest.get(rest.find("charset")? + "charset".len()..)?;
        if let Some(value) = rest.trim_start().strip_prefix('=') {
            let value = value.trim_start();
            let label = match value.chars().next()? {
                quote @ ('"' | '\'') => value.get(1..)?.split_once(quote)?.0,
                _ => value.split(|c: char| c.is_ascii_whitespace() || c == ';').next()?,
            };
            return Some(label.trim().to_owned());
        }
    }
}

/// The attributes after a tag's name, names and values in lower case, and what follows the tag.
fn attributes(bytes: &[u8]) -> (Vec<(String, String)>, &[u8]) {
    let mut found = Vec::new();
    let mut rest = bytes;
    loop {
        rest = skip(rest, |b| is_space(b) || b == b'/');
        if rest.first().is_none_or(|&b| b == b'>') {
            return (found, rest);
        }
        // a name may begin with `=`
        let (first, tail) = rest.split_at(1);
        let end = tail.iter().position(|&b| is_space(b) || matches!(b, b'/' | b'>' | b'=')).unwrap_or(tail.len());
        let (name, after) = tail.split_at(end);
        let name = lower(&[first, name].concat());
        rest = skip(after, is_space);
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix(b"=") {
            rest = skip(after, is_space);
            if let Some((&quote @ (b'"' | b'\''), quoted)) = rest.split_first() {
                let end = quoted.iter().position(|&b| b == quote).unwrap_or(quoted.len());
                value = lower(quoted.get(..end).unwrap_or_default());
                rest = quoted.get(end + 1..).unwrap_or_default();
            } else {
                let end = rest.iter().position(|&b| is_space(b) || b == b'>').unwrap_or(rest.len());
                let (raw, after) = rest.split_at(end);
                value = lower(raw);
                rest = after;
            }
        }
        if !found.iter().any(|(n, _)| *n == name) {
            found.push((name, value));
        }
    }
}

fn lower(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).to_ascii_lowercase()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0xC | b'\r' | b' ')
}

fn skip(bytes: &[u8], what: impl Fn(u8) -> bool) -> &[u8] {
    let end = bytes.iter().position(|&b| !what(b)).unwrap_or(bytes.len());
    bytes.get(end..).unwrap_or_default()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|w| w == word)
}

/// Whether `bytes` open the tag `name`.
fn starts_with_tag(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(1..=name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name))
        && bytes.get(name.len() + 1).is_some_and(|&b| is_space(b) || b == b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_win() {
        assert_eq!(sniff_encoding(b"\xEF\xBB\xBF<meta charset=koi8-r>"), "utf-8");
        assert_eq!(sniff_encoding(b"\xFE\xFF\0a"), "utf-16be");
        assert_eq!(sniff_encoding(b"\xFF\xFEa\0"), "utf-16le");
    }

    #[test]
    fn reads_meta() {
        assert_eq!(sniff_encoding(b"<html><META Charset = 'ISO-8859-15'>\xE9"), "iso-8859-15");
        assert_eq!(sniff_encoding(b"<meta charset=Shift_JIS/>"), "shift_jis/");
        assert_eq!(
            sniff_encoding(b"<meta http-equiv=Content-Type content='text/html; charset = koi8-r; x'>\xE9"),
            "koi8-r"
        );
        assert_eq!(sniff_encoding(b"<meta content='a charset' http-equiv=content-type><meta charset=gbk>"), "gbk");
    }

    #[test]
    fn meta_cannot_say_utf_16() {
        assert_eq!(sniff_encoding(b"<meta charset=utf-16le>"), "utf-8");
        assert_eq!(sniff_encoding(b"<meta charset=x-user-defined>"), "windows-1252");
    }

    #[test]
    fn valid_utf8_is_believed_before_meta() {
        assert_eq!(sniff_encoding("<meta charset=gb2312>é".as_bytes()), "utf-8");
        assert_eq!(sniff_encoding(b"<meta charset=gb2312>e"), "gb2312");
    }

    #[test]
    fn comments_and_other_tags_declare_nothing() {
        assert_eq!(sniff_encoding(b"<!-- <meta charset=gbk> --><p>\xE9"), "windows-1252");
        assert_eq!(sniff_encoding(b"<!--><meta charset=gbk>"), "gbk");
        assert_eq!(sniff_encoding(b"<p title='<meta charset=gbk>'>\xC3\xA9"), "utf-8");
        assert_eq!(sniff_encoding(b"<metal charset=gbk>"), "utf-8");
        let far = [b" ".repeat(1100), b"<meta charset=gbk>\xE9".to_vec()].concat();
        assert_eq!(sniff_encoding(&far), "windows-1252");
    }

    #[test]
    fn any_bytes_will_do() {
        for tail in [
            &b"<"[..],
            b"<meta",
            b"<meta ",
            b"<meta charset",
            b"<meta charset=\"",
            b"<!--",
            b"<!-",
            b"</",
            b"<a b=",
            b"",
        ] {
            assert_eq!(sniff_encoding(tail), "utf-8");
        }
    }
}
