//! What is seen of a candidate for a quote's speaker. After O'Keefe et al. 2012, “A sequence labelling approach to quote
//! attribution”, and Muzny et al. 2017, “A two-stage sieve approach for quote attribution”.

use super::candidate::{Candidate, Group};
use super::context::QuoteContext;
use super::features::word_code;
use super::sentence::SentenceContext;
use crate::quote::clause::{Chunk, Class, Head, Item, Link, Phrase, Tie, is_somebody};

/// A number for the class of an item; for closed classes the word counts too.
pub(super) fn class_code(text: &str, item: Option<&Item>) -> u32 {
    let Some(item) = item else {
        return 0;
    };
    match item.class {
        Class::Quote(_) => 1,
        Class::Stop(c) => 1000 + u32::from(c),
        Class::Subject => 2,
        Class::Object => 3,
        Class::Name => 4,
        Class::Number => 5,
        Class::Word => 6,
        Class::Verb => 7,
        Class::Adverb => 8,
        Class::Day => 9,
        Class::Determiner => 10,
        Class::Possessive => 11,
        Class::Cue(cue) => 12 + u32::from(cue.plain) + 2 * cue.form as u32,
        Class::Auxiliary => 30,
        Class::Relative | Class::Tie | Class::Preposition | Class::And | Class::Clause => {
            word_code(item.span.str(text))
        }
    }
}

/// A distance in items, in steps that grow.
fn far(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// A likelihood in tenths.
fn tenths(likelihood: f32) -> u32 {
    // between 0 and 1, so that nothing is cut off
    (likelihood * 10.0).round() as u32
}

/// A number up to `most`.
fn capped(number: usize, most: u32) -> u32 {
    u32::try_from(number).map_or(most, |n| n.min(most))
}

/// What a phrase is: a pronoun (which), a name (of what), a noun for somebody, or another noun.
pub(super) fn nature(context: &QuoteContext, phrase: &Phrase) -> u32 {
    let (text, mentions) = (context.text, context.mentions);
    match phrase.kind {
        Head::Pronoun => word_code(phrase.head.str(text)) | 1 << 16,
        Head::Name => {
            let before = mentions.partition_point(|m| m.span.start < phrase.head.end);
            let mention = before.checked_sub(1).and_then(|m| mentions.get(m)).filter(|m| m.span.overlaps(phrase.head));
            10 + mention.map_or(20, |m| m.kind as u32)
        }
        Head::Noun if is_somebody(phrase.head.str(text), context.language.speakers) => 2,
        Head::Noun => 3,
    }
}

/// The last word of a phrase's head.
pub(super) fn last_word<'t>(text: &'t str, phrase: &Phrase) -> &'t str {
    phrase.head.str(text).split_whitespace().next_back().unwrap_or_default()
}

