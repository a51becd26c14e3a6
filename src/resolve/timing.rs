//! When events took place, as far as their accounts leave it open.

use super::identity::Identities;
use crate::date::{Bounds, Day, PointDate};
use crate::id::IdMap;
use crate::model::{Account, Alternative, Aspect, Fact, Timing};
use crate::read::{Loaded, PlacedRecord};
use crate::record::{Body, Citation, Status};
use rayon::prelude::*;
use smallvec::{SmallVec, smallvec};
use std::collections::{BTreeSet, HashMap};

/// When each source was published.
pub(super) type PublicationDays = IdMap<PointDate>;

/// Sets of accounts are searched one by one only up to this number of different dates.
const SEARCHED: usize = 12;

/// The publication days that the source records give, by every id of a source; of several days the first.
pub(super) fn publication_days(loaded: &Loaded, identities: &Identities) -> PublicationDays {
    let published = |item: &PlacedRecord| match item.record.body.as_ref() {
        Body::Source(source) => Some((identities.canonical(&item.record.head.id), source.published.clone()?)),
        _ => None,
    };
    let mut days = PublicationDays::default();
    for (id, day) in loaded.records.par_iter().with_min_len(super::IN_ONE_GO).filter_map(published).collect::<Vec<_>>()
    {
        let known = days.entry(id).or_insert_with(|| day.clone());
        if day < *known {
            *known = day;
        }
    }
    let aliases = identities.aliases().filter_map(|(id, first)| Some((id.clone(), days.get(first)?.clone())));
    let aliases: Vec<_> = aliases.collect();
    days.extend(aliases);
    days
}

/// When what a citation supports became public.
fn appeared<'a>(citation: Option<&'a Citation>, published: &'a PublicationDays) -> Option<&'a PointDate> {
    let citation = citation?;
    citation.appeared.as_deref().or_else(|| published.get(&citation.source))
}

/// What an account can support: one that was certainly published before the first day that it gives itself supports
/// only an announcement, whatever it says.
pub(super) fn account_status(body: &Body, citation: Option<&Citation>, published: &PublicationDays) -> Option<Status> {
    let Body::Event(event) = body else {
        return None;
    };
    let stated = event.shared().status.unwrap_or(Status::Held);
    let first = event.shared().when.as_ref().map(|when| when.bounds(None).first());
    let early = match (appeared(citation, published), first) {
        (Some(appeared), Some(first)) => appeared.is_sure() && appeared.last() < first,
        _ => false,
    };
    Some(if early && stated == Status::Held { Status::Announced } else { stated })
}

/// How far an event is known to have taken place: held beats the others.
pub(super) fn status(fact: &Fact) -> Status {
    let standing = fact.accounts.iter().filter(|account| !account.withdrawn);
    let all = standing.filter_map(|account| account.status);
    if all.clone().any(|status| status == Status::Held) {
        return Status::Held;
    }
    all.max().unwrap_or(Status::Held)
}

/// The alternatives that the supporting accounts leave, by what is heard of them and, where a ruling made a difference,
/// by what they say.
pub(super) fn timing(fact: &Fact, status: Status, published: &PublicationDays) -> Timing {
    if let ([account], true) = (fact.accounts.as_slice(), fact.rulings.is_empty()) {
        return of_one(account, status, published);
    }
    let supporting: Vec<&Account> = fact.accounts.iter().filter(|account| account.supports(status)).collect();
    if supporting.is_empty() {
        return Timing { alternatives: SmallVec::new(), unruled: None, date_line: false, status };
    }
    let left = |body: fn(&Account) -> &Body| {
        let mut given: Vec<Bounds> =
            supporting.iter().filter_map(|account| bounds(account, body(account), published)).collect();
        given.sort();
        given.dedup();
        if given.is_empty() { smallvec![Alternative::unknown()] } else { alternatives(&given) }
    };
    let mut alternatives = left(|account| &account.heard);
    let unruled = fact.is_ruled("when", None).then(|| left(|account| &account.says).into_vec().into());
    let both = date_line(&supporting, &alternatives, published);
    if let Some(both) = both {
        alternatives = smallvec![both];
    }
    Timing { alternatives, unruled, date_line: both.is_some(), status }
}

