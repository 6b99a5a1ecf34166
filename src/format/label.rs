//! What kinds of names and quotes are called in files and before readers.

use crate::entity::EntityKind;
use crate::quote::QuoteKind;

/// The name of a type in JSON Lines and CSV.
#[must_use]
pub fn type_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Location => "location",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
        EntityKind::Work => "work",
        EntityKind::Misc => "misc",
        EntityKind::Date => "date",
        EntityKind::Time => "time",
        EntityKind::Money => "money",
        EntityKind::Percent => "percent",
        EntityKind::Quantity => "quantity",
    }
}

/// The type with this name.
#[must_use]
pub fn type_of(name: &str) -> Option<EntityKind> {
    KINDS.into_iter().find(|&kind| type_name(kind) == name)
}

/// All types, in the order in which lists show them.
pub const KINDS: [EntityKind; 12] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Location,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Misc,
    EntityKind::Date,
    EntityKind::Time,
    EntityKind::Money,
    EntityKind::Percent,
    EntityKind::Quantity,
];

/// The heading over all names of a type.
#[must_use]
pub fn heading(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organization => "Organisations",
        EntityKind::Location => "Places",
        EntityKind::Group => "Groups",
        EntityKind::Event => "Events",
        EntityKind::Work => "Works",
        EntityKind::Misc => "Other names",
        EntityKind::Date => "Dates",
        EntityKind::Time => "Times",
        EntityKind::Money => "Money",
        EntityKind::Percent => "Percentages",
        EntityKind::Quantity => "Quantities",
    }
}

/// The name of a kind of quote in JSON Lines and CSV.
#[must_use]
pub fn quote_name(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Marked => "marked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_types_own_json() {
        for kind in KINDS {
            assert_eq!(serde_json::to_value(kind).unwrap(), type_name(kind));
            assert_eq!(type_of(type_name(kind)), Some(kind));
        }
        for kind in [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect, QuoteKind::Marked] {
            assert_eq!(serde_json::to_value(kind).unwrap(), quote_name(kind));
        }
    }
}
