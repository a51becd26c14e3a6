//! Records that speak about other facts: a denial makes an aspect disputed, a retraction takes an account back,
//! a ruling decides between accounts.

use super::identity::Identities;
use super::ruling;
use super::timing::PublicationDays;
use crate::id::Id;
use crate::model::{Aspect, Fact};
use crate::record::{Body, Denial, Locus, Retraction, Ruling};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// Applies all retractions and rulings, then all denials. The facts lie in the order of their ids.
pub(super) fn apply(facts: &mut [Fact], identities: &Identities, published: &PublicationDays) {
    let said: Vec<Arc<Body>> =
        facts.par_iter().filter_map(|fact| fact.body.as_ref()).filter(is_about_facts).cloned().collect();
    if said.is_empty() {
        return;
    }
    let find = |id: &Id| {
        let id = identities.canonical(id);
        facts.binary_search_by(|fact| fact.id.cmp(&id)).ok()
    };
    let mut withdrawn: BTreeMap<usize, HashSet<&Locus>> = BTreeMap::new();
    let mut ruled: BTreeMap<usize, Vec<Ruling>> = BTreeMap::new();
    let mut denied: BTreeMap<usize, BTreeSet<Aspect>> = BTreeMap::new();
    for body in &said {
        match body.as_ref() {
            Body::Retraction(Retraction { of, withdraws }) => {
                if let Some(at) = find(of) {
                    withdrawn.entry(at).or_default().extend(withdraws);
                }
            }
            Body::Ruling(ruling) => {
                if let Some(at) = find(&ruling.of) {
                    ruled.entry(at).or_default().push(ruling.clone());
                }
            }
            Body::Denial(denial) => {
                if let Some(at) = find(&denial.of) {
                    denied.entry(at).or_default().insert(aspect(denial, identities));
                }
            }
            _ => {}
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
    for (at, aspects) in denied {
        if let Some(fact) = facts.get_mut(at) {
            let (overruled, standing) =
                aspects.into_iter().partition(|aspect| ruling::overrules(fact, aspect, identities));
            fact.ruled.extend::<BTreeSet<Aspect>>(overruled);
            deny(fact, standing);
        }
    }
}

fn is_about_facts(body: &&Arc<Body>) -> bool {
    matches!(body.as_ref(), Body::Retraction(_) | Body::Denial(_) | Body::Ruling(_))
}

/// Takes back the accounts at these places; a source without a place stands for all of it.
fn withdraw(fact: &mut Fact, loci: &HashSet<&Locus>) {
    for account in &mut fact.accounts {
        if let Some(citation) = &account.citation {
            let whole = Locus { source: citation.source.clone(), locator: None };
            account.withdrawn |= loci.contains(&whole) || loci.contains(&citation.locus());
        }
    }
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
