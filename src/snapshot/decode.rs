//! Bytes to text.

use super::sniff_encoding;

/// Decodes a page's bytes by the encoding that [`sniff_encoding`] names; malformed parts become U+FFFD. Never fails.
///
/// ```
/// assert_eq!(postil::decode(b"<meta charset=iso-8859-15>5 \xa4"), "<meta charset=iso-8859-15>5 €");
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    let encoding =
        encoding_rs::Encoding::for_label(sniff_encoding(bytes).as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
    encoding.decode(bytes).0.into_owned()
}
