//! A comment's date as ISO 8601, where what is printed says it.

use super::post::Comment;
use crate::date::{When, date_in};
use crate::language::{DayOrder, day_order};

/// Gives each comment that has none its date. An age (“7 months”) has none: nobody knows when the page was read.
///
/// In `03/05/2021` the day is found by the thread's other dates (`25/05/2021`), else by the page's `language`, else not at all.
pub(super) fn resolve(comments: &mut [Comment], language: Option<&str>) {
    let printed: Vec<Option<When>> = comments.iter().map(|c| date_in(c.posted.as_deref()?).map(|p| p.when)).collect();
    let order = order(comments, &printed).or_else(|| language.and_then(day_order));
    for (comment, when) in comments.iter_mut().zip(printed) {
        if comment.posted_iso.is_none() {
            comment.posted_iso = when.and_then(|w| w.iso(order));
        }
    }
}

/// The order that the thread's unmistakable dates with slashes have, if they agree.
fn order(comments: &[Comment], printed: &[Option<When>]) -> Option<DayOrder> {
    let mut found = None;
    for (comment, when) in comments.iter().zip(printed) {
        let (Some(posted), Some(When::Day { date, .. })) = (&comment.posted, when) else { continue };
        let day = date.day();
        if day <= 12 || !posted.contains(['/', '-']) {
            continue;
        }
        let day = day.to_string();
        let mut numbers = posted.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
        let order = match (numbers.next(), numbers.next()) {
            (Some(first), _) if first == day => DayOrder::DayFirst,
            (Some(_), Some(second)) if second == day => DayOrder::MonthFirst,
            _ => continue,
        };
        if found.is_some_and(|f| f != order) {
            return None;
        }
        found = Some(order);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn dates(posted: &[&str], language: Option<&str>) -> Vec<String> {
        let mut comments: Vec<Comment> = posted
            .iter()
            .map(|p| Comment {
                author: None,
                posted: Some((*p).to_owned()),
                posted_iso: None,
                depth: 0,
                span: Span::default(),
            })
            .collect();
        resolve(&mut comments, language);
        comments.into_iter().map(|c| c.posted_iso.unwrap_or_default()).collect()
    }

    #[test]
    fn an_age_is_no_day() {
        assert_eq!(dates(&["7 months", "3 hours ago", "vor 2 Tagen", "yesterday"], Some("en")), ["", "", "", ""]);
    }

    #[test]
    fn reads_days_and_times() {
        assert_eq!(
            dates(&["12. Sept. 2025 um 10.30 Uhr", "2025-09-12T10:30:00+02:00", "le 7 mai 2020 - 12:38"], None),
            ["2025-09-12T10:30:00", "2025-09-12T10:30:00+02:00", "2020-05-07T12:38:00"]
        );
    }

    #[test]
    fn slashes_need_a_neighbour_or_a_language() {
        assert_eq!(dates(&["12/09/2025"], None), [""]);
        assert_eq!(dates(&["12/09/2025"], Some("en")), [""]);
        assert_eq!(dates(&["12/09/2025"], Some("en-US")), ["2025-12-09"]);
        assert_eq!(dates(&["12/09/2025"], Some("fr")), ["2025-09-12"]);
        assert_eq!(dates(&["12/09/2025", "25/09/2025"], None), ["2025-09-12", "2025-09-25"]);
        assert_eq!(dates(&["09/09/2025"], None), ["2025-09-09"]);
    }
}
