//! What comes closest to a meeting where none is known: calls and letters, what was only announced, what both attended
//! without meeting, and what is denied.

use super::dissent::Objections;
use super::people::date_cell;
use super::said::canonical;
use super::select::{self, Chosen};
use super::title::titled;
use super::{Scope, Who};
use crate::graph::{KnowledgeGraph, NodeId, Room};
use crate::model::{Fact, Part};
use crate::record::{Body, Kind, Mode, Presence, Status};
use std::collections::BTreeMap;

/// How many events are named.
const NAMED: usize = 8;

/// Sentences that name the events in which both had a part and did not meet, by date, each with the reason why it is no
/// meeting in person.
pub(super) fn nearest(graph: &KnowledgeGraph, who: &Who, with: &Who, scope: &Scope) -> Vec<String> {
    if who.ids == with.ids {
        return vec!["Both names stand for the same.".to_owned()];
    }
    let mut events = shared(graph, who, with, scope);
    events.extend(taken_back(graph, who, with));
    let objections = Objections::of(graph);
    let mut sentences: Vec<String> = events.iter().take(NAMED).map(|near| near.sentence(graph, &objections)).collect();
    if sentences.is_empty() {
        sentences.push("No loaded event of any kind has a part for both.".to_owned());
    } else {
        sentences.push("`chancery why ID` shows the accounts of one of them.".to_owned());
    }
    let more = events.len().saturating_sub(NAMED);
    if more > 0 {
        sentences.push(format!("{more} more events have a part for both; `chancery timeline WHO WHO` lists them."));
    }
    sentences
}

/// An event in which both had a part.
struct Near<'g> {
    event: NodeId,
    fact: &'g Fact,
    parts: [Vec<&'g Part>; 2],
}

/// The events in which both had a part, by date.
fn shared<'g>(graph: &'g KnowledgeGraph, who: &Who, with: &Who, scope: &Scope) -> Vec<Near<'g>> {
    let with = select::events(graph, with, scope);
    let both = select::events(graph, who, scope).into_iter();
    let both = both.filter_map(|(event, own)| Some((event, own, with.get(&event)?)));
    let mut near: Vec<Near<'_>> = both.map(|(event, own, other)| Near::of(graph, event, &own, other)).collect();
    near.retain(|near| near.parts.iter().all(|parts| !parts.is_empty()));
    near.sort_by_cached_key(|near| {
        let days = near.fact.timing.as_ref().map(|timing| timing.hull());
        (days.map(|days| days.start_first), near.fact.id.clone())
    });
    near
}

/// The events at which only accounts that were taken back have both by name: no part of theirs is left.
fn taken_back<'g>(graph: &'g KnowledgeGraph, who: &Who, with: &Who) -> Vec<Near<'g>> {
    let tells = |fact: &Fact, of: &Who| {
        fact.accounts.iter().any(|account| match account.says.as_ref() {
            Body::Event(event) => event.participations().any(|(_, part)| of.ids.contains(&canonical(graph, &part.who))),
            _ => false,
        })
    };
    if graph.facts_of(Kind::Retraction).next().is_none() {
        return Vec::new();
    }
    let facts = graph.facts().iter().filter(|fact| fact.is_withdrawn() && tells(fact, who) && tells(fact, with));
    let near =
        |fact: &'g Fact| Some(Near { event: graph.node(fact.id.as_str())?, fact, parts: [Vec::new(), Vec::new()] });
    facts.filter_map(near).collect()
}

impl<'g> Near<'g> {
    fn of(graph: &'g KnowledgeGraph, event: NodeId, own: &Chosen, other: &Chosen) -> Self {
        let fact = graph.fact(event);
        let of = |chosen: &Chosen| {
            let parts = fact.parts.iter().zip(0_u32..);
            parts.filter(|(_, number)| chosen.certainty(*number).is_some()).map(|(part, _)| part).collect()
        };
        Self { event, fact, parts: [of(own), of(other)] }
    }

    fn sentence(&self, graph: &KnowledgeGraph, objections: &Objections<'_>) -> String {
        let date = date_cell(graph, self.event);
        let date = if date.is_empty() || self.fact.is_withdrawn() { String::new() } else { format!(", {date}") };
        let denied: Vec<String> = objections
            .denied(graph, self.fact)
            .iter()
            .map(|aspect| {
                let sources = objections.denied_by(graph, self.fact, aspect);
                let sources: Vec<String> = sources.iter().map(ToString::to_string).collect();
                format!("; {aspect} denied by {}", sources.join(", "))
            })
            .collect();
        let name = titled(graph, self.fact);
        format!("Closest: {name}{date}: {}{}.", self.reason(graph), denied.concat())
    }

    /// Why the event is no meeting of both in person.
    fn reason(&self, graph: &KnowledgeGraph) -> String {
        let status = self.fact.timing.as_ref().map_or(Status::Held, |timing| timing.status);
        let kind = self.fact.kind().map_or("event", Kind::name);
        let article = if kind.starts_with('a') { "an" } else { "a" };
        if self.fact.is_withdrawn() {
            return "taken back by its source".to_owned();
        }
        if status != Status::Held {
            return format!("{article} {kind} {status}, not known to have been held");
        }
        if let Some(absent) = self.absent() {
            return format!("{article} {kind} from which {} was absent", graph.facts().name(&absent.who));
        }
        match self.mode(graph) {
            Some(Mode::Written) => format!("{article} {kind}, in writing"),
            Some(mode @ (Mode::Phone | Mode::Video)) => format!("{article} {kind} by {}", mode.name()),
            _ if kind == Kind::Meeting.name() => "a meeting at which they were not two sides that met".to_owned(),
            _ => format!("{article} {kind} counts as no meeting"),
        }
    }

    /// Somebody asked about who was absent, where all their side's parts are.
    fn absent(&self) -> Option<&Part> {
        let all_absent = |parts: &&Vec<&'g Part>| parts.iter().all(|part| part.presence == Presence::Absent);
        self.parts.iter().find(all_absent)?.first().copied()
    }

    /// By which means both took part.
    fn mode(&self, graph: &KnowledgeGraph) -> Option<Mode> {
        let room = Room::of(graph, self.event)?;
        let seats: BTreeMap<&str, _> = room.seats.iter().map(|seat| (seat.part.who.as_str(), seat)).collect();
        let [own, other] = &self.parts;
        let own = own.iter().find_map(|part| seats.get(part.who.as_str()))?;
        let other = other.iter().find_map(|part| seats.get(part.who.as_str()))?;
        Some(room.mode(own, other))
    }
}
