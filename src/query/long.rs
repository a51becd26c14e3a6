//! Rows of participants: for each event everybody in it, with ids and codes that data sets are joined by.

use super::dyads;
use super::row::{Cell, EventRow, LongRow, Person};
use super::said_by::originals;
use crate::date::{Bounds, Day};
use crate::graph::{self, Basis, EdgeKind, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Certainty;
use crate::record::{Event, Kind};

/// The rows of everybody in an event; one without anybody where nobody is named.
pub(super) fn long(graph: &KnowledgeGraph, row: &EventRow) -> Vec<LongRow> {
    let event = graph.node(row.event.as_str()).filter(|event| graph.kind(*event).is_event());
    let bare = of_event(graph, event, row);
    let Some(event) = event else {
        return vec![bare];
    };
    let sides = Numbers::of(graph, event, row);
    let people = row.who.iter().chain(&row.with);
    let rows: Vec<LongRow> = people.map(|one| of_person(graph, (event, row), one, &sides, bare.clone())).collect();
    if rows.is_empty() { vec![bare] } else { rows }
}

/// For whom somebody certainly stood.
fn actors(graph: &KnowledgeGraph, event: NodeId, who: &Id) -> Vec<NodeId> {
    let side = dyads::side(graph, event, who);
    if side.basis == Basis::Held(Certainty::Possible) { Vec::new() } else { side.actors }
}

/// The sides of an event, numbered in the order in which its row names them.
struct Numbers {
    sides: Vec<Vec<NodeId>>,
}

impl Numbers {
    fn of(graph: &KnowledgeGraph, event: NodeId, row: &EventRow) -> Self {
        let mut sides: Vec<Vec<NodeId>> = Vec::new();
        for side in row.who.iter().chain(&row.with).map(|person| actors(graph, event, &person.id)) {
            if !side.is_empty() && !sides.contains(&side) {
                sides.push(side);
            }
        }
        Self { sides }
    }

    fn number(&self, side: &[NodeId]) -> Cell {
        let at = self.sides.iter().position(|own| own == side);
        at.map_or(Cell::Empty, |at| Cell::Number(at as u64 + 1))
    }
}

/// What is the same for everybody in an event.
fn of_event(graph: &KnowledgeGraph, event: Option<NodeId>, row: &EventRow) -> LongRow {
    let days = event.and_then(|event| graph.days(event));
    let (shortest, longest) = days.map_or((None, None), |days| durations(&days));
    let place = row.place.as_ref().and_then(|place| graph.node(place.as_str()));
    let above = |kind: Kind| event.map(|event| around(graph, event, kind)).unwrap_or_default();
    LongRow {
        event_id: Cell::Text(row.event.to_string()),
        kind: Cell::Text(row.kind.name().to_owned()),
        format: Cell::maybe(row.format),
        mode: Cell::maybe(row.mode.map(|mode| mode.name())),
        status: Cell::Text(row.status.to_owned()),
        rank: Cell::maybe(row.rank),
        occasion: list(event.map(|event| occasions(graph, event)).unwrap_or_default()),
        date: Cell::Text(row.date.clone()),
        date_first: day(row.date_first),
        date_last: day(row.date_last),
        date_precision: Cell::maybe(days.map(|days| precision(&days))),
        duration_min: shortest.map_or(Cell::Empty, Cell::Number),
        duration_max: longest.map_or(Cell::Empty, Cell::Number),
        place_id: list(row.places.iter().map(ToString::to_string).collect()),
        place: Cell::maybe(place.map(|place| graph.fact(place).name())),
        place_iso3: Cell::maybe(place.and_then(|place| country_code(graph, place, row))),
        part_of: list(row.part_of.iter().map(ToString::to_string).collect()),
        forum: list(above(Kind::Forum)),
        session: list(above(Kind::Session)),
        certainty: Cell::Text(row.certainty.name().to_owned()),
        disputed: list(row.disputed.clone()),
        said_by: Cell::maybe(row.said_by),
        n_accounts: Cell::Number(row.support.len() as u64),
        n_sources: Cell::Number(originals(graph, row.support.iter().map(|cited| cited.source.as_str())) as u64),
        citekeys: citekeys(row),
        ..LongRow::bare(row.certainty, row.support.clone())
    }
}

fn of_person(
    graph: &KnowledgeGraph,
    (event, row): (NodeId, &EventRow),
    person: &Person,
    sides: &Numbers,
    bare: LongRow,
) -> LongRow {
    let words = |words: &[&str]| list(words.iter().map(|word| (*word).to_owned()).collect());
    let capacities = || list(person.capacities.iter().map(ToString::to_string).collect());
    let side = actors(graph, event, &person.id);
    let degree = weaker(person, bare.degree);
    let codes = |scheme: &str| list(side.iter().filter_map(|actor| code(graph, *actor, scheme, row)).collect());
    LongRow {
        person_id: Cell::Text(person.id.to_string()),
        person: Cell::Text(person.name.clone()),
        wikidata: Cell::maybe(graph.node(person.id.as_str()).and_then(|node| code(graph, node, "wikidata", row))),
        role: Cell::maybe(person.role),
        part: Cell::Text(person.part.to_owned()),
        side: sides.number(&side),
        for_id: list(side.iter().map(|actor| graph.fact(*actor).id.to_string()).collect()),
        for_iso3: codes("iso3"),
        for_cow: codes("cow"),
        for_gw: codes("gw"),
        as_stated: if person.as_inferred { Cell::Empty } else { capacities() },
        as_inferred: if person.as_inferred { capacities() } else { Cell::Empty },
        offices_held: list(person.offices.iter().map(ToString::to_string).collect()),
        level: words(&person.levels),
        channel: words(&person.channels),
        certainty: Cell::Text(degree.name().to_owned()),
        degree,
        ..bare
    }
}

/// Somebody is in an event no more surely than the event is in the answer.
fn weaker(person: &Person, event: Certainty) -> Certainty {
    let degrees = [Certainty::Possible, Certainty::Disputed, Certainty::Certain];
    let own = degrees.into_iter().find(|degree| degree.name() == person.certainty);
    own.unwrap_or(event).and(event)
}

fn list(texts: Vec<String>) -> Cell {
    if texts.is_empty() { Cell::Empty } else { Cell::List(texts) }
}

/// A day, where it is known.
pub(super) fn day(day: Option<Day>) -> Cell {
    Cell::maybe(day.map(|day| day.to_string()))
}

/// The ids of the sources behind a row, each once.
pub(super) fn citekeys(row: &EventRow) -> Cell {
    let mut keys: Vec<String> = row.support.iter().map(|cited| cited.source.to_string()).collect();
    keys.sort_unstable();
    keys.dedup();
    list(keys)
}

/// The code of a fact in another collection on the first day of an event: `cow`, `gw`, `iso3`, `wikidata`.
pub(super) fn code(graph: &KnowledgeGraph, node: NodeId, scheme: &str, row: &EventRow) -> Option<String> {
    graph::code(graph.fact(node), scheme, row.date_first).map(str::to_owned)
}

/// The code of the state that a place lies in, if it is one state.
fn country_code(graph: &KnowledgeGraph, place: NodeId, row: &EventRow) -> Option<String> {
    let mut states = graph.of_kind(Kind::State).filter(|state| graph.lies_in(place, *state));
    let (state, further) = (states.next()?, states.next());
    code(graph, state, "iso3", row).filter(|_| further.is_none())
}

fn occasions(graph: &KnowledgeGraph, event: NodeId) -> Vec<String> {
    match graph.event(event) {
        Some(Event::Visit(visit)) => visit.occasion.iter().map(|one| one.name().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The forums or sessions that an event is, or stands under.
fn around(graph: &KnowledgeGraph, event: NodeId, kind: Kind) -> Vec<String> {
    let mut found = vec![event];
    let mut next = 0;
    while let Some(node) = found.get(next).copied() {
        next += 1;
        for above in graph.to(node, EdgeKind::PartOf).chain(graph.to(node, EdgeKind::SessionOf)) {
            if !found.contains(&above) {
                found.push(above);
            }
        }
    }
    let of_kind = found.into_iter().filter(|node| graph.fact(*node).kind() == Some(kind));
    of_kind.map(|node| graph.fact(node).id.to_string()).collect()
}

/// How many days an event lasted at least and at most; nothing where an end is open.
fn durations(days: &Bounds) -> (Option<u64>, Option<u64>) {
    let span = |from: Day, until: Day| {
        let days = from.days_until(until).filter(|_| !from.is_open() && !until.is_open())?;
        u64::try_from(days.max(0)).ok().map(|days| days + 1)
    };
    let longest = span(days.start_first, days.end_last);
    let shortest = longest.and(span(days.start_last, days.end_first));
    (shortest, longest)
}

/// How precisely an event is dated: to the day at both ends, to a month or year, within a range, or with an open end.
fn precision(days: &Bounds) -> &'static str {
    let (first, last) = (days.first(), days.last());
    if first.is_open() || last.is_open() {
        return "open";
    }
    if days.start_first == days.start_last && days.end_first == days.end_last {
        return "day";
    }
    let next = last.plus_days(1);
    let whole_months = first.ymd().2 == 1 && next.ymd().2 == 1;
    match first.days_until(next) {
        Some(28..=31) if whole_months => "month",
        Some(365 | 366) if whole_months && first.month() == 1 => "year",
        _ => "range",
    }
}
