//! Rows about who is central.

use super::column::{Cell, Column, Row, name};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;
use std::cmp::Ordering;

/// A score from 0 to 1, to nine decimals, so that what differs by the order of sums alone is equal.
#[derive(Clone, Copy, Debug, Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Score(f64);

impl Score {
    /// A score; what is no number is 0.
    pub fn new(score: f64) -> Self {
        const DECIMALS: f64 = 1e9;
        let rounded = (score * DECIMALS).round() / DECIMALS;
        Self(if rounded.is_finite() { rounded } else { 0.0 })
    }

    /// Its value.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl PartialEq for Score {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Score {}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// How central an actor is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RankRow {
    /// The place, from 1; equals share it.
    pub rank: usize,
    /// Who.
    pub who: Id,
    /// The score, for a measure of the network as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// The number of meetings; a span where some are not certain.
    pub meetings: String,
    /// How many of them are certain.
    pub meetings_at_least: usize,
    /// How many there are with those that are not.
    pub meetings_at_most: usize,
    /// The number of those whom they met; a span where some are not certain.
    pub partners: String,
    /// How many of them they certainly met.
    pub partners_at_least: usize,
    /// How many there are with those that they met possibly, or as disputed.
    pub partners_at_most: usize,
}

impl Row for RankRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "rank", cell: |row, _| Cell::Number(row.rank as u64) },
        Column { name: "who", cell: |row, names| Cell::Text(name(&row.who, names)) },
        Column { name: "score", cell: |row, _| Cell::maybe(row.score.map(|score| format!("{:.6}", score.value()))) },
        Column { name: "meetings", cell: |row, _| Cell::Text(row.meetings.clone()) },
        Column { name: "partners", cell: |row, _| Cell::Text(row.partners.clone()) },
        Column { name: "who_id", cell: |row, _| Cell::Text(row.who.to_string()) },
        Column { name: "meetings_at_least", cell: |row, _| Cell::Number(row.meetings_at_least as u64) },
        Column { name: "meetings_at_most", cell: |row, _| Cell::Number(row.meetings_at_most as u64) },
        Column { name: "partners_at_least", cell: |row, _| Cell::Number(row.partners_at_least as u64) },
        Column { name: "partners_at_most", cell: |row, _| Cell::Number(row.partners_at_most as u64) },
    ];

    fn certainty(&self) -> Certainty {
        let settled =
            self.meetings_at_least == self.meetings_at_most && self.partners_at_least == self.partners_at_most;
        if settled { Certainty::Certain } else { Certainty::Possible }
    }

    /// A row rests on more meetings than anybody reads; `meetings` and `contacts` list them with their accounts.
    fn support(&self) -> &[CitedAt] {
        &[]
    }

    fn ids(&self) -> Vec<&Id> {
        vec![&self.who]
    }

    fn number(&mut self, _: Vec<String>) {}
}
