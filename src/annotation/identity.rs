//! Whether two layouts are of one article: a saved page, a paste, the live page, the version to print.

use super::sketch::Sketch;
use super::source::plain_address;
use crate::article::{Article, BlockKind};
use crate::order::sort_by;
use serde::{Deserialize, Serialize};

/// First parts of a host that name a layout and not a house.
const LAYOUT_HOSTS: [&str; 4] = ["www.", "m.", "mobile.", "amp."];
/// Ends of a path that name a layout or nothing.
const LAYOUT_ENDS: [&str; 6] = ["/index.html", "/index.htm", "/index.php", "/amp", "/print", "/"];
/// Parameters of a query that choose a layout.
const LAYOUT_PARAMETERS: [&str; 6] = ["amp", "print", "outputtype", "view", "layout", "single"];

/// What an article is recognised by, small enough to be kept with its notes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleIdentity {
    /// Its canonical address, when it has one: without scheme, fragment, tracking, and what chooses a layout.
    pub address: Option<String>,
    /// Its words.
    pub words: Sketch,
}

impl ArticleIdentity {
    /// The identity of an article. Headline and comments are no part of it: layouts differ in them.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let is_body = |kind: BlockKind| !matches!(kind, BlockKind::Title | BlockKind::Caption | BlockKind::Other);
        let body = article.blocks.iter().filter(|b| is_body(b.kind)).map(|b| b.span.str(&article.text));
        let url = article.metadata.url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        Self { address: url.map(canonical_address), words: Sketch::new(body) }
    }

    /// What the key says under which an article's notes are kept, where nothing else is known of it.
    #[must_use]
    pub fn of_key(source: &str) -> Self {
        let is_web = source.starts_with("https://") || source.starts_with("http://");
        Self { address: is_web.then(|| canonical_address(source)), words: Sketch::default() }
    }

    /// What two layouts say of their article together.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let words = if other.words.is_richer(&self.words) { other.words } else { self.words };
        Self { address: self.address.or(other.address), words }
    }

    /// Whether both are one article: they have one address, or the shorter one is largely in the longer one.
    ///
    /// ```
    /// use postil::{ArticleIdentity, Options, analyze, from_html};
    /// let at = |url: &str| {
    ///     let page = from_html("<article><p>The harbour will close for eleven weeks, the mayor said on Monday.</p></article>")?;
    ///     let options = Options { url: Some(url.to_owned()), ..Options::default() };
    ///     Ok::<_, postil::SnapshotError>(ArticleIdentity::new(&analyze(&page, &options).article))
    /// };
    /// assert!(at("https://quay.example/a?utm_source=x#top")?.is_same(&at("http://m.quay.example/a/")?));
    /// # Ok::<(), postil::SnapshotError>(())
    /// ```
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let addressed = self.address.is_some() && self.address == other.address;
        addressed || self.words.is_of_one_text(&other.words)
    }
}

