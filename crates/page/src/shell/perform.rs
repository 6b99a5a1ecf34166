//! Effects, performed: each by a view, by the browser, or by a task.

use super::app::App;
use super::{open, transfer};
use crate::backup;
use crate::dom::{document, sleep, window};
use crate::drafts;
use crate::error::PageError;
use crate::flow::action::Action;
use crate::flow::effect::{Effect, Focus, View};
use crate::flow::layer::Layer;
use crate::flow::unkept::Writing;
use crate::host::take_version;
use crate::page::paint::paint;
use crate::views::edge_map::{Marks, scroll_to_part};
use crate::views::head::{draw_strip, show_pictures};
use crate::words;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// After how long reading says that it is under way, in milliseconds.
const LONG: i32 = 500;
/// Up to which width of the window the lists are a drawer, in CSS pixels, as `www/postil.css` has it.
const DRAWER: f64 = 1_020.0;
/// Down to which part of its height the window is free above the open drawer.
const ABOVE_DRAWER: f64 = 0.3;
/// Down to which part of its height words are well in view.
const IN_VIEW: f64 = 0.8;
/// After how long the store is asked again for what it refused, in milliseconds.
const KEEP_LATER: i32 = 5_000;

impl App {
    /// Performs an effect.
    pub(super) fn perform(self: &Rc<Self>, effect: Effect) -> Result<(), PageError> {
        let services = self.services.clone();
        let storage = services.storage.clone();
        match effect {
            Effect::Draw(view) => self.draw(view)?,
            Effect::Paint(marks) => drop(self.on_text(|state, _, shown| paint(marks, state, shown))),
            Effect::ShowText => self.show_text(),
            Effect::Title(title) => document()?.set_title(&title),
            Effect::Focus(focus) => self.focus(focus)?,
            Effect::Say(words) => self.views.live.set_text_content(Some(&words)),
            Effect::SayCard => self.views.live.set_text_content(Some(&self.views.card.words())),
            Effect::SayRows => self.views.live.set_text_content(Some(&words::rows(self.views.list.row_count()?))),
            Effect::Problem(problem) => {
                if !self.views.dialogs.say_problem(&problem)? && !problem.is_empty() {
                    self.dispatch(Action::Failed(problem));
                }
            }

            Effect::ScrollTo(span) => {
                let width = window()?.inner_width()?.as_f64().unwrap_or_default();
                let _ = self.on_text(|state, reading, shown| {
                    let free = if state.drawer && width <= DRAWER { ABOVE_DRAWER } else { IN_VIEW };
                    shown.scroll_to(reading, span, free);
                });
            }
            Effect::ScrollToTop => window()?.scroll_to_with_x_and_y(0.0, 0.0),
            Effect::ScrollToChosenRow => self.views.list.scroll_to_chosen()?,
            Effect::ScrollToVoice(index) => self.views.list.scroll_to_voice(index)?,
            Effect::ScrollToPart(part) => scroll_to_part(part)?,
            Effect::SelectText(span) => drop(self.on_text(|_, reading, shown| shown.select(reading, span))),
            Effect::ClearSelection => drop(self.on_text(|_, _, shown| shown.deselect())),
            Effect::ExtendSelection { forward, unit } => {
                let selected = self.on_text(|_, reading, shown| {
                    shown.extend_selection(forward, unit);
                    shown.selected(reading)
                });
                self.dispatch(Action::Select(selected.flatten()));
            }

            Effect::CancelAnalysis => {
                services.opening.set(0);
                services.worker.cancel();
            }
            Effect::Open { number, source } => {
                self.spawn(async move { Ok(open::open(services, number, source).await) })
            }
            Effect::Remind(number) => self.spawn(async move {
                sleep(LONG).await?;
                Ok(Some(Action::StillReading(number)))
            }),
            Effect::Render { of, rows, analysis } => {
                self.spawn(async move { open::render_more(services, of, rows, analysis).await.map(Some) });
            }
            Effect::ShowAddress(source) => open::show_address(source.as_deref())?,

            Effect::Store(writing) => self.spawn(async move {
                Ok(Some(match storage.keep(&writing).await {
                    Ok(()) => Action::Stored(Box::new(writing)),
                    Err(why) => Action::NotStored(why.to_string()),
                }))
            }),
            Effect::KeepLater => self.spawn(async move {
                sleep(KEEP_LATER).await?;
                Ok(Some(Action::KeepAgain { later: true }))
            }),
            Effect::Broadcast(news) => {
                if let Some(tabs) = &*self.other_tabs.borrow() {
                    tabs.tell(&news);
                }
            }
            Effect::ReadNotes(keys) => self.spawn(async move {
                let kept = storage.notes(&keys).await?;
                Ok(keys.into_iter().next().map(|source| Action::NotesRead { source, kept }))
            }),
            Effect::StoreElsewhere(notes) => self.spawn(async move {
                let newer = transfer::newer_than_kept(&storage, &notes).await?;
                storage.know(newer.iter().map(|annotation| annotation.source.clone()).collect()).await?;
                storage.keep(&Writing { put: newer, ..Writing::default() }).await.map(|()| Some(Action::LibraryChanged))
            }),
            Effect::KeepDraft(draft) => drafts::keep(&storage.name, &draft)?,
            Effect::DropDraft(key) => drafts::forget(&storage.name, &key)?,
            Effect::ReadDrafts(source) => {
                let kept = drafts::of(&storage.name, &source);
                if !kept.is_empty() {
                    self.dispatch(Action::DraftsRead(kept));
                }
            }
            Effect::ReadTags => self.spawn(async move {
                let (book, fresh) = storage.tags().await?;
                Ok(Some(Action::TagsRead(book, fresh)))
            }),
            Effect::ReadAll(purpose) => self.spawn(async move {
                let notes = storage.all_notes().await?;
                Ok(Some(Action::AllRead { purpose, notes }))
            }),
            Effect::Remember { article, identity, from } => self.spawn(async move {
                let source = article.source.clone();
                storage.remember(article, identity, from).await?;
                Ok(Some(Action::Remembered(source)))
            }),
            Effect::ListRecent => self.spawn(async move {
                if storage.opened().await.is_err() {
                    return Ok(None); // said when the page started
                }
                Ok(Some(Action::RecentListed(storage.articles().await?)))
            }),
            Effect::Forget(source) => self.spawn(async move {
                storage.forget(&source).await?;
                Ok(Some(Action::Forgotten(source)))
            }),

            Effect::ReadLibrary(open) => self.spawn(async move {
                if let Some(article) = open {
                    storage.add(vec![article], Vec::new(), Vec::new()).await?;
                }
                Ok(Some(Action::LibraryArticlesRead(storage.articles().await?)))
            }),
            Effect::ReadPassages(articles) => self.spawn(async move {
                let notes = storage.all_notes().await?;
                Ok(Some(Action::LibraryRead { articles, notes }))
            }),
            Effect::AskToRemove { question, source } => {
                if window()?.confirm_with_message(&question)? {
                    self.dispatch(Action::RemoveKeptAgreed(source));
                }
            }
            Effect::Remove(source) => {
                self.spawn(async move { Ok(Some(Action::Removed(Box::new(storage.remove(&source).await?)))) })
            }
            Effect::PutBack(removed) => self.spawn(async move {
                storage.put_back(&removed).await?;
                Ok(Some(Action::LibraryChanged))
            }),
            Effect::AddToLibrary { articles, pages, known } => self.spawn(async move {
                storage.add(articles, pages, known).await?;
                Ok(Some(Action::LibraryChanged))
            }),
            Effect::SaveLibrary(name) => self.spawn(async move {
                let file = storage.library().await?.to_file();
                transfer::download(&name, "application/ld+json", &file)?;
                backup::saved()?;
                Ok(None)
            }),
            Effect::KeepForGood => {
                let asked = JsFuture::from(window()?.navigator().storage().persist()?);
                self.spawn(
                    async move { Ok(Some(Action::KeptForGood(asked.await.is_ok_and(|said| said.is_truthy())))) },
                );
            }
            Effect::CountForBackup(more) => {
                let (before, now) = backup::count(more)?;
                self.dispatch(Action::CountedForBackup(before, now));
            }

            Effect::ChooseNotesFile => {
                let app = Rc::clone(self);
                transfer::choose_file(move |file| {
                    app.spawn(async move { transfer::read(&storage, file).await.map(Some) });
                })?;
            }
            Effect::Download { name, kind, text } => transfer::download(&name, kind, &text)?,
            Effect::Copy { words, done } => {
                let copied = transfer::copy(&words)?;
                self.spawn(async move {
                    copied.await.map_err(|_| PageError::Fetch(words::COPYING_REFUSED.to_owned()))?;
                    Ok(Some(Action::Copied(done)))
                });
            }
            Effect::TakeVersion => take_version(),
            Effect::AskToDeleteAll(question) => {
                if window()?.confirm_with_message(&question)? {
                    self.dispatch(Action::DeleteAllAgreed);
                }
            }
        }
        Ok(())
    }

