//! Elements by id, templates by name, slots by name, and waiting.

use crate::error::PageError;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, Element, HtmlElement, HtmlTemplateElement, SupportedType, Window};

/// The window that the page runs in.
pub(crate) fn window() -> Result<Window, PageError> {
    web_sys::window().ok_or(PageError::Missing("window"))
}

/// The document of [`window`].
pub(crate) fn document() -> Result<Document, PageError> {
    window()?.document().ok_or(PageError::Missing("document"))
}

/// The first element in the document that `selector` finds, as a `T`.
pub(crate) fn element<T: JsCast>(selector: &'static str) -> Result<T, PageError> {
    let element = document()?.query_selector(selector)?.ok_or(PageError::Missing(selector))?;
    element.dyn_into().map_err(|_| PageError::Missing(selector))
}

/// The first element inside `root` that `selector` finds, as a `T`.
pub(crate) fn within<T: JsCast>(root: &Element, selector: &'static str) -> Result<T, PageError> {
    let element = root.query_selector(selector)?.ok_or(PageError::Missing(selector))?;
    element.dyn_into().map_err(|_| PageError::Missing(selector))
}

/// All elements inside `root` that `selector` finds, as they are now.
pub(crate) fn elements(root: &Element, selector: &str) -> Result<Vec<HtmlElement>, PageError> {
    let list = root.query_selector_all(selector)?;
    Ok((0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect())
}

/// The slot `name` of a cloned template.
pub(crate) fn slot(root: &Element, name: &str) -> Result<HtmlElement, PageError> {
    let slot = root.query_selector(&format!("[data-slot={name}]"))?.ok_or(PageError::Missing("data-slot"))?;
    slot.dyn_into().map_err(|_| PageError::Missing("data-slot"))
}

/// Puts `text` into the slot `name`.
pub(crate) fn fill(root: &Element, name: &str, text: &str) -> Result<(), PageError> {
    slot(root, name)?.set_text_content(Some(text));
    Ok(())
}

/// Sets a length in CSS pixels, rounded to whole ones.
pub(crate) fn put(element: &HtmlElement, property: &str, pixels: f64) -> Result<(), PageError> {
    element.style().set_property(property, &format!("{}px", pixels.round() as i32))?;
    Ok(())
}

/// An element of the page's own making.
pub(crate) fn create(tag: &str) -> Result<HtmlElement, PageError> {
    document()?.create_element(tag)?.dyn_into().map_err(|_| PageError::Missing("HTMLElement"))
}

/// The templates of `www/templates.html`, parsed once.
#[derive(Clone)]
pub(crate) struct Templates(Document);

impl Templates {
    /// Parses them.
    pub(crate) fn parse() -> Result<Self, PageError> {
        // the one place where markup is parsed for the page's own document: it is Postil's own, fixed when built
        let markup = include_str!("../../../www/templates.html");
        Ok(Self(DomParser::new()?.parse_from_string(markup, SupportedType::TextHtml)?))
    }

    /// A fresh copy of template `name`'s first element.
    pub(crate) fn copy(&self, name: &'static str) -> Result<HtmlElement, PageError> {
        let template: HtmlTemplateElement = self
            .0
            .query_selector(&format!("template#{name}"))?
            .and_then(|t| t.dyn_into().ok())
            .ok_or(PageError::Missing(name))?;
        let first = template.content().first_element_child().ok_or(PageError::Missing(name))?;
        document()?.import_node_with_deep(&first, true)?.dyn_into().map_err(|_| PageError::Missing(name))
    }

    /// Fresh copies of all elements of template `name`, put at the end of `into`.
    pub(crate) fn append_all(&self, name: &'static str, into: &Element) -> Result<(), PageError> {
        let template: HtmlTemplateElement = self
            .0
            .query_selector(&format!("template#{name}"))?
            .and_then(|t| t.dyn_into().ok())
            .ok_or(PageError::Missing(name))?;
        let copy = document()?.import_node_with_deep(&template.content(), true)?;
        into.append_child(&copy)?;
        Ok(())
    }
}

/// Lets the browser do what waits, then goes on: long work calls it between its pieces.
pub(crate) async fn breathe() -> Result<(), PageError> {
    sleep(0).await
}

/// Goes on after `milliseconds`.
pub(crate) async fn sleep(milliseconds: i32) -> Result<(), PageError> {
    JsFuture::from(timeout(milliseconds)?).await?;
    Ok(())
}

/// A promise that is kept, with nothing, after `milliseconds`.
pub(crate) fn timeout(milliseconds: i32) -> Result<js_sys::Promise, PageError> {
    let window = window()?;
    Ok(js_sys::Promise::new(&mut |go: js_sys::Function, _| {
        let wake = Closure::once_into_js(move || {
            let _ = go.call0(&JsValue::UNDEFINED);
        });
        // a refusal leaves the promise waiting; there is no window that refuses a timer
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(wake.unchecked_ref(), milliseconds);
    }))
}

/// Milliseconds since the page began, for keeping pieces of work short.
pub(crate) fn clock() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or_else(js_sys::Date::now, |p| p.now())
}
