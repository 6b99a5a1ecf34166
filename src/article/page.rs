//! The article in an HTML page: its part of the tree is found, folded, pruned and put into one text.

use super::body::{Boilerplate, Doubt, FlowBlock, Measure, fold};
use super::extracted::Extracted;
use super::metadata::Facts;
use super::{Article, Block, BlockKind, Link, address, body, metadata};
use crate::options::Options;
use crate::snapshot::Snapshot;
use crate::text::Span;
use std::ops::Range;

/// Nodes after headline and first sentence in which byline and date are looked for.
const HEAD: usize = 1_000;

/// An article of less than one part in so many of the page's unlinked text was missed.
const FEW: usize = 8;

/// A page with less unlinked text than this, in bytes, may have no article.
const LITTLE: usize = 400;

/// Finds the article in `snapshot`, leaving out the node ranges in `comments`.
pub(super) fn article_in(snapshot: &Snapshot, comments: &[Range<usize>], options: &Options) -> Extracted {
    let facts = Facts::gather(snapshot, comments);
    let base = metadata::base(&facts, options);
    let measure = Measure::of(snapshot);
    let BodyPart { out, blocks, teasers, nodes } = body_part(snapshot, &measure, comments, base.as_deref());
    let skip = |at: usize| out.get(at).copied().unwrap_or(false);
    let prose = blocks.iter().find(|b| nodes.contains(&b.nodes.start) && body::is_prose(b));
    let start = prose.map_or(nodes.start, |b| b.nodes.start);

    // bylines and dates stand in what the body leaves out
    let mut threads = vec![false; snapshot.nodes.len()];
    leave_out(snapshot, comments, &mut threads);
    let head = facts.headlines.last().copied().unwrap_or(0).max(start).saturating_add(HEAD).min(snapshot.nodes.len());
    let head = fold(snapshot, 0..head, &|at| threads.get(at) == Some(&true));
    let mut metadata = metadata::metadata(&facts, &head, start..nodes.end.max(start), options);
    let own: Vec<(FlowBlock, bool)> =
        blocks.into_iter().zip(teasers).filter(|(b, _)| nodes.contains(&b.nodes.start)).collect();
    // a page of nothing but teasers is read as it is
    let all = own.iter().all(|(_, teaser)| *teaser);
    let own = own.into_iter().filter(|(_, teaser)| all || !teaser).map(|(b, _)| b).collect();
    let blocks = body::prune(snapshot, own, metadata.title.as_deref());
    let start = blocks.iter().find(|b| body::is_prose(b)).map(|b| b.nodes.start);
    let images = body::images_in(snapshot, &nodes, &blocks, &skip, base.as_deref());

    metadata.right_to_left = body::is_right_to_left(snapshot, &blocks);
    let mut article = Article { metadata, images, ..Article::default() };
    if let Some(title) = article.metadata.title.clone() {
        article.text.push_str(&title);
        article.blocks.push(Block { kind: BlockKind::Title, span: Span::new(0, title.len()), level: 0 });
        for image in &mut article.images {
            image.before += 1;
        }
    }
    for block in blocks {
        push(&mut article, block, snapshot, base.as_deref());
    }
    Extracted { article, start }
}

/// Marks the elements that stand wholly in one of these ranges.
fn leave_out(snapshot: &Snapshot, ranges: &[Range<usize>], out: &mut [bool]) {
    for range in ranges {
        for at in range.clone().filter(|&at| snapshot.end(at) <= range.end) {
            if let Some(out) = out.get_mut(at) {
                *out = true;
            }
        }
    }
}

/// The part of a page that holds its article.
struct BodyPart {
    /// For each node, whether it is left out with all that is in it.
    out: Vec<bool>,
    /// The blocks of the page, without what is left out.
    blocks: Vec<FlowBlock>,
    /// For each block, whether it is part of a list of teasers.
    teasers: Vec<bool>,
    /// The nodes of the article.
    nodes: Range<usize>,
}

impl BodyPart {
    /// Bytes of the article's sentences.
    fn prose(&self) -> usize {
        let own = self.blocks.iter().zip(&self.teasers).filter(|(b, t)| !**t && self.nodes.contains(&b.nodes.start));
        own.filter(|(b, _)| body::is_prose(b)).map(|(b, _)| b.text.len()).sum()
    }
}

