//! Sentences as a reporter wrote them: the words around the quotes, each quote folded into one item.

use super::class::Class;
use super::class_cache::ClassCache;
use super::frame::{Frame, Item};
use super::near_quotes::NearQuotes;
use crate::quote::input::{QuoteInput, is_name};
use crate::quote::segment::{QuotedSpan, Segments, Zone, is_nickname};
use crate::text::{Span, Token, TokenKind};

/// Words and marks of one paragraph after which what has been read of it is handed on; paragraphs have some hundreds.
const FLUSH: usize = 4_000;

/// The words of one quote, or of nobody.
type Level = (Option<usize>, Vec<Item>);

/// Words of a paragraph, sorted by whose they are.
struct Sorter<'t, 'c> {
    text: &'t str,
    quoted: &'t [QuotedSpan],
    classes: &'c mut ClassCache<'t>,
    /// Items of the owners now open: the paragraph itself, then the quotes around the current token.
    levels: Vec<Level>,
    done: Vec<Level>,
}

/// The sentences of all paragraphs that are asked for ([`NearQuotes`]), each level of quoting by itself. Linear in the text.
pub(crate) fn frames(input: &QuoteInput, segments: &Segments) -> Vec<Frame> {
    let text = input.text();
    let (words, quoted) = (&input.extractor.tokens, segments.quoted.as_slice());
    let mut classes = ClassCache::new(text, input.extractor, input.language.clauses);
    let mut out = NearQuotes::new(input.mentions);
    let mut names = input.mentions.iter().filter(|m| is_name(m.kind)).map(|m| m.span).peekable();
    let mut next_quoted = 0;
    let mut open = Vec::new();
    for (index, paragraph) in segments.paragraphs.iter().enumerate() {
        let here = words.sentences_in(paragraph.span);
        let tokens = here.clone().flat_map(|sentence| words.tokens(sentence));
        let titled = paragraph.zone == Zone::Title || is_title_case(text, paragraph.span, tokens);
        // some four bytes a word; most paragraphs have more than 64
        let levels = vec![(None, Vec::with_capacity((paragraph.span.len() / 4 + 1).min(64)))];
        let mut sorter = Sorter { text, quoted, classes: &mut classes, levels, done: Vec::new() };
        sorter.resume(&open, paragraph.span, here.start);
        let mut hand_on = |levels: Vec<Level>| {
            for (owner, items) in levels {
                split(text, quoted, items, |items| {
                    out.push(Frame { number: 0, paragraph: index, owner, items }, paragraph.zone);
                });
            }
        };
        for number in here {
            for token in words.tokens(number) {
                if !paragraph.span.covers(token.span) {
                    continue;
                }
                while let Some(next) = quoted.get(next_quoted).filter(|q| q.span.start <= token.span.start) {
                    if next.span.end > paragraph.span.start {
                        sorter.enter(next_quoted, next.span, number);
                    }
                    next_quoted += 1;
                }
                while names.next_if(|n| n.end <= token.span.start).is_some() {}
                let named = names.peek().is_some_and(|n| n.covers(token.span));
                sorter.add(token, number, titled, named);
            }
            hand_on(sorter.flush());
        }
        let levels;
        (levels, open) = sorter.finish(paragraph.span.end);
        hand_on(levels);
    }
    out.finish()
}

