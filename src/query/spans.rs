//! Spans of time: the years, months and their like into which counts are sorted.

use super::row::EventRow;
use super::{Per, bucket};
use crate::date::{Day, Period};
use crate::graph::KnowledgeGraph;
use crate::model::Alternative;
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
    /// A day.
    Day,
}

impl CalendarUnit {
    /// The spans of this length that have days in a period, in order, with the names under which counts list them and the
    /// days of each that lie in the period; none where the period is open on a side. Grows with their number.
    pub fn spans(self, period: Period) -> Vec<(String, Period)> {
        bucket::within(period, self)
    }

    /// What one is called in a sentence: `year`.
    pub fn noun(self) -> &'static str {
        bucket::noun(self)
    }
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
        return vec![bucket::NOT_STATED.to_owned()];
    }
    spans
}

/// The first and the last day on which an event can have begun, alternative by alternative; none where one is open.
pub(super) fn starts(graph: &KnowledgeGraph, row: &EventRow) -> Vec<Option<(Day, Day)>> {
    let fact = graph.node(row.event.as_str()).map(|event| graph.fact(event));
    let timing = fact.and_then(|fact| fact.timing.as_ref());
    let alternatives = timing.map(|timing| timing.alternatives.as_slice()).unwrap_or_default();
    let known = |Alternative { days, .. }: &Alternative| {
        (!days.start_first.is_open() && !days.start_last.is_open()).then_some((days.start_first, days.start_last))
    };
    if alternatives.is_empty() { vec![None] } else { alternatives.iter().map(known).collect() }
}

/// More spans than this are listed only where something lies in them: a table can't show them, and a date of a
/// thousand years ago must not make it as long as that.
const MOST_SPANS: usize = 1_200;

/// The spans of time from the first in which a row began to the last, in order; those between belong to them even if
/// nothing began in them.
pub(super) fn spans<'r>(
    graph: &KnowledgeGraph,
    rows: impl Iterator<Item = &'r EventRow>,
    unit: CalendarUnit,
) -> Vec<(String, Option<Period>)> {
    let rows: Vec<&EventRow> = rows.collect();
    let mut used: BTreeSet<String> = rows.iter().flat_map(|row| spans_of(graph, row, unit)).collect();
    let not_stated = used.remove(bucket::NOT_STATED);
    let dated = rows.iter().filter(|row| spans_of(graph, row, unit) != [bucket::NOT_STATED]);
    let days: Vec<(Day, Day)> = dated.flat_map(|row| starts(graph, row)).flatten().collect();
    let ends = (days.iter().map(|days| days.0).min(), days.iter().map(|days| days.1).max());
    let mut spans = match ends {
        (Some(first), Some(last)) => bucket::within(Period { first, last }, unit),
        _ => Vec::new(),
    };
    if spans.len() > MOST_SPANS {
        spans.retain(|(span, _)| used.contains(span));
    }
    let spans = spans.into_iter().map(|(name, days)| (name, Some(days)));
    spans.chain(not_stated.then(|| (bucket::NOT_STATED.to_owned(), None))).collect()
}

/// The names of the spans of time from the one in which a day lies to that of another.
fn spans_between(first: Day, last: Day, unit: CalendarUnit) -> Vec<String> {
    bucket::within(Period { first, last }, unit).into_iter().map(|(name, _)| name).collect()
}
