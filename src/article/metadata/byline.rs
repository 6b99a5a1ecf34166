//! Who wrote the article: names only.

use super::facts::{Facts, has_word};
use super::markup::unmarked;
use super::names::{BEFORE, LONGEST, declared, joined, own_paper, without_before};
use crate::article::body::FlowBlock;
use crate::article::words::class_words;

/// Class words of a byline, most telling first.
const CLASSES: &[&str] = &["byline", "author", "authors", "writer", "autor", "auteur", "verfasser"];

/// Nodes of an author's element in which the name is looked for.
const MARKED_NODES: usize = 60;

/// Lines of a block that can be a byline.
const LINES: usize = 4;

/// `<meta>` names of an author, most trustworthy first.
const METAS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "citation_author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "og:article:author",
];

/// What `twitter:label1` and its kin call a writer, lower case.
const LABELS: &[&str] = &["written by", "author", "by", "verfasst von", "geschrieben von", "écrit par", "escrito por"];

/// The authors of a page, names separated by `, `. `near` are the blocks around the headline; `papers` are names of the site and
/// so no author's; the article ends before node `end`.
pub(crate) fn byline(facts: &Facts, near: &[&FlowBlock], papers: &[String], end: usize) -> Option<String> {
    let metas = |name: &str| facts.metas(name).map(unmarked).collect::<Vec<_>>();
    let said = |texts: &[String]| declared(texts, papers);
    // an element's text may be more than a name: of a desk or a button
    let handled = |texts: &[String]| {
        joined(texts, papers).or_else(|| declared(texts, papers).filter(|n| n.split(' ').count() == 1))
    };
    said(&facts.json.authors)
        .or_else(|| METAS.iter().find_map(|name| said(&metas(name))))
        .or_else(|| said(&facts.metas_labelled(LABELS).map(unmarked).collect::<Vec<_>>()))
        .or_else(|| handled(&marked(facts, facts.itemprops("author").filter(|&at| at < end))))
        .or_else(|| handled(&marked(facts, facts.rels("author").filter(|&at| at < end))))
        .or_else(|| by_class(facts, papers, end))
        .or_else(|| near.iter().find_map(|b| after_by(b, papers)))
        .or_else(|| near.windows(2).find_map(|pair| below_by(pair, papers)))
        .or_else(|| near.iter().find_map(|b| by_link(facts, b, papers)))
        // below the article its author is told of once, others of others
        .or_else(|| {
            let below = |at: &usize| *at >= end && !facts.is_comment(*at);
            let places = facts.itemprops("author").filter(below).chain(facts.rels("author").filter(below));
            joined(&marked(facts, places), papers).filter(|names| !names.contains(", "))
        })
        // who has a paper to oneself signs with its name
        .or_else(|| own_paper(&facts.json.authors))
        .or_else(|| METAS.iter().find_map(|name| own_paper(&metas(name))))
        .or_else(|| own_paper(&marked(facts, facts.rels("author").filter(|&at| at < end))))
}

/// The texts of elements that markup names as authors; of one with `itemprop=name` inside, only that.
fn marked(facts: &Facts, places: impl Iterator<Item = usize>) -> Vec<String> {
    places
        .take(8)
        .map(|at| {
            let mut inside = at + 1..facts.snapshot.end(at).min(at + MARKED_NODES);
            let name = inside.find(|&i| has_word(facts.snapshot, i, "itemprop", "name"));
            facts.text(name.unwrap_or(at))
        })
        .collect()
}

/// The first element whose class names it a byline and whose text is one.
fn by_class(facts: &Facts, papers: &[String], end: usize) -> Option<String> {
    let page = facts.snapshot;
    let mut found: Option<(usize, String)> = None;
    for at in (0..page.nodes.len().min(end)).filter(|&at| !facts.is_comment(at)) {
        let class = page.attribute(at, "class").or_else(|| page.attribute(at, "id")).unwrap_or_default();
        if class.is_empty() || page.end(at) - at > 40 {
            continue;
        }
        let words: Vec<String> = class.split_ascii_whitespace().flat_map(class_words).collect();
        let rank = CLASSES.iter().position(|c| words.iter().any(|w| w == c));
        let other = words.iter().any(|w| {
            matches!(
                w.as_str(),
                "bio" | "comment" | "comments" | "box" | "description" | "related" | "avatar" | "image" | "img"
            )
        });
        let Some(rank) = rank.filter(|r| !other && found.as_ref().is_none_or(|(best, _)| r < best)) else { continue };
        let text = facts.text(at);
        if text.len() <= LONGEST
            && let Some(names) = joined(&[text], papers)
        {
            found = Some((rank, names));
            if rank == 0 {
                break;
            }
        }
    }
    found.map(|(_, names)| names)
}

