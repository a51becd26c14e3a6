//! Edges with their attributes.

use super::super::dot::picture::Picture;
use super::super::dot::words;
use super::super::field::{Value, fields};
use super::{bounds, places_in_sources};
use crate::date::{Bounds, Day, Period, PointDate};
use crate::graph::{Edge, EdgeKind};
use crate::model::{Fact, Part};
use crate::record::Body;

fields! {
    /// An edge.
    EdgeRow {
        id: Text "The number of the edge, counted in the order of ids.",
        source: Text "The node at which it begins.",
        target: Text "The node at which it ends.",
        kind: Text "What it means, read from source to target: took_part_in, holds, of, held_at …",
        label: Text "The same in words, with capacity and dates.",
        basis: Text "The fact on which it stands: an event, tenure, membership or one of its ends.",
        start_first: Day "The first day on which what it stands on can have begun; nothing if open.",
        start_last: Day "The last day on which it can have begun; nothing if open.",
        end_first: Day "The first day on which it can have ended; nothing if open.",
        end_last: Day "The last day on which it can have ended; nothing if open.",
        attested_last: Day "Of a tenure: the last day on which it is attested.",
        certainty: Text "certain, disputed or possible.",
        disputed: List "The aspects of this relation in which accounts contradict each other.",
        role: Text "Of a participation: host, guest, chair …",
        part: Text "Of a participation: principal, delegation, interpreter …",
        presence: Text "Of a participation: present, video, phone, absent or expected.",
        capacities: List "Of a participation: the offices as which accounts say that the person took part.",
        stands_for: Text "Of a participation: for whom.",
        lead: Flag "Of a participation: whether the participant led the delegation.",
        reason: Text "Of a participation: why absent, or why in this way.",
        printed: Text "Of a participation: the title as a source prints it.",
        acting: Flag "Of a tenure: whether the holder only acted.",
        weight: Number "1: each edge is one relation; of meetings, how many there are, the uncertain ones included.",
        at_least: Number "Of meetings: how many are certain.",
        at_most: Number "Of meetings: how many there are with those that are disputed or possible.",
        events: List "Of meetings: which.",
        accounts: Number "How many accounts it stands on.",
        sources: List "Where these stand: source#place.",
    }
}

/// The edges of a view, in the order of their ends, kind and basis.
pub(super) fn rows(picture: &Picture<'_>) -> Vec<EdgeRow> {
    let mut edges: Vec<Edge> = picture.view.edges().collect();
    edges.sort_unstable();
    edges.iter().enumerate().map(|(number, edge)| row(picture, edge, number)).collect()
}

fn row(picture: &Picture<'_>, edge: &Edge, number: usize) -> EdgeRow {
    let graph = picture.view.graph();
    let id = |node| Value::text(&graph.fact(node).id);
    let basis = graph.basis(edge);
    let part = picture.part(edge);
    let days = days(picture, edge, part);
    let [start_first, start_last, end_first, end_last] = bounds(days.as_ref());
    let is_meant = |account: usize| part.is_none_or(|part| part.accounts.contains(&account));
    let sources = places_in_sources(basis, is_meant);
    let accounts =
        basis.accounts.iter().enumerate().filter(|(number, one)| is_meant(*number) && !one.withdrawn).count();
    EdgeRow {
        id: Value::Text(format!("e{number}")),
        source: id(edge.from),
        target: id(edge.to),
        kind: Value::text(edge.kind),
        label: Value::Text(words::of_edge(picture, edge).replace('\n', ", ")),
        basis: Value::text(&basis.id),
        start_first,
        start_last,
        end_first,
        end_last,
        attested_last: attested(picture, edge),
        certainty: Value::text(picture.certainty_of_edge(edge)),
        disputed: disputed(edge, basis, part),
        acting: acting(basis),
        weight: Value::Number(1),
        accounts: Value::number(accounts),
        sources,
        ..part.filter(|_| edge.kind == EdgeKind::TookPartIn).map(of_part).unwrap_or_default()
    }
}

/// What only participations have.
fn of_part(part: &Part) -> EdgeRow {
    EdgeRow {
        role: Value::maybe(part.role),
        part: Value::text(part.kind),
        presence: Value::text(part.presence),
        capacities: Value::list(part.capacities.iter().map(|stated| &stated.capacity)),
        stands_for: Value::maybe(part.stands_for.as_ref()),
        lead: if part.lead { Value::Flag(true) } else { Value::Nothing },
        reason: Value::maybe(part.reason.as_deref()),
        printed: Value::maybe(part.printed.as_deref()),
        ..EdgeRow::default()
    }
}

/// The days of a participant's own, else of the event, else those on which a tenure or membership can hold.
fn days(picture: &Picture<'_>, edge: &Edge, part: Option<&Part>) -> Option<Bounds> {
    let graph = picture.view.graph();
    if let Some(own) = part.and_then(|part| part.when.as_deref()) {
        return Some(own.bounds(None));
    }
    if let Some(event) = picture.event(edge) {
        return graph.days(event);
    }
    match graph.basis(edge).body.as_deref()? {
        Body::Tenure(tenure) => {
            let possible = picture.holding(edge).map_or(Period::ALL, |holding| holding.span.possible);
            Some(span(tenure.from.as_ref(), tenure.until.as_ref(), possible))
        }
        Body::Membership(one) => Some(span(one.from.as_ref(), one.until.as_ref(), Period::ALL)),
        _ => None,
    }
}

/// When something held, as far as it is stated; what can hold at most stands for an end of which nothing is said.
pub(in crate::export) fn span(from: Option<&PointDate>, until: Option<&PointDate>, possible: Period) -> Bounds {
    Bounds {
        start_first: from.map_or(possible.first, PointDate::first),
        start_last: from.map_or(Day::MAX, PointDate::last),
        end_first: until.map_or(Day::MIN, PointDate::first),
        end_last: until.map_or(possible.last, PointDate::last),
        ..Bounds::unknown()
    }
}

fn attested(picture: &Picture<'_>, edge: &Edge) -> Value {
    picture.holding(edge).and_then(|holding| holding.span.last_attested).map_or(Value::Nothing, Value::day)
}

fn acting(basis: &Fact) -> Value {
    match basis.body.as_deref() {
        Some(Body::Tenure(tenure)) => Value::flag(tenure.acting),
        _ => Value::Nothing,
    }
}

/// The disputed aspects of the fact that concern the relation: those of the participant, else those of nobody.
fn disputed(edge: &Edge, basis: &Fact, part: Option<&Part>) -> Value {
    if matches!(edge.kind, EdgeKind::Supports | EdgeKind::Denies) {
        return Value::Nothing;
    }
    let who = part.map(|part| &part.who);
    let aspects = basis.disputed.iter().filter(|aspect| aspect.who.as_ref() == who || aspect.name == "occurrence");
    Value::list(aspects)
}
