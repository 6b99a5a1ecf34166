//! The article in an HTML page: its part of the tree is found, folded, pruned and put into one text.

use super::facts::Facts;
use super::flow::{FlowBlock, fold};
use super::measure::Measure;
use super::{Article, Block, BlockKind, Link, address, body, boilerplate, direction, image, metadata, prune, teaser};
use crate::options::Options;
use crate::snapshot::Snapshot;
use crate::text::Span;
use std::collections::HashSet;
use std::ops::Range;

/// Finds the article in `snapshot`, leaving out the node ranges in `comments`.
pub(super) fn extract(snapshot: &Snapshot, comments: &[Range<usize>], options: &Options) -> Article {
    let facts = Facts::of(snapshot);
    let base = metadata::base(&facts, options);
    let measure = Measure::of(snapshot);
    let out = left_out(snapshot, &measure, comments);
    let skip = |at: usize| out.get(at).copied().unwrap_or(false);

    let blocks = fold(snapshot, 0..snapshot.nodes.len(), &skip);
    let teasers = teaser::find(snapshot, &blocks, base.as_deref());
    let nodes = body::choose(snapshot, &blocks, &teasers);
    let prose = blocks.iter().find(|b| nodes.contains(&b.nodes.start) && body::is_prose(b));
    let start = prose.map_or(nodes.start, |b| b.nodes.start);

    // bylines and dates stand in what the body leaves out
    let threads: HashSet<usize> = comments.iter().map(|c| c.start).collect();
    let whole = fold(snapshot, 0..snapshot.nodes.len(), &|at| threads.contains(&at));
    let mut metadata = metadata::of(&facts, &whole, start, options);
    let own: Vec<(FlowBlock, bool)> =
        blocks.into_iter().zip(teasers).filter(|(b, _)| nodes.contains(&b.nodes.start)).collect();
    // a page of nothing but teasers is read as it is
    let all = own.iter().all(|(_, teaser)| *teaser);
    let own = own.into_iter().filter(|(_, teaser)| all || !teaser).map(|(b, _)| b).collect();
    let blocks = prune::prune(own, metadata.title.as_deref());
    let images = image::find(snapshot, &nodes, &blocks, &skip, base.as_deref());

    metadata.right_to_left = direction::is_right_to_left(snapshot, &blocks);
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
    article
}

/// For each node, whether it is left out with all that is in it.
fn left_out(snapshot: &Snapshot, measure: &Measure, comments: &[Range<usize>]) -> Vec<bool> {
    let mut out: Vec<bool> =
        (0..snapshot.nodes.len()).map(|at| boilerplate::is_boilerplate(snapshot, measure, at)).collect();
    for range in comments {
        if let Some(nodes) = out.get_mut(range.clone()) {
            nodes.fill(true);
        }
    }
    out
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
