//! The list of voices: who speaks, how much, how, and where in the article.

use super::drawing::{Drawing, Rows};
use super::panel::Panel;
use crate::dom::{create, fill, slot, within};
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::flow::lists::QUOTE_KINDS;
use crate::page::reading::voice_name;
use crate::views::print::{quote_words, voice_class, whether, width};
use crate::words;
use postil::{BlockKind, QuoteKind, Span, Voice};
use web_sys::{Element, HtmlElement};

/// Strokes on the small map of one voice's quotes; more would run into one another.
const STROKES: usize = 60;

pub(super) static VOICES: Panel = Panel {
    tab: Tab::VOICES,
    name: words::VOICES,
    draw,
    empty: |reading| if reading.analysis.quotes.is_empty() { words::NO_QUOTES } else { words::NO_QUOTE_CHOSEN },
};

/// Draws it.
fn draw(list: &Drawing) -> Result<Rows, PageError> {
    let mut rows = Rows::default();
    let alone = list.state.facets.voice.as_deref();
    for (number, voice) in list.reading.voices.iter().enumerate() {
        let name = voice_name(voice);
        if alone.is_some_and(|alone| alone != name) {
            continue;
        }
        let by_name = list.matches(name);
        let fits = |&q: &usize| list.is_wanted(q) && (by_name || list.matches(quote_words(list.reading, q)));
        let quotes: Vec<usize> = voice.quotes.iter().copied().filter(fits).collect();
        rows.all += quotes.len();
        let room = list.room(rows.shown);
        if quotes.is_empty() || room == 0 {
            continue;
        }
        let class = voice_class(&list.reading.voices, number);
        let section = voice_section(list, number, voice, &class, alone.is_some())?;
        let into = slot(&section, "quotes")?;
        for &index in quotes.iter().take(room) {
            into.append_child(&*list.quote_row(index, &class)?)?;
            rows.shown += 1;
        }
        list.list.append_child(&section)?;
    }
    if alone.is_some() { Ok(rows) } else { Ok(rows + draw_others(list, rows.shown)?) }
}

/// Quotes that are nobody's in the article: in comments, inside other quotes, merely marked.
fn draw_others(list: &Drawing, before: usize) -> Result<Rows, PageError> {
    let quotes = list.reading.analysis.quotes.iter().enumerate();
    let rest = quotes.filter(|(index, _)| list.reading.voice_of.get(*index).copied().flatten().is_none());
    let (marked, others): (Vec<_>, Vec<_>) = rest.partition(|(_, quote)| quote.kind == QuoteKind::Marked);
    let mut rows = Rows::default();
    for (name, quotes) in [(words::QUOTES_ELSEWHERE, others), (words::MARKED_WORDS, marked)] {
        let wanted: Vec<usize> = quotes
            .into_iter()
            .map(|(index, _)| index)
            .filter(|&index| list.is_wanted(index) && list.matches(quote_words(list.reading, index)))
            .collect();
        rows.all += wanted.len();
        let room = list.room(before + rows.shown);
        if wanted.is_empty() || room == 0 {
            continue;
        }
        let into = list.group(name, wanted.len())?;
        for &index in wanted.iter().take(room) {
            into.append_child(&*list.quote_row(index, "vr")?)?;
            rows.shown += 1;
        }
    }
    Ok(rows)
}

/// What stands above a voice's quotes.
fn voice_section(
    list: &Drawing,
    number: usize,
    voice: &Voice,
    class: &str,
    alone: bool,
) -> Result<HtmlElement, PageError> {
    let section = list.templates.copy("voice")?;
    section.set_attribute("data-voice", &number.to_string())?;
    let open = slot(&section, "open")?;
    open.set_text_content(Some(voice_name(voice)));
    open.set_class_name(class);
    open.set_attribute("data-id", &number.to_string())?;
    open.set_attribute("aria-pressed", whether(alone))?;
    open.set_title(if alone { words::SHOW_ALL_SPEAKERS } else { words::SHOW_SPEAKER_ALONE });
    fill(&section, "count", &words::quotes_and_words(voice.quotes.len(), voice.words))?;
    let cluster = voice.cluster.and_then(|c| c.of(&list.reading.analysis.clusters));
    fill(&section, "description", cluster.and_then(|c| c.description.as_deref()).unwrap_or_default())?;
    let meter = slot(&section, "meter")?;
    let bar: HtmlElement = within(&meter, "i")?;
    bar.set_class_name(&[class, " bar-part"].concat());
    bar.style().set_property("width", &width(voice.share))?;
    meter.set_title(&words::of_quoted_words(voice.share));
    fill(&section, "split", &split(list, voice))?;
    draw_strokes(list, &*slot(&section, "spark")?, voice, class)?;
    Ok(section)
}

/// How a voice is quoted, and from where to where: “3 direct · 1 paraphrased · paragraphs 2 to 17 of 20”.
fn split(list: &Drawing, voice: &Voice) -> String {
    let quotes = &list.reading.analysis.quotes;
    let mut parts = Vec::new();
    for kind in QUOTE_KINDS {
        let count = voice.quotes.iter().filter(|&&q| quotes.get(q).is_some_and(|q| q.kind == kind)).count();
        if count > 0 {
            parts.push(words::count_of(count, words::quote_kind(kind)));
        }
    }
    let blocks = list.reading.analysis.article.blocks.iter();
    let all = blocks.filter(|b| b.kind != BlockKind::Title).count();
    let paragraph =
        |q: Option<&usize>| list.reading.paragraph(q.and_then(|&q| quotes.get(q)).map_or(0, |q| q.span.start));
    parts.push(words::paragraphs(paragraph(voice.quotes.first()), paragraph(voice.quotes.last()), all));
    parts.join(words::DOT)
}

/// Where in the article a voice is heard, as strokes on a line.
fn draw_strokes(list: &Drawing, spark: &Element, voice: &Voice, class: &str) -> Result<(), PageError> {
    let analysis = &list.reading.analysis;
    let all = analysis.article.blocks.last().map_or(1, |b| b.span.end).max(1) as f64;
    let step = voice.quotes.len().div_ceil(STROKES).max(1);
    for &quote in voice.quotes.iter().step_by(step) {
        let span = analysis.quotes.get(quote).map_or(Span::default(), |q| q.span);
        let stroke = create("i")?;
        stroke.set_class_name(&[class, " bar-part"].concat());
        // lengths of texts stay far below 2^53
        stroke.style().set_property("left", &width((span.start as f64 / all).min(1.0)))?;
        stroke.style().set_property("width", &width(span.len() as f64 / all))?;
        spark.append_child(&stroke)?;
    }
    Ok(())
}
