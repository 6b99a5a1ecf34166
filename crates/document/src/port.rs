//! The port to an article's document, typed; `port.js` does what it says.

use crate::flat::{Flat, kept_attributes};
use crate::utf16::Utf16Span;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/port.js")]
extern "C" {
    /// What has the methods of `port.js`.
    #[wasm_bindgen(js_name = Port)]
    pub type JsPort;

    #[wasm_bindgen(constructor, js_class = "Port")]
    fn new(root: &Element) -> JsPort;
    #[wasm_bindgen(method)]
    fn close(this: &JsPort);
    #[wasm_bindgen(method)]
    fn flatten(this: &JsPort, kept: js_sys::Array) -> Flat;
    #[wasm_bindgen(method)]
    fn length(this: &JsPort) -> u32;
    #[wasm_bindgen(method)]
    fn paint(this: &JsPort, name: &str, spans: &[u32], priority: i32);
    #[wasm_bindgen(method)]
    fn clear(this: &JsPort);
    #[wasm_bindgen(method, js_name = offsetAt)]
    fn offset_at(this: &JsPort, x: f64, y: f64) -> Option<u32>;
    #[wasm_bindgen(method)]
    fn selection(this: &JsPort) -> Option<Vec<u32>>;
    #[wasm_bindgen(method)]
    fn select(this: &JsPort, start: u32, end: u32);
    #[wasm_bindgen(method)]
    fn deselect(this: &JsPort);
    #[wasm_bindgen(method, js_name = extendSelection)]
    fn extend_selection(this: &JsPort, direction: &str, step: &str);
    #[wasm_bindgen(method)]
    fn boxes(this: &JsPort, spans: &[u32]) -> Vec<f64>;
    #[wasm_bindgen(method, js_name = firstBelow)]
    fn first_below(this: &JsPort, top: f64) -> Option<u32>;
    #[wasm_bindgen(method, js_name = scrollTo)]
    fn scroll_to(this: &JsPort, start: u32, end: u32, covered: f64, free: f64);
    #[wasm_bindgen(method, js_name = onChange)]
    fn on_change(this: &JsPort, heard: &js_sys::Function);

    /// Whether this browser paints highlights.
    #[must_use]
    #[wasm_bindgen(js_name = canPaint)]
    pub fn can_paint() -> bool;
}

#[wasm_bindgen(module = "/src/texts.js")]
extern "C" {
    /// What `port.js` imports: naming it here has the bindings take the file along.
    #[allow(dead_code, reason = "JavaScript uses it")]
    type Texts;
}

/// A rectangle in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Rect {
    /// How wide it is.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// How high it is.
    #[must_use]
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }
}

/// Where a span stands in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextBox {
    /// Its first line.
    pub first_line: Rect,
    /// All of it.
    pub whole: Rect,
}

/// The port to one article's document: the text under a root, numbered in UTF-16 units, and what is done to it. Nothing that
/// crosses is part of the document.
pub struct Port {
    js: JsPort,
    heard: Option<Closure<dyn FnMut(u32)>>,
}

impl Port {
    /// The port to the article under `root`. Text under an element marked `data-postil-aside` is none of the article's.
    #[must_use]
    pub fn new(root: &Element) -> Self {
        Self { js: JsPort::new(root), heard: None }
    }

    /// The port to an article in another frame: `js` answers in the place of `port.js`, by message.
    #[must_use]
    pub fn over(js: JsPort) -> Self {
        Self { js, heard: None }
    }

    /// The document as it is analysed.
    #[must_use]
    pub fn flatten(&self) -> Flat {
        self.js.flatten(kept_attributes())
    }

