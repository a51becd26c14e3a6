//! Records that speak about other facts: a denial makes an aspect disputed, a retraction takes an account back.

use super::identity::Identities;
use super::timing::PublicationDays;
use crate::id::Id;
use crate::model::{Aspect, Fact};
use crate::record::{Body, Denial, Retraction};
use std::collections::HashMap;

/// Applies all retractions, then all denials.
pub(super) fn apply(facts: &mut [Fact], identities: &Identities, published: &PublicationDays) {
    let position: HashMap<Id, usize> = facts.iter().enumerate().map(|(at, fact)| (fact.id.clone(), at)).collect();
    let said: Vec<Body> = facts.iter().filter_map(|fact| fact.body.clone()).filter(is_about_facts).collect();
    let find = |id: &Id| position.get(&identities.canonical(id)).copied();
    for body in &said {
        if let Body::Retraction(retraction) = body
            && let Some(fact) = find(&retraction.of).and_then(|at| facts.get_mut(at))
        {
            withdraw(fact, retraction);
            super::merge::settle(fact, identities, published);
        }
    }
    for body in &said {
        if let Body::Denial(denial) = body
            && let Some(fact) = find(&denial.of).and_then(|at| facts.get_mut(at))
        {
            deny(fact, denial, identities);
        }
    }
}

fn is_about_facts(body: &Body) -> bool {
    matches!(body, Body::Retraction(_) | Body::Denial(_))
}

fn withdraw(fact: &mut Fact, retraction: &Retraction) {
    for account in &mut fact.accounts {
        let Some(citation) = &account.citation else {
            continue;
        };
        account.withdrawn |= retraction.withdraws.iter().any(|locus| {
            locus.source == citation.source && (locus.locator.is_none() || locus.locator == citation.locator)
        });
    }
}

fn deny(fact: &mut Fact, denial: &Denial, identities: &Identities) {
    let who = denial.who.as_ref().map(|who| identities.canonical(who));
    let silent = if who.is_some() { "participation" } else { "occurrence" };
    let name = denial.aspect.clone().unwrap_or_else(|| silent.to_owned());
    for part in fact.parts.iter_mut().filter(|part| Some(&part.who) == who.as_ref()) {
        part.disputed |= name == "participation";
    }
    let aspect = Aspect { name, who };
    if !fact.disputed.contains(&aspect) {
        fact.disputed.push(aspect);
    }
}
