//! Which sentences are kept for the sake of quotes: those with quotes, those beside them, and those that name somebody.

use super::class::Class;
use super::frame::Frame;
use crate::entity::Mention;
use crate::quote::input::is_name;
use crate::quote::segment::Zone;
use crate::text::Span;

/// The sentences that anything is asked of, in order.
///
/// Of the rest nothing is kept: a text of two million lines would else need more memory for their words than for all that is found in it.
#[derive(Debug)]
pub(super) struct NearQuotes<'m> {
    mentions: &'m [Mention],
    frames: Vec<Frame>,
    /// Sentences met so far, those that were let go of included.
    met: usize,
    /// The last sentence of nobody's quoted words: whether quotes stand in it, and its zone.
    last: Option<(bool, Zone)>,
    /// Whether the last of `frames` is that sentence, and is asked for only if the next one has quotes.
    idle: bool,
}

impl<'m> NearQuotes<'m> {
    pub(super) fn new(mentions: &'m [Mention]) -> Self {
        Self { mentions, frames: Vec::new(), met: 0, last: None, idle: false }
    }

    /// Takes the next sentence, which stands in a paragraph of `zone`.
    pub(super) fn push(&mut self, mut frame: Frame, zone: Zone) {
        frame.number = self.met;
        self.met += 1;
        let quoted = frame.items.iter().any(|i| matches!(i.class, Class::Quote(_)));
        if frame.owner.is_some() {
            // what somebody said is asked for its own quotes alone
            if quoted {
                self.idle = false;
                self.frames.push(frame);
            }
            return;
        }
        if self.idle && !quoted {
            self.frames.pop();
        }
        // where a zone ends, whoever spoke in it is forgotten
        let apart = self.last.is_none_or(|(quoted, last)| !quoted && last == zone);
        self.idle = apart && !quoted && !self.names_somebody(&frame);
        self.last = Some((quoted, zone));
        self.frames.push(frame);
    }

    fn names_somebody(&self, frame: &Frame) -> bool {
        let (Some(first), Some(last)) = (frame.items.first(), frame.items.last()) else { return false };
        let span = Span::new(first.span.start, last.span.end);
        let from = self.mentions.partition_point(|m| m.span.end <= span.start);
        let mut here = self.mentions.iter().skip(from).take_while(|m| m.span.start < span.end);
        here.any(|m| is_name(m.kind))
    }

    pub(super) fn finish(self) -> Vec<Frame> {
        self.frames
    }
}
