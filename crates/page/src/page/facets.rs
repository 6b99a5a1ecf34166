//! What narrows the lists of voices and of names, besides typing: kinds as buttons, people and things to pick.

use super::app::App;
use super::lists::voice_name;
use super::reading::Reading;
use super::state::{Facets, State, Tab};
use crate::dom::{create, document, fill};
use crate::error::PageError;
use postil::format::{KINDS, heading, quote_name, type_name, type_of};
use postil::{EntityKind, QuoteKind};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement};

/// Things to pick from at most, those named most often: more than a reader goes through, and short to make.
const PICKS: usize = 200;

/// Kinds of quotes that the list of voices can be narrowed to.
const MANNERS: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];

/// A kind of quote as the reader calls it.
pub(super) fn manner_name(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "in part",
        QuoteKind::Indirect => "paraphrased",
        QuoteKind::Marked => "marked",
    }
}

impl App {
    /// Draws what the list on show can be narrowed by.
    pub(super) fn draw_facets(self: &Rc<Self>) -> Result<(), PageError> {
        let facets = &self.parts.facets;
        let focus = Focus::inside(facets)?;
        facets.set_text_content(None);
        {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            match state.tab {
                Tab::Voices if !reading.analysis.quotes.is_empty() => self.draw_voice_facets(&state, reading)?,
                Tab::Names => self.draw_name_facets(&state, reading)?,
                _ => {}
            }
        }
        facets.set_hidden(facets.child_element_count() == 0);
        focus.give_back(facets)
    }

    fn draw_name_facets(&self, state: &State, reading: &Reading) -> Result<(), PageError> {
        let mut counts = [0_usize; KINDS.len()];
        for cluster in reading.analysis.clusters.iter().filter(|c| !c.mentions.is_empty()) {
            if let Some(count) = counts.get_mut(cluster.kind as usize) {
                *count += 1;
            }
        }
        let kinds =
            KINDS.into_iter().map(|k| (heading(k), type_name(k), counts[k as usize], state.facets.kind == Some(k)));
        self.draw_chips("Kinds of names", kinds.collect())
    }

    fn draw_voice_facets(&self, state: &State, reading: &Reading) -> Result<(), PageError> {
        let quotes = &reading.analysis.quotes;
        let voices = reading.voices.iter().map(|v| voice_name(v).to_owned()).take(PICKS);
        let voices: Vec<_> = voices.map(|name| (name.clone(), name)).collect();
        self.draw_pick("facet-voice", "Who speaks", "All speakers", &voices, state.facets.voice.clone())?;
        let mut counts: Vec<(usize, usize)> = (0..reading.analysis.clusters.len()).map(|c| (c, 0)).collect();
        let said = quotes.iter().zip(&reading.about).filter(|(q, _)| q.kind != QuoteKind::Marked);
        for &cluster in said.flat_map(|(_, about)| about) {
            if let Some((_, count)) = counts.get_mut(cluster) {
                *count += 1;
            }
        }
        let name_of = |c: usize| reading.analysis.clusters.get(c);
        counts.retain(|&(c, n)| n > 0 && name_of(c).is_some_and(|c| (c.kind as usize) < EntityKind::Date as usize));
        counts.sort_by_key(|&(_, n)| (usize::MAX - n, 0));
        let about: Vec<_> = counts
            .into_iter()
            .take(PICKS)
            .filter_map(|(c, _)| Some((c.to_string(), name_of(c)?.name.clone())))
            .collect();
        if !about.is_empty() {
            let now = state.facets.about.map(|c| c.to_string());
            self.draw_pick("facet-about", "About whom or what", "About anything", &about, now)?;
        }
        let chips = MANNERS.into_iter().map(|kind| {
            let count = quotes.iter().filter(|q| q.kind == kind).count();
            (manner_name(kind), quote_name(kind), count, state.facets.manner == Some(kind))
        });
        self.draw_chips("Kinds of quotes", chips.collect())
    }

    /// A button for each kind that there is: words, name, count, whether the list is narrowed to it.
    fn draw_chips(&self, label: &str, kinds: Vec<(&str, &str, usize, bool)>) -> Result<(), PageError> {
        let group = create("div")?;
        for (name, value) in [("role", "group"), ("aria-label", label)] {
            group.set_attribute(name, value)?;
        }
        for (words, id, count, on) in kinds {
            if count == 0 && !on {
                continue;
            }
            let chip = self.parts.templates.clone("facet")?;
            fill(&chip, "name", words)?;
            fill(&chip, "count", &count.to_string())?;
            chip.set_attribute("data-id", id)?;
            chip.set_attribute("aria-pressed", if on { "true" } else { "false" })?;
            group.append_child(&chip)?;
        }
        self.parts.facets.append_child(&group)?;
        Ok(())
    }

