//! What the page hears, and whom it tells: one listener a kind of event, for the whole page.

use super::app::App;
use super::open::Incoming;
use super::state::{Tab, Target};
use super::tagbar::takes_text;
use crate::dom::{document, fill, find, sleep, window, within};
use crate::error::PageError;
use crate::listener::Listener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DragEvent, Element, Event, EventTarget, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
};

/// How long the pointer rests on a mark before its card comes, in milliseconds.
const REST: i32 = 90;
/// How long a selection rests before the tag bar comes, in milliseconds.
const SETTLE: i32 = 160;

/// Registers the page's listeners.
pub(super) fn listen(app: &Rc<App>) -> Result<Vec<Listener>, PageError> {
    let document = document()?;
    let root: &EventTarget = document.as_ref();
    let window = window()?;
    let hear = |target: &EventTarget, kind: &'static str, heard: fn(&Rc<App>, &Event) -> Result<(), PageError>| {
        let app = Rc::clone(app);
        Listener::on(target, kind, move |event| {
            let outcome = heard(&app, &event);
            app.report(outcome);
        })
    };
    let resting = Rc::new(Cell::new(0_u32));
    let resized = Rc::new(Cell::new(0_u32));
    Ok(vec![
        hear(root, "click", clicked)?,
        hear(root, "keydown", |app, event| event.dyn_ref::<KeyboardEvent>().map_or(Ok(()), |e| app.key(e)))?,
        hear(root, "input", |app, event| match target_of(event) {
            Some(field) if field.id() == "filter" => app.filter(),
            _ => Ok(()),
        })?,
        hear(root, "change", |app, event| target_of(event).map_or(Ok(()), |field| app.picked(&field)))?,
        hear(root, "paste", pasted)?,
        hear(root, "dragover", |_, event| {
            event.prevent_default();
            document_class("dropping", true)
        })?,
        hear(root, "dragleave", |_, event| {
            let outside = event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none());
            if outside { document_class("dropping", false) } else { Ok(()) }
        })?,
        hear(root, "drop", dropped)?,
        later(app, root, "selectionchange", SETTLE, Rc::new(Cell::new(0)), |app| app.selection_changed())?,
        later(app, window.as_ref(), "resize", SETTLE, resized, |app| {
            app.lay_out_notes()?;
            app.draw_map()
        })?,
        moved(app, root, resting)?,
        hear(find::<EventTarget>(".map")?.as_ref(), "click", |app, event| {
            event.dyn_ref::<MouseEvent>().map_or(Ok(()), |e| app.follow_map(f64::from(e.client_y())))
        })?,
        hear(window.as_ref(), "popstate", |app, _| {
            let task = Rc::clone(app);
            app.spawn(async move {
                task.open_address().await;
                Ok(())
            });
            Ok(())
        })?,
        hear(
            window.match_media("(prefers-color-scheme: dark)")?.ok_or(PageError::Missing("media queries"))?.as_ref(),
            "change",
            |app, _| app.draw_map(),
        )?,
    ])
}

/// Calls `heard` once the events of a burst have settled.
fn later(
    app: &Rc<App>,
    target: &EventTarget,
    kind: &'static str,
    milliseconds: i32,
    burst: Rc<Cell<u32>>,
    heard: fn(&Rc<App>) -> Result<(), PageError>,
) -> Result<Listener, PageError> {
    let app = Rc::clone(app);
    Listener::on(target, kind, move |_| {
        let number = burst.get().wrapping_add(1);
        burst.set(number);
        let (task, burst) = (Rc::clone(&app), Rc::clone(&burst));
        app.spawn(async move {
            sleep(milliseconds).await?;
            if burst.get() == number { heard(&task) } else { Ok(()) }
        });
    })
}

/// The pointer moved: when it rests on a mark, the mark's card comes.
fn moved(app: &Rc<App>, root: &EventTarget, resting: Rc<Cell<u32>>) -> Result<Listener, PageError> {
    let app = Rc::clone(app);
    Listener::on(root, "pointermove", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let over_article = target_of(event).is_some_and(|e| e.closest(".sheet").ok().flatten().is_some());
        if event.pointer_type() == "touch" || event.buttons() != 0 || !over_article {
            return;
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let number = resting.get().wrapping_add(1);
        resting.set(number);
        let (task, resting) = (Rc::clone(&app), Rc::clone(&resting));
        app.spawn(async move {
            sleep(REST).await?;
            if resting.get() != number || task.state.borrow().selected.is_some() {
                return Ok(());
            }
            let targets = task.targets_under(x, y);
            task.hover(targets, x, y)
        });
    })
}

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn document_class(name: &str, on: bool) -> Result<(), PageError> {
    let body = document()?.body().ok_or(PageError::Missing("body"))?;
    body.class_list().toggle_with_force(name, on)?;
    Ok(())
}

/// A click: on something with a name for what it does, or on the article's text.
fn clicked(app: &Rc<App>, event: &Event) -> Result<(), PageError> {
    let Some(target) = target_of(event) else { return Ok(()) };
    if let Some(actor) = target.closest("[data-act]")? {
        let act = actor.get_attribute("data-act").unwrap_or_default();
        // the nearest thing with an id says what it is done to: the button itself, its row, its card
        let id = actor.closest("[data-id]")?.and_then(|e| e.get_attribute("data-id")).unwrap_or_default();
        // a link leads nowhere else, and a form is sent nowhere: what they do is done here
        if actor.tag_name() == "A" || actor.get_attribute("type").as_deref() == Some("submit") {
            event.prevent_default();
        }
        return act_on(app, &act, &id, &actor);
    }
    if target.closest("dialog")?.is_some() {
        return if target.tag_name() == "DIALOG" { app.close_dialog() } else { Ok(()) };
    }
    if target.closest(".card, .tagbar, .panel, a")?.is_some() {
        return Ok(());
    }
    let selecting = window()?.get_selection()?.is_some_and(|s| !s.is_collapsed());
    let tapped =
        event.dyn_ref::<MouseEvent>().filter(|_| !selecting && target.closest(".sheet").ok().flatten().is_some());
    let targets =
        tapped.map(|e| app.targets_under(f64::from(e.client_x()), f64::from(e.client_y()))).unwrap_or_default();
    match targets.first() {
        Some(first) => {
            app.choose(first.clone())?;
            app.show_card(&targets)
        }
        None => {
            app.hide_card();
            app.show_lists(false)
        }
    }
}

