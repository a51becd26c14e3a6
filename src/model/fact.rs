//! Facts: the union of all accounts with one id.

use super::{Account, Certainty, Part};
use crate::date::Bounds;
use crate::id::Id;
use crate::record::{Body, Event, Kind, Names, Ruling, Status};
use borsh::{BorshDeserialize, BorshSerialize};
use smallvec::SmallVec;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use thin_vec::ThinVec;

/// One part of a fact that accounts can agree or differ on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Aspect {
    /// `occurrence`, `participation`, `capacity` or the name of a field.
    pub name: String,
    /// The participant concerned.
    pub who: Option<Id>,
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.who {
            Some(who) => write!(f, "{} of {who}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// What accounts that can all be true leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Alternative {
    /// The days that they leave.
    pub days: Bounds,
    /// The days that they leave without what they only qualify: what these prove is certain, however much further a
    /// doubtful account would narrow it.
    pub proven: Bounds,
}

impl Alternative {
    /// The one of accounts that give no day.
    pub fn unknown() -> Self {
        Self { days: Bounds::unknown(), proven: Bounds::unknown() }
    }

    /// How surely it lies where `test` looks.
    fn lies(&self, test: impl Fn(&Bounds) -> Option<Certainty>) -> Option<Certainty> {
        let possible = test(&self.days)?;
        Some(if test(&self.proven) == Some(Certainty::Certain) { Certainty::Certain } else { possible })
    }
}

/// When an event took place, and whether it did.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Timing {
    /// What the accounts leave open: one entry where they can all be true, else one for each largest set of accounts
    /// that can all be true. Most events have one, which lies here.
    #[borsh(serialize_with = "crate::record::thin::write", deserialize_with = "crate::record::thin::read")]
    pub alternatives: SmallVec<[Alternative; 1]>,
    /// Alternatives without rulings, where a ruling changed them.
    pub unruled: Option<Box<[Alternative]>>,
    /// Whether its accounts give two days in a row because they date by different zones: no contradiction, but the day
    /// is one of the two.
    pub date_line: bool,
    /// How far the event is known to have taken place.
    pub status: Status,
}

impl Timing {
    /// The span of all alternatives.
    pub fn hull(&self) -> Bounds {
        let mut all = self.alternatives.iter().map(|one| one.days);
        let first = all.next().unwrap_or_else(Bounds::unknown);
        all.fold(first, |hull, next| hull.hull(&next))
    }
}

/// A thing after loading.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its id; of several united ids the first in byte order.
    pub id: Id,
    /// The other ids to which it answers.
    pub was: ThinVec<Id>,
    /// Ids in other collections, by the name of the collection.
    pub outside: BTreeMap<String, Vec<String>>,
    /// Notes by the keeper.
    pub notes: ThinVec<Arc<str>>,
    /// What its accounts say together; `None` for a stub, whose id is used but has no readable record.
    pub body: Option<Arc<Body>>,
    /// Its accounts, ordered by source, place in the source and content, never by file.
    pub accounts: Vec<Account>,
    /// The participations of an event, ordered as its first account lists them.
    pub parts: Vec<Part>,
    /// When an event took place.
    pub timing: Option<Timing>,
    /// The aspects in which accounts contradict each other, or which a denial speaks against.
    pub disputed: ThinVec<Aspect>,
    /// The aspects of which a source says that they were not so, and no ruling follows another source.
    pub denied: ThinVec<Aspect>,
    /// The keeper's judgements on disputes about it.
    pub rulings: ThinVec<Ruling>,
    /// The aspects in which a ruling decided between accounts.
    pub ruled: ThinVec<Aspect>,
}

impl Fact {
    /// A fact of which nothing but the id is known.
    pub fn stub(id: Id) -> Self {
        Self {
            id,
            was: ThinVec::new(),
            outside: BTreeMap::new(),
            notes: ThinVec::new(),
            body: None,
            accounts: Vec::new(),
            parts: Vec::new(),
            timing: None,
            disputed: ThinVec::new(),
            denied: ThinVec::new(),
            rulings: ThinVec::new(),
            ruled: ThinVec::new(),
        }
    }