/// Whether most words of a short paragraph have capitals, as in an American headline.
fn is_title_case(text: &str, span: Span, tokens: impl Iterator<Item = Token>) -> bool {
    if text.get(..span.end).is_none_or(|t| t.ends_with(['.', '!', '”'])) || span.len() > 200 {
        return false;
    }
    let mut counts = (0_usize, 0_usize);
    for token in tokens.filter(|t| t.kind == TokenKind::Word) {
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
            if let Some(quoted) = self.quoted.get(index).filter(|q| q.span.end > paragraph.start) {
                self.enter(index, Span::new(paragraph.start, quoted.span.end.min(paragraph.end)), sentence);
            }
        }
    }

    /// Opens the quote `index`: it becomes one item of the level around it.
    fn enter(&mut self, index: usize, span: Span, sentence: usize) {
        self.leave(span.start);
        if let Some((_, items)) = self.levels.last_mut() {
            let named = self.quoted.get(index).is_some_and(|q| is_nickname(self.text, q));
            let class = if named { Class::Name } else { Class::Quote(index) };
            items.push(Item { span, class, sentences: (sentence, sentence) });
        }
        self.levels.push((Some(index), Vec::new()));
    }

    /// Closes the quotes that end at or before byte `at`.
    fn leave(&mut self, at: usize) {
        while let Some(&(Some(owner), _)) = self.levels.last() {
            if self.quoted.get(owner).is_some_and(|q| q.span.end > at) {
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

    /// Adds a token of the sentence with this index; `titled` says that capitals mean nothing here, `named` that it is part of a name.
    fn add(&mut self, token: Token, sentence: usize, titled: bool, named: bool) {
        self.leave(token.span.start);
        if let Some(&(Some(owner), _)) = self.levels.last()
            && self.quoted.get(owner).is_some_and(|q| !q.inner.covers(token.span))
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
                let [class, capital_class] = self.classes.classes(token.span, sentence);
                match class {
                    _ if capital && !opens && !titled => capital_class,
                    // “Urs de Meuron”
                    Class::Word if named && token.kind == TokenKind::Word => Class::Name,
                    _ => class,
                }
            }
        };
        items.push(Item { span: token.span, class, sentences: (sentence, sentence) });
    }

    /// Takes out what a long paragraph has up to the end of a sentence.
    fn flush(&mut self) -> Vec<Level> {
        let Some((owner, items)) = self.levels.last_mut() else { return Vec::new() };
        let ended = items.last().is_some_and(|last| !matches!(last.class, Class::Quote(_)));
        if items.len() < FLUSH || !ended {
            return Vec::new();
        }
        self.done.push((*owner, std::mem::take(items)));
        let mut done = std::mem::take(&mut self.done);
        done.reverse();
        done
    }

    /// Ends the paragraph: gives its levels, the outer before the inner, and the quotes still open.
    fn finish(mut self, end: usize) -> (Vec<Level>, Vec<usize>) {
        let going_on = |owner: &usize| self.quoted.get(*owner).is_some_and(|q| q.span.end > end);
        let open = self.levels.iter().filter_map(|(owner, _)| *owner).filter(going_on).collect();
        while !self.levels.is_empty() {
            self.close();
        }
        self.done.reverse();
        (self.done, open)
    }
}

/// Cuts the items of one level into sentences.
fn split(text: &str, quoted: &[QuotedSpan], items: Vec<Item>, mut out: impl FnMut(Vec<Item>)) {
    let mut start = 0;
    for end in 1..items.len() {
        let (before, tail) = items.split_at(end);
        let ended = before.last().is_some_and(|item| {
            tail.first().is_some_and(|next| next.sentences.0 != item.sentences.1)
                && ends_sentence(text, quoted, *item, tail)
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

/// Whether a sentence ends after `item`, where the splitter that does not know quotes saw an end at or after it.
fn ends_sentence(text: &str, quoted: &[QuotedSpan], item: Item, tail: &[Item]) -> bool {
    let Class::Quote(index) = item.class else {
        return true;
    };
    let inner = quoted.get(index).map_or("", |q| q.inner.str(text));
    match inner.chars().next_back() {
        Some('.') => !tail.first().is_some_and(|n| starts_small(text, n)),
        Some('?' | '!' | '…' | '—' | '-' | '–') => {
            if tail.first().is_some_and(|n| starts_small(text, n)) {
                return false;
            }
            // “Why?” Ms. Calder asked.
            let reported = tail
                .iter()
                .take(REACH)
                .take_while(|i| tail.first().is_some_and(|first| first.sentences.0 == i.sentences.0))
                .take_while(|i| !matches!(i.class, Class::Quote(_) | Class::Stop('!' | '?' | ':') | Class::Clause))
                .find_map(|i| match i.class {
                    Class::Cue(cue) => Some(cue.plain),
                    _ => None,
                });
            reported != Some(true)
        }
        _ => false,
    }
}

/// Whether the item goes on with a sentence rather than beginning one.
fn starts_small(text: &str, item: &Item) -> bool {
    item.span.str(text).starts_with(|c: char| c.is_lowercase() || c == ',')
}
