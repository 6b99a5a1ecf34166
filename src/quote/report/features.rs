//! What the words of an article say of reports: marks, names and reporting words around them, and what a first pass found.

use super::clauses::{Ahead, Role, Since};
use crate::entity::EntityKind;
use crate::model::{FeatureSink, Key, Label, mix, word};
use crate::quote::input::QuoteInput;
use crate::text::Span;
use std::ops::Range;

/// Kinds of features after those that all taggers share. A number never changes its meaning: trained weights are found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Feature {
    /// Whether it stands between quotation marks.
    Marks = 16,
    /// The names around it.
    Name,
    /// The reporting words around it.
    Cue,
    /// What a first pass took the words around it for.
    Evidence,
}

/// In place of what a word beyond the ends of a line names.
const BEYOND: Key = 9;

/// How far off a word is, in six steps.
fn distance(words: usize) -> Key {
    match words {
        0 | 1 => 1,
        2 => 2,
        3..=4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        _ => 6,
    }
}

/// What the words of an article say of reports.
pub(crate) struct ReportFeatures {
    words: Vec<WordFacts>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
struct WordFacts {
    /// Its key in lower case.
    key: Key,
    /// The number of its entry in the vocabulary, from 1.
    id: u32,
    /// The next reporting word of its line, from 1; 0 where there is none.
    ahead: u32,
    /// 0 outside of quotation marks, 1 a mark or its neighbour, 2 inside.
    marks: u8,
    /// What it names: 0 nothing, else 1 more than the kind of name.
    name: u8,
    /// How often it reports: 0 never, to 3 mostly.
    cue: u8,
    /// Whether it is a name's or a pronoun for a person.
    person: bool,
    /// What it is among the clauses of its line.
    role: Role,
    /// What comes after it, up to the next mark.
    comes: Ahead,
}

impl ReportFeatures {
    /// Those of the article's words: `quoted` are its spans between marks, `strength` says how often a word reports (0 never, to 3 mostly).
    pub(crate) fn new(input: &QuoteInput, quoted: impl Iterator<Item = Span>, strength: impl Fn(Key) -> u8) -> Self {
        let text = &input.extractor.tokens;
        let pronouns = input.language.speakers.reporting_pronouns;
        let entries = text.vocabulary.iter().enumerate().map(|(id, entry)| {
            let key = word(&entry.lower);
            let person = pronouns.contains(&&*entry.lower);
            let role = Role::new(&entry.lower, input.language.clauses);
            WordFacts { key, id: id as u32 + 1, cue: strength(key), person, role, ..WordFacts::default() }
        });
        let known: Vec<WordFacts> = entries.collect();
        let words = text.words.iter().map(|w| {
            let facts = known.get(w.entry).copied().unwrap_or_default();
            let name = facts.role == Role::Word && w.is_capital() && !w.begins;
            if name { WordFacts { role: Role::Name, ..facts } } else { facts }
        });
        let mut features = Self { words: words.collect() };
        let at = |span: Span| {
            let start = text.words.partition_point(|w| w.span.end <= span.start);
            start..text.words.partition_point(|w| w.span.start < span.end).max(start)
        };
        for span in quoted {
            if let Some([first, rest @ ..]) = features.words.get_mut(at(span)) {
                first.marks = 1;
                if let [inside @ .., last] = rest {
                    inside.iter_mut().for_each(|word| word.marks = 2);
                    last.marks = 1;
                }
            }
        }
        for mention in input.mentions {
            let kind = match mention.kind {
                EntityKind::Person => 1,
                EntityKind::Organization => 2,
                EntityKind::Location => 3,
                EntityKind::Group => 4,
                EntityKind::Date | EntityKind::Time => 5,
                EntityKind::Event | EntityKind::Work | EntityKind::Misc => 6,
                EntityKind::Money | EntityKind::Percent | EntityKind::Quantity => 7,
            };
            for word in features.words.get_mut(at(mention.span)).unwrap_or_default() {
                word.name = kind;
                if word.role == Role::Word {
                    word.role = Role::Name;
                }
                word.person |= kind == 1;
            }
        }
        for line in &text.sentences {
            let mut next = 0;
            let (mut comes, mut after, mut beyond) = (Ahead::default(), Role::Beyond, Role::Beyond);
            for at in line.words.clone().rev() {
                let Some(word) = features.words.get_mut(at) else { continue };
                word.ahead = next;
                if at + 1 < line.words.end {
                    comes = comes.before(after, beyond);
                }
                word.comes = comes;
                (after, beyond) = (word.role, after);
                if word.cue > 0 {
                    next = at as u32 + 1;
                }
            }
        }
        features
    }

    /// Whether the word at `at` belongs to a quote, its marks included.
    pub(crate) fn is_marked(&self, at: usize) -> bool {
        self.facts(at).marks > 0
    }

