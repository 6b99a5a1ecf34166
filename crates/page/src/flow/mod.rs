//! The page's flow: an action goes in, the state changes, the effects that make it so on the page come out.
//!
//! It knows no browser: time and new ids come from a [`state::World`], and its tests run natively. An action that changes nothing has no effect.

pub(crate) mod action;
pub(crate) mod apply;
mod attaching;
mod awaited;
mod backing_up;
mod card;
pub(crate) mod caret;
mod corrections;
pub(crate) mod draft;
pub(crate) mod drafting;
pub(crate) mod effect;
pub(crate) mod incoming;
mod installing;
mod keeping;
mod keyboard_selection;
pub(crate) mod keys;
pub(crate) mod layer;
mod leaving;
mod library;
pub(crate) mod lists;
pub(crate) mod marking;
mod messages;
pub(crate) mod notes;
mod opening;
mod places;
pub(crate) mod placing;
mod pointing;
pub(crate) mod purpose;
mod redrawing;
mod said;
mod selecting;
pub(crate) mod shelved;
pub(crate) mod state;
mod steps;
pub(crate) mod subject;
mod tagging;
pub(crate) mod target;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
pub(crate) mod thread_order;
mod transfer;
pub(crate) mod unkept;