impl QuoteContext<'_, '_> {
    /// Adds what the place of `chunk` in its sentence says.
    pub(crate) fn add_place(
        &self,
        candidate: &mut Candidate,
        sentence: &SentenceContext,
        (chunk, link): (&Chunk, Option<Link>),
        rank: usize,
    ) {
        let text = self.text;
        let Candidate { group, nature: kind, features, .. } = candidate;
        let (group, kind) = (*group, *kind);
        let items = sentence.frame.items.as_slice();
        let at = match group {
            Group::Own => self.at(),
            Group::Opening => sentence.quotes.last().map_or(items.len(), |q| q.0),
            _ => items.len(),
        };
        let phrase = &chunk.phrase;
        let right = phrase.first > at;
        // candidates beside the quote's sentence have weights of their own
        let side = group.code() * 2 + u32::from(right);
        let rank = capped(rank, 4);
        let before = class_code(text, phrase.first.checked_sub(1).and_then(|b| items.get(b)));
        let mut next = phrase.end;
        while next < phrase.end + GAP && items.get(next).is_some_and(|i| i.class.is_filler()) {
            next += 1;
        }
        let after = class_code(text, items.get(next));
        let (low, high) = if right { (at + 1, phrase.first) } else { (phrase.first, at) };
        let quotes_before = |item: usize| sentence.quotes.partition_point(|q| q.0 < item);
        let crossed = capped(quotes_before(high).saturating_sub(quotes_before(low)), 2);
        let (pattern, coarse) = self.pattern(items, at, phrase, link, side);
        let distance = if right { phrase.first - at } else { at.saturating_sub(phrase.end) };
        let verb = link.and_then(|l| items.get(l.at)).map_or(0, |i| word_code(i.span.str(text)));
        let subject = sentence.subject.is_some_and(|s| phrase.span.overlaps(s.head));
        let closing = sentence.closing.is_some_and(|s| phrase.span.overlaps(s));
        let own = self.own();
        // beside the quote's sentence, what stands around the quote in its own
        let (sentence_of, at_of) = if group == Group::Opening { (Some(sentence), at) } else { (own, self.at()) };
        let item = |at: Option<usize>| at.and_then(|at| sentence_of.and_then(|s| s.frame.items.get(at)));
        let (left_of, right_of) =
            (class_code(text, item(at_of.checked_sub(1))), class_code(text, item(Some(at_of + 1))));

        features.add(1, &[side, rank]);
        features.add(2, &[side, rank, kind]);
        features.add(3, &[pattern]);
        features.add(4, &[pattern, kind]);
        features.add(5, &[pattern, verb]);
        features.add(6, &[side, verb]);
        features.add(7, &[side, before]);
        features.add(8, &[side, after]);
        features.add(9, &[kind, before]);
        features.add(10, &[kind, after]);
        features.add(11, &[side, before, after]);
        features.add(12, &[side, far(distance)]);
        features.add(13, &[side, crossed, rank]);
        features.add(14, &[side, u32::from(subject), u32::from(closing), kind]);
        features.add(15, &[side, u32::from(subject), pattern]);
        features.add(16, &[side, u32::from(chunk.acts), u32::from(subject), rank]);
        if matches!(group, Group::Own | Group::Opening) {
            features.add(17, &[side, left_of, rank]);
            features.add(18, &[side, right_of, rank]);
            features.add(19, &[pattern, if right { right_of } else { left_of }]);
            let ended = u32::from(self.look.ended);
            features.add(31, &[coarse, left_of]);
            features.add(32, &[coarse, right_of, ended]);
            features.add(33, &[coarse, far(distance)]);
            features.add(34, &[coarse, rank]);
            features.add(35, &[coarse, kind]);
            features.add(36, &[coarse, u32::from(self.look.small), u32::from(at == 0), ended]);
            features.add(20, &[u32::from(at == 0), u32::from(self.look.ended), side, rank, u32::from(link.is_some())]);
            let touches = if right { phrase.first - at } else { at.saturating_sub(next) };
            features.add(27, &[side, capped(touches, 3), after, kind.min(40)]);
            features.add(28, &[side, capped(touches, 3), left_of]);
            features.add(21, &[side, u32::from(self.look.small), pattern]);
            features.add(22, &[capped(sentence.quotes.len(), 4), capped(quotes_before(at), 3), side, rank]);
        } else {
            let alone = own.is_some_and(|s| s.alone);
            let same = own.is_some_and(|s| s.frame.paragraph == sentence.frame.paragraph);
            let named = own.is_some_and(|s| !s.chunks.is_empty());
            let sure = self.ruled.map_or(0, |v| 1 + tenths(v.confidence));
            features.add(23, &[side, u32::from(alone), u32::from(same), rank]);
            features.add(24, &[side, u32::from(named), u32::from(same), sure]);
            features.add(25, &[side, capped(sentence.quotes.len(), 2), u32::from(subject), u32::from(same)]);
            let end = class_code(text, items.last());
            features.add(29, &[side, end, u32::from(subject), u32::from(alone)]);
            features.add(30, &[side, end, u32::from(closing), kind.min(40), u32::from(alone)]);
            features.add(26, &[side, left_of, u32::from(self.at() == 0)]);
        }
    }