    /// The kind of fact; `None` for a stub.
    pub fn kind(&self) -> Option<Kind> {
        self.body.as_deref().map(Body::kind)
    }

    /// The event that this is, if it is one.
    pub fn event(&self) -> Option<&Event> {
        match self.body.as_deref() {
            Some(Body::Event(event)) => Some(event),
            _ => None,
        }
    }

    /// The names of a fact that has them.
    pub fn names(&self) -> Option<&Names> {
        match self.body.as_deref()? {
            Body::Person(person) => Some(&person.names),
            Body::State(state) => Some(&state.names),
            Body::Party(party) => Some(&party.names),
            Body::Organization(organization) => Some(&organization.names),
            Body::Forum(forum) => Some(&forum.names),
            Body::Place(place) => Some(&place.names),
            Body::Initiative(initiative) => Some(&initiative.names),
            Body::Topic(topic) => Some(&topic.names),
            _ => None,
        }
    }

    /// What answers print: the name or title; the id where there is none.
    pub fn name(&self) -> &str {
        let own = match self.body.as_deref() {
            Some(Body::Office(office)) => Some(office.title.as_str()),
            Some(Body::Source(source)) => Some(source.title.as_str()),
            Some(Body::Event(event)) => event.shared().name.as_deref(),
            _ => self.names().map(|names| names.name.as_str()),
        };
        own.unwrap_or(self.id.as_str())
    }

    /// Whether all its accounts were taken back by their sources, so that nothing supports it.
    pub fn is_withdrawn(&self) -> bool {
        !self.accounts.is_empty() && self.accounts.iter().all(|account| account.withdrawn)
    }

    /// Whether the aspect is disputed, for the participant if one is given.
    pub fn disputes(&self, name: &str, who: Option<&Id>) -> bool {
        let concerns = |aspect: &Aspect| aspect.name == name && (who.is_none() || aspect.who.as_ref() == who);
        self.disputed.iter().any(concerns)
    }

    /// Whether a denial speaks against an aspect of the fact itself.
    pub fn denies(&self, name: &str) -> bool {
        self.denied.iter().any(|aspect| aspect.name == name && aspect.who.is_none())
    }

    /// Whether the aspect was ruled on, for the participant if one is given.
    pub fn is_ruled(&self, name: &str, who: Option<&Id>) -> bool {
        let concerns = |aspect: &Aspect| aspect.name == name && (who.is_none() || aspect.who.as_ref() == who);
        self.ruled.iter().any(concerns)
    }

    /// Whether it is only by a ruling that the event lies where `test` looks as surely as it does.
    pub fn rests_on_ruling(&self, test: impl Fn(&Bounds) -> Option<Certainty>) -> bool {
        let Some(unruled) = self.timing.as_ref().and_then(|timing| timing.unruled.as_ref()) else {
            return self.is_ruled("occurrence", None);
        };
        let is_certain = |one: &Alternative| one.lies(&test) == Some(Certainty::Certain);
        !unruled.iter().all(is_certain) || self.is_ruled("occurrence", None)
    }

    /// How surely the event lies where `test` looks: certain if every alternative is there, disputed if one is and
    /// another is not or the occurrence itself is disputed, possible if all may be. `None` where none can be.
    pub fn certainty(&self, test: impl Fn(&Bounds) -> Option<Certainty>) -> Option<Certainty> {
        let timing = self.timing.as_ref()?;
        let found = timing.alternatives.iter().map(|one| one.lies(&test));
        let weakest = found.clone().flatten().min()?;
        // Of the whole time no day is claimed, and so none denied.
        let is_dated = test(&Bounds::unknown()) != Some(Certainty::Certain);
        let denied = self.disputes("occurrence", None) || self.denies("when") && is_dated;
        if found.clone().any(|one| one.is_none()) || denied {
            return Some(Certainty::Disputed);
        }
        Some(weakest)
    }
}