/// Finds it with all doubts; where that leaves hardly anything of much text, with fewer.
fn body_part(snapshot: &Snapshot, measure: &Measure, comments: &[Range<usize>], base: Option<&str>) -> BodyPart {
    let boilerplate = Boilerplate::new(snapshot, measure);
    let attempt = |least: Doubt| {
        let mut out = boilerplate.nodes(least);
        leave_out(snapshot, comments, &mut out);
        let blocks = fold(snapshot, 0..snapshot.nodes.len(), &|at| out.get(at).copied().unwrap_or(false));
        let teasers = body::teasers(snapshot, &blocks, base);
        let nodes = body::article_nodes(snapshot, &blocks, &teasers);
        BodyPart { out, blocks, teasers, nodes }
    };
    let claimed: usize = comments.iter().map(|c| measure.plain(c)).sum();
    let all = measure.plain(&(0..snapshot.nodes.len())).saturating_sub(claimed);
    let mut best = attempt(Doubt::Weak);
    for least in [Doubt::Strong, Doubt::Sure] {
        let prose = best.prose();
        if prose * FEW >= all || all < LITTLE {
            break;
        }
        let next = attempt(least);
        if next.prose() > prose * 2 {
            best = next;
        }
    }
    best
}

/// Adds a block, two line breaks after the one before.
fn push(article: &mut Article, block: FlowBlock, snapshot: &Snapshot, base: Option<&str>) {
    if !article.text.is_empty() {
        article.text.push_str("\n\n");
    }
    let start = article.text.len();
    article.text.push_str(&block.text);
    article.blocks.push(Block { kind: block.kind, span: Span::new(start, article.text.len()), level: block.level });
    let linked = block.links.into_iter().filter_map(|(span, node)| {
        let href = address::resolve(base, snapshot.attribute(node, "href")?)?;
        Some(Link { span: Span::new(start + span.start, start + span.end), href })
    });
    article.links.extend(linked);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Builder, Source, from_html};
    use proptest::prelude::*;

    /// Pieces of pages, to be put together in any order.
    const PIECES: &[&str] = &[
        "<p>",
        "</p>",
        "<div class=share>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<a href=/x>",
        "</a>",
        "<ul><li>",
        "<table><tr><td>",
        "<td>",
        "<tr>",
        "</table>",
        "<caption>",
        "<pre>",
        "</pre>",
        "<br>",
        "<blockquote>",
        "<img src=/i.png>",
        "<article>",
        "<nav>",
        "<b>",
        "</b>",
        "<span hidden>",
        "&nbsp;",
        "&#x200B;",
        "\u{AD}",
        " \n ",
        "Words of a sentence, which is long enough to be prose, and which ends with a full stop.",
        "é 🚀 \u{301}",
        "By Ann Lee",
        "8 May 2020",
        "عاد",
    ];

    #[test]
    fn a_tree_of_any_depth_is_walked_by_loops() {
        let mut builder = Builder::new(Source::Html);
        for tag in ["div", "blockquote", "ul", "table", "time", "h1"].iter().cycle().take(100_000) {
            builder.open(tag, [("class", "caption author date"), ("itemprop", "author")]);
        }
        builder.text("Deep down somebody wrote a sentence.");
        let article = article_in(&builder.finish(), &[], &Options::default()).article;
        assert!(article.text.ends_with("Deep down somebody wrote a sentence."));
    }

    #[test]
    fn comments_are_left_out() {
        let page =
            from_html("<p>The article's own words, in one sentence.</p><ol><li>A reader's words, in another one.</ol>");
        let page = page.unwrap_or_default();
        let thread = (0..page.nodes.len()).find(|&i| page.tag(i) == "ol").map(|i| i..page.end(i));
        let article = article_in(&page, thread.as_slice(), &Options::default()).article;
        assert_eq!(article.text, "The article's own words, in one sentence.");
    }

    proptest! {
        #[test]
        fn spans_are_valid_ordered_and_trimmed(pieces in prop::collection::vec(0..PIECES.len(), 1..60)) {
            let html: String = pieces.iter().filter_map(|&i| PIECES.get(i)).copied().collect();
            let Ok(page) = from_html(&html) else { return Ok(()) };
            let article = article_in(&page, &[], &Options { url: Some("https://a.example/b".into()), published: None }).article;
            let mut end = 0;
            for block in &article.blocks {
                let text = block.span.of(&article.text);
                prop_assert!(text.is_some_and(|t| !t.is_empty() && t == t.trim()));
                prop_assert!(block.span.start >= end);
                end = block.span.end;
            }
            for link in &article.links {
                prop_assert!(link.span.of(&article.text).is_some_and(|t| !t.is_empty()));
                prop_assert!(article.blocks.iter().any(|b| b.span.covers(link.span)));
            }
            prop_assert!(article.images.iter().all(|i| i.before <= article.blocks.len()));
        }
    }
}
