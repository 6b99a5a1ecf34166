//! The headline: chosen among what the page calls its title in several places, by their agreement.

use super::facts::Facts;
use super::markup::unmarked;
use crate::article::body::FlowBlock;
use crate::article::words::{class_words, letters, squeezed};
use crate::snapshot::is_hidden;

/// Marks that separate a title from the site's name.
const PARTS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " › ", " < "];

/// Longest heading that can be a headline, in bytes.
const LONGEST: usize = 400;

/// Letters that a site's name may have beside what it is called: “Daily Quay News”.
const ENDING: usize = 8;

/// Class words of a site's own sign.
const LOGO: &[&str] = &["logo", "brand", "masthead", "sitename", "sitetitle"];

/// The headline of a page; `site` is the site's name, `start` the node where the article's text begins, `near` the
/// blocks around it.
pub(crate) fn title(facts: &Facts, site: Option<&str>, start: usize, near: &[&FlowBlock]) -> Option<String> {
    let clean = |text: &str| Some(squeezed(&unmarked(text))).filter(|t| !t.is_empty());
    let graph = facts.first_meta(&["og:title"]).and_then(clean);
    let page = facts.title.as_deref().and_then(clean);
    let json = facts.json.headline.clone();
    let other = facts
        .first_meta(&["twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"])
        .and_then(clean);

    // a heading that the page's own titles repeat is the headline as printed
    let titles: Vec<String> = [&graph, &page, &json, &other].into_iter().flatten().map(|t| letters(t)).collect();
    let headings: Vec<(usize, String)> = facts
        .headlines
        .iter()
        .take(20)
        .filter(|&&at| !is_logo(facts, at))
        .map(|&at| (at, facts.text(at)))
        .filter(|(_, t)| !t.is_empty() && t.len() <= LONGEST && !is_site(t, site))
        .collect();
    let repeated = headings.iter().filter(|(_, t)| {
        let own = letters(t);
        !own.is_empty() && titles.iter().any(|t| t.contains(&own) && own.len() * 3 >= t.len())
    });
    if let Some((_, heading)) = repeated.max_by_key(|(_, t)| t.len()) {
        return Some(heading.clone());
    }
    // a page whose only h1 is its sign has its headline in a smaller heading
    if headings.is_empty()
        && let Some((_, heading)) = smaller(facts, start).into_iter().find(|(_, t)| {
            let own = letters(t);
            !own.is_empty() && words(t) > 1 && titles.iter().any(|t| t.contains(&own) && own.len() * 3 >= t.len())
        })
    {
        return Some(heading);
    }
    // titles made for search engines and networks agree with nothing: then the heading over the text is the headline
    let above = headings.iter().rfind(|(at, t)| *at < start && words(t) > 1);
    if let Some((_, heading)) = above {
        return Some(heading.clone());
    }
    let agreed = json.clone().filter(|j| {
        let own = letters(j);
        titles.iter().filter(|t| t.contains(&own) || own.contains(t.as_str())).count() > 1
    });
    // old pages print their headline in large type, which is no heading
    let printed = page.as_deref().and_then(|page| {
        let lines = || near.iter().flat_map(|b| b.text.lines().take(2)).map(letters);
        parts(page).filter(|p| words(p) > 1 && !is_site(p, site)).find(|p| lines().any(|l| l == letters(p)))
    });
    let printed = printed.map(str::to_owned);
    agreed
        .or_else(|| graph.map(|t| without_site(&t, site, false)))
        .or(json)
        .or_else(|| other.map(|t| without_site(&t, site, false)))
        .or(printed)
        .or_else(|| page.map(|t| without_site(&t, site, true)))
        .filter(|t| !is_site(t, site))
        .or_else(|| headings.into_iter().next().map(|(_, t)| t))
}

/// Headings of the second rank above node `start`, or just at it.
fn smaller(facts: &Facts, start: usize) -> Vec<(usize, String)> {
    let to = start.saturating_add(1).min(facts.snapshot.nodes.len());
    let headings = (0..to).filter(|&at| facts.snapshot.tag(at) == "h2" && !is_hidden(facts.snapshot, at)).take(10);
    headings.map(|at| (at, facts.text(at))).filter(|(_, t)| t.len() <= LONGEST).collect()
}