/// What one account leaves, as most events have one.
fn of_one(account: &Account, status: Status, published: &PublicationDays) -> Timing {
    let left = account.supports(status).then(|| match bounds(account, &account.heard, published) {
        Some(given) => alone(given),
        None => Some(Alternative::unknown()),
    });
    Timing { alternatives: left.flatten().into_iter().collect(), unruled: None, date_line: false, status }
}

/// What a date leaves that stands alone.
fn alone(given: Bounds) -> Option<Alternative> {
    let proven = Bounds::intersect_all([&given.unqualified()]).unwrap_or_else(Bounds::unknown);
    Bounds::intersect_all([&given]).map(|days| Alternative { days, proven })
}

/// One of two days, if these follow each other and each is given in zones of its own.
fn date_line(
    supporting: &[&Account],
    alternatives: &[Alternative],
    published: &PublicationDays,
) -> Option<Alternative> {
    let [one, other] = alternatives else {
        return None;
    };
    let (first, second) = (&one.days, &other.days);
    let next = first.is_one_day() && second.is_one_day() && first.first().days_until(second.first()) == Some(1);
    let zones = |days: &Bounds| {
        let given = supporting.iter().filter(|account| bounds(account, &account.heard, published) == Some(*days));
        given.map(|account| zone(account)).collect::<Option<BTreeSet<&str>>>()
    };
    let (here, there) = (zones(first)?, zones(second)?);
    let both = || Alternative { days: first.hull(second), proven: one.proven.hull(&other.proven) };
    (next && here.is_disjoint(&there)).then(both)
}

/// The zone by which an account dates.
fn zone(account: &Account) -> Option<&str> {
    match account.heard.as_ref() {
        Body::Event(event) => event.shared().zone.as_deref(),
        _ => None,
    }
}

/// The days that an account gives.
fn bounds(account: &Account, body: &Body, published: &PublicationDays) -> Option<Bounds> {
    let day: Option<Day> = appeared(account.citation.as_deref(), published).map(PointDate::first);
    let Body::Event(event) = body else {
        return None;
    };
    Some(event.shared().when.as_ref()?.bounds(day))
}

/// The intersections of the largest sets of dates that can all be true.
fn alternatives(given: &[Bounds]) -> SmallVec<[Alternative; 1]> {
    if let [only] = given {
        return alone(*only).into_iter().collect();
    }
    if given.len() > SEARCHED {
        return given.iter().map(|days| Alternative { days: *days, proven: days.unqualified() }).collect();
    }
    let all: u32 = (1 << given.len()) - 1;
    let solved: HashMap<u32, Bounds> = (1..=all).filter_map(|set| Some((set, common(given, set)?))).collect();
    // What a set holds can be true together if the set can, so it is enough to look one date further.
    let largest = |set: u32| !(0..given.len()).any(|at| set & (1 << at) == 0 && solved.contains_key(&(set | 1 << at)));
    let unqualified: Vec<Bounds> = given.iter().map(Bounds::unqualified).collect();
    // Wider dates have the days in common that the narrower ones have.
    let proven = |set: u32| common(&unqualified, set).unwrap_or_else(Bounds::unknown);
    let left = |(set, days): (&u32, &Bounds)| Alternative { days: *days, proven: proven(*set) };
    let mut found: SmallVec<[Alternative; 1]> = solved.iter().filter(|(set, _)| largest(**set)).map(left).collect();
    found.sort();
    found.dedup();
    found
}

/// The days on which all dates of a set are true.
fn common(given: &[Bounds], set: u32) -> Option<Bounds> {
    let chosen = given.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
    Bounds::intersect_all(chosen.map(|(_, days)| days))
}

/// Marks the date where its accounts contradict each other, and the occurrence where it was cancelled later.
pub(super) fn dispute(fact: &mut Fact, published: &PublicationDays) {
    let Some(timing) = &fact.timing else {
        return;
    };
    let status = timing.status;
    if timing.alternatives.len() > 1 {
        fact.disputed.push(Aspect { name: "when".to_owned(), who: None });
    }
    if status == Status::Held && cancelled_after(fact, published) {
        fact.disputed.push(Aspect { name: "occurrence".to_owned(), who: None });
    }
}

fn cancelled_after(fact: &Fact, published: &PublicationDays) -> bool {
    let day = |account: &Account| appeared(account.citation.as_deref(), published).map(PointDate::last);
    let of = |status| fact.accounts.iter().filter(move |account| account.supports(status));
    let held = of(Status::Held).filter_map(day).max();
    of(Status::Cancelled).any(|account| day(account) > held)
}
