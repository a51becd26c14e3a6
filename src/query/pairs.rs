//! Which two met most often.

use super::Rank;
use super::cite::CitedAt;
use super::network::{Degrees, Projection, Ranked, Span, note};
use super::people::date_cell;
use super::rank::{Ranking, places};
use super::row::PairRow;
use super::tabled::{Fate, fate};
use crate::date::Day;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Certainty;
use crate::table::Class;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The rows about pairs.
pub(super) fn pairs(
    graph: &KnowledgeGraph,
    question: &Rank,
    all: &Projection,
    ranked: &Ranked<'_>,
) -> Ranking<PairRow> {
    let mut found: BTreeMap<[NodeId; 2], Degrees> = BTreeMap::new();
    for met in &all.met {
        let stands = met.seats.iter().filter_map(|(_, number)| ranked.certainty(met.event, *number)).max();
        let degree = stands.map(|degree| degree.and(met.certainty));
        if let Some(degree) = degree.filter(|degree| *degree >= question.scope.at_least) {
            note(found.entry(met.pair()).or_default(), met.event, degree);
        }
    }
    let order = in_order(&found, &all.rows);
    let total = order.len();
    let certain = order.iter().filter(|(span, _)| span.0.is_certain()).count();
    let places = places(order.iter().map(|(span, _)| *span));
    let first = order.iter().zip(places).take(question.top.unwrap_or(total));
    let rows = first.map(|((span, pair), place)| {
        let mut events: Vec<NodeId> = found.get(pair).into_iter().flat_map(|events| events.keys().copied()).collect();
        if !all.rows.is_empty() {
            let counts = |class: &Class| fate(class, &question.scope) == Fate::Counts;
            events.extend(graph.rows_between(*pair, question.scope.period, counts));
        }
        pair_row(graph, place, *pair, (span.0, found.get(pair)), events)
    });
    Ranking { rows: rows.collect(), total, certain }
}

/// Pairs with how often they met, those who met most often first.
fn in_order(
    found: &BTreeMap<[NodeId; 2], Degrees>,
    rows: &[([NodeId; 2], usize)],
) -> Vec<(Reverse<Span>, [NodeId; 2])> {
    let by_rows = |pair: &[NodeId; 2]| {
        let at = rows.binary_search_by_key(pair, |(pair, _)| *pair).ok();
        at.and_then(|at| rows.get(at)).map_or(0, |(_, times)| *times)
    };
    let both = found.iter().map(|(pair, events)| (Reverse(Span::of(events).and_possible(by_rows(pair))), *pair));
    let others = rows.iter().filter(|(pair, _)| !found.contains_key(pair));
    let others = others.map(|(pair, times)| (Reverse(Span::default().and_possible(*times)), *pair));
    let mut order: Vec<_> = both.chain(others).collect();
    order.sort_unstable();
    order
}

fn pair_row(
    graph: &KnowledgeGraph,
    rank: usize,
    pair: [NodeId; 2],
    (meetings, degrees): (Span, Option<&Degrees>),
    mut events: Vec<NodeId>,
) -> PairRow {
    let [who, with] = pair.map(|actor| graph.id(actor));
    events.sort_by_cached_key(|event| (graph.days(*event).map(|days| (days.first(), days.last())), *event));
    let known = |day: Day| (!day.is_open()).then_some(day);
    let first = events.iter().filter_map(|event| graph.days(*event)).map(|days| days.first()).min().and_then(known);
    let last = events.iter().filter_map(|event| graph.days(*event)).map(|days| days.last()).max().and_then(known);
    let cell = |event: Option<&NodeId>| event.map(|event| date_cell(graph, *event)).unwrap_or_default();
    let latest = events.iter().max_by_key(|event| graph.days(**event).map(|days| (days.last(), days.first())));
    PairRow {
        rank,
        who,
        with,
        meetings: super::counting::span(meetings.least, meetings.most),
        at_least: meetings.least,
        at_most: meetings.most,
        first: cell(events.first()),
        last: cell(latest),
        date_first: first,
        date_last: last,
        events: events.iter().map(|event| graph.id(*event)).collect::<Vec<Id>>(),
        degrees: events.iter().map(|event| degree(degrees, *event)).collect(),
        cites: Vec::new(),
        support: CitedAt::counted(graph, &events),
    }
}

/// How surely two met at an event; a row of a table is never more than possible.
fn degree(degrees: Option<&Degrees>, event: NodeId) -> Certainty {
    degrees.and_then(|degrees| degrees.get(&event)).copied().unwrap_or(Certainty::Possible)
}
