//! Rows that are cells of a table of counts.

use super::column::{Cell, Column, Row, ids};
use super::count::CountedEvent;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::{CitedAt, State};
use serde::Serialize;

/// How often two met, in all or in one span of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MatrixRow {
    /// What those are called whose meetings are counted.
    pub row: String,
    /// What those are called whom they met.
    pub col: String,
    /// Whose meetings.
    pub row_ids: Vec<Id>,
    /// With whom.
    pub col_ids: Vec<Id>,
    /// The span of time, where counts are per span.
    pub bucket: Option<String>,
    /// The number, or a span where meetings are possible or disputed; nothing where nothing is recorded and no source
    /// claims to be complete.
    pub count: Option<String>,
    /// How many are certain.
    pub at_least: Option<usize>,
    /// How many there are with those that are possible or disputed.
    pub at_most: Option<usize>,
    /// How the days of the cell are covered for this pair, whatever is recorded: one of the first four states; nothing for
    /// what nobody dates.
    pub coverage: Option<State>,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The events that were counted.
    #[serde(skip)]
    pub events: Vec<CountedEvent>,
    /// The accounts behind the cell.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for MatrixRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "row", cell: |row, _| Cell::Text(row.row.clone()) },
        Column { name: "col", cell: |row, _| Cell::Text(row.col.clone()) },
        Column { name: "bucket", cell: |row, _| Cell::maybe(row.bucket.clone()) },
        Column { name: "count", cell: |row, _| Cell::maybe(row.count.clone()) },
        Column { name: "at_least", cell: |row, _| Cell::maybe_number(row.at_least) },
        Column { name: "at_most", cell: |row, _| Cell::maybe_number(row.at_most) },
        Column { name: "row_id", cell: |row, _| ids(&row.row_ids) },
        Column { name: "col_id", cell: |row, _| ids(&row.col_ids) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
        Column { name: "coverage", cell: |row, _| Cell::maybe(row.coverage.map(|state| state.words().to_owned())) },
    ];

    fn certainty(&self) -> Certainty {
        if self.at_least == self.at_most { Certainty::Certain } else { Certainty::Possible }
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        self.row_ids.iter().chain(&self.col_ids).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
