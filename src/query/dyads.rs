//! Rows of pairs: for each event every pair of sides, with the codes of states that data sets are joined by.

use super::long::{citekeys, code, day};
use super::row::{Cell, DyadRow, EventRow, Person};
use super::said_by::hosts;
use crate::graph::{Basis, KnowledgeGraph, NodeId, Room, Side};
use crate::id::Id;
use crate::model::{Certainty, Part};
use crate::record::{Kind, Slot};
use std::collections::BTreeMap;

/// The people of a row by the actor for whom they stood.
type Sides<'r> = BTreeMap<NodeId, Vec<&'r Person>>;

/// The rows of the pairs of one event; none where fewer than two sides are known.
pub(super) fn dyads(graph: &KnowledgeGraph, row: &EventRow) -> Vec<DyadRow> {
    let Some(event) = graph.node(row.event.as_str()).filter(|event| graph.kind(*event).is_event()) else {
        return Vec::new();
    };
    let pairs = pairs(graph, event, row);
    let mut ends: Vec<NodeId> = pairs.iter().flat_map(|(one, other)| [one.actor, other.actor]).collect();
    ends.sort_unstable();
    ends.dedup();
    let present = Room::of(graph, event).map_or(0, |room| room.sides());
    let sides = present.max(ends.len());
    pairs.into_iter().map(|pair| dyad(graph, event, row, pair, sides)).collect()
}

struct End<'r> {
    actor: NodeId,
    people: Vec<&'r Person>,
}

/// Whether a kind of event leads from one side to another.
fn is_directed(kind: Kind) -> bool {
    matches!(kind, Kind::Visit | Kind::Message | Kind::Statement)
}

fn pairs<'r>(graph: &KnowledgeGraph, event: NodeId, row: &'r EventRow) -> Vec<(End<'r>, End<'r>)> {
    let (ones, others) = ends(graph, event, row);
    let directed = is_directed(row.kind);
    let mut pairs: Vec<(NodeId, NodeId)> = Vec::new();
    for (one, other) in ones.keys().flat_map(|one| others.keys().map(move |other| (*one, *other))) {
        let swapped = !directed && rank(graph, other, row) < rank(graph, one, row);
        let pair = if swapped { (other, one) } else { (one, other) };
        if one != other && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    let end = |actor: NodeId| {
        let people = ones.get(&actor).into_iter().chain(others.get(&actor)).flatten().copied();
        let mut people: Vec<&Person> = people.collect();
        people.dedup_by_key(|person| &person.id);
        End { actor, people }
    };
    pairs.into_iter().map(|(one, other)| (end(one), end(other))).collect()
}

/// From which sides to which: visitors to the receiving state, senders to addressees; else those asked about and the
/// others, or all with all where nobody was asked about.
fn ends<'r>(graph: &KnowledgeGraph, event: NodeId, row: &'r EventRow) -> (Sides<'r>, Sides<'r>) {
    let everybody = || row.who.iter().chain(&row.with);
    if is_directed(row.kind) {
        let from = everybody().filter(|one| matches!(one.role, Some("visitor" | "sender" | "speaker")));
        let mut to = sides(graph, event, everybody().filter(|one| one.role == Some("addressee")));
        for actor in row.to.iter().filter_map(|id| graph.node(id.as_str())) {
            if graph.fact(actor).kind() != Some(Kind::Person) {
                to.entry(graph.root(actor)).or_default();
            }
        }
        return (sides(graph, event, from), to);
    }
    let (ones, others) = (sides(graph, event, row.who.iter()), sides(graph, event, row.with.iter()));
    if ones.is_empty() || others.is_empty() {
        let all = sides(graph, event, everybody());
        return (all.clone(), all);
    }
    (ones, others)
}

fn sides<'r>(graph: &KnowledgeGraph, event: NodeId, people: impl Iterator<Item = &'r Person>) -> Sides<'r> {
    let mut sides = Sides::new();
    for person in people {
        for actor in side(graph, event, &person.id).actors {
            sides.entry(actor).or_default().push(person);
        }
    }
    sides
}

