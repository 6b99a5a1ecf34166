//! What tasks work with: the analysis, the storage, templates, and the sheet that was rendered last.

use crate::dom::Templates;
use crate::error::PageError;
use crate::host::Host;
use crate::page::render::{Sheet, render};
use crate::storage::Storage;
use crate::worker::AnalysisWorker;
use postil::Analysis;
use postil_document::Port;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// What tasks work with.
#[derive(Clone)]
pub(super) struct Services {
    pub(super) worker: Rc<AnalysisWorker>,
    pub(super) storage: Storage,
    pub(super) templates: Templates,
    /// The number of the opening under way: one that was overtaken while it fetched asks the worker for nothing.
    pub(super) opening: Rc<Cell<u32>>,
    /// Where the parts of Postil are.
    pub(super) host: Host,
    /// Rendered, and not on the page yet.
    pub(super) rendered: Rc<RefCell<Option<Sheet>>>,
}

impl Services {
    /// Whether articles are analysed: where nothing but the reader's own passages is shown, there is nothing to find.
    pub(super) fn analyses(&self) -> bool {
        self.host.layers().is_none_or(|layers| !layers.is_empty())
    }

    /// Renders the first `rows` of an article; what is then done to its text is done where the reader sees it.
    pub(super) async fn render(&self, analysis: &Analysis, rows: usize) -> Result<Sheet, PageError> {
        let mut sheet = render(&self.templates, analysis, rows).await?;
        if let Some(port_to) = self.host.port_to() {
            let port = port_to.call1(&JsValue::UNDEFINED, &sheet.element)?;
            sheet.shown.reach_by(Port::over(port.unchecked_into()));
        }
        Ok(sheet)
    }
}
