//! Files out of the page and into it, and the clipboard.

use crate::dom::{create, window};
use crate::error::PageError;
use crate::flow::action::Action;
use crate::storage::Storage;
use crate::words;
use postil::format::{FormatError, MAX_IMPORT};
use postil::{Annotation, Notebook};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Saves a text as a file.
pub(super) fn download(name: &str, kind: &str, text: &str) -> Result<(), PageError> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = create("a")?.dyn_into().map_err(|_| PageError::Missing("a"))?;
    link.set_href(&address);
    link.set_download(name);
    // outside the document: there the page would hear this click while it still answers the reader's
    link.click();
    Ok(Url::revoke_object_url(&address)?)
}

/// Asks for a file of annotations.
pub(super) fn choose_file(chosen: impl FnOnce(File) + 'static) -> Result<(), PageError> {
    let field: HtmlInputElement = create("input")?.dyn_into().map_err(|_| PageError::Missing("input"))?;
    field.set_type("file");
    field.set_accept(".json,.jsonld,.html,application/json,application/ld+json,text/html");
    let asked = field.clone();
    // the field is the listener's only owner: both go once it has spoken, or was never heard of again
    field.set_onchange(Some(
        Closure::once_into_js(move || {
            if let Some(file) = asked.files().and_then(|files| files.item(0)) {
                chosen(file);
            }
        })
        .unchecked_ref(),
    ));
    field.click();
    Ok(())
}

/// Reads a file of annotations, and what is kept beside which it comes.
pub(super) async fn read(storage: &Storage, file: File) -> Result<Action, PageError> {
    if file.size() > MAX_IMPORT as f64 {
        let why = FormatError::TooLarge(file.size() as usize).to_string();
        return Ok(Action::Failed(words::file_problem(&file.name(), &why)));
    }
    let buffer = JsFuture::from(file.array_buffer()).await?;
    // always UTF-8, as JSON is; and whatever is none is told apart by what is left of it
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(Action::Import { file: file.name(), text, kept: storage.all_notes().await? })
}

/// Those passages of other articles that are not kept yet in a later form.
pub(super) async fn newer_than_kept(storage: &Storage, notes: &[Annotation]) -> Result<Vec<Annotation>, PageError> {
    let mut newer = Vec::new();
    let sources: BTreeSet<&str> = notes.iter().map(|annotation| annotation.source.as_str()).collect();
    for source in sources {
        let mut kept = Notebook::new(storage.notes(&[source.to_owned()]).await?.notes);
        let merged = kept.merge(notes.iter().filter(|annotation| annotation.source == source).cloned().collect());
        newer.extend(merged.added.iter().chain(&merged.updated).filter_map(|id| kept.get(id).cloned()));
    }
    Ok(newer)
}

/// Copies words to the clipboard; asked for while the reader's click is still heard.
pub(super) fn copy(words: &str) -> Result<JsFuture, PageError> {
    Ok(window()?.navigator().clipboard().write_text(words).into())
}
