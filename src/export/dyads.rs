//! Dyads: pairs of states in spans of time, with the codes by which data sets of states are joined.

use super::ExportError;
use super::document::{Cells, csv};
use super::field::{Field, Fields, Value, fields};
use crate::date::Day;
use crate::graph::{KnowledgeGraph, code};
use crate::id::Id;
use crate::query::{PanelAnswer, PanelRow};
use std::collections::BTreeSet;

fields! {
    /// A pair of states in a span of time, by a mode and at a level.
    DyadRow {
        dyadid: Number "The pair as the Correlates of War project numbers it: lower code times 1000, and the other.",
        ccode1: Text "The code of the first state by the Correlates of War project.",
        ccode2: Text "That of the second.",
        gw1: Text "The code of the first state by Gleditsch and Ward.",
        gw2: Text "That of the second.",
        iso3_1: Text "The code of the first state by ISO 3166-1.",
        iso3_2: Text "That of the second.",
        state1: Id "The first state, by COW code, else by id.",
        state2: Id "The second state.",
        span: Text "The year, month or day; `not stated` for what nobody dates.",
        first_day: Day "The first day of it, of those that were asked about.",
        last_day: Day "The last day of it, of those that were asked about.",
        mode: Text "in-person, phone, video, written, or any of them.",
        level: Text "The rank that both sides had, or any.",
        at_least: Number "How many contacts are certain; with at_most 0 only where a source claims to be complete.",
        at_most: Number "How many there are with those that are possible or disputed; empty where nothing is recorded.",
        sources: List "The sources behind the cell.",
    }
}

/// Writes the cells of a panel as comma-separated values.
pub(super) fn dyads(graph: &KnowledgeGraph, panel: &PanelAnswer, cells: Cells) -> Result<Vec<u8>, ExportError> {
    let head: Vec<&str> = DyadRow::FIELDS.iter().map(|field: &Field| field.name).collect();
    let rows = panel.rows.iter().map(|one| row(graph, one).values().into_iter().cloned().collect());
    csv(&head, rows, cells)
}

fn row(graph: &KnowledgeGraph, row: &PanelRow) -> DyadRow {
    let on = row.days.map(|days| days.last);
    let of = |id: &Id, scheme: &str| of(graph, id, scheme, on);
    let number = |id: &Id| of(id, "cow").words().and_then(|code| code.parse::<u64>().ok());
    let rank = |id: &Id| (number(id).unwrap_or(u64::MAX), id.clone());
    let [one, other] = if rank(&row.one) <= rank(&row.other) { [&row.one, &row.other] } else { [&row.other, &row.one] };
    let sources: BTreeSet<&Id> = row.support.iter().map(|cited| &cited.source).collect();
    let day = |of: fn(crate::date::Period) -> Day| row.days.map(of).map_or(Value::Nothing, Value::day);
    DyadRow {
        dyadid: dyadid(number(one), number(other)),
        ccode1: of(one, "cow"),
        ccode2: of(other, "cow"),
        gw1: of(one, "gw"),
        gw2: of(other, "gw"),
        iso3_1: of(one, "iso3"),
        iso3_2: of(other, "iso3"),
        state1: Value::text(one),
        state2: Value::text(other),
        span: Value::text(&row.span),
        first_day: day(|days| days.first),
        last_day: day(|days| days.last),
        mode: Value::text(row.mode.map_or("any", |mode| mode.name())),
        level: Value::text(row.level.map_or("any", |level| level.name())),
        at_least: row.at_least.map_or(Value::Nothing, Value::number),
        at_most: row.at_most.map_or(Value::Nothing, Value::number),
        sources: Value::list(sources),
    }
}

fn of(graph: &KnowledgeGraph, id: &Id, scheme: &str, on: Option<Day>) -> Value {
    Value::maybe(graph.facts().get(id.as_str()).and_then(|fact| code(fact, scheme, on)))
}

fn dyadid(one: Option<u64>, other: Option<u64>) -> Value {
    match (one, other) {
        (Some(one), Some(other)) if one.max(other) < 1000 => Value::Number(one.min(other) * 1000 + one.max(other)),
        _ => Value::Nothing,
    }
}
