//! Records that speak about other facts: a denial makes an aspect disputed, a retraction takes an account back,
//! a ruling decides between accounts.

use super::identity::Identities;
use super::ruling;
use super::taken_back::{self, TakenBack};
use super::timing::PublicationDays;
use crate::model::{Account, Aspect, Fact};
use crate::record::{Body, Denial, Locus, Retraction, Ruling};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// Applies all retractions and rulings, then all denials. The facts lie in the order of their ids.
pub(super) fn apply(facts: &mut [Fact], identities: &Identities, published: &PublicationDays) {
    let said: Vec<(usize, Arc<Body>)> = facts.par_iter().enumerate().filter_map(about_facts).collect();
    if said.is_empty() {
        return;
    }
    let places = said.iter().filter_map(|(by, body)| Some((*by, place(facts, identities, body)?, body.as_ref())));
    let places: Vec<(usize, usize, &Body)> = places.collect();
    let taken_back = places.iter().filter_map(|(by, of, body)| match body {
        Body::Retraction(Retraction { withdraws, .. }) => Some(TakenBack { by: *by, of: *of, loci: withdraws }),
        _ => None,
    });
    let standing = taken_back::standing(taken_back, facts);
    take_back(facts, &standing, &places, identities, published);
    deny_all(facts, &places, identities);
}

/// Where the fact lies of which something is said.
fn place(facts: &[Fact], identities: &Identities, body: &Body) -> Option<usize> {
    let of = match body {
        Body::Retraction(retraction) => &retraction.of,
        Body::Ruling(ruling) => &ruling.of,
        Body::Denial(denial) => &denial.of,
        _ => return None,
    };
    let id = identities.canonical(of);
    facts.binary_search_by(|fact| fact.id.cmp(&id)).ok()
}

/// Takes accounts back and follows rulings.
fn take_back(
    facts: &mut [Fact],
    standing: &[TakenBack<'_>],
    places: &[(usize, usize, &Body)],
    identities: &Identities,
    published: &PublicationDays,
) {
    let mut withdrawn: BTreeMap<usize, HashSet<&Locus>> = BTreeMap::new();
    for one in standing {
        withdrawn.entry(one.of).or_default().extend(one.loci);
    }
    let mut ruled: BTreeMap<usize, Vec<Ruling>> = BTreeMap::new();
    for (_, of, body) in places {
        if let Body::Ruling(ruling) = body {
            ruled.entry(*of).or_default().push(ruling.clone());
        }
    }
    let touched: BTreeSet<usize> = withdrawn.keys().chain(ruled.keys()).copied().collect();
    for at in touched {
        if let Some(fact) = facts.get_mut(at) {
            withdraw(fact, &withdrawn.remove(&at).unwrap_or_default());
            fact.rulings = ruled.remove(&at).unwrap_or_default().into();
            super::merge::settle(fact, identities, published);
        }
    }
}

/// Marks what is denied by a source that did not take that back.
fn deny_all(facts: &mut [Fact], places: &[(usize, usize, &Body)], identities: &Identities) {
    let mut denied: BTreeMap<usize, BTreeSet<Aspect>> = BTreeMap::new();
    for (by, of, body) in places {
        if let Body::Denial(denial) = body
            && facts.get(*by).is_some_and(|fact| !fact.is_withdrawn())
        {
            denied.entry(*of).or_default().insert(aspect(denial, identities));
        }
    }
    for (at, aspects) in denied {
        if let Some(fact) = facts.get_mut(at) {
            let (overruled, standing) =
                aspects.into_iter().partition(|aspect| ruling::overrules(fact, aspect, identities));
            fact.ruled.extend::<BTreeSet<Aspect>>(overruled);
            deny(fact, standing);
        }
    }
}

/// A record that speaks of another fact, with its place.
fn about_facts((at, fact): (usize, &Fact)) -> Option<(usize, Arc<Body>)> {
    // Nearly none does: the count of references of all others is not touched.
    fact.body.as_ref().filter(|body| is_about_facts(body)).map(|body| (at, Arc::clone(body)))
}

fn is_about_facts(body: &Body) -> bool {
    matches!(body, Body::Retraction(_) | Body::Denial(_) | Body::Ruling(_))
}

/// Takes back the accounts at these places; a source without a place stands for all of it.
fn withdraw(fact: &mut Fact, loci: &HashSet<&Locus>) {
    for account in &mut fact.accounts {
        account.withdrawn |= is_at(account, loci);
    }
}

pub(super) fn is_at(account: &Account, loci: &HashSet<&Locus>) -> bool {
    account.citation.as_ref().is_some_and(|citation| {
        let whole = Locus { source: citation.source.clone(), locator: None };
        loci.contains(&whole) || loci.contains(&citation.locus())
    })
}

fn aspect(denial: &Denial, identities: &Identities) -> Aspect {
    let who = denial.who.as_ref().map(|who| identities.canonical(who));
    let silent = if who.is_some() { "participation" } else { "occurrence" };
    Aspect { name: denial.aspect.clone().unwrap_or_else(|| silent.to_owned()), who }
}

fn deny(fact: &mut Fact, mut aspects: BTreeSet<Aspect>) {
    for part in &mut fact.parts {
        let participation = Aspect { name: "participation".to_owned(), who: Some(part.who.clone()) };
        part.disputed |= aspects.contains(&participation);
    }
    fact.denied = aspects.iter().cloned().collect();
    for known in &fact.disputed {
        aspects.remove(known);
    }
    fact.disputed.extend(aspects);
}
