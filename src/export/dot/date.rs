//! Dates in labels.

use crate::date::{Day, EventDate, Period, PointDate};
use crate::graph::{Holding, KnowledgeGraph, NodeId};
use crate::model::{Certainty, Fact};
use crate::record::{Body, Membership, Status, Tenure};
use std::collections::BTreeSet;

/// When an event took place, for its label: the one date that its accounts give, else the shortest date for the days
/// that they leave open; where they contradict each other each alternative, and a `!`. Anything but `held` is said.
pub(in crate::export) fn of_event(graph: &KnowledgeGraph, event: NodeId) -> Option<String> {
    let fact = graph.fact(event);
    let status = fact.timing.as_ref().map(|timing| timing.status).filter(|status| *status != Status::Held);
    let words = [days(fact), status.map(|status| status.name().to_owned())];
    let words: Vec<String> = words.into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn days(fact: &Fact) -> Option<String> {
    let timing = fact.timing.as_ref()?;
    if let [_, _, ..] = timing.alternatives.as_slice() {
        let shortest = timing.alternatives.iter().map(|one| EventDate::from_bounds(&one.days));
        let cells: Vec<String> = shortest.map(|date| date.map_or("some day".to_owned(), |date| date.cell())).collect();
        return Some(format!("{} !", cells.join(" or ")));
    }
    let supporting = fact.accounts.iter().filter(|account| account.supports(timing.status));
    let given: BTreeSet<&EventDate> = supporting
        .filter_map(|account| match account.heard.as_ref() {
            Body::Event(event) => event.shared().when.as_ref(),
            _ => None,
        })
        .collect();
    let only = given.first().filter(|_| given.len() == 1).map(|date| date.cell());
    only.or_else(|| EventDate::from_bounds(&timing.hull()).map(|date| date.cell()))
}

/// When an office was held, as far as that is stated or attested.
pub(super) fn of_tenure(tenure: &Tenure, holding: Option<&Holding>) -> String {
    let stated = stretch(tenure.from.as_ref(), tenure.until.as_ref());
    let attested = match (&tenure.from, &tenure.until, holding) {
        (None, None, Some(holding)) => attested(holding),
        (Some(_), None, Some(holding)) => holding.span.last_attested.map(|last| format!("attested {last}")),
        _ => None,
    };
    let acting = (tenure.acting == Some(true)).then(|| "acting".to_owned());
    let known: Vec<String> = [acting, stated, attested].into_iter().flatten().collect();
    if known.is_empty() { "days not known".to_owned() } else { known.join(", ") }
}

fn attested(holding: &Holding) -> Option<String> {
    let last = holding.span.last_attested?;
    let first = holding.span.certain.map(|days| days.first).filter(|first| *first != Day::MIN && *first < last);
    Some(match first {
        Some(first) => format!("attested {first}–{last}"),
        None => format!("attested {last}"),
    })
}

/// How surely an office was held: possibly outside the days on which it certainly was. Where it was not held in the
/// period at all, its own days count.
pub(super) fn certainty_of_tenure(holding: &Holding, period: Option<Period>) -> Certainty {
    let within = period.and_then(|period| holding.span.within(period));
    within.or_else(|| holding.span.within(Period::ALL)).unwrap_or(Certainty::Possible)
}

/// When somebody was a member, as far as that is stated.
pub(super) fn of_membership(membership: &Membership) -> Option<String> {
    stretch(membership.from.as_ref(), membership.until.as_ref())
}

fn stretch(from: Option<&PointDate>, until: Option<&PointDate>) -> Option<String> {
    match (from.map(PointDate::cell), until.map(PointDate::cell)) {
        (Some(from), Some(until)) => Some(format!("{from}–{until}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(until)) => Some(format!("until {until}")),
        (None, None) => None,
    }
}
