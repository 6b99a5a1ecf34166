//! The card beside a mark: who speaks, what is named, what the reader noted.

use super::app::App;
use super::facets::manner_name;
use super::head::percent;
use super::lists::strip_marks;
use super::reading::{Reading, shorten};
use super::state::{State, Target};
use crate::dom::{Templates, create, fill, put, slot, window, within};
use crate::error::PageError;
use postil::format::type_name;
use postil::{EntityKind, QuoteKind};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Quotes about a name that its card lists; the list of voices has them all.
const ABOUT: usize = 3;

/// Parts that one card shows at most; what lies deeper is in the lists.
const PARTS: usize = 3;

impl App {
    /// Shows the card for `targets`, beside the first of them.
    pub(super) fn show_card(self: &Rc<Self>, targets: &[Target]) -> Result<(), PageError> {
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
        self.state.borrow_mut().card = targets.iter().take(PARTS).cloned().collect();
        card.set_hidden(false);
        let window = window()?;
        let (scroll_x, scroll_y) = (window.scroll_x()?, window.scroll_y()?);
        let width = window.inner_width()?.as_f64().unwrap_or_default();
        let (wide, high) = (f64::from(card.offset_width()), f64::from(card.offset_height()));
        let left = place.left.min(width - wide - 12.0).max(12.0);
        // above the mark where there is room: the hand and the eye come from below
        let bar = 60.0;
        let top = if place.top - high - 6.0 > bar { place.top - high - 6.0 } else { place.bottom + 6.0 };
        put(card, "left", left + scroll_x)?;
        put(card, "top", top + scroll_y)?;
        Ok(())
    }

    /// Takes the card away.
    pub(super) fn hide_card(&self) {
        self.parts.card.set_hidden(true);
        self.paint_pointed("postil-hover", &[]);
        let mut state = self.state.borrow_mut();
        state.hovered.clear();
        state.card.clear();
    }

    /// Moves into the card, from where Escape leads back.
    pub(super) fn to_card(&self) -> Result<(), PageError> {
        if let Some(first) = self.parts.card.query_selector("button")?.and_then(|b| b.dyn_into::<HtmlElement>().ok()) {
            first.focus()?;
        }
        Ok(())
    }

    /// Reads the card out.
    pub(super) fn say_card(&self) {
        let words = self.parts.card.inner_text();
        self.say(&words);
    }
}

fn card_part(templates: &Templates, state: &State, target: &Target, card: &Element) -> Result<(), PageError> {
    let Some(reading) = &state.reading else { return Ok(()) };
    match target {
        Target::Quote(index) => quote_part(templates, reading, *index, card),
        Target::Mention(index) => name_part(templates, reading, *index, card),
        Target::Mine(id) => mine_part(templates, state, id, card),
        Target::Comment(_) => Ok(()),
    }
}

