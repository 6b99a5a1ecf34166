//! The four lists beside the article. Everything painted in the article is in one of them.

use super::app::App;
use super::card::{how, kind_name, tag_line};
use super::facets::Focus;
use super::reading::{Reading, shorten};
use super::state::{State, Tab, Target};
use crate::dom::{Templates, create, fill, slot, within};
use crate::error::PageError;
use postil::format::{KINDS, heading};
use postil::{Correction, QuoteKind, Voice};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Rows that a list shows before it asks whether to show more.
pub(super) const ROWS: usize = 200;

impl App {
    /// Draws the list on show.
    pub(super) fn draw_list(self: &Rc<Self>) -> Result<(), PageError> {
        let list = &self.parts.list;
        let focus = Focus::inside(list)?;
        list.set_text_content(None);
        {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            let drawing = Drawing { templates: &self.parts.templates, state: &state, reading, list };
            let (shown, all) = match state.tab {
                Tab::Voices => drawing.voices()?,
                Tab::Names => drawing.names()?,
                Tab::Comments => drawing.comments()?,
                Tab::Mine => drawing.mine()?,
            };
            if shown < all {
                let more = self.parts.templates.clone("more")?;
                more.set_text_content(Some(&format!("Show more ({} of {all})", shown)));
                list.append_child(&more)?;
            }
            if all == 0 {
                drawing.empty()?;
            }
        }
        self.mark_row();
        focus.give_back(list)
    }

    /// Shows `ROWS` more rows.
    pub(super) fn more_rows(self: &Rc<Self>) -> Result<(), PageError> {
        self.state.borrow_mut().rows += ROWS;
        self.draw_list()
    }

    /// Filters the list by what the reader typed.
    pub(super) fn filter(self: &Rc<Self>) -> Result<(), PageError> {
        self.state.borrow_mut().filter = self.parts.filter.value().trim().to_lowercase();
        self.draw_list()
    }

    /// Marks the row of what was chosen.
    pub(super) fn mark_row(&self) {
        let Ok(rows) = self.parts.list.query_selector_all("[aria-current=true]") else { return };
        for index in 0..rows.length() {
            if let Some(row) = rows.item(index).and_then(|r| r.dyn_into::<Element>().ok()) {
                let _ = row.remove_attribute("aria-current"); // an element that is there lets go of an attribute
            }
        }
        let chosen = self.state.borrow().chosen.clone();
        let selector = match chosen {
            Some(Target::Quote(i)) => format!("li > [data-act=quote][data-id=\"{i}\"]"),
            Some(Target::Comment(i)) => format!("[data-act=comment][data-id=\"{i}\"]"),
            Some(Target::Mention(i)) => {
                let state = self.state.borrow();
                let cluster = state.reading.as_ref().and_then(|r| r.analysis.mentions.get(i)).map(|m| m.cluster);
                format!("[data-act=cluster][data-id=\"{}\"]", cluster.unwrap_or(usize::MAX))
            }
            Some(Target::Mine(id)) => format!("[data-act=mine][data-id=\"{}\"]", id.replace(['"', '\\'], "")),
            None => return,
        };
        if let Ok(Some(row)) = self.parts.list.query_selector(&selector) {
            let _ = row.set_attribute("aria-current", "true");
        }
    }

    /// Opens or closes the lists where they are a drawer.
    pub(super) fn show_lists(&self, open: bool) -> Result<(), PageError> {
        self.parts.panel.class_list().toggle_with_force("shown", open)?;
        self.parts.lists_button.set_attribute("aria-expanded", if open { "true" } else { "false" })?;
        Ok(())
    }
}

/// One drawing of a list; each method gives rows shown and rows there are.
pub(super) struct Drawing<'a> {
    pub(super) templates: &'a Templates,
    pub(super) state: &'a State,
    pub(super) reading: &'a Reading,
    pub(super) list: &'a Element,
}

