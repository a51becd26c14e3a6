//! Who followed whom in an office with one seat.

use super::tenure::{Holding, TenureSpan, tenure};
use crate::date::{Day, Period, PointDate};
use crate::model::Facts;
use crate::record::{Body, Tenure};

/// In an office with one seat a certain successor ends a tenure whose end is not stated, or stated less exactly; on the
/// day of a handover both hold, possibly. What serves capacity only ends no other tenure.
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
    row.sort_by_key(|(_, holding)| (began(&holding.span), holding.tenure));
    for (at, (before, held)) in row.iter().enumerate() {
        let mut later = row.iter().skip(at + 1).filter(|(_, later)| later.person != held.person);
        // The first who certainly came next; who came after that one ends nothing of this tenure any more.
        later.any(|(after, _)| hand_over(*before, *after, facts, all));
    }
}

fn has_one_seat(facts: &Facts, holding: &Holding) -> bool {
    let office = tenure(facts.fact(holding.tenure as usize)).map(|tenure| tenure.office.clone());
    let body = office.and_then(|office| facts.get(office.as_str())).and_then(|fact| fact.body.as_deref());
    matches!(body, Some(Body::Office(office)) if office.seats == Some(1))
}

/// The first day on which a tenure can hold, or where that is open, on which it certainly does.
fn began(span: &TenureSpan) -> Day {
    let open = span.possible.first.is_open();
    if open { span.certain.map_or(Day::MAX, |certain| certain.first) } else { span.possible.first }
}

/// Ends a tenure with the beginning of another, if that certainly came next; tells whether it did.
fn hand_over(before: u32, after: u32, facts: &Facts, all: &mut [Holding]) -> bool {
    let one = |number: u32| all.get(number as usize).copied();
    let (Some(mut held), Some(mut later)) = (one(before), one(after)) else {
        return false;
    };
    let told = |holding: &Holding| tenure(facts.fact(holding.tenure as usize));
    let (Some(old), Some(new)) = (told(&held), told(&later)) else {
        return false;
    };
    let Some(start) = start(new, &later.span) else {
        return false;
    };
    let acts = new.acting == Some(true) && old.acting != Some(true);
    let until = surely_until(old, &held.span);
    let still_held = until > start.last;
    // Who acts beside the holder ends nothing, nor does who acts after one of whom no end is stated.
    if acts && (still_held || !held.span.ended) {
        return false;
    }
    if still_held {
        contradict(&mut held.span, &mut later.span, start, until);
    } else {
        follow(old, &mut held.span, new, &mut later.span, start);
    }
    put(all, before, held);
    put(all, after, later);
    true
}

fn put(all: &mut [Holding], number: u32, holding: Holding) {
    if let Some(one) = all.get_mut(number as usize) {
        *one = holding;
    }
}

/// The days on one of which a tenure certainly began: those stated, else the first on which it is attested.
fn start(tenure: &Tenure, span: &TenureSpan) -> Option<Period> {
    match &tenure.from {
        Some(from) => from.is_sure().then(|| Period { first: from.first(), last: from.last() }),
        None => span.certain.map(|certain| Period { first: certain.first, last: certain.first }),
    }
}

/// The day up to which a tenure surely went on: the first on which it can have ended, or the last on which it is attested.
fn surely_until(tenure: &Tenure, span: &TenureSpan) -> Day {
    let stated = tenure.until.as_ref().filter(|until| until.is_sure()).map(PointDate::first);
    stated.max(span.certain.map(|certain| certain.last)).unwrap_or(Day::MIN)
}

/// Two who hold the one seat at one time: on the days that they share neither certainly does.
fn contradict(held: &mut TenureSpan, later: &mut TenureSpan, start: Period, until: Day) {
    keep_before(held, start.first);
    keep_after(later, until);
}

/// One after the other: the seat was given up on the day on which the successor took it, or before.
fn follow(old: &Tenure, held: &mut TenureSpan, new: &Tenure, later: &mut TenureSpan, start: Period) {
    let until = surely_until(old, held);
    held.possible.last = held.possible.last.min(start.last);
    let stated = old.until.as_ref().is_some_and(PointDate::is_sure);
    let handover = if stated { until } else { start.last };
    if start.first <= until {
        keep_before(held, handover);
    }
    if held.possible.last >= start.last && new.from.is_some() {
        keep_after(later, start.last);
    }
}

/// Takes a day and what lies behind it out of the certain days.
fn keep_before(span: &mut TenureSpan, day: Day) {
    let before = Period { first: Day::MIN, last: day.plus_days(-1) };
    span.certain = span.certain.and_then(|certain| certain.intersect(before));
}

/// Takes a day and what lies before it out of the certain days.
fn keep_after(span: &mut TenureSpan, day: Day) {
    let after = Period { first: day.plus_days(1), last: Day::MAX };
    span.certain = span.certain.and_then(|certain| certain.intersect(after));
}
