//! The port over live documents: offsets, what is painted, selected and measured, and documents made to confuse it.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Function};
use postil_document::{Port, Utf16Span, snapshot};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, DomParser, Element, SupportedType, Text};

fn document() -> Document {
    web_sys::window().and_then(|w| w.document()).expect("a document")
}

/// An article on the page, taken away when dropped.
struct OnPage(Element);

impl OnPage {
    fn new(html: &str) -> Self {
        let root = document().create_element("div").expect("a root");
        root.set_inner_html(html);
        document().body().expect("a body").append_child(&root).expect("a root on the page");
        Self(root)
    }

    fn first(&self, selector: &str) -> Element {
        self.0.query_selector(selector).ok().flatten().expect(selector)
    }
}

impl Drop for OnPage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Runs a line of JavaScript with one argument.
fn js(body: &str, argument: &JsValue) -> JsValue {
    Function::new_with_args("it", body).call1(&JsValue::NULL, argument).expect("a line that runs")
}

/// The words under a highlight, one string a range.
fn painted(name: &str) -> Vec<String> {
    let body = "const ranges = [...(CSS.highlights.get(it) ?? [])];
        return ranges.map((r) => (r.startContainer === r.endContainer ? '' : 'several nodes: ') + r.startContainer.data.slice(r.startOffset, r.endOffset));";
    js(body, &name.into()).unchecked_into::<Array>().iter().filter_map(|s| s.as_string()).collect()
}

/// Each character of the text, painted by its own offset: what the port takes the text for.
fn text_of(port: &Port) -> String {
    let spans: Vec<Utf16Span> = (0..port.length()).map(|unit| Utf16Span::new(unit, unit + 1)).collect();
    port.paint("postil-test", &spans, 1);
    let text = painted("postil-test").concat();
    port.paint("postil-test", &[], 1);
    text
}

