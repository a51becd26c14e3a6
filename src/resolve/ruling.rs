//! Rulings: what is heard of accounts where the keeper follows others.

use super::identity::Identities;
use crate::id::Id;
use crate::model::{Account, Aspect, Fact};
use crate::record::{Body, Event, Locus, Rank, Ruling, Silence};
use std::sync::Arc;

/// Takes out of each account the aspects in which a ruling follows another one.
pub(super) fn hear(fact: &mut Fact, identities: &Identities) {
    fact.ruled.clear();
    for account in &mut fact.accounts {
        account.heard = account.says.clone();
    }
    hear_nothing_in_not_stated(fact);
    for ruling in fact.rulings.clone() {
        // In a world without the preferred accounts there is nothing to follow.
        let Some(preferred) = fact.accounts.iter().find(|account| is_preferred(account, &ruling)) else {
            continue;
        };
        let preferred = preferred.heard.clone();
        let aspect = aspect(&ruling, identities);
        let mut changed = false;
        for account in fact.accounts.iter_mut().filter(|account| is_passed_over(account, &ruling)) {
            let mut heard = silenced(&account.heard, &aspect, identities);
            heard.follow(&aspect.name, &preferred);
            changed |= heard != *account.heard;
            account.heard = Arc::new(heard);
        }
        if changed && !fact.ruled.contains(&aspect) {
            fact.ruled.push(aspect);
        }
    }
}

/// That an account does not state a rank contradicts no account that does: it is silence, written down.
fn hear_nothing_in_not_stated(fact: &mut Fact) {
    let rank = |account: &Account| match account.says.as_ref() {
        Body::Event(Event::Visit(visit)) => visit.rank,
        _ => None,
    };
    if !fact.accounts.iter().filter_map(rank).any(|rank| rank != Rank::NotStated) {
        return;
    }
    for account in fact.accounts.iter_mut().filter(|account| rank(account) == Some(Rank::NotStated)) {
        let mut heard = account.heard.as_ref().clone();
        heard.silence("rank");
        account.heard = Arc::new(heard);
    }
}

/// The aspect that a ruling is about.
pub(super) fn aspect(ruling: &Ruling, identities: &Identities) -> Aspect {
    Aspect { name: ruling.aspect.clone(), who: ruling.who.as_ref().map(|who| identities.canonical(who)) }
}

/// The rulings on the participation of somebody that follow an account of the fact.
pub(super) fn on_participation<'f>(fact: &'f Fact, who: &Id, identities: &Identities) -> Vec<&'f Ruling> {
    let on_them = |ruling: &&Ruling| {
        let aspect = aspect(ruling, identities);
        aspect.name == "participation" && aspect.who.as_ref() == Some(who)
    };
    let follows = |ruling: &&Ruling| fact.accounts.iter().any(|account| is_preferred(account, ruling));
    fact.rulings.iter().filter(on_them).filter(follows).collect()
}

/// Whether the keeper does not follow an account: it is named, or, where none is, not among those preferred.
pub(super) fn is_passed_over(account: &Account, ruling: &Ruling) -> bool {
    if ruling.over.is_empty() {
        return !is_preferred(account, ruling);
    }
    ruling.over.iter().any(|locus| stands_at(account, locus))
}

/// Whether the keeper follows an account.
fn is_preferred(account: &Account, ruling: &Ruling) -> bool {
    ruling.prefers.iter().any(|locus| stands_at(account, locus))
}

/// Whether an account stands at a place in a source; a source without a place stands for all of it.
fn stands_at(account: &Account, locus: &Locus) -> bool {
    account.citation.as_ref().is_some_and(|citation| citation.stands_at(locus))
}

/// Whether a ruling follows an account of the fact against a denial of the aspect.
pub(super) fn overrules(fact: &Fact, denied: &Aspect, identities: &Identities) -> bool {
    let follows = |ruling: &Ruling| fact.accounts.iter().any(|account| is_preferred(account, ruling));
    fact.rulings.iter().any(|ruling| aspect(ruling, identities) == *denied && follows(ruling))
}

fn silenced(body: &Body, aspect: &Aspect, identities: &Identities) -> Body {
    let mut body = body.clone();
    match (&mut body, &aspect.who) {
        (Body::Event(event), Some(who)) => {
            event.silence_participant(&aspect.name, |one| identities.canonical(one) == *who);
        }
        (body, _) => body.silence(&aspect.name),
    }
    body
}
