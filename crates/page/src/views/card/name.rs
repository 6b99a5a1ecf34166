//! What the card says of a name: what it is, its mentions, who is quoted about it.

use crate::dom::{Templates, create, fill, slot, within};
use crate::error::PageError;
use crate::page::reading::{Reading, shorten, strip_marks};
use crate::views::print::{quote_words, voice_class};
use crate::words;
use postil::format::type_name;
use postil::{ClusterId, MentionId, QuoteKind};
use web_sys::{Element, HtmlElement};

/// Quotes about a name that its card lists; the list of voices has them all.
const ABOUT: usize = 3;

/// Where items of Wikidata are described.
const WIKIDATA: &str = "https://www.wikidata.org/wiki/";

/// The part of the card for a mention.
pub(super) fn part(templates: &Templates, reading: &Reading, id: MentionId) -> Result<Option<HtmlElement>, PageError> {
    let Some(mention) = id.of(&reading.analysis.mentions) else { return Ok(None) };
    let Some(cluster) = mention.cluster.of(&reading.analysis.clusters) else { return Ok(None) };
    let part = templates.copy("card-name")?;
    part.set_attribute("data-id", &id.index().to_string())?;
    fill(&part, "name", &cluster.name)?;
    fill(&part, "kind", words::kind(mention.kind))?;
    let lines = [cluster.description.clone(), mention.value.clone().filter(|value| *value != cluster.name)];
    fill(&part, "how", &lines.into_iter().flatten().collect::<Vec<_>>().join(words::DOT))?;
    let link: HtmlElement = within(&part, "a")?;
    match &cluster.wikidata {
        Some(item) => link.set_attribute("href", &[WIKIDATA, item].concat())?,
        None => link.remove(),
    }
    let count = cluster.mentions.len();
    if count > 1 {
        let at = cluster.mentions.iter().position(|&m| m == id).unwrap_or(0);
        fill(&part, "place", &words::number_of(at + 1, count))?;
    } else {
        within::<HtmlElement>(&part, ".do")?.remove();
    }
    fill_about(templates, reading, mention.cluster, &part)?;
    let kinds = templates.copy("kinds")?;
    if let Some(now) = kinds.query_selector(&format!("[data-id={}]", type_name(mention.kind)))? {
        now.set_attribute("aria-pressed", "true")?;
    }
    part.append_child(&kinds)?;
    Ok(Some(part))
}

/// Who is quoted about a name, each with a link to the words.
fn fill_about(templates: &Templates, reading: &Reading, cluster: ClusterId, part: &Element) -> Result<(), PageError> {
    let quotes = reading.analysis.quotes.iter().zip(&reading.about).enumerate();
    let about = quotes.filter(|(_, (quote, about))| quote.kind != QuoteKind::Marked && about.contains(&cluster));
    let about: Vec<usize> = about.map(|(index, _)| index).collect();
    let list = slot(part, "about")?;
    if about.is_empty() {
        list.remove();
        return Ok(());
    }
    for &quote in about.iter().take(ABOUT) {
        let row = templates.copy("about")?;
        within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &quote.to_string())?;
        fill(&row, "name", reading.speaker(quote).as_deref().unwrap_or(words::SOMEBODY))?;
        if let Some(number) = reading.voice_of.get(quote).copied().flatten() {
            slot(&row, "name")?.set_class_name(&voice_class(&reading.voices, number));
        }
        fill(&row, "words", &shorten(strip_marks(quote_words(reading, quote)), 48))?;
        list.append_child(&row)?;
    }
    if about.len() > ABOUT {
        let row = create("li")?;
        let more = templates.copy("about-more")?;
        more.set_text_content(Some(&words::all_quotes_about(about.len())));
        more.set_attribute("data-id", &cluster.index().to_string())?;
        row.append_child(&more)?;
        list.append_child(&row)?;
    }
    Ok(())
}
