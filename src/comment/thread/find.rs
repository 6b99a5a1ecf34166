//! The thread of a page: names or dates that recur in one kind of markup, each with a message of its own.

use super::evidence::{are_counted, headlines, is_answerable, is_link};
use super::groups::groups;
use super::page_index::PageIndex;
use super::part::Parts;
use super::posts::{is_post, posts};
use super::ranges::{CLIMB, common, ranges};
use super::raw::{RawComment, Thread};
use super::{depth, item};
use crate::comment::heading::is_heading;
use crate::order::sort_by_numbers;
use crate::snapshot::Snapshot;
use std::collections::HashSet;
use std::ops::Range;

/// Kinds of markup that are tried.
const TRIES: usize = 40;
/// Marks that are read in all, unless one kind of markup alone has more: the largest threads have some thousands.
const MARKS: usize = 60_000;
/// Elements around a thread that may say that it is one.
const AROUND: usize = 5;

/// Bytes that a heading, a form and a pager have together; an article has more.
const BESIDE: usize = 1_200;

/// Shortest text, in bytes, that is a sentence rather than a heading or a button.
const SENTENCE: usize = 80;

/// Finds the thread of a page by structure.
pub(crate) fn thread_in(snapshot: &Snapshot) -> Thread {
    let page = PageIndex::new(snapshot);
    let mut groups = groups(&page);
    sort_by_numbers(&mut groups, |g| {
        let evident = g.iter().take(8).filter(|&&m| is_evident(&page, m, 0)).count();
        (usize::MAX - evident, usize::MAX - g.len())
    });
    let mut best: Option<(i64, Candidate)> = None;
    let mut better = |candidate: Candidate| {
        let score = candidate.score();
        if score > 0 && best.as_ref().is_none_or(|(b, _)| score > *b) {
            best = Some((score, candidate));
        }
    };
    for nodes in posts(&page) {
        let marks = nodes.iter().map(|n| item::date(&page, n).unwrap_or(n.start)).collect();
        if nodes.iter().all(|n| is_elsewhere(&page, n.start)) {
            continue;
        }
        if let Some(candidate) = Candidate::from_nodes(&page, marks, nodes) {
            better(Candidate { numbered: true, ..candidate });
        }
    }
    let mut left = MARKS;
    for marks in groups.into_iter().take(TRIES) {
        if left == 0 {
            break;
        }
        left = left.saturating_sub(marks.len());
        if let Some(candidate) = Candidate::new(&page, marks) {
            better(candidate);
        }
    }
    let Some((_, candidate)) = best else { return Thread::default() };
    let nodes = candidate.claim(&page);
    Thread { nodes, headed: candidate.headed, comments: candidate.finish(&page) }
}

/// Whether the markup around `at`, up to node `from`, says that it is of comments and not of things elsewhere.
fn is_evident(page: &PageIndex, at: usize, from: usize) -> bool {
    page.around(at)
        .take(CLIMB / 4)
        .take_while(|&e| e >= from && !matches!(page.snapshot.tag(e), "body" | "html"))
        .any(|e| page.says(e, Parts::COMMENT))
}

/// Whether the markup around `at` says that it is a side bar, a teaser or the like: the element that names comments and what is
/// in it, and the one around; farther out are the columns of the page.
fn is_elsewhere(page: &PageIndex, at: usize) -> bool {
    let around: Vec<usize> = page
        .around(at)
        .take(CLIMB / 3)
        .take_while(|&e| !matches!(page.snapshot.tag(e), "body" | "html" | "main"))
        .collect();
    let named = around.iter().rposition(|&e| page.says(e, Parts::COMMENT));
    let size = |i: usize| around.get(i).map_or(0, |&e| page.written(e, page.snapshot.end(e)));
    // a frame around the thread counts when it holds little else
    let reach = named.map_or(around.len(), |n| if size(n + 1) <= size(n) + size(n) / 2 { n + 2 } else { n + 1 });
    around.iter().take(reach).any(|&e| match page.snapshot.tag(e) {
        "nav" | "aside" if named.is_none() => true,
        _ => page.says(e, Parts::ELSEWHERE),
    })
}

