//! Rows about who attended.

use super::column::{Cell, Column, Row, name, name_all};
use super::event::{Person, sign, titles};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// Somebody's attendance of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AttendanceRow {
    /// The event.
    pub event: Id,
    /// When, as it reads.
    pub date: String,
    /// The first day that it can have begun.
    pub date_first: Option<Day>,
    /// The last day that it can have gone on.
    pub date_last: Option<Day>,
    /// Who.
    pub who: Person,
    /// Present, absent, by video …
    pub attendance: &'static str,
    /// Who stood in for somebody absent.
    pub stand_in: Option<Id>,
    /// Why absent.
    pub reason: Option<String>,
    /// Whether the reason is `disputed` or `ruled`.
    pub reason_mark: Option<&'static str>,
    /// How far the event is known to have taken place.
    pub status: &'static str,
    /// Where.
    pub places: Vec<Id>,
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

impl AttendanceRow {
    /// The reason as a table prints it.
    fn reason(&self) -> Option<String> {
        self.reason.as_ref().map(|reason| format!("{reason}{}", sign(self.reason_mark)))
    }

    fn word(&self) -> String {
        if self.attendance.starts_with("absent") {
            format!("✕ {}", self.attendance)
        } else {
            self.attendance.to_owned()
        }
    }
}

impl Row for AttendanceRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "event", cell: |row, names| Cell::Text(name(&row.event, names)) },
        Column {
            name: "date",
            cell: |row, _| {
                Cell::Date(
                    row.date.clone(),
                    row.date_first.or(row.date_last).unwrap_or(Day::MAX),
                    row.date_last.unwrap_or(Day::MAX),
                )
            },
        },
        Column { name: "who", cell: |row, _| Cell::Text(row.who.name.clone()) },
        Column { name: "as", cell: |row, names| Cell::List(titles(&row.who, names)) },
        Column { name: "role", cell: |row, _| Cell::maybe(row.who.role) },
        Column { name: "attendance", cell: |row, _| Cell::Text(row.word()) },
        Column { name: "stand_in", cell: |row, names| Cell::maybe(row.stand_in.as_ref().map(|id| name(id, names))) },
        Column { name: "reason", cell: |row, _| Cell::maybe(row.reason()) },
        Column { name: "place", cell: |row, names| name_all(&row.places, names) },
        Column { name: "held", cell: |row, _| Cell::Text(crate::query::answer::held(row.certainty, row.status)) },
        Column { name: "event_id", cell: |row, _| Cell::Text(row.event.to_string()) },
        Column { name: "who_id", cell: |row, _| Cell::Text(row.who.id.to_string()) },
        Column { name: "date_first", cell: |row, _| Cell::maybe(row.date_first.map(|day| day.to_string())) },
        Column { name: "date_last", cell: |row, _| Cell::maybe(row.date_last.map(|day| day.to_string())) },
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
        self.who.ids().into_iter().chain(Some(&self.event)).chain(&self.stand_in).chain(&self.places).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
