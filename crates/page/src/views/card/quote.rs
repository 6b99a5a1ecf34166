//! What the card says of a quote.

use crate::dom::{Templates, fill, slot, within};
use crate::error::PageError;
use crate::page::reading::Reading;
use crate::views::print::{quote_line, voice_class};
use crate::words;
use postil::QuoteKind;
use web_sys::HtmlElement;

/// The part of the card for a quote.
pub(super) fn part(templates: &Templates, reading: &Reading, index: usize) -> Result<Option<HtmlElement>, PageError> {
    let Some(quote) = reading.analysis.quotes.get(index) else { return Ok(None) };
    let part = templates.copy("card-quote")?;
    part.set_attribute("data-id", &index.to_string())?;
    if reading.analysis.article.metadata.url.is_none() {
        within::<HtmlElement>(&part, "[data-act=link]")?.remove(); // a text that was pasted has no address
    }
    if quote.kind == QuoteKind::Marked {
        fill(&part, "name", words::IN_MARKS)?;
        fill(&part, "how", words::IN_MARKS_HOW)?;
        slot(&part, "all")?.remove();
        return Ok(Some(part));
    }
    fill(&part, "name", reading.speaker(index).as_deref().unwrap_or(words::SPEAKER_UNCLEAR))?;
    let number = reading.voice_of.get(index).copied().flatten();
    if let Some(number) = number {
        slot(&part, "name")?.set_class_name(&voice_class(&reading.voices, number));
    }
    let cluster = quote.speaker.and_then(|s| s.cluster).and_then(|c| c.of(&reading.analysis.clusters));
    fill(&part, "description", cluster.and_then(|c| c.description.as_deref()).unwrap_or_default())?;
    fill(&part, "how", &quote_line(reading, index, quote, true))?;
    let all = slot(&part, "all")?;
    match number.and_then(|number| Some((number, reading.voices.get(number)?))) {
        Some((number, voice)) if voice.quotes.len() > 1 => {
            all.set_text_content(Some(&words::all_quotes(voice.quotes.len(), voice.share)));
            all.set_attribute("data-id", &number.to_string())?;
        }
        _ => all.remove(),
    }
    Ok(Some(part))
}