    /// What the word at `at` is among the clauses of its line.
    pub(super) fn role(&self, at: usize) -> Role {
        self.facts(at).role
    }

    /// How often the word at `at` reports: 0 never, to 3 mostly.
    pub(super) fn reports(&self, at: usize) -> u8 {
        self.facts(at).cue
    }

    fn facts(&self, at: usize) -> WordFacts {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// Emits what the words in `line` say besides what all taggers see.
    pub(crate) fn emit(&self, line: &Range<usize>, sink: &mut impl FeatureSink) {
        let (mut cue, mut left, mut person) = (None, WordFacts::default(), None);
        let mut before = BEYOND;
        let mut since = Since::default();
        for at in line.clone() {
            sink.start_token(at);
            let (own, after) = (self.facts(at), self.facts(at + 1));
            let (marks, here) = (Key::from(own.marks), Key::from(own.name));
            let next = if at + 1 < line.end { Key::from(after.name) } else { BEYOND };
            let (strength, next_strength) = (Key::from(own.cue), Key::from(after.cue));
            let back = cue.map_or(0, |c| distance(at - c));
            let front = (own.ahead as usize).checked_sub(1);
            let far = front.map_or(0, |c| distance(c - at));
            let right = front.map_or(WordFacts::default(), |c| self.facts(c));
            let (left_strength, right_strength) = (Key::from(left.cue), Key::from(right.cue));
            let named = person.map_or(0, |n| distance(at - n));

            let beside = [marks, before, here, next, strength, next_strength];
            sink.emit_cached(cause(1, &beside), |each| {
                let mut give = give(each);
                give(Feature::Marks, 1, marks);
                give(Feature::Name, 1, here);
                give(Feature::Name, 2, before);
                give(Feature::Name, 3, next);
                give(Feature::Name, 4, mix(before, mix(here, next)));
                give(Feature::Name, 5, mix(here, next_strength));
                give(Feature::Cue, 1, strength);
                give(Feature::Cue, 2, mix(strength, mix(before, next)));
            });
            let around = [left_strength, back, right_strength, far, here, named];
            sink.emit_cached(cause(2, &around), |each| {
                let mut give = give(each);
                give(Feature::Cue, 5, mix(left_strength, mix(back, mix(right_strength, far))));
                give(Feature::Name, 6, mix(named, left_strength));
                give(Feature::Name, 7, mix(here, mix(back, left_strength)));
                give(Feature::Name, 8, mix(here, mix(far, right_strength)));
            });
            let cues = 3 | u64::from(back) << 4 | u64::from(far) << 8 | u64::from(left.id) << 12;
            sink.emit_cached(cues | u64::from(right.id) << 38, |each| {
                let mut give = give(each);
                give(Feature::Cue, 3, mix(left.key, back));
                give(Feature::Cue, 4, mix(right.key, far));
                give(Feature::Cue, 6, mix(left.key, right.key));
            });
            let role = |offset: usize| {
                let there = (at + offset).wrapping_sub(2);
                if line.contains(&there) { self.facts(there).role.code() } else { Role::Beyond.code() }
            };
            let [earlier, last, this, following, later] = [role(0), role(1), role(2), role(3), role(4)];
            sink.emit_cached(cause(8, &[earlier, last, this, following, later]), |each| {
                let mut give = give(each);
                give(Feature::Cue, 11, mix(last, mix(this, following)));
                give(Feature::Cue, 12, mix(this, mix(following, later)));
                give(Feature::Cue, 13, mix(earlier, mix(last, this)));
            });
            let (first, opener, counts) = (since.first.code(), since.opener.code(), since.counts());
            sink.emit_cached(cause(9, &[first, opener, counts, this, following]), |each| {
                let mut give = give(each);
                give(Feature::Cue, 14, mix(first, mix(opener, counts)));
                give(Feature::Cue, 15, mix(first, mix(counts, mix(this, following))));
                give(Feature::Cue, 16, mix(counts, mix(opener, this)));
            });
            let (mark, beyond, verbs) = (own.comes.mark.code(), own.comes.after.code(), own.comes.counts());
            sink.emit_cached(cause(10, &[mark, beyond, verbs, last, this, first, counts]), |each| {
                let mut give = give(each);
                give(Feature::Cue, 17, mix(mark, mix(beyond, verbs)));
                give(Feature::Cue, 18, mix(mark, mix(beyond, mix(verbs, mix(this, first)))));
                give(Feature::Cue, 19, mix(last, mix(this, mix(counts, mix(mark, verbs)))));
            });
            let each = &mut |kind, key| sink.emit(kind, key);
            let mut give = give(each);
            give(Feature::Cue, 20, mix(left.key, mix(first, counts)));
            give(Feature::Cue, 21, mix(left.key, mix(this, opener)));
            give(Feature::Marks, 2, mix(marks, own.key));
            give(Feature::Cue, 9, mix(left.key, own.key));
            give(Feature::Cue, 10, mix(right.key, own.key));
            if own.cue > 0 {
                (cue, left) = (Some(at), own);
                since = Since::default();
            } else {
                since.step(own.role);
            }
            if own.person {
                person = Some(at);
            }
            before = here;
        }
    }

    /// Emits what `labels`, those of a first pass, say of the words in `line`; `before` is the line above.
    pub(crate) fn emit_evidence(
        &self,
        before: Option<&Range<usize>>,
        line: &Range<usize>,
        labels: &[Label],
        sink: &mut impl FeatureSink,
    ) {
        let label = |at: usize| labels.get(at).copied().unwrap_or_default().index() as Key;
        let part = |at: usize| label(at).div_ceil(4);
        let above = before.map_or(9, |b| {
            let has = |kind: Key| Key::from(b.clone().any(|at| part(at) == kind));
            let ends = b.clone().rev().take(2).map(part).max().unwrap_or_default();
            has(1) + 2 * has(2) + 4 * ends
        });
        let mut cues: Vec<usize> = Vec::new();
        let mut sources: Vec<usize> = Vec::new();
        for at in line.clone() {
            match part(at) {
                1 => sources.push(at),
                2 => cues.push(at),
                _ => {}
            }
        }
        let whole = Key::from(!cues.is_empty()) + 2 * Key::from(!sources.is_empty());
        let (mut passed_cue, mut passed_source) = (0, 0);
        for at in line.clone() {
            sink.start_token(at);
            let near = |offset: usize| {
                let there = (at + offset).wrapping_sub(2);
                if line.contains(&there) { label(there) } else { 20 }
            };
            let near = [near(0), near(1), near(2), near(3), near(4)];
            let first = Key::from(at == line.start);
            let [earlier, last, own, next, later] = near;
            sink.emit_cached(cause(4, &[earlier, last, own, next, later, whole, above, first]), |each| {
                let mut give = give(each);
                give(Feature::Evidence, 1, last);
                give(Feature::Evidence, 2, own);
                give(Feature::Evidence, 3, next);
                give(Feature::Evidence, 4, mix(last, mix(own, next)));
                give(Feature::Evidence, 5, mix(earlier, later));
                give(Feature::Evidence, 10, mix(whole, above));
                give(Feature::Evidence, 11, mix(above, first));
            });
            while cues.get(passed_cue).is_some_and(|&c| c < at) {
                passed_cue += 1;
            }
            while sources.get(passed_source).is_some_and(|&s| s < at) {
                passed_source += 1;
            }
            let passed = |list: &[usize], count: usize| count.checked_sub(1).and_then(|p| list.get(p).copied());
            let (left, right) = (passed(&cues, passed_cue), cues.get(passed_cue).copied().filter(|&c| c > at));
            let (left_source, right_source) = (passed(&sources, passed_source), sources.get(passed_source).copied());
            let far = |other: Option<usize>| other.map_or(0, |o| distance(o.abs_diff(at)));
            let fars = [far(left), far(right), far(left_source), far(right_source)];
            sink.emit_cached(cause(5, &fars), |each| {
                let mut give = give(each);
                let [left, right, left_source, right_source] = fars;
                give(Feature::Evidence, 8, mix(left_source, right_source));
                give(Feature::Evidence, 9, mix(mix(left, right), mix(left_source, right_source)));
            });
            let far = u64::from(far(left)) << 4 | u64::from(far(right)) << 7;
            let facts = |at: Option<usize>| at.map_or(WordFacts::default(), |at| self.facts(at));
            let (left, right) = (facts(left), facts(right));
            let words = u64::from(left.id) << 12 | u64::from(right.id) << 38;
            sink.emit_cached(6 | far | words, |each| {
                let mut give = give(each);
                give(Feature::Evidence, 6, mix(left.key, fars[0]));
                give(Feature::Evidence, 7, mix(right.key, fars[1]));
            });
            sink.emit_cached(7 | u64::from(own) << 4 | words, |each| {
                give(each)(Feature::Evidence, 12, mix(own, mix(left.key, right.key)));
            });
        }
    }
}

/// What the features of a group follow from, as one number: that of the group, 1 to 15, and small numbers below 64.
fn cause(group: u64, parts: &[Key]) -> u64 {
    parts.iter().fold(0, |all, &part| all << 6 | u64::from(part)) << 4 | group
}

/// Gives `each` features by their kind, template and value.
fn give(each: &mut dyn FnMut(u8, Key)) -> impl FnMut(Feature, Key, Key) {
    |kind, template, value| each(kind as u8, mix((kind as Key) << 6 | template, value))
}
