//! Events by kind, and the rows of all questions about events.

use super::Rows;
use super::answer::{Answer, End};
use super::capacity;
use super::cite::CitedAt;
use super::filter::{self, Sieve};
use super::people::{self, person};
use super::row::{Above, EventRow, Person};
use super::said_by::said_by;
use super::scope::{Scope, When};
use super::select::{self, Chosen};
use crate::date::{Bounds, Day};
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId, Room};
use crate::id::Id;
use crate::model::{Certainty, Part};
use crate::record::{Body, Event, Kind, Mode, Part as PartKind, Slot};
use std::collections::BTreeMap;

/// The columns of a list of events.
pub(super) const SHOWN: &[&str] = &["date", "kind", "what", "who", "with", "place", "under_name", "held", "src"];

/// Answers a question about events.
pub(super) fn events(graph: &KnowledgeGraph, question: &super::Events) -> Answer {
    let mut sieve = Sieve::default();
    let mut rows = Vec::new();
    for (event, chosen) in chosen(graph, question) {
        let Some(certainty) = sieve.event(filter::event(graph, event, &question.scope, &[])) else {
            continue;
        };
        let row = listed(graph, event, certainty, &chosen, &question.scope);
        if sieve.degree(row.certainty, &question.scope) && mode_fits(&row, &question.scope, &mut sieve) {
            rows.push(row);
        }
    }
    sort(&mut rows);
    Answer::new(graph, Rows::Events(rows), sieve.left_out, SHOWN)
}

/// The events that a question names people, forums or nothing for.
pub(super) fn chosen(graph: &KnowledgeGraph, question: &super::Events) -> BTreeMap<NodeId, Chosen> {
    if question.who.is_empty() {
        let all = graph.calendar(question.scope.period);
        let fits = |event: &NodeId| capacity::of_event(graph, *event, &question.scope).is_some();
        return all.into_iter().map(|entry| entry.event).filter(fits).map(|event| (event, Chosen::Whole)).collect();
    }
    let mut found = BTreeMap::new();
    for who in &question.who {
        for (event, chosen) in select::events(graph, who, &question.scope) {
            merge(&mut found, event, chosen);
        }
    }
    found
}

fn merge(found: &mut BTreeMap<NodeId, Chosen>, event: NodeId, chosen: Chosen) {
    match (found.get_mut(&event), chosen) {
        (Some(Chosen::Parts(known)), Chosen::Parts(parts)) => {
            for (part, certainty) in parts {
                let known = known.entry(part).or_insert(certainty);
                *known = (*known).max(certainty);
            }
        }
        (_, chosen) => {
            found.insert(event, chosen);
        }
    }
}

/// Passes on a row by one of the modes asked for and counts others.
pub(super) fn mode_fits(row: &EventRow, scope: &Scope, sieve: &mut Sieve) -> bool {
    let modes = &scope.modes;
    let fits = modes.is_empty() || row.mode.is_some_and(|mode| modes.contains(&mode));
    if !fits {
        sieve.left_out.mode += 1;
    }
    fits
}

