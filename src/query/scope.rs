//! Scopes: which events a question is about, and what counts.

use super::forum_trip::ForumTrips;
use super::words::{Channel, Stated, Voice};
use crate::date::Period;
use crate::id::Id;
use crate::model::Certainty;
use crate::record::{Kind, Level, Mode, Rank, Status, Word};
use serde::{Serialize, Serializer};

/// Somebody asked about: one name, which may stand for several facts (an outside id that several carry).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Who {
    /// The facts that the name stands for.
    pub ids: Vec<Id>,
}

impl From<Id> for Who {
    fn from(id: Id) -> Self {
        Self { ids: vec![id] }
    }
}

/// How an event has to lie to the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum When {
    /// Some of it lies in the period.
    #[default]
    During,
    /// Its first day lies in the period.
    Began,
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(match self {
            Self::During => "during",
            Self::Began => "began",
        })
    }
}

/// A kind of event, or one of its kinds or formats: `meeting/greeting`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KindFilter {
    /// The kind of record.
    pub kind: Kind,
    /// The kind within it, or the format.
    pub within: Option<String>,
}

impl Serialize for KindFilter {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.within {
            Some(within) => to.collect_str(&format_args!("{}/{within}", self.kind)),
            None => to.serialize_str(self.kind.name()),
        }
    }
}

/// How far an event must be known to have taken place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusWanted {
    /// It was held.
    #[default]
    Held,
    /// It was announced, postponed or cancelled, and nothing more.
    Only(Status),
    /// Any of these.
    Any,
}

impl Serialize for StatusWanted {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(match self {
            Self::Held => "held",
            Self::Only(status) => status.name(),
            Self::Any => "any",
        })
    }
}

/// What an event has to be about.
pub type About = Id;

/// Which events a question is about. The default is: all that were held, certain or disputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Scope {
    /// The days asked about.
    #[serde(skip)]
    pub period: Period,
    /// How events have to lie to them.
    pub when: When,
    /// The weakest degree that is shown.
    #[serde(serialize_with = "degree")]
    #[schemars(with = "Word<Certainty>")]
    pub at_least: Certainty,
    /// Only these kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindFilter>,
    /// Only these modes; those of the question where nothing is named.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "modes")]
    #[schemars(with = "Vec<Word<Mode>>")]
    pub modes: Vec<Mode>,
    /// How far known to have taken place.
    pub status: StatusWanted,
    /// Only events at this place, or in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Id>,
    /// Only events under this event or forum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<Id>,
    /// Only events about this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Only in this stated capacity.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Stated>,
    /// Only in an office of one of these ranks.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "levels")]
    #[schemars(with = "Vec<Word<Level>>")]
    pub levels: Vec<Level>,
    /// Of meetings and contacts, only those with somebody in an office of one of these ranks.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "levels")]
    #[schemars(with = "Vec<Word<Level>>")]
    pub with_levels: Vec<Level>,
    /// Only through one of these channels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Only visits of one of these ranks, and what was part of them.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "ranks")]
    #[schemars(with = "Vec<Word<Rank>>")]
    pub ranks: Vec<Rank>,
    /// Only as told by one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub said_by: Vec<Voice>,
    /// Whether a state stands for those that it succeeded as well.
    #[serde(skip_serializing_if = "is_not")]
    pub with_predecessors: bool,
    /// Whether events on trips to forums count.
    #[serde(skip_serializing_if = "is_included")]
    pub forum_trips: ForumTrips,
    /// Whether only disputed rows are shown.
    #[serde(skip_serializing_if = "is_not")]
    pub only_disputed: bool,
    /// Whether officials are only those who took part in a stated capacity.
    pub in_capacity: bool,
    /// Whether only principals count.
    pub principals: bool,
    /// Whether members of delegations count where by default principals do.
    pub delegations: bool,
    /// Whether meetings of more than two sides give pairs.
    pub multilateral: bool,
}

impl Default for Scope {
    fn default() -> Self {
        Self {
            period: Period::ALL,
            when: When::During,
            at_least: Certainty::Disputed,
            kinds: Vec::new(),
            modes: Vec::new(),
            status: StatusWanted::Held,
            at: None,
            under: None,
            about: None,
            capacity: None,
            levels: Vec::new(),
            with_levels: Vec::new(),
            channels: Vec::new(),
            ranks: Vec::new(),
            said_by: Vec::new(),
            with_predecessors: false,
            forum_trips: ForumTrips::Include,
            only_disputed: false,
            in_capacity: false,
            principals: false,
            delegations: false,
            multilateral: false,
        }
    }
}

impl Scope {
    /// All that were held in a period.
    pub fn during(period: Period) -> Self {
        Self { period, ..Self::default() }
    }

    /// Whether it matters in what capacity somebody took part.
    pub(super) fn asks_capacity(&self) -> bool {
        self.capacity.is_some() || !self.levels.is_empty() || !self.channels.is_empty()
    }

    /// Whether something is asked for that nobody has who is only named.
    pub(super) fn asks_of_those_named(&self) -> bool {
        self.asks_capacity() || !self.modes.is_empty()
    }

    /// Whether something is asked for that only events have.
    pub(super) fn asks_of_events(&self) -> bool {
        let about = self.at.is_some() || self.under.is_some() || self.about.is_some() || !self.modes.is_empty();
        let about = about || self.forum_trips != ForumTrips::Include;
        about || self.asks_capacity() || !self.ranks.is_empty() || !self.said_by.is_empty()
    }
}

// serde hands the field over by reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn degree<S: Serializer>(degree: &Certainty, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(degree.name())
}

fn levels<S: Serializer>(levels: &[Level], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(levels.iter().map(|level| level.name()))
}

fn ranks<S: Serializer>(ranks: &[Rank], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(ranks.iter().map(|rank| rank.name()))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_not(asked: &bool) -> bool {
    !asked
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_included(trips: &ForumTrips) -> bool {
    *trips == ForumTrips::Include
}

fn modes<S: Serializer>(modes: &[Mode], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(modes.iter().map(|mode| mode.name()))
}
