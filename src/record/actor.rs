//! Actors, offices and places: who and what takes part in events.

use super::measure::{Latitude, Longitude};
use super::scalar::{Loose, Many, refusal, through_map};
use super::table::Table;
use super::vocabulary::{ForumKind, HowEnded, Level, MembershipKind, OrganizationKind, StateKind};
use super::written::record;
use crate::date::PointDate;
use crate::id::Id;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;
use serde::de::MapAccess;

record! {
    /// A human being.
    Person named {
        must {}
        may {
            /// The family name alone, as people search for it.
            family: Option<String>,
            /// The day of birth.
            born: Option<PointDate>,
            /// The day of death.
            died: Option<PointDate>,
        }
    }
}

record! {
    /// A state, a dependent territory or a state of the past.
    State named {
        must {}
        may {
            /// What kind of state.
            kind: Option<StateKind>,
            /// The first day of its existence.
            from: Option<PointDate>,
            /// The last day of its existence.
            until: Option<PointDate>,
            /// The states that it succeeds.
            succeeds: Many<Id>,
        }
    }
}

record! {
    /// A political party.
    Party named {
        must {}
        may {
            /// The state or organization that it belongs to.
            of: Option<Id>,
            /// The states that it ruled, and when.
            ruling: Vec<Ruled>,
        }
    }
}

/// A time during which a party ruled a state.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Hash, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruled {
    /// The state.
    pub of: Id,
    /// The first day.
    #[serde(default)]
    pub from: Option<PointDate>,
    /// The last day; without it the party rules on until a record ends it.
    #[serde(default)]
    pub until: Option<PointDate>,
}

record! {
    /// An organization: intergovernmental, a ministry, a parliament, a company.
    Organization named {
        must {}
        may {
            /// What kind of organization.
            kind: Option<OrganizationKind>,
            /// The actor that it belongs to.
            of: Option<Id>,
            /// The day of its founding.
            founded: Option<PointDate>,
        }
    }
}

record! {
    /// A grouping, mechanism, dialogue, conference or fair.
    Forum named {
        must {}
        may {
            /// What kind of forum.
            kind: Option<ForumKind>,
            /// The actor that it belongs to.
            of: Option<Id>,
            /// The day of its founding.
            founded: Option<PointDate>,
        }
    }
}

record! {
    /// A post.
    Office plain {
        must {
            /// What the post is called, in full.
            title: String,
            /// The actor that the post belongs to.
            of: Id,
        }
        may {
            /// Titles in other languages, by language.
            names: Table<Vec<String>>,
            /// Where an ambassador or envoy is sent.
            to: Many<Id>,
            /// Its ranks.
            level: Vec<Level>,
            /// How many can hold it at one time.
            seats: Option<u32>,
        }
    }
}

record! {
    /// One person's holding of an office.
    Tenure plain {
        must {
            /// The holder.
            person: Id,
            /// The office.
            office: Id,
        }
        may {
            /// The first day.
            from: Option<PointDate>,
            /// The last day.
            until: Option<PointDate>,
            /// Days on which the holding is attested.
            held_on: Many<PointDate>,
            /// Whether the holder only acted in the office.
            acting: Option<bool>,
            /// The day of appointment.
            appointed: Option<PointDate>,
            /// The day on which an ambassador presented credentials.
            credentials: Option<PointDate>,
            /// How it ended.
            how_ended: Option<HowEnded>,
        }
    }
}

record! {
    /// A state in an organization or grouping, a person in a party.
    Membership plain {
        must {
            /// The member.
            who: Id,
            /// The organization, forum or party.
            of: Id,
        }
        may {
            /// In what way.
            kind: Option<MembershipKind>,
            /// The first day.
            from: Option<PointDate>,
            /// The last day; without it the membership goes on until a record ends it.
            until: Option<PointDate>,
        }
    }
}

record! {
    /// A place: a building, town, region or water.
    Place named {
        must {}
        may {
            /// What kind of place, in words.
            kind: Option<String>,
            /// The places and states around it, and when.
            within: Many<Within>,
            /// Latitude in degrees north.
            lat: Option<Latitude>,
            /// Longitude in degrees east.
            lon: Option<Longitude>,
        }
    }
}

/// A time during which a place lay in another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Hash, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = super::schema::or_text)]
pub struct Within {
    /// The place or state around it.
    pub place: Id,
    /// The first day.
    #[serde(default)]
    pub from: Option<PointDate>,
    /// The last day.
    #[serde(default)]
    pub until: Option<PointDate>,
}

impl Loose for Within {
    const EXPECTED: &'static str = "the id of a place, or a list of `(place: …, from: …, until: …)`";

    fn from_text(text: &str) -> Result<Self, String> {
        let place = text.parse().map_err(|error| refusal(&error))?;
        Ok(Self { place, from: None, until: None })
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        through_map(map)
    }
}