/// A row that lists an event with everybody who took part.
pub(super) fn listed(
    graph: &KnowledgeGraph,
    event: NodeId,
    certainty: Certainty,
    chosen: &Chosen,
    scope: &Scope,
) -> EventRow {
    let mut row = bare(graph, event, certainty);
    let mut best: Option<Certainty> = None;
    for (part, number) in graph.fact(event).parts.iter().zip(0_u32..).filter(|(part, _)| is_wanted(part, scope)) {
        let asked = match chosen {
            Chosen::Parts(_) => chosen.certainty(number),
            // Of an event as a whole those who acted stand first: visitors, speakers, senders and signatories.
            Chosen::Whole => {
                (!matches!(part.slot, Slot::Participants | Slot::To | Slot::ConveyedBy)).then_some(certainty)
            }
        };
        let person = person(graph, event, part, asked.unwrap_or(Certainty::Certain));
        match asked {
            Some(degree) => {
                row.who.push(person);
                best = best.max(Some(if part.disputed { degree.and(Certainty::Disputed) } else { degree }));
            }
            None => row.with.push(person),
        }
    }
    let known = |id: &&Id| row.who.iter().chain(&row.with).all(|person| person.id != **id);
    match graph.event(event) {
        Some(Event::Statement(statement)) => {
            let addressees = statement.to.iter().filter(known).map(|id| people::named(graph, id, "addressee"));
            row.with.extend(addressees.collect::<Vec<_>>());
        }
        Some(Event::Document(document)) => {
            let issuers: Vec<Person> =
                document.issued_by.iter().filter(known).map(|id| people::named(graph, id, "issuer")).collect();
            if *chosen == Chosen::Whole { row.who.extend(issuers) } else { row.with.extend(issuers) }
        }
        _ => {}
    }
    match (chosen, best) {
        (Chosen::Parts(_), Some(best)) => row.certainty = certainty.and(best),
        (Chosen::Whole, _) => {
            let capacity = capacity::of_event(graph, event, scope).unwrap_or(Certainty::Possible);
            row.certainty = certainty.and(capacity);
        }
        _ => {}
    }
    row
}

/// Whether a row names a participant at all.
fn is_wanted(part: &Part, scope: &Scope) -> bool {
    !scope.principals || part.kind == PartKind::Principal
}

/// A row about an event, before anybody is named in it.
pub(super) fn bare(graph: &KnowledgeGraph, event: NodeId, certainty: Certainty) -> EventRow {
    let fact = graph.fact(event);
    let kind = fact.kind().unwrap_or(Kind::Activity);
    let days = graph.days(event);
    let day = |day: Option<Day>| day.filter(|day| !day.is_open());
    let places = people::ids(graph, graph.places_of(event).into_iter());
    let room = Room::of(graph, event);
    let hosts = graph.to(event, EdgeKind::InvitedBy).chain(graph.to(event, EdgeKind::HostedBy));
    let parents = graph.to(event, EdgeKind::PartOf).chain(graph.to(event, EdgeKind::SessionOf));
    EventRow {
        event: fact.id.clone(),
        kind,
        what: Some(people::what(graph, fact)),
        date: people::date_cell(graph, event),
        date_first: day(days.map(|days| days.first())),
        date_last: day(days.map(|days| days.last())),
        who: Vec::<Person>::new(),
        with: Vec::new(),
        present: room.as_ref().map_or(0, |room| room.seats.len()),
        mode: mode(fact.body.as_deref()),
        format: fact.event().and_then(filter::format),
        status: fact.timing.as_ref().map_or("held", |timing| timing.status.name()),
        place: places.first().cloned(),
        places,
        part_of: people::ids(graph, parents),
        to: people::ids(graph, graph.to(event, EdgeKind::Visited).chain(graph.to(event, EdgeKind::AddressedTo))),
        rank: rank(fact.event()),
        invited_by: people::ids(graph, hosts),
        shared: None,
        certainty,
        disputed: fact.disputed.iter().map(ToString::to_string).collect(),
        ruled: fact.ruled.iter().map(ToString::to_string).collect(),
        by_ruling: false,
        date_line: fact.timing.as_ref().is_some_and(|timing| timing.date_line),
        channel: Vec::new(),
        said_by: said_by(graph, event, room.as_ref()),
        cites: Vec::new(),
        support: CitedAt::all(fact),
        order: days.map_or(Day::MAX, |days| order(&days)),
        under: above(graph, event),
    }
}

/// The day by which an event sorts: the first on which it can have begun, or the last such day where the first is open.
pub(super) fn order(days: &Bounds) -> Day {
    if days.start_first.is_open() { days.start_last } else { days.start_first }
}

