//! A pattern laid on the stretch of a text that it is most like: Myers' bit-parallel edit distance, and the way back through it.
//!
//! G. Myers, “A fast bit-vector algorithm for approximate string matching based on dynamic programming”, J. ACM 46 (1999), in the
//! form of H. Hyyrö (2003) for patterns of more than one word.

/// One column of the table, 64 rows of it: which of its cells are one more than the cell above, and which one less.
#[derive(Clone, Copy, Debug)]
struct Block {
    more: u64,
    less: u64,
}

impl Block {
    /// A column in which every cell is one more than the one above: the first.
    const FIRST: Self = Self { more: u64::MAX, less: 0 };

    /// The next column, from where the text's character stands in the pattern and what the row above changes by; and what row
    /// `last` of it changes by.
    fn after(self, equal: u64, above: i32, last: u64) -> (Self, i32) {
        let vertical = equal | self.less;
        let equal = equal | u64::from(above < 0);
        let horizontal = (((equal & self.more).wrapping_add(self.more)) ^ self.more) | equal;
        let more = self.less | !(horizontal | self.more);
        let less = self.more & horizontal;
        let change = i32::from(more & last != 0) - i32::from(less & last != 0);
        let more = more << 1 | u64::from(above > 0);
        let less = less << 1 | u64::from(above < 0);
        (Self { more: less | !(vertical | more), less: more & vertical }, change)
    }
}

/// A pattern's characters, each with the rows where it stands.
#[derive(Debug, Default)]
struct Rows {
    /// The number of each Latin character in the pattern, less one; nought for one that is not in it.
    latin: Vec<u16>,
    /// The others with their numbers, ascending.
    others: Vec<(u32, u16)>,
    /// For each number, the rows in blocks.
    blocks: Vec<u64>,
    /// Blocks of one column.
    width: usize,
}

/// Characters below this are looked up in a table.
const LATIN: usize = 0x180;

impl Rows {
    fn set(&mut self, pattern: &[u32]) {
        self.width = pattern.len().div_ceil(64);
        self.latin.clear();
        self.latin.resize(LATIN, 0);
        self.others.clear();
        self.blocks.clear();
        self.blocks.resize(self.width, 0); // number nought: stands nowhere
        for (row, &c) in pattern.iter().enumerate() {
            let fresh = (self.blocks.len() / self.width.max(1)) as u16;
            let number = match self.latin.get_mut(c as usize) {
                Some(number) => {
                    if *number == 0 {
                        *number = fresh;
                    }
                    *number
                }
                None => match self.others.binary_search_by_key(&c, |&(c, _)| c) {
                    Ok(at) => self.others.get(at).map_or(0, |&(_, number)| number),
                    Err(at) => {
                        self.others.insert(at, (c, fresh));
                        fresh
                    }
                },
            };
            if number == fresh {
                self.blocks.resize(self.blocks.len() + self.width, 0);
            }
            if let Some(block) = self.blocks.get_mut(usize::from(number) * self.width + row / 64) {
                *block |= 1 << (row % 64);
            }
        }
    }

    /// The rows where `c` stands.
    fn of(&self, c: u32) -> &[u64] {
        let number = match self.latin.get(c as usize) {
            Some(&number) => number,
            None => {
                let at = self.others.binary_search_by_key(&c, |&(c, _)| c).ok();
                at.and_then(|at| self.others.get(at)).map_or(0, |&(_, number)| number)
            }
        };
        let at = usize::from(number) * self.width;
        self.blocks.get(at..at + self.width).unwrap_or_default()
    }
}

/// Lays patterns on texts; keeps its tables from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Aligner {
    rows: Rows,
    /// All columns, one after the other; the first stands before the text.
    columns: Vec<Block>,
    /// The last cell of each column.
    costs: Vec<u32>,
}

/// Where a character of the pattern fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// On the same character of the text, at this place.
    Same(usize),
    /// On another character.
    Other(usize),
    /// On none, before this place.
    None(usize),
}

impl Step {
    /// Where in the text it begins.
    pub(crate) fn start(self) -> usize {
        match self {
            Self::Same(at) | Self::Other(at) | Self::None(at) => at,
        }
    }

    /// Where in the text it ends.
    pub(crate) fn end(self) -> usize {
        match self {
            Self::Same(at) | Self::Other(at) => at + 1,
            Self::None(at) => at,
        }
    }

    /// Whether it fell on the same character.
    pub(crate) fn is_same(self) -> bool {
        matches!(self, Self::Same(_))
    }
}

impl Aligner {
    /// Lays `pattern` on the part of `text` that it is most like, among equals on the one that ends nearest to `end`, and gives where
    /// each of its characters fell.
    pub(crate) fn lay(&mut self, pattern: &[u32], text: &[u32], end: usize) -> Vec<Step> {
        self.fill(pattern, text);
        let nearest = self.costs.iter().enumerate().min_by_key(|&(at, cost)| (cost, at.abs_diff(end)));
        let best = nearest.map_or(0, |(at, _)| at);
        self.way_back(pattern, text, best)
    }

    /// Fills the table of `pattern` against `text`, where it may begin anywhere at no cost.
    fn fill(&mut self, pattern: &[u32], text: &[u32]) {
        self.rows.set(pattern);
        let width = self.rows.width;
        self.columns.clear();
        self.columns.resize(width, Block::FIRST);
        self.columns.reserve(width * text.len());
        self.costs.clear();
        let mut cost = pattern.len() as u32;
        self.costs.push(cost);
        let bottom = 1 << (pattern.len().wrapping_sub(1) % 64);
        for &c in text {
            let equal = self.rows.of(c);
            let before = self.columns.len() - width;
            let mut change = 0;
            for (n, &equal) in equal.iter().enumerate() {
                let last = if n + 1 == width { bottom } else { 1 << 63 };
                let old = self.columns.get(before + n).copied().unwrap_or(Block::FIRST);
                let (block, below) = old.after(equal, change, last);
                self.columns.push(block);
                change = below;
            }
            cost = cost.wrapping_add_signed(change);
            self.costs.push(cost);
        }
    }

