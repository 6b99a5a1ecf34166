//! Notes out to files and back in.

use super::app::App;
use super::mine::now;
use crate::dom::create;
use crate::error::PageError;
use crate::fetch;
use crate::listener::Listener;
use postil::format::{citation, markdown, w3c};
use postil::{Annotation, Change, passage_link};
use std::collections::HashSet;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

impl App {
    /// Saves this article's passages as W3C Web Annotation JSON-LD.
    pub(super) fn export_json(&self) -> Result<(), PageError> {
        let text = w3c::export(&self.in_order());
        self.save(&text, "application/ld+json", "jsonld")
    }

    /// Saves this article's passages as Markdown.
    pub(super) fn export_markdown(&self) -> Result<(), PageError> {
        let text = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            markdown::notes(&self.in_order(), &reading.analysis.article.metadata)
        };
        self.save(&text, "text/markdown;charset=utf-8", "md")
    }

    /// The passages in the article's order, those without a place last.
    fn in_order(&self) -> Vec<Annotation> {
        let state = self.state.borrow();
        let placed = state.placed();
        let order = placed.found.iter().map(|&(_, i)| i).chain(placed.orphans.iter().copied());
        order.filter_map(|i| state.notebook.annotations().get(i).cloned()).collect()
    }

    fn save(&self, text: &str, kind: &str, ending: &str) -> Result<(), PageError> {
        let title = self.state.borrow().reading.as_ref().map(super::reading::Reading::title).unwrap_or_default();
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = create("a")?.dyn_into().map_err(|_| PageError::Missing("a link"))?;
        link.set_href(&address);
        link.set_download(&format!("postil-{}.{ending}", file_name(&title)));
        // outside the document: there the page would hear this click while it still answers the reader's
        link.click();
        Url::revoke_object_url(&address)?;
        Ok(())
    }

    /// Asks for a file of annotations and takes it in.
    pub(super) fn ask_for_notes(self: &Rc<Self>) -> Result<(), PageError> {
        let field: HtmlInputElement = create("input")?.dyn_into().map_err(|_| PageError::Missing("an input"))?;
        field.set_type("file");
        field.set_accept(".json,.jsonld,application/json,application/ld+json");
        let app = Rc::clone(self);
        let chosen = field.clone();
        let heard = Listener::on(&field, "change", move |_| {
            if let Some(file) = chosen.files().and_then(|f| f.item(0)) {
                let task = Rc::clone(&app);
                app.spawn(async move { task.import(file).await });
            }
        })?;
        field.click();
        self.importing.replace(Some(heard));
        Ok(())
    }

    async fn import(self: Rc<Self>, file: File) -> Result<(), PageError> {
        let buffer = JsFuture::from(file.array_buffer()).await?;
        let text = fetch::decode(&js_sys::Uint8Array::new(&buffer).to_vec(), None)?;
        let imported = w3c::import(&text).map_err(|e| PageError::Fetch(format!("“{}”: {e}", file.name())))?;
        let source = self.state.borrow().reading.as_ref().map(|r| r.source.clone()).unwrap_or_default();
        let (here, elsewhere): (Vec<_>, Vec<_>) = imported.annotations.into_iter().partition(|a| a.source == source);
        let merged = self.state.borrow_mut().notebook.merge(here);
        let storage = self.storage.borrow().clone();
        let others = self.newer_than_kept(&elsewhere).await?;
        storage.keep(&others, &[]).await?;
        let (added, updated) = (merged.added.len(), merged.updated.len());
        self.changed(Change { put: merged.added.into_iter().chain(merged.updated).collect(), deleted: Vec::new() })?;
        let mut told = vec![format!("{added} passages imported")];
        for (count, what) in [
            (updated, "brought up to date"),
            (merged.same.len(), "already here"),
            (elsewhere.len(), "of other articles kept for when those are opened"),
            (imported.rejected.len(), "could not be read"),
        ] {
            if count > 0 {
                told.push(format!("{count} {what}"));
            }
        }
        if let Some(first) = imported.rejected.first() {
            told.push(format!("the first of them, number {}: {}", first.index + 1, first.reason));
        }
        self.toast(&format!("{}.", told.join(", ")));
        Ok(())
    }

    /// Those passages of other articles that are not kept yet in a later form.
    async fn newer_than_kept(&self, incoming: &[Annotation]) -> Result<Vec<Annotation>, PageError> {
        let storage = self.storage.borrow().clone();
        let mut newer = Vec::new();
        let sources: HashSet<&str> = incoming.iter().map(|a| a.source.as_str()).collect();
        for source in sources {
            let mut kept = postil::Notebook::new(storage.annotations(source).await?);
            let merged = kept.merge(incoming.iter().filter(|a| a.source == source).cloned().collect());
            newer.extend(merged.added.iter().chain(&merged.updated).filter_map(|id| kept.get(id).cloned()));
        }
        Ok(newer)
    }

    /// Copies a quote with its speaker and where it was read to the clipboard.
    pub(super) fn copy_quote(self: &Rc<Self>, index: usize) -> Result<(), PageError> {
        let cited = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            reading.analysis.quotes.get(index).map(|quote| citation(&reading.analysis.view(), quote))
        };
        self.copy(cited.unwrap_or_default(), "Citation copied.")
    }

    /// Copies an address that leads to the very words of a quote.
    pub(super) fn copy_link(self: &Rc<Self>, index: usize) -> Result<(), PageError> {
        let link = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            let url = reading.analysis.article.metadata.url.as_deref().unwrap_or_default();
            reading.analysis.quotes.get(index).and_then(|quote| passage_link(url, reading.text(), quote.span))
        };
        self.copy(link.unwrap_or_default(), "Link copied: it opens the article at these words.")
    }

    fn copy(self: &Rc<Self>, words: String, told: &'static str) -> Result<(), PageError> {
        let app = Rc::clone(self);
        let copied: JsFuture = crate::dom::window()?.navigator().clipboard().write_text(&words).into();
        self.spawn(async move {
            copied.await.map_err(|_: JsValue| {
                PageError::Fetch(
                    "The browser did not allow copying. Select the quote and copy it with Ctrl C.".to_owned(),
                )
            })?;
            app.toast(told);
            Ok(())
        });
        Ok(())
    }

    /// Takes in what another tab changed.
    pub(super) fn listen_to_tabs(self: &Rc<Self>) {
        let app = Rc::downgrade(self);
        let tabs = crate::tabs::Tabs::listen(move |source| {
            let Some(app) = app.upgrade() else { return };
            let task = Rc::clone(&app);
            app.spawn(async move { task.read_again(&source).await });
        });
        // a browser without the channel works on: its tabs see each other's changes when they are reloaded
        *self.tabs.borrow_mut() = tabs.ok();
    }

    async fn read_again(self: Rc<Self>, source: &str) -> Result<(), PageError> {
        if self.state.borrow().reading.as_ref().is_none_or(|r| r.source != source) {
            return Ok(());
        }
        let storage = self.storage.borrow().clone();
        let kept = storage.annotations(source).await?;
        {
            let notebook = &mut self.state.borrow_mut().notebook;
            let gone = notebook.annotations().iter().filter(|a| kept.iter().all(|k| k.id != a.id));
            let gone: Vec<String> = gone.map(|a| a.id.clone()).collect();
            notebook.forget(&gone);
            notebook.merge(kept);
        }
        let anew = self.place_notes();
        self.redraw_mine(anew)
    }
}

/// A title as part of a file's name; with the day when there is no title.
fn file_name(title: &str) -> String {
    let words: Vec<String> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(8).map(str::to_lowercase).collect();
    if words.is_empty() { now().get(..10).unwrap_or("notes").to_owned() } else { words.join("-") }
}
