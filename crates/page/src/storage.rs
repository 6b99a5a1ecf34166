//! What the reader's browser keeps: passages as W3C annotations, and opened articles, in IndexedDB.

mod recognition;

use crate::dom::timeout;
use crate::error::PageError;
use crate::flow::incoming::Incoming;
use crate::flow::shelved::Removed;
use crate::flow::unkept::{Kept, Trouble, Writing};
use crate::words;
use js_sys::{Array, Promise};
use postil::format::{Library, w3c};
use postil::order::sort_by;
use postil::{Annotation, ArticleIdentity, KeptArticle, KeptPage, KnownArticle, Tag, TagBook, tag_uses};
use postil_document::message_of;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/database.js")]
extern "C" {
    #[wasm_bindgen(js_name = openDatabase)]
    fn open_database(name: &str, patience: i32, upgraded: &JsValue, tell: &JsValue, known: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = readRows, catch)]
    async fn read_rows(database: &JsValue, store: &str, source: Option<String>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = writeRows, catch)]
    async fn write_rows(database: &JsValue, changes: &Array) -> Result<JsValue, JsValue>;
}

/// The reader's passages.
const NOTES: &str = "notes";
/// The reader's tags.
const TAGS: &str = "tags";
/// Opened articles: what a list needs.
const ARTICLES: &str = "articles";
/// The same articles' content.
const CONTENTS: &str = "pages";
/// What articles are recognised by, those of which there are only passages included.
const KNOWN: &str = "known";
/// Of these, those that may be the same as one.
const ALIKE: &str = "alike";

/// Articles whose text is kept; that of the oldest goes first. Articles and passages are never dropped.
const REMEMBERED: usize = 2_000;
/// The largest content remembered, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;
/// How long the database may take to open, in milliseconds: a busy machine needs a second or two.
const PATIENCE: i32 = 10_000;

/// Whoever is told what happens to the database.
type Hearer = Rc<RefCell<Option<Box<dyn Fn(Trouble)>>>>;

/// The browser's storage. It opens when it is first used, and again after the browser closed it.
#[derive(Clone)]
pub(crate) struct Storage {
    /// What the database is called.
    pub(crate) name: Rc<str>,
    /// What keeps them, where that is no database of this page's.
    rows: Option<JsValue>,
    /// Makes rows of the first release into annotations.
    upgraded: JsValue,
    /// Says what an article is recognised by of which only the key is known.
    known: JsValue,
    /// Hears what happens to the database.
    tell: JsValue,
    hearer: Hearer,
}

impl Storage {
    /// Begins to open it. Never fails: the page works on in a browser that keeps nothing.
    pub(crate) fn open(name: &str, rows: Option<js_sys::Object>) -> Self {
        let hearer = Hearer::default();
        let told = Rc::clone(&hearer);
        let tell = Closure::<dyn Fn(String)>::new(move |word: String| {
            if let (Some(hearer), Some(trouble)) = (&*told.borrow(), Trouble::from_word(&word)) {
                hearer(trouble);
            }
        });
        let upgraded = Closure::<dyn Fn(JsValue) -> JsValue>::new(upgraded);
        let known = Closure::<dyn Fn(String) -> JsValue>::new(row_of_key);
        let (upgraded, known, tell) = (upgraded.into_js_value(), known.into_js_value(), tell.into_js_value());
        let storage = Self { name: name.into(), rows: rows.map(JsValue::from), upgraded, known, tell, hearer };
        drop(storage.database());
        storage
    }

    /// Calls `hearer` with whatever happens to the database from now on.
    pub(crate) fn on_trouble(&self, hearer: impl Fn(Trouble) + 'static) {
        *self.hearer.borrow_mut() = Some(Box::new(hearer));
    }

    fn database(&self) -> Promise {
        if let Some(rows) = &self.rows {
            return Promise::resolve(rows);
        }
        open_database(&self.name, PATIENCE, &self.upgraded, &self.tell, &self.known)
    }

    /// Waits until it is open.
    ///
    /// # Errors
    /// When nothing is kept in this browser.
    pub(crate) async fn opened(&self) -> Result<JsValue, PageError> {
        JsFuture::from(self.database()).await.map_err(|why| {
            // the database gives no reason where it gives no answer
            PageError::NotKept(if why.is_undefined() { words::DATABASE_SILENT.to_owned() } else { message_of(&why) })
        })
    }

    /// Whether it is open, or known not to open, within some milliseconds.
    pub(crate) async fn is_known_within(&self, milliseconds: i32) -> Result<bool, PageError> {
        let first = Promise::race(&Array::of2(self.database().as_ref(), timeout(milliseconds)?.as_ref()));
        Ok(JsFuture::from(first).await.map_or(true, |database| !database.is_undefined()))
    }