fn act_on(app: &Rc<App>, act: &str, id: &str, actor: &Element) -> Result<(), PageError> {
    let index = id.parse::<usize>().unwrap_or(usize::MAX);
    match act {
        "home" => {
            let task = Rc::clone(app);
            app.spawn(async move { task.open_sample().await });
            Ok(())
        }
        "layer" => app.toggle_layer(id),
        "tab" => Tab::ALL.into_iter().find(|t| t.name() == id).map_or(Ok(()), |tab| app.show_tab(tab)),
        "lists" => app.show_lists(!app.parts.panel.class_list().contains("shown")),
        "find" => app.find(),
        "more" => app.more_rows(),
        "images" => app.load_images(),
        "cancel" => app.cancel_reading(),
        "retry" => {
            app.try_again();
            Ok(())
        }
        "more-text" => {
            app.more_text();
            Ok(())
        }

        "voice" => app.show_voice(index),
        "quote" => chosen(app, Target::Quote(index)),
        "comment" => chosen(app, Target::Comment(index)),
        "cluster" => match app.next_mention_of(index) {
            Some(mention) => chosen(app, Target::Mention(mention)),
            None => Ok(()),
        },
        "previous" => app.step_mention(index, false),
        "next" => app.step_mention(index, true),
        "copy" => app.copy_quote(index),
        "link" => app.copy_link(index),
        "only-voice" => app.only_voice(index),
        "facet" => app.facet(id),
        "about" => app.quotes_about(index),

        "kind" => app.pick_kind(id, actor),
        "speaker" => app.ask_for_speaker(index),
        "choose-speaker" => app.set_speaker(actor, Some(id)),
        "save-speaker" => app.set_speaker(actor, None),
        "correction" => app.show_correction(id),

        "mine" => chosen(app, Target::Mine(id.to_owned())),
        "edit" => app.edit(id),
        "delete" => {
            app.close_dialog()?;
            app.delete_note(id)
        }
        "save" => app.save_edit(actor),
        "tag" => app.tag_selection(id),
        "note" => app.note_selection(),
        "new-tag" => app.new_tag(),
        "undo" => app.undo(false),
        "wipe" => app.wipe(),
        "export-json" => app.export_json(),
        "export-markdown" => app.export_markdown(),
        "import" => app.ask_for_notes(),

        "open" => app.ask_for_article(),
        "read" => app.read_dialog(actor),
        "sample" => {
            app.close_dialog()?;
            let task = Rc::clone(app);
            app.spawn(async move { task.open_sample().await });
            Ok(())
        }
        "recent" => {
            app.close_dialog()?;
            let (task, source) = (Rc::clone(app), id.to_owned());
            app.spawn(async move { task.open_before(&source).await });
            Ok(())
        }
        "forget" => {
            let (task, source, row) = (Rc::clone(app), id.to_owned(), actor.closest("li")?);
            app.spawn(async move {
                let storage = task.storage.borrow().clone();
                storage.forget(&source).await?;
                if let Some(row) = row {
                    row.remove();
                }
                Ok(())
            });
            Ok(())
        }
        "close" => app.close_dialog(),
        // not by the link's own fragment: the address says which article is open
        "skip" => Ok(app.parts.read.focus()?),
        "dismiss" => {
            app.dismiss(Some(actor));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// A row was chosen: in a drawer, the drawer makes way for what it leads to.
fn chosen(app: &Rc<App>, target: Target) -> Result<(), PageError> {
    app.show_lists(false)?;
    app.choose(target)
}

fn pasted(app: &Rc<App>, event: &Event) -> Result<(), PageError> {
    let Some(incoming) =
        event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data).and_then(|d| Incoming::of(&d))
    else {
        return Ok(());
    };
    let target = target_of(event).and_then(|t| t.dyn_into::<HtmlElement>().ok());
    if let Some(field) = target.filter(takes_text) {
        if field.id() == "open-text" {
            // the field shows the plain flavour; the other is read in its place when the text is still the same
            if let (Some(html), Some(text), Some(dialog)) = (incoming.html, incoming.text, field.closest("dialog")?) {
                app.pasted_html.replace(Some((html, text)));
                fill(
                    &dialog,
                    "pasted",
                    "Pasted with its formatting: headings, links and comments are read from that.",
                )?;
                within::<HtmlElement>(&dialog, ".pasted")?.set_hidden(false);
            }
        }
        return Ok(());
    }
    event.prevent_default();
    app.take_in(incoming);
    Ok(())
}

fn dropped(app: &Rc<App>, event: &Event) -> Result<(), PageError> {
    event.prevent_default();
    document_class("dropping", false)?;
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return Ok(()) };
    let files = data.files().map(|f| (0..f.length()).filter_map(|i| f.item(i)).collect::<Vec<_>>()).unwrap_or_default();
    if !files.is_empty() {
        let task = Rc::clone(app);
        app.spawn(async move {
            task.close_dialog()?;
            task.open_files(files).await
        });
    } else if let Some(incoming) = Incoming::of(&data) {
        app.take_in(incoming);
    }
    Ok(())
}
