//! Rows about two who met.

use super::column::{Cell, Column, Row, ids, name};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// How often two met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PairRow {
    /// The place, from 1; equals share it.
    pub rank: usize,
    /// One of the two, the first by id.
    pub who: Id,
    /// The other one.
    pub with: Id,
    /// The number of meetings; a span where some are not certain.
    pub meetings: String,
    /// How many of them are certain.
    pub at_least: usize,
    /// How many there are with those that are not.
    pub at_most: usize,
    /// When the first one was, as it reads.
    pub first: String,
    /// When the last one was, as it reads.
    #[serde(rename = "final")]
    pub last: String,
    /// The first day that the first one can have begun.
    pub date_first: Option<Day>,
    /// The last day that the last one can have gone on.
    pub date_last: Option<Day>,
    /// The meetings, by date.
    pub events: Vec<Id>,
    /// How surely each of them was one of the two.
    #[serde(skip)]
    pub degrees: Vec<Certainty>,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for PairRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "rank", cell: |row, _| Cell::Number(row.rank as u64) },
        Column { name: "who", cell: |row, names| Cell::Text(name(&row.who, names)) },
        Column { name: "with", cell: |row, names| Cell::Text(name(&row.with, names)) },
        Column { name: "meetings", cell: |row, _| Cell::Text(row.meetings.clone()) },
        Column {
            name: "first",
            cell: |row, _| {
                let day = row.date_first.unwrap_or(Day::MIN);
                Cell::Date(row.first.clone(), day, day)
            },
        },
        Column {
            name: "final",
            cell: |row, _| {
                let day = row.date_last.unwrap_or(Day::MAX);
                Cell::Date(row.last.clone(), day, day)
            },
        },
        Column { name: "who_id", cell: |row, _| Cell::Text(row.who.to_string()) },
        Column { name: "with_id", cell: |row, _| Cell::Text(row.with.to_string()) },
        Column { name: "at_least", cell: |row, _| Cell::Number(row.at_least as u64) },
        Column { name: "at_most", cell: |row, _| Cell::Number(row.at_most as u64) },
        Column { name: "events", cell: |row, _| ids(&row.events) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        if self.at_least == self.at_most { Certainty::Certain } else { Certainty::Possible }
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        self.events.iter().chain([&self.who, &self.with]).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
