//! Articles that other programs hand over: shared, opened from the system's files, sent by a bookmarklet.

use super::app::App;
use super::open::read_files;
use crate::flow::action::Action;
use crate::flow::incoming::{Incoming, Source};
use crate::host::Article;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// The page that was started last. It lives as long as the document does: its listeners hold it, and it holds them.
    static PAGE: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

/// Keeps the page, for what is handed to it later.
pub(super) fn keep(app: Rc<App>) {
    PAGE.set(Some(app));
}

/// Opens an article in the page; before it has started, nothing happens.
pub(crate) fn open_handed_over(article: &Article) {
    let Some(app) = PAGE.with_borrow(Option::clone) else { return };
    if let Some(files) = article.files().filter(|files| !files.is_empty()) {
        app.spawn(async move { Ok(Some(Action::Open(Source::Articles(read_files(files).await?)))) });
    } else if let Some(source) = source_of(article) {
        app.dispatch(Action::Open(source));
    }
}

/// Where an article that is no file comes from.
pub(super) fn source_of(article: &Article) -> Option<Source> {
    let incoming = Incoming { html: article.html(), text: article.text(), url: article.url() };
    match incoming {
        Incoming { html: None, text: None, url } => url.map(Source::Address),
        whole => Some(whole.into_source()),
    }
}
