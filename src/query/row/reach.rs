//! Rows about those who are within so many meetings.

use super::column::{Cell, Column, Row, ids, name};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// Somebody who is within so many meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReachRow {
    /// Who.
    pub who: Id,
    /// In how many steps, at least.
    pub steps: usize,
    /// How many of those who are a step nearer they met.
    pub via: usize,
    /// Whom.
    pub via_ids: Vec<Id>,
    /// At how many events.
    pub meetings: usize,
    /// How sure the row is, by the surest chain of so many steps.
    #[serde(serialize_with = "super::event::certainty")]
    #[schemars(with = "crate::record::Word<Certainty>")]
    pub certainty: Certainty,
    /// The numbers of the citations of these events.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for ReachRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "steps", cell: |row, _| Cell::Number(row.steps as u64) },
        Column { name: "who", cell: |row, names| Cell::Text(name(&row.who, names)) },
        Column { name: "via", cell: |row, _| Cell::Number(row.via as u64) },
        Column { name: "meetings", cell: |row, _| Cell::Number(row.meetings as u64) },
        Column { name: "held", cell: |row, _| Cell::Text(crate::query::answer::held(row.certainty, "held")) },
        Column { name: "who_id", cell: |row, _| Cell::Text(row.who.to_string()) },
        Column { name: "via_id", cell: |row, _| ids(&row.via_ids) },
        Column { name: "certainty", cell: |row, _| Cell::Text(row.certainty.name().to_owned()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        self.via_ids.iter().chain(Some(&self.who)).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
