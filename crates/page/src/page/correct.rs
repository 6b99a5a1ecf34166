//! The reader sets right what a name is and who speaks.

use super::app::App;
use super::card::kind_name;
use super::lists::strip_marks;
use super::reading::{Reading, shorten};
use super::state::{State, Target};
use crate::dom::{create, fill, slot, within};
use crate::error::PageError;
use postil::format::type_of;
use postil::{Annotation, Command, Correction, EntityKind, Span, mention_at, quote_at};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Names near a quote that its dialog has a button for.
const NEAR: usize = 8;
/// Names that its field suggests.
const KNOWN: usize = 200;
/// The longest selection that may be a name, in bytes: the longest that any corpus of names has is shorter by half.
const LONGEST: usize = 120;

impl State {
    /// The annotation that sets the same thing right as `correction` would at `span`.
    fn same_correction(&self, span: Span, correction: &Correction) -> Option<&Annotation> {
        let analysis = &self.reading.as_ref()?.analysis;
        let cluster = |at| mention_at(&analysis.mentions, at).and_then(|m| analysis.mentions.get(m)).map(|m| m.cluster);
        let same = |place: Span, other: &Correction| match (correction, other) {
            (Correction::Kind(_), Correction::Kind(_)) => {
                place == span || cluster(span).is_some() && cluster(span) == cluster(place)
            }
            (Correction::Speaker(_), Correction::Speaker(_)) => {
                quote_at(&analysis.quotes, place) == quote_at(&analysis.quotes, span)
            }
            _ => false,
        };
        let annotations = self.notebook.annotations().iter().zip(&self.places);
        annotations
            .rev()
            .find(|(a, place)| place.zip(a.correction.as_ref()).is_some_and(|(p, c)| same(p, c)))
            .map(|(a, _)| a)
    }
}

