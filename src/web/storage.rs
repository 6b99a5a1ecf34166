//! What the reader's browser keeps: passages and opened articles, in IndexedDB.

use super::error::WebError;
use super::row::Row;
use crate::annotation::Annotation;
use crate::text::sort_by_words;
use idb::builder::{DatabaseBuilder, IndexBuilder, ObjectStoreBuilder};
use idb::{Database, KeyPath, TransactionMode};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const NAME: &str = "postil";
const VERSION: u32 = 1;
/// The reader's passages, by id, with an index by article.
const ANNOTATIONS: &str = "annotations";
/// Opened articles, by source key: what a list needs.
const ARTICLES: &str = "articles";
/// The same articles' content, apart, so that listing them reads little.
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
pub(crate) struct Storage(Result<Rc<Database>, String>);

impl Storage {
    /// Opens it. Never fails: a browser that keeps nothing is told of by [`Storage::trouble`], and the page works on.
    pub(crate) async fn open() -> Self {
        let by_id = |name: &str, key: &str| ObjectStoreBuilder::new(name).key_path(Some(KeyPath::new_single(key)));
        let opened = DatabaseBuilder::new(NAME)
            .version(VERSION)
            .add_object_store(
                by_id(ANNOTATIONS, "id")
                    .add_index(IndexBuilder::new("source".to_owned(), KeyPath::new_single("source"))),
            )
            .add_object_store(by_id(ARTICLES, "source"))
            .add_object_store(by_id(PAGES, "source"))
            .build()
            .await;
        Self(opened.map(Rc::new).map_err(|e| e.to_string()))
    }

    /// Why nothing is kept, in words for the reader; `None` when all is well.
    pub(crate) fn trouble(&self) -> Option<String> {
        self.0.as_ref().err().map(|why| WebError::Storage(why.clone()).to_string())
    }

    /// The passages of one article.
    pub(crate) async fn annotations(&self, source: &str) -> Result<Vec<Annotation>, WebError> {
        let database = self.database()?;
        let transaction = database.transaction(&[ANNOTATIONS], TransactionMode::ReadOnly)?;
        let index = transaction.object_store(ANNOTATIONS)?.index("source")?;
        let rows = index.get_all(Some(JsValue::from_str(source).into()), None)?.await?;
        rows.iter().map(Annotation::read).collect()
    }

    /// Writes and deletes passages, all or none.
    pub(crate) async fn keep(&self, put: &[Annotation], deleted: &[String]) -> Result<(), WebError> {
        let database = self.database()?;
        let transaction = database.transaction(&[ANNOTATIONS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(ANNOTATIONS)?;
        for annotation in put {
            store.put(&annotation.write(), None)?.await?;
        }
        for id in deleted {
            store.delete(JsValue::from_str(id))?.await?;
        }
        let done = transaction.commit()?.await?;
        if done.is_aborted() { Err(WebError::Storage("the browser gave the write up".to_owned())) } else { Ok(()) }
    }

    /// Remembers an opened article; one too large for that is only listed.
    pub(crate) async fn remember(&self, article: &Opened, page: &Page) -> Result<(), WebError> {
        if page.content.len() > LARGEST {
            return Ok(());
        }
        let old: Vec<String> = self.articles().await?.into_iter().skip(REMEMBERED - 1).map(|a| a.source).collect();
        let database = self.database()?;
        let transaction = database.transaction(&[ARTICLES, PAGES], TransactionMode::ReadWrite)?;
        let (articles, pages) = (transaction.object_store(ARTICLES)?, transaction.object_store(PAGES)?);
        for source in old.iter().filter(|s| **s != article.source) {
            articles.delete(JsValue::from_str(source))?.await?;
            pages.delete(JsValue::from_str(source))?.await?;
        }
        articles.put(&article.write(), None)?.await?;
        pages.put(&page.write(), None)?.await?;
        transaction.commit()?.await?;
        Ok(())
    }

    /// Articles opened before, the latest first.
    pub(crate) async fn articles(&self) -> Result<Vec<Opened>, WebError> {
        let database = self.database()?;
        let transaction = database.transaction(&[ARTICLES], TransactionMode::ReadOnly)?;
        let rows = transaction.object_store(ARTICLES)?.get_all(None, None)?.await?;
        let mut articles: Vec<Opened> = rows.iter().map(Opened::read).collect::<Result<_, _>>()?;
        sort_by_words(&mut articles, |a| a.opened.clone());
        articles.reverse();
        Ok(articles)
    }

    /// The content of an article opened before.
    pub(crate) async fn page(&self, source: &str) -> Result<Option<Page>, WebError> {
        let database = self.database()?;
        let transaction = database.transaction(&[PAGES], TransactionMode::ReadOnly)?;
        let row = transaction.object_store(PAGES)?.get(JsValue::from_str(source))?.await?;
        row.as_ref().map(Page::read).transpose()
    }

    /// Forgets an article opened before; its passages stay.
    pub(crate) async fn forget(&self, source: &str) -> Result<(), WebError> {
        let database = self.database()?;
        let transaction = database.transaction(&[ARTICLES, PAGES], TransactionMode::ReadWrite)?;
        for store in [ARTICLES, PAGES] {
            transaction.object_store(store)?.delete(JsValue::from_str(source))?.await?;
        }
        transaction.commit()?.await?;
        Ok(())
    }

    fn database(&self) -> Result<Rc<Database>, WebError> {
        self.0.clone().map_err(WebError::Storage)
    }
}
