//! Which elements are the page's boilerplate rather than its article, by tag, role and the words of class and id.

use super::measure::Measure;
use crate::article::words::class_words;
use crate::snapshot::Snapshot;

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

/// How surely an element is boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    Kept,
    Weak,
    Strong,
}

/// Whether element `at` and all in it is left out of the article.
pub(crate) fn is_boilerplate(snapshot: &Snapshot, measure: &Measure, at: usize) -> bool {
    let tag = snapshot.tag(at);
    if matches!(tag, "" | "html" | "body" | "main" | "h1" | "p" | "td" | "em" | "i" | "b" | "strong") {
        return false;
    }
    let doubt = by_tag(snapshot, at).max(by_role(snapshot, at)).max(by_words(snapshot, at));
    if doubt == Doubt::Kept {
        return false;
    }
    let nodes = at..snapshot.end(at);
    let share = measure.plain(&nodes) * 100 / measure.plain(&(0..snapshot.nodes.len())).max(1);
    let limit = if doubt == Doubt::Strong { MOST } else { MUCH };
    share < limit && !(measure.has_headline(&nodes) && share * 2 > limit)
}

fn by_tag(snapshot: &Snapshot, at: usize) -> Doubt {
    match snapshot.tag(at) {
        "nav" | "menu" => Doubt::Strong,
        // below a quotation it names the source
        "footer" if snapshot.parent(at).is_some_and(|p| snapshot.tag(p) == "blockquote") => Doubt::Kept,
        "footer" => Doubt::Strong,
        "aside" | "form" | "fieldset" | "search" => Doubt::Weak,
        _ => Doubt::Kept,
    }
}

fn by_role(snapshot: &Snapshot, at: usize) -> Doubt {
    let role = snapshot.attribute(at, "role").unwrap_or_default();
    if ROLES.iter().any(|r| role.trim().eq_ignore_ascii_case(r)) { Doubt::Strong } else { Doubt::Kept }
}

fn by_words(snapshot: &Snapshot, at: usize) -> Doubt {
    let mut doubt = Doubt::Kept;
    for name in ["class", "id"] {
        let Some(value) = snapshot.attribute(at, name) else { continue };
        for token in value.split_ascii_whitespace() {
            doubt = doubt.max(of_token(token));
        }
    }
    doubt
}

/// The doubt that one class name or id raises.
fn of_token(token: &str) -> Doubt {
    let words = class_words(token);
    let has = |list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
    let pair = words.iter().zip(words.iter().skip(1)).any(|(a, b)| PAIRS.contains(&(a.as_str(), b.as_str())));
    // `no-sidebar` and `has-share` speak of the page, `sidebar-item` of the element
    if words.first().is_some_and(|w| matches!(w.as_str(), "no" | "has" | "with" | "without" | "is" | "js")) {
        return Doubt::Kept;
    }
    if has(ALWAYS) {
        Doubt::Strong
    } else if pair || (has(OFTEN) && !has(ARTICLE)) {
        Doubt::Weak
    } else {
        Doubt::Kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_raise_doubt() {
        assert_eq!(of_token("share-bar"), Doubt::Strong);
        assert_eq!(of_token("authorBox"), Doubt::Weak);
        assert_eq!(of_token("promo"), Doubt::Weak);
        assert_eq!(of_token("article-body--promo"), Doubt::Kept);
        assert_eq!(of_token("has-sidebar"), Doubt::Kept);
        assert_eq!(of_token("badge"), Doubt::Kept);
    }
}
