//! The card beside a mark: who speaks, what is named, what the reader noted.

use super::app::App;
use super::head::percent;
use super::reading::Reading;
use super::state::{State, Target};
use crate::entity::EntityKind;
use crate::quote::QuoteKind;
use crate::web::dom::{Templates, create, fill, put, slot, window, within};
use crate::web::error::WebError;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

/// Parts that one card shows at most; what lies deeper is in the lists.
const PARTS: usize = 3;

impl App {
    /// Shows the card for `targets`, beside the first of them.
    pub(super) fn show_card(self: &Rc<Self>, targets: &[Target]) -> Result<(), WebError> {
        let card = &self.parts.card;
        card.set_text_content(None);
        {
            let state = self.state.borrow();
            for target in targets.iter().take(PARTS) {
                if card.child_element_count() > 0 {
                    card.append_child(&*create("hr")?)?;
                }
                card_part(&self.parts.templates, &state, target, card)?;
            }
        }
        let place = targets.first().and_then(|t| self.first_box(t));
        let (Some(place), true) = (place, card.child_element_count() > 0) else {
            self.hide_card();
            return Ok(());
        };
        card.set_hidden(false);
        let window = window()?;
        let (scroll_x, scroll_y) = (window.scroll_x()?, window.scroll_y()?);
        let width = window.inner_width()?.as_f64().unwrap_or_default();
        let (wide, high) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
        let left = place.left().min(width - wide - 12.0).max(12.0);
        // above the mark where there is room: the hand and the eye come from below
        let bar = 60.0;
        let top = if place.top() - high - 6.0 > bar { place.top() - high - 6.0 } else { place.bottom() + 6.0 };
        put(card, "left", left + scroll_x)?;
        put(card, "top", top + scroll_y)?;
        Ok(())
    }

    /// Takes the card away.
    pub(super) fn hide_card(&self) {
        self.parts.card.set_hidden(true);
        self.paint_pointed("postil-hover", &[]);
        self.state.borrow_mut().hovered.clear();
    }

    /// Reads the card out.
    pub(super) fn say_card(&self) {
        let words = self.parts.card.inner_text();
        self.say(&words);
    }
}

fn card_part(templates: &Templates, state: &State, target: &Target, card: &Element) -> Result<(), WebError> {
    let Some(reading) = &state.reading else { return Ok(()) };
    match target {
        Target::Quote(index) => quote_part(templates, reading, *index, card),
        Target::Mention(index) => name_part(templates, reading, *index, card),
        Target::Mine(id) => mine_part(templates, state, id, card),
        Target::Comment(_) => Ok(()),
    }
}

fn quote_part(templates: &Templates, reading: &Reading, index: usize, card: &Element) -> Result<(), WebError> {
    let Some(quote) = reading.analysis.quotes.get(index) else { return Ok(()) };
    let part = templates.clone("card-quote")?;
    card.append_child(&part)?;
    part.set_attribute("data-id", &index.to_string())?;
    if quote.kind == QuoteKind::Marked {
        fill(&part, "name", "Words in quotation marks")?;
        fill(&part, "description", "")?;
        fill(&part, "how", "a title, a nickname or a term; nobody is quoted")?;
        slot(&part, "all")?.remove();
        return Ok(());
    }
    let name = reading.speaker(index);
    fill(&part, "name", name.as_deref().unwrap_or("Speaker unclear"))?;
    let voice = reading.voice_of.get(index).copied().flatten();
    if let Some(voice) = voice {
        slot(&part, "name")?.set_class_name(&format!("v{}", reading.hue(voice)));
    }
    let cluster = quote.speaker.and_then(|s| s.cluster).and_then(|c| reading.analysis.clusters.get(c));
    fill(&part, "description", cluster.and_then(|c| c.description.as_deref()).unwrap_or_default())?;
    fill(&part, "how", &how(reading, index))?;
    let all = slot(&part, "all")?;
    match voice.and_then(|v| reading.voices.get(v).map(|found| (v, found))) {
        Some((number, found)) if found.quotes.len() > 1 => {
            all.set_text_content(Some(&format!("All {} quotes · {}", found.quotes.len(), percent(found.share))));
            all.set_attribute("data-id", &number.to_string())?;
        }
        _ => all.remove(),
    }
    Ok(())
}

/// How a passage is quoted, in a line: its kind, its cue, how sure the speaker is.
pub(super) fn how(reading: &Reading, index: usize) -> String {
    let Some(quote) = reading.analysis.quotes.get(index) else { return String::new() };
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "a few words",
        QuoteKind::Indirect => "in other words",
        QuoteKind::Marked => "marked",
    };
    let cue = quote.cue.map(|c| format!("“{}”", c.str(reading.text())));
    let sure = (quote.speaker.is_some() && quote.confidence < 0.75).then(|| "likely".to_owned());
    [Some(kind.to_owned()), cue, sure].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn name_part(templates: &Templates, reading: &Reading, index: usize, card: &Element) -> Result<(), WebError> {
    let Some(mention) = reading.analysis.mentions.get(index) else { return Ok(()) };
    let Some(cluster) = reading.analysis.clusters.get(mention.cluster) else { return Ok(()) };
    let part = templates.clone("card-name")?;
    card.append_child(&part)?;
    part.set_attribute("data-id", &index.to_string())?;
    fill(&part, "name", &cluster.name)?;
    fill(&part, "kind", kind_name(mention.kind))?;
    let lines = [cluster.description.clone(), mention.value.clone().filter(|v| *v != cluster.name)];
    fill(&part, "how", &lines.into_iter().flatten().collect::<Vec<_>>().join(" · "))?;
    let count = cluster.mentions.len();
    if count > 1 {
        let at = cluster.mentions.iter().position(|&m| m == index).unwrap_or(0);
        fill(&part, "place", &format!("{} of {count}", at + 1))?;
    } else {
        within::<HtmlElement>(&part, ".do")?.remove();
    }
    Ok(())
}

fn mine_part(templates: &Templates, state: &State, id: &str, card: &Element) -> Result<(), WebError> {
    let Some(annotation) = state.notebook.get(id) else { return Ok(()) };
    let part = templates.clone("card-mine")?;
    card.append_child(&part)?;
    part.set_attribute("data-id", id)?;
    let tags = slot(&part, "tags")?;
    tags.class_list().add_1(&format!("t{}", state.tag_hue(annotation.tags.first().map_or("", String::as_str))))?;
    let own = create("b")?;
    own.set_text_content(Some(&tag_line(&annotation.tags)));
    tags.append_child(&own)?;
    fill(&part, "note", &annotation.note)
}

/// A passage's tags in a line.
pub(super) fn tag_line(tags: &[String]) -> String {
    if tags.is_empty() { "note".to_owned() } else { tags.join(", ") }
}

/// A kind of entity as the reader calls it.
pub(super) fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organisation",
        EntityKind::Location => "place",
        EntityKind::Group => "people",
        EntityKind::Event => "event",
        EntityKind::Work => "work",
        EntityKind::Misc => "other name",
        EntityKind::Date => "date",
        EntityKind::Time => "time",
        EntityKind::Money => "money",
        EntityKind::Percent => "percentage",
        EntityKind::Quantity => "amount",
    }
}
