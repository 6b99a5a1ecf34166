//! What layers, lists, names and quotes are called, in English.

use crate::flow::layer::Layer;
use crate::flow::thread_order::ThreadOrder;
use postil::{Correction, EntityKind, QuoteKind};

/// The button of a layer.
pub(crate) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Quotes => "Quotes",
        Layer::Names => "Names",
        Layer::Comments => "Comments",
        Layer::Notes => "Mine",
    }
}

/// One name's kind.
pub(crate) fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organisation",
        EntityKind::Location => "place",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
        EntityKind::Work => "work",
        EntityKind::Misc => "other name",
        EntityKind::Date => "date",
        EntityKind::Time => "time",
        EntityKind::Money => "money",
        EntityKind::Percent => "percentage",
        EntityKind::Quantity => "amount",
    }
}

/// All names of a kind: the same heading as in an export.
pub(crate) fn kinds(kind: EntityKind) -> &'static str {
    postil::format::heading(kind)
}

/// How a passage is quoted.
pub(crate) fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "in part",
        QuoteKind::Indirect => "paraphrased",
        QuoteKind::Marked => "marked",
    }
}

/// An order of the comments.
pub(crate) fn thread_order(order: ThreadOrder) -> &'static str {
    match order {
        ThreadOrder::Thread => "Thread",
        ThreadOrder::Time => "Time",
        ThreadOrder::Place => "Place in the article",
    }
}

/// What a correction says.
pub(crate) fn correction(correction: &Correction) -> String {
    match correction {
        Correction::Kind(None) => "not a name".to_owned(),
        Correction::Kind(Some(name)) => kind(*name).to_owned(),
        Correction::Speaker(None) => "said by nobody named".to_owned(),
        Correction::Speaker(Some(name)) => format!("said by {name}"),
    }
}