    /// The length of the text.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.js.length()
    }

    /// Paints spans under a highlight's name, which begins with `postil-`; no span takes the highlight away.
    pub fn paint(&self, name: &str, spans: &[Utf16Span], priority: i32) {
        self.js.paint(name, &ends(spans), priority);
    }

    /// Takes away every highlight of Postil's, and no other.
    pub fn clear(&self) {
        self.js.clear();
    }

    /// The character under a point of the window.
    #[must_use]
    pub fn offset_at(&self, x: f64, y: f64) -> Option<u32> {
        self.js.offset_at(x, y)
    }

    /// What of the article is selected.
    #[must_use]
    pub fn selection(&self) -> Option<Utf16Span> {
        let ends = self.js.selection()?;
        Some(Utf16Span::new(*ends.first()?, *ends.get(1)?))
    }

    /// Selects a span as if the reader had.
    pub fn select(&self, span: Utf16Span) {
        self.js.select(span.start, span.end);
    }

    /// Lets the selection go.
    pub fn deselect(&self) {
        self.js.deselect();
    }

    /// Moves the selection's end by a `character`, a `word` or a `line`.
    pub fn extend_selection(&self, forward: bool, by: &str) {
        self.js.extend_selection(if forward { "forward" } else { "backward" }, by);
    }

    /// Where each span stands in the window, all measured in one go; `None` for what is not shown.
    #[must_use]
    pub fn boxes(&self, spans: &[Utf16Span]) -> Vec<Option<TextBox>> {
        let sides = self.js.boxes(&ends(spans));
        let (boxes, _) = sides.as_chunks::<8>();
        boxes
            .iter()
            .map(|&[left, top, right, bottom, least, upmost, most, downmost]| {
                let first_line = Rect { left, top, right, bottom };
                let whole = Rect { left: least, top: upmost, right: most, bottom: downmost };
                (whole.width() > 0.0 || whole.height() > 0.0).then_some(TextBox { first_line, whole })
            })
            .collect()
    }

    /// The first text that ends below `top`, in CSS pixels from the window's upper edge.
    #[must_use]
    pub fn first_below(&self, top: f64) -> Option<u32> {
        self.js.first_below(top)
    }

    /// Scrolls so that a span begins in the upper third of the window, unless it stands well in view: below what covers the
    /// window's top, `covered` CSS pixels of it.
    pub fn scroll_to(&self, span: Utf16Span, covered: f64, free: f64) {
        self.js.scroll_to(span.start, span.end, covered, free);
    }

    /// Calls `heard` with the text's new length, a little after it has become another. Offsets from before then hold no more.
    pub fn on_change(&mut self, heard: impl FnMut(u32) + 'static) {
        let heard = self.heard.insert(Closure::new(heard));
        self.js.on_change(heard.as_ref().unchecked_ref());
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.js.close();
    }
}

/// Spans as `port.js` takes them: start and end of each.
fn ends(spans: &[Utf16Span]) -> Vec<u32> {
    spans.iter().flat_map(|s| [s.start, s.end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use js_sys::{Array, Function, Reflect, Uint32Array};
    use wasm_bindgen_test::wasm_bindgen_test;

    /// Page and document may live in different frames: what is asked and what is answered has to get through a message.
    #[wasm_bindgen_test]
    fn every_question_and_every_answer_can_be_posted() {
        let window = web_sys::window().expect("a window");
        let body = window.document().and_then(|d| d.body()).expect("a body");
        let root = body.owner_document().and_then(|d| d.create_element("p").ok()).expect("a root");
        root.set_text_content(Some("One two three"));
        body.append_child(&root).expect("a root on the page");
        let port: JsValue = JsPort::new(&root).into();
        let clone: Function =
            Reflect::get(&window, &"structuredClone".into()).map(JsCast::unchecked_into).expect("structuredClone");
        let span = || JsValue::from(Uint32Array::from([0, 3].as_slice()));
        let number = JsValue::from;
        let prototype = Reflect::get_prototype_of(&port).expect("a class");
        let names: Vec<String> =
            Reflect::own_keys(&prototype).expect("methods").iter().filter_map(|n| n.as_string()).collect();
        assert!(names.len() > 10, "{names:?}");
        for name in names {
            let arguments = match name.as_str() {
                "constructor" => continue, // takes the root, where the document is
                "onChange" => continue,    // takes a function, in whose place a message is posted
                "flatten" => vec![Array::of1(&"class".into()).into()],
                "paint" => vec!["postil-test".into(), span(), number(1)],
                "boxes" => vec![span()],
                "offsetAt" => vec![number(1), number(1)],
                "select" => vec![number(0), number(3)],
                "extendSelection" => vec!["forward".into(), "word".into()],
                "scrollTo" => vec![number(0), number(3), number(80), number(1)],
                "firstBelow" => vec![number(0)],
                "dress" => vec!["::highlight(postil-test) { color: red }".into()],
                "length" | "text" | "clear" | "selection" | "deselect" | "close" => Vec::new(),
                other => panic!("{other} is new: give it arguments here"),
            };
            let arguments: Array = arguments.into_iter().collect();
            let method: Function = Reflect::get(&port, &name.as_str().into()).map(JsCast::unchecked_into).expect("it");
            let answer = method.apply(&port, &arguments).unwrap_or_else(|_| panic!("{name} fails"));
            for value in [arguments.into(), answer] {
                let clone = clone.call1(&JsValue::NULL, &value).unwrap_or_else(|_| panic!("{name} is no value"));
                assert_eq!(clone.is_undefined(), value.is_undefined());
            }
        }
        root.remove();
    }
}
