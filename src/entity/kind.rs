//! What a mention names.

use serde::{Deserialize, Serialize};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, agency, party, armed group, team.
    Organization,
    /// A country, city, region, river, building.
    Location,
    /// A nationality, religion or people (“Iraqi”, “Maronite”).
    Group,
    /// A named event.
    Event,
    /// A title of a book, film, law.
    Work,
    /// A name of none of these.
    Misc,
    /// A day, month, year or span of them.
    Date,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A measured amount.
    Quantity,
}

impl EntityKind {
    /// The code by which a model file knows the kind. A code never changes its meaning: the keys of the file's names are made with it.
    #[must_use]
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Person => 0,
            Self::Organization => 1,
            Self::Location => 2,
            Self::Group => 3,
            Self::Event => 4,
            Self::Work => 5,
            Self::Misc => 6,
            Self::Date => 7,
            Self::Time => 8,
            Self::Money => 9,
            Self::Percent => 10,
            Self::Quantity => 11,
        }
    }

    /// Whether it is a kind of names, no date or amount.
    pub(crate) const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Person | Self::Organization | Self::Location | Self::Group | Self::Event | Self::Work | Self::Misc
        )
    }
}

#[cfg(test)]
mod tests {
    use super::EntityKind;
    use crate::model::model;

    #[test]
    fn codes_are_those_of_the_model_file() {
        assert_eq!(
            [EntityKind::Person, EntityKind::Organization, EntityKind::Location].map(EntityKind::code),
            [0, 1, 2]
        );
        assert_eq!([EntityKind::Misc, EntityKind::Date, EntityKind::Quantity].map(EntityKind::code), [6, 7, 11]);
        let item = |name, kind: EntityKind| model().and_then(|m| m.wikidata.item(name, kind.code()));
        assert_eq!(item("France", EntityKind::Location), Some(142));
        assert_eq!(item("France", EntityKind::Organization), None);
    }
}
