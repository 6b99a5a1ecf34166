//! Analysis beside the page: the page asks, a worker answers, and the page never waits.

use super::error::{WebError, said};
use super::flat::{self, Flat};
use super::model;
use crate::analysis::{Analysis, analyze};
use crate::options::Options;
use crate::snapshot::from_text;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What is to be analysed.
pub(crate) enum Question {
    /// A flattened document.
    Page(Flat),
    /// Plain text.
    Text(String),
}

/// The page's end: one worker, one question at a time.
#[derive(Default)]
pub(crate) struct Analyst {
    worker: RefCell<Option<Worker>>,
    refuse: RefCell<Option<Function>>,
    /// Counts questions, so that one that was overtaken knows.
    asked: Cell<u32>,
}

impl Analyst {
    /// Asks, and waits without blocking. Where the browser starts no worker, the page analyses by itself.
    ///
    /// # Errors
    /// When there is nothing to read, when it was cancelled, or when the worker failed.
    pub(crate) async fn ask(&self, question: Question, options: &Options) -> Result<Analysis, WebError> {
        let Ok(worker) = self.worker() else {
            model::load(None).await?;
            return answer(&question, options);
        };
        let (message, transfer) = pack(&question, options)?;
        let number = self.asked.get().wrapping_add(1);
        self.asked.set(number);
        let refusal = &self.refuse;
        let promise = Promise::new(&mut |accept, refuse| {
            // the promise's own functions are the handlers: nothing to unregister
            worker.set_onmessage(Some(&accept));
            worker.set_onerror(Some(&refuse));
            *refusal.borrow_mut() = Some(refuse);
        });
        worker.post_message_with_transfer(&message, &transfer)?;
        let outcome = JsFuture::from(promise).await;
        // what was cancelled has left its place to the next question, whose worker and refusal are not its own
        if outcome.as_ref().is_err_and(JsValue::is_null) || self.asked.get() != number {
            return Err(WebError::Cancelled);
        }
        *self.refuse.borrow_mut() = None;
        let event = outcome.map_err(|why| {
            self.drop_worker();
            WebError::Browser(said(&why))
        })?;
        let data = event.unchecked_into::<MessageEvent>().data();
        match data.dyn_into::<Uint8Array>() {
            Ok(bytes) => Ok(postcard::from_bytes(&bytes.to_vec())?),
            Err(message) => Err(WebError::Browser(said(&message))),
        }
    }

    /// Stops the question under way, if any.
    pub(crate) fn cancel(&self) {
        if let Some(refuse) = self.refuse.borrow_mut().take() {
            // at once, not when the refusal is heard: the next question is asked before that
            self.drop_worker();
            let _ = refuse.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    }

    fn worker(&self) -> Result<Worker, WebError> {
        if let Some(worker) = self.worker.borrow().as_ref() {
            return Ok(worker.clone());
        }
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options("www/worker.js", &options)?;
        *self.worker.borrow_mut() = Some(worker.clone());
        Ok(worker)
    }

    fn drop_worker(&self) {
        if let Some(worker) = self.worker.borrow_mut().take() {
            worker.terminate();
        }
    }
}

/// The message for a question, and what of it is handed over rather than copied.
fn pack(question: &Question, options: &Options) -> Result<(Object, Array), WebError> {
    let (message, transfer) = match question {
        Question::Page(flat) => {
            let flat: &JsValue = flat.as_ref();
            let ops = Reflect::get(flat, &"ops".into())?;
            (Object::from(flat.clone()), Array::of1(&Reflect::get(&ops, &"buffer".into())?))
        }
        Question::Text(text) => {
            let message = Object::new();
            Reflect::set(&message, &"plain".into(), &text.into())?;
            (message, Array::new())
        }
    };
    for (name, value) in [("url", &options.url), ("published", &options.published)] {
        Reflect::set(&message, &name.into(), &value.as_deref().map_or(JsValue::NULL, JsValue::from_str))?;
    }
    Ok((message, transfer))
}

/// The worker's end: answers one message of [`Analyst::ask`] with `[answer, transfer]`, where the answer is the analysis
/// as bytes, or a sentence saying what went wrong.
#[expect(unreachable_pub, reason = "wasm-bindgen exports what is pub, reached from JavaScript")]
#[wasm_bindgen]
pub fn serve(message: &JsValue) -> Array {
    let field = |name: &str| Reflect::get(message, &name.into()).ok().and_then(|v| v.as_string());
    let options = Options { url: field("url"), published: field("published") };
    let question = match field("plain") {
        Some(text) => Question::Text(text),
        None => Question::Page(message.clone().unchecked_into()),
    };
    let bytes = answer(&question, &options).and_then(|analysis| Ok(postcard::to_allocvec(&analysis)?));
    match bytes {
        Ok(bytes) => {
            let bytes = Uint8Array::from(bytes.as_slice());
            Array::of2(&bytes, &Array::of1(&bytes.buffer()))
        }
        Err(error) => Array::of2(&error.to_string().into(), &Array::new()),
    }
}

fn answer(question: &Question, options: &Options) -> Result<Analysis, WebError> {
    Ok(match question {
        Question::Page(flat) => analyze(&flat::snapshot(flat), options),
        Question::Text(text) => analyze(&from_text(text)?, options),
    })
}
