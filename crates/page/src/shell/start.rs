//! How the page starts.

use super::app::App;
use super::services::Services;
use super::{events, handed_over};
use crate::dom::{Templates, window};
use crate::error::PageError;
use crate::flow::action::Action;
use crate::flow::effect::{Effect, View};
use crate::flow::incoming::Source;
use crate::flow::state::{State, World};
use crate::host::{Host, watch_versions};
use crate::other_tabs::OtherTabs;
use crate::storage::Storage;
use crate::views::lists::TABS;
use crate::words;
use crate::worker::AnalysisWorker;
use postil_document::can_paint;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The name of the store of Postil's own page, and what those of others begin with.
const STORE: &str = "postil";

/// The time and the ids of a browser.
const BROWSER: World = World {
    now: || String::from(js_sys::Date::new_0().to_iso_string()),
    new_id: || {
        let crypto = window().and_then(|window| Ok(window.crypto()?));
        // every browser that has WebAssembly has it, on pages that it calls secure; elsewhere time and chance have to do
        crypto.map_or_else(
            |_| format!("urn:uuid:{}-{}", js_sys::Date::now(), js_sys::Math::random()),
            |crypto| ["urn:uuid:", &crypto.random_uuid()].concat(),
        )
    },
    tabs: &TABS,
    keeping: None,
};

/// Builds the page, and shows the article that its address names, or the sample. Storage opens meanwhile.
///
/// # Errors
/// When the document lacks a part of Postil's `index.html`.
pub(crate) fn start(host: Host) -> Result<(), PageError> {
    let store = host.store().map_or_else(|| STORE.to_owned(), |name| [STORE, "-", &name].concat());
    let storage = Storage::open(&store, host.rows());
    let services = Services {
        worker: Rc::new(AnalysisWorker::new(host.clone())),
        storage: storage.clone(),
        templates: Templates::parse()?,
        opening: Rc::default(),
        rendered: Rc::default(),
        host: host.clone(),
    };
    if services.analyses() {
        // it loads while the page does; the first article says why, when it cannot be started
        let _ = services.worker.start();
    }
    let keeping = host.kept_in().as_deref().map(words::kept_in);
    let mut state = State::new(World { keeping, ..BROWSER });
    if let Some(offered) = host.layers() {
        state.offer(&offered);
    }
    let app = App::new(state, services)?;
    for view in [View::Layers, View::Tabs] {
        app.perform(Effect::Draw(view))?;
    }
    *app.listeners.borrow_mut() = events::listen(&app)?;
    let heard = Rc::downgrade(&app);
    let other_tabs = OtherTabs::listen(&store, move |news| {
        if let Some(app) = heard.upgrade() {
            app.dispatch(Action::NotesChangedElsewhere(news));
        }
    });
    let told = Rc::downgrade(&app);
    storage.on_trouble(move |trouble| {
        if let Some(app) = told.upgrade() {
            app.dispatch(Action::Database(trouble));
        }
    });
    // a browser without the channel works on: its tabs see each other's changes when they are reloaded
    *app.other_tabs.borrow_mut() = other_tabs.ok();
    if !can_paint() {
        app.dispatch(Action::Failed(words::NO_HIGHLIGHTS.to_owned()));
    }
    let tags = storage.clone();
    app.spawn(async move { storage.opened().await.map(|_| None) });
    app.spawn(async move {
        if tags.opened().await.is_err() {
            return Ok(None); // said by the other
        }
        let (book, fresh) = tags.tags().await?;
        Ok(Some(Action::TagsRead(book, fresh)))
    });
    let article = host.article();
    let first = article.as_ref().and_then(handed_over::source_of);
    app.dispatch(Action::Open(first.unwrap_or(Source::PageAddress)));
    if let Some(by) = article.and_then(|article| article.withheld()) {
        app.dispatch(Action::Failed(words::withheld(&by).to_owned()));
    }
    if let Some(script) = host.service_worker() {
        let told = Rc::downgrade(&app);
        let ready = Closure::<dyn Fn()>::new(move || {
            if let Some(app) = told.upgrade() {
                app.dispatch(Action::NewVersion);
            }
        });
        app.spawn(async move {
            // a browser that keeps nothing, in a private window say, works on with the network
            let _ = watch_versions(&script, &ready.into_js_value().unchecked_into()).await;
            Ok(None)
        });
    }
    handed_over::keep(app);
    Ok(())
}