/// For whom somebody stood at an event.
pub(super) fn side(graph: &KnowledgeGraph, event: NodeId, who: &Id) -> Side {
    match graph.fact(event).parts.iter().find(|part| part.who == *who) {
        Some(part) => graph.side(event, part),
        None => graph.side(event, &Part::of(who.clone(), Slot::To)),
    }
}

/// How surely somebody stood for an actor: an end that nobody stands at is a destination, and stated.
fn stood(graph: &KnowledgeGraph, event: NodeId, end: &End<'_>) -> Certainty {
    let degree = |person: &&Person| match side(graph, event, &person.id).basis {
        Basis::Stated => Certainty::Certain,
        Basis::Held(certainty) => certainty,
        Basis::Unknown => Certainty::Possible,
    };
    end.people.iter().map(degree).max().unwrap_or(Certainty::Certain)
}

/// By code, those without one last and by id.
fn rank(graph: &KnowledgeGraph, actor: NodeId, row: &EventRow) -> (u64, NodeId) {
    (number(graph, actor, row).unwrap_or(u64::MAX), actor)
}

fn number(graph: &KnowledgeGraph, actor: NodeId, row: &EventRow) -> Option<u64> {
    code(graph, actor, "cow", row)?.parse().ok()
}

fn dyad(
    graph: &KnowledgeGraph,
    event: NodeId,
    row: &EventRow,
    (one, other): (End<'_>, End<'_>),
    sides: usize,
) -> DyadRow {
    let degree = row.certainty.and(stood(graph, event, &one)).and(stood(graph, event, &other));
    let room = Room::of(graph, event);
    let list = |texts: Vec<String>| if texts.is_empty() { Cell::Empty } else { Cell::List(texts) };
    let ids = |end: &End<'_>| list(end.people.iter().map(|person| person.id.to_string()).collect());
    let levels = |end: &End<'_>| {
        let mut levels: Vec<String> =
            end.people.iter().flat_map(|person| &person.levels).map(|level| (*level).to_owned()).collect();
        levels.sort_unstable();
        levels.dedup();
        list(levels)
    };
    let code_of = |end: &End<'_>, scheme| Cell::maybe(code(graph, end.actor, scheme, row));
    let codes = hosts(graph, event, room.as_ref()).into_iter().filter_map(|host| code(graph, host, "cow", row));
    DyadRow {
        event_id: Cell::Text(row.event.to_string()),
        kind: Cell::Text(row.kind.name().to_owned()),
        date: Cell::Text(row.date.clone()),
        date_first: day(row.date_first),
        date_last: day(row.date_last),
        dyadid: dyadid(number(graph, one.actor, row), number(graph, other.actor, row)),
        ccode1: code_of(&one, "cow"),
        ccode2: code_of(&other, "cow"),
        side1: Cell::Text(graph.fact(one.actor).id.to_string()),
        side2: Cell::Text(graph.fact(other.actor).id.to_string()),
        iso3_1: code_of(&one, "iso3"),
        iso3_2: code_of(&other, "iso3"),
        person1: ids(&one),
        person2: ids(&other),
        level1: levels(&one),
        level2: levels(&other),
        directed: Cell::Number(u64::from(is_directed(row.kind))),
        host_ccode: list(codes.collect()),
        n_sides: Cell::Number(sides as u64),
        certainty: Cell::Text(degree.name().to_owned()),
        said_by: Cell::maybe(row.said_by),
        citekeys: citekeys(row),
        ..DyadRow::bare(degree, row.support.clone())
    }
}

/// The number of a pair as the Correlates of War project makes it: the smaller code times 1000, and the greater.
fn dyadid(one: Option<u64>, other: Option<u64>) -> Cell {
    match (one, other) {
        (Some(one), Some(other)) if one.max(other) < 1000 => Cell::Number(one.min(other) * 1000 + one.max(other)),
        _ => Cell::Empty,
    }
}
