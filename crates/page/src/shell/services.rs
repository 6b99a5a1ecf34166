//! What tasks work with: the analysis, the storage, templates, and the sheet that was rendered last.

use crate::dom::Templates;
use crate::host::Host;
use crate::page::render::Sheet;
use crate::storage::Storage;
use crate::worker::AnalysisWorker;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

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
