//! The page's end of the analysis: one worker, one request at a time, and the page never waits.

use crate::error::PageError;
use crate::host::Host;
use crate::listener::Listener;
use crate::words;
use js_sys::{Function, Object, Promise, Reflect};
use postil::Analysis;
use postil_document::{Request, message_of, read_answer};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// What `www/worker.js` says: that it is ready, an answer, or why there is none.
    type Message;
    #[wasm_bindgen(method, getter)]
    fn ready(this: &Message) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn number(this: &Message) -> Option<u32>;
    #[wasm_bindgen(method, getter)]
    fn answer(this: &Message) -> JsValue;
    /// What failed: `"loading"` or `"reading"`.
    #[wasm_bindgen(method, getter)]
    fn failed(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn why(this: &Message) -> Option<String>;
}

/// The worker, and the request that it is at.
pub(crate) struct AnalysisWorker {
    host: Host,
    running: RefCell<Option<Running>>,
    /// Counts requests, so that the answer to one that was given up is known as such.
    requests: Cell<u32>,
}

/// A worker that was started. Dropping it ends it.
struct Running {
    worker: Worker,
    state: Rc<State>,
    _listeners: [Listener; 3],
}

/// What is known of a running worker.
#[derive(Default)]
struct State {
    /// It has loaded, so that a request is read as soon as it comes.
    ready: Cell<bool>,
    /// It failed in a way that leaves nothing to rely on.
    broken: Cell<bool>,
    waiting: RefCell<Option<Waiting>>,
}

/// A request without an answer yet.
struct Waiting {
    number: u32,
    outcome: Rc<RefCell<Option<Result<JsValue, PageError>>>>,
    wake: Function,
}

impl AnalysisWorker {
    /// None yet; `host` starts one when it is needed.
    pub(crate) fn new(host: Host) -> Self {
        Self { host, running: RefCell::default(), requests: Cell::default() }
    }

    /// Starts the worker, which loads all that an analysis needs, unless one runs already.
    ///
    /// # Errors
    /// When the browser starts none.
    pub(crate) fn start(&self) -> Result<(), PageError> {
        let mut running = self.running.borrow_mut();
        if running.as_ref().is_none_or(|running| running.state.broken.get()) {
            *running = Some(Running::start(&self.host)?);
        }
        Ok(())
    }

    /// Asks, and waits without blocking. A request still under way is given up.
    ///
    /// # Errors
    /// When there is nothing to read, when it was cancelled, or when there is no worker or it failed.
    pub(crate) async fn ask(&self, request: Request) -> Result<Analysis, PageError> {
        let (request, transfer) = request.to_message()?;
        self.cancel();
        self.start()?;
        let number = self.count();
        let outcome = Rc::default();
        let promise = match self.running.borrow().as_ref() {
            Some(running) => {
                let promise = Promise::new(&mut |wake, _| {
                    let waiting = Waiting { number, outcome: Rc::clone(&outcome), wake };
                    *running.state.waiting.borrow_mut() = Some(waiting);
                });
                running.worker.post_message_with_transfer(&question(number, &request)?, &transfer)?;
                promise
            }
            None => return Err(PageError::Cancelled),
        };
        JsFuture::from(promise).await?;
        let outcome = outcome.borrow_mut().take().unwrap_or(Err(PageError::Cancelled));
        Ok(read_answer(outcome?)?)
    }

    /// Gives up the request under way, if any.
    pub(crate) fn cancel(&self) {
        let running = self.running.borrow();
        let Some(Running { worker, state, .. }) = running.as_ref() else { return };
        if !state.settle(Err(PageError::Cancelled)) || state.broken.get() {
            return;
        }
        // what has begun to read hears nothing; what is still loading goes on with that
        let told = !state.ready.get()
            && question(self.count(), &JsValue::UNDEFINED).is_ok_and(|nothing| worker.post_message(&nothing).is_ok());
        if !told {
            drop(running);
            *self.running.borrow_mut() = None;
            // the next request says why, when none can be started
            let _ = self.start();
        }
    }

    fn count(&self) -> u32 {
        self.requests.set(self.requests.get().wrapping_add(1));
        self.requests.get()
    }
}

impl Running {
    fn start(host: &Host) -> Result<Self, PageError> {
        let worker = host.worker().map_err(|why| PageError::NoWorker(message_of(&why)))?;
        let state = Rc::<State>::default();
        let hear = |kind, heard: fn(&State, Event)| {
            let state = Rc::clone(&state);
            Listener::on(&worker, kind, move |event| heard(&state, event))
        };
        let listeners = [
            hear("message", State::hear)?,
            hear("messageerror", State::hear_garbled)?,
            hear("error", State::hear_error)?,
        ];
        Ok(Self { worker, state, _listeners: listeners })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl State {
    fn hear(&self, event: Event) {
        let message: Message = event.unchecked_into::<MessageEvent>().data().unchecked_into();
        if message.ready().is_some() {
            self.ready.set(true);
            return;
        }
        let why = message.why().unwrap_or_default();
        match message.failed().as_deref() {
            // it tries again itself, with the next request
            Some("loading") => drop(self.settle(Err(PageError::NotLoaded(why)))),
            Some(_) => self.fail(PageError::Broken(why)),
            None => {
                let number = self.waiting.borrow().as_ref().map(|waiting| waiting.number);
                if number == message.number() {
                    self.settle(Ok(message.answer()));
                }
            }
        }
    }

    fn hear_garbled(&self, _: Event) {
        self.fail(PageError::Broken(words::UNREADABLE_ANSWER.to_owned()));
    }

    /// An error that nothing in the worker caught, or (without a message) a script that could not be loaded.
    fn hear_error(&self, event: Event) {
        self.fail(match event.dyn_into::<ErrorEvent>() {
            Ok(error) => PageError::Broken(error.message()),
            Err(_) => PageError::NotLoaded(words::WORKER_CANNOT_BE_FETCHED.to_owned()),
        });
    }

    fn fail(&self, why: PageError) {
        self.broken.set(true);
        self.settle(Err(why));
    }

    /// Gives the request under way its outcome; says whether there was one.
    fn settle(&self, outcome: Result<JsValue, PageError>) -> bool {
        let Some(waiting) = self.waiting.borrow_mut().take() else { return false };
        *waiting.outcome.borrow_mut() = Some(outcome);
        // resolving a promise does not throw
        let _ = waiting.wake.call0(&JsValue::UNDEFINED);
        true
    }
}

/// A message to `www/worker.js`. Without a request it says that the one before it is given up.
fn question(number: u32, request: &JsValue) -> Result<JsValue, PageError> {
    let message = Object::new();
    Reflect::set(&message, &"number".into(), &number.into())?;
    Reflect::set(&message, &"request".into(), request)?;
    Ok(message.into())
}