/// What an event was part of, with the rank of visits and who invited to them.
fn above(graph: &KnowledgeGraph, event: NodeId) -> Vec<Above> {
    let above = graph.to(event, EdgeKind::PartOf).chain(graph.to(event, EdgeKind::SessionOf));
    let mut all: Vec<Above> = above
        .map(|node| Above {
            event: graph.fact(node).id.clone(),
            rank: rank(graph.event(node)),
            rank_mark: mark(graph, node, "rank"),
            invited_by: people::ids(graph, graph.to(node, EdgeKind::InvitedBy)),
        })
        .collect();
    all.sort_by(|a, b| a.event.cmp(&b.event));
    all
}

/// How an aspect of an event is marked: disputed, ruled, or neither.
fn mark(graph: &KnowledgeGraph, event: NodeId, aspect: &str) -> Option<&'static str> {
    let fact = graph.fact(event);
    if fact.disputes(aspect, None) {
        return Some("disputed");
    }
    fact.is_ruled(aspect, None).then_some("ruled")
}

/// The protocol rank of a visit.
fn rank(event: Option<&Event>) -> Option<&'static str> {
    match event {
        Some(Event::Visit(visit)) => visit.rank.map(|rank| rank.name()),
        _ => None,
    }
}

/// By what means an event took place.
fn mode(body: Option<&Body>) -> Option<Mode> {
    let Some(Body::Event(event)) = body else {
        return None;
    };
    crate::graph::event_mode(event)
}

/// Rows come by day, then by kind, so that what was said at a meeting stands below it.
pub(super) fn sort(rows: &mut [EventRow]) {
    rows.sort_by_cached_key(|row| (row.order, row.kind, row.date_last.unwrap_or(Day::MAX), row.event.clone()));
}

/// How many rows have days in common with the row at one end, so that their dates do not tell which was there.
pub(super) fn rivals(rows: &[EventRow], end: End) -> usize {
    let (row, others) = match (end, rows) {
        (End::First, [first, others @ ..]) => (first, others),
        (End::Last, [others @ .., last]) => (last, others),
        (_, []) => return 0,
    };
    let days = |row: &EventRow| (row.date_first.unwrap_or(Day::MIN), row.date_last.unwrap_or(Day::MAX));
    let (first, last) = days(row);
    others.iter().map(days).filter(|(other_first, other_last)| *other_first <= last && *other_last >= first).count()
}

/// Notes through which kinds of bodies those asked about took part, or, where nobody was, all who did.
pub(super) fn mark_channel(row: &mut EventRow) {
    let people = if row.who.is_empty() { &row.with } else { &row.who };
    row.channel = people.iter().flat_map(|person| person.channels.iter().copied()).collect();
    row.channel.sort_unstable();
    row.channel.dedup();
}

/// Notes whether a row is as sure as it is only by a ruling of the keeper's.
pub(super) fn mark_ruled(graph: &KnowledgeGraph, row: &mut EventRow, scope: &Scope) {
    let Some(fact) = graph.facts().get(row.event.as_str()) else {
        return;
    };
    let test = |days: &Bounds| match scope.when {
        When::During => Certainty::of(days.certainly_in(scope.period), days.possibly_in(scope.period)),
        When::Began => Certainty::of(days.certainly_began_in(scope.period), days.possibly_began_in(scope.period)),
    };
    let named = row.who.iter().chain(&row.with).any(|person| fact.is_ruled("participation", Some(&person.id)));
    let capacity = scope.asks_capacity() && row.who.iter().any(|person| fact.is_ruled("capacity", Some(&person.id)));
    let rank = !scope.ranks.is_empty()
        && (fact.is_ruled("rank", None) || row.under.iter().any(|above| above.rank_mark == Some("ruled")));
    let ruled = named || capacity || rank || fact.rests_on_ruling(test);
    row.by_ruling = row.certainty == Certainty::Certain && ruled;
}
