//! Rows about what was loaded.

use super::column::{Cell, Column, Row};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// One number about what was loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatRow {
    /// What is counted.
    pub what: String,
    /// How many.
    pub number: u64,
    /// What the number means.
    pub note: String,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for StatRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "what", cell: |row, _| Cell::Text(row.what.clone()) },
        Column { name: "number", cell: |row, _| Cell::Number(row.number) },
        Column { name: "note", cell: |row, _| Cell::Text(row.note.clone()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        Certainty::Certain
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
