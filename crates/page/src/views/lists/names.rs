//! The list of names, by kind, those named most often first.

use super::drawing::{Drawing, Rows, fill_text};
use super::panel::Panel;
use crate::dom::fill;
use crate::error::PageError;
use crate::flow::layer::Tab;
use crate::words;
use postil::format::KINDS;
use postil::order::sort_by_key;

pub(super) static NAMES: Panel = Panel { tab: Tab::NAMES, name: words::NAMES, draw, empty: |_| words::NO_NAMES };

/// Draws it.
fn draw(list: &Drawing) -> Result<Rows, PageError> {
    let clusters = list.reading.analysis.clusters.iter().enumerate();
    let wanted: Vec<_> = clusters.filter(|(_, c)| !c.mentions.is_empty() && list.matches(&c.name)).collect();
    let mut rows = Rows::default();
    for kind in KINDS.into_iter().filter(|&kind| list.state.facets.kind.is_none_or(|wanted| wanted == kind)) {
        let mut names: Vec<_> = wanted.iter().copied().filter(|(_, cluster)| cluster.kind == kind).collect();
        sort_by_key(&mut names, |(_, cluster)| (usize::MAX - cluster.mentions.len(), 0)); // equals stay in reading order
        rows.all += names.len();
        let room = list.room(rows.shown);
        if names.is_empty() || room == 0 {
            continue;
        }
        let into = list.group(words::kinds(kind), names.len())?;
        for (index, cluster) in names.into_iter().take(room) {
            let row = list.row("name-row", &index.to_string())?;
            fill_text(&row, "name", &cluster.name)?;
            let count = cluster.mentions.len();
            fill(&row, "count", &if count > 1 { words::times(count) } else { String::new() })?;
            fill(&row, "how", cluster.description.as_deref().unwrap_or_default())?;
            into.append_child(&row)?;
            rows.shown += 1;
        }
    }
    Ok(rows)
}
