//! What the page asks of the worker, and what the worker answers.

use crate::error::{BrowserError, message_of};
use crate::flat::{Flat, snapshot};
use js_sys::{Array, Object, Reflect, Uint8Array};
use postil::{Analysis, Options, Snapshot, SnapshotError, from_html, from_text};
use wasm_bindgen::{JsCast, JsValue};

/// What is to be analysed.
pub enum Content {
    /// A flattened document, where it is a live one.
    Document(Flat),
    /// A page's HTML.
    Html(String),
    /// Plain text.
    Text(String),
}

impl Content {
    /// The content as the core takes it.
    ///
    /// # Errors
    /// When a page or text is empty or too large.
    pub fn snapshot(&self) -> Result<Snapshot, SnapshotError> {
        match self {
            Self::Document(flat) => Ok(snapshot(flat)),
            Self::Html(html) => from_html(html),
            Self::Text(text) => from_text(text),
        }
    }
}

/// One question to the worker.
pub struct Request {
    /// What is to be analysed.
    pub content: Content,
    /// What is known of it.
    pub options: Options,
}

impl Request {
    /// The message, and what of it is handed over rather than copied.
    ///
    /// # Errors
    /// When the browser refuses to make it.
    pub fn to_message(&self) -> Result<(Object, Array), BrowserError> {
        let (message, transfer) = match &self.content {
            Content::Document(flat) => {
                let flat: &JsValue = flat.as_ref();
                let ops = Reflect::get(flat, &"ops".into())?;
                (Object::from(flat.clone()), Array::of1(&Reflect::get(&ops, &"buffer".into())?))
            }
            Content::Html(html) => (only("html", html)?, Array::new()),
            Content::Text(text) => (only("plain", text)?, Array::new()),
        };
        for (name, value) in [("url", &self.options.url), ("published", &self.options.published)] {
            Reflect::set(&message, &name.into(), &value.as_deref().map_or(JsValue::NULL, JsValue::from_str))?;
        }
        Ok((message, transfer))
    }

    /// The request that a message of [`Request::to_message`] carries.
    #[must_use]
    pub fn from_message(message: &JsValue) -> Self {
        let field = |name: &str| Reflect::get(message, &name.into()).ok().and_then(|v| v.as_string());
        let content = match (field("html"), field("plain")) {
            (Some(html), _) => Content::Html(html),
            (None, Some(text)) => Content::Text(text),
            (None, None) => Content::Document(message.clone().unchecked_into()),
        };
        Self { content, options: Options { url: field("url"), published: field("published") } }
    }
}

/// An object with one field.
fn only(name: &str, value: &str) -> Result<Object, JsValue> {
    let object = Object::new();
    Reflect::set(&object, &name.into(), &value.into())?;
    Ok(object)
}

/// The answer to a request, and what of it is handed over: the analysis as bytes, or a sentence saying what went wrong.
#[must_use]
pub fn answer_message(outcome: Result<&Analysis, &str>) -> (JsValue, Array) {
    let bytes = outcome
        .map_err(str::to_owned)
        .and_then(|analysis| postcard::to_allocvec(analysis).map_err(|error| BrowserError::from(error).to_string()));
    match bytes {
        Ok(bytes) => {
            let bytes = Uint8Array::from(bytes.as_slice());
            let transfer = Array::of1(&bytes.buffer());
            (bytes.into(), transfer)
        }
        Err(why) => (why.into(), Array::new()),
    }
}

/// What [`answer_message`] put into an answer.
///
/// # Errors
/// When the analysis failed, or comes from another version.
pub fn read_answer(answer: JsValue) -> Result<Analysis, BrowserError> {
    match answer.dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(postcard::from_bytes(&bytes.to_vec())?),
        Err(why) => Err(BrowserError::Analysis(message_of(&why))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn requests_cross_whole() {
        let options = Options { url: Some("https://news.example/a".to_owned()), published: None };
        let content = Content::Text("Ferry late".to_owned());
        let (message, transfer) = Request { content, options }.to_message().expect("a message");
        assert_eq!(transfer.length(), 0);
        let read = Request::from_message(&message);
        assert!(matches!(read.content, Content::Text(text) if text == "Ferry late"));
        assert_eq!(read.options.url.as_deref(), Some("https://news.example/a"));
    }

    #[wasm_bindgen_test]
    fn answers_cross_whole() {
        let analysis = Analysis::default();
        assert_eq!(read_answer(answer_message(Ok(&analysis)).0).expect("an analysis"), analysis);
        let refused = read_answer(answer_message(Err("there is nothing to read")).0).expect_err("a reason");
        assert_eq!(refused.to_string(), "there is nothing to read");
    }
}
