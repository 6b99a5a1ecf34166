//! Everything that knows a browser: the page, its worker, and what other scripts may call.

mod analyst;
mod dom;
mod error;
mod exports;
mod fetch;
mod flat;
mod listener;
mod model;
mod page;
mod row;
mod shallow;
mod storage;
mod tabs;
mod text_map;
