//! What single words and phrases are known as.

/// A set of things that a word or phrase is known as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LexicalClass(u32);

impl LexicalClass {
    /// A woman's given name.
    pub(crate) const WOMAN_NAME: Self = Self(1);
    /// A man's given name.
    pub(crate) const MAN_NAME: Self = Self(1 << 1);
    /// A frequent family name.
    pub(crate) const SURNAME: Self = Self(1 << 2);
    /// A large or well-known city.
    pub(crate) const CITY: Self = Self(1 << 3);
    /// A country or state.
    pub(crate) const COUNTRY: Self = Self(1 << 4);
    /// A continent, sea, landscape, or an abbreviated state.
    pub(crate) const REGION: Self = Self(1 << 5);
    /// A nationality, religion or people, noun or adjective.
    pub(crate) const PEOPLE: Self = Self(1 << 6);
    /// A well-known organisation.
    pub(crate) const ORGANIZATION: Self = Self(1 << 7);
    /// Ends the names of organisations (“Union”, “Inc”, “Rovers”).
    pub(crate) const ORG_HEAD: Self = Self(1 << 8);
    /// Opens the names of organisations before “of” and “for” (“University”, “Ministry”).
    pub(crate) const ORG_OPENER: Self = Self(1 << 9);
    /// Ends the names of places (“River”).
    pub(crate) const PLACE_HEAD: Self = Self(1 << 10);
    /// Opens the names of places (“Lake”, “Gulf”).
    pub(crate) const PLACE_OPENER: Self = Self(1 << 11);
    /// Ends the names of events (“Cup”, “War”).
    pub(crate) const EVENT_HEAD: Self = Self(1 << 12);
    /// Ends the names of laws and works (“Act”, “Treaty”).
    pub(crate) const WORK_HEAD: Self = Self(1 << 13);
    /// Stands before a person's name (“President”).
    pub(crate) const TITLE: Self = Self(1 << 14);
    /// Stands before a title and belongs to it (“Defense” Minister).
    pub(crate) const TITLE_PART: Self = Self(1 << 15);
    /// A common noun for a person by what they do or are to others (“actor”, “widow”).
    pub(crate) const ROLE: Self = Self(1 << 16);
    /// A common noun for an organisation (“company”).
    pub(crate) const GROUP_NOUN: Self = Self(1 << 17);
    /// A common noun for a place (“village”).
    pub(crate) const PLACE_NOUN: Self = Self(1 << 18);
    /// A function word.
    pub(crate) const FUNCTION: Self = Self(1 << 19);
    /// A day of the week.
    pub(crate) const WEEKDAY: Self = Self(1 << 20);
    /// A month, also abbreviated.
    pub(crate) const MONTH: Self = Self(1 << 21);
    /// Joins the parts of a personal name (“van”, “bin”).
    pub(crate) const PARTICLE: Self = Self(1 << 22);
    /// A verb of saying or thinking, as it stands after its subject.
    pub(crate) const SPEECH: Self = Self(1 << 23);
    /// A verb of which mostly persons are the subject.
    pub(crate) const LIFE: Self = Self(1 << 24);
    /// Says that a person is a woman (“she”, “Mrs”, “actress”).
    pub(crate) const WOMAN: Self = Self(1 << 25);
    /// Says that a person is a man.
    pub(crate) const MAN: Self = Self(1 << 26);
    /// A common English word.
    pub(crate) const WORD: Self = Self(1 << 27);
    /// A common noun for a work (“album”).
    pub(crate) const WORK_NOUN: Self = Self(1 << 28);
    /// Written with capitals though no name (“GDP”).
    pub(crate) const NO_NAME: Self = Self(1 << 29);
    /// First word of a phrase of the lexicon.
    pub(crate) const OPENS_PHRASE: Self = Self(1 << 30);

    /// A given name of either sex.
    pub(crate) const GIVEN: Self = Self(Self::WOMAN_NAME.0 | Self::MAN_NAME.0);
    /// A place by name.
    pub(crate) const PLACE: Self = Self(Self::CITY.0 | Self::COUNTRY.0 | Self::REGION.0);
    /// A day or month.
    pub(crate) const CALENDAR: Self = Self(Self::WEEKDAY.0 | Self::MONTH.0);
    /// Something by name.
    pub(crate) const NAMED: Self =
        Self(Self::GIVEN.0 | Self::SURNAME.0 | Self::PLACE.0 | Self::PEOPLE.0 | Self::ORGANIZATION.0);

    /// Whether it shares one with `other`.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as bits. A bit never changes its meaning: trained weights are found by it.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    /// Both sets together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
