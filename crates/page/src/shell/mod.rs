//! The page in its browser: events become actions, and effects are performed.
//!
//! In: what the browser tells. Out: what it is told to do. What an action means is decided in [`crate::flow`], not here.

mod app;
mod events;
mod handed_over;
mod open;
mod perform;
mod services;
mod start;
mod transfer;

pub(crate) use handed_over::open_handed_over;
pub(crate) use start::start;