/// The names in a line that begins with “By”; in some designs a link follows it without a space.
fn after_by(block: &FlowBlock, papers: &[String]) -> Option<String> {
    let named = |line: &str| {
        let bare = without_before(line);
        let is_byline =
            line.len() <= LONGEST && bare.len() < line.trim().len() && !bare.starts_with(char::is_lowercase);
        is_byline.then(|| joined(&[line.to_owned()], papers))?
    };
    block.text.lines().take(LINES).find_map(named).or_else(|| {
        let (span, _) = block.links.first()?;
        let before = block.text.get(..span.start)?.to_lowercase();
        BEFORE.contains(&before.as_str()).then(|| joined(&[span.str(&block.text).to_owned()], papers))?
    })
}

/// The names in a block below one that says no more than “Written by”.
fn below_by(pair: &[&FlowBlock], papers: &[String]) -> Option<String> {
    let [label, name] = pair else { return None };
    let says = label.text.len() <= 30 && BEFORE.contains(&label.text.trim().to_lowercase().as_str());
    let line = name.text.lines().next().filter(|line| line.len() <= LONGEST)?;
    says.then(|| joined(&[line.to_owned()], papers))?
}

/// Words of the address of a page about an author.
const AUTHORS: &[&str] = &[
    "author",
    "authors",
    "auteur",
    "auteurs",
    "autor",
    "autoren",
    "autores",
    "byline",
    "columnist",
    "columnists",
    "contributor",
    "contributors",
    "journalist",
    "journaliste",
    "reporter",
    "reporters",
    "writer",
    "writers",
];

/// The names in a line that are links to pages about authors: `/authors/ann-lee/`.
fn by_link(facts: &Facts, block: &FlowBlock, papers: &[String]) -> Option<String> {
    let leads = |node: usize| {
        let href = facts.snapshot.attribute(node, "href").unwrap_or_default();
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let mut parts = path.split('/').skip_while(|part| !AUTHORS.contains(part));
        parts.next().is_some() && parts.any(|part| !part.is_empty())
    };
    if block.text.len() > LONGEST {
        return None;
    }
    let links = block.links.iter().filter(|(_, node)| leads(*node));
    joined(&links.map(|(span, _)| span.str(&block.text).to_owned()).collect::<Vec<_>>(), papers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_html;

    fn byline(html: &str) -> String {
        let page = from_html(html).unwrap();
        let near = crate::article::body::fold(&page, 0..page.nodes.len(), &|_| false);
        let papers = ["Daily Quay".to_owned()];
        super::byline(&Facts::gather(&page, &[]), &near.iter().collect::<Vec<_>>(), &papers, usize::MAX)
            .unwrap_or_default()
    }

    #[test]
    fn each_source_in_turn() {
        assert_eq!(byline("<meta name=author content='Ann Lee'><p class=byline>By Bo Lind"), "Ann Lee");
        assert_eq!(
            byline("<meta property=article:author content='https://x.example/a'><a rel=author href=x>Bo Lind</a>"),
            "Bo Lind"
        );
        assert_eq!(byline("<span itemprop=author><i>by</i> <b itemprop=name>Cy Dunn</b> at noon</span>"), "Cy Dunn");
        assert_eq!(byline("<div class=post-author>Text: Di Ek</div>"), "Di Ek");
        assert_eq!(byline("<h1>x</h1><p>By Eve Fox, Daily Quay<p>Long text."), "Eve Fox");
        assert_eq!(byline("<p>By<a href=x>Flo Gant</a>"), "Flo Gant");
        assert_eq!(byline("<p>By and large it rained."), "");
    }

    #[test]
    fn a_link_to_an_authors_page_names_them() {
        assert_eq!(byline("<h1>x</h1><p><a href=/authors/ann-lee/>Ann Lee</a> <span>5 min read</span>"), "Ann Lee");
        assert_eq!(byline("<p><a href=/authors/>Our Authors</a>"), "");
        assert_eq!(byline("<p><a href=/people/bo-lind/>Bo Lind</a>"), "");
        assert_eq!(byline("<p>Written by</p><p>Ann Lee</p>"), "Ann Lee");
    }

    #[test]
    fn what_is_declared_is_taken_as_it_is_signed() {
        assert_eq!(byline("<meta name=author content=ann_lee7>"), "ann_lee7");
        assert_eq!(byline("<meta name=author content='Jörg Staff'>"), "Jörg Staff");
        assert_eq!(byline("<meta name=author content='Quay Team'>"), "Quay Team");
        assert_eq!(byline("<meta name=author content='Staff Writer'>"), "");
        assert_eq!(
            byline("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>"),
            "Ann Lee"
        );
        assert_eq!(
            byline("<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='Six'>"),
            ""
        );
    }

    #[test]
    fn the_paper_is_no_author() {
        assert_eq!(byline("<meta name=author content='The Daily Quay'>"), "");
        assert_eq!(byline("<meta name=author content='Daily Quay'>"), "");
        assert_eq!(byline("<meta name=author content='daily quay staff'>"), "");
    }
}
