//! What the page hears, as actions: one listener a kind of event, for the whole page.

use super::app::App;
use super::open::{incoming_of, read_files};
use crate::dom::{document, element, sleep, window};
use crate::error::PageError;
use crate::flow::action::Action;
use crate::flow::incoming::Source;
use crate::flow::keys::Press;
use crate::flow::marking::subject;
use crate::flow::shelved::Narrowing;
use crate::listener::Listener;
use crate::views::dialogs::{Answer, both_flavours, tag_command};
use crate::views::facets::{ABOUT_FIELD, VOICE_FIELD};
use crate::views::library::LIBRARY_FIELD;
use postil::{ClusterId, MentionId};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DragEvent, Element, Event, EventTarget, File, HtmlElement, HtmlInputElement, HtmlSelectElement,
    KeyboardEvent, MouseEvent, PointerEvent,
};

/// How long the pointer rests on a mark before its card comes, in milliseconds.
const REST: i32 = 90;
/// How long a selection, or a window's size, rests before the page follows, in milliseconds.
const SETTLE: i32 = 160;

/// What an event means; none for one that means nothing.
type Meaning = fn(&Rc<App>, &Event) -> Result<Option<Action>, PageError>;

/// Registers the page's listeners.
pub(super) fn listen(app: &Rc<App>) -> Result<Vec<Listener>, PageError> {
    let document = document()?;
    let root: &EventTarget = document.as_ref();
    let window = window()?;
    let dark = window.match_media("(prefers-color-scheme: dark)")?.ok_or(PageError::Missing("matchMedia"))?;
    let map: EventTarget = element(".map")?;
    Ok(vec![
        hear(app, root, "click", clicked)?,
        hear(app, root, "keydown", pressed)?,
        hear(app, root, "input", typed)?,
        hear(app, root, "change", picked)?,
        hear(app, root, "paste", pasted)?,
        hear(app, root, "dragover", |_, event| {
            event.prevent_default();
            show_dropping(true)
        })?,
        hear(app, root, "dragleave", |_, event| {
            let outside = event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none());
            if outside { show_dropping(false) } else { Ok(None) }
        })?,
        hear(app, root, "drop", dropped)?,
        hear(app, &map, "click", |app, event| {
            let y = event.dyn_ref::<MouseEvent>().map(|e| f64::from(e.client_y()));
            Ok(y.map(|y| Action::FollowMap(app.views.edge_map.part_at(y))))
        })?,
        hear(app, window.as_ref(), "beforeunload", |app, event| {
            // the browser asks whether to leave: what the store refused would go; what is on its way to it arrives
            if app.state.borrow().unkept.is_refused() {
                event.prevent_default();
            }
            Ok(None)
        })?,
        hear(app, window.as_ref(), "popstate", |_, _| Ok(Some(Action::Open(Source::PageAddress))))?,
        hear(app, dark.as_ref(), "change", |_, _| Ok(Some(Action::ColoursChanged)))?,
        hear_later(app, root, "selectionchange", SETTLE, |app, _| Ok(selected(app)))?,
        hear_later(app, window.as_ref(), "resize", SETTLE, |_, _| Ok(Some(Action::Resized)))?,
        hear_later(app, root, "pointermove", REST, rested)?,
    ])
}

fn hear(app: &Rc<App>, target: &EventTarget, kind: &'static str, meaning: Meaning) -> Result<Listener, PageError> {
    let app = Rc::clone(app);
    Listener::on(target, kind, move |event| match meaning(&app, &event) {
        Ok(Some(action)) => app.dispatch(action),
        outcome => app.report(outcome.map(drop)),
    })
}

/// The same, once the events of a burst have settled: of those, the last is heard.
fn hear_later(
    app: &Rc<App>,
    target: &EventTarget,
    kind: &'static str,
    milliseconds: i32,
    meaning: Meaning,
) -> Result<Listener, PageError> {
    let (app, burst) = (Rc::clone(app), Rc::new(Cell::new(0_u32)));
    Listener::on(target, kind, move |event| {
        let number = burst.get().wrapping_add(1);
        burst.set(number);
        let (task, burst) = (Rc::clone(&app), Rc::clone(&burst));
        app.spawn(async move {
            sleep(milliseconds).await?;
            if burst.get() == number { meaning(&task, &event) } else { Ok(None) }
        });
    })
}

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn field_of(event: &Event) -> Option<HtmlElement> {
    let takes_text = |element: &HtmlElement| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
    };
    event.target()?.dyn_into().ok().filter(takes_text)
}

