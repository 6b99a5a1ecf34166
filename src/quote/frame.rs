//! Sentences as a reporter wrote them: the words around the quotes, each quote folded into one item.

use super::kind::is_nickname;
use super::layout::{Paragraph, Place};
use super::pairing::Stretch;
use super::words::{Class, class, is_name};
use crate::entity::{FeatureExtractor, Mention};
use crate::text::{Memo, Sentence, Span, Token, TokenKind};
use std::cell::RefCell;

/// A word, a mark or a whole quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Where it is, in bytes.
    pub(super) span: Span,
    /// What it is.
    pub(super) class: Class,
    /// Indices of the sentences that it begins and ends in, before quotes were folded.
    sentences: (usize, usize),
}

/// One sentence of a paragraph, or of the inside of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// The quote whose words these are; `None` for the reporter's (or the commenter's) own.
    pub(super) owner: Option<usize>,
    /// Its words, marks and quotes, in order.
    pub(super) items: Vec<Item>,
}

/// The words of one quote, or of nobody.
type Level = (Option<usize>, Vec<Item>);

thread_local! {
    static CLASSES: RefCell<Memo<Both>> = RefCell::default();
}

/// The class of a word as it is written, and what it is where its place does not explain its capital.
type Both = [Class; 2];

/// The classes of words, found out once for all words that are written alike.
struct Classes<'r> {
    /// In all texts.
    known: &'r mut Memo<Both>,
    reading: Option<&'r FeatureExtractor<'r>>,
    /// In this text, by the forms of `reading`.
    forms: Vec<Option<Both>>,
    /// The word of `reading` that was asked for last.
    word: usize,
}

impl Classes<'_> {
    /// Those of the word at `span`, which stands in this line of the reading.
    fn get(&mut self, text: &str, span: Span, line: usize) -> Both {
        let Some(reading) = self.reading else { return classes(span.str(text), self.known) };
        let page = &reading.tokens;
        let words = page.sentences.get(line).map(|l| l.words.clone()).unwrap_or_default();
        let from = if words.contains(&self.word) { self.word } else { words.start };
        let at = (from..words.end).find(|&at| page.word(at).is_some_and(|w| w.span.end >= span.end));
        self.word = at.unwrap_or(from);
        let slot = at.and_then(|at| page.word(at)).filter(|w| w.span == span).and_then(|w| self.forms.get_mut(w.form));
        match slot {
            Some(slot) => *slot.get_or_insert_with(|| classes(span.str(text), self.known)),
            None => classes(span.str(text), self.known),
        }
    }
}

fn classes(word: &str, known: &mut Memo<Both>) -> Both {
    known.get(word, || {
        let lower = word.to_lowercase();
        [false, true].map(|tells| match class(&lower, tells) {
            Class::Word if word.starts_with(char::is_uppercase) => Class::Name,
            found => found,
        })
    })
}

/// Words of a paragraph, sorted by whose they are.
struct Sorter<'t, 'r> {
    text: &'t str,
    stretches: &'t [Stretch],
    classes: &'t mut Classes<'r>,
    /// Items of the owners now open: the paragraph itself, then the quotes around the current token.
    levels: Vec<Level>,
    done: Vec<Level>,
}

/// The sentences of all paragraphs, each level of quoting by itself. Every token goes into one of them; linear in the text.
pub(super) fn frames(
    text: &str,
    paragraphs: &[Paragraph],
    stretches: &[Stretch],
    sentences: &[Sentence],
    reading: Option<&FeatureExtractor>,
    mentions: &[Mention],
) -> Vec<Frame> {
    CLASSES.with_borrow_mut(|known| {
        let classes = Classes {
            known: &mut *known,
            reading,
            forms: vec![None; reading.map_or(0, |r| r.tokens.forms.len())],
            word: 0,
        };
        let frames = read(text, paragraphs, stretches, sentences, mentions, classes);
        known.refresh();
        frames
    })
}

