//! Bytes from an address, only ever when the reader asked for it; and bytes to text.

use crate::dom::window;
use crate::error::PageError;
use crate::words;
use postil::{MAX_BYTES, SnapshotError, sniff_encoding};
use postil_document::BrowserError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ReferrerPolicy, RequestCredentials, RequestInit, Response, TextDecoder, Url};

/// What came back.
pub(crate) struct Fetched {
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// The encoding that the server names.
    pub(crate) charset: Option<String>,
}

/// Fetches a file of Postil's own, beside the page.
pub(crate) async fn own_file(path: &str) -> Result<Fetched, PageError> {
    fetched(path, &RequestInit::new()).await
}

/// Fetches a page of another site, without cookies and without saying where from.
///
/// # Errors
/// With what to do instead, when the address is none, or its site forbids other pages to read it.
pub(crate) async fn page_at(address: &str) -> Result<Fetched, PageError> {
    let url = Url::new(address).map_err(|_| PageError::Fetch(words::not_an_address(address)))?;
    if !matches!(url.protocol().as_str(), "https:" | "http:") {
        return Err(PageError::Fetch(words::NOT_HTTP.to_owned()));
    }
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    fetched(&url.href(), &options).await.map_err(|error| match error {
        PageError::Browser(BrowserError::Refused(why)) => PageError::Fetch(words::site_refuses(&url.host(), &why)),
        other => other,
    })
}

async fn fetched(address: &str, options: &RequestInit) -> Result<Fetched, PageError> {
    let answer = JsFuture::from(window()?.fetch_with_str_and_init(address, options)).await?;
    let answer: Response = answer.dyn_into().map_err(|_| PageError::Missing("Response"))?;
    if !answer.ok() {
        return Err(PageError::Fetch(words::answers(address, answer.status(), &answer.status_text())));
    }
    let header = |name: &str| answer.headers().get(name).ok().flatten();
    if let Some(length) = header("content-length").and_then(|l| l.parse::<usize>().ok()).filter(|&l| l > MAX_BYTES) {
        return Err(SnapshotError::TooLarge(length).into());
    }
    let kind = header("content-type").unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("image/") || kind.starts_with("video/") || kind.starts_with("application/pdf") {
        return Err(PageError::Fetch(words::is_a_file(address, &kind)));
    }
    let charset = kind.split_once("charset=").map(|(_, c)| c.trim_matches(['"', '\'', ' ']).to_owned());
    let buffer = JsFuture::from(answer.array_buffer()?).await?;
    Ok(Fetched { bytes: js_sys::Uint8Array::new(&buffer).to_vec(), charset })
}

/// Decodes as browsers do: a byte-order mark, then what the server said, then what the page says, then windows-1252.
pub(crate) fn decode(bytes: &[u8], charset: Option<&str>) -> Result<String, PageError> {
    let marked =
        bytes.starts_with(&[0xEF, 0xBB, 0xBF]) || bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let named = charset.filter(|_| !marked).and_then(|label| TextDecoder::new_with_label(label).ok());
    let decoder = match named {
        Some(decoder) => decoder,
        None => TextDecoder::new_with_label(&sniff_encoding(bytes))
            .or_else(|_| TextDecoder::new_with_label("windows-1252"))?,
    };
    let bytes: JsValue = js_sys::Uint8Array::from(bytes).into();
    Ok(decoder.decode_with_buffer_source(bytes.unchecked_ref())?)
}

/// The bytes of a file that the reader chose or dropped.
pub(crate) async fn file_bytes(file: &File) -> Result<Vec<u8>, PageError> {
    if file.size() > MAX_BYTES as f64 {
        return Err(SnapshotError::TooLarge(file.size() as usize).into());
    }
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