fn show_dropping(on: bool) -> Result<Option<Action>, PageError> {
    document()?.body().ok_or(PageError::Missing("body"))?.class_list().toggle_with_force("dropping", on)?;
    Ok(None)
}

/// A click: on something with a name for what it does, or on the article's text.
fn clicked(app: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    let Some(target) = target_of(event) else { return Ok(None) };
    if let Some(control) = target.closest("[data-act]")? {
        // a link leads nowhere else, and a form is sent nowhere: what they do is done here
        if control.tag_name() == "A" || control.get_attribute("type").as_deref() == Some("submit") {
            event.prevent_default();
        }
        return meaning_of_control(app, &control);
    }
    if target.closest("dialog")?.is_some() {
        return Ok((target.tag_name() == "DIALOG").then_some(Action::CloseDialog));
    }
    if target.closest(".card, .tagbar, .panel, a")?.is_some() {
        return Ok(None);
    }
    let selecting = app.on_text(|_, _, shown| shown.is_selecting()).unwrap_or_default();
    let on_text = target.closest(".sheet")?.is_some() && !selecting;
    let tapped = event.dyn_ref::<MouseEvent>().filter(|_| on_text);
    let at = tapped.and_then(|e| byte_at(app, f64::from(e.client_x()), f64::from(e.client_y())));
    Ok(Some(Action::Tap { at }))
}

fn meaning_of_control(app: &Rc<App>, control: &Element) -> Result<Option<Action>, PageError> {
    let act = control.get_attribute("data-act").unwrap_or_default();
    match app.views.dialogs.answer(&act)? {
        Some(Answer::Article { files, address, text }) => {
            app.spawn(async move {
                // a file that cannot be read is a problem of the dialog's
                Ok(Some(match read_files(files).await {
                    Ok(files) => Action::ReadDialog { files, address, text },
                    Err(error) => Action::Problem(error.to_string()),
                }))
            });
            Ok(None)
        }
        Some(Answer::Note { tags, note }) => Ok(Some(Action::SaveNote { tags, note })),
        Some(Answer::Speaker(name)) => Ok(Some(Action::TypeSpeaker(name))),
        None => {
            // the nearest thing with an id says what it is done to: the button itself, its row, its card
            let id = control.closest("[data-id]")?.and_then(|e| e.get_attribute("data-id")).unwrap_or_default();
            let section = control.closest("section")?.and_then(|section| section.get_attribute("data-id"));
            Ok(Action::of_control(&act, &id, section.and_then(|mention| mention.parse().ok()).map(MentionId::new)))
        }
    }
}

/// A key went down. Keys that Postil does not use are left to the browser.
fn pressed(app: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return Ok(None) };
    let key = event.key();
    let in_dialog = document()?.query_selector("dialog[open]")?.is_some();
    if key == "Escape" && in_dialog {
        event.prevent_default();
        return Ok(Some(Action::CloseDialog));
    }
    if key == "Escape" {
        let in_card = document()?.active_element().is_some_and(|e| e.closest("#card").ok().flatten().is_some());
        return Ok(Some(Action::Escape { in_card }));
    }
    if let Some(field) = field_of(event) {
        if key == "Enter" && in_dialog {
            // with Ctrl from any field; without, a tag's own field is done
            let save = document()?
                .query_selector("dialog[open] [type=submit]")?
                .filter(|_| event.ctrl_key() || event.meta_key());
            if let Some(button) = save.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                event.prevent_default();
                button.click();
            } else if field.has_attribute("data-tag") {
                event.prevent_default();
                field.blur()?;
            }
            return Ok(None);
        }
        let new_tag = field.dyn_into::<HtmlInputElement>().ok().filter(|f| key == "Enter" && f.id() == "new-tag");
        return Ok(new_tag.map(|field| {
            event.prevent_default();
            Action::NewTag(field.value())
        }));
    }
    if in_dialog || event.alt_key() || event.is_composing() {
        return Ok(None);
    }
    if let Some(now) = selected(app) {
        app.dispatch(now); // a quick hand is before the selection has settled
    }
    let role = target_of(event).and_then(|t| t.get_attribute("role"));
    let (selected, caret, attaching, tagging) = {
        let state = app.state.borrow();
        (state.selected.is_some(), state.caret.is_some(), state.attaching.is_some(), subject(&state).is_some())
    };
    let press = Press {
        key: &key,
        shift: event.shift_key(),
        command: event.ctrl_key() || event.meta_key(),
        on_tab: role.as_deref() == Some("tab"),
        selected,
        caret,
        attaching,
        tagging,
    };
    let in_view = || app.on_text(|_, reading, shown| shown.first_in_view(reading));
    let mut action = press.meaning(|| in_view().unwrap_or_default());
    if app.state.borrow().library.is_some() {
        // the article's own keys rest while the library stands in its place
        action = action.filter(|a| matches!(a, Action::FindInList | Action::AskForArticle | Action::ShowHelp));
    }
    if action.is_some() {
        event.prevent_default();
    }
    Ok(action)
}