/// Marks of one kind, read as comments.
struct Candidate {
    marks: Vec<usize>,
    /// The nodes of each.
    nodes: Vec<Range<usize>>,
    comments: Vec<RawComment>,
    /// How many have a button such as “Reply”, or a link to themselves.
    answered: usize,
    /// How many have a linked headline.
    headlines: usize,
    /// How many say nothing but what a link is called.
    links: usize,
    /// Whether they are counted, “#1”, “#2”….
    counted: bool,
    evident: bool,
    /// How many stand in an element that is called a post.
    messages: usize,
    /// Whether each is an element that is called a post and has a number.
    numbered: bool,
    /// Whether the heading of a thread stands above the first.
    headed: bool,
}

impl Candidate {
    fn new(page: &PageIndex, marks: Vec<usize>) -> Option<Self> {
        let marks = apart(page, without_strays(page, likely(page, marks)));
        let nodes = ranges(page, &marks)?;
        if marks.first().is_some_and(|&m| is_elsewhere(page, m)) && marks.last().is_some_and(|&m| is_elsewhere(page, m))
        {
            return None;
        }
        Self::from_nodes(page, marks, nodes)
    }

    /// Those whose nodes are known, each with a mark.
    fn from_nodes(page: &PageIndex, marks: Vec<usize>, nodes: Vec<Range<usize>>) -> Option<Self> {
        let mut comments: Vec<RawComment> = nodes.iter().map(|n| item::comment_in(page, n.clone())).collect();
        let (mut marks, mut nodes) = (marks, nodes);
        if is_article(page, &nodes, &comments) {
            let marks = (&mut marks, &mut nodes, &mut comments);
            marks.0.remove(0);
            marks.1.remove(0);
            marks.2.remove(0);
        }
        let first = *marks.first()?;
        let answered = nodes.iter().filter(|n| is_answerable(page, n)).count();
        let headlines = headlines(page, &nodes, &comments);
        let links = nodes.iter().zip(&comments).filter(|(n, c)| is_link(page, n, &c.text)).count();
        let counted = are_counted(page, &nodes);
        let count = marks.len();
        let from = common(page, &nodes).unwrap_or(0);
        let around = page.around(from).take(AROUND).last().unwrap_or(from);
        let evident = marks.iter().filter(|&&m| is_evident(page, m, around)).count() * 2 > count;
        let headed = nodes.first().is_some_and(|n| is_headed(page, n.start, first));
        let messages = nodes.iter().filter(|n| is_post(page, n.start)).count();
        Some(Self {
            marks,
            nodes,
            comments,
            answered,
            headlines,
            links,
            counted,
            evident,
            messages,
            numbered: false,
            headed,
        })
    }

    fn complete(&self) -> usize {
        self.comments.iter().filter(|c| c.author.is_some() && !c.text.is_empty()).count()
    }

    /// How much of a thread it is; 0 or less for none.
    fn score(&self) -> i64 {
        let count = self.marks.len();
        let complete = self.complete();
        let dated = self.comments.iter().filter(|c| c.posted.is_some()).count();
        let told: HashSet<&str> = self.comments.iter().map(|c| c.text.as_str()).collect();
        let said =
            self.comments.iter().filter(|c| !c.text.is_empty() && (c.author.is_some() || c.posted.is_some())).count();
        let whole = |n: usize| n == count && complete == count;
        let sure = self.evident
            || (count >= 3 && self.answered * 2 > count && dated * 2 > count)
            || (count >= 2 && whole(dated) && (self.answered == count || self.headed))
            || (count >= 3 && whole(dated) && self.messages == count)
            || (count >= 2 && self.numbered && dated * 10 > count * 8)
            || (count >= 3 && self.counted);
        // who writes without a name is known by the date
        let complete = if self.evident && dated == count { said } else { complete };
        if !sure || complete * 10 < count * 6 || self.headlines.max(self.links) * 2 > count || told.len() * 2 < count {
            return 0;
        }
        if dated * 2 < count && !(self.evident && (self.answered * 2 > count || (self.headed && count >= 2))) {
            return 0;
        }
        let whole = i64::try_from(complete * 3 + dated * 2).unwrap_or(0);
        let score = whole - i64::try_from((count - complete) * 3).unwrap_or(0);
        // where a post's element ends, nobody needs to guess
        if self.numbered { score + score / 2 } else { score }
    }