fn text_content(root: &Element) -> String {
    root.text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
fn offsets_count_the_text_content() {
    let page = OnPage::new("<h1>Ferry <i>late</i></h1>\n<p>It <!-- not --> was<br>late.</p><p></p><script>1</script>");
    let port = Port::new(&page.0);
    assert_eq!(text_of(&port), text_content(&page.0));
    assert_eq!(text_of(&port), "Ferry late\nIt  waslate.1");
}

#[wasm_bindgen_test]
fn what_stands_aside_is_not_counted() {
    let page = OnPage::new(
        "<div><b data-postil-aside>Ann <i>says</i></b><p>One</p></div><p>two<span data-postil-aside></span> three</p>",
    );
    let port = Port::new(&page.0);
    assert_eq!(text_of(&port), "Onetwo three");
    page.first("span").set_text_content(Some("a note"));
    page.first("b").set_text_content(None);
    assert_eq!(text_of(&port), "Onetwo three");
    port.paint("postil-test", &[Utf16Span::new(1, 8)], 1);
    assert_eq!(painted("postil-test"), ["ne", "two", " t"], "a range a text node, none over what stands aside");
    port.clear();
}

#[wasm_bindgen_test]
fn offsets_follow_the_document() {
    let page = OnPage::new("<p>One </p><p>two three</p>");
    let port = Port::new(&page.0);
    assert_eq!(text_of(&port), "One two three");
    let late = document().create_element("p").expect("a paragraph");
    late.set_text_content(Some(" four"));
    page.0.append_child(&late).expect("a late paragraph");
    assert_eq!(text_of(&port), "One two three four");
    let second: Text = page.first("p + p").first_child().expect("a text").unchecked_into();
    second.split_text(4).expect("two texts");
    port.paint("postil-test", &[Utf16Span::new(4, 9)], 1);
    assert_eq!(painted("postil-test"), ["two ", "t"], "a text in two nodes");
    assert_eq!(text_of(&port), "One two three four");
    page.first("p").remove();
    assert_eq!(text_of(&port), "two three four");
    second.set_data("2 ");
    assert_eq!(text_of(&port), "2 three four");
    assert_eq!(port.length(), 12);
}

#[wasm_bindgen_test]
async fn changes_are_reported_once_and_late() {
    let page = OnPage::new("<p>One</p><p data-postil-aside></p>");
    let mut port = Port::new(&page.0);
    let heard = Rc::new((Cell::new(0), Cell::new(0)));
    let hears = Rc::clone(&heard);
    port.on_change(move |length| {
        hears.0.set(hears.0.get() + 1);
        hears.1.set(length);
    });
    assert_eq!(port.length(), 3);
    page.first("p + p").set_text_content(Some("aside"));
    page.first("p").set_class_name("shown");
    sleep(250).await;
    assert_eq!(heard.0.get(), 0, "nothing of the text has changed");
    page.first("p").set_text_content(Some("Four"));
    page.0.append_child(&document().create_text_node("teen")).expect("a text");
    assert_eq!((port.length(), heard.0.get()), (8, 0));
    sleep(250).await;
    assert_eq!((heard.0.get(), heard.1.get()), (1, 8));
    drop(port);
    page.first("p").remove();
    sleep(250).await;
    assert_eq!(heard.0.get(), 1, "nobody listens any more");
}

async fn sleep(milliseconds: i32) {
    let promise = js("return new Promise((go) => setTimeout(go, it))", &milliseconds.into());
    JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.expect("a timer");
}

#[wasm_bindgen_test]
fn no_field_answers_for_its_form() {
    let fields: Vec<String> = [
        "firstChild",
        "nextSibling",
        "parentNode",
        "nodeType",
        "textContent",
        "hasAttribute",
        "isConnected",
        "localName",
        "attributes",
        "ownerDocument",
        "getAttribute",
    ]
    .iter()
    .map(|name| format!("<input name={name}>"))
    .collect();
    let page = OnPage::new(&format!("<form>{}<p>One</p></form><p>two</p>", fields.concat()));
    for root in [page.0.clone(), page.first("form")] {
        let port = Port::new(&root);
        let before = port.length();
        page.first("form p").append_child(&document().create_text_node("!")).expect("a text");
        assert_eq!(port.length(), before + 1);
        assert!(text_of(&port).starts_with("One!"));
        assert!(snapshot(&port.flatten()).text.starts_with("One!"));
        port.select(Utf16Span::new(0, 3));
        assert_eq!(port.selection(), Some(Utf16Span::new(0, 3)));
        port.deselect();
    }
}

#[wasm_bindgen_test]
fn shadows_templates_and_other_sections_are_no_trap() {
    let page = OnPage::new("<p>One</p><div></div><template>a<template>b</template></template><p>two</p>");
    let host = page.first("div");
    host.set_text_content(Some("light"));
    js("it.attachShadow({ mode: 'open' }).append('shadow')", &host);
    js("it.append('a template\\'s own child')", &page.first("template"));
    let port = Port::new(&page.0);
    assert_eq!(text_of(&port), text_content(&page.0));
    assert_eq!(text_of(&port), "Onelighta template's own childtwo");

    let xhtml = "<html xmlns='http://www.w3.org/1999/xhtml'><body>a<![CDATA[<b>]]><?what ever?>c</body></html>";
    let inert = DomParser::new().and_then(|p| p.parse_from_string(xhtml, SupportedType::ApplicationXhtmlXml));
    let root = inert.expect("a document").document_element().expect("a root");
    let port = Port::new(&root);
    assert_eq!((port.length(), text_content(&root).as_str()), (5, "a<b>c"));
    assert_eq!(port.selection(), None);
}

#[wasm_bindgen_test]
fn others_highlights_are_let_be() {
    js("CSS.highlights.set('theirs', new Highlight())", &JsValue::NULL);
    let page = OnPage::new("<p>One two</p>");
    let port = Port::new(&page.0);
    let elements = document().get_elements_by_tag_name("*").length();
    port.paint("postil-a", &[Utf16Span::new(0, 3), Utf16Span::new(4, 90)], 2);
    port.paint("postil-b", &[Utf16Span::new(2, 2), Utf16Span::new(40, 50)], 1);
    assert_eq!(painted("postil-a"), ["One", "two"]);
    assert_eq!(painted("postil-b"), [""; 0], "spans without text paint nothing");
    assert_eq!(js("return CSS.highlights.get('postil-a').priority", &JsValue::NULL), 2);
    assert_eq!(document().get_elements_by_tag_name("*").length(), elements);
    port.paint("postil-a", &[], 2);
    let names = || js("return [...CSS.highlights.keys()].sort().join()", &JsValue::NULL).as_string();
    assert_eq!(names().as_deref(), Some("postil-b,theirs"));
    port.clear();
    assert_eq!(names().as_deref(), Some("theirs"));
}

#[wasm_bindgen_test]
fn selections_are_spans_of_the_text() {
    let page =
        OnPage::new("<p>One <b>two</b></p><i data-postil-aside>note</i><p>three</p><p data-postil-aside>end</p>");
    let port = Port::new(&page.0);
    for span in [Utf16Span::new(0, 3), Utf16Span::new(2, 9), Utf16Span::new(4, 7), Utf16Span::new(7, 12)] {
        port.select(span);
        assert_eq!(port.selection(), Some(span));
    }
    port.extend_selection(false, "character");
    assert_eq!(port.selection(), Some(Utf16Span::new(7, 11)));
    let select = |node: &Element| js("getSelection().selectAllChildren(it)", node);
    select(&page.0);
    assert_eq!(port.selection(), Some(Utf16Span::new(0, 12)));
    select(&document().body().expect("a body"));
    assert_eq!(port.selection(), Some(Utf16Span::new(0, 12)), "what is selected beyond the article is left out");
    select(&page.first("b"));
    assert_eq!(port.selection(), Some(Utf16Span::new(4, 7)));
    for aside in ["i", "p:last-child"] {
        select(&page.first(aside));
        assert_eq!(port.selection(), None, "nothing of the article is selected");
    }
    port.select(Utf16Span::new(0, 0));
    port.select(Utf16Span::new(9, 99));
    assert_eq!(port.selection(), None, "a span that is none selects nothing");
    port.select(Utf16Span::new(0, 3));
    port.deselect();
    assert_eq!(port.selection(), None);
}

#[wasm_bindgen_test]
fn points_and_boxes_agree() {
    let page = OnPage::new(
        "<p style='margin: 0; font: 20px/30px monospace'>One<br>two and <b>three</b></p><p hidden>four</p>",
    );
    js("scrollTo(0, it.getBoundingClientRect().top + scrollY)", &page.0);
    let port = Port::new(&page.0);
    let all: Vec<Utf16Span> = (0..18).map(|unit| Utf16Span::new(unit, unit + 1)).collect();
    let boxes = port.boxes(&all);
    assert_eq!(boxes.iter().filter(|b| b.is_some()).count(), 16, "hidden text has no box");
    for (span, text_box) in all.iter().zip(&boxes) {
        let Some(text_box) = text_box else { continue };
        let x = (text_box.whole.left + text_box.whole.right) / 2.0;
        let y = (text_box.whole.top + text_box.whole.bottom) / 2.0;
        assert_eq!(port.offset_at(x, y), Some(span.start));
    }
    let both = port.boxes(&[Utf16Span::new(1, 6), Utf16Span::new(15, 17)]);
    let both = both.first().copied().flatten().expect("a box");
    assert!(both.first_line.bottom <= both.whole.bottom - 20.0 && both.first_line.left > both.whole.left);
    assert_eq!(port.offset_at(both.whole.left + 300.0, both.first_line.top + 5.0), None, "beside a line's end");
}

#[wasm_bindgen_test]
fn the_window_goes_to_the_text() {
    let rows = "<p style='height: 100px; margin: 0'>row</p>".repeat(50);
    let page = OnPage::new(&format!("{rows}<div style='height: 2000px'></div><p hidden>gone</p>"));
    let port = Port::new(&page.0);
    js("scrollTo(0, it.getBoundingClientRect().top + scrollY)", &page.0);
    assert_eq!(port.first_below(-1.0), Some(0));
    assert_eq!(port.first_below(150.0), Some(6));
    js("document.documentElement.style.scrollBehavior = 'auto'", &JsValue::NULL);
    js("matchMedia = () => ({ matches: true })", &JsValue::NULL); // as a reader who wants no motion has it
    let far = Utf16Span::new(90, 93);
    port.scroll_to(far, 20.0, 0.8);
    let top = || port.boxes(&[far]).first().copied().flatten().map_or(f64::NAN, |b| b.whole.top);
    let third = js("return innerHeight / 3", &JsValue::NULL).as_f64().unwrap_or_default();
    assert!((top() - third).abs() < 1.5, "{} and not {third}", top());
    let before = top();
    port.scroll_to(far, 20.0, 0.8);
    assert!((top() - before).abs() < f64::EPSILON, "text that is well in view stays");
    js("scrollTo(0, 1e6)", &JsValue::NULL);
    assert_eq!(port.first_below(-1.0), None);
    js("scrollTo(0, 0)", &JsValue::NULL);
}