/// Whether a heading is the site's sign: it says so, or is one link to the first page.
fn is_logo(facts: &Facts, at: usize) -> bool {
    let page = facts.snapshot;
    let said = ["class", "id"].iter().any(|name| {
        let value = page.attribute(at, name).unwrap_or_default();
        value.split_ascii_whitespace().flat_map(class_words).any(|w| LOGO.contains(&w.as_str()))
    });
    let first = (at + 1..page.end(at)).find(|&i| page.tag(i) == "a" && page.attribute(i, "href").is_some());
    let home = first.is_some_and(|a| {
        let href = page.attribute(a, "href").unwrap_or_default().trim();
        let path =
            href.split_once("://").map_or(href, |(_, rest)| rest.find('/').and_then(|i| rest.get(i..)).unwrap_or("/"));
        path == "/" && facts.text(a) == facts.text(at)
    });
    said || home
}

/// A title without the site's name at its end or beginning. With `guess`, a short last part is taken for it unnamed.
fn without_site(title: &str, site: Option<&str>, guess: bool) -> String {
    let last = PARTS.iter().filter_map(|p| title.rfind(p).map(|at| (at, p.len()))).max();
    if let Some((at, len)) = last
        && let (Some(head), Some(tail)) = (title.get(..at), title.get(at + len..))
        && (is_site(tail, site) || (guess && words(head) > words(tail) && words(head) > 2))
    {
        return head.trim().to_owned();
    }
    let first = PARTS.iter().filter_map(|p| title.find(p).map(|at| (at, p.len()))).min();
    if let Some((at, len)) = first
        && let (Some(head), Some(tail)) = (title.get(..at), title.get(at + len..))
        && is_site(head, site)
    {
        return tail.trim().to_owned();
    }
    title.to_owned()
}

/// The parts of a page's title, as marks part them.
fn parts(title: &str) -> impl Iterator<Item = &str> {
    PARTS.iter().filter_map(|mark| title.split_once(mark)).flat_map(|(a, b)| [a.trim(), b.trim()])
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether a text is the site's name; a domain is named without its ending.
fn is_site(text: &str, site: Option<&str>) -> bool {
    let (own, site) = (letters(text), letters(site.unwrap_or_default()));
    !own.is_empty()
        && !site.is_empty()
        && (own == site
            || (own.len() > 3 && site.starts_with(&own))
            || (site.len() > 3 && own.starts_with(&site) && own.len() <= site.len() + ENDING))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_html;

    fn title(html: &str) -> Option<String> {
        let page = from_html(html).unwrap();
        super::title(&Facts::gather(&page, &[]), Some("Daily Quay"), page.nodes.len(), &[])
    }

    #[test]
    fn a_heading_that_agrees_wins() {
        assert_eq!(
            title("<title>Ferry returns - Daily Quay</title><h1>Daily Quay</h1><h1>Ferry <i>returns</i></h1>")
                .as_deref(),
            Some("Ferry returns")
        );
    }

    #[test]
    fn the_site_is_no_part_of_it() {
        assert_eq!(title("<title>Ferry returns | Daily Quay</title><p>x").as_deref(), Some("Ferry returns"));
        assert_eq!(
            title("<title>Daily Quay: x</title><meta property=og:title content='Ferry &amp;amp; bridge – Daily Quay'>")
                .as_deref(),
            Some("Ferry & bridge")
        );
        assert_eq!(
            title("<title>Ferry returns after a storm - Harbour News</title>").as_deref(),
            Some("Ferry returns after a storm")
        );
        assert_eq!(title("<title>Spider-Man - a story</title>").as_deref(), Some("Spider-Man - a story"));
    }

    #[test]
    fn a_page_without_titles_has_its_heading() {
        assert_eq!(title("<h1>Ferry returns</h1>").as_deref(), Some("Ferry returns"));
        assert_eq!(title("<p>x"), None);
    }
}
