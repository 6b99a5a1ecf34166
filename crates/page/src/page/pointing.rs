//! Pointing at marks: hovering, tapping, stepping by key, choosing a row; and bringing them into view.

use super::app::App;
use super::state::{Facets, Layer, State, Tab, Target};
use crate::error::PageError;
use postil::Span;
use postil_document::Rect;
use std::rc::Rc;

/// How far from the card the pointer still counts as on its way to it, in CSS pixels.
const REACH: f64 = 28.0;

/// How much of the window's top the page's bar covers, in CSS pixels.
const COVERED: f64 = 80.0;

impl State {
    /// Where a target stands.
    pub(super) fn span_of(&self, target: &Target) -> Option<Span> {
        match target {
            Target::Mine(id) => {
                let index = self.notebook.annotations().iter().position(|a| a.id == *id)?;
                self.places.get(index).copied().flatten()
            }
            other => self.reading.as_ref()?.span_of(other),
        }
    }

    /// Everything marked at byte `at` whose layer is on: the reader's own first, then innermost first.
    fn targets_at(&self, at: usize) -> Vec<Target> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let mine = self
            .passages()
            .filter(|(_, place)| place.is_some_and(|s| s.contains(at)) && !self.off.contains(&Layer::Mine));
        let mine = mine.map(|(annotation, _)| Target::Mine(annotation.id.clone()));
        mine.chain(reading.marks_at(at).into_iter().filter(|t| self.is_shown(t))).collect()
    }

    fn is_shown(&self, target: &Target) -> bool {
        let layer = match target {
            Target::Quote(_) => Layer::Quotes,
            Target::Mention(_) => Layer::Names,
            Target::Comment(_) => Layer::Comments,
            Target::Mine(_) => Layer::Mine,
        };
        !self.off.contains(&layer)
    }
}

impl App {
    /// What lies under a point of the window.
    pub(super) fn targets_under(&self, x: f64, y: f64) -> Vec<Target> {
        let state = self.state.borrow();
        let found = state.reading.as_ref().and_then(|r| r.byte_at(x, y));
        found.map(|at| state.targets_at(at)).unwrap_or_default()
    }

    /// The pointer rests at a point of the window, on `targets`.
    pub(super) fn hover(self: &Rc<Self>, targets: Vec<Target>, x: f64, y: f64) -> Result<(), PageError> {
        if self.state.borrow().hovered == targets {
            return Ok(());
        }
        if targets.is_empty() {
            // on the way to its buttons the card stays; a card that was asked for by a click or a key stays anyway
            if !self.is_near_card(x, y) {
                self.hide_card();
            }
            return Ok(());
        }
        self.paint_pointed("postil-hover", targets.get(..1).unwrap_or_default());
        self.state.borrow_mut().hovered.clone_from(&targets);
        self.show_card(&targets)
    }

    fn is_near_card(&self, x: f64, y: f64) -> bool {
        let card = self.parts.card.get_bounding_client_rect();
        let inside = |at: f64, low: f64, high: f64| low - REACH <= at && at <= high + REACH;
        inside(x, card.left(), card.right()) && inside(y, card.top(), card.bottom())
    }

    /// A row, a gloss, a key or a tap chose `target`: it comes into view and is marked.
    pub(super) fn choose(self: &Rc<Self>, target: Target) -> Result<(), PageError> {
        if matches!(target, Target::Comment(_)) && !self.is_on(Layer::Comments) {
            self.toggle_layer(Layer::Comments.name())?;
        }
        {
            let mut state = self.state.borrow_mut();
            state.chosen = Some(target.clone());
            state.hovered.clear();
        }
        self.paint_pointed("postil-chosen", std::slice::from_ref(&target));
        self.mark_row();
        self.bring_into_view(&target);
        if let Target::Comment(_) = target {
            self.hide_card();
            return Ok(());
        }
        self.show_card(&[target])
    }

