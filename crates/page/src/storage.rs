//! What the reader's browser keeps: passages and opened articles, in IndexedDB.

use crate::error::PageError;
use crate::row::Row;
use js_sys::Array;
use postil::Annotation;
use postil_document::message_of;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/database.js")]
extern "C" {
    #[wasm_bindgen(js_name = openDatabase, catch)]
    async fn open_database() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = readRows, catch)]
    async fn read_rows(database: &JsValue, store: &str, source: Option<String>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = writeRows, catch)]
    async fn write_rows(database: &JsValue, changes: &Array) -> Result<JsValue, JsValue>;
}

/// The reader's passages.
const ANNOTATIONS: &str = "annotations";
/// Opened articles: what a list needs.
const ARTICLES: &str = "articles";
/// The same articles' content.
const PAGES: &str = "pages";

/// Articles remembered; the oldest go first. Passages are never dropped.
const REMEMBERED: usize = 50;
/// The largest content remembered, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// An opened article, for the list of those opened before.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    /// What its passages are kept under.
    pub(crate) source: String,
    /// Its title.
    pub(crate) title: String,
    /// When it was last opened, ISO 8601 UTC.
    pub(crate) opened: String,
    /// Its address, where it has one.
    pub(crate) url: Option<String>,
}

/// What an opened article was read from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Page {
    /// What its passages are kept under.
    pub(crate) source: String,
    /// Whether `content` is HTML rather than text.
    pub(crate) html: bool,
    /// The page.
    pub(crate) content: String,
    /// Its address, where it has one.
    pub(crate) url: Option<String>,
}

/// The browser's storage, or the reason why there is none.
#[derive(Clone)]
pub(crate) struct Storage(Result<JsValue, String>);

impl Storage {
    /// Opens it. Never fails: a browser that keeps nothing is told of by [`Storage::trouble`], and the page works on.
    pub(crate) async fn open() -> Self {
        Self(open_database().await.map_err(|why| message_of(&why)))
    }

    /// Why nothing is kept, in words for the reader; `None` when all is well.
    pub(crate) fn trouble(&self) -> Option<String> {
        self.0.as_ref().err().map(|why| PageError::Storage(why.clone()).to_string())
    }

    /// The passages of one article.
    pub(crate) async fn annotations(&self, source: &str) -> Result<Vec<Annotation>, PageError> {
        self.rows(ANNOTATIONS, Some(source)).await?.iter().map(|row| Annotation::read(&row)).collect()
    }

    /// Writes and deletes passages, all or none.
    pub(crate) async fn keep(&self, put: &[Annotation], deleted: &[String]) -> Result<(), PageError> {
        let put = put.iter().map(Row::write).collect();
        self.write(&[(ANNOTATIONS, put, keys(deleted))]).await
    }

    /// Remembers an opened article; one too large for that is not.
    pub(crate) async fn remember(&self, article: &Opened, page: &Page) -> Result<(), PageError> {
        if page.content.len() > LARGEST {
            return Ok(());
        }
        let mut old: Vec<String> = self.articles().await?.into_iter().skip(REMEMBERED - 1).map(|a| a.source).collect();
        old.retain(|source| *source != article.source);
        let (article, page) = (Array::of1(&article.write()), Array::of1(&page.write()));
        self.write(&[(ARTICLES, article, keys(&old)), (PAGES, page, keys(&old))]).await
    }

    /// Articles opened before, the latest first.
    pub(crate) async fn articles(&self) -> Result<Vec<Opened>, PageError> {
        let rows = self.rows(ARTICLES, None).await?;
        let mut articles: Vec<Opened> = rows.iter().map(|row| Opened::read(&row)).collect::<Result<_, _>>()?;
        articles.sort_by_cached_key(|a| a.opened.clone());
        articles.reverse();
        Ok(articles)
    }

    /// The content of an article opened before.
    pub(crate) async fn page(&self, source: &str) -> Result<Option<Page>, PageError> {
        self.rows(PAGES, Some(source)).await?.iter().next().map(|row| Page::read(&row)).transpose()
    }

    /// Forgets an article opened before; its passages stay.
    pub(crate) async fn forget(&self, source: &str) -> Result<(), PageError> {
        let gone = keys(&[source.to_owned()]);
        self.write(&[(ARTICLES, Array::new(), gone.clone()), (PAGES, Array::new(), gone)]).await
    }

    async fn rows(&self, store: &str, source: Option<&str>) -> Result<Array, PageError> {
        let rows = read_rows(self.database()?, store, source.map(str::to_owned)).await;
        rows.map(JsCast::unchecked_into).map_err(kept_wrong)
    }

    /// Writes rows and deletes keys in each of some stores, all or none.
    async fn write(&self, changes: &[(&str, Array, Array)]) -> Result<(), PageError> {
        let changes = changes.iter().map(|(store, put, deleted)| Array::of3(&(*store).into(), put, deleted));
        write_rows(self.database()?, &changes.collect()).await.map(drop).map_err(kept_wrong)
    }

    fn database(&self) -> Result<&JsValue, PageError> {
        self.0.as_ref().map_err(|why| PageError::Storage(why.clone()))
    }
}

fn keys(keys: &[String]) -> Array {
    keys.iter().map(|key| JsValue::from_str(key)).collect()
}

fn kept_wrong(why: JsValue) -> PageError {
    PageError::Storage(message_of(&why))
}