    fn draw(self: &Rc<Self>, view: View) -> Result<(), PageError> {
        let (views, state) = (&self.views, self.state.borrow());
        match view {
            View::Layers => views.layers.draw(&state),
            View::Comments => {
                let off = !state.is_on(Layer::Comments);
                views.read.class_list().toggle_with_force("without-comments", off)?;
                Ok(())
            }
            View::Pictures => match &*self.sheet.borrow() {
                Some(sheet) if state.pictures => show_pictures(&sheet.element),
                _ => Ok(()),
            },
            View::Tabs => views.tabs.draw(&state),
            View::Drawer => views.tabs.draw_drawer(&state),
            View::Filter => {
                views.list.draw_filter(&state);
                Ok(())
            }
            View::Facets => views.facets.draw(&state),
            View::List => views.list.draw(&state),
            View::ChosenRow => {
                views.answer_counts.draw_chosen(&state)?;
                views.list.draw_chosen(&state)
            }
            View::Voices => {
                let (Some(sheet), Some(reading)) = (&mut *self.sheet.borrow_mut(), &state.reading) else {
                    return Ok(());
                };
                let templates = &self.services.templates;
                draw_strip(templates, &sheet.element, &reading.voices)?;
                sheet.labels.iter_mut().try_for_each(|label| label.draw(templates, &reading.analysis, &reading.voices))
            }
            View::MarginNotes => self
                .on_text(|state, _, shown| {
                    views.answer_counts.draw(state, shown)?;
                    views.margin_notes.draw(state, shown)
                })
                .unwrap_or(Ok(())),
            View::MarginLayout => self
                .on_text(|state, _, shown| {
                    views.answer_counts.lay_out(state, shown)?;
                    views.margin_notes.lay_out(state, shown)
                })
                .unwrap_or(Ok(())),
            View::Map => {
                let app = Rc::clone(self);
                self.spawn(async move {
                    let boxes = |spans: &[_]| app.on_text(|_, reading, shown| shown.boxes(reading, spans));
                    let marks = || Marks::new(&app.state.borrow());
                    app.views.edge_map.draw(marks, |spans| boxes(spans).unwrap_or_default()).await.map(|()| None)
                });
                Ok(())
            }
            View::Card => self.on_text(|state, _, shown| views.card.draw(state, shown)).unwrap_or(Ok(())),
            View::TagBar => self.on_text(|state, _, shown| views.tag_bar.draw(state, shown)).unwrap_or(Ok(())),
            View::Dialog => views.dialogs.draw(&state),
            View::TagList => views.dialogs.draw_tags(&state),
            View::OpenDialog => views.dialogs.draw_known(&state),
            View::Toasts => {
                // a message that cannot be shown has nowhere else to go
                let _ = views.toasts.draw(&state);
                Ok(())
            }
            View::Library => views.library.draw(&state),
            View::LibraryRows => views.library.draw_rows(&state),
            View::Busy => {
                match state.busy {
                    true => views.read.set_attribute("aria-busy", "true")?,
                    false => views.read.remove_attribute("aria-busy")?,
                }
                Ok(())
            }
        }
    }

    /// Puts what was rendered last in the place of what is on the page.
    fn show_text(&self) {
        if let Some(sheet) = self.services.rendered.take() {
            self.views.read.replace_children_with_node_1(&sheet.element);
            self.sheet.replace(Some(sheet));
        }
    }

    fn focus(&self, focus: Focus) -> Result<(), PageError> {
        let views = &self.views;
        match focus {
            Focus::Article => Ok(views.read.focus()?),
            Focus::Library => views.library.focus(),
            Focus::Filter => views.list.focus_filter(),
            Focus::Tab => views.tabs.focus(&self.state.borrow()),
            Focus::Card => views.card.focus("button"),
            Focus::CardButton(act, None) => views.card.focus(&format!("[data-act={act}]")),
            Focus::CardButton(act, Some(id)) => views.card.focus(&format!("[data-act={act}][data-id={id}]")),
            Focus::Kinds => views.tag_bar.focus_kinds(),
        }
    }
}