fn read(
    text: &str,
    paragraphs: &[Paragraph],
    stretches: &[Stretch],
    sentences: &[Sentence],
    mentions: &[Mention],
    mut classes: Classes,
) -> Vec<Frame> {
    let mut out = Vec::new();
    let mut names = mentions.iter().filter(|m| is_name(m.kind)).map(|m| m.span).peekable();
    let mut next_stretch = 0;
    let mut open = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let first = sentences.partition_point(|s| s.span.end <= paragraph.span.start);
        let here = sentences.iter().enumerate().skip(first).take_while(|(_, s)| s.span.start < paragraph.span.end);
        let titled =
            paragraph.place == Place::Title || is_title_case(text, paragraph.span, here.clone().map(|(_, s)| s));
        let levels = vec![(None, Vec::with_capacity(64))];
        let mut sorter = Sorter { text, stretches, classes: &mut classes, levels, done: Vec::new() };
        sorter.resume(&open, paragraph.span, first);
        for (number, sentence) in here {
            for token in &sentence.tokens {
                if !paragraph.span.covers(token.span) {
                    continue;
                }
                while let Some(stretch) = stretches.get(next_stretch).filter(|s| s.span.start <= token.span.start) {
                    if stretch.span.end > paragraph.span.start {
                        sorter.enter(next_stretch, stretch.span, number);
                    }
                    next_stretch += 1;
                }
                while names.next_if(|n| n.end <= token.span.start).is_some() {}
                let named = names.peek().is_some_and(|n| n.covers(token.span));
                sorter.add(*token, number, titled, named);
            }
        }
        let levels;
        (levels, open) = sorter.finish(paragraph.span.end);
        for (owner, items) in levels {
            split(text, stretches, items, |items| out.push(Frame { paragraph: index, owner, items }));
        }
    }
    out
}

/// Whether most words of a short paragraph have capitals, as in an American headline.
fn is_title_case<'s>(text: &str, span: Span, sentences: impl Iterator<Item = &'s Sentence>) -> bool {
    if text.get(..span.end).is_none_or(|t| t.ends_with(['.', '!', '”'])) || span.len() > 200 {
        return false;
    }
    let mut counts = (0_usize, 0_usize);
    for token in sentences.flat_map(|s| &s.tokens).filter(|t| t.kind == TokenKind::Word) {
        let word = token.str(text);
        // short words stay small in headlines
        if word.chars().count() > 3 {
            counts.0 += usize::from(word.starts_with(char::is_uppercase));
            counts.1 += 1;
        }
    }
    counts.1 >= 2 && counts.0 * 10 >= counts.1 * 9
}

impl Sorter<'_, '_> {
    /// Opens the quotes that go on from the paragraph before, outermost first.
    fn resume(&mut self, open: &[usize], paragraph: Span, sentence: usize) {
        for &index in open {
            if let Some(stretch) = self.stretches.get(index).filter(|s| s.span.end > paragraph.start) {
                self.enter(index, Span::new(paragraph.start, stretch.span.end.min(paragraph.end)), sentence);
            }
        }
    }

    /// Opens the quote `index`: it becomes one item of the level around it.
    fn enter(&mut self, index: usize, span: Span, sentence: usize) {
        self.leave(span.start);
        if let Some((_, items)) = self.levels.last_mut() {
            let named = self.stretches.get(index).is_some_and(|s| is_nickname(self.text, s));
            let class = if named { Class::Name } else { Class::Quote(index) };
            items.push(Item { span, class, sentences: (sentence, sentence) });
        }
        self.levels.push((Some(index), Vec::new()));
    }

    /// Closes the quotes that end at or before byte `at`.
    fn leave(&mut self, at: usize) {
        while let Some(&(Some(owner), _)) = self.levels.last() {
            if self.stretches.get(owner).is_some_and(|s| s.span.end > at) {
                break;
            }
            self.close();
        }
    }

    /// Closes the innermost level; a folded quote ends in the sentence of its last word.
    fn close(&mut self) {
        let Some((owner, items)) = self.levels.pop() else {
            return;
        };
        let outer = self.levels.last_mut().and_then(|(_, items)| items.last_mut());
        if let (Some(outer), Some(last)) = (outer, items.last()) {
            outer.sentences.1 = last.sentences.1;
        }
        self.done.push((owner, items));
    }

