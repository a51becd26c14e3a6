//! Places that contradict each other: those of two accounts of which none lies within the other.

use super::identity::Identities;
use crate::id::{Id, IdMap};
use crate::model::{Account, Aspect, Fact};
use crate::record::{Body, Status};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Chains of places are short; a longer one is a circle.
const LONGEST: usize = 32;

/// Marks the place of events whose accounts put them in places apart.
pub(super) fn dispute(facts: &mut [Fact], identities: &Identities) {
    let around = around(facts, identities);
    facts.par_iter_mut().filter(|fact| fact.accounts.len() > 1 && fact.event().is_some()).for_each(|fact| {
        let status = fact.timing.as_ref().map_or(Status::Held, |timing| timing.status);
        let supporting = fact.accounts.iter().filter(|account| account.supports(status));
        let given: BTreeSet<Vec<Id>> = supporting.map(|account| places(account, identities)).collect();
        let given: Vec<&Vec<Id>> = given.iter().filter(|places| !places.is_empty()).collect();
        let apart = given.iter().enumerate().any(|(at, a)| given.iter().skip(at + 1).any(|b| are_apart(a, b, &around)));
        if apart {
            fact.disputed.push(Aspect { name: "place".to_owned(), who: None });
        }
    });
}

/// What each place lies directly in.
fn around(facts: &[Fact], identities: &Identities) -> IdMap<Vec<Id>> {
    let within = |fact: &Fact| match fact.body.as_deref() {
        Some(Body::Place(place)) => {
            let around = place.within.iter().map(|within| identities.canonical(&within.place));
            Some((fact.id.clone(), around.collect()))
        }
        _ => None,
    };
    facts.par_iter().filter_map(within).collect()
}

fn places(account: &Account, identities: &Identities) -> Vec<Id> {
    match account.heard.as_ref() {
        Body::Event(event) => event.shared().place.iter().map(|place| identities.canonical(place)).collect(),
        _ => Vec::new(),
    }
}

fn are_apart(a: &[Id], b: &[Id], around: &IdMap<Vec<Id>>) -> bool {
    !a.iter().any(|one| b.iter().any(|other| lies_in(one, other, around) || lies_in(other, one, around)))
}

fn lies_in(place: &Id, goal: &Id, around: &IdMap<Vec<Id>>) -> bool {
    let mut open = vec![place];
    for _ in 0..LONGEST {
        if open.contains(&goal) {
            return true;
        }
        open = open.into_iter().filter_map(|place| around.get(place)).flatten().collect();
    }
    false
}
