//! What a page's JSON-LD says about its article (schema.org).

use super::markup::unmarked;
use crate::article::words::squeezed;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Types of schema.org that are articles; those that end in `Article` are too.
const TYPES: &[&str] =
    &["BlogPosting", "LiveBlogPosting", "Report", "Review", "SocialMediaPosting", "DiscussionForumPosting"];

/// Properties that lead from an article to other ones.
const ELSEWHERE: &[&str] =
    &["itemListElement", "relatedLink", "hasPart", "comment", "citation", "mentions", "isBasedOn", "video", "image"];

/// Longest script that is read, in bytes; more is not metadata.
const LONGEST: usize = 4 * 1024 * 1024;

/// The facts about the page's article; strings without markup and entities.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct JsonLd {
    pub(crate) headline: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) language: Option<String>,
}

impl JsonLd {
    /// Reads the scripts of a page; what is not JSON is passed over.
    pub(crate) fn from_scripts(scripts: &[String]) -> Self {
        let values = values(scripts);
        let mut objects: Vec<&Map<String, Value>> = Vec::new();
        // a queue, for what stands higher comes first
        let mut open: std::collections::VecDeque<&Value> = values.iter().collect();
        while let Some(value) = open.pop_front() {
            match value {
                Value::Array(items) => open.extend(items),
                Value::Object(object) => {
                    objects.push(object);
                    open.extend(object.iter().filter(|(key, _)| !ELSEWHERE.contains(&key.as_str())).map(|(_, v)| v));
                }
                _ => {}
            }
        }
        let named: HashMap<&str, &Map<String, Value>> = objects
            .iter()
            .filter(|o| o.contains_key("name"))
            .filter_map(|o| Some((o.get("@id")?.as_str()?, *o)))
            .collect();
        let mut facts = Self::default();
        for article in objects.iter().filter(|o| is_article(o)) {
            facts.fill(article, &named);
        }
        // a page that names no article may still date itself
        for page in objects.iter().filter(|o| has_type(o, |t| t.ends_with("WebPage"))) {
            facts.published = facts.published.or_else(|| string(page.get("datePublished")));
            facts.modified = facts.modified.or_else(|| string(page.get("dateModified")));
            facts.language = facts.language.or_else(|| string(page.get("inLanguage")));
        }
        facts
    }

    /// Takes from `article` what is not known yet.
    fn fill(&mut self, article: &Map<String, Value>, named: &HashMap<&str, &Map<String, Value>>) {
        let field = |name: &str| string(article.get(name));
        self.headline = self.headline.take().or_else(|| field("headline")).or_else(|| field("name"));
        self.published = self.published.take().or_else(|| field("datePublished")).or_else(|| field("dateCreated"));
        self.modified = self.modified.take().or_else(|| field("dateModified"));
        self.language = self.language.take().or_else(|| field("inLanguage"));
        self.publisher = self.publisher.take().or_else(|| names(article.get("publisher"), named).into_iter().next());
        if self.authors.is_empty() {
            self.authors = names(article.get("author").or(article.get("creator")), named);
        }
    }
}

/// The scripts of a page that are JSON.
pub(super) fn values(scripts: &[String]) -> Vec<Value> {
    scripts.iter().filter(|s| s.len() <= LONGEST).filter_map(|s| parse(s)).collect()
}

fn is_article(object: &Map<String, Value>) -> bool {
    has_type(object, |t| t.ends_with("Article") || TYPES.contains(&t))
}

fn has_type(object: &Map<String, Value>, is: impl Fn(&str) -> bool) -> bool {
    let named = |v: &Value| v.as_str().is_some_and(|t| is(t.rsplit(['/', ':', '#']).next().unwrap_or(t)));
    match object.get("@type") {
        Some(Value::Array(types)) => types.iter().any(named),
        Some(value) => named(value),
        None => false,
    }
}

/// A text, or the first text of a list.
fn string(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.as_str(),
        Value::Array(items) => items.iter().find_map(Value::as_str)?,
        Value::Object(object) => object.get("@value").or(object.get("name"))?.as_str()?,
        _ => return None,
    };
    Some(squeezed(&unmarked(text))).filter(|t| !t.is_empty())
}

/// The names of persons or organizations: texts, objects with a name, or references to such objects.
fn names(value: Option<&Value>, named: &HashMap<&str, &Map<String, Value>>) -> Vec<String> {
    let items = match value {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let name = |item: &Value| match item {
        Value::Object(object) => string(object.get("name")).or_else(|| {
            let id = object.get("@id")?.as_str()?;
            string(named.get(id)?.get("name"))
        }),
        item => string(Some(item)),
    };
    items.into_iter().filter_map(name).collect()
}

/// The JSON of a script, also when it is wrapped in comments, has raw line breaks in its texts, or commas too many.
fn parse(script: &str) -> Option<Value> {
    let mut text = script.trim();
    for wrap in ["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA["] {
        text = text.strip_prefix(wrap).unwrap_or(text).trim_start();
    }
    for wrap in ["-->", "/*]]>*/", "//]]>", "// ]]>", "]]>", "//", ";"] {
        text = text.strip_suffix(wrap).unwrap_or(text).trim_end();
    }
    serde_json::from_str(text).or_else(|_| serde_json::from_str(&mended(text))).ok()
}

/// A script with control characters as spaces and without commas before a closing bracket.
fn mended(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        let c = if c.is_control() { ' ' } else { c };
        if !quoted && matches!(c, '}' | ']') {
            let end = whole.trim_end();
            if end.ends_with(',') {
                whole.truncate(end.len() - 1);
            }
        }
        if c == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = quoted && c == '\\' && !escaped;
        whole.push(c);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(script: &str) -> JsonLd {
        JsonLd::from_scripts(&[script.to_owned()])
    }

    #[test]
    fn reads_an_article_in_a_graph_with_references() {
        let found = facts(
            r##"{"@context": "https://schema.org", "@graph": [
                {"@type": "WebPage", "@id": "#page", "inLanguage": "en-GB"},
                {"@type": ["Article", "NewsArticle"], "headline": "Ferry &amp; bridge <em>reopen</em>",
                 "author": [{"@id": "#ann"}, "Bo Lind"], "datePublished": "2024-05-02", "publisher": {"name": "Daily Quay"}},
                {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}"##,
        );
        assert_eq!(found.headline.as_deref(), Some("Ferry & bridge reopen"));
        assert_eq!(found.authors, ["Ann Lee", "Bo Lind"]);
        assert_eq!(found.published.as_deref(), Some("2024-05-02"));
        assert_eq!(found.publisher.as_deref(), Some("Daily Quay"));
        assert_eq!(found.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn mends_what_is_broken() {
        let wrapped = "//<![CDATA[\n{\"@type\": \"BlogPosting\", \"headline\": \"Two\nlines, [a],\", \"author\": [\"Ann Lee\",],}\n//]]>";
        assert_eq!(facts(wrapped).headline.as_deref(), Some("Two lines, [a],"));
        assert_eq!(facts(wrapped).authors, ["Ann Lee"]);
        assert_eq!(facts("{\"@type\": \"Article\", \"headline\": \"open"), JsonLd::default());
        assert_eq!(facts(&"[".repeat(100_000)), JsonLd::default());
    }

    #[test]
    fn lists_of_other_articles_say_nothing() {
        let list = r#"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}"#;
        assert_eq!(facts(list).headline, None);
    }
}
