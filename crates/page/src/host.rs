//! What whoever starts Postil tells it: where its parts are.

use wasm_bindgen::prelude::*;
use web_sys::{File, Worker};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("host.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A `Host` of `host.d.ts`.
    #[wasm_bindgen(typescript_type = "Host")]
    #[derive(Clone)]
    pub type Host;

    /// A new worker that runs the analysis.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn worker(this: &Host) -> Result<Worker, JsValue>;
    /// The sample's address.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn sample(this: &Host) -> String;
    /// The article to begin with, in the place of the one that the page's address names.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn article(this: &Host) -> Option<Article>;
    /// What else can read the notes: `"files"`, `"site"` or `"extension"`.
    #[wasm_bindgen(method, getter, js_name = keptIn)]
    pub(crate) fn kept_in(this: &Host) -> Option<String>;
    /// The name of the store that notes are kept in, where it is another than that of Postil's own page.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn store(this: &Host) -> Option<String>;
    /// What keeps rows, where this page may not open a database itself.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn rows(this: &Host) -> Option<js_sys::Object>;
    /// The layers that are offered beside the reader's own; all, where nothing is said.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn layers(this: &Host) -> Option<Vec<String>>;
    /// What the article is reached by, where it stands in another document than the sheet.
    #[wasm_bindgen(method, getter, js_name = portTo)]
    pub(crate) fn port_to(this: &Host) -> Option<js_sys::Function>;
    /// The service worker's address, where there is one.
    #[wasm_bindgen(method, getter, js_name = serviceWorker)]
    pub(crate) fn service_worker(this: &Host) -> Option<String>;

    /// An `Article` of `host.d.ts`.
    #[wasm_bindgen(typescript_type = "Article")]
    pub type Article;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn files(this: &Article) -> Option<Vec<File>>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn html(this: &Article) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn text(this: &Article) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn url(this: &Article) -> Option<String>;
    /// Who kept the page back: `"site"` or `"browser"`, or `"copied"`.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn withheld(this: &Article) -> Option<String>;
}

#[wasm_bindgen(module = "/src/versions.js")]
extern "C" {
    /// Registers the service worker, and calls `ready` whenever another version lies ready.
    #[wasm_bindgen(catch, js_name = watchVersions)]
    pub(crate) async fn watch_versions(script: &str, ready: &js_sys::Function) -> Result<(), JsValue>;
    /// Has the version that lies ready take over, and loads the page anew.
    #[wasm_bindgen(js_name = takeVersion)]
    pub(crate) fn take_version();
}
