//! Columns: what was counted in one span of time, part by part.

use super::Stack;
use super::drawn::INKS;
use crate::date::{Day, Period};
use crate::id::Id;
use crate::query::row::{CountRow, EventRow};
use crate::query::{Answer, CalendarUnit, Rows};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// One span of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    /// What it is called.
    pub(super) name: String,
    /// Its days that were asked about; none where it holds what is not dated.
    pub(super) days: Option<Period>,
    /// How many are certain; nothing where the number is not known.
    pub(super) least: Option<usize>,
    /// How many there are with those that are possible or disputed.
    pub(super) most: Option<usize>,
    /// The number as it reads.
    pub(super) count: String,
    /// The certain ones, a slice for each part that occurs, in the order of parts.
    pub(super) slices: Vec<Slice>,
    /// The events that are possible or disputed.
    pub(super) open: Vec<Id>,
    /// The numbers of the citations.
    pub(super) cites: Vec<String>,
}

/// A part of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Slice {
    /// Which part, by its place among all.
    pub(super) part: usize,
    /// How many.
    pub(super) number: usize,
    /// The events behind them.
    pub(super) events: Vec<Id>,
}

/// The parts that occur, in order, those with a colour of their own first; one without a name where bars have no parts.
pub(super) fn parts(counts: &[CountRow], events: &BTreeMap<&Id, &EventRow>, stack: Option<Stack>) -> Vec<String> {
    let Some(stack) = stack else {
        return vec![String::new()];
    };
    let counted = counts.iter().flat_map(|row| &row.events).filter_map(|counted| events.get(&counted.event));
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    counted.for_each(|row| *times.entry(stack.part(row)).or_default() += 1);
    // Of more than there are colours the most frequent have one, and stand below the others.
    let mut parts: Vec<(String, usize)> = times.into_iter().collect();
    parts.sort_by_key(|(_, times)| Reverse(*times));
    let rest = parts.split_off(parts.len().min(INKS.len()));
    let ordered = |parts: Vec<(String, usize)>| {
        let mut names: Vec<String> = parts.into_iter().map(|(name, _)| name).collect();
        names.sort_by_cached_key(|name| stack.order(name));
        names
    };
    ordered(parts).into_iter().chain(ordered(rest)).collect()
}

/// The rows of an answer about events, by id.
pub(super) fn by_id(events: &Answer) -> BTreeMap<&Id, &EventRow> {
    match &events.rows {
        Rows::Events(rows) => rows.iter().map(|row| (&row.event, row)).collect(),
        _ => BTreeMap::new(),
    }
}

/// The spans of time that a picture shows: those asked about, and where the period is open on a side, from the first to the
/// last in which something was counted.
pub(super) fn spans(counts: &[CountRow], asked: Period, unit: CalendarUnit) -> Vec<(String, Period)> {
    let days: Vec<Period> = counts.iter().filter_map(|row| days(&row.bucket)).collect();
    let first = days.iter().map(|days| days.first).min().filter(|_| asked.first.is_open());
    let last = days.iter().map(|days| days.last).max().filter(|_| asked.last.is_open());
    let closed = Period { first: first.unwrap_or(asked.first), last: last.unwrap_or(asked.last) };
    if closed.first > closed.last { Vec::new() } else { unit.spans(closed) }
}

/// The days of a span of time, by its name.
fn days(bucket: &str) -> Option<Period> {
    Period::parse(bucket, Day::FIRST).ok()
}

/// The column about a row of counts.
pub(super) fn column(
    row: &CountRow,
    days: Option<Period>,
    (parts, events): (&[String], &BTreeMap<&Id, &EventRow>),
    stack: Option<Stack>,
) -> Column {
    let part_of = |event: &Id| {
        let part = stack.zip(events.get(event)).map(|(stack, row)| stack.part(row)).unwrap_or_default();
        parts.iter().position(|one| *one == part).unwrap_or(0)
    };
    let mut units: BTreeMap<&str, (bool, usize, Vec<Id>)> = BTreeMap::new();
    for counted in &row.events {
        let (certain, _, ids) =
            units.entry(&counted.unit).or_insert_with(|| (false, part_of(&counted.event), Vec::new()));
        *certain |= counted.is_certain;
        ids.push(counted.event.clone());
    }
    let mut slices: BTreeMap<usize, Slice> = BTreeMap::new();
    let mut open = Vec::new();
    for (certain, part, ids) in units.into_values() {
        if certain {
            let slice = slices.entry(part).or_insert_with(|| Slice { part, ..Slice::default() });
            slice.number += 1;
            slice.events.extend(ids);
        } else {
            open.extend(ids);
        }
    }
    Column {
        name: row.bucket.clone(),
        days,
        least: row.at_least,
        most: row.at_most,
        count: row.count.clone(),
        slices: slices.into_values().collect(),
        open,
        cites: row.cites.clone(),
    }
}
