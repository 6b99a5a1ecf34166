//! Which elements are the page's boilerplate rather than its article, by tag, role and the words of class and id.

use super::measure::Measure;
use crate::article::words::class_words;
use crate::snapshot::Snapshot;
use std::collections::HashMap;

/// Class words of what is never an article, however long it is.
const ALWAYS: &[&str] = &[
    "adsense",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "adverts",
    "breadcrumb",
    "breadcrumbs",
    "cmp",
    "colophon",
    "comments",
    "consent",
    "cookie",
    "cookiebar",
    "cookies",
    "disqus",
    "footer",
    "gdpr",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "onetrust",
    "outbrain",
    "pagination",
    "popup",
    "respond",
    "share",
    "sharebar",
    "sharing",
    "signup",
    "sitemap",
    "skiplink",
    "social",
    "subscribe",
    "taboola",
    "tagcloud",
    "toolbar",
];

/// Class words of what asks for a reader's consent, which can be longer than the article.
const SURE: &[&str] = &["cmp", "consent", "cookie", "cookiebar", "cookies", "gdpr", "onetrust"];

/// Class words of what is beside an article; an element that holds much of the page's text is kept all the same.
const OFTEN: &[&str] = &[
    "ad",
    "ads",
    "aside",
    "banner",
    "bio",
    "bottom",
    "byline",
    "credit",
    "credits",
    "crumbs",
    "dateline",
    "editsection",
    "feedback",
    "follow",
    "foot",
    "hidden",
    "invisible",
    "jumplinks",
    "legal",
    "login",
    "masthead",
    "metadata",
    "mostread",
    "noprint",
    "outline",
    "pager",
    "popular",
    "print",
    "promo",
    "promos",
    "promoted",
    "promotion",
    "rail",
    "rating",
    "recirc",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "rss",
    "shortcuts",
    "sidebar",
    "sidenav",
    "sponsor",
    "sponsored",
    "sponsors",
    "sprite",
    "sr",
    "subnav",
    "subscription",
    "syndication",
    "tag",
    "taglist",
    "tags",
    "teaser",
    "teasers",
    "tools",
    "topics",
    "trending",
    "utility",
    "visually",
    "widget",
    "widgets",
];

/// Pairs of neighbouring class words with the same meaning.
const PAIRS: &[(&str, &str)] = &[
    ("about", "author"),
    ("also", "read"),
    ("author", "bio"),
    ("author", "box"),
    ("author", "card"),
    ("author", "info"),
    ("entry", "footer"),
    ("entry", "meta"),
    ("article", "meta"),
    ("more", "from"),
    ("more", "on"),
    ("more", "stories"),
    ("most", "read"),
    ("most", "viewed"),
    ("post", "meta"),
    ("print", "only"),
    ("read", "also"),
    ("read", "more"),
    ("read", "next"),
    ("screen", "reader"),
    ("see", "also"),
    ("sign", "up"),
    ("skip", "link"),
    ("tag", "list"),
    ("up", "next"),
    ("you", "may"),
];

/// Class words of an article's own frame: with one of them the weaker words above say nothing.
const ARTICLE: &[&str] = &["article", "articlebody", "body", "content", "entry", "main", "post", "story"];

/// Roles (WAI-ARIA) of what is not the article.
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
];

/// An element of the weaker kind is kept from this share of the page's text on (in percent).
const MUCH: usize = 30;

/// An element of the stronger kind is kept from this share on (in percent): its class then names the whole page.
const MOST: usize = 75;

/// A word under which this share of the page's text stands (in percent) names the page's building blocks.
const BLOCKS: usize = 50;

/// Class words of an article's lead, which some pages set beside it.
const LEADS: &[&str] = &["dek", "intro", "lead", "lede", "standfirst", "subtitle", "summary"];

/// How surely an element is boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doubt {
    Kept,
    Weak,
    Strong,
    /// Not even an article that was missed is looked for there.
    Sure,
}

/// What raises a doubt in one class name or id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Telling {
    doubt: Doubt,
    /// The place of the word among [`ALWAYS`], [`OFTEN`] and [`PAIRS`], in this order.
    word: usize,
}

/// The boilerplate of a page.
pub(crate) struct Boilerplate<'a> {
    snapshot: &'a Snapshot,
    measure: &'a Measure,
    /// For each element with a telling name: the element, and what tells.
    told: Vec<(usize, Telling)>,
    /// Words that tell nothing on this page: most of its text stands under them.
    silent: Vec<bool>,
}

