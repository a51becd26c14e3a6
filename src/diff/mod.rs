//! Comparing: what two states of a collection say differently, by facts and not by lines.
//!
//! A fact is the same if it answers to the same id, also after it was renamed with `was`. What changed is told aspect by
//! aspect, for the fact as a whole and, where that does not show it, for the account that changed; and which accounts
//! came and went. Where records lie and how they are laid out changes nothing.

mod account;
mod aspect;

pub use aspect::Change;

use crate::id::Id;
use crate::model::{Fact, Facts, Identity};
use crate::record::Kind;
use std::collections::HashSet;

/// What differs between two states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// What the earlier state is called.
    pub before: State,
    /// What the later state is called.
    pub after: State,
    /// Facts that only the later state has, by id.
    pub added: Vec<Entry>,
    /// Facts that only the earlier state has, by id.
    pub withdrawn: Vec<Entry>,
    /// Facts of which the two say different things, by id.
    pub changed: Vec<Changed>,
    /// How many facts are the same in both.
    pub unchanged: usize,
}

/// One of two states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Where it was read: a folder, or a revision.
    pub place: String,
    /// Its name, version and digest.
    pub identity: Identity,
    /// How many facts it has.
    pub facts: usize,
}

impl State {
    /// The state that was read at a place.
    pub fn of(place: impl Into<String>, facts: &Facts) -> Self {
        let known = facts.iter().filter(|fact| fact.body.is_some()).count();
        Self { place: place.into(), identity: facts.identity.clone(), facts: known }
    }
}

/// A fact by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id.
    pub id: Id,
    /// What kind of fact it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
}

impl Entry {
    /// None for a stub, of which nothing is said.
    fn of(fact: &Fact) -> Option<Self> {
        Some(Self { id: fact.id.clone(), kind: fact.kind()?, name: fact.name().to_owned() })
    }
}

/// A fact that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The fact as it is in the later state.
    pub fact: Entry,
    /// What it says differently.
    pub aspects: Vec<Change>,
    /// The accounts that came, each as its citation and whose words it quotes.
    pub accounts_added: Vec<String>,
    /// The accounts that went.
    pub accounts_withdrawn: Vec<String>,
}

impl Diff {
    /// Whether the two states say the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.withdrawn.is_empty() && self.changed.is_empty()
    }
}

/// Compares two states. Takes a step for each fact and each account of facts that both have.
pub fn diff((before, earlier): (State, &Facts), (after, later): (State, &Facts)) -> Diff {
    let mut diff = Diff { before, after, ..Diff::default() };
    let mut met: HashSet<&Id> = HashSet::new();
    for fact in earlier {
        let Some(entry) = Entry::of(fact) else { continue };
        match later.get(fact.id.as_str()).filter(|now| now.kind() == fact.kind()) {
            Some(now) => {
                met.insert(&now.id);
                match changed(fact, now) {
                    Some(changed) => diff.changed.push(changed),
                    None => diff.unchanged += 1,
                }
            }
            None => diff.withdrawn.push(entry),
        }
    }
    diff.changed.sort_by(|a, b| a.fact.id.cmp(&b.fact.id));
    diff.added.extend(later.iter().filter(|fact| !met.contains(&fact.id)).filter_map(Entry::of));
    diff
}

fn changed(before: &Fact, after: &Fact) -> Option<Changed> {
    let mut aspects = aspect::changes(&aspect::of_fact(before), &aspect::of_fact(after));
    let accounts = account::compare(before, after, &mut aspects);
    let is_same = aspects.is_empty() && accounts.added.is_empty() && accounts.withdrawn.is_empty();
    let fact = Entry::of(after).filter(|_| !is_same)?;
    Some(Changed { fact, aspects, accounts_added: accounts.added, accounts_withdrawn: accounts.withdrawn })
}