    /// The nodes that the article must leave out: the thread with its heading, form and pager.
    fn claim(&self, page: &PageIndex) -> Vec<Range<usize>> {
        let own: usize = self.nodes.iter().map(|n| page.written(n.start, n.end)).sum();
        let Some(mut at) = common(page, &self.nodes) else { return self.nodes.clone() };
        let fits = |outer: usize, beside: usize| {
            let nodes = outer..page.snapshot.end(outer);
            let above = page.text_lengths(nodes.start, self.nodes.first().map_or(0, |f| f.start));
            let told = !page.says(outer, Parts::COMMENT) && above.filter(|&length| length >= SENTENCE).count() > 0;
            page.written(nodes.start, nodes.end) <= own + beside
                && !told
                && !nodes
                    .take_while(|&n| n < self.nodes.first().map_or(0, |f| f.start))
                    .any(|n| page.snapshot.tag(n) == "h1")
        };
        // an element that says so may hold comments that were not read
        let beside = if page.says(at, Parts::COMMENT) { own.max(BESIDE) * 2 } else { own.max(BESIDE) };
        if !fits(at, beside) {
            return self.nodes.clone();
        }
        let aside = |outer: usize| {
            if page.says(outer, Parts::COMMENT) { own.max(BESIDE) } else { (own / 3).clamp(400, BESIDE) }
        };
        for outer in page.snapshot.ancestors(at).take(CLIMB) {
            if matches!(page.snapshot.tag(outer), "body" | "html" | "main" | "article") || !fits(outer, aside(outer)) {
                break;
            }
            at = outer;
        }
        std::iter::once(at..page.snapshot.end(at)).collect()
    }

    fn finish(self, page: &PageIndex) -> Vec<RawComment> {
        let starts: Vec<usize> = self.nodes.iter().map(|n| n.start).collect();
        let depths = depth::depths(page, &self.marks, &starts);
        let dated = self.comments.iter().filter(|c| c.posted.is_some()).count();
        let all_dated = dated * 5 > self.comments.len() * 4;
        let mut comments = Vec::with_capacity(self.comments.len());
        for (((mut comment, depth), &mark), nodes) in
            self.comments.into_iter().zip(depths).zip(&self.marks).zip(&self.nodes)
        {
            comment.depth = depth;
            // a pingback stands among the comments
            let own = page.around(mark).take(CLIMB / 3).take_while(|&e| e >= nodes.start);
            if !own.into_iter().any(|e| page.says(e, Parts::PINGBACK)) {
                comments.push(comment);
            }
        }
        comments.retain(|c| {
            (c.posted.is_some() || !all_dated)
                && !c.text.is_empty()
                && !is_heading(&c.text)
                && (c.author.is_some() || c.posted.is_some())
        });
        comments
    }
}

/// Shortest text of an article, in bytes, for what begins with a page's headline.
const ARTICLE: usize = 1_200;

/// Whether the first of these is the article itself: the page's headline stands in it, and much more text than in the others.
fn is_article(page: &PageIndex, nodes: &[Range<usize>], comments: &[RawComment]) -> bool {
    let (Some(own), Some(first)) = (nodes.first(), comments.first()) else { return false };
    let others = comments.iter().skip(1).map(|c| c.text.len()).max().unwrap_or(0);
    first.text.len() >= ARTICLE
        && first.text.len() > others * 3
        && own.clone().any(|at| page.snapshot.tag(at) == "h1" && !is_heading(&page.words(at, 240)))
}

