//! Rows that are counts.

use super::column::{Cell, Column, Row};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// An event that was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedEvent {
    /// The event.
    pub event: Id,
    /// What it counted as: events of the same unit count as one.
    pub unit: String,
    /// Whether it certainly belongs where it was counted.
    pub is_certain: bool,
}

/// How many there are in one bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CountRow {
    /// The bucket.
    pub bucket: String,
    /// The number; a span where rows are possible or disputed; empty where nothing is recorded and no source claims that
    /// there was nothing.
    pub count: String,
    /// How many are certain; nothing where the number is not known.
    pub at_least: Option<usize>,
    /// How many there are with those that are possible or disputed; nothing where the number is not known.
    pub at_most: Option<usize>,
    /// When the first one was, as it reads; nothing in a bucket of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// When the last one was, as it reads; nothing in a bucket of time.
    #[serde(rename = "final", skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// The first day that the first one can have begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_first: Option<Day>,
    /// The last day that the last one can have gone on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_last: Option<Day>,
    /// What counts as one.
    pub rule: &'static str,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The events that were counted; rows of tables are not among them.
    #[serde(skip)]
    pub events: Vec<CountedEvent>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

/// A date that sorts by a day.
fn date(text: Option<&String>, day: Day) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Date(text.clone(), day, day))
}

impl Row for CountRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "bucket", cell: |row, _| Cell::Text(row.bucket.clone()) },
        Column { name: "count", cell: |row, _| Cell::maybe(Some(row.count.clone()).filter(|count| !count.is_empty())) },
        Column { name: "rule", cell: |row, _| Cell::Text(row.rule.to_owned()) },
        Column { name: "at_least", cell: |row, _| Cell::maybe_number(row.at_least) },
        Column { name: "at_most", cell: |row, _| Cell::maybe_number(row.at_most) },
        Column { name: "first", cell: |row, _| date(row.first.as_ref(), row.date_first.unwrap_or(Day::MIN)) },
        Column { name: "final", cell: |row, _| date(row.last.as_ref(), row.date_last.unwrap_or(Day::MAX)) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        if self.at_least == self.at_most { Certainty::Certain } else { Certainty::Possible }
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        Vec::new()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
