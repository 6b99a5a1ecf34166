//! What narrows the lists of voices and of names, besides typing: kinds as buttons, people and things to pick.

use super::kept_focus::KeptFocus;
use super::print::whether;
use crate::dom::{Templates, create, element, fill};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::flow::lists::QUOTE_KINDS;
use crate::flow::state::State;
use crate::flow::thread_order::ThreadOrder;
use crate::page::reading::{Reading, voice_name};
use crate::words;
use postil::format::{KINDS, quote_name, type_name};
use postil::order::sort_by_key;
use postil::{ClusterId, EntityKind, QuoteKind};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};

/// Things to pick from at most, those named most often: more than a reader goes through, and short to make.
const PICKS: usize = 200;

/// The fields to pick from, as `Action` knows them.
pub(crate) const VOICE_FIELD: &str = "facet-voice";
/// The same of what quotes are about.
pub(crate) const ABOUT_FIELD: &str = "facet-about";

/// A kind on a button.
struct Chip {
    words: &'static str,
    id: &'static str,
    count: usize,
    on: bool,
}

/// What stands between the tabs and the list.
pub(crate) struct Facets {
    root: HtmlElement,
    templates: Templates,
}

impl Facets {
    /// Nothing yet.
    pub(crate) fn new(templates: Templates) -> Result<Self, PageError> {
        Ok(Self { root: element("#facets")?, templates })
    }

    /// Draws what the list on show can be narrowed by.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        let focus = KeptFocus::inside(&self.root)?;
        self.root.set_text_content(None);
        self.root.class_list().remove_1("orders")?;
        match (&state.reading, state.tab) {
            (Some(reading), Tab::VOICES) if !reading.analysis.quotes.is_empty() => {
                self.draw_of_voices(state, reading)?
            }
            (Some(reading), Tab::COMMENTS) => self.draw_of_comments(state, reading)?,
            (Some(reading), Tab::NAMES) => self.draw_of_names(state, reading)?,
            _ => {}
        }
        self.root.set_hidden(self.root.child_element_count() == 0);
        focus.give_back(&self.root)
    }

    /// The orders of the comments, where there is something to sort by.
    fn draw_of_comments(&self, state: &State, reading: &Reading) -> Result<(), PageError> {
        let count = |order| reading.thread.count(order);
        if count(ThreadOrder::Time).max(count(ThreadOrder::Place)) == 0 {
            return Ok(());
        }
        let chips = ThreadOrder::ALL.into_iter().map(|order| Chip {
            words: words::thread_order(order),
            id: order.id(),
            count: count(order),
            on: state.order == order,
        });
        self.draw_chips(words::ORDER_OF_COMMENTS, chips)?;
        self.root.class_list().add_1("orders")?;
        Ok(())
    }

    fn draw_of_names(&self, state: &State, reading: &Reading) -> Result<(), PageError> {
        let named = || reading.analysis.clusters.iter().filter(|cluster| !cluster.mentions.is_empty());
        let chips = KINDS.into_iter().map(|kind| Chip {
            words: words::kinds(kind),
            id: type_name(kind),
            count: named().filter(|cluster| cluster.kind == kind).count(),
            on: state.facets.kind == Some(kind),
        });
        self.draw_chips(words::KINDS_OF_NAMES, chips)
    }

    fn draw_of_voices(&self, state: &State, reading: &Reading) -> Result<(), PageError> {
        let names = reading.voices.iter().map(|voice| voice_name(voice).to_owned()).take(PICKS);
        let voices: Vec<_> = names.map(|name| (name.clone(), name)).collect();
        self.draw_pick(VOICE_FIELD, words::WHO_SPEAKS, words::ALL_SPEAKERS, &voices, state.facets.voice.as_deref())?;
        let about = most_spoken_of(reading);
        if !about.is_empty() {
            let now = state.facets.about.map(|cluster| cluster.index().to_string());
            self.draw_pick(ABOUT_FIELD, words::ABOUT_WHOM, words::ABOUT_ANYTHING, &about, now.as_deref())?;
        }
        let chips = QUOTE_KINDS.into_iter().map(|kind| Chip {
            words: words::quote_kind(kind),
            id: quote_name(kind),
            count: reading.analysis.quotes.iter().filter(|quote| quote.kind == kind).count(),
            on: state.facets.quote_kind == Some(kind),
        });
        self.draw_chips(words::KINDS_OF_QUOTES, chips)
    }

    /// A button for each kind that there is.
    fn draw_chips(&self, label: &str, chips: impl Iterator<Item = Chip>) -> Result<(), PageError> {
        let group = create("div")?;
        for (name, value) in [("role", "group"), ("aria-label", label)] {
            group.set_attribute(name, value)?;
        }
        for chip in chips.filter(|chip| chip.count > 0 || chip.on) {
            let button = self.templates.copy("facet")?;
            fill(&button, "name", chip.words)?;
            fill(&button, "count", &chip.count.to_string())?;
            button.set_attribute("data-id", chip.id)?;
            button.set_attribute("aria-pressed", whether(chip.on))?;
            group.append_child(&button)?;
        }
        self.root.append_child(&group)?;
        Ok(())
    }

    /// A field to pick one of `choices`, (value, words), or all.
    fn draw_pick(
        &self,
        id: &str,
        label: &str,
        all: &str,
        choices: &[(String, String)],
        now: Option<&str>,
    ) -> Result<(), PageError> {
        let field: HtmlSelectElement = create("select")?.dyn_into().map_err(|_| PageError::Missing("select"))?;
        field.set_id(id);
        field.set_attribute("aria-label", label)?;
        let none = (String::new(), all.to_owned());
        for (value, words) in std::iter::once(&none).chain(choices) {
            let option = create("option")?;
            option.set_attribute("value", value)?;
            option.set_text_content(Some(words));
            field.append_child(&option)?;
        }
        let now = now.filter(|now| choices.iter().any(|(value, _)| value == now));
        field.set_value(now.unwrap_or_default());
        self.root.append_child(&field)?;
        Ok(())
    }
}

/// The clusters that quotes mention, those that most do first: number and name.
fn most_spoken_of(reading: &Reading) -> Vec<(String, String)> {
    let clusters = &reading.analysis.clusters;
    let mut counts: Vec<(ClusterId, usize)> = (0..clusters.len()).map(|cluster| (ClusterId::new(cluster), 0)).collect();
    let said = reading.analysis.quotes.iter().zip(&reading.about).filter(|(q, _)| q.kind != QuoteKind::Marked);
    for &cluster in said.flat_map(|(_, about)| about) {
        if let Some((_, count)) = counts.get_mut(cluster.index()) {
            *count += 1;
        }
    }
    counts.retain(|&(cluster, count)| count > 0 && cluster.of(clusters).is_some_and(|c| is_name(c.kind)));
    sort_by_key(&mut counts, |&(_, count)| (usize::MAX - count, 0)); // equals stay in reading order
    let most = counts.into_iter().take(PICKS);
    most.filter_map(|(cluster, _)| Some((cluster.index().to_string(), cluster.of(clusters)?.name.clone()))).collect()
}

/// Whether a kind is one of names, rather than of days and amounts.
fn is_name(kind: EntityKind) -> bool {
    use EntityKind::{Date, Money, Percent, Quantity, Time};
    !matches!(kind, Date | Time | Money | Percent | Quantity)
}
