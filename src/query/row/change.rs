//! Rows about what became known.

use super::column::{Cell, Column, Row};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// What one source told of a fact, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChangeRow {
    /// The day on which it became public, in EDTF.
    pub known: String,
    /// The first day on which that can have been.
    pub known_first: Day,
    /// The last such day.
    pub known_last: Day,
    /// `new`, `another account`, or what a record about other facts is: `denial`, `retraction`, `ruling`.
    pub change: &'static str,
    /// The fact.
    pub fact: Id,
    /// What it is called.
    pub name: String,
    /// The fact that a denial, retraction or ruling is about.
    pub about: Option<Id>,
    /// The kind of record.
    pub kind: &'static str,
    /// The date of an event.
    pub date: Option<String>,
    /// The source; none for a ruling of the keeper's.
    pub source: Option<Id>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Whether all that it told was taken back.
    pub withdrawn: bool,
    /// Certain, or possible where the day of publication is not known so exactly.
    #[serde(serialize_with = "super::event::certainty")]
    #[schemars(with = "crate::record::Word<Certainty>")]
    pub certainty: Certainty,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl ChangeRow {
    /// The day on which it became public, marked where it may lie before the day asked about.
    pub fn known_words(&self) -> String {
        let mark = if self.certainty == Certainty::Certain { "" } else { " ○" };
        format!("{}{mark}", self.known)
    }

    /// What changed, and whether that was taken back since.
    pub fn change_words(&self) -> String {
        let withdrawn = if self.withdrawn { ", ✕ withdrawn" } else { "" };
        format!("{}{withdrawn}", self.change)
    }
}

impl Row for ChangeRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "known", cell: |row, _| Cell::Date(row.known_words(), row.known_first, row.known_last) },
        Column { name: "change", cell: |row, _| Cell::Text(row.change_words()) },
        Column { name: "kind", cell: |row, _| Cell::Text(row.kind.to_owned()) },
        Column { name: "what", cell: |row, _| Cell::Text(row.name.clone()) },
        Column { name: "date", cell: |row, _| Cell::maybe(row.date.clone()) },
        Column { name: "fact", cell: |row, _| Cell::Text(row.fact.to_string()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
        Column { name: "about", cell: |row, _| Cell::maybe(row.about.as_ref().map(Id::to_string)) },
        Column { name: "source", cell: |row, _| Cell::maybe(row.source.as_ref().map(Id::to_string)) },
        Column { name: "publisher", cell: |row, _| Cell::maybe(row.publisher.clone()) },
        Column { name: "known_first", cell: |row, _| Cell::Text(row.known_first.to_string()) },
        Column { name: "known_last", cell: |row, _| Cell::Text(row.known_last.to_string()) },
        Column { name: "certainty", cell: |row, _| Cell::Text(row.certainty.name().to_owned()) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        std::iter::once(&self.fact).chain(&self.about).chain(&self.source).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
