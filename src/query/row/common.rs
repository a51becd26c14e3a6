//! Rows about whom several met.

use super::column::{Cell, Column, Names, Row, ids, name};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// Somebody whom all of those asked about met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommonRow {
    /// Who.
    pub who: Id,
    /// The meetings with each of those asked about.
    pub meetings: Vec<Meets>,
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

/// The meetings with one of those asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Meets {
    /// With whom, as the question names them.
    pub with: Vec<Id>,
    /// The events, by date.
    pub events: Vec<Id>,
    /// When, as it reads, event by event.
    pub dates: Vec<String>,
}

impl Meets {
    fn text(&self, names: &Names) -> String {
        let with: Vec<String> = self.with.iter().map(|id| name(id, names)).collect();
        format!("{}: {}", with.join(", "), self.dates.join(", "))
    }
}

impl Row for CommonRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "who", cell: |row, names| Cell::Text(name(&row.who, names)) },
        Column {
            name: "meetings",
            cell: |row, names| Cell::List(row.meetings.iter().map(|meets| meets.text(names)).collect()),
        },
        Column { name: "held", cell: |row, _| Cell::Text(crate::query::answer::held(row.certainty, "held")) },
        Column { name: "who_id", cell: |row, _| Cell::Text(row.who.to_string()) },
        Column {
            name: "events",
            cell: |row, _| ids(&row.meetings.iter().flat_map(|meets| meets.events.clone()).collect::<Vec<_>>()),
        },
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
        let meetings = self.meetings.iter().flat_map(|meets| meets.with.iter().chain(&meets.events));
        meetings.chain(Some(&self.who)).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
