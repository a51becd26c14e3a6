//! Events, and everybody's part in them.

use super::actor::doubts;
use super::entity::{Entity, Ids, partial};
use crate::export::dot::date;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Fact, Part};
use crate::record::{Event, Kind, Part as PartKind, Presence, Status};

/// An event and a link for each part in it.
pub(super) fn entities(ids: &Ids<'_, '_>, fact: &Fact, event: &Event) -> Vec<Entity> {
    let mut entities = vec![of_event(ids, fact, event)];
    for (number, part) in fact.parts.iter().enumerate() {
        entities.extend(link(ids, fact, part, number + 1));
        entities.extend(representation(ids, fact, part, number + 1));
    }
    entities
}

fn of_event(ids: &Ids<'_, '_>, fact: &Fact, event: &Event) -> Entity {
    let graph = ids.closure.graph;
    let shared = event.shared();
    let entity = Entity::new(ids.of(&fact.id), "Event").with("name", [name(graph, fact, event)]);
    let entity = dated(graph, fact, entity).with("summary", [summary(graph, fact)]);
    let involved = fact.parts.iter().filter(|part| is_involved(fact, part)).filter_map(|part| ids.legal(&part.who));
    let entity = entity.with("involved", involved);
    let entity = entity.with("organizer", shared.hosted_by.iter().filter_map(|id| ids.legal(id)));
    let places = || shared.place.iter().filter_map(|id| ids.fact(id));
    let entity = entity.with("location", places().map(Fact::name));
    let addresses = places().filter(|place| place.kind() == Some(Kind::Place)).map(|place| ids.of(&place.id));
    let entity = entity.with("addressEntity", addresses).with("keywords", [event.kind()]);
    let entity = entity.with("keywords", crate::export::network::detail(fact));
    let entity = entity.with("keywords", shared.about.iter().filter_map(|id| ids.fact(id)).map(Fact::name));
    let entity = entity.with("description", texts(event)).with("notes", &fact.notes).with("notes", doubts(fact));
    let proof = super::evidence::sources(fact).into_iter().filter_map(|id| ids.of_kind(id, Kind::Source));
    entity.with("proof", proof).with("sourceUrl", ids.urls(fact)).with("recordId", [&fact.id])
}

/// What an event is called: its name, else its kind and date, as the model wants one.
fn name(graph: &KnowledgeGraph, fact: &Fact, event: &Event) -> String {
    if let Some(name) = event.shared().name.as_ref().filter(|name| !name.is_empty()) {
        return name.to_string();
    }
    let date = graph.node(fact.id.as_str()).and_then(|node| date::of_event(graph, node));
    format!("{} {}", event.kind(), date.unwrap_or_else(|| "on an unknown day".to_owned()))
}

/// Start and end, as precisely as they are certain.
fn dated(graph: &KnowledgeGraph, fact: &Fact, entity: Entity) -> Entity {
    let Some(days) = graph.node(fact.id.as_str()).and_then(|node| graph.days(node)) else { return entity };
    let sure = |is: bool, date: Option<String>| date.filter(|_| is);
    let entity = entity.with("startDate", sure(days.start_sure, partial(days.start_first, days.start_last)));
    entity.with("endDate", sure(days.end_sure, partial(days.end_first, days.end_last)))
}

/// How far it is known to have taken place, and when, in words.
fn summary(graph: &KnowledgeGraph, fact: &Fact) -> String {
    let date = graph.node(fact.id.as_str()).and_then(|node| date::of_event(graph, node)).unwrap_or_default();
    let status = fact.timing.as_ref().map(|timing| timing.status);
    if fact.is_withdrawn() {
        return format!("withdrawn by its sources; {date}");
    }
    match status {
        Some(Status::Held) => date,
        Some(status) => format!("{status}, not known to have taken place; {date}"),
        None => date,
    }
}

fn texts(event: &Event) -> Option<&String> {
    match event {
        Event::Statement(statement) => statement.text.as_ref(),
        _ => None,
    }
}

/// Whether nothing disputes that somebody was at an event that was held.
fn is_involved(fact: &Fact, part: &Part) -> bool {
    let is_held = fact.timing.as_ref().is_some_and(|timing| timing.status == Status::Held) && !fact.is_withdrawn();
    let is_there = !matches!(part.presence, Presence::Absent | Presence::Expected);
    is_held && is_there && !is_disputed(fact, part)
}

fn is_disputed(fact: &Fact, part: &Part) -> bool {
    part.disputed || fact.disputes("participation", Some(&part.who)) || fact.disputes("occurrence", None)
}

/// The part of one actor as a link, which can hold what a property cannot.
fn link(ids: &Ids<'_, '_>, fact: &Fact, part: &Part, number: usize) -> Option<Entity> {
    let status = if is_disputed(fact, part) { "disputed" } else { "stated" };
    let entity = Entity::new(ids.link(fact, "part", number), "UnknownLink").with("subject", ids.legal(&part.who));
    ids.legal(&part.who)?;
    let entity = entity.with("object", [ids.of(&fact.id)]).with("role", [role(ids, part)]).with("status", [status]);
    let entity = entity.with("description", part.reason.as_deref()).with("description", part.printed.as_deref());
    let node = ids.closure.graph.node(fact.id.as_str());
    let date = node.and_then(|node| date::of_event(ids.closure.graph, node));
    Some(entity.with("summary", date).with("recordId", [&fact.id]))
}

/// A part in words: `host, delegation, as Foreign Minister, for State A`.
fn role(ids: &Ids<'_, '_>, part: &Part) -> String {
    let name = |id: &Id| ids.fact(id).map_or_else(|| id.to_string(), |fact| fact.name().to_owned());
    let mut words = vec![part.role.map_or_else(|| part.slot.name().replace('_', " "), |role| role.to_string())];
    words.extend((part.kind != PartKind::Principal).then(|| part.kind.to_string()));
    words.extend((part.presence != Presence::Present).then(|| part.presence.to_string()));
    words.extend(part.capacities.iter().map(|stated| match stated.capacity.id() {
        Some(id) => format!("as {}", stated.capacity.to_string().replace(id.as_str(), &name(id))),
        None => "for oneself".to_owned(),
    }));
    words.extend(part.stands_for.as_ref().map(|id| format!("for {}", name(id))));
    words.join(", ")
}

/// Whom somebody stood for, where that is stated and undisputed.
fn representation(ids: &Ids<'_, '_>, fact: &Fact, part: &Part, number: usize) -> Option<Entity> {
    if !is_involved(fact, part) || fact.disputes("for", Some(&part.who)) {
        return None;
    }
    let (agent, client) = (ids.legal(&part.who)?, ids.legal(part.stands_for.as_ref()?)?);
    let entity = Entity::new(ids.link(fact, "for", number), "Representation");
    let entity = entity.with("agent", [agent]).with("client", [client]).with("recordId", [&fact.id]);
    Some(dated(ids.closure.graph, fact, entity))
}
