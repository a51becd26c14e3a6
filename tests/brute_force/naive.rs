//! The second reading.

use crate::told::{Account, Asked, Aspect, DAYS, Event, FIRST, When};
use chancery::model::Certainty;

/// What some alternatives make of one aspect.
struct Alternative {
    /// Whether it can be so.
    may: bool,
    /// Whether it can't be otherwise.
    must: bool,
}

/// The degree of an aspect.
fn degree(alternatives: &[Alternative], denied: bool) -> Option<Certainty> {
    let may = alternatives.iter().any(|one| one.may);
    let can_not = alternatives.iter().any(|one| !one.may);
    match may {
        true if can_not || denied => Some(Certainty::Disputed),
        true if alternatives.iter().all(|one| one.must) => Some(Certainty::Certain),
        true => Some(Certainty::Possible),
        false => None,
    }
}

/// The degree of a claim of several aspects, if none of them is out of the question.
fn all(aspects: &[Option<Certainty>]) -> Option<Certainty> {
    let aspects: Vec<Certainty> = aspects.iter().copied().collect::<Option<_>>()?;
    let disputed = aspects.contains(&Certainty::Disputed);
    if disputed { Some(Certainty::Disputed) } else { aspects.into_iter().min() }
}

/// Those accounts that a ruling on an aspect leaves; all where there is none, or nothing to follow.
fn heard(event: &Event, aspect: Aspect) -> Vec<&Account> {
    let preferred = followed(event, aspect);
    event.accounts.iter().filter(|account| preferred.is_none_or(|source| account.source == source)).collect()
}

fn followed(event: &Event, aspect: Aspect) -> Option<usize> {
    let (_, source) = event.ruled.iter().find(|(ruled, _)| *ruled == aspect)?;
    event.accounts.iter().any(|account| account.source == *source).then_some(*source)
}

fn denied(event: &Event, aspect: Aspect) -> bool {
    event.denied.contains(&aspect) && followed(event, aspect).is_none()
}

/// Whether a date is true of an event that began and ended on these days; qualified parts hold only where asked.
fn is_true(when: When, start: usize, end: usize, qualified: bool) -> bool {
    let in_may = start >= FIRST && end < FIRST + 31;
    match when {
        When::Silent | When::Year => true,
        When::Day(day) => start == day && end == day,
        When::Unsure(day) => !qualified || start == day && end == day,
        When::Month => in_may,
        When::MonthUnsure => !qualified || in_may,
        When::Within(from, until) => from <= start && end <= until,
        When::Before(until) => end <= until,
        When::After(from) => from <= start,
        When::Lasted(from, until) => start == from && end == until,
        When::EndUnsure(from, until) => start == from && (!qualified || end == until),
        When::NoEnd(from) => start == from,
    }
}

/// Every first and last day that makes all dates of a set true.
fn solutions(set: &[When], qualified: bool) -> Vec<(usize, usize)> {
    let pairs = (0..DAYS).flat_map(|start| (start..DAYS).map(move |end| (start, end)));
    pairs.filter(|(start, end)| set.iter().all(|when| is_true(*when, *start, *end, qualified))).collect()
}

/// Every subset, as a list of lists.
fn subsets<T: Copy>(list: &[T]) -> Vec<Vec<T>> {
    let pick =
        |mask: u32| list.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, one)| *one).collect();
    (0..1_u32 << list.len()).map(pick).collect()
}

/// The largest of the sets that can be true: those that no further one can join.
fn largest<T: Copy + PartialEq>(list: &[T], can_be: impl Fn(&[T]) -> bool) -> Vec<Vec<T>> {
    let sets: Vec<Vec<T>> = subsets(list).into_iter().filter(|set| can_be(set)).collect();
    let holds = |big: &Vec<T>, small: &Vec<T>| big.len() > small.len() && small.iter().all(|one| big.contains(one));
    sets.iter().filter(|set| !sets.iter().any(|other| holds(other, set))).cloned().collect()
}

