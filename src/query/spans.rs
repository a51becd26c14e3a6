//! Spans of time: the years, months and their like into which counts are sorted.

use super::Per;
use super::row::EventRow;
use crate::date::{Bounds, Day};
use crate::graph::KnowledgeGraph;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// A span of the calendar that makes a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum CalendarUnit {
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// Three months.
    Quarter,
    /// A month.
    Month,
}

impl Serialize for CalendarUnit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Per::from(*self).serialize(to)
    }
}

/// The spans of time in which an event can have begun, by any alternative that its accounts leave.
pub(super) fn spans_of(graph: &KnowledgeGraph, row: &EventRow, unit: CalendarUnit) -> Vec<String> {
    let starts = starts(graph, row);
    let mut spans: Vec<String> =
        starts.iter().flatten().flat_map(|(first, last)| spans_between(*first, *last, unit)).collect();
    spans.sort_unstable();
    spans.dedup();
    if starts.contains(&None) || spans.len() > MOST_SPANS {
        return vec![NOT_STATED.to_owned()];
    }
    spans
}

/// The first and the last day on which an event can have begun, alternative by alternative; none where one is open.
fn starts(graph: &KnowledgeGraph, row: &EventRow) -> Vec<Option<(Day, Day)>> {
    let fact = graph.node(row.event.as_str()).map(|event| graph.fact(event));
    let timing = fact.and_then(|fact| fact.timing.as_ref());
    let alternatives = timing.map(|timing| timing.alternatives.as_slice()).unwrap_or_default();
    let known = |days: &Bounds| {
        (!days.start_first.is_open() && !days.start_last.is_open()).then_some((days.start_first, days.start_last))
    };
    if alternatives.is_empty() { vec![None] } else { alternatives.iter().map(known).collect() }
}

fn span_name(year: i32, month: i32, unit: CalendarUnit) -> String {
    match unit {
        CalendarUnit::Decade => format!("{}s", year / 10 * 10),
        CalendarUnit::Year => year.to_string(),
        CalendarUnit::Quarter => format!("{year}-Q{}", month / 3 + 1),
        CalendarUnit::Month => format!("{year}-{:02}", month + 1),
    }
}

/// The bucket of what began nobody says when.
const NOT_STATED: &str = "not stated";

/// More spans than this are listed only where something lies in them: a table can't show them, and a date of a
/// thousand years ago must not make it as long as that.
const MOST_SPANS: usize = 1_200;

/// The spans of time from the first in which a row began to the last, in order; those between belong to them even if
/// nothing began in them.
pub(super) fn spans<'r>(
    graph: &KnowledgeGraph,
    rows: impl Iterator<Item = &'r EventRow>,
    unit: CalendarUnit,
) -> Vec<String> {
    let rows: Vec<&EventRow> = rows.collect();
    let mut used: BTreeSet<String> = rows.iter().flat_map(|row| spans_of(graph, row, unit)).collect();
    let not_stated = used.remove(NOT_STATED);
    let dated = rows.iter().filter(|row| spans_of(graph, row, unit) != [NOT_STATED]);
    let days: Vec<(Day, Day)> = dated.flat_map(|row| starts(graph, row)).flatten().collect();
    let ends = (days.iter().map(|days| days.0).min(), days.iter().map(|days| days.1).max());
    let mut spans = match ends {
        (Some(first), Some(last)) => spans_between(first, last, unit),
        _ => Vec::new(),
    };
    if spans.len() > MOST_SPANS {
        spans.retain(|span| used.contains(span));
    }
    spans.extend(not_stated.then(|| NOT_STATED.to_owned()));
    spans
}

/// The spans of time from the one in which a day lies to that of another.
fn spans_between(first: Day, last: Day, unit: CalendarUnit) -> Vec<String> {
    let month = |day: Day| {
        let (year, month, _) = day.ymd();
        year * 12 + i32::from(month) - 1
    };
    let name = |at: i32| span_name(at.div_euclid(12), at.rem_euclid(12), unit);
    let mut spans: Vec<String> = (month(first)..=month(last)).map(name).collect();
    spans.dedup();
    spans
}
