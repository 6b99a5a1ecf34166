//! Quotes with their kinds and speakers, and whom the speakers' words mean.
//! In: attributions, segments and clusters. Out: quotes, ordered by start.

mod attributed;
mod kind;
mod people;

pub(super) use self::attributed::attributed_quotes;
pub(super) use self::people::People;
