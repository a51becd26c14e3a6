//! Records about other records: denials, retractions, identities, rulings, counts and remarks.

use super::citation::Locus;
use super::scalar::{Loose, Many, refusal, through_map};
use super::written::record;
use crate::date::{Day, PointDate};
use crate::id::Id;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess};

record! {
    /// A proposal that carries a name.
    Initiative named {
        must {}
        may {
            /// What kind of proposal, in words.
            kind: Option<String>,
            /// Who proposed it.
            proposed_by: Option<Many<Id>>,
            /// The day from which it stands.
            from: Option<PointDate>,
        }
    }
}

record! {
    /// A subject that events and statements are about.
    Topic named {
        must {}
        may {}
    }
}

record! {
    /// A source says that something was not so.
    Denial plain {
        must {
            /// The fact that is denied.
            of: Id,
        }
        may {
            /// The participant concerned.
            who: Option<Id>,
            /// The aspect that is denied; the occurrence if none is named.
            aspect: Option<String>,
        }
    }
}

record! {
    /// A source took an account back.
    Retraction plain {
        must {
            /// The fact concerned.
            of: Id,
            /// The accounts that are withdrawn.
            withdraws: Many<Locus>,
        }
        may {}
    }
}

record! {
    /// Unites two ids of one kind.
    SameAs plain {
        must {
            /// One id.
            a: Id,
            /// The other id.
            b: Id,
        }
        may {}
    }
}

record! {
    /// Forbids to unite two ids.
    Different plain {
        must {
            /// One id.
            a: Id,
            /// The other id.
            b: Id,
        }
        may {}
    }
}

record! {
    /// The keeper's judgement on a dispute; never a source.
    Ruling plain {
        must {
            /// The fact in dispute.
            of: Id,
            /// The aspect in dispute.
            aspect: String,
            /// The accounts that the keeper follows.
            prefers: Many<Locus>,
            /// Why.
            why: String,
        }
        may {
            /// The participant concerned.
            who: Option<Id>,
            /// The accounts that the keeper does not follow.
            over: Many<Locus>,
            /// Who judged.
            by: Option<String>,
            /// On what day.
            on: Option<Day>,
        }
    }
}

record! {
    /// A count that a source claims.
    Tally plain {
        must {
            /// What is counted.
            of: TallyOf,
            /// The number that the source gives.
            number: u64,
        }
        may {
            /// What the number counts, in words.
            what: Option<String>,
            /// The day for which it stands.
            on: Option<PointDate>,
            /// The rule by which the source counts, in words.
            rule: Option<String>,
        }
    }
}

/// What a [`Tally`] counts: an event, or a selection of events.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum TallyOf {
    /// One event.
    Event(Id),
    /// A selection.
    Selection(Box<TallySelection>),
}

/// A selection of events that a source counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TallySelection {
    /// Whose events.
    pub who: Many<Id>,
    /// With whom.
    pub with: Many<Id>,
    /// Visits by whom.
    pub by: Many<Id>,
    /// Visits to where.
    pub to: Many<Id>,
    /// Which kinds of records.
    pub kinds: Vec<super::Kind>,
    /// From when.
    pub from: Option<PointDate>,
    /// Until when.
    pub until: Option<PointDate>,
}

impl Loose for TallyOf {
    const EXPECTED: &'static str = "the id of an event, or a selection `(who: …, with: …)`";

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map(Self::Event).map_err(|error| refusal(&error))
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        through_map(map).map(|selection| Self::Selection(Box::new(selection)))
    }
}

impl<'de> Deserialize<'de> for TallyOf {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        super::scalar::One::deserialize(from).map(|super::scalar::One(value)| value)
    }
}

record! {
    /// An assertion about facts, shown and never computed with.
    Remark plain {
        must {
            /// What it is about.
            about: Many<Id>,
            /// The assertion, in the keeper's own words.
            text: String,
        }
        may {}
    }
}

record! {
    /// Accepts one finding of a check.
    Expect plain {
        must {
            /// The check.
            check: String,
            /// The fact concerned.
            of: Id,
            /// Why the finding is accepted.
            why: String,
        }
        may {}
    }
}
