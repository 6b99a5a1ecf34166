//! JSON as text, read. Not by `serde_json`'s own reader: what that says of wrong types can print any floating-point number, which
//! alone costs readers eight kilobytes.

use serde_json::{Map, Value};

/// How deep values may lie in one another, as in `serde_json`: beyond, the stack of a page would be at risk.
const DEEPEST: usize = 128;

/// Where a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct JsonError {
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    /// What was met there.
    pub(crate) reason: &'static str,
}

/// Reads one value. A number that is not whole, or larger than 64 bits, is null: nothing here reckons with such.
///
/// # Errors
/// When `text` is no JSON by RFC 8259, or nested without end.
pub(crate) fn read_json(text: &str) -> Result<Value, JsonError> {
    let mut reader = Reader { text, at: 0 };
    let read = reader.value(0).and_then(|value| match reader.peek() {
        None => Ok(value),
        Some(_) => Err("trailing characters"),
    });
    read.map_err(|reason| {
        let before = text.get(..reader.at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        JsonError { line: before.matches('\n').count() + 1, column: line.chars().count() + 1, reason }
    })
}

struct Reader<'a> {
    text: &'a str,
    /// The next byte, always at the start of a character.
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes past `byte` if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Result<Value, &'static str> {
        match self.peek() {
            _ if depth > DEEPEST => Err("nested too deeply"),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => {
                for (word, value) in [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)]
                {
                    if self.text.get(self.at..).is_some_and(|t| t.starts_with(word)) {
                        self.at += word.len();
                        return Ok(value);
                    }
                }
                Err("expected a value")
            }
            None => Err("the text ends before a value"),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, &'static str> {
        self.at += 1;
        let mut map = Map::new();
        if self.take(b'}') {
            return Ok(Value::Object(map));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err("key must be a string");
            }
            let key = self.string()?;
            if !self.take(b':') {
                return Err("expected “:”");
            }
            let value = self.value(depth + 1)?;
            map.insert(key, value);
            if self.take(b'}') {
                return Ok(Value::Object(map));
            }
            if !self.take(b',') {
                return Err("expected “,” or “}”");
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, &'static str> {
        self.at += 1;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.take(b']') {
                return Ok(Value::Array(items));
            }
            if !self.take(b',') {
                return Err("expected “,” or “]”");
            }
        }
    }

    fn string(&mut self) -> Result<String, &'static str> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ').unwrap_or(rest.len());
            out.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    out.push(self.escape()?);
                }
                Some(_) => return Err("control character in a string"),
                None => return Err("the text ends inside a string"),
            }
        }
    }

    fn escape(&mut self) -> Result<char, &'static str> {
        let escaped = match self.byte() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => return Err("invalid escape"),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// `uXXXX`, or two of them for what lies beyond 16 bits.
    fn code_point(&mut self) -> Result<char, &'static str> {
        let first = self.unit()?;
        let whole = match first {
            0xd800..=0xdbff if self.byte() == Some(b'\\') => {
                self.at += 1;
                let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400);
                second.map(|low| 0x1_0000 + ((first - 0xd800) << 10) + low)
            }
            _ => Some(first),
        };
        whole.and_then(char::from_u32).ok_or("half of a character in an escape")
    }

    fn unit(&mut self) -> Result<u32, &'static str> {
        let digits = self.text.get(self.at + 1..self.at + 5).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.filter(|_| self.byte() == Some(b'u')).and_then(|d| u32::from_str_radix(d, 16).ok());
        self.at += if unit.is_some() { 5 } else { 0 };
        unit.ok_or("invalid escape")
    }

    fn number(&mut self) -> Result<Value, &'static str> {
        let start = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        let leading = self.byte() == Some(b'0');
        if self.digits() == 0
            || leading && self.at > start + 1 + usize::from(self.text.as_bytes().get(start) == Some(&b'-'))
        {
            return Err("invalid number");
        }
        let whole = self.text.get(start..self.at).unwrap_or_default();
        let mut value = whole.parse::<i64>().map(Value::from).or_else(|_| whole.parse::<u64>().map(Value::from)).ok();
        if self.byte() == Some(b'.') {
            self.at += 1;
            value = None;
            if self.digits() == 0 {
                return Err("invalid number");
            }
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            value = None;
            if self.digits() == 0 {
                return Err("invalid number");
            }
        }
        Ok(value.unwrap_or_default())
    }

    /// Goes past digits; gives how many.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    /// What the general reader makes of it, numbers as here.
    fn by_serde(text: &str) -> Option<Value> {
        fn whole(value: Value) -> Value {
            match value {
                Value::Number(n) => n.as_i64().map(Value::from).or(n.as_u64().map(Value::from)).unwrap_or_default(),
                Value::Array(items) => items.into_iter().map(whole).collect(),
                Value::Object(map) => map.into_iter().map(|(k, v)| (k, whole(v))).collect(),
                other => other,
            }
        }
        serde_json::from_str(text).ok().map(whole)
    }

    #[test]
    fn reads_every_kind_of_value() {
        let text = " {\"a\": [1, -2, 18446744073709551615, true, false, null, \"\"], \"b\\u00e9\\ud83d\\udef6\\n\": {}, \"a\": [ ]}\r\n";
        assert_eq!(read_json(text), Ok(json!({"a": [], "bé🛶\n": {}})));
        assert_eq!(read_json("[1.5, 1e3, 99999999999999999999]"), Ok(json!([null, null, null])));
    }

    #[test]
    fn says_where_it_stopped() {
        let error = |text| read_json(text).map_err(|e| (e.line, e.column, e.reason));
        assert_eq!(error("{\n  \"id\": \"x\",\n  oops }"), Err((3, 3, "key must be a string")));
        assert_eq!(error("[\"é\" 1]"), Err((1, 6, "expected “,” or “]”")));
        assert_eq!(error("[1] 2"), Err((1, 5, "trailing characters")));
        assert_eq!(error("\"ab"), Err((1, 4, "the text ends inside a string")));
    }

    #[test]
    fn nesting_without_end_is_refused() {
        assert!(read_json(&"[".repeat(1_000_000)).is_err());
        assert!(read_json(&format!("{}1{}", "[".repeat(120), "]".repeat(120))).is_ok());
    }

    #[test]
    fn refuses_what_json_refuses() {
        for text in [
            "",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "'a'",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\\ud800\\u0041\"",
            "\"\n\"",
            "nul",
            "tru",
            "-00",
            "-01",
            "\"\\u00g0\"",
            "\"\\u+123\"",
            "NaN",
        ] {
            assert!(read_json(text).is_err(), "{text}");
            assert_eq!(by_serde(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_general_reader(text in "[\\[\\]{}:,\"\\\\0-9eE.+ \\-nultrfasé\n]{0,24}|\"(\\\\u[0-9a-fd8]{4}|\\\\[bfnrt/\"]|\\PC){0,6}\"|-?[0-9]{1,3}(\\.[0-9]{0,2})?(e-?[0-9]{0,2})?") {
            // a number too large for a float is an error there, and none here
            let ours = read_json(&text).ok();
            if let Some(theirs) = by_serde(&text) {
                prop_assert_eq!(ours, Some(theirs));
            } else if ours.is_some() {
                prop_assert!(text.contains(['e', 'E']), "{}", text);
            }
        }
    }
}
