//! The list of voices: who speaks, how much, how, and where in the article.

use super::facets::manner_name;
use super::head::{percent, width};
use super::lists::{Drawing, plural, voice_name};
use crate::dom::{create, fill, slot, within};
use crate::error::PageError;
use postil::{BlockKind, QuoteKind, Span, Voice};
use web_sys::{Element, HtmlElement};

/// Strokes on the small map of one voice's quotes; more would run into one another.
const STROKES: usize = 60;

impl Drawing<'_> {
    /// Rows shown and rows there are.
    pub(super) fn voices(&self) -> Result<(usize, usize), PageError> {
        let (mut shown, mut all) = (0, 0);
        let wanted = self.state.facets.voice.as_deref();
        for (number, voice) in self.reading.voices.iter().enumerate() {
            let name = voice_name(voice);
            if wanted.is_some_and(|w| w != name) {
                continue;
            }
            let by_name = self.matches(name);
            let fits = |&q: &usize| self.is_wanted(q) && (by_name || self.matches(self.quote_words(q)));
            let rows: Vec<usize> = voice.quotes.iter().copied().filter(fits).collect();
            all += rows.len();
            let room = self.state.rows.saturating_sub(shown);
            if rows.is_empty() || room == 0 {
                continue;
            }
            let section = self.voice(number, voice, wanted.is_some())?;
            let quotes = slot(&section, "quotes")?;
            let hue = format!("v{}", self.reading.hue(number));
            for &index in rows.iter().take(room) {
                quotes.append_child(&*self.quote_row(index, &hue)?)?;
                shown += 1;
            }
            self.list.append_child(&section)?;
        }
        if wanted.is_some() {
            return Ok((shown, all));
        }
        let (more_shown, more) = self.other_quotes(shown)?;
        Ok((shown + more_shown, all + more))
    }

    /// What stands above a voice's quotes.
    fn voice(&self, number: usize, voice: &Voice, alone: bool) -> Result<HtmlElement, PageError> {
        let section = self.templates.clone("voice")?;
        let hue = format!("v{}", self.reading.hue(number));
        section.set_attribute("data-voice", &number.to_string())?;
        let open = slot(&section, "open")?;
        open.set_text_content(Some(voice_name(voice)));
        open.set_class_name(&hue);
        open.set_attribute("data-id", &number.to_string())?;
        open.set_attribute("aria-pressed", if alone { "true" } else { "false" })?;
        open.set_title(if alone { "Show all speakers" } else { "Show this speaker alone" });
        let quotes = plural(voice.quotes.len(), "quote", "quotes");
        fill(&section, "count", &format!("{quotes} · {}", plural(voice.words, "word", "words")))?;
        let cluster = voice.cluster.and_then(|c| self.reading.analysis.clusters.get(c));
        fill(&section, "description", cluster.and_then(|c| c.description.as_deref()).unwrap_or_default())?;
        let meter = slot(&section, "meter")?;
        let bar: HtmlElement = within(&meter, "i")?;
        bar.set_class_name(&format!("{hue} bar-part"));
        bar.style().set_property("width", &width(voice.share))?;
        meter.set_title(&format!("{} of the quoted words", percent(voice.share)));
        fill(&section, "split", &self.split(voice))?;
        self.strokes(&*slot(&section, "spark")?, voice, &hue)?;
        Ok(section)
    }

    /// How a voice is quoted, and from where to where: “3 direct · 1 paraphrased · paragraphs 2 to 17 of 20”.
    fn split(&self, voice: &Voice) -> String {
        let quotes = &self.reading.analysis.quotes;
        let mut parts = Vec::new();
        for kind in [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect] {
            let count = voice.quotes.iter().filter(|&&q| quotes.get(q).is_some_and(|q| q.kind == kind)).count();
            if count > 0 {
                parts.push(format!("{count} {}", manner_name(kind)));
            }
        }
        let blocks = self.reading.analysis.article.blocks.iter();
        let starts: Vec<usize> = blocks.filter(|b| b.kind != BlockKind::Title).map(|b| b.span.start).collect();
        // the headline stands before paragraph 1
        let paragraph = |q: Option<&usize>| {
            let start = q.and_then(|&q| quotes.get(q)).map_or(0, |q| q.span.start);
            starts.partition_point(|&s| s <= start).max(1)
        };
        let (first, last) = (paragraph(voice.quotes.first()), paragraph(voice.quotes.last()));
        parts.push(match first == last {
            true => format!("paragraph {first} of {}", starts.len()),
            false => format!("paragraphs {first} to {last} of {}", starts.len()),
        });
        parts.join(" · ")
    }

    /// Where in the article a voice is heard, as strokes on a line.
    fn strokes(&self, spark: &Element, voice: &Voice, hue: &str) -> Result<(), PageError> {
        let all = self.reading.analysis.article.blocks.last().map_or(1, |b| b.span.end).max(1) as f64;
        let step = voice.quotes.len().div_ceil(STROKES).max(1);
        for &quote in voice.quotes.iter().step_by(step) {
            let span = self.reading.analysis.quotes.get(quote).map_or(Span::default(), |q| q.span);
            let stroke = create("i")?;
            stroke.set_class_name(&format!("{hue} bar-part"));
            // lengths of texts stay far below 2^53
            stroke.style().set_property("left", &width((span.start as f64 / all).min(1.0)))?;
            stroke.style().set_property("width", &width(span.len() as f64 / all))?;
            spark.append_child(&stroke)?;
        }
        Ok(())
    }
}
