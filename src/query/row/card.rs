//! Rows of a card about one fact.

use super::column::{Cell, Column, Row, ids};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// One line of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CardRow {
    /// What the line tells.
    pub field: &'static str,
    /// What it says.
    pub value: String,
    /// The ids that the line names.
    pub ids: Vec<Id>,
    /// How sure the row is.
    #[serde(serialize_with = "super::event::certainty")]
    #[schemars(with = "crate::record::Word<Certainty>")]
    pub certainty: Certainty,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for CardRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "field", cell: |row, _| Cell::Text(row.field.to_owned()) },
        Column { name: "value", cell: |row, _| Cell::Text(row.value.clone()) },
        Column { name: "ids", cell: |row, _| ids(&row.ids) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        self.ids.iter().collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
