//! Other tabs of Postil: what one of them changed, the others read again.

use crate::error::PageError;
use crate::flow::unkept::News;
use crate::listener::Listener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// The line between this tab and the others.
pub(crate) struct OtherTabs {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl OtherTabs {
    /// Calls `changed` whenever another tab changed an article's passages in the same `store`.
    pub(crate) fn listen(store: &str, changed: impl Fn(News) + 'static) -> Result<Self, PageError> {
        let channel = BroadcastChannel::new(store)?;
        let listener = Listener::on(&channel, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            // what another version says, in words that this one does not know, is read from the store when the page is loaded again
            if let Some(news) = data.and_then(|data| serde_wasm_bindgen::from_value(data).ok()) {
                changed(news);
            }
        })?;
        Ok(Self { channel, _listener: listener })
    }

    /// Tells the other tabs what changed of an article's passages.
    pub(crate) fn tell(&self, news: &News) {
        // a tab that is closing hears nothing, and reads all when it opens again
        if let Ok(news) = serde_wasm_bindgen::to_value(news) {
            let _ = self.channel.post_message(&news);
        }
    }
}
