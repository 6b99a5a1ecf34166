//! The reader's page: an event becomes a command, the store applies it, what changed is redrawn.

mod app;
mod card;
mod correct;
mod edge_map;
mod edit;
mod events;
mod facets;
mod gloss;
mod head;
mod keys;
mod layers;
mod lists;
mod margin;
mod mine;
mod open;
mod paint;
mod pointing;
mod reading;
mod render;
mod shown;
mod state;
mod tagbar;
mod toast;
mod transfer;
mod voices;

use crate::error::PageError;

/// Starts the page in this document.
///
/// # Errors
/// When the document lacks a part of Postil's `index.html`.
pub(crate) async fn start() -> Result<(), PageError> {
    app::App::start().await
}
