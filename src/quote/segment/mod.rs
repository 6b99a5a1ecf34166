//! Quotation marks and what stands between them.
//! In: an article and its comments. Out: paragraphs with their quoted spans, and kinds by shape where no language is known.

mod apostrophe;
mod by_marks;
mod headline;
mod layout;
mod marks;
mod pairing;
mod quoted_span;
mod segments;
mod set_apart;
mod shape;
mod side;

pub(super) use self::by_marks::quotes_by_marks;
pub(super) use self::headline::headline_sources;
pub(super) use self::layout::Zone;
pub(super) use self::quoted_span::QuotedSpan;
pub(super) use self::segments::Segments;
pub(super) use self::set_apart::source_line;
pub(super) use self::shape::{LONG, capped_word_count, is_clause, is_nickname, is_title};
