//! Values of JSON whose form is another's.

use serde_json::Value;

/// The string under the first of `keys` that has one.
pub(super) fn string<'a>(value: &'a Value, keys: &[&str]) -> Option<&'a str> {
    keys.iter().find_map(|key| value.get(key)?.as_str())
}

/// The values that JSON-LD means: of an array its items, of anything else itself, of nothing none.
pub(super) fn each(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}
