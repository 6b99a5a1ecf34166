//! What stands above the article: byline, consent for pictures, each voice's share.

use super::app::App;
use super::reading::hue;
use crate::dom::{Templates, create, fill, slot, within};
use crate::error::PageError;
use postil::{Analysis, Voice};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Voices that the strip names; smaller ones are summed up.
const NAMED: usize = 7;

/// Fills the head's slots.
pub(super) fn fill_head(
    templates: &Templates,
    head: &Element,
    analysis: &Analysis,
    voices: &[Voice],
) -> Result<(), PageError> {
    let metadata = &analysis.article.metadata;
    let by = metadata.byline.as_deref().map(|b| format!("By {b}"));
    let day = metadata.published.as_deref().map(readable_day);
    let parts: Vec<String> = [by, metadata.site.clone(), day].into_iter().flatten().collect();
    fill(head, "by", &parts.join(" · "))?;
    slot(head, "by")?.set_hidden(parts.is_empty());

    let pictures = analysis.article.images.len();
    if pictures > 0 {
        let ask = templates.clone("consent")?;
        let words = if pictures == 1 {
            "Load 1 picture from its site".to_owned()
        } else {
            format!("Load {pictures} pictures from their site")
        };
        ask.set_text_content(Some(&words));
        let consent = slot(head, "consent")?;
        consent.append_child(&ask)?;
        consent.set_hidden(false);
    }
    fill_strip(templates, head, voices)
}

/// Fills the strip of shares and its legend.
pub(super) fn fill_strip(templates: &Templates, head: &Element, voices: &[Voice]) -> Result<(), PageError> {
    let strip = slot(head, "strip")?;
    let legend = slot(head, "legend")?;
    let heard: Vec<(usize, &Voice)> = voices.iter().enumerate().filter(|(_, v)| v.words > 0).collect();
    strip.set_text_content(None);
    legend.set_text_content(None);
    strip.set_hidden(heard.is_empty());
    legend.set_hidden(heard.is_empty());
    let mut said = Vec::new();
    let (shown, rest) = heard.split_at(heard.len().min(NAMED));
    for &(index, voice) in shown {
        let name = voice.name.as_deref().unwrap_or("Unclear");
        bar(&strip, &hue(voices, index), voice.share)?;
        let row = templates.clone("share")?;
        within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &index.to_string())?;
        fill(&row, "name", name)?;
        slot(&row, "name")?.set_class_name(&format!("v{}", hue(voices, index)));
        fill(&row, "share", &percent(voice.share))?;
        legend.append_child(&row)?;
        said.push(format!("{name} {}", percent(voice.share)));
    }
    if !rest.is_empty() {
        let share: f64 = rest.iter().map(|(_, v)| v.share).sum();
        bar(&strip, "r", share)?;
        let row = create("li")?;
        row.set_text_content(Some(&format!("{} more {}", rest.len(), percent(share))));
        legend.append_child(&row)?;
        said.push(format!("{} more {}", rest.len(), percent(share)));
    }
    strip.set_attribute("aria-label", &format!("Share of the quoted words: {}", said.join(", ")))?;
    Ok(())
}

fn bar(strip: &Element, hue: &str, share: f64) -> Result<(), PageError> {
    let part = create("i")?;
    part.set_class_name(&format!("v{hue} bar-part"));
    part.style().set_property("width", &width(share))?;
    strip.append_child(&part)?;
    Ok(())
}

/// A share as the reader sees it.
pub(super) fn percent(share: f64) -> String {
    format!("{} %", (share * 100.0).round() as u32) // whole numbers: printing a fraction costs the page ten kilobytes
}

/// A share as the width of its bar.
pub(super) fn width(share: f64) -> String {
    format!("calc({}% / 100)", (share * 10_000.0).round() as u32)
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

impl App {
    /// Loads the article's pictures, now that the reader asked for them.
    pub(super) fn load_images(self: &Rc<Self>) -> Result<(), PageError> {
        self.state.borrow_mut().images = true;
        let found = self.parts.read.query_selector_all(".picture")?;
        for index in 0..found.length() {
            let Some(row) = found.item(index).and_then(|n| n.dyn_into::<HtmlElement>().ok()) else { continue };
            let image: HtmlElement = within(&row, "img")?;
            if let Some(src) =
                image.get_attribute("data-src").filter(|s| s.starts_with("https://") || s.starts_with("http://"))
            {
                image.set_attribute("src", &src)?;
                row.set_hidden(false);
            }
        }
        within::<HtmlElement>(&self.parts.read, ".consent")?.set_hidden(true);
        Ok(())
    }
}