/// Texts above the first comment among which the heading of its thread is looked for.
const ABOVE: usize = 4;

/// Whether the heading of a thread stands close above the comment that begins at node `start` and whose header is `mark`.
fn is_headed(page: &PageIndex, start: usize, mark: usize) -> bool {
    let heading = |at: usize| matches!(page.snapshot.tag(at), "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "summary");
    page.texts_before(start, ABOVE).any(is_heading)
        || (start..mark).any(|at| heading(at) && is_heading(&page.words(at, 240)))
        || page.texts_before(mark, ABOVE).any(is_heading)
}

/// Without those that stand elsewhere when most stand in a thread: side bars and the article's own date share its markup.
fn likely(page: &PageIndex, marks: Vec<usize>) -> Vec<usize> {
    let fits = |m: &usize| is_evident(page, *m, 0) && !is_elsewhere(page, *m);
    let fitting: Vec<usize> = marks.iter().copied().filter(fits).collect();
    if fitting.len() * 2 > marks.len() { fitting } else { marks }
}

/// Comments that stand alike, at least, for what stands otherwise before or behind them to be none.
const ALIKE: usize = 3;

/// Elements around a mark by which those of one thread stand alike.
const STANDS_IN: usize = 3;

/// Without those before the first and behind the last of many that stand in the same elements: a thread's head tells who began it
/// and when, and a side bar dates other threads.
fn without_strays(page: &PageIndex, marks: Vec<usize>) -> Vec<usize> {
    let stands =
        |mark: usize| -> Vec<&str> { page.around(mark).take(STANDS_IN + 1).map(|e| page.snapshot.tag(e)).collect() };
    let Some(usual) = marks.get(marks.len() / 2).map(|&m| stands(m)) else { return marks };
    let is_usual: Vec<bool> = marks.iter().map(|&m| stands(m) == usual).collect();
    let first = is_usual.iter().position(|&u| u).unwrap_or_default();
    let after = is_usual.iter().rposition(|&u| u).map_or(0, |at| at + 1);
    let inside = is_usual.get(first..after).unwrap_or_default();
    if first > 1 || inside.len() < ALIKE || inside.len() * 2 < marks.len() || inside.contains(&false) {
        return marks;
    }
    marks.get(first..after).map(<[usize]>::to_vec).unwrap_or_default()
}

/// Marks with words between them: a second date beside the first (“edited”) is none.
fn apart(page: &PageIndex, marks: Vec<usize>) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::with_capacity(marks.len());
    for mark in marks {
        if kept.last().is_none_or(|&k| mark >= page.snapshot.end(k) && page.written(page.snapshot.end(k), mark) > 12) {
            kept.push(mark);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::from_html;

    #[test]
    fn only_a_date_of_the_calendar_is_a_comments_iso_date() {
        let times = ["2024-99-99 soon", "2024-02-08 10:30:00 +0100", "2024-02-30T10:30", "2024-02-08T10:30"];
        let comment = |n: usize, time: &str| {
            format!(
                "<div class=comment><b class=author>Reader{n}</b> <time datetime='{time}'>3 hours ago</time>\
                 <p class=text>They should have mended it long before now, {n} times.</p><a>Reply</a></div>"
            )
        };
        let comments: String = times.iter().enumerate().map(|(n, t)| comment(n, t)).collect();
        let thread = thread_in(&from_html(&format!("<section class=comments>{comments}</section>")).unwrap());
        let dates: Vec<Option<&str>> = thread.comments.iter().map(|c| c.posted_iso.as_deref()).collect();
        assert_eq!(dates, [None, Some("2024-02-08T10:30:00+01:00"), None, Some("2024-02-08T10:30:00")]);
    }
}
