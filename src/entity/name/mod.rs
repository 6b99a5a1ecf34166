//! What is in a name. In: a name as it stands in the text, and the text around it. Out: what makes two names the same, their parts, titles
//! and acronyms.

mod accent;
mod acronym;
mod alias;
mod definition;
mod index;
mod person;
mod title;

pub(crate) use accent::without_accents;
pub(crate) use acronym::{abbreviates, initials, is_acronym};
pub(crate) use alias::{is_company, name_key, without_possessive};
pub(crate) use definition::defines;
pub(crate) use index::NameIndex;
pub(crate) use person::PersonName;
pub(crate) use title::{gender_of_title, text_before, title_before};
