//! The chart in words: a row for each bar, and for each part of one.

use super::Chart;
use super::column::Column;
use crate::date::Period;
use crate::model::Certainty;
use crate::query::State;
use crate::query::row::{Cell, Table};

/// The bars as a table: of bars with parts each part of what is certain, and how many all are.
pub(super) fn table(chart: &Chart<'_>) -> Table {
    let mut table = Table { columns: columns(chart), rows: Vec::new(), certainty: Vec::new() };
    for column in &chart.columns {
        let whole = [Cell::Text(column.name.clone())];
        let count = if column.count.is_empty() { Cell::Empty } else { Cell::Text(column.count.clone()) };
        let parts = chart.stack.is_some().then(|| Cell::List(parts(chart, column)));
        let behind = [Cell::Text(covered(chart, column)), Cell::Text(column.cites.join(","))];
        let row = whole.into_iter().chain([count]).chain(parts).chain(behind);
        table.rows.push(row.collect());
        let is_certain = column.least == column.most;
        table.certainty.push(if is_certain { Certainty::Certain } else { Certainty::Possible });
    }
    table
}

fn columns(chart: &Chart<'_>) -> Vec<&'static str> {
    match chart.stack {
        Some(_) => vec!["bucket", "count", "of_these_certain", "coverage", "src"],
        None => vec!["bucket", "count", "coverage", "src"],
    }
}

fn parts(chart: &Chart<'_>, column: &Column) -> Vec<String> {
    let name = |part: usize| chart.parts.get(part).map(String::as_str).unwrap_or_default();
    column.slices.iter().map(|slice| format!("{} {}", slice.number, name(slice.part))).collect()
}

/// How the days of a bar are covered: by the weakest of what covers some of them.
fn covered(chart: &Chart<'_>, column: &Column) -> String {
    let Some(days) = column.days else {
        return String::new();
    };
    let touches = |other: &Period| other.intersect(days).is_some();
    let coverage = &chart.counts.coverage;
    let open = coverage.uncovered.iter().any(touches);
    let states = coverage.days.iter().filter(|covered| touches(&covered.days)).map(|covered| covered.state);
    match (open, states.min()) {
        (true, None) => State::NotCovered.words().to_owned(),
        (true, Some(_)) => "some days not covered".to_owned(),
        (false, Some(state)) => state.words().to_owned(),
        (false, None) => String::new(),
    }
}
