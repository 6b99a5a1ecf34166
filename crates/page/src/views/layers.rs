//! The layer buttons, with their counts.

use super::print::whether;
use crate::dom::{Templates, element, fill, slot, within};
use crate::error::PageError;
use crate::flow::layer::Layer;
use crate::flow::state::State;
use crate::words;
use web_sys::HtmlElement;

/// The buttons in the bar.
pub(crate) struct Layers {
    /// Of each layer the button, and where in it the count stands.
    buttons: Vec<(Layer, HtmlElement, HtmlElement)>,
}

impl Layers {
    /// Makes them.
    pub(crate) fn new(templates: &Templates) -> Result<Self, PageError> {
        let root: HtmlElement = element(".layers")?;
        let mut buttons = Vec::new();
        for layer in Layer::ALL {
            let button = templates.copy("layer")?;
            fill(&button, "name", words::layer(layer))?;
            within::<HtmlElement>(&button, ".dot")?.class_list().add_1(dot(layer))?;
            button.set_attribute("data-id", layer.id())?;
            root.append_child(&button)?;
            let count = slot(&button, "count")?;
            buttons.push((layer, button, count));
        }
        Ok(Self { buttons })
    }

    /// Draws what is on, and how much of each there is.
    pub(crate) fn draw(&self, state: &State) -> Result<(), PageError> {
        for (layer, button, count) in &self.buttons {
            let marks = match (layer, &state.reading) {
                (Layer::Notes, _) => state.passages().count(),
                (_, None) => 0,
                (Layer::Quotes, Some(reading)) => reading.quote_count(),
                (Layer::Names, Some(reading)) => reading.name_count(),
                (Layer::Comments, Some(reading)) => reading.analysis.comments.len(),
            };
            button.set_hidden(!state.offered.contains(layer));
            button.set_attribute("aria-pressed", whether(state.is_on(*layer)))?;
            count.set_text_content(Some(&marks.to_string()));
        }
        Ok(())
    }
}

/// The class of a layer's dot.
fn dot(layer: Layer) -> &'static str {
    match layer {
        Layer::Quotes => "v0",
        Layer::Names => "vr",
        Layer::Comments => "v3",
        Layer::Notes => "t0",
    }
}
