//! Nodes with their attributes.

use super::super::dot::date;
use super::super::dot::picture::Picture;
use super::super::field::{Value, code, fields};
use super::{bounds, places_in_sources};
use crate::graph::{KnowledgeGraph, NodeId, event_mode};
use crate::model::Fact;
use crate::record::{Body, Event};

fields! {
    /// A node.
    NodeRow {
        id: Text "The id of the fact.",
        label: Text "What the fact is called.",
        kind: Text "What kind of fact: person, state, meeting …; `unknown` for an id without a readable record.",
        detail: Text "The kind within the kind: format of a meeting, rank of a visit, kind of a session …",
        date: Text "For an event: when it took place, as its accounts say.",
        start_first: Day "The first day on which it can have begun; nothing if open.",
        start_last: Day "The last day on which it can have begun; nothing if open.",
        end_first: Day "The first day on which it can have ended; nothing if open.",
        end_last: Day "The last day on which it can have ended; nothing if open.",
        date_sure: Flag "For an event: whether no source marks the date as doubtful or approximate.",
        status: Text "For an event: held, announced, postponed or cancelled.",
        mode: Text "For an event: in-person, phone, video or written.",
        certainty: Text "certain, disputed or possible; of an event: how surely it lies in the period.",
        disputed: List "The aspects in which accounts contradict each other.",
        ruled: List "The aspects in which the keeper decided between accounts.",
        text: Text "Of a statement: what was said, in the keeper's words.",
        level: List "Of an office: its ranks.",
        latitude: Real "Degrees north.",
        longitude: Real "Degrees east.",
        wikidata: Text "The id in Wikidata.",
        iso3: Text "The code of a state by ISO 3166-1, three letters.",
        cow: Text "The number of a state by the Correlates of War project.",
        gw: Text "The number of a state by Gleditsch and Ward.",
        centre: Flag "Whether the selection is about it.",
        accounts: Number "How many accounts support it.",
        sources: List "Where these stand: source#place.",
    }
}

/// The nodes of a view, by id.
pub(super) fn rows(picture: &Picture<'_>, centres: &[NodeId]) -> Vec<NodeRow> {
    picture.view.nodes().map(|node| row(picture, node, centres.contains(&node))).collect()
}

/// A node.
pub(super) fn row(picture: &Picture<'_>, node: NodeId, is_centre: bool) -> NodeRow {
    let graph = picture.view.graph();
    let fact = graph.fact(node);
    let [start_first, start_last, end_first, end_last] = bounds(graph.days(node).as_ref());
    let code = |scheme: &str| code(fact, scheme);
    let (latitude, longitude) = position(fact);
    let sources = places_in_sources(fact, |_| true);
    NodeRow {
        id: Value::text(&fact.id),
        label: Value::text(fact.name()),
        kind: Value::text(graph.kind(node)),
        detail: Value::maybe(detail(fact)),
        date: Value::maybe(date::of_event(graph, node)),
        start_first,
        start_last,
        end_first,
        end_last,
        date_sure: graph.days(node).map_or(Value::Nothing, |days| Value::Flag(days.is_sure())),
        status: Value::maybe(fact.timing.as_ref().map(|timing| timing.status)),
        mode: Value::maybe(fact.event().and_then(event_mode).map(|mode| mode.name())),
        certainty: Value::text(picture.certainty_of_node(node)),
        disputed: Value::list(&fact.disputed),
        ruled: Value::list(&fact.ruled),
        text: Value::maybe(text(fact)),
        level: levels(fact),
        latitude,
        longitude,
        wikidata: code("wikidata"),
        iso3: code("iso3"),
        cow: code("cow"),
        gw: code("gw"),
        centre: Value::Flag(is_centre),
        accounts: Value::number(supporting(graph, node)),
        sources,
    }
}

fn supporting(graph: &KnowledgeGraph, node: NodeId) -> usize {
    let fact = graph.fact(node);
    let status = fact.timing.as_ref().map(|timing| timing.status);
    fact.accounts.iter().filter(|account| status.map_or(!account.withdrawn, |status| account.supports(status))).count()
}

/// The kind within the kind of a fact.
pub(in crate::export) fn detail(fact: &Fact) -> Option<String> {
    Some(match fact.body.as_deref()? {
        Body::State(state) => state.kind?.to_string(),
        Body::Organization(organization) => organization.kind?.to_string(),
        Body::Forum(forum) => forum.kind?.to_string(),
        Body::Place(place) => place.kind.clone()?,
        Body::Initiative(initiative) => initiative.kind.clone()?,
        Body::Source(source) => source.kind?.to_string(),
        Body::Event(Event::Visit(visit)) => visit.rank?.to_string(),
        Body::Event(Event::Meeting(meeting)) => meeting.format?.to_string(),
        Body::Event(Event::Session(session)) => session.kind?.to_string(),
        Body::Event(Event::Activity(activity)) => activity.kind?.to_string(),
        Body::Event(Event::Message(message)) => message.kind?.to_string(),
        Body::Event(Event::Document(document)) => document.kind?.to_string(),
        _ => return None,
    })
}

fn text(fact: &Fact) -> Option<&String> {
    match fact.event()? {
        Event::Statement(statement) => statement.text.as_ref(),
        _ => None,
    }
}

fn levels(fact: &Fact) -> Value {
    match fact.body.as_deref() {
        Some(Body::Office(office)) => Value::list(&office.level),
        _ => Value::Nothing,
    }
}

fn position(fact: &Fact) -> (Value, Value) {
    match fact.body.as_deref() {
        Some(Body::Place(place)) => (
            place.lat.map_or(Value::Nothing, |degrees| Value::Real(degrees.get())),
            place.lon.map_or(Value::Nothing, |degrees| Value::Real(degrees.get())),
        ),
        _ => (Value::Nothing, Value::Nothing),
    }
}
