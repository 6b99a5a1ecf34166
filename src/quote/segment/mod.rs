//! Quotation marks and what stands between them.
//! In: the text and its paragraphs. Out: quoted spans, ordered by start, and those of the headline that the body has too.

pub(crate) mod headline;
pub(crate) mod layout;
pub(crate) mod marks;
pub(crate) mod pairing;