    /// The passages of one article, by the keys that they are kept under. A row that cannot be read hides no other.
    pub(crate) async fn notes(&self, sources: &[String]) -> Result<Kept, PageError> {
        let mut kept = Kept::default();
        for source in sources {
            for row in self.read(NOTES, Some(source)).await?.iter() {
                match annotation_of(&row) {
                    Ok(annotation) => kept.notes.push(annotation),
                    Err(why) => kept.unreadable.push(why),
                }
            }
        }
        Ok(kept)
    }

    /// The passages of all articles that can be read.
    pub(crate) async fn all_notes(&self) -> Result<Vec<Annotation>, PageError> {
        let rows = self.read(NOTES, None).await?;
        Ok(match at_once::<serde_json::Value>(&rows) {
            Some(values) => values.iter().filter_map(|value| w3c::from_value(value).ok()).collect(),
            None => rows.iter().filter_map(|row| annotation_of(&row).ok()).collect(),
        })
    }

    /// The reader's tags. Where none are kept yet they follow from what was tagged, and the second value says so.
    pub(crate) async fn tags(&self) -> Result<(TagBook, bool), PageError> {
        let rows: Vec<Tag> = self.rows(TAGS, None).await?;
        if rows.is_empty() {
            return Ok((TagBook::from_uses(&tag_uses(&self.all_notes().await?)), true));
        }
        Ok((TagBook::new(rows), false))
    }

    /// Writes and deletes passages and tags, all or none; done when they are on the disk.
    pub(crate) async fn keep(&self, writing: &Writing) -> Result<(), PageError> {
        let put = writing.put.iter().map(row_of_annotation).collect::<Result<Array, _>>()?;
        let tags = rows(&writing.tags)?;
        self.write(&[(NOTES, put, keys(&writing.deleted)), (TAGS, tags, keys(&writing.deleted_tags))]).await
    }

    /// Remembers an opened article, with its text unless that is too large.
    pub(crate) async fn remember(
        &self,
        mut article: KeptArticle,
        identity: ArticleIdentity,
        from: Incoming,
    ) -> Result<(), PageError> {
        let known = self.known_now(vec![KnownArticle { source: article.source.clone(), identity }]).await?;
        let page = KeptPage {
            source: article.source.clone(),
            html: from.html.is_some(),
            content: from.html.or(from.text).unwrap_or_default(),
            url: from.url,
        };
        let kept = self.articles().await?;
        if let Some(before) = kept.iter().find(|before| before.source == article.source) {
            article.read = before.read;
        }
        let (mut articles, mut pages, mut gone) = (Vec::new(), Vec::new(), Vec::new());
        if page.content.len() <= LARGEST {
            article.size = page.content.len() as u64;
            // the articles stay; of the oldest the text goes
            let others = kept.into_iter().filter(|other| other.source != article.source && other.size > 0);
            articles.extend(others.skip(REMEMBERED - 1).map(|old| KeptArticle { size: 0, ..old }));
            gone.extend(articles.iter().map(|old| old.source.clone()));
            pages.push(page);
        }
        articles.push(article);
        let none = Array::new;
        let changes = [(ARTICLES, rows(&articles)?, none()), (CONTENTS, rows(&pages)?, keys(&gone))];
        self.write(&[&changes[..], &[(KNOWN, rows(&known)?, none())]].concat()).await
    }

    /// Articles opened before, the latest first.
    pub(crate) async fn articles(&self) -> Result<Vec<KeptArticle>, PageError> {
        let rows = self.read(ARTICLES, None).await?;
        let one_by_one = || rows.iter().map(from_row).collect::<Result<_, _>>();
        let mut articles: Vec<KeptArticle> = at_once(&rows).map_or_else(one_by_one, Ok)?;
        sort_by(&mut articles, |a, b| b.opened.cmp(&a.opened));
        Ok(articles)
    }

    /// What an article opened before was read from.
    pub(crate) async fn content(&self, source: &str) -> Result<Option<Incoming>, PageError> {
        let rows: Vec<KeptPage> = self.rows(CONTENTS, Some(source)).await?;
        Ok(rows.into_iter().next().map(|row| match row.html {
            true => Incoming::markup(row.content, row.url),
            false => Incoming::plain(row.content, row.url),
        }))
    }

    /// Forgets an article opened before; its passages stay.
    pub(crate) async fn forget(&self, source: &str) -> Result<(), PageError> {
        let gone = keys(&[source.to_owned()]);
        self.write(&[(ARTICLES, Array::new(), gone.clone()), (CONTENTS, Array::new(), gone)]).await
    }