impl App {
    /// A kind was picked, on the card of a name or on the bar of a selection.
    pub(super) fn pick_kind(self: &Rc<Self>, id: &str, actor: &Element) -> Result<(), PageError> {
        let kind = type_of(id);
        let mention = actor.closest("section")?.and_then(|s| s.get_attribute("data-id")?.parse::<usize>().ok());
        let span = match mention {
            Some(mention) => self.state.borrow().span_of(&Target::Mention(mention)),
            None => self.state.borrow().selected,
        };
        let Some(span) = span else { return Ok(()) };
        if mention.is_none() {
            self.let_selection_go()?;
        }
        self.set_right(span, Correction::Kind(kind))?;
        let (words, named) = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            (shorten(span.str(reading.text()), 60), reading.mention_at(span))
        };
        let told = match kind {
            Some(kind) => format!("“{words}”: {}.", kind_name(kind)),
            None => format!("“{words}” is no longer marked as a name."),
        };
        match named.filter(|_| kind.is_some()) {
            Some(index) => {
                self.choose(Target::Mention(index))?;
                self.focus_in_card(&format!("[data-act=kind][data-id=\"{id}\"]"), mention.is_some())?;
                self.say(&told);
            }
            None => {
                self.parts.read.focus()?;
                self.toast_with(&told, "Undo", "undo");
            }
        }
        Ok(())
    }

    /// Moves the focus to a control of the card, when it was in the card that this one took the place of.
    fn focus_in_card(&self, selector: &str, was: bool) -> Result<(), PageError> {
        match self.parts.card.query_selector(selector)?.filter(|_| was) {
            Some(control) => control.unchecked_into::<HtmlElement>().focus().map_err(PageError::from),
            None => Ok(()),
        }
    }

    /// Keeps a correction at `span`: in place of an earlier one about the same thing, and none where it says what was found. Tells whether
    /// anything changed.
    fn set_right(self: &Rc<Self>, span: Span, correction: Correction) -> Result<bool, PageError> {
        let (before, back) = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(false) };
            let before = state.same_correction(span, &correction).map(|a| a.id.clone());
            if before.is_none() && reading.says(span, &correction) {
                return Ok(false);
            }
            (before, reading.was(span, &correction))
        };
        match (before, back) {
            (Some(id), true) => self.command(Command::Delete(id)),
            (Some(id), false) => self.command(Command::Correct(id, correction)),
            (None, _) => {
                let annotation = Annotation { correction: Some(correction), ..self.annotation(span)? };
                self.command(Command::Add(annotation))
            }
        }?;
        Ok(true)
    }

    /// Asks who says a quote.
    pub(super) fn ask_for_speaker(self: &Rc<Self>, index: usize) -> Result<(), PageError> {
        let dialog = self.show_dialog("speaker")?;
        dialog.set_attribute("data-id", &index.to_string())?;
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return Ok(()) };
        let Some(quote) = reading.analysis.quotes.get(index) else { return Ok(()) };
        fill(&dialog, "words", &shorten(quote.span.str(reading.text()), 400))?;
        let now = reading.speaker(index);
        let (choices, known) = (slot(&dialog, "choices")?, slot(&dialog, "known")?);
        for (number, name) in speakers_near(reading, quote.span).into_iter().take(KNOWN).enumerate() {
            if number < NEAR {
                let button = self.parts.templates.clone("choice")?;
                button.set_text_content(Some(name));
                button.set_attribute("data-id", name)?;
                button.set_attribute("aria-pressed", if now.as_deref() == Some(name) { "true" } else { "false" })?;
                choices.append_child(&button)?;
            }
            let option = create("option")?;
            option.set_attribute("value", name)?;
            known.append_child(&option)?;
        }
        let first = choices.query_selector("button")?.and_then(|b| b.dyn_into::<HtmlElement>().ok());
        match first {
            Some(button) => button.focus()?,
            None => within::<HtmlInputElement>(&dialog, "#speaker-name")?.focus()?,
        }
        Ok(())
    }

    /// The dialog's answer: a name that was picked, the one that was typed (`None`), or, when empty, nobody.
    pub(super) fn set_speaker(self: &Rc<Self>, inside: &Element, picked: Option<&str>) -> Result<(), PageError> {
        let Some(dialog) = inside.closest("dialog")? else { return Ok(()) };
        let typed = within::<HtmlInputElement>(&dialog, "#speaker-name")?.value();
        let name = picked.unwrap_or(typed.trim());
        if picked.is_none() && name.is_empty() {
            return fill(&dialog, "problem", "Type a name, or choose one above.");
        }
        let index = dialog.get_attribute("data-id").and_then(|id| id.parse::<usize>().ok()).unwrap_or(usize::MAX);
        let span = self.state.borrow().span_of(&Target::Quote(index));
        self.close_dialog()?;
        let Some(span) = span else { return Ok(()) };
        let changed = self.set_right(span, Correction::Speaker(Some(name.to_owned()).filter(|n| !n.is_empty())))?;
        self.choose(Target::Quote(index))?;
        self.focus_in_card("[data-act=speaker]", true)?;
        let words = if name.is_empty() { "Said by nobody named.".to_owned() } else { format!("Said by {name}.") };
        if changed {
            self.toast_with(&words, "Undo", "undo");
        }
        Ok(())
    }

    /// A row of what was set right: leads to what it is about.
    pub(super) fn show_correction(self: &Rc<Self>, id: &str) -> Result<(), PageError> {
        let target = {
            let state = self.state.borrow();
            let span = state.span_of(&Target::Mine(id.to_owned()));
            let speaker =
                matches!(state.notebook.get(id).and_then(|a| a.correction.as_ref()), Some(Correction::Speaker(_)));
            let quotes = state.reading.as_ref().map(|r| &r.analysis.quotes);
            let quote =
                span.filter(|_| speaker).zip(quotes).and_then(|(s, quotes)| quote_at(quotes, s)).map(Target::Quote);
            let named = || state.reading.as_ref()?.mention_at(span?).map(Target::Mention);
            quote.or_else(named).unwrap_or(Target::Mine(id.to_owned()))
        };
        self.show_lists(false)?;
        self.choose(target)
    }

    /// Puts the kinds that a selection can be a name of on the bar, when it may be one.
    pub(super) fn offer_name(&self, span: Span) -> Result<(), PageError> {
        let state = self.state.borrow();
        let words = state.reading.as_ref().map_or("", |r| span.str(r.text()));
        if words.len() > LONGEST || words.contains(['\n', '\r']) || !words.contains(char::is_alphanumeric) {
            return Ok(());
        }
        let kinds = self.parts.templates.clone("kinds")?;
        kinds.set_attribute("aria-label", "This is a name")?;
        within::<HtmlElement>(&kinds, "[data-id=none]")?.remove();
        let label = create("span")?;
        label.set_text_content(Some("This is a name:"));
        kinds.prepend_with_node_1(&label)?;
        self.parts.tagbar.append_child(&kinds)?;
        Ok(())
    }

    /// Moves to the first of those kinds.
    pub(super) fn to_kinds(&self) -> Result<(), PageError> {
        match self.parts.tagbar.query_selector("[data-act=kind]")? {
            Some(kind) => kind.unchecked_into::<HtmlElement>().focus().map_err(PageError::from),
            None => Ok(()),
        }
    }
}

impl Reading {
    /// Whether what is on the page says the same as `correction` at `span`.
    fn says(&self, span: Span, correction: &Correction) -> bool {
        match correction {
            Correction::Kind(kind) => {
                let mention = self.mention_at(span).and_then(|m| self.analysis.mentions.get(m));
                mention.map(|m| m.kind) == *kind
            }
            Correction::Speaker(name) => {
                let quote = quote_at(&self.analysis.quotes, span);
                name.is_some() && quote.and_then(|q| self.speaker(q)) == *name
            }
        }
    }
}

/// Who may say something: persons, organisations and groups of the article by name, the nearest to `span` first.
fn speakers_near(reading: &Reading, span: Span) -> Vec<&str> {
    let clusters = reading.analysis.clusters.iter();
    let speaks = |kind| matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Group);
    let mut near: Vec<(usize, &str)> = clusters
        .filter(|c| speaks(c.kind))
        .filter_map(|cluster| {
            let spans = cluster.mentions.iter().filter_map(|&m| reading.analysis.mentions.get(m)).map(|m| m.span);
            let away = spans.filter(|s| !span.covers(*s)).map(|s| s.start.abs_diff(span.start)).min()?;
            Some((away, strip_marks(&cluster.name)))
        })
        .collect();
    near.sort_by_key(|(away, _)| (*away, 0));
    near.into_iter().map(|(_, name)| name).collect()
}
