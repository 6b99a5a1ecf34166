//! What stands above the article: byline, consent for pictures, each voice's share.

use super::print::{voice_class, width};
use crate::dom::{Templates, create, elements, fill, slot, within};
use crate::error::PageError;
use crate::words;
use postil::{Analysis, Voice};
use web_sys::{Element, HtmlElement};

/// Voices that the strip names; smaller ones are summed up.
const NAMED: usize = 7;

/// Fills the head's slots.
pub(crate) fn fill_head(
    templates: &Templates,
    head: &Element,
    analysis: &Analysis,
    voices: &[Voice],
) -> Result<(), PageError> {
    let metadata = &analysis.article.metadata;
    let by = metadata.byline.as_deref().map(words::by);
    let day = metadata.published.as_deref().map(readable_day);
    let parts: Vec<String> = [by, metadata.site.clone(), day].into_iter().flatten().collect();
    fill(head, "by", &parts.join(words::DOT))?;
    slot(head, "by")?.set_hidden(parts.is_empty());

    let pictures = analysis.article.images.len();
    if pictures > 0 {
        let ask = templates.copy("consent")?;
        ask.set_text_content(Some(&words::load_pictures(pictures)));
        let consent = slot(head, "consent")?;
        consent.append_child(&ask)?;
        consent.set_hidden(false);
    }
    draw_strip(templates, head, voices)
}

/// Draws the strip of shares and its legend.
pub(crate) fn draw_strip(templates: &Templates, head: &Element, voices: &[Voice]) -> Result<(), PageError> {
    let strip = slot(head, "strip")?;
    let legend = slot(head, "legend")?;
    let heard: Vec<(usize, &Voice)> = voices.iter().enumerate().filter(|(_, voice)| voice.words > 0).collect();
    strip.set_text_content(None);
    legend.set_text_content(None);
    strip.set_hidden(heard.is_empty());
    legend.set_hidden(heard.is_empty());
    let mut said = Vec::new();
    let (shown, rest) = heard.split_at(heard.len().min(NAMED));
    for &(index, voice) in shown {
        let name = voice.name.as_deref().unwrap_or(words::UNCLEAR);
        let class = voice_class(voices, index);
        bar(&strip, &class, voice.share)?;
        let row = templates.copy("share")?;
        within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &index.to_string())?;
        fill(&row, "name", name)?;
        slot(&row, "name")?.set_class_name(&class);
        fill(&row, "share", &words::percent(voice.share))?;
        legend.append_child(&row)?;
        said.push(words::share(name, voice.share));
    }
    if !rest.is_empty() {
        let share: f64 = rest.iter().map(|(_, voice)| voice.share).sum();
        bar(&strip, "vr", share)?;
        let row = create("li")?;
        let more = words::more_voices(rest.len(), share);
        row.set_text_content(Some(&more));
        legend.append_child(&row)?;
        said.push(more);
    }
    strip.set_attribute("aria-label", &words::shares(&said.join(", ")))?;
    Ok(())
}

/// Shows the pictures on a sheet, and takes the question away.
pub(crate) fn show_pictures(sheet: &Element) -> Result<(), PageError> {
    for row in elements(sheet, ".picture")? {
        let image: HtmlElement = within(&row, "img")?;
        let src = image.get_attribute("data-src");
        if let Some(src) = src.filter(|src| src.starts_with("https://") || src.starts_with("http://")) {
            image.set_attribute("src", &src)?;
            row.set_hidden(false);
        }
    }
    within::<HtmlElement>(sheet, ".consent")?.set_hidden(true);
    Ok(())
}

fn bar(strip: &Element, class: &str, share: f64) -> Result<(), PageError> {
    let part = create("i")?;
    part.set_class_name(&[class, " bar-part"].concat());
    part.style().set_property("width", &width(share))?;
    strip.append_child(&part)?;
    Ok(())
}

/// An ISO date or time in the reader's own language and time zone; as it is where it is no date.
fn readable_day(iso: &str) -> String {
    let day_only = iso.len() <= 10;
    // a bare day means that day everywhere: noon keeps it so in every zone
    let date = js_sys::Date::new(&if day_only { format!("{iso}T12:00:00") } else { iso.to_owned() }.into());
    if date.get_time().is_nan() || iso.len() < 10 {
        return iso.to_owned();
    }
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // setting a property of an object just made does not fail
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(date.to_locale_date_string("default", &options))
}