/// Something was typed into a field that filters the list or searches the library.
fn typed(app: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    if target_of(event).is_some_and(|field| matches!(field.id().as_str(), "edit-note" | "edit-tags"))
        && let Some(Answer::Note { tags, note }) = app.views.dialogs.answer("save")?
    {
        return Ok(Some(Action::TypeNote { tags, note }));
    }
    let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    Ok(field.and_then(|field| match field.id().as_str() {
        "filter" => Some(Action::Filter(field.value())),
        LIBRARY_FIELD => Some(Action::SearchLibrary(field.value())),
        _ => None,
    }))
}

/// Something was picked in a field that narrows the list.
fn picked(_: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    if let Some(field) = target_of(event).filter(|field| field.has_attribute("data-tag")) {
        return Ok(tag_command(&field).map(Action::ChangeTag));
    }
    let Some(field) = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()) else { return Ok(None) };
    let value = Some(field.value()).filter(|value| !value.is_empty());
    if let Some(by) = Narrowing::ALL.into_iter().find(|by| by.field() == field.id()) {
        return Ok(Some(Action::NarrowLibrary(by, value)));
    }
    Ok(match field.id().as_str() {
        VOICE_FIELD => Some(Action::PickVoice(value)),
        ABOUT_FIELD => Some(Action::PickAbout(value.and_then(|value| value.parse().ok()).map(ClusterId::new))),
        _ => None,
    })
}

/// The pointer has rested.
fn rested(app: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return Ok(None) };
    let over_article = target_of(event).is_some_and(|e| e.closest(".sheet").ok().flatten().is_some());
    if event.pointer_type() == "touch" || event.buttons() != 0 || !over_article {
        return Ok(None);
    }
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Ok(Some(Action::Hover { at: byte_at(app, x, y), near_card: app.views.card.is_near(x, y) }))
}

/// What is selected now.
fn selected(app: &App) -> Option<Action> {
    app.on_text(|_, reading, shown| Action::Select(shown.selected(reading)))
}

fn byte_at(app: &App, x: f64, y: f64) -> Option<usize> {
    app.on_text(|_, reading, shown| shown.byte_at(reading, x, y)).flatten()
}

fn pasted(app: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some(incoming) = data.and_then(|data| incoming_of(&data)) else { return Ok(None) };
    if let Some(field) = field_of(event) {
        // the field shows the plain flavour; the other is read in its place when the text is still the same
        let both = both_flavours(incoming).filter(|_| app.views.dialogs.takes_article(&field));
        return Ok(both.map(|(html, text)| Action::PastedInDialog { html, text }));
    }
    event.prevent_default();
    Ok(Some(Action::Open(incoming.into_source())))
}

fn dropped(app: &Rc<App>, event: &Event) -> Result<Option<Action>, PageError> {
    event.prevent_default();
    show_dropping(false)?;
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return Ok(None) };
    let files = data.files();
    let files: Vec<File> = files.map(|f| (0..f.length()).filter_map(|i| f.item(i)).collect()).unwrap_or_default();
    if files.is_empty() {
        return Ok(incoming_of(&data).map(|incoming| Action::Open(incoming.into_source())));
    }
    app.spawn(async move { Ok(Some(Action::Open(Source::Articles(read_files(files).await?)))) });
    Ok(Some(Action::CloseDialog))
}
