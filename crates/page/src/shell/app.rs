//! The page's one object: an action comes in, its effects are performed.

use super::services::Services;
use crate::dom::element;
use crate::error::PageError;
use crate::flow::action::Action;
use crate::flow::apply::apply;
use crate::flow::state::State;
use crate::listener::Listener;
use crate::other_tabs::OtherTabs;
use crate::page::reading::Reading;
use crate::page::render::Sheet;
use crate::page::shown::Shown;
use crate::views::answer_counts::AnswerCounts;
use crate::views::card::Card;
use crate::views::dialogs::Dialogs;
use crate::views::edge_map::EdgeMap;
use crate::views::facets::Facets;
use crate::views::layers::Layers;
use crate::views::library::LibraryView;
use crate::views::lists::List;
use crate::views::margin_notes::MarginNotes;
use crate::views::tabs::Tabs;
use crate::views::tag_bar::TagBar;
use crate::views::toasts::Toasts;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Everything that is drawn beside the article's text.
pub(super) struct Views {
    pub(super) answer_counts: AnswerCounts,
    pub(super) card: Card,
    pub(super) dialogs: Dialogs,
    pub(super) edge_map: EdgeMap,
    pub(super) facets: Facets,
    pub(super) layers: Layers,
    pub(super) library: LibraryView,
    pub(super) list: List,
    pub(super) margin_notes: MarginNotes,
    pub(super) tabs: Tabs,
    pub(super) tag_bar: TagBar,
    pub(super) toasts: Toasts,
    /// The article's own place.
    pub(super) read: HtmlElement,
    /// What screen readers read out.
    pub(super) live: HtmlElement,
}

/// Something that the page does while it goes on; it may end in an action.
type Task = Pin<Box<dyn Future<Output = Result<Option<Action>, PageError>>>>;

/// The page.
pub(super) struct App {
    pub(super) state: RefCell<State>,
    pub(super) views: Views,
    pub(super) services: Services,
    /// The article on the page.
    pub(super) sheet: RefCell<Option<Sheet>>,
    /// The other tabs, where the browser lets them speak.
    pub(super) other_tabs: RefCell<Option<OtherTabs>>,
    /// All that the page hears.
    pub(super) listeners: RefCell<Vec<Listener>>,
}

impl App {
    /// Finds and makes what the page is made of.
    pub(super) fn new(state: State, services: Services) -> Result<Rc<Self>, PageError> {
        let templates = || services.templates.clone();
        let views = Views {
            answer_counts: AnswerCounts::new(templates()),
            card: Card::new(templates())?,
            dialogs: Dialogs::new(templates()),
            edge_map: EdgeMap::new()?,
            facets: Facets::new(templates())?,
            layers: Layers::new(&services.templates)?,
            library: LibraryView::new(templates())?,
            list: List::new(templates())?,
            margin_notes: MarginNotes::new(templates()),
            tabs: Tabs::new(&services.templates)?,
            tag_bar: TagBar::new(templates())?,
            toasts: Toasts::new(templates())?,
            read: element("#read")?,
            live: element("#live")?,
        };
        Ok(Rc::new(Self {
            state: RefCell::new(state),
            views,
            services,
            sheet: RefCell::default(),
            other_tabs: RefCell::default(),
            listeners: RefCell::default(),
        }))
    }

    /// Applies an action, and performs what follows from it.
    pub(super) fn dispatch(self: &Rc<Self>, action: Action) {
        let effects = apply(&mut self.state.borrow_mut(), action);
        match effects {
            Ok(effects) => {
                for effect in effects {
                    let done = self.perform(effect);
                    self.report(done);
                }
            }
            Err(error) => self.dispatch(Action::Failed(error.to_string())),
        }
    }

    /// Runs a task of the page; what it ends in is dispatched.
    pub(super) fn spawn(self: &Rc<Self>, task: impl Future<Output = Result<Option<Action>, PageError>> + 'static) {
        // boxed, so that the machinery that runs tasks is in the module once and not once a task
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(self: &Rc<Self>, task: Task) {
        let app = Rc::clone(self);
        spawn_local(async move {
            match task.await {
                Ok(Some(action)) => app.dispatch(action),
                outcome => app.report(outcome.map(drop)),
            }
        });
    }

    /// Shows the failure of `outcome`, if it is one.
    pub(super) fn report(self: &Rc<Self>, outcome: Result<(), PageError>) {
        match outcome {
            Ok(()) | Err(PageError::Cancelled) => {}
            Err(error) => self.dispatch(Action::Failed(error.to_string())),
        }
    }

    /// What `with` gives of the open article and its text on the page, if there is one.
    pub(super) fn on_text<T>(&self, with: impl FnOnce(&State, &Reading, &Shown) -> T) -> Option<T> {
        let (sheet, state) = (self.sheet.borrow(), self.state.borrow());
        Some(with(&state, state.reading.as_ref()?, &sheet.as_ref()?.shown))
    }
}