    /// A field to pick one of `choices`, (value, words), or all.
    fn draw_pick(
        &self,
        id: &str,
        label: &str,
        all: &str,
        choices: &[(String, String)],
        now: Option<String>,
    ) -> Result<(), PageError> {
        let field: HtmlSelectElement = create("select")?.dyn_into().map_err(|_| PageError::Missing("a select"))?;
        field.set_id(id);
        field.set_attribute("aria-label", label)?;
        let none = (String::new(), all.to_owned());
        for (value, words) in std::iter::once(&none).chain(choices) {
            let option = create("option")?;
            option.set_attribute("value", value)?;
            option.set_text_content(Some(words));
            field.append_child(&option)?;
        }
        let now = now.filter(|n| choices.iter().any(|(value, _)| value == n));
        field.set_value(now.as_deref().unwrap_or_default());
        self.parts.facets.append_child(&field)?;
        Ok(())
    }

    /// A kind's button: narrows to it, or takes that back.
    pub(super) fn facet(self: &Rc<Self>, id: &str) -> Result<(), PageError> {
        {
            let state = &mut *self.state.borrow_mut();
            let facets = &mut state.facets;
            match state.tab {
                Tab::Names => facets.kind = type_of(id).filter(|k| facets.kind != Some(*k)),
                _ => {
                    let kind = MANNERS.into_iter().find(|&k| quote_name(k) == id);
                    facets.manner = kind.filter(|k| facets.manner != Some(*k));
                }
            }
        }
        self.narrowed()
    }

    /// Something else was picked in a field.
    pub(super) fn picked(self: &Rc<Self>, field: &Element) -> Result<(), PageError> {
        let Some(field) = field.dyn_ref::<HtmlSelectElement>() else { return Ok(()) };
        let value = Some(field.value()).filter(|v| !v.is_empty());
        {
            let facets = &mut self.state.borrow_mut().facets;
            match field.id().as_str() {
                "facet-voice" => facets.voice = value,
                "facet-about" => facets.about = value.and_then(|v| v.parse().ok()),
                _ => return Ok(()),
            }
        }
        self.narrowed()
    }

    /// A speaker's name in the list: shows that voice alone, or all again.
    pub(super) fn only_voice(self: &Rc<Self>, index: usize) -> Result<(), PageError> {
        {
            let state = &mut *self.state.borrow_mut();
            let name = state.reading.as_ref().and_then(|r| r.voices.get(index)).map(|v| voice_name(v).to_owned());
            state.facets.voice = name.filter(|n| state.facets.voice.as_ref() != Some(n));
        }
        self.narrowed()
    }

    /// Lists the quotes whose words mention a cluster.
    pub(super) fn quotes_about(self: &Rc<Self>, cluster: usize) -> Result<(), PageError> {
        self.state.borrow_mut().facets = Facets { about: Some(cluster), ..Facets::default() };
        self.hide_card();
        self.show_tab(Tab::Voices)?;
        self.show_lists(true)
    }

    fn narrowed(self: &Rc<Self>) -> Result<(), PageError> {
        self.state.borrow_mut().rows = super::lists::ROWS;
        self.draw_facets()?;
        self.draw_list()?;
        let rows = self.parts.list.query_selector_all("li")?.length();
        self.say(&if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") });
        Ok(())
    }
}

/// The control that has the focus, by what it does, so that its redrawn likeness can have it again.
pub(super) struct Focus(Option<String>);

impl Focus {
    /// What of `root` has the focus.
    pub(super) fn inside(root: &Element) -> Result<Self, PageError> {
        let active = document()?.active_element().filter(|e| root.contains(Some(e)) && !e.is_same_node(Some(root)));
        let quoted = |value: String| value.replace(['"', '\\'], "");
        Ok(Self(active.map(|element| match element.get_attribute("data-act") {
            Some(act) => {
                let id = element.get_attribute("data-id").map(|id| format!("[data-id=\"{}\"]", quoted(id)));
                format!("[data-act=\"{act}\"]{}", id.unwrap_or_default())
            }
            None => format!("#{}", element.id()),
        })))
    }

    /// Gives the focus to the control of `root` that does the same.
    pub(super) fn give_back(&self, root: &Element) -> Result<(), PageError> {
        if let Some(selector) = self.0.as_ref().filter(|s| s.len() > 1)
            && let Some(control) = root.query_selector(selector)?.and_then(|e| e.dyn_into::<HtmlElement>().ok())
        {
            control.focus()?;
        }
        Ok(())
    }
}
