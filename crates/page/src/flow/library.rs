//! The library: what is shown of it, what narrows it, and what leads from it to an article and back.

use super::awaited::show_awaited;
use super::backing_up::saved;
use super::effect::{Effect, Effects, Focus, View};
use super::incoming::Source;
use super::leaving::leave;
use super::messages::{offer, toast};
use super::opening;
use super::redrawing::redraw;
use super::said::{is_kept, kept_article};
use super::shelved::{Library, Removed};
use super::state::{ROWS, State};
use crate::words;
use postil::{Annotation, KeptArticle, Query, Shelf};

/// Shows the library in the place of the article.
pub(super) fn show(state: &mut State, fx: &mut Effects) {
    if state.library.is_none() {
        fx.push(Effect::ReadLibrary(kept_article(state).filter(|_| is_kept(state))));
    }
}

/// The articles were read: where nothing is on show yet they are, while their passages are fetched.
pub(super) fn articles_read(state: &mut State, articles: Vec<KeptArticle>, fx: &mut Effects) {
    if state.library.is_none() {
        state.library = Some(Library::new(Shelf::new(articles.clone(), Vec::new()), false, ROWS));
        fx.draw(View::Library);
        fx.push(Effect::Title(words::document_title(words::LIBRARY)));
        fx.focus(Focus::Library);
    }
    fx.push(Effect::ReadPassages(articles));
}

/// All that is kept was read. Who left the library in the meantime is not brought back to it.
pub(super) fn read(state: &mut State, articles: Vec<KeptArticle>, notes: Vec<Annotation>, fx: &mut Effects) {
    let Some(library) = &mut state.library else { return };
    library.shelf = Shelf::new(articles, notes);
    library.matches = library.shelf.find(&library.query);
    library.whole = true;
    fx.draw(View::Library);
}

/// What is kept changed: the library on show is read again.
pub(super) fn changed(state: &State, fx: &mut Effects) {
    if state.library.is_some() {
        fx.push(Effect::ReadLibrary(None));
    }
}

/// Asks for something else.
pub(super) fn ask(state: &mut State, change: impl FnOnce(&mut Query), fx: &mut Effects) {
    let Some(library) = &mut state.library else { return };
    let before = library.query.clone();
    change(&mut library.query);
    if library.query != before {
        // who asks for a tag, a speaker or a kind asks for passages
        let narrows = |query: &Query| (query.tag.clone(), query.speaker.clone(), query.kind);
        if narrows(&library.query) != narrows(&before) && narrows(&library.query) != (None, None, None) {
            library.passages = true;
        }
        library.matches = library.shelf.find(&library.query);
        library.rows = ROWS;
        fx.draw(View::LibraryRows);
        fx.say(words::matches(library.matches.articles.len(), library.matches.passages.len()));
    }
}

/// Shows passages, or articles.
pub(super) fn show_passages(state: &mut State, on: bool, fx: &mut Effects) {
    if let Some(library) = &mut state.library {
        library.passages = on;
        library.rows = ROWS;
        fx.draw(View::LibraryRows);
    }
}

/// Shows more rows.
pub(super) fn more(state: &mut State, fx: &mut Effects) {
    if let Some(library) = &mut state.library {
        library.rows += ROWS;
        fx.draw(View::LibraryRows);
    }
}

/// Opens an article: what is kept of it, or its address where nothing is.
pub(super) fn open_article(state: &mut State, source: &str, fx: &mut Effects) {
    if state.reading.as_ref().is_some_and(|reading| reading.is_of(source)) {
        leave(state, fx);
        fx.focus(Focus::Article);
        return show_awaited(state, fx);
    }
    let articles = state.library.iter().flat_map(|library| library.shelf.articles());
    let kept = articles.map(|article| &article.kept).find(|kept| kept.source == source);
    let is_here = kept.is_some_and(|kept| !kept.opened.is_empty());
    let web = source.starts_with("https://") || source.starts_with("http://");
    let source = if is_here || !web { Source::Before(source.to_owned()) } else { Source::Address(source.to_owned()) };
    opening::open(state, source, fx);
}

/// Opens the article of a passage, at the passage.
pub(super) fn open_passage(state: &mut State, id: String, fx: &mut Effects) {
    let passages = state.library.iter().flat_map(|library| library.shelf.passages());
    let source = passages.map(|passage| &passage.annotation).find(|a| a.id == id).map(|a| a.source.clone());
    if let Some(source) = source {
        state.awaited = Some(id);
        open_article(state, &source, fx);
    }
}

/// Asks whether an article is to go.
pub(super) fn ask_to_remove(state: &State, source: String, fx: &mut Effects) {
    let mut articles = state.library.iter().flat_map(|library| library.shelf.articles());
    if let Some(article) = articles.find(|article| article.kept.source == source) {
        let question = words::remove_article(&article.kept.title, article.passages.len());
        fx.push(Effect::AskToRemove { question, source });
    }
}

/// An article is gone, and can be put back.
pub(super) fn removed(state: &mut State, removed: Removed, fx: &mut Effects) {
    let title = removed.article.as_ref().map(|article| article.title.clone());
    let title = title.or_else(|| removed.notes.first().map(|note| note.title.clone())).unwrap_or_default();
    if let Some(reading) = &state.reading {
        let ids: Vec<String> =
            removed.notes.iter().filter(|n| reading.is_of(&n.source)).map(|n| n.id.clone()).collect();
        if !state.notebook.forget(&ids).deleted.is_empty() {
            redraw(state, fx);
        }
    }
    state.removed = Some(removed);
    changed(state, fx);
    offer(state, words::removed(&title), words::PUT_BACK, "put-back", fx);
}

/// Puts back what was removed last.
pub(super) fn put_back(state: &mut State, fx: &mut Effects) {
    if let Some(removed) = state.removed.take() {
        let here = |note: &&Annotation| state.reading.as_ref().is_some_and(|reading| reading.is_of(&note.source));
        let back = removed.notes.iter().filter(here).cloned().collect();
        state.notebook.merge(back);
        redraw(state, fx);
        fx.push(Effect::PutBack(Box::new(removed)));
        toast(state, words::IS_BACK, fx);
    }
}

/// Saves all of it as one file.
pub(super) fn save(state: &mut State, fx: &mut Effects) {
    saved(state, fx);
    let now = (state.world.now)();
    fx.push(Effect::SaveLibrary(words::library_file(now.get(..10).unwrap_or_default())));
}