    /// Removes an article and its passages; gives all that was kept of it.
    pub(crate) async fn remove(&self, source: &str) -> Result<Removed, PageError> {
        let removed = Removed {
            article: self.rows(ARTICLES, Some(source)).await?.into_iter().next(),
            page: self.rows(CONTENTS, Some(source)).await?.into_iter().next(),
            known: self.rows(KNOWN, Some(source)).await?.into_iter().next(),
            notes: self.notes(&[source.to_owned()]).await?.notes,
        };
        let ids: Vec<String> = removed.notes.iter().map(|note| note.id.clone()).collect();
        let gone = keys(&[source.to_owned()]);
        let none = Array::new;
        let of_article = [ARTICLES, CONTENTS, KNOWN].map(|store| (store, none(), gone.clone()));
        self.write(&[&of_article[..], &[(NOTES, none(), keys(&ids))]].concat()).await?;
        Ok(removed)
    }

    /// Puts back what [`Storage::remove`] gave.
    pub(crate) async fn put_back(&self, removed: &Removed) -> Result<(), PageError> {
        let notes = removed.notes.iter().map(row_of_annotation).collect::<Result<Array, _>>()?;
        let (article, page) = (rows(removed.article.as_slice())?, rows(removed.page.as_slice())?);
        let known = rows(removed.known.as_slice())?;
        let stores = [(ARTICLES, article), (CONTENTS, page), (KNOWN, known), (NOTES, notes)];
        self.write(&stores.map(|(store, rows)| (store, rows, Array::new()))).await
    }

    /// Keeps articles and texts that are not kept yet; of articles that are, who says their passages, and what they are recognised by.
    pub(crate) async fn add(
        &self,
        articles: Vec<KeptArticle>,
        pages: Vec<KeptPage>,
        known: Vec<KnownArticle>,
    ) -> Result<(), PageError> {
        let known = self.known_now(known).await?;
        let mut kept: BTreeMap<String, KeptArticle> =
            self.articles().await?.into_iter().map(|article| (article.source.clone(), article)).collect();
        let pages: Vec<KeptPage> =
            pages.into_iter().filter(|page| kept.get(&page.source).is_none_or(|article| article.size == 0)).collect();
        let mut changed = Vec::new();
        for article in articles {
            let size = pages.iter().find(|page| page.source == article.source).map(|page| page.content.len() as u64);
            let now = match kept.remove(&article.source) {
                Some(before) => KeptArticle { said: article.said, size: size.unwrap_or(before.size), ..before },
                None => KeptArticle { size: size.unwrap_or(0), ..article },
            };
            changed.push(now);
        }
        let stores = [(ARTICLES, rows(&changed)?), (CONTENTS, rows(&pages)?), (KNOWN, rows(&known)?)];
        self.write(&stores.map(|(store, rows)| (store, rows, Array::new()))).await
    }

    /// All that is kept, as one.
    pub(crate) async fn library(&self) -> Result<Library, PageError> {
        let tags = self.read(TAGS, None).await?;
        Ok(Library {
            annotations: self.all_notes().await?,
            articles: self.articles().await?,
            pages: self.rows(CONTENTS, None).await?,
            known: self.rows(KNOWN, None).await?,
            tags: tags.iter().filter_map(|row| serde_wasm_bindgen::from_value(row).ok()).collect(),
        })
    }

    async fn rows<T: DeserializeOwned>(&self, store: &str, source: Option<&str>) -> Result<Vec<T>, PageError> {
        self.read(store, source).await?.iter().map(from_row).collect()
    }

    async fn read(&self, store: &str, source: Option<&str>) -> Result<Array, PageError> {
        let rows = read_rows(&self.opened().await?, store, source.map(str::to_owned)).await;
        rows.map(JsCast::unchecked_into).map_err(|why| PageError::NotRead(message_of(&why)))
    }

    /// Writes rows and deletes keys in each of some stores, all or none.
    async fn write(&self, changes: &[(&str, Array, Array)]) -> Result<(), PageError> {
        let changes = changes.iter().map(|(store, put, deleted)| Array::of3(&(*store).into(), put, deleted));
        let written = write_rows(&self.opened().await?, &changes.collect()).await;
        written.map(drop).map_err(|why| PageError::NotKept(message_of(&why)))
    }
}

/// A passage of the first release as the annotation that is kept now; nothing for one that cannot be read.
fn upgraded(row: JsValue) -> JsValue {
    let annotation: Result<Annotation, _> = from_row(row);
    annotation.and_then(|annotation| row_of_annotation(&annotation)).unwrap_or_default()
}

/// The row of an article of which only the key is known; nothing where that is no address.
fn row_of_key(source: String) -> JsValue {
    let article = by_key(source);
    let row = article.identity.address.is_some().then(|| rows(&[article]).ok()).flatten();
    row.map(|rows| rows.get(0)).unwrap_or_default()
}

fn by_key(source: String) -> KnownArticle {
    KnownArticle { identity: ArticleIdentity::of_key(&source), source }
}

