//! Distinguishes tables of data from tables that only lay out a page.

use crate::order::sort_by;
use crate::snapshot::{NodeKind, Snapshot};
use std::ops::Range;

/// Longest text of a cell of a data table, in bytes: a cell with more holds paragraphs. (Readability calls a table of
/// more than ten cells data, whatever is in them; old pages lay out whole articles that way.)
const LONGEST_CELL: usize = 400;

/// What is in one table, tables inside it not counted.
#[derive(Default)]
struct Census {
    node: usize,
    end: usize,
    rows: usize,
    cells: usize,
    widest: usize,
    in_row: usize,
    longest: usize,
    in_cell: usize,
    headers: bool,
    layout: bool,
}

impl Census {
    fn is_data(&self) -> bool {
        !self.layout && self.rows >= 2 && self.widest >= 2 && (self.longest <= LONGEST_CELL || self.headers)
    }
}

/// The data tables of a node range, in document order.
pub(crate) fn data_tables(snapshot: &Snapshot, range: &Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open: Vec<Census> = Vec::new();
    for at in range.clone() {
        while let Some(census) = open.pop_if(|c| c.end <= at) {
            found.extend(census.is_data().then_some(census.node));
        }
        if snapshot.tag(at) == "table" {
            if let Some(outer) = open.last_mut() {
                outer.layout = true;
            }
            let layout = snapshot.attribute(at, "role").is_some_and(|r| matches!(r.trim(), "presentation" | "none"));
            open.push(Census { node: at, end: snapshot.end(at), layout, ..Census::default() });
            continue;
        }
        let Some(census) = open.last_mut() else { continue };
        match snapshot.tag(at) {
            "tr" => {
                census.rows += 1;
                census.in_row = 0;
            }
            tag @ ("td" | "th") => {
                census.cells += 1;
                census.in_row += 1;
                census.widest = census.widest.max(census.in_row);
                census.in_cell = 0;
                census.headers |= tag == "th";
            }
            "h1" | "h2" | "blockquote" | "article" | "section" | "form" => census.layout = true,
            "" => {
                if let Some(NodeKind::Text(span)) = snapshot.nodes.get(at).map(|n| n.kind) {
                    census.in_cell += span.len();
                    census.longest = census.longest.max(census.in_cell);
                }
            }
            _ => {}
        }
    }
    found.extend(open.iter().filter(|c| c.is_data()).map(|c| c.node));
    sort_by(&mut found, Ord::cmp);
    found
}
