//! Everything that knows a browser.