impl Drawing<'_> {
    pub(super) fn matches(&self, words: &str) -> bool {
        self.state.filter.is_empty() || words.to_lowercase().contains(&self.state.filter)
    }

    /// Quotes that are nobody's in the article: in comments, inside other quotes, merely marked.
    pub(super) fn other_quotes(&self, before: usize) -> Result<(usize, usize), PageError> {
        let quotes = self.reading.analysis.quotes.iter().enumerate();
        let rest = quotes.filter(|(i, _)| self.reading.voice_of.get(*i).copied().flatten().is_none());
        let (marked, others): (Vec<_>, Vec<_>) = rest.partition(|(_, q)| q.kind == QuoteKind::Marked);
        let (mut shown, mut all) = (0, 0);
        for (name, group) in [("In comments and inside quotes", others), ("Words merely marked", marked)] {
            let rows: Vec<usize> = group
                .into_iter()
                .map(|(i, _)| i)
                .filter(|&i| self.is_wanted(i) && self.matches(self.quote_words(i)))
                .collect();
            all += rows.len();
            let room = self.state.rows.saturating_sub(before + shown);
            if rows.is_empty() || room == 0 {
                continue;
            }
            let section = self.group(name, rows.len())?;
            let into = slot(&section, "rows")?;
            for &index in rows.iter().take(room) {
                into.append_child(&*self.quote_row(index, "vr")?)?;
                shown += 1;
            }
        }
        Ok((shown, all))
    }

    /// Whether a quote is of the kind, and about whom or what, the reader wants to see.
    pub(super) fn is_wanted(&self, index: usize) -> bool {
        let facets = &self.state.facets;
        let about = self.reading.about.get(index);
        facets.manner.is_none_or(|kind| self.reading.analysis.quotes.get(index).is_some_and(|q| q.kind == kind))
            && facets.about.is_none_or(|cluster| about.is_some_and(|a| a.contains(&cluster)))
    }

    pub(super) fn quote_words(&self, index: usize) -> &str {
        self.reading.analysis.quotes.get(index).map_or("", |q| q.span.str(self.reading.text()))
    }

    pub(super) fn quote_row(&self, index: usize, hue: &str) -> Result<HtmlElement, PageError> {
        let row = self.templates.clone("quote-row")?;
        row.set_class_name(hue);
        within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &index.to_string())?;
        let words = slot(&row, "words")?;
        words.set_text_content(Some(&shorten(strip_marks(self.quote_words(index)), 260)));
        words.set_dir("auto");
        let mut line = how(self.reading, index, false);
        if hue == "vr"
            && let Some(name) = self.reading.speaker(index)
        {
            line = format!("{name} · {line}");
        }
        fill(&row, "how", &line)?;
        Ok(row)
    }

    fn group(&self, name: &str, count: usize) -> Result<HtmlElement, PageError> {
        let section = self.templates.clone("group")?;
        fill(&section, "name", name)?;
        fill(&section, "count", &count.to_string())?;
        self.list.append_child(&section)?;
        Ok(section)
    }

    fn names(&self) -> Result<(usize, usize), PageError> {
        let clusters = self.reading.analysis.clusters.iter().enumerate();
        let wanted: Vec<_> = clusters.filter(|(_, c)| !c.mentions.is_empty() && self.matches(&c.name)).collect();
        let (mut shown, mut all) = (0, 0);
        for kind in KINDS.into_iter().filter(|&k| self.state.facets.kind.is_none_or(|wanted| wanted == k)) {
            let mut rows: Vec<_> = wanted.iter().copied().filter(|(_, c)| c.kind == kind).collect();
            rows.sort_by_key(|(_, c)| (usize::MAX - c.mentions.len(), 0)); // equals stay in reading order
            all += rows.len();
            let room = self.state.rows.saturating_sub(shown);
            if rows.is_empty() || room == 0 {
                continue;
            }
            let section = self.group(heading(kind), rows.len())?;
            let into = slot(&section, "rows")?;
            for (index, cluster) in rows.into_iter().take(room) {
                let row = self.templates.clone("name-row")?;
                within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &index.to_string())?;
                fill(&row, "name", &cluster.name)?;
                slot(&row, "name")?.set_dir("auto");
                fill(
                    &row,
                    "count",
                    &if cluster.mentions.len() > 1 { format!("× {}", cluster.mentions.len()) } else { String::new() },
                )?;
                fill(&row, "how", cluster.description.as_deref().unwrap_or_default())?;
                into.append_child(&row)?;
                shown += 1;
            }
        }
        Ok((shown, all))
    }

    fn comments(&self) -> Result<(usize, usize), PageError> {
        let comments = self.reading.analysis.comments.iter().enumerate();
        let rows: Vec<_> = comments
            .filter(|(_, c)| {
                self.matches(c.author.as_deref().unwrap_or_default()) || self.matches(c.span.str(self.reading.text()))
            })
            .collect();
        let list = create("ul")?;
        list.set_class_name("thread-list");
        for (index, comment) in rows.iter().take(self.state.rows) {
            let row = self.templates.clone("comment-row")?;
            row.style().set_property("--depth", &comment.depth.min(6).to_string())?;
            within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &index.to_string())?;
            fill(&row, "author", comment.author.as_deref().unwrap_or("No name"))?;
            fill(&row, "posted", comment.posted.as_deref().unwrap_or_default())?;
            let words = slot(&row, "words")?;
            words.set_text_content(Some(&shorten(comment.span.str(self.reading.text()), 180)));
            words.set_dir("auto");
            list.append_child(&row)?;
        }
        if !rows.is_empty() {
            self.list.append_child(&list)?;
        }
        Ok((rows.len().min(self.state.rows), rows.len()))
    }

    fn mine(&self) -> Result<(usize, usize), PageError> {
        self.list.append_child(&*self.templates.clone("mine-tools")?)?;
        let placed = self.state.placed();
        let annotations = self.state.notebook.annotations();
        let all = placed.found.iter().map(|&(_, i)| (i, false)).chain(placed.orphans.iter().map(|&i| (i, true)));
        let rows: Vec<_> = all
            .filter_map(|(i, orphan)| Some((annotations.get(i)?, orphan)))
            .filter(|(a, _)| {
                a.correction.is_none()
                    && (self.matches(a.passage()) || self.matches(&a.note) || a.tags.iter().any(|t| self.matches(t)))
            })
            .collect();
        let mut headed = false;
        let list = create("ul")?;
        for (annotation, orphan) in rows.iter().take(self.state.rows) {
            if *orphan && !std::mem::replace(&mut headed, true) {
                let head = create("li")?;
                head.set_class_name("empty");
                head.set_text_content(Some("No longer in this article’s text, kept all the same:"));
                list.append_child(&head)?;
            }
            let row = self.templates.clone("mine-row")?;
            row.class_list().toggle_with_force("orphan", *orphan)?;
            row.set_attribute("data-id", &annotation.id)?;
            within::<HtmlElement>(&row, "button")?.set_attribute("data-id", &annotation.id)?;
            let tags = slot(&row, "tags")?;
            tags.set_text_content(Some(&tag_line(&annotation.tags)));
            tags.set_class_name(&format!(
                "tags t{}",
                self.state.tag_hue(annotation.tags.first().map_or("", String::as_str))
            ));
            let words = slot(&row, "words")?;
            words.set_text_content(Some(&shorten(annotation.passage(), 220)));
            words.set_dir("auto");
            fill(&row, "note", &annotation.note)?;
            list.append_child(&row)?;
        }
        self.list.append_child(&list)?;
        let (shown, corrected) = self.corrections(rows.len().min(self.state.rows))?;
        Ok((rows.len().min(self.state.rows) + shown, rows.len() + corrected))
    }

    /// What the reader set right, the latest last.
    fn corrections(&self, before: usize) -> Result<(usize, usize), PageError> {
        let annotations = self.state.notebook.annotations().iter();
        let rows: Vec<_> = annotations
            .filter_map(|a| Some((a, correction_words(a.correction.as_ref()?))))
            .filter(|(a, words)| self.matches(a.passage()) || self.matches(words))
            .collect();
        if rows.is_empty() {
            return Ok((0, 0));
        }
        let section = self.group("Set right by you", rows.len())?;
        let into = slot(&section, "rows")?;
        let room = self.state.rows.saturating_sub(before);
        for (annotation, words) in rows.iter().take(room) {
            let row = self.templates.clone("correction-row")?;
            row.set_attribute("data-id", &annotation.id)?;
            let passage = slot(&row, "words")?;
            passage.set_text_content(Some(&shorten(strip_marks(annotation.passage()), 140)));
            passage.set_dir("auto");
            fill(&row, "how", words)?;
            into.append_child(&row)?;
        }
        Ok((rows.len().min(room), rows.len()))
    }

    fn empty(&self) -> Result<(), PageError> {
        let words = match self.state.tab {
            _ if !self.state.filter.is_empty() => "Nothing here matches what you typed.",
            Tab::Voices if !self.reading.analysis.quotes.is_empty() => "No quote is what you chose above.",
            Tab::Voices => "Nobody is quoted in this article.",
            Tab::Names => "No names were found.",
            Tab::Comments => {
                "No readers’ comments stand below this article. Many sites load them late: scroll to them there, then copy or save the page."
            }
            Tab::Mine => "Select a passage in the article to tag it or to note something. It stays on this machine.",
        };
        let empty = self.templates.clone("empty")?;
        empty.set_text_content(Some(words));
        self.list.append_child(&empty)?;
        Ok(())
    }
}

/// “1 quote”, “2 quotes”.
pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What a correction says, in words.
fn correction_words(correction: &Correction) -> String {
    match correction {
        Correction::Kind(None) => "not a name".to_owned(),
        Correction::Kind(Some(kind)) => kind_name(*kind).to_owned(),
        Correction::Speaker(None) => "said by nobody named".to_owned(),
        Correction::Speaker(Some(name)) => format!("said by {name}"),
    }
}

/// A voice as the reader is told.
pub(super) fn voice_name(voice: &Voice) -> &str {
    voice.name.as_deref().unwrap_or("Unclear who speaks")
}

/// A quote's words without the marks around them: the list sets its own.
pub(super) fn strip_marks(words: &str) -> &str {
    words.trim_matches(|c: char| {
        matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '‚' | '「' | '」') || c.is_whitespace()
    })
}