    /// In which order candidate, reporting word and quote stand, and what is between them.
    /// In few classes, too.
    fn pattern(&self, items: &[Item], at: usize, phrase: &Phrase, link: Option<Link>, side: u32) -> (u32, u32) {
        let Some(link) = link else {
            return (side, side);
        };
        let tie = match link.tie {
            Tie::Subject => 1,
            Tie::Inverted => 2,
            Tie::According => 3,
            Tie::By => 4,
            Tie::Object => 5,
        };
        let after = link.at > at;
        let gap = if after { at + 1..link.at } else { link.at + 1..at };
        let words = gap.len();
        let mut quotes = 0;
        let mut clauses = 0;
        for item in items.get(gap).unwrap_or_default().iter().take(GAP) {
            match item.class {
                Class::Quote(_) => quotes += 1,
                Class::Subject | Class::Stop(';' | ':') | Class::Cue(_) => clauses += 1,
                _ => {}
            }
        }
        let plain = matches!(items.get(link.at).map(|i| i.class), Some(Class::Cue(c)) if c.plain);
        let order = u32::from(after) + 2 * u32::from(phrase.first > link.at);
        let crossed = capped(quotes, 1) + 2 * capped(clauses, 1);
        let coarse = ((side * 8 + tie) * 4 + order) * 8 + crossed * 2 + u32::from(plain);
        (coarse * 16 + far(words).min(7) + 4096, coarse)
    }

    /// Adds what can be said of every candidate.
    pub(crate) fn add_description(&self, candidate: &mut Candidate) {
        let text = self.text;
        let group = candidate.group.code();
        let own = self.outset();
        let alone = u32::from(own.is_some_and(|s| s.alone));
        let sure = self.ruled.map_or(0, |v| 1 + tenths(v.confidence));
        let headline = u32::from(self.headline);
        let words = self.look.length;
        let at = self.at();
        let features = &mut candidate.features;
        features.add(40, &[group, alone, headline]);
        features.add(41, &[group, alone, words]);
        let Some(phrase) = candidate.phrase else {
            features.add(42, &[sure, alone]);
            features.add(43, &[capped(self.recent.len(), 1), alone, capped(own.map_or(0, |s| s.chunks.len()), 3)]);
            features.add(44, &[u32::from(self.look.small), words, u32::from(at == 0)]);
            return;
        };
        let kind = candidate.nature;
        let word = last_word(text, &phrase);
        features.add(45, &[group, kind]);
        // never the names of those who were in the news when the corpus was made
        if phrase.kind == Head::Noun {
            features.add(46, &[word_code(word)]);
        }
        let ruled = self.ruled.is_some_and(|v| phrase.span.overlaps(v.phrase.head));
        features.add(47, &[u32::from(ruled), sure]);
        features.add(48, &[u32::from(ruled), sure, group]);
        features.add(49, &[u32::from(ruled), kind, sure.max(6)]);
        let earlier = self.earlier.map_or(0, |e| 1 + u32::from(phrase.span.overlaps(e.head)));
        features.add(50, &[earlier, group]);
        features.add(51, &[earlier, sure, u32::from(ruled)]);
        let often = self.times_spoken.get(&word_code(word)).copied().unwrap_or_default().min(3);
        features.add(57, &[often, group, kind.min(40)]);
        // whether the same words, or the same name, spoke last
        for (rank, last) in self.recent.iter().enumerate() {
            let rank = capped(rank, 3);
            let same = phrase.span.overlaps(last.phrase.head) || phrase.head == last.chosen;
            let named = !same && word.len() > 1 && word == last_word(text, &last.phrase);
            let gap = own.map_or(0, |s| s.frame.paragraph.saturating_sub(last.paragraph));
            let sentences = self.own().map_or(0, |s| s.frame.number.saturating_sub(last.sentence));
            features.add(52, &[rank, u32::from(same) + 2 * u32::from(named), group, alone]);
            if same {
                features.add(53, &[rank, capped(gap, 3), capped(sentences, 3), alone, sure]);
                features.add(54, &[rank, kind, capped(gap, 3), alone]);
            }
        }
        let vocative = phrase.kind == Head::Name && word.len() > 2 && holds(self.inner.str(text), word);
        if vocative {
            features.add(55, &[group]);
        }
        features.add(56, &[u32::from(vocative), kind]);
    }
}

/// Items between a phrase, its reporting word and its quote that are looked at, at most.
const GAP: usize = 40;

/// Bytes of a quote that are searched for a name, at most.
const SEARCHED: usize = 1200;

/// Whether `word` stands in `words`.
fn holds(words: &str, word: &str) -> bool {
    let mut end = words.len().min(SEARCHED);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let words = words.get(..end).unwrap_or_default();
    words.contains(word) && words.split(|c: char| !c.is_alphanumeric()).any(|w| w == word)
}
