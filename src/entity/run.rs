//! Runs of capitalised words that may be names, cut where one name ends and the next begins.

use super::lexicon::{Lexicon, Marks};
use super::page::{Case, Line, Page, Shape};
use std::ops::Range;

/// Words that may be one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its words, indices into the page.
    pub(super) words: Range<usize>,
    /// Index of its line.
    pub(super) line: usize,
    /// Whether a title stands before it (“President”).
    pub(super) titled: bool,
    /// Whether its only sign is a capital that a beginning would have too.
    pub(super) doubtful: bool,
}

/// Longest run in words; longer ones are lists or shouting.
const LONGEST: usize = 14;

/// Heads that end a name of several words, whatever it begins with.
const HEADS: Marks = Marks::ORG_HEAD.with(Marks::PLACE_HEAD).with(Marks::EVENT_HEAD).with(Marks::WORK_HEAD);

/// The candidates in the prose of `page`, in order. `taken` tells of a word that belongs to a date or amount.
pub(super) fn candidates(page: &Page, taken: &[bool]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (index, line) in page.lines.iter().enumerate().filter(|(_, l)| l.case == Case::Prose) {
        let reader = Reader { page, line, index, taken };
        let mut at = line.words.start;
        while at < line.words.end {
            if let Some(words) = reader.nicknamed(at) {
                at = words.end;
                out.push(Candidate { words, line: index, titled: true, doubtful: false });
            } else if reader.opens(at) {
                let end = reader.end(at);
                reader.split(at, end, &mut out);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    out
}

/// The length and marks of the phrase of the lexicon that stands at `at` before `end`, capitalised at both ends.
pub(super) fn phrase(page: &Page, at: usize, end: usize) -> Option<(usize, Marks)> {
    if !page.is(at, Marks::OPENS_PHRASE) {
        return None;
    }
    let (length, marks) = Lexicon::get().phrase((at..end).map(|i| page.lower(i)))?;
    (page.is_capital(at) && page.is_capital(at + length - 1)).then_some((length, marks))
}

struct Reader<'p, 't> {
    page: &'p Page<'t>,
    line: &'p Line,
    index: usize,
    taken: &'p [bool],
}

impl Reader<'_, '_> {
    fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or_default()
    }

    /// A name that begins with a nickname in quotation marks behind a title: `Col. "Al" Rahi`.
    fn nicknamed(&self, at: usize) -> Option<Range<usize>> {
        let quote = |i: usize| matches!(self.page.lower(i), "\"" | "“" | "”");
        let inside = at > self.line.words.start && at + 3 < self.line.words.end;
        let form = inside && quote(at) && self.page.is_capital(at + 1) && quote(at + 2) && self.page.is_capital(at + 3);
        let titled = (self.line.words.start..at).rev().take(6).any(|i| self.page.is(i, Marks::TITLE));
        let led =
            form && titled && self.page.word(at - 1).is_some_and(|w| w.is_capital() || matches!(w.text, "." | ")"));
        led.then(|| at..self.end(at + 3))
    }

    /// Whether a name may begin at `at`.
    fn opens(&self, at: usize) -> bool {
        let Some(word) = self.page.word(at) else { return false };
        if !word.is_capital() || self.is_taken(at) || word.is(Marks::WEEKDAY) || self.is_address(at) {
            return false;
        }
        let named = word.is(Marks::NAMED) && !word.is(Marks::WORD.with(Marks::FUNCTION));
        // “Secretary of State”, “Minister of Finance”
        let office = at >= self.line.words.start + 2 && self.page.lower(at - 1) == "of";
        if office && word.is(Marks::TITLE_PART) && self.page.is(at - 2, Marks::TITLE) {
            return false;
        }
        if self.line.shouts && word.shape == Shape::Upper && !named {
            return false;
        }
        // one shouted word is no acronym either, unless it keeps coming
        let seen = self.page.entry(at).map_or(0, |e| e.capital);
        if word.shape == Shape::Upper && word.is(Marks::WORD) && !named && word.text.len() > 3 && seen < 2 {
            return false;
        }
        if word.shape == Shape::Initial && word.text.len() == 1 {
            // “A. Giles”, but not “A town”
            return self.page.lower(at + 1) == "." && self.glued(at + 1) && self.page.is_capital(at + 2);
        }
        if word.is(Marks::FUNCTION) && !self.is_acronym(at) && self.named_phrase(at).is_none() {
            return false;
        }
        if word.is(Marks::MONTH) && !self.page.is_capital(at + 1) {
            return false;
        }
        !self.page.begins(at) || self.opens_line(at)
    }

    /// Whether the word belongs to a handle, a tag or an address: `@name`, `#tag`, `bit.ly/AbC`.
    fn is_address(&self, at: usize) -> bool {
        let sign = |i: usize| self.page.word(i).is_some_and(|w| matches!(w.text, "@" | "#" | "/" | "_" | "="));
        at > self.line.words.start && self.glued(at) && sign(at - 1)
    }

    /// A function word that is written as an acronym here: `IS`, `US`, `WHO`.
    fn is_acronym(&self, at: usize) -> bool {
        self.page.word(at).is_some_and(|w| w.shape == Shape::Upper || (w.shape == Shape::Initial && w.text.len() > 2))
    }

    fn named_phrase(&self, at: usize) -> Option<usize> {
        phrase(self.page, at, self.line.words.end).filter(|(_, m)| m.any(Marks::NAMED)).map(|(n, _)| n)
    }

    /// Whether the capital at a beginning is that of a name.
    fn opens_line(&self, at: usize) -> bool {
        let (Some(word), Some(entry)) = (self.page.word(at), self.page.entry(at)) else { return false };
        if entry.capital > 0 && entry.capital >= entry.small && !word.is(Marks::FUNCTION) {
            return true;
        }
        let acronym = self.is_acronym(at) && word.text.len() > 1;
        let given = word.is(Marks::GIVEN) && self.page.is_capital(at + 1) && !self.page.is(at + 1, Marks::WORD);
        if self.named_phrase(at).is_some() || word.is(Marks::TITLE) || acronym || given {
            return true;
        }
        let next = self.page.is_capital(at + 1) && !self.is_taken(at + 1);
        if word.is(Marks::NAMED) && !word.is(Marks::FUNCTION) && (next || entry.small == 0) && !word.is(Marks::WORD) {
            return true;
        }
        if word.is(Marks::TITLE_PART) && self.page.is(at + 1, Marks::TITLE.with(Marks::TITLE_PART)) {
            return true;
        }
        let of = word.is(Marks::ORG_OPENER.with(Marks::PLACE_OPENER)) && self.connects(at, at + 1).is_some();
        if word.is(Marks::WORD) || entry.small > 0 {
            let common = self.page.is(at + 1, Marks::WORD.with(Marks::ORG_HEAD)) && entry.small == 0;
            let titled = self.page.is(at + 1, Marks::TITLE.with(Marks::PEOPLE).with(Marks::FUNCTION));
            let place = next && word.is(Marks::PLACE_OPENER) && !self.page.is(at + 1, Marks::WORD);
            return of
                || place
                || (next && common && !titled)
                || (next && self.page.is(at + 1, HEADS) && entry.small == 0);
        }
        !word.is(Marks::FUNCTION)
    }

    /// Where the run that begins at `start` ends.
    fn end(&self, start: usize) -> usize {
        let limit = self.line.words.end.min(start + LONGEST);
        let mut at = start + 1;
        while at < limit {
            if self.continues(at) {
                at += 1;
            } else if let Some(next) = self.connects(start, at) {
                at = next;
            } else {
                break;
            }
        }
        at.min(self.line.words.end)
    }

    /// Whether the word at `at` is one more word of a run.
    fn continues(&self, at: usize) -> bool {
        let Some(word) = self.page.word(at) else { return false };
        if self.is_taken(at) || word.is(Marks::WEEKDAY) {
            return false;
        }
        match word.shape {
            Shape::Mark => {
                // the full stop of an initial or a title
                word.text == "."
                    && self.glued(at)
                    && self.page.is_capital(at + 1)
                    && at + 1 < self.line.words.end
                    && self.page.word(at - 1).is_some_and(|w| w.text.chars().count() <= 4)
            }
            Shape::Lower | Shape::Clitic | Shape::Number => false,
            _ => !word.is(Marks::FUNCTION) || self.is_acronym(at) || word.text == "I",
        }
    }

    /// Whether no white space stands before the word at `at`.
    fn glued(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|i| self.page.word(i)), self.page.word(at)) {
            (Some(a), Some(b)) => a.span.end == b.span.start,
            _ => false,
        }
    }

    /// When the words at `at` join a run begun at `start` to a capital behind them: the index behind that capital.
    fn connects(&self, start: usize, at: usize) -> Option<usize> {
        let end = self.line.words.end;
        let capital = |i: usize| i < end && self.page.is_capital(i) && !self.is_taken(i);
        let last = at.checked_sub(1)?;
        let openers = Marks::ORG_OPENER.with(Marks::ORG_HEAD).with(Marks::PLACE_HEAD).with(Marks::EVENT_HEAD);
        let openers = openers.with(Marks::PLACE_OPENER).with(Marks::WORK_HEAD);
        match self.page.lower(at) {
            "of" | "for" | "on" if self.page.is(last, openers) && !self.page.is(last, Marks::PEOPLE) => {
                let of = self.page.lower(at) == "of";
                if !of && !self.page.is(last, Marks::ORG_OPENER) {
                    return None;
                }
                let next = if matches!(self.page.lower(at + 1), "the" | "new") { at + 2 } else { at + 1 };
                (capital(next) && !self.page.is(next, Marks::CALENDAR)).then_some(next + 1)
            }
            "&" | "+" => {
                let couple = self.page.is(start, Marks::GIVEN) && self.page.is(at + 1, Marks::GIVEN);
                (capital(at + 1) && !couple).then_some(at + 2)
            }
            "and" => {
                let listed = (start..at).any(|i| self.page.is(i, Marks::ORG_OPENER) && self.page.lower(i + 1) == "of");
                let plain = capital(at + 1) && self.page.is(at + 1, Marks::WORD) && !self.page.is(at + 1, Marks::NAMED);
                let headed =
                    (at + 2..(at + 5).min(end)).take_while(|&i| capital(i)).any(|i| self.page.is(i, Marks::ORG_HEAD));
                let led = start > self.line.words.start && self.page.lower(start - 1) == "the";
                ((listed || (headed && led)) && plain && self.page.is(last, Marks::WORD)).then_some(at + 2)
            }
            "'s" | "’s" | "'" | "’" => {
                let plural = matches!(self.page.lower(at), "'" | "’") && self.page.lower(last).ends_with('s');
                let plain = self.page.is(last, Marks::WORD) && !self.page.is(last, Marks::TITLE);
                let plain = plain || (plural && !self.page.is(last, Marks::NAMED));
                let head = capital(at + 1) && (at + 1..(at + 4).min(end)).any(|i| capital(i) && self.page.is(i, HEADS));
                (plain && head).then_some(at + 2)
            }
            "\"" | "“" | "”" => {
                // a nickname: William "Bill" Gates
                let short = capital(at + 1) && matches!(self.page.lower(at + 2), "\"" | "”");
                (short && capital(at + 3)).then_some(at + 4)
            }
            _ if self.page.is(at, Marks::PARTICLE) && self.page.word(at)?.shape == Shape::Lower => {
                let next = if self.page.is(at + 1, Marks::PARTICLE) && !capital(at + 1) { at + 2 } else { at + 1 };
                let mark = usize::from(matches!(self.page.lower(next), "-" | "'" | "’"));
                let sure = !self.page.is(at, Marks::FUNCTION) && !self.page.is(last, Marks::TITLE);
                (sure && capital(next + mark)).then_some(next + mark + 1)
            }
            _ => None,
        }
    }

    /// Cuts the run `start..end` into candidates.
    fn split(&self, start: usize, end: usize, out: &mut Vec<Candidate>) {
        let page = self.page;
        let mut at = start;
        let mut titled = false;
        while at < end {
            let found = phrase(page, at, end).filter(|(_, m)| m.any(Marks::NAMED));
            if found.is_none() && self.is_title(at, end) {
                titled = true;
                at += 1;
                continue;
            }
            let length = found.map_or(1, |(n, _)| n);
            let marks = found.map_or_else(|| page.word(at).map(|w| w.marks).unwrap_or_default(), |(_, m)| m);
            let rest = at + length;
            let title = (rest..end).find(|&i| self.is_title(i, end));
            let headed = page.is(end - 1, HEADS) && title.is_none();
            let personal = marks.any(Marks::GIVEN.with(Marks::SURNAME));
            let followed = title == Some(rest) || page.is(rest, Marks::GIVEN);
            let alone = (marks.any(Marks::PEOPLE) && !personal)
                || (found.is_some() && (!page.is(rest, Marks::PARTICLE) || marks.any(Marks::PLACE)))
                || (marks.any(Marks::PLACE) && !personal && followed);
            let cut = if alone && rest < end && !headed { rest } else { end };
            let cut = match title {
                // a family name that is also a title: Martin Luther King
                Some(t) if t < cut && !(t + 1 == end && marks.any(Marks::GIVEN)) => t,
                _ => cut,
            };
            self.push(at, cut, titled, out);
            titled = false;
            at = cut.max(at + 1);
        }
    }

    /// Whether the word at `at` is a title, or belongs to one that follows, inside a run that ends at `end`.
    fn is_title(&self, at: usize, end: usize) -> bool {
        let page = self.page;
        if page.is(at, Marks::TITLE) {
            // “General Motors”, “King County”: a head behind it makes a name of it
            let next = at + 1;
            let headed = next + 1 == end && page.is(next, HEADS) && !page.is(next, Marks::GIVEN.with(Marks::SURNAME));
            return !headed;
        }
        if page.lower(at) == "." {
            return at > 0 && page.is(at - 1, Marks::TITLE);
        }
        // “Teenager Anna Holt”
        if page.is(at, Marks::ROLE) && at + 2 < end && page.is(at + 1, Marks::GIVEN) && !page.is(at, Marks::GIVEN) {
            return true;
        }
        let mut next = at;
        while next < end && page.is(next, Marks::TITLE_PART) {
            next += 1;
        }
        next > at && next < end && page.is(next, Marks::TITLE)
    }

    fn push(&self, mut start: usize, mut end: usize, titled: bool, out: &mut Vec<Candidate>) {
        let edge = |i: usize| self.page.word(i).is_some_and(|w| matches!(w.shape, Shape::Mark | Shape::Lower));
        while start < end && edge(start) {
            start += 1;
        }
        while end > start && edge(end - 1) {
            end -= 1;
        }
        if start >= end || (end - start == 1 && self.page.is(start, Marks::NO_NAME)) {
            return;
        }
        let known = (start..end).any(|i| {
            let seen = self.page.entry(i).is_some_and(|e| e.capital > e.small);
            seen || self.page.is(i, Marks::NAMED)
        });
        let doubtful = !known && end - start == 1 && !titled && self.page.begins(start);
        out.push(Candidate { words: start..end, line: self.index, titled, doubtful });
    }
}