    /// Chooses the next mark in reading order, or the one before.
    pub(super) fn step(self: &Rc<Self>, forward: bool) -> Result<(), PageError> {
        let next = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            let shown = |target: &Target| state.is_shown(target);
            let now = state.chosen.as_ref().and_then(|chosen| reading.marks.iter().position(|(_, t)| t == chosen));
            let found = match (now, forward) {
                (Some(at), true) => reading.marks.iter().skip(at + 1).find(|(_, t)| shown(t)),
                (Some(at), false) => reading.marks.iter().take(at).rfind(|(_, t)| shown(t)),
                (None, true) => reading.marks.iter().find(|(_, t)| shown(t)),
                (None, false) => reading.marks.iter().rfind(|(_, t)| shown(t)),
            };
            found.map(|(_, target)| target.clone())
        };
        match next {
            Some(target) => {
                self.choose(target)?;
                self.say_card();
                Ok(())
            }
            None => {
                self.say(if forward { "No further mark" } else { "No mark before this" });
                Ok(())
            }
        }
    }

    /// Steps through the mentions of the chosen or shown name.
    pub(super) fn step_mention(self: &Rc<Self>, from: usize, forward: bool) -> Result<(), PageError> {
        let next = {
            let state = self.state.borrow();
            let Some(reading) = &state.reading else { return Ok(()) };
            let cluster = reading.analysis.mentions.get(from).and_then(|m| reading.analysis.clusters.get(m.cluster));
            cluster.and_then(|cluster| {
                let count = cluster.mentions.len();
                let at = cluster.mentions.iter().position(|&m| m == from)?;
                cluster.mentions.get((at + if forward { 1 } else { count - 1 }) % count).copied()
            })
        };
        next.map_or(Ok(()), |mention| self.choose(Target::Mention(mention)))
    }

    /// Steps through the mentions of the name that the card is about.
    pub(super) fn step_shown(self: &Rc<Self>, forward: bool) -> Result<(), PageError> {
        let shown = self.state.borrow().card.iter().find_map(|t| match t {
            Target::Mention(index) => Some(*index),
            _ => None,
        });
        let Some(index) = shown else { return Ok(()) };
        self.step_mention(index, forward)?;
        self.say_card();
        Ok(())
    }

    /// Shows the list that a voice stands in, and its row.
    pub(super) fn show_voice(self: &Rc<Self>, index: usize) -> Result<(), PageError> {
        self.state.borrow_mut().facets = Facets::default();
        self.show_tab(Tab::Voices)?;
        self.show_lists(true)?;
        if let Some(row) = self.parts.list.query_selector(&format!("section[data-voice=\"{index}\"]"))? {
            row.scroll_into_view();
        }
        Ok(())
    }

    /// The box of a target's first line, in the window's coordinates.
    pub(super) fn first_box(&self, target: &Target) -> Option<Rect> {
        let state = self.state.borrow();
        let shown = state.reading.as_ref()?.text_box(state.span_of(target)?)?;
        Some(shown.first_line)
    }

    /// The mention that a row of the list of names leads to: the next one of that name after what was chosen last.
    pub(super) fn next_mention_of(&self, cluster: usize) -> Option<usize> {
        let state = self.state.borrow();
        let mentions = &state.reading.as_ref()?.analysis.clusters.get(cluster)?.mentions;
        let now = match state.chosen {
            Some(Target::Mention(now)) => mentions.iter().position(|&m| m == now),
            _ => None,
        };
        mentions.get(now.map_or(0, |at| (at + 1) % mentions.len())).copied()
    }

    /// Where the first block that is in the window begins; in a comment, the first of its text there.
    pub(super) fn first_in_view(&self) -> usize {
        let state = self.state.borrow();
        let Some(reading) = &state.reading else { return 0 };
        let at = reading.first_byte_below(COVERED).unwrap_or_default();
        reading.analysis.article.blocks.iter().find(|b| b.span.contains(at)).map_or(at, |b| b.span.start)
    }

    /// Scrolls so that a target is well in view.
    fn bring_into_view(&self, target: &Target) {
        let span = self.state.borrow().span_of(target);
        if let Some(span) = span {
            self.scroll_to(span);
        }
    }

    /// Scrolls so that `span` starts in the upper third of the window, unless it is well in view.
    pub(super) fn scroll_to(&self, span: Span) {
        if let Some(reading) = &self.state.borrow().reading {
            reading.scroll_to(span);
        }
    }
}