impl<'a> Boilerplate<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, measure: &'a Measure) -> Self {
        let mut known: HashMap<&str, Option<Telling>> = HashMap::new();
        let mut told = Vec::new();
        let all = ALWAYS.len() + OFTEN.len() + PAIRS.len();
        let (mut under, mut ends) = (vec![0; all], vec![0; all]);
        for at in 0..snapshot.nodes.len() {
            for name in ["class", "id"] {
                for token in snapshot.attribute(at, name).unwrap_or_default().split_ascii_whitespace() {
                    let Some(telling) = *known.entry(token).or_insert_with(|| telling(token)) else { continue };
                    told.push((at, telling));
                    let (Some(sum), Some(end)) = (under.get_mut(telling.word), ends.get_mut(telling.word)) else {
                        continue;
                    };
                    // of elements in each other the outer one
                    if at >= *end {
                        *sum += measure.plain(&(at..snapshot.end(at)));
                        *end = snapshot.end(at);
                    }
                }
            }
        }
        let whole = measure.plain(&(0..snapshot.nodes.len())).max(1);
        let limit = |word: usize| if word < ALWAYS.len() { MOST } else { BLOCKS };
        let silent = under.iter().enumerate().map(|(word, sum)| sum * 100 / whole >= limit(word)).collect();
        Self { snapshot, measure, told, silent }
    }

    /// For each node, whether it is left out of the article with all that is in it: it raises at least the doubt `least`.
    pub(crate) fn nodes(&self, least: Doubt) -> Vec<bool> {
        let mut told = self.told.iter().peekable();
        let mut out = Vec::with_capacity(self.snapshot.nodes.len());
        for at in 0..self.snapshot.nodes.len() {
            let mut doubt = by_tag(self.snapshot, at).max(by_role(self.snapshot, at));
            while let Some((_, telling)) = told.next_if(|(node, _)| *node == at) {
                if !self.silent.get(telling.word).copied().unwrap_or(false) {
                    doubt = doubt.max(telling.doubt);
                }
            }
            out.push(doubt > Doubt::Kept && doubt >= least && self.is_beside(at, doubt));
        }
        out
    }

    /// Whether an element of this doubt holds little enough to stand beside the article.
    fn is_beside(&self, at: usize, doubt: Doubt) -> bool {
        if matches!(
            self.snapshot.tag(at),
            "" | "html" | "body" | "main" | "h1" | "p" | "td" | "em" | "i" | "b" | "strong"
        ) {
            return false;
        }
        let nodes = at..self.snapshot.end(at);
        let share = self.measure.plain(&nodes) * 100 / self.measure.plain(&(0..self.snapshot.nodes.len())).max(1);
        let limit = if doubt >= Doubt::Strong { MOST } else { MUCH };
        share < limit && !(self.measure.has_headline(&nodes) && share * 2 > limit)
    }
}

fn by_tag(snapshot: &Snapshot, at: usize) -> Doubt {
    match snapshot.tag(at) {
        "nav" | "menu" => Doubt::Sure,
        // below a quotation it names the source
        "footer" if snapshot.parent(at).is_some_and(|p| snapshot.tag(p) == "blockquote") => Doubt::Kept,
        "footer" => Doubt::Sure,
        "aside" if is_lead(snapshot, at) => Doubt::Kept,
        "form" if !has_fields(snapshot, at) => Doubt::Kept,
        "aside" | "form" | "fieldset" | "search" => Doubt::Weak,
        _ => Doubt::Kept,
    }
}

/// Whether a reader writes into the form at `at`; some pages put what somebody wrote into a form as well.
fn has_fields(snapshot: &Snapshot, at: usize) -> bool {
    (at..snapshot.end(at)).any(|i| match snapshot.tag(i) {
        "textarea" | "select" => true,
        "input" => !snapshot.attribute(i, "type").is_some_and(|t| t.eq_ignore_ascii_case("hidden")),
        _ => false,
    })
}

fn is_lead(snapshot: &Snapshot, at: usize) -> bool {
    let class = snapshot.attribute(at, "class").unwrap_or_default();
    class.split_ascii_whitespace().flat_map(class_words).any(|w| LEADS.contains(&w.as_str()))
}

fn by_role(snapshot: &Snapshot, at: usize) -> Doubt {
    let role = snapshot.attribute(at, "role").unwrap_or_default();
    if ROLES.iter().any(|r| role.trim().eq_ignore_ascii_case(r)) { Doubt::Strong } else { Doubt::Kept }
}

/// The doubt that one class name or id raises, and its most telling word.
fn telling(token: &str) -> Option<Telling> {
    let words = class_words(token);
    // `no-sidebar` and `has-share` speak of the page, `sidebar-item` of the element
    if words.first().is_some_and(|w| matches!(w.as_str(), "no" | "has" | "with" | "without" | "is" | "js")) {
        return None;
    }
    let place = |list: &[&str]| words.iter().find_map(|w| list.iter().position(|l| l == w));
    if let Some(word) = place(ALWAYS) {
        let sure = ALWAYS.get(word).is_some_and(|w| SURE.contains(w));
        return Some(Telling { doubt: if sure { Doubt::Sure } else { Doubt::Strong }, word });
    }
    let pairs = || words.iter().zip(words.iter().skip(1));
    let pair = PAIRS.iter().position(|(a, b)| pairs().any(|(v, w)| v == a && w == b));
    let weak = match place(OFTEN).filter(|_| !words.iter().any(|w| ARTICLE.contains(&w.as_str()))) {
        Some(word) => Some(ALWAYS.len() + word),
        None => pair.map(|pair| ALWAYS.len() + OFTEN.len() + pair),
    };
    weak.map(|word| Telling { doubt: Doubt::Weak, word })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_raise_doubt() {
        let of_token = |token| telling(token).map_or(Doubt::Kept, |t| t.doubt);
        assert_eq!(of_token("share-bar"), Doubt::Strong);
        assert_eq!(of_token("authorBox"), Doubt::Weak);
        assert_eq!(of_token("promo"), Doubt::Weak);
        assert_eq!(of_token("article-body--promo"), Doubt::Kept);
        assert_eq!(of_token("has-sidebar"), Doubt::Kept);
        assert_eq!(of_token("badge"), Doubt::Kept);
    }
}
