//! A whole library as one file, and back: its passages as an annotation collection that any tool reads, and beside them what else is kept.

use super::import::{from_root, parse};
use super::imported::{FormatError, Imported};
use super::w3c;
use crate::annotation::{Annotation, KnownArticle};
use crate::library::{KeptArticle, KeptPage};
use serde::Deserialize;
use serde_json::{Value, json};

/// Where in the file stands what no annotation holds.
const KEY: &str = "postil:library";
/// What the collection is called.
const LABEL: &str = "Library from Postil";
/// The form of that other part; a later Postil raises it when an earlier one would misread it.
const VERSION: u64 = 1;

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The passages of all articles.
    pub annotations: Vec<Annotation>,
    /// The articles.
    pub articles: Vec<KeptArticle>,
    /// The texts that are kept.
    pub pages: Vec<KeptPage>,
    /// What articles are recognised by in other layouts.
    pub known: Vec<KnownArticle>,
    /// The reader's tags as they are stored: their keys and colours.
    pub tags: Vec<Value>,
}

impl Library {
    /// The library as one file. [`import`](super::import()) reads its passages, too.
    ///
    /// ```
    /// use postil::KeptArticle;
    /// use postil::format::Library;
    /// let article = KeptArticle { source: "https://quay.example/a".into(), ..KeptArticle::default() };
    /// let library = Library { articles: vec![article], ..Library::default() };
    /// let (back, rejected) = Library::from_file(&library.to_file())?;
    /// assert_eq!((back, rejected.len()), (library, 0));
    /// # Ok::<(), postil::format::FormatError>(())
    /// ```
    #[must_use]
    pub fn to_file(&self) -> String {
        let mut root = w3c::collection(&self.annotations);
        root["@context"] = json!([root["@context"], {"postil": "urn:postil:"}]);
        root["label"] = LABEL.into();
        root["first"]["partOf"]["label"] = LABEL.into();
        let Self { articles, pages, known, tags, .. } = self;
        root[KEY] = json!({"version": VERSION, "articles": articles, "pages": pages, "known": known, "tags": tags});
        format!("{root}\n")
    }

    /// Reads any file that [`import`](super::import()) reads, with articles, texts and tags where it has them; and says which rows it could
    /// not read. Those of the passages are numbered as there.
    ///
    /// # Errors
    /// When there are no annotations in the file.
    pub fn from_file(text: &str) -> Result<(Self, Vec<String>), FormatError> {
        let mut root = parse(text)?;
        let beside = root.get_mut(KEY).map(Value::take);
        let Imported { annotations, rejected } = from_root(&root)?;
        drop(root);
        let mut library = Self { annotations, ..Self::default() };
        let mut left_out: Vec<String> = rejected.iter().map(ToString::to_string).collect();
        if let Some(mut beside) = beside {
            if beside.get("version").and_then(Value::as_u64).is_none_or(|version| version > VERSION) {
                left_out.push("the articles, texts and tags were left out: a newer Postil saved them".to_owned());
                return Ok((library, left_out));
            }
            let mut rows = |key: &str| match beside.get_mut(key).map(Value::take) {
                Some(Value::Array(rows)) => rows,
                _ => Vec::new(),
            };
            let has_source = |source: &str| !source.is_empty();
            library.articles =
                read(rows("articles"), "article", |a: &KeptArticle| has_source(&a.source), &mut left_out);
            library.pages = read(rows("pages"), "text", |p: &KeptPage| has_source(&p.source), &mut left_out);
            // what another version recognises articles by is worked out anew when they are opened
            library.known = rows("known").into_iter().filter_map(|row| serde_json::from_value(row).ok()).collect();
            library.tags =
                rows("tags").into_iter().filter(|tag| tag.get("name").is_some_and(Value::is_string)).collect();
        }
        Ok((library, left_out))
    }
}

/// Rows that can be read; of the others it is said that they were left out.
fn read<T: for<'a> Deserialize<'a>>(
    rows: Vec<Value>,
    what: &str,
    is_whole: impl Fn(&T) -> bool,
    left_out: &mut Vec<String>,
) -> Vec<T> {
    let mut whole = Vec::with_capacity(rows.len());
    for (index, row) in rows.into_iter().enumerate() {
        match serde_json::from_value(row) {
            Ok(row) if is_whole(&row) => whole.push(row),
            _ => left_out.push(format!("{what} {} was left out: it lacks what this Postil needs of it", index + 1)),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_cannot_be_read_are_named_and_the_rest_comes_in() {
        let page = KeptPage { source: "s".into(), content: "text".into(), ..KeptPage::default() };
        let library =
            Library { pages: vec![page.clone()], tags: vec![json!({"name": "claim", "key": 1})], ..Library::default() };
        let mut root: Value = serde_json::from_str(&library.to_file()).unwrap();
        root[KEY]["pages"].as_array_mut().unwrap().insert(0, json!({"source": "x"}));
        root[KEY]["articles"] = json!([7, {"title": "no source"}]);
        let (back, left_out) = Library::from_file(&root.to_string()).unwrap();
        assert_eq!((back.pages, back.tags), (vec![page], library.tags));
        assert_eq!(left_out.len(), 3);
        assert_eq!(left_out[2], "text 1 was left out: it lacks what this Postil needs of it");
        root[KEY]["version"] = 2.into();
        let (back, left_out) = Library::from_file(&root.to_string()).unwrap();
        assert_eq!((back.pages.len(), left_out.len()), (0, 1));
    }
}
