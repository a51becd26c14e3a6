//! Participations as they stand after loading: what all accounts of an event say of one actor.

use crate::date::EventDate;
use crate::id::Id;
use crate::record::{Capacity, Part as Kind, Presence, Role, Slot};
use borsh::{BorshDeserialize, BorshSerialize};
use smallvec::SmallVec;
use std::sync::Arc;
use thin_vec::ThinVec;

/// A capacity with the accounts that state it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StatedCapacity {
    /// In what post.
    pub capacity: Capacity,
    /// Which accounts say so, as positions in the fact's list of accounts.
    pub accounts: Vec<usize>,
}

/// An actor's part in an event.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Part {
    /// Who took part.
    pub who: Id,
    /// The field in which the participation is written.
    pub slot: Slot,
    /// The stated capacities, each with who said so.
    #[borsh(serialize_with = "crate::record::thin::write", deserialize_with = "crate::record::thin::read")]
    pub capacities: ThinVec<StatedCapacity>,
    /// What the participant did.
    pub role: Option<Role>,
    /// Whom the participant stood for.
    pub stands_for: Option<Id>,
    /// What kind of participant; a principal where nothing is stated.
    pub kind: Kind,
    /// Whether the participant was there; present where nothing is stated.
    pub presence: Presence,
    /// Why the participant was absent, or took part in this way.
    pub reason: Option<Arc<str>>,
    /// Whether the participant led the delegation.
    pub lead: bool,
    /// The participant's own days in a longer event.
    pub when: Option<Box<EventDate>>,
    /// The title as a source prints it.
    pub printed: Option<Arc<str>>,
    /// Which accounts name the participant, as positions in the fact's list of accounts; most often one.
    #[borsh(serialize_with = "crate::record::thin::write", deserialize_with = "crate::record::thin::read")]
    pub accounts: SmallVec<[usize; 1]>,
    /// Whether accounts contradict each other on whether, or how, this actor took part.
    pub disputed: bool,
}

impl Part {
    /// A part of which nothing but who had it and the field is stated: a principal, present.
    pub fn of(who: Id, slot: Slot) -> Self {
        Self {
            who,
            slot,
            capacities: ThinVec::new(),
            role: None,
            stands_for: None,
            kind: Kind::Principal,
            presence: Presence::Present,
            reason: None,
            lead: false,
            when: None,
            printed: None,
            accounts: SmallVec::new(),
            disputed: false,
        }
    }
}
