//! Rows that are finds of a search.

use super::column::{Cell, Column, Row};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// A text in which all words of a search stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SearchRow {
    /// The fact.
    pub id: Id,
    /// What kind of fact.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// In which field.
    pub field: &'static str,
    /// The text around the first word.
    pub text: String,
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

impl Row for SearchRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "kind", cell: |row, _| Cell::Text(row.kind.to_owned()) },
        Column { name: "id", cell: |row, _| Cell::Text(row.id.to_string()) },
        Column { name: "name", cell: |row, _| Cell::Text(row.name.clone()) },
        Column { name: "field", cell: |row, _| Cell::Text(row.field.to_owned()) },
        Column { name: "text", cell: |row, _| Cell::Text(row.text.clone()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        vec![&self.id]
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