    /// The cell in row `row` of column `column`: its last cell, and up from there.
    fn cell(&self, row: usize, column: usize, pattern: usize) -> i64 {
        let width = self.rows.width;
        let mut cost = i64::from(self.costs.get(column).copied().unwrap_or_default());
        let below = row / 64;
        for n in below..width {
            let Some(block) = self.columns.get(column * width + n) else { continue };
            // rows `row..` of this block, as far as the pattern goes
            let from = if n == below { row % 64 } else { 0 };
            let rows = (pattern - n * 64).min(64);
            let mask = (u64::MAX << from) & (u64::MAX >> (64 - rows));
            cost -= i64::from((block.more & mask).count_ones()) - i64::from((block.less & mask).count_ones());
        }
        cost
    }

    /// What the cell in `row` is more than the one above it.
    fn rise(&self, row: usize, column: usize) -> i64 {
        let (block, bit) = ((row - 1) / 64, 1 << ((row - 1) % 64));
        let block = self.columns.get(column * self.rows.width + block).copied().unwrap_or(Block::FIRST);
        i64::from(block.more & bit != 0) - i64::from(block.less & bit != 0)
    }

    /// Where each character of the pattern fell when its last one fell before `end`.
    fn way_back(&self, pattern: &[u32], text: &[u32], end: usize) -> Vec<Step> {
        let length = pattern.len();
        let mut steps = vec![Step::None(0); length];
        let (mut row, mut column) = (length, end);
        let mut here = self.cell(row, column, length);
        let mut left = column.checked_sub(1).map_or(0, |c| self.cell(row, c, length));
        while row > 0 {
            let up = here - self.rise(row, column);
            if column == 0 {
                set(&mut steps, row - 1, Step::None(0));
                row -= 1;
                here = up;
                continue;
            }
            let diagonal = left - self.rise(row, column - 1);
            let same = pattern.get(row - 1) == text.get(column - 1);
            if (same && diagonal == here) || diagonal + 1 == here {
                let step = if same && diagonal == here { Step::Same(column - 1) } else { Step::Other(column - 1) };
                set(&mut steps, row - 1, step);
                row -= 1;
                column -= 1;
                here = diagonal;
                left = column.checked_sub(1).map_or(0, |c| self.cell(row, c, length));
            } else if up + 1 == here {
                set(&mut steps, row - 1, Step::None(column));
                row -= 1;
                here = up;
                left = diagonal;
            } else {
                column -= 1;
                here = left;
                left = column.checked_sub(1).map_or(0, |c| self.cell(row, c, length));
            }
        }
        steps
    }
}

fn set(steps: &mut [Step], row: usize, step: Step) {
    if let Some(slot) = steps.get_mut(row) {
        *slot = step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn numbers(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    /// The least cost by the textbook's table.
    fn by_the_book(pattern: &[u32], text: &[u32]) -> u32 {
        let mut column: Vec<u32> = (0..=pattern.len() as u32).collect();
        let mut best = pattern.len() as u32;
        for c in text {
            let mut diagonal = column[0];
            for row in 1..column.len() {
                let cost = (diagonal + u32::from(pattern[row - 1] != *c)).min(column[row] + 1).min(column[row - 1] + 1);
                diagonal = std::mem::replace(&mut column[row], cost);
            }
            best = best.min(column[pattern.len()]);
        }
        best
    }

    /// What the way costs: what fell on others or on none, and what of the text was passed over in between.
    fn cost(steps: &[Step]) -> usize {
        let changed = steps.iter().filter(|s| !s.is_same()).count();
        let passed: usize = steps.windows(2).map(|pair| pair[1].start() - pair[0].end()).sum();
        changed + passed
    }

    #[test]
    fn a_changed_word_keeps_the_others() {
        let (pattern, text) = (numbers("the harbour will close"), numbers("says the port will close soon"));
        let steps = Aligner::default().lay(&pattern, &text, 0);
        assert_eq!((steps[0].start(), steps[21].end()), (5, 24));
        assert!(steps[11..].iter().all(|s| s.is_same()));
    }

    proptest! {
        #[test]
        fn costs_are_the_textbooks(pattern in "[ab ]{1,150}", text in "[abc é]{0,200}") {
            let (pattern, text) = (numbers(&pattern), numbers(&text));
            let steps = Aligner::default().lay(&pattern, &text, 0);
            prop_assert_eq!(cost(&steps), by_the_book(&pattern, &text) as usize);
            for (step, c) in steps.iter().zip(&pattern) {
                if let Step::Same(at) = step {
                    prop_assert_eq!(text[*at], *c);
                }
            }
        }

        #[test]
        fn a_table_is_used_again(first in "[a-d]{1,150}", second in "[c-fé東]{1,90}", text in "[a-fé東]{0,99}") {
            let mut aligner = Aligner::default();
            aligner.lay(&numbers(&first), &numbers(&text), 0);
            let steps = aligner.lay(&numbers(&second), &numbers(&text), 0);
            prop_assert_eq!(steps, Aligner::default().lay(&numbers(&second), &numbers(&text), 0));
        }
    }
}