fn quote_part(templates: &Templates, reading: &Reading, index: usize, card: &Element) -> Result<(), PageError> {
    let Some(quote) = reading.analysis.quotes.get(index) else { return Ok(()) };
    let part = templates.clone("card-quote")?;
    card.append_child(&part)?;
    part.set_attribute("data-id", &index.to_string())?;
    let link = reading.analysis.article.metadata.url.is_some();
    if !link {
        within::<HtmlElement>(&part, "[data-act=link]")?.remove(); // a text that was pasted has no address
    }
    if quote.kind == QuoteKind::Marked {
        fill(&part, "name", "Words in quotation marks")?;
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
    fill(&part, "how", &how(reading, index, true))?;
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

/// From this confidence on the card calls a speaker sure.
const SURE: f32 = 0.85;
/// From this confidence on it calls one likely.
const LIKELY: f32 = 0.6;

/// How a passage is quoted, in a line: its kind, its cue, how sure the speaker is; for the card `all` of it.
pub(super) fn how(reading: &Reading, index: usize, all: bool) -> String {
    let Some(quote) = reading.analysis.quotes.get(index) else { return String::new() };
    let cue = quote.cue.map(|c| format!("“{}”", shorten(c.str(reading.text()), 60)));
    let speaker = quote.speaker;
    let beside = speaker.map(|s| shorten(s.span.str(reading.text()), 60)).filter(|words| {
        all && !words.is_empty()
            && reading.speaker(index).is_some_and(|name| name.to_lowercase() != words.to_lowercase())
    });
    let sure = match quote.confidence {
        _ if reading.is_corrected(index) => Some("set by you"),
        _ if speaker.is_none() => None,
        sure if sure >= SURE => Some("sure").filter(|_| all),
        likely if likely >= LIKELY => Some("likely"),
        _ => Some("unclear"),
    };
    let beside = beside.map(|words| format!("here “{words}”"));
    let parts = [Some(manner_name(quote.kind).to_owned()), cue, beside, sure.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn name_part(templates: &Templates, reading: &Reading, index: usize, card: &Element) -> Result<(), PageError> {
    let Some(mention) = reading.analysis.mentions.get(index) else { return Ok(()) };
    let Some(cluster) = reading.analysis.clusters.get(mention.cluster) else { return Ok(()) };
    let part = templates.clone("card-name")?;
    card.append_child(&part)?;
    part.set_attribute("data-id", &index.to_string())?;
    fill(&part, "name", &cluster.name)?;
    fill(&part, "kind", kind_name(mention.kind))?;
    let lines = [cluster.description.clone(), mention.value.clone().filter(|v| *v != cluster.name)];
    fill(&part, "how", &lines.into_iter().flatten().collect::<Vec<_>>().join(" · "))?;
    let link: HtmlElement = within(&part, "a")?;
    match &cluster.wikidata {
        Some(item) => link.set_attribute("href", &["https://www.wikidata.org/wiki/", item].concat())?,
        None => link.remove(),
    }
    let count = cluster.mentions.len();
    if count > 1 {
        let at = cluster.mentions.iter().position(|&m| m == index).unwrap_or(0);
        fill(&part, "place", &format!("{} of {count}", at + 1))?;
    } else {
        within::<HtmlElement>(&part, ".do")?.remove();
    }
    quoted_about(templates, reading, mention.cluster, &part)?;
    let kinds = templates.clone("kinds")?;
    if let Some(now) = kinds.query_selector(&format!("[data-id={}]", type_name(mention.kind)))? {
        now.set_attribute("aria-pressed", "true")?;
    }
    part.append_child(&kinds)?;
    Ok(())
}

/// Who is quoted about a name, each with a link to the words.
fn quoted_about(templates: &Templates, reading: &Reading, cluster: usize, part: &Element) -> Result<(), PageError> {
    let quotes = reading.analysis.quotes.iter().zip(&reading.about).enumerate();
    let about = quotes.filter(|(_, (q, about))| q.kind != QuoteKind::Marked && about.contains(&cluster));
    let about: Vec<usize> = about.map(|(i, _)| i).collect();
    let list = slot(part, "about")?;
    if about.is_empty() {
        list.remove();
        return Ok(());
    }
    for &quote in about.iter().take(ABOUT) {
        let row = templates.clone("about")?;
        let button: HtmlElement = within(&row, "button")?;
        button.set_attribute("data-id", &quote.to_string())?;
        fill(&row, "name", reading.speaker(quote).as_deref().unwrap_or("Somebody"))?;
        if let Some(voice) = reading.voice_of.get(quote).copied().flatten() {
            slot(&row, "name")?.set_class_name(&format!("v{}", reading.hue(voice)));
        }
        let words = reading.analysis.quotes.get(quote).map_or("", |q| q.span.str(reading.text()));
        fill(&row, "words", &shorten(strip_marks(words), 48))?;
        list.append_child(&row)?;
    }
    if about.len() > ABOUT {
        let row = create("li")?;
        let more = templates.clone("about-more")?;
        more.set_text_content(Some(&format!("All {} quotes about it", about.len())));
        more.set_attribute("data-id", &cluster.to_string())?;
        row.append_child(&more)?;
        list.append_child(&row)?;
    }
    Ok(())
}

fn mine_part(templates: &Templates, state: &State, id: &str, card: &Element) -> Result<(), PageError> {
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
        EntityKind::Group => "group",
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
