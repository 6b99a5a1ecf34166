//! Other tabs of Postil: what one of them changed, the others read again.

use crate::error::PageError;
use crate::listener::Listener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// The line between this tab and the others.
pub(crate) struct OtherTabs {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl OtherTabs {
    /// Calls `changed` with an article's source key whenever another tab changed its passages.
    pub(crate) fn listen(changed: impl Fn(String) + 'static) -> Result<Self, PageError> {
        let channel = BroadcastChannel::new("postil")?;
        let listener = Listener::on(&channel, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().and_then(|m| m.data().as_string());
            if let Some(source) = data {
                changed(source);
            }
        })?;
        Ok(Self { channel, _listener: listener })
    }

    /// Tells the other tabs that passages of `source` changed.
    pub(crate) fn tell(&self, source: &str) {
        // a tab that is closing hears nothing, and reads all when it opens again
        let _ = self.channel.post_message(&source.into());
    }
}
