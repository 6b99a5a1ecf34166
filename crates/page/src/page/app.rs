//! The page's one object: its parts, its state, and how it starts.

use super::reading::Reading;
use super::state::{Layer, State, Tab};
use crate::dom::{self, Templates, find};
use crate::error::PageError;
use crate::listener::Listener;
use crate::storage::Storage;
use crate::tabs::Tabs;
use crate::worker::AnalysisWorker;
use postil::Notebook;
use postil_document::can_paint;
use std::cell::{OnceCell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, HtmlInputElement};

/// The elements of `index.html` that the page works with.
pub(super) struct Parts {
    pub(super) templates: Templates,
    pub(super) read: HtmlElement,
    pub(super) layers: HtmlElement,
    pub(super) tabs: HtmlElement,
    pub(super) panel: HtmlElement,
    pub(super) list: HtmlElement,
    pub(super) filter: HtmlInputElement,
    pub(super) facets: HtmlElement,
    pub(super) lists_button: Element,
    pub(super) card: HtmlElement,
    pub(super) tagbar: HtmlElement,
    pub(super) toasts: HtmlElement,
    pub(super) live: HtmlElement,
    pub(super) map: HtmlCanvasElement,
}

/// Something that the page does while it goes on.
type Task = Pin<Box<dyn Future<Output = Result<(), PageError>>>>;

/// The page.
pub(super) struct App {
    pub(super) parts: Parts,
    pub(super) state: RefCell<State>,
    pub(super) worker: AnalysisWorker,
    pub(super) storage: RefCell<Storage>,
    pub(super) tabs: RefCell<Option<Tabs>>,
    /// Counts openings, so that a slower one that was overtaken stops.
    pub(super) opening: std::cell::Cell<u32>,
    /// What could not be read for a reason that may pass.
    pub(super) unread: RefCell<Option<super::open::Unread>>,
    /// Counts drawings of the map, likewise.
    pub(super) mapping: std::cell::Cell<u32>,
    /// What was pasted into the dialog: its HTML flavour, and the plain one to know it by.
    pub(super) pasted_html: RefCell<Option<(String, String)>>,
    /// The listener of the file field that an import opened last.
    pub(super) importing: RefCell<Option<Listener>>,
    listeners: OnceCell<Vec<Listener>>,
}

impl App {
    /// Builds the page, opens storage, and shows the article that the address names, or the sample.
    pub(super) async fn start() -> Result<(), PageError> {
        let parts = Parts {
            templates: Templates::parse()?,
            read: find("#read")?,
            layers: find(".layers")?,
            tabs: find(".tabs")?,
            panel: find("#panel")?,
            list: find("#list")?,
            filter: find("#filter")?,
            facets: find("#facets")?,
            lists_button: find(".lists")?,
            card: find("#card")?,
            tagbar: find("#tagbar")?,
            toasts: find("#toasts")?,
            live: find("#live")?,
            map: find(".map")?,
        };
        let worker = AnalysisWorker::default();
        // it loads while the page does; the first article says why, when it cannot be started
        let _ = worker.start();
        let storage = Storage::open().await;
        let app = Rc::new(Self {
            parts,
            state: RefCell::new(State { rows: super::lists::ROWS, ..State::default() }),
            worker,
            storage: RefCell::new(storage),
            tabs: RefCell::new(None),
            opening: std::cell::Cell::new(0),
            unread: RefCell::new(None),
            mapping: std::cell::Cell::new(0),
            pasted_html: RefCell::new(None),
            importing: RefCell::new(None),
            listeners: OnceCell::new(),
        });
        app.draw_layers()?;
        app.draw_tabs()?;
        let heard = super::events::listen(&app)?;
        let _first = app.listeners.set(heard); // set once, here
        app.listen_to_tabs();
        if !can_paint() {
            app.toast_bad("This browser cannot paint highlights in a page (it lacks the CSS Custom Highlight API). The lists work as ever.");
        }
        if let Some(why) = app.storage.borrow().trouble() {
            app.toast_bad(&why);
        }
        app.open_address().await;
        // the app lives as long as the page does: its listeners hold it, and it holds them
        std::mem::forget(app);
        Ok(())
    }

    /// Runs `task` for the page, and shows what goes wrong.
    pub(super) fn spawn(self: &Rc<Self>, task: impl Future<Output = Result<(), PageError>> + 'static) {
        // boxed, so that the machinery that runs tasks is in the module once and not once a task
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(self: &Rc<Self>, task: Task) {
        let app = Rc::clone(self);
        spawn_local(async move {
            let outcome = task.await;
            app.report(outcome);
        });
    }

    /// Shows the failure of `outcome`, if it is one.
    pub(super) fn report(&self, outcome: Result<(), PageError>) {
        match outcome {
            Ok(()) | Err(PageError::Cancelled) => {}
            Err(error) if self.unread.borrow().is_some() && error.may_pass() => {
                self.toast_bad_with(&error.to_string(), "Try again", "retry");
            }
            Err(error) => self.toast_bad(&error.to_string()),
        }
    }

    /// Puts a newly rendered article in place of the last one.
    pub(super) fn install(self: &Rc<Self>, reading: Reading, notebook: Notebook) -> Result<(), PageError> {
        {
            let mut state = self.state.borrow_mut();
            dom::document()?.set_title(&format!("{} – Postil", reading.title()));
            *state = State {
                reading: Some(reading),
                notebook,
                off: std::mem::take(&mut state.off),
                tab: state.tab,
                rows: super::lists::ROWS,
                images: false,
                ..State::default()
            };
        }
        self.parts.filter.set_value("");
        let anew = self.place_notes();
        self.hide_card();
        self.hide_tagbar();
        self.draw_layers()?;
        self.draw_facets()?;
        if anew {
            self.draw_voices()?;
        }
        self.draw_all()
    }

    /// Redraws everything that depends on the state.
    pub(super) fn draw_all(self: &Rc<Self>) -> Result<(), PageError> {
        self.paint_analysis();
        self.paint_mine();
        self.draw_margin_notes()?;
        self.draw_list()?;
        self.draw_map()
    }

    /// Whether a layer is on.
    pub(super) fn is_on(&self, layer: Layer) -> bool {
        !self.state.borrow().off.contains(&layer)
    }

    /// Shows one of the lists.
    pub(super) fn show_tab(self: &Rc<Self>, tab: Tab) -> Result<(), PageError> {
        {
            let mut state = self.state.borrow_mut();
            state.tab = tab;
            state.rows = super::lists::ROWS;
        }
        self.draw_tabs()?;
        self.draw_facets()?;
        self.draw_list()
    }

    /// Says something to a screen reader, without moving anything.
    pub(super) fn say(&self, words: &str) {
        self.parts.live.set_text_content(Some(words));
    }
}