fn row_of_annotation(annotation: &Annotation) -> Result<JsValue, PageError> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    w3c::to_value(annotation).serialize(&plain).map_err(|why| PageError::NotKept(why.to_string()))
}

/// The annotation that a row is, or what stands there instead, for a reader to see.
fn annotation_of(row: &JsValue) -> Result<Annotation, String> {
    let shown = || js_sys::JSON::stringify(row).map_or_else(|_| String::new(), String::from);
    let value: serde_json::Value = serde_wasm_bindgen::from_value(row.clone()).map_err(|_| shown())?;
    w3c::from_value(&value).map_err(|_| shown())
}

/// Many small rows, brought over as one text instead of field by field. Nothing where one of them is not as it should be.
fn at_once<T: DeserializeOwned>(rows: &Array) -> Option<Vec<T>> {
    let text = js_sys::JSON::stringify(rows).ok()?;
    serde_json::from_str(&String::from(text)).ok()
}

fn rows<T: Serialize>(values: &[T]) -> Result<Array, PageError> {
    let row = |value: &T| value.serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true));
    values.iter().map(|value| row(value).map_err(|why| PageError::NotKept(why.to_string()))).collect()
}

fn from_row<T: DeserializeOwned>(row: JsValue) -> Result<T, PageError> {
    serde_wasm_bindgen::from_value(row).map_err(|why| PageError::NotRead(why.to_string()))
}

fn keys(keys: &[String]) -> Array {
    keys.iter().map(|key| JsValue::from_str(key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use js_sys::JSON;
    use postil::{Correction, EntityKind, Selectors, TextPosition, TextQuote};
    use wasm_bindgen_test::wasm_bindgen_test;

    /// A passage as the first release wrote it; the order of fields means nothing.
    const PASSAGE: &str = r#"{"id":"urn:uuid:1","source":"https://quay.example/a","title":"Ferry","selectors":{"quote":{"exact":"soup","prefix":"given ","suffix":" and"},"position":{"start":3,"end":7}},"tags":["source"],"note":"ask","created":"2026-01-01T00:00:00Z","modified":"2026-01-02T00:00:00Z"}"#;
    const UNPLACED: &str = r#"{"id":"2","source":"s","title":"","note":"","created":"","modified":"","selectors":{"quote":null,"position":null},"tags":[],"correction":CORRECTION}"#;
    const ARTICLE: &str = r#"{"source":"s","title":"Ferry","opened":"2026-01-01T00:00:00Z","url":null}"#;

    fn read<T: DeserializeOwned>(row: &str) -> T {
        from_row(JSON::parse(row).unwrap()).unwrap()
    }

    #[wasm_bindgen_test]
    fn rows_of_the_build_before_are_read() {
        let passage: Annotation = read(PASSAGE);
        let quote = TextQuote { exact: "soup".into(), prefix: "given ".into(), suffix: " and".into() };
        let position = TextPosition { start: 3, end: 7 };
        assert_eq!(passage.selectors, Selectors { quote: Some(quote), position: Some(position) });
        assert_eq!(
            (&passage.tags[..], passage.note.as_str(), passage.correction),
            (&["source".to_owned()][..], "ask", None)
        );
        for (row, correction) in [
            (r#"{"kind":"person"}"#, Correction::Kind(Some(EntityKind::Person))),
            (r#"{"kind":null}"#, Correction::Kind(None)),
            (r#"{"speaker":"Lena Voss"}"#, Correction::Speaker(Some("Lena Voss".into()))),
            (r#"{"speaker":null}"#, Correction::Speaker(None)),
        ] {
            let annotation: Annotation = read(&UNPLACED.replace("CORRECTION", row));
            assert_eq!((annotation.selectors, annotation.correction), (Selectors::default(), Some(correction)));
        }
        assert_eq!(read::<KeptArticle>(ARTICLE).url, None);
    }

    #[wasm_bindgen_test]
    fn rows_of_the_first_release_become_annotations_that_say_the_same() {
        for row in [PASSAGE.to_owned(), UNPLACED.replace("CORRECTION", r#"{"speaker":null}"#)] {
            let new = upgraded(JSON::parse(&row).unwrap());
            assert_eq!(annotation_of(&new), Ok(read::<Annotation>(&row)));
        }
        assert!(upgraded(JSON::parse(r#"{"id":"x"}"#).unwrap()).is_undefined());
    }

    #[wasm_bindgen_test]
    fn a_row_that_is_no_annotation_is_shown_as_it_is() {
        let row = JSON::parse(r#"{"id":"x","note":"what I thought"}"#).unwrap();
        assert_eq!(annotation_of(&row), Err(r#"{"id":"x","note":"what I thought"}"#.to_owned()));
    }
}