fn lies_in_days(event: &Event, days: Option<(usize, usize)>) -> Option<Certainty> {
    let (first, last) = match days {
        None => return Some(Certainty::Certain),
        Some(days) => days,
    };
    let overlaps = |(start, end): &(usize, usize)| *start <= last && *end >= first;
    let mut dates: Vec<When> = Vec::new();
    for account in heard(event, Aspect::When) {
        if account.when != When::Silent && !dates.contains(&account.when) {
            dates.push(account.when);
        }
    }
    let sets = largest(&dates, |set| !solutions(set, true).is_empty());
    let alternatives: Vec<Alternative> = sets
        .iter()
        .map(|set| Alternative {
            may: solutions(set, true).iter().any(overlaps),
            must: solutions(set, false).iter().all(overlaps),
        })
        .collect();
    degree(&alternatives, denied(event, Aspect::When))
}

/// Whether a place lies in another: a hall and a yard in the town.
fn lies_in(place: usize, around: usize) -> bool {
    place == around || around == 0 && (place == 1 || place == 2)
}

fn lies_at(event: &Event, at: Option<usize>) -> Option<Certainty> {
    let Some(at) = at else {
        return Some(Certainty::Certain);
    };
    let mut places: Vec<usize> = heard(event, Aspect::Place).iter().filter_map(|account| account.place).collect();
    places.sort_unstable();
    places.dedup();
    if places.is_empty() {
        // Nothing is known, and such events are counted apart.
        return None;
    }
    let sets = largest(&places, |set| set.iter().all(|a| set.iter().all(|b| lies_in(*a, *b) || lies_in(*b, *a))));
    let alternatives: Vec<Alternative> = sets
        .iter()
        .map(|set| {
            let must = set.iter().any(|place| lies_in(*place, at));
            Alternative { may: must || set.iter().all(|place| lies_in(at, *place)), must }
        })
        .collect();
    degree(&alternatives, denied(event, Aspect::Place))
}

fn took_place(event: &Event) -> Option<Certainty> {
    degree(&[Alternative { may: true, must: true }], denied(event, Aspect::Occurrence))
}

/// How surely somebody was there: each account that speaks of it is an alternative.
fn was_there(event: &Event, who: usize) -> Option<Certainty> {
    let says = |account: &&Account| match account.people[who] {
        Some(there) => Some(there),
        None if account.complete => Some(false),
        None => None,
    };
    let told = heard(event, Aspect::Person(who)).iter().filter_map(says).collect::<Vec<_>>();
    let alternatives: Vec<Alternative> =
        told.into_iter().map(|there| Alternative { may: there, must: there }).collect();
    degree(&alternatives, denied(event, Aspect::Person(who)))
}

fn lies(event: &Event, asked: &Asked) -> Option<Certainty> {
    all(&[took_place(event), lies_in_days(event, asked.days), lies_at(event, asked.at)])
}

/// How surely the first person met another one, or any.
pub(crate) fn met(event: &Event, with: Option<usize>, asked: &Asked) -> Option<Certainty> {
    let others = with.map_or(vec![1, 2], |one| vec![one]);
    let both = |other: usize| all(&[was_there(event, 0), was_there(event, other)]);
    // That they met any of them is as sure as that they met the one of whom that is surest.
    all(&[others.into_iter().filter_map(both).max(), lies(event, asked)])
}

/// How somebody attended, and how surely.
pub(crate) fn attended(event: &Event, who: usize, asked: &Asked) -> Option<(&'static str, Certainty)> {
    let degree_of = |claim: Option<Certainty>| all(&[claim, lies(event, asked)]);
    if let Some(there) = was_there(event, who) {
        return degree_of(Some(there)).map(|degree| ("present", degree));
    }
    let named = heard(event, Aspect::Person(who)).iter().any(|account| account.people[who].is_some());
    let absent = degree(&[Alternative { may: named, must: named }], denied(event, Aspect::Person(who)));
    degree_of(absent).map(|degree| ("absent", degree))
}

/// How surely the first person travelled.
pub(crate) fn visited(event: &Event, asked: &Asked) -> Option<Certainty> {
    all(&[was_there(event, 0), lies(event, asked)])
}