/// `url` in a form that the layouts of one article share.
fn canonical_address(url: &str) -> String {
    let plain = plain_address(url);
    let rest = plain.split_once("://").map_or(plain.as_str(), |(_, rest)| rest);
    let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = page.split_at(page.find('/').unwrap_or(page.len()));
    let host = host.to_ascii_lowercase();
    let mut host = host.as_str();
    // a host of two parts is a house
    while let Some(house) =
        LAYOUT_HOSTS.iter().find_map(|&layout| host.strip_prefix(layout)).filter(|h| h.contains('.'))
    {
        host = house;
    }
    let mut path = path;
    while let Some(shorter) = LAYOUT_ENDS.iter().find_map(|&end| path.strip_suffix(end)) {
        path = shorter;
    }
    let is_layout = |parameter: &str| {
        let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
        LAYOUT_PARAMETERS.contains(&name.as_str())
    };
    let mut parameters: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !is_layout(p)).collect();
    sort_by(&mut parameters, Ord::cmp);
    let query = parameters.join("&");
    if query.is_empty() { format!("{host}{path}") } else { format!("{host}{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Metadata};
    use crate::text::Span;

    const BODY: [&str; 5] = [
        "The harbour of Quay will close for eleven weeks from the first of May, the port authority said on Monday.",
        "Traders along the eastern wall said that they had read of the plan in a leaflet, and that nobody had come to see them before.",
        "Two ferries a day will land at the new terminal, which opened in spring and has stood empty for most of the year.",
        "The union has called its members out for the last week of April. It wants the talks to be held in public.",
        "A decision about the northern wall, where engineers found cracks last winter, is due before the end of the month.",
    ];

    fn article(url: Option<&str>, title: &str, body: &[&str]) -> ArticleIdentity {
        let metadata = Metadata { url: url.map(str::to_owned), ..Metadata::default() };
        let mut article = Article { metadata, ..Article::default() };
        let title = Some((BlockKind::Title, title));
        for (kind, text) in title.into_iter().chain(body.iter().map(|text| (BlockKind::Paragraph, *text))) {
            let start = article.text.len();
            article.text.push_str(text);
            article.blocks.push(Block { kind, span: Span::new(start, article.text.len()), level: 0 });
            article.text.push_str("\n\n");
        }
        ArticleIdentity::new(&article)
    }

    #[test]
    fn layouts_of_one_address_are_one_article() {
        let canonical = "quay.example/news/gate?id=7";
        for url in [
            "https://quay.example/news/gate?id=7",
            "http://www.quay.example/news/gate/?id=7&utm_source=mail#comments",
            "https://m.quay.example/news/gate/amp?fbclid=x&id=7",
            "https://QUAY.example/news/gate/index.html?print=1&id=7",
        ] {
            assert_eq!(canonical_address(url), canonical, "{url}");
        }
        assert_eq!(canonical_address("https://www.example/"), "www.example");
        assert_ne!(canonical_address("https://quay.example/news/gate?id=8"), canonical);
    }

    #[test]
    fn a_paste_is_recognised_by_its_words() {
        let page = article(Some("https://quay.example/a"), "Harbour to close", &BODY);
        let mut pasted = vec!["Advertisement", "Follow us wherever you are and never miss a story"];
        pasted.extend(BODY.map(|p| p.strip_suffix('.').unwrap_or(p)));
        pasted.push("Read more: the ten best beaches of the islands, chosen by our readers");
        assert!(article(None, "Quay Courier | Harbour to close", &pasted).is_same(&page));
        // the first half of it, and an update
        assert!(article(None, "", &BODY[..3]).is_same(&page));
        let updated =
            [&["The minister has stepped in and will speak to both sides on Thursday, her office said."], &BODY[..]]
                .concat();
        assert!(page.is_same(&article(Some("https://quay.example/a-2"), "Minister steps in", &updated)));
    }

    #[test]
    fn another_article_about_the_same_is_another() {
        let page = article(None, "Harbour to close", &BODY);
        let other = [
            "The union of Quay has called off its strike after the port authority agreed to hold its talks in public.",
            "Its members had been due to walk out in the last week of April, when most of the boats come in from the islands.",
            "The harbour will still close for eleven weeks from the first of May. Engineers found cracks in a wall last winter.",
            "The mayor thanked both sides, and said that nobody would lose a living by what was agreed.",
        ];
        assert!(!article(None, "Strike called off", &other).is_same(&page));
        // a background paragraph that both have is not enough
        let shared = [&other[..], &BODY[4..]].concat();
        assert!(!article(None, "Strike called off", &shared).is_same(&page));
    }

    #[test]
    fn few_words_and_none_are_no_article() {
        let empty = ArticleIdentity::default();
        assert!(!empty.is_same(&empty));
        let login = article(None, "", &["Please log in to continue."]);
        assert!(!login.is_same(&login.clone()));
    }

    #[test]
    fn scripts_without_spaces_are_recognised() {
        let body = [
            "港は五月一日から十一週間閉鎖されると港湾当局が月曜日に発表した。組合は四月の最終週にストライキを予定している。",
        ];
        let shorter = ["港は五月一日から十一週間閉鎖されると港湾当局が月曜日に発表した。"];
        assert!(article(None, "", &body).is_same(&article(None, "", &shorter)));
    }
}
