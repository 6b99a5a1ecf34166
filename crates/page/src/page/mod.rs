//! An article as it stands on the page: what is known of it, rendered, painted, measured.

pub(crate) mod reading;

#[cfg(any(target_arch = "wasm32", test))]
pub(crate) mod markdown;
#[cfg(any(target_arch = "wasm32", test))]
mod overlap;
#[cfg(target_arch = "wasm32")]
pub(crate) mod paint;
#[cfg(target_arch = "wasm32")]
pub(crate) mod render;
#[cfg(target_arch = "wasm32")]
pub(crate) mod shown;
pub(crate) mod thread;
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) mod unread;
