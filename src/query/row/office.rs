//! Rows about who held which office.

use super::column::{Cell, Column, Row, name};
use super::event::sign;
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// One person's holding of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OfficeRow {
    /// The tenure.
    pub tenure: Id,
    /// The holder.
    pub person: Id,
    /// The office.
    pub office: Id,
    /// Whose office.
    pub of: Option<Id>,
    /// The first day as it is written.
    pub from: Option<String>,
    /// The last day as it is written.
    pub until: Option<String>,
    /// The first day on which it can have been held.
    pub possible_first: Option<Day>,
    /// The last day on which it can have been held.
    pub possible_last: Option<Day>,
    /// The last day on which it is attested.
    pub last_attested: Option<Day>,
    /// Whether the holder only acted.
    pub acting: bool,
    /// The aspects in which accounts of the tenure contradict each other.
    pub disputed: Vec<String>,
    /// The aspects in which a ruling decided.
    pub ruled: Vec<String>,
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

impl OfficeRow {
    /// The start as a table prints it.
    fn from(&self) -> String {
        let from = self.from.clone().unwrap_or_else(|| "not stated".to_owned());
        format!("{from}{}", self.mark("from"))
    }

    /// How a cell shows that its aspect is disputed or was ruled on.
    fn mark(&self, aspect: &str) -> &'static str {
        let has = |aspects: &[String]| aspects.iter().any(|one| one == aspect);
        sign(has(&self.disputed).then_some("disputed").or(has(&self.ruled).then_some("ruled")))
    }

    /// The end as a table prints it: without one, the last day on which the holding is attested.
    fn until(&self) -> String {
        match (&self.until, self.last_attested) {
            (Some(until), _) => format!("{until}{}", self.mark("until")),
            (None, Some(day)) => format!("not stated, last attested {day}"),
            (None, None) => "not stated".to_owned(),
        }
    }
}

impl Row for OfficeRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "person", cell: |row, names| Cell::Text(name(&row.person, names) + row.mark("person")) },
        Column { name: "office", cell: |row, names| Cell::Text(name(&row.office, names)) },
        Column { name: "of", cell: |row, names| Cell::maybe(row.of.as_ref().map(|of| name(of, names))) },
        Column { name: "from", cell: |row, _| Cell::Text(row.from()) },
        Column { name: "until", cell: |row, _| Cell::Text(row.until()) },
        Column { name: "acting", cell: |row, _| Cell::maybe(row.acting.then_some("acting")) },
        Column { name: "disputed", cell: |row, _| Cell::List(row.disputed.clone()) },
        Column { name: "ruled", cell: |row, _| Cell::List(row.ruled.clone()) },
        Column { name: "held", cell: |row, _| Cell::Text(crate::query::answer::held(row.certainty, "held")) },
        Column { name: "tenure", cell: |row, _| Cell::Text(row.tenure.to_string()) },
        Column { name: "person_id", cell: |row, _| Cell::Text(row.person.to_string()) },
        Column { name: "office_id", cell: |row, _| Cell::Text(row.office.to_string()) },
        Column { name: "possible_first", cell: |row, _| Cell::maybe(row.possible_first.map(|day| day.to_string())) },
        Column { name: "possible_last", cell: |row, _| Cell::maybe(row.possible_last.map(|day| day.to_string())) },
        Column { name: "last_attested", cell: |row, _| Cell::maybe(row.last_attested.map(|day| day.to_string())) },
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
        [&self.tenure, &self.person, &self.office].into_iter().chain(&self.of).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
