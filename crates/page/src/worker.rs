//! The page's end of the analysis: one worker, one request at a time, and the page never waits.

use crate::error::PageError;
use js_sys::{Function, Promise};
use postil::Analysis;
use postil_document::{BrowserError, Request, message_of, read_answer};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the worker runs, beside the page.
const SCRIPT: &str = "www/worker.js";

/// The worker, and the request that it is at.
#[derive(Default)]
pub(crate) struct AnalysisWorker {
    worker: RefCell<Option<Worker>>,
    refuse: RefCell<Option<Function>>,
    /// Counts requests, so that one that was overtaken knows.
    requests: Cell<u32>,
}

impl AnalysisWorker {
    /// Asks, and waits without blocking.
    ///
    /// # Errors
    /// When there is nothing to read, when it was cancelled, or when there is no worker or it failed.
    pub(crate) async fn ask(&self, request: Request) -> Result<Analysis, PageError> {
        let worker = self.worker()?;
        let (message, transfer) = request.to_message()?;
        let number = self.requests.get().wrapping_add(1);
        self.requests.set(number);
        let refusal = &self.refuse;
        let promise = Promise::new(&mut |accept, refuse| {
            // the promise's own functions are the handlers: nothing to unregister
            worker.set_onmessage(Some(&accept));
            worker.set_onerror(Some(&refuse));
            *refusal.borrow_mut() = Some(refuse);
        });
        worker.post_message_with_transfer(&message, &transfer)?;
        let outcome = JsFuture::from(promise).await;
        // what was cancelled has left its place to the next request, whose worker and refusal are not its own
        if outcome.as_ref().is_err_and(JsValue::is_null) || self.requests.get() != number {
            return Err(PageError::Cancelled);
        }
        *self.refuse.borrow_mut() = None;
        let event = outcome.map_err(|why| {
            self.drop_worker();
            BrowserError::from(why)
        })?;
        Ok(read_answer(event.unchecked_into::<MessageEvent>().data())?)
    }

    /// Stops the request under way, if any.
    pub(crate) fn cancel(&self) {
        if let Some(refuse) = self.refuse.borrow_mut().take() {
            // at once, not when the refusal is heard: the next request comes before that
            self.drop_worker();
            let _ = refuse.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    }

    fn worker(&self) -> Result<Worker, PageError> {
        if let Some(worker) = self.worker.borrow().as_ref() {
            return Ok(worker.clone());
        }
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options);
        let worker = worker.map_err(|why| PageError::NoWorker(message_of(&why)))?;
        *self.worker.borrow_mut() = Some(worker.clone());
        Ok(worker)
    }

    fn drop_worker(&self) {
        if let Some(worker) = self.worker.borrow_mut().take() {
            worker.terminate();
        }
    }
}