    fn add(&mut self, token: Token, sentence: usize, titled: bool, named: bool) {
        self.leave(token.span.start);
        if let Some(&(Some(owner), _)) = self.levels.last()
            && self.stretches.get(owner).is_some_and(|s| !s.inner.covers(token.span))
        {
            return; // the quote's own mark
        }
        let word = token.str(self.text);
        let Some((_, items)) = self.levels.last_mut() else {
            return;
        };
        let class = match token.kind {
            TokenKind::Mark => Class::Stop(word.chars().next().unwrap_or(' ')),
            TokenKind::Number => Class::Number,
            TokenKind::Word | TokenKind::Clitic => {
                let opens = match items.last() {
                    None => true,
                    Some(last) => {
                        matches!(last.class, Class::Quote(_) | Class::Stop('.' | '!' | '?' | ':' | '…' | '—'))
                            && last.sentences.1 != sentence
                            || matches!(last.class, Class::Stop(':'))
                    }
                };
                let capital = word.starts_with(char::is_uppercase);
                let opens = opens && !(named && token.kind == TokenKind::Word);
                let titled = titled && !named;
                let tells = capital && !opens && !titled;
                let [class, told] = self.classes.get(self.text, token.span, sentence);
                if tells { told } else { class }
            }
        };
        items.push(Item { span: token.span, class, sentences: (sentence, sentence) });
    }

    /// Ends the paragraph: gives its levels, the outer before the inner, and the quotes still open.
    fn finish(mut self, end: usize) -> (Vec<Level>, Vec<usize>) {
        let going_on = |owner: &usize| self.stretches.get(*owner).is_some_and(|s| s.span.end > end);
        let open = self.levels.iter().filter_map(|(owner, _)| *owner).filter(going_on).collect();
        while !self.levels.is_empty() {
            self.close();
        }
        self.done.reverse();
        (self.done, open)
    }
}

/// Cuts the items of one level into sentences.
fn split(text: &str, stretches: &[Stretch], items: Vec<Item>, mut out: impl FnMut(Vec<Item>)) {
    let mut start = 0;
    for end in 1..items.len() {
        let (before, tail) = items.split_at(end);
        let ended = before.last().is_some_and(|item| {
            tail.first().is_some_and(|next| next.sentences.0 != item.sentences.1) && ends(text, stretches, *item, tail)
        });
        if ended {
            out(before.get(start..).unwrap_or_default().to_vec());
            start = end;
        }
    }
    if start == 0 && !items.is_empty() {
        out(items);
    } else if let Some(rest) = items.get(start..).filter(|rest| !rest.is_empty()) {
        out(rest.to_vec());
    }
}

/// Words between a quote's “?” or “!” and its reporting verb, at most: “Why?” Ines Calder of Port Ansel asked.
const REACH: usize = 8;

/// Whether a sentence ends behind `item`, where the splitter that does not know quotes saw an end at or after it.
fn ends(text: &str, stretches: &[Stretch], item: Item, tail: &[Item]) -> bool {
    let Class::Quote(index) = item.class else {
        return true;
    };
    let inner = stretches.get(index).map_or("", |s| s.inner.str(text));
    match inner.chars().next_back() {
        Some('.') => !tail.first().is_some_and(|n| starts_small(text, n)),
        Some('?' | '!' | '…' | '—' | '-' | '–') => {
            if tail.first().is_some_and(|n| starts_small(text, n)) {
                return false;
            }
            // “Why?” Calder asked.
            let reported = tail
                .iter()
                .take(REACH)
                .take_while(|i| {
                    !matches!(i.class, Class::Quote(_) | Class::Stop('.' | '!' | '?' | ':') | Class::Clause)
                })
                .find_map(|i| match i.class {
                    Class::Cue(cue) => Some(cue.plain),
                    _ => None,
                });
            reported != Some(true)
        }
        _ => false,
    }
}

fn starts_small(text: &str, item: &Item) -> bool {
    item.span.str(text).starts_with(|c: char| c.is_lowercase() || c == ',')
}
