//! Who followed whom in an office with one seat.

use super::tenure::{Holding, TenureSpan, tenure};
use crate::date::{Day, Period, PointDate};
use crate::model::Facts;
use crate::record::Body;

/// In an office with one seat a certain successor ends a tenure whose end is not stated; on the day of a handover both
/// hold, possibly. What serves capacity only ends no other tenure.
pub(super) fn apply(facts: &Facts, numbers: &[u32], all: &mut [Holding]) {
    let is_aside = |number: &u32| all.get(*number as usize).is_some_and(|one| one.aside);
    let (aside, own): (Vec<u32>, Vec<u32>) = numbers.iter().partition(|number| is_aside(number));
    succeed(facts, &own, all);
    succeed(facts, &aside, all);
}

fn succeed(facts: &Facts, numbers: &[u32], all: &mut [Holding]) {
    let one = |number: &u32| all.get(*number as usize).copied();
    let mut row: Vec<(u32, Holding)> = numbers.iter().filter_map(|n| Some((*n, one(n)?))).collect();
    let single = row.first().is_some_and(|(_, holding)| has_one_seat(facts, holding));
    if !single {
        return;
    }
    row.sort_by_key(|(_, holding)| (holding.span.possible.first, holding.tenure));
    for pair in row.windows(2) {
        if let [(before, _), (after, later)] = pair
            && !later.span.possible.first.is_open()
        {
            hand_over(*before, *after, facts, all);
        }
    }
}

fn has_one_seat(facts: &Facts, holding: &Holding) -> bool {
    let office = tenure(facts.fact(holding.tenure as usize)).map(|tenure| tenure.office.clone());
    let body = office.and_then(|office| facts.get(office.as_str())).and_then(|fact| fact.body.as_deref());
    matches!(body, Some(Body::Office(office)) if office.seats == Some(1))
}

fn hand_over(before: u32, after: u32, facts: &Facts, all: &mut [Holding]) {
    let Some(successor) = all.get(after as usize).copied() else {
        return;
    };
    let from = tenure(facts.fact(successor.tenure as usize)).and_then(|tenure| tenure.from.clone());
    let Some(from) = from.filter(PointDate::is_sure) else {
        return;
    };
    let Some(predecessor) = all.get_mut(before as usize) else {
        return;
    };
    if predecessor.person == successor.person {
        return;
    }
    if !predecessor.span.ended {
        predecessor.span.possible.last = predecessor.span.possible.last.min(from.last());
    }
    let shared = predecessor.span.possible.last >= from.first();
    if shared {
        shrink_last(&mut predecessor.span, from.first());
        let day = predecessor.span.possible.last;
        if let Some(successor) = all.get_mut(after as usize) {
            shrink_first(&mut successor.span, day);
        }
    }
}

/// Takes the day of the handover and what lies behind it out of the certain days.
fn shrink_last(span: &mut TenureSpan, day: Day) {
    span.certain =
        span.certain.and_then(|certain| certain.intersect(Period { first: Day::MIN, last: day.plus_days(-1) }));
}

/// Takes the day of the handover and what lies before it out of the certain days.
fn shrink_first(span: &mut TenureSpan, day: Day) {
    span.certain =
        span.certain.and_then(|certain| certain.intersect(Period { first: day.plus_days(1), last: Day::MAX }));
}
