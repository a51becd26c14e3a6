//! Who attended a forum, session or other event, was absent from it, or stood in.

use super::Rows;
use super::answer::Answer;
use super::capacity;
use super::cite::CitedAt;
use super::filter::{self, Sieve};
use super::people::{date_cell, ids, person};
use super::row::AttendanceRow;
use super::select;
use super::{Attendance, Attended, Scope, Who};
use crate::date::Day;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Account, Certainty, Fact, Part};
use crate::record::{Body, Event, Kind, Medium, Part as PartKind, Presence, Slot};
use std::collections::BTreeSet;

const SHOWN: &[&str] =
    &["event", "date", "who", "as", "role", "attendance", "stand_in", "reason", "place", "held", "src"];

/// Answers who attended.
pub(super) fn attendance(graph: &KnowledgeGraph, question: &Attendance) -> Answer {
    let mut sieve = Sieve::default();
    let mut rows = Vec::new();
    for event in events(graph, question) {
        let verdict = filter::event(graph, event, &question.scope, kinds(question));
        let Some(certainty) = sieve.event(verdict) else {
            continue;
        };
        rows.extend(
            attended(graph, event, question, certainty)
                .into_iter()
                .filter(|row| sieve.degree(row.certainty, &question.scope)),
        );
    }
    rows.sort_by_cached_key(|row| {
        (row.date_first.or(row.date_last).unwrap_or(Day::MAX), row.event.clone(), row.who.id.clone())
    });
    let absent = keep(&mut rows, question.only);
    let mut answer = Answer::new(graph, Rows::Attendance(rows), sieve.left_out, SHOWN);
    answer.notices.extend(absent);
    answer
}

/// Of a forum its sessions are meant; an event that is named is meant itself.
fn kinds(question: &Attendance) -> &'static [Kind] {
    if question.event.is_some() { &[] } else { &[Kind::Session] }
}

/// The events to look at.
fn events(graph: &KnowledgeGraph, question: &Attendance) -> BTreeSet<NodeId> {
    let named = question.event.as_ref().map(|event| sessions(graph, event));
    let of = question.of.as_ref().map(|of| chosen(graph, of, &question.scope));
    match (named, of) {
        (Some(named), Some(of)) => named.intersection(&of).copied().collect(),
        (Some(events), None) | (None, Some(events)) => events,
        (None, None) => BTreeSet::new(),
    }
}

/// A session itself, or the sessions under a forum. Of an event that is no session itself only the event is meant.
fn sessions(graph: &KnowledgeGraph, id: &Id) -> BTreeSet<NodeId> {
    let Some(node) = graph.node(id.as_str()) else {
        return BTreeSet::new();
    };
    if graph.kind(node).is_event() {
        return BTreeSet::from([node]);
    }
    let is_session = |event: &NodeId| graph.fact(*event).kind() == Some(Kind::Session);
    graph.under(node).into_iter().filter(is_session).collect()
}

fn chosen(graph: &KnowledgeGraph, who: &Who, scope: &Scope) -> BTreeSet<NodeId> {
    select::events(graph, who, scope).into_keys().collect()
}

/// The rows of one event: of everybody, or of those asked about if all of them are on its list.
fn attended(graph: &KnowledgeGraph, event: NodeId, question: &Attendance, certainty: Certainty) -> Vec<AttendanceRow> {
    let asked = [&question.of, &question.with];
    let mut rows = Vec::new();
    for who in asked.into_iter().flatten() {
        let own = rows_of(graph, event, Some(who), &question.scope, certainty);
        if own.is_empty() {
            return Vec::new();
        }
        rows.extend(own);
    }
    if rows.is_empty() {
        rows = rows_of(graph, event, None, &question.scope, certainty);
    }
    rows
}

