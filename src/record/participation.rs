//! Participations: an actor's part in an event.

use super::scalar::{Loose, Many, refusal, through_map};
use super::silence::Silence;
use super::vocabulary::{Part, Presence, Role};
use crate::date::EventDate;
use crate::id::{Id, IdError};
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;
use serde::de::MapAccess;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// In what post an account says that a person took part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum Capacity {
    /// As holder of an office.
    Office(Id),
    /// As a former holder of an office.
    Former(Id),
    /// As one chosen for an office but not yet in it.
    Elect(Id),
    /// As an envoy of an actor.
    EnvoyOf(Id),
    /// For oneself.
    Private,
}

impl Capacity {
    /// The office or actor that the capacity names.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Office(id) | Self::Former(id) | Self::Elect(id) | Self::EnvoyOf(id) => Some(id),
            Self::Private => None,
        }
    }

    /// The capacity as a title, with the name of the office or actor: `former President of State A`.
    pub fn in_words(&self, name: impl Fn(&Id) -> String) -> String {
        match self {
            Self::Office(id) => name(id),
            Self::Former(id) => format!("former {}", name(id)),
            Self::Elect(id) => format!("{} (elect)", name(id)),
            Self::EnvoyOf(id) => format!("envoy of {}", name(id)),
            Self::Private => "private person".to_owned(),
        }
    }
}

impl FromStr for Capacity {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Ok(match text.split_once(':') {
            Some(("former", id)) => Self::Former(id.parse()?),
            Some(("elect", id)) => Self::Elect(id.parse()?),
            Some(("envoy-of", id)) => Self::EnvoyOf(id.parse()?),
            _ if text == "private" => Self::Private,
            _ => Self::Office(text.parse()?),
        })
    }
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Office(id) => write!(f, "{id}"),
            Self::Former(id) => write!(f, "former:{id}"),
            Self::Elect(id) => write!(f, "elect:{id}"),
            Self::EnvoyOf(id) => write!(f, "envoy-of:{id}"),
            Self::Private => f.write_str("private"),
        }
    }
}

/// An actor's part in an event, as one account gives it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = super::schema::or_text)]
pub struct Participation {
    /// Who took part.
    pub who: Id,
    /// The capacities that the account states.
    #[serde(default, rename = "as")]
    pub capacities: Many<Capacity>,
    /// What the participant did in the event.
    #[serde(default)]
    pub role: Option<Role>,
    /// Whom the participant stood for: an actor, or an absent person.
    #[serde(default, rename = "for")]
    pub stands_for: Option<Id>,
    /// What kind of participant.
    #[serde(default)]
    pub part: Option<Part>,
    /// Whether the participant was there.
    #[serde(default)]
    pub presence: Option<Presence>,
    /// Why the participant was absent, or took part in this way.
    #[serde(default)]
    pub reason: Option<Arc<str>>,
    /// Whether the participant led the delegation.
    #[serde(default)]
    pub lead: Option<bool>,
    /// The participant's own days in a longer event.
    #[serde(default)]
    pub when: Option<Box<EventDate>>,
    /// The title as the source prints it.
    #[serde(default)]
    pub printed: Option<Arc<str>>,
}

impl Participation {
    /// A participation of which nothing but the actor is stated.
    pub fn of(who: Id) -> Self {
        Self {
            who,
            capacities: Many::default(),
            role: None,
            stands_for: None,
            part: None,
            presence: None,
            reason: None,
            lead: None,
            when: None,
            printed: None,
        }
    }
}

impl Silence for Participation {
    fn silence(&mut self, aspect: &str) {
        match aspect {
            "capacity" => self.capacities = Many::default(),
            "role" => self.role = None,
            "for" => self.stands_for = None,
            "part" => self.part = None,
            "reason" => self.reason = None,
            "lead" => self.lead = None,
            "when" => self.when = None,
            "printed" => self.printed = None,
            _ => {}
        }
    }
}

impl Loose for Participation {
    const EXPECTED: &'static str = "an id in quotes, a participation `(who: …)`, or a list of them";

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map(Self::of).map_err(|error| refusal(&error))
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        through_map(map)
    }
}

/// The field of an event in which a participation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum Slot {
    /// `participants`
    Participants,
    /// `visitors` of a visit
    Visitors,
    /// `signatories` of a document
    Signatories,
    /// `speaker` of a statement
    Speaker,
    /// `from` of a message
    From,
    /// `to` of a message
    To,
    /// `conveyed_by` of a message
    ConveyedBy,
}

impl Slot {
    /// The field's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Participants => "participants",
            Self::Visitors => "visitors",
            Self::Signatories => "signatories",
            Self::Speaker => "speaker",
            Self::From => "from",
            Self::To => "to",
            Self::ConveyedBy => "conveyed_by",
        }
    }
}
