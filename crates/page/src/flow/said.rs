//! What the library keeps of the open article: what it is, and who says its passages.

use super::effect::{Effect, Effects};
use super::state::State;
use postil::{Annotation, KeptArticle, PassageKind, QuoteKind, Said, Span};

/// Keeps what is known of the open article's passages by now, before another takes its place.
pub(super) fn remember_said(state: &State, fx: &mut Effects) {
    if is_kept(state)
        && let Some(article) = kept_article(state).filter(|article| !article.said.is_empty())
    {
        fx.push(Effect::AddToLibrary { articles: vec![article], pages: Vec::new(), known: Vec::new() });
    }
}

/// Whether the open article is one of the library's: the sample is not, until something is noted in it.
pub(super) fn is_kept(state: &State) -> bool {
    !state.notebook.annotations().is_empty()
}

/// The open article, as it is kept.
pub(super) fn kept_article(state: &State) -> Option<KeptArticle> {
    let reading = state.reading.as_ref()?;
    let metadata = &reading.analysis.article.metadata;
    let said = state.passages().filter_map(|(annotation, place)| said(state, annotation, place?)).collect();
    Some(KeptArticle {
        source: reading.source.clone(),
        title: reading.title(),
        opened: (state.world.now)(),
        url: metadata.url.clone(),
        site: metadata.site.clone(),
        byline: metadata.byline.clone(),
        published: metadata.published.clone(),
        read: 0.0,
        size: 0,
        said,
    })
}

/// Who says a passage of the open article, and what it is.
fn said(state: &State, annotation: &Annotation, place: Span) -> Option<Said> {
    let reading = state.reading.as_ref()?;
    let analysis = &reading.analysis;
    let shared = |span: Span| span.end.min(place.end).saturating_sub(span.start.max(place.start)) * 2 > place.len();
    let quotes = analysis.quotes.iter().enumerate();
    let quote = quotes.filter(|(_, q)| q.kind != QuoteKind::Marked && shared(q.span)).min_by_key(|(_, q)| q.span.len());
    let (speaker, kind) = if let Some((index, quote)) = quote {
        let kind = if quote.kind == QuoteKind::Indirect { PassageKind::Paraphrase } else { PassageKind::Quote };
        (reading.speaker(index), kind)
    } else if let Some(comment) = analysis.comments.iter().find(|comment| shared(comment.span)) {
        (comment.author.clone(), PassageKind::Comment)
    } else {
        (None, PassageKind::OwnWords)
    };
    Some(Said { id: annotation.id.clone(), speaker, kind })
}
