//! What is kept, as the objects that the browser's database takes: field by field, since a general reader of objects would be
//! a tenth of the module.

use crate::error::PageError;
use crate::storage::{Opened, Page};
use js_sys::{Array, Object, Reflect};
use postil::format::{type_name, type_of};
use postil::{Annotation, Correction, Selectors, TextPosition, TextQuote};
use wasm_bindgen::JsValue;

/// Something that the database keeps.
pub(crate) trait Row: Sized {
    /// From an object of the database.
    ///
    /// # Errors
    /// When a field is missing that cannot be done without.
    fn read(row: &JsValue) -> Result<Self, PageError>;
    /// To an object for the database.
    fn write(&self) -> JsValue;
}

impl Row for Annotation {
    fn read(row: &JsValue) -> Result<Self, PageError> {
        Ok(Self {
            id: text(row, "id")?,
            source: text(row, "source")?,
            title: text(row, "title")?,
            selectors: selectors(&field(row, "selectors")),
            tags: Array::from(&field(row, "tags")).iter().filter_map(|t| t.as_string()).collect(),
            note: text(row, "note")?,
            correction: correction(&field(row, "correction")),
            created: text(row, "created")?,
            modified: text(row, "modified")?,
        })
    }

    fn write(&self) -> JsValue {
        let quote = self
            .selectors
            .quote
            .as_ref()
            .map(|q| texts(&[("exact", &q.exact), ("prefix", &q.prefix), ("suffix", &q.suffix)]));
        let position = self.selectors.position.map(|p| {
            // places in texts of megabytes: f64 holds them exactly
            object(&[("start", JsValue::from_f64(p.start as f64)), ("end", JsValue::from_f64(p.end as f64))])
        });
        let tags: Array = self.tags.iter().map(|t| JsValue::from_str(t)).collect();
        let row = texts(&[
            ("id", &self.id),
            ("source", &self.source),
            ("title", &self.title),
            ("note", &self.note),
            ("created", &self.created),
            ("modified", &self.modified),
        ]);
        let selectors = [("quote", quote.unwrap_or(JsValue::NULL)), ("position", position.unwrap_or(JsValue::NULL))];
        set(&row, "selectors", &object(&selectors));
        set(&row, "tags", &tags);
        match &self.correction {
            Some(Correction::Kind(kind)) => set(&row, "correction", &one("kind", kind.map(type_name))),
            Some(Correction::Speaker(name)) => set(&row, "correction", &one("speaker", name.as_deref())),
            None => {}
        }
        row
    }
}

impl Row for Opened {
    fn read(row: &JsValue) -> Result<Self, PageError> {
        let url = field(row, "url").as_string();
        Ok(Self { source: text(row, "source")?, title: text(row, "title")?, opened: text(row, "opened")?, url })
    }

    fn write(&self) -> JsValue {
        let row = texts(&[("source", &self.source), ("title", &self.title), ("opened", &self.opened)]);
        set(&row, "url", &self.url.as_deref().map_or(JsValue::NULL, JsValue::from_str));
        row
    }
}

impl Row for Page {
    fn read(row: &JsValue) -> Result<Self, PageError> {
        let (html, url) = (field(row, "html").is_truthy(), field(row, "url").as_string());
        Ok(Self { source: text(row, "source")?, html, content: text(row, "content")?, url })
    }

    fn write(&self) -> JsValue {
        let row = texts(&[("source", &self.source), ("content", &self.content)]);
        set(&row, "html", &self.html.into());
        set(&row, "url", &self.url.as_deref().map_or(JsValue::NULL, JsValue::from_str));
        row
    }
}

fn selectors(value: &JsValue) -> Selectors {
    let quote = field(value, "quote");
    let part = |key| field(&quote, key).as_string().unwrap_or_default();
    let exact = field(&quote, "exact").as_string();
    let position = field(value, "position");
    let number = |key| field(&position, key).as_f64().map(|n| n as usize);
    Selectors {
        quote: exact.map(|exact| TextQuote { exact, prefix: part("prefix"), suffix: part("suffix") }),
        position: number("start").zip(number("end")).map(|(start, end)| TextPosition { start, end }),
    }
}

/// A correction: `{kind}` or `{speaker}`, null where there is none of it.
fn correction(value: &JsValue) -> Option<Correction> {
    let (kind, speaker) = (field(value, "kind"), field(value, "speaker"));
    if !speaker.is_undefined() {
        return Some(Correction::Speaker(speaker.as_string()));
    }
    match kind.as_string() {
        Some(name) => type_of(&name).map(|kind| Correction::Kind(Some(kind))),
        None => kind.is_null().then_some(Correction::Kind(None)),
    }
}

/// A field of an object; `undefined` for what has no fields.
pub(crate) fn field(row: &JsValue, key: &str) -> JsValue {
    Reflect::get(row, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(row: &JsValue, key: &str) -> Result<String, PageError> {
    let value = field(row, key).as_string();
    value.ok_or_else(|| PageError::Storage(["what was kept there lacks its ", key].concat()))
}

fn texts(fields: &[(&str, &String)]) -> JsValue {
    let row = Object::new().into();
    for (key, value) in fields {
        set(&row, key, &JsValue::from_str(value));
    }
    row
}

fn one(key: &str, value: Option<&str>) -> JsValue {
    object(&[(key, value.map_or(JsValue::NULL, JsValue::from_str))])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let row = Object::new().into();
    for (key, value) in fields {
        set(&row, key, value);
    }
    row
}

fn set(row: &JsValue, key: &str, value: &JsValue) {
    // setting a property of an object just made does not fail
    let _ = Reflect::set(row, &key.into(), value);
}
