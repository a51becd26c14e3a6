//! Rows about aspects in which accounts contradict each other.

use super::column::{Cell, Column, Row, ids, name};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// An aspect of a fact in which accounts contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ConflictRow {
    /// The fact.
    pub fact: Id,
    /// What it is called.
    pub name: String,
    /// The participant concerned.
    pub who: Option<Id>,
    /// The aspect, with the participant concerned.
    pub aspect: String,
    /// `disputed`; `denied` where a source says that it was not so; `ruled` where the keeper decided.
    pub state: &'static str,
    /// What each side says, with its sources.
    pub sides: Vec<String>,
    /// The sources that say that it was not so.
    pub denied_by: Vec<Id>,
    /// Why the keeper decided so.
    pub why: Option<String>,
    /// How sure the fact is in this aspect.
    #[serde(serialize_with = "super::event::certainty")]
    #[schemars(with = "crate::record::Word<Certainty>")]
    pub certainty: Certainty,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl Row for ConflictRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "fact", cell: |row, _| Cell::Text(format!("{} ({})", row.name, row.fact)) },
        Column { name: "aspect", cell: |row, _| Cell::Text(row.aspect.clone()) },
        Column {
            name: "state",
            cell: |row, _| {
                Cell::Text(if row.state == "ruled" { "ruled".to_owned() } else { format!("! {}", row.state) })
            },
        },
        Column { name: "sides", cell: |row, _| Cell::List(row.sides.clone()) },
        Column { name: "why", cell: |row, _| Cell::maybe(row.why.clone()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
        Column { name: "fact_id", cell: |row, _| Cell::Text(row.fact.to_string()) },
        Column { name: "who", cell: |row, names| Cell::maybe(row.who.as_ref().map(|who| name(who, names))) },
        Column { name: "denied_by", cell: |row, _| ids(&row.denied_by) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        std::iter::once(&self.fact).chain(&self.who).chain(&self.denied_by).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
