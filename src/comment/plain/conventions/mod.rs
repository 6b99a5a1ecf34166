//! The conventions that are known. In: a region of a text. Out: the headers that each sees there.

mod date_name;
mod inline;
mod line;
mod marked;
mod name;
mod name_date;

use super::convention::Convention;

/// All of them; of two that explain a thread as well, the later counts.
pub(super) static CONVENTIONS: [&Convention; 6] =
    [&name::NAME, &inline::INLINE, &marked::MARKED, &line::LINE, &name_date::NAME_DATE, &date_name::DATE_NAME];
