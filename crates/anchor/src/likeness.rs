//! How like a passage a place in the text is, and whether that is enough to believe that it is the passage.

use crate::alignment::Step;

/// Characters that have to agree one after the other to count: in texts of one language any two stretches agree in
/// single letters and pairs.
const RUN: usize = 4;
/// A character of a script without spaces says as much as two letters.
const DENSE: u32 = 0x2e80;

/// How much of a passage's characters, or of those around it, a place has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Agreement {
    /// Characters in all.
    pub(crate) length: usize,
    /// Characters changed, missing or added.
    pub(crate) faults: usize,
    /// Characters that agree in runs.
    pub(crate) solid: usize,
}

impl Agreement {
    /// The agreement of `pattern`, each character of which fell as `steps` say.
    pub(crate) fn of(pattern: &[u32], steps: &[Step]) -> Self {
        let mut agreement = Self { length: pattern.len(), ..Self::default() };
        let (mut run, mut weight) = (0, 0);
        let mut before = None;
        for (&c, &step) in pattern.iter().zip(steps) {
            let passed = before.map_or(0, |end| step.start().saturating_sub(end));
            agreement.faults += passed + usize::from(!step.is_same());
            if passed > 0 || !step.is_same() {
                agreement.end_run(&mut run, &mut weight);
            }
            if step.is_same() {
                run += 1;
                weight += if c >= DENSE { 2 } else { 1 };
            }
            before = Some(step.end());
        }
        agreement.end_run(&mut run, &mut weight);
        agreement
    }

    fn end_run(&mut self, run: &mut usize, weight: &mut usize) {
        if *weight >= RUN {
            self.solid += *run;
        }
        (*run, *weight) = (0, 0);
    }

    /// The agreement of `pattern` with a text that may have its parts in any order, with anything between them.
    pub(crate) fn in_any_order(pattern: &[u32], text: &[u32]) -> Self {
        /// What has to agree: about a word, since order says nothing here.
        const PART: usize = 6;
        /// Characters put in that count as one fault: a clause is a small change, a paragraph is none.
        const ADDED: usize = 8;
        let mut there = vec![false; pattern.len()];
        for (at, part) in pattern.windows(PART).enumerate() {
            if text.windows(PART).any(|other| other == part) {
                there.iter_mut().skip(at).take(PART).for_each(|t| *t = true);
            }
        }
        let solid = there.iter().filter(|&&t| t).count();
        let added = text.len().saturating_sub(pattern.len());
        Self { length: pattern.len(), faults: pattern.len() - solid + added / ADDED, solid }
    }

    /// The agreement of `length` characters that are all there.
    pub(crate) fn whole(length: usize) -> Self {
        Self { length, faults: 0, solid: length }
    }

    /// The same with more faults.
    pub(crate) fn and_faults(self, more: usize) -> Self {
        Self { faults: self.faults + more, ..self }
    }

    /// What of it is there.
    fn share(self) -> f32 {
        if self.length == 0 { 0.0 } else { self.solid as f32 / self.length as f32 }
    }
}

/// A place in the text that may be the passage's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Its first character in the folded text.
    pub(crate) start: usize,
    /// One past its last.
    pub(crate) end: usize,
    /// The passage's own words.
    pub(crate) quote: Agreement,
    /// What stood before them.
    pub(crate) before: Agreement,
    /// What stood after them.
    pub(crate) after: Agreement,
    /// How far it is from where the passage is expected.
    pub(crate) distance: usize,
}

impl Candidate {
    /// What speaks against it, in faults: each of the words' own counts for three, those of a context only until it counts as
    /// another one, and distance hardly at all.
    pub(crate) fn cost(&self) -> usize {
        /// From here on a context is another one: random sentences agree in two thirds of so many characters.
        const OTHER: usize = 12;
        /// Within a paragraph distance says nothing; a thousand paragraphs away it is worth two letters.
        const NEAR: usize = 64;
        const FAR: usize = 6;
        let distance = (1 + self.distance / NEAR).ilog2() as usize;
        3 * self.quote.faults + self.before.faults.min(OTHER) + self.after.faults.min(OTHER) + distance.min(FAR)
    }

    /// Whether what stood around it does so on the whole.
    pub(crate) fn has_context(&self) -> bool {
        let (faults, length) = (self.before.faults + self.after.faults, self.before.length + self.after.length);
        length > 0 && faults * 3 <= length
    }

    /// Whether words and context agree so well that no other place has to be looked at.
    pub(crate) fn is_certain(&self) -> bool {
        let good = |side: Agreement| side.faults * 4 <= side.length;
        self.quote.faults == 0 && good(self.before) && good(self.after) && self.before.length + self.after.length > 0
    }

    /// Whether it is believed to be the passage, one of `places` that have its very words.
    pub(crate) fn is_believed(&self, places: usize) -> bool {
        if self.quote.faults == 0 { self.is_enough(places) } else { self.is_like() }
    }

    /// Whether a place with the very words is believed: about three words have to agree, context included, to choose among
    /// several (“the” is everywhere), and one longer word where there is but one.
    fn is_enough(&self, places: usize) -> bool {
        const EVIDENCE: usize = 16;
        const ONLY: usize = 8;
        let around = self.before.solid + self.after.solid;
        let most = self.quote.length + self.before.length + self.after.length;
        let enough = if places == 1 { ONLY } else { EVIDENCE };
        self.quote.length + around >= enough.min(most)
    }

    /// Whether a place with other words is: the more of its context is there, the less of its own words has to be.
    fn is_like(&self) -> bool {
        /// What has to be there in all, in characters.
        const EVIDENCE: usize = 16;
        /// And of the words, with less than a third of the context.
        const WORDS: usize = 24;
        /// Of the words, without any context.
        const ALONE: f32 = 0.8;
        /// How much less of them with all of it.
        const LESS: f32 = 0.4;
        /// Of so few letters chance alone does not make half of them the same.
        const SHORT: usize = 16;
        let around = self.before.length + self.after.length;
        let solid = self.before.solid + self.after.solid;
        if self.quote.solid + solid < EVIDENCE {
            return false;
        }
        let context = if around == 0 { 0.0 } else { solid as f32 / around as f32 };
        if context < 0.33 && self.quote.solid < WORDS {
            return false;
        }
        if self.quote.share() >= ALONE - LESS * context {
            return true;
        }
        // few letters between two contexts that are both there, half of them the same: “5 %” has become “6 %”
        let lengths = [self.quote.length, self.end - self.start];
        let few = lengths.iter().all(|&length| length <= SHORT && self.quote.faults * 2 <= length);
        few && context >= 0.9 && self.before.solid > 0 && self.after.solid > 0
    }
}