/// Keeps those who were there, or those who were not, where only these are asked for, and tells how many were not kept.
fn keep(rows: &mut Vec<AttendanceRow>, only: Option<Attended>) -> Option<String> {
    let all = rows.len();
    let is_absent = |row: &AttendanceRow| row.attendance.starts_with("absent");
    let (what, option) = match only? {
        Attended::Absent => {
            rows.retain(is_absent);
            return None;
        }
        Attended::Present => ("absent, or only expected", "--present"),
    };
    rows.retain(|row| !is_absent(row) && row.attendance != "expected");
    match all - rows.len() {
        0 => None,
        1 => Some(format!("1 more on the lists was {what}; without {option} it is shown.")),
        more => Some(format!("{more} more on the lists were {what}; without {option} they are shown.")),
    }
}

fn rows_of(
    graph: &KnowledgeGraph,
    event: NodeId,
    who: Option<&Who>,
    scope: &Scope,
    certainty: Certainty,
) -> Vec<AttendanceRow> {
    let parts = graph.fact(event).parts.iter();
    let counted = parts.filter(|part| !scope.principals || part.kind == PartKind::Principal);
    let listed = counted.filter(|part| matches!(part.slot, Slot::Participants | Slot::Visitors | Slot::Signatories));
    let asked = listed.filter_map(|part| {
        let degree = match who {
            Some(who) => select::stands_for(graph, who, event, part, scope)?,
            None => Certainty::Certain,
        };
        Some((part, degree.and(capacity::fits(graph, event, part, scope)?)))
    });
    asked.map(|(part, degree)| row(graph, event, part, degree.and(certainty))).collect()
}

fn row(graph: &KnowledgeGraph, event: NodeId, part: &Part, certainty: Certainty) -> AttendanceRow {
    let fact = graph.fact(event);
    let days = graph.days(event);
    let day = |day: Option<Day>| day.filter(|day| !day.is_open());
    let certainty = if part.disputed { certainty.and(Certainty::Disputed) } else { certainty };
    AttendanceRow {
        event: fact.id.clone(),
        date: part.when.as_deref().map_or_else(|| date_cell(graph, event), crate::date::EventDate::cell),
        date_first: day(days.map(|days| days.first())),
        date_last: day(days.map(|days| days.last())),
        who: person(graph, event, part, certainty),
        attendance: word(fact.event(), part),
        stand_in: stand_in(graph, event, part),
        reason: part.reason.as_deref().map(str::to_owned),
        reason_mark: reason_mark(fact, &part.who),
        status: fact.timing.as_ref().map_or("held", |timing| timing.status.name()),
        places: ids(graph, graph.places_of(event).into_iter()),
        certainty,
        cites: Vec::new(),
        support: CitedAt::all(fact),
    }
}

/// How the reason that is given for somebody is marked: disputed if accounts give several, or ruled.
fn reason_mark(fact: &Fact, who: &Id) -> Option<&'static str> {
    let given = |account: &Account| match account.heard.as_ref() {
        Body::Event(event) if !account.withdrawn => event
            .participations()
            .filter(|(_, one)| one.who == *who)
            .find_map(|(_, one)| one.reason.as_deref().map(str::to_owned)),
        _ => None,
    };
    let reasons: BTreeSet<String> = fact.accounts.iter().filter_map(given).collect();
    let ruled = || fact.is_ruled("reason", Some(who)).then_some("ruled");
    (reasons.len() > 1).then_some("disputed").or_else(ruled)
}

/// How somebody attended. By video or telephone nobody is present at an event held in person.
fn word(event: Option<&Event>, part: &Part) -> &'static str {
    let remote = event.and_then(|event| event.shared().medium).is_some_and(|medium| medium != Medium::InPerson);
    match part.presence {
        Presence::Present => "present",
        Presence::Absent => "absent",
        Presence::Expected => "expected",
        Presence::Video if remote => "by video",
        Presence::Phone if remote => "by telephone",
        Presence::Video => "absent (by video)",
        Presence::Phone => "absent (by telephone)",
    }
}

/// Who stood in for somebody.
fn stand_in(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> Option<Id> {
    let absent = part.presence != Presence::Present;
    let node = |id: &Id| graph.node(id.as_str());
    let who = node(&part.who);
    let stands_for = |other: &&Part| other.who != part.who && other.stands_for.as_ref().and_then(node) == who;
    graph.fact(event).parts.iter().find(stands_for).filter(|_| absent).map(|other| other.who.clone())
}
