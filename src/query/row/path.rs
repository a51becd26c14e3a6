//! Rows that are steps of a chain.

use super::column::{Cell, Column, Row, name, name_all};
use super::event::{Person, titles};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// One step of a chain: two people who met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PathRow {
    /// The number of the step, from 1.
    pub step: usize,
    /// Who.
    pub from: Person,
    /// Met whom.
    pub to: Person,
    /// At which event.
    pub event: Id,
    /// When, as it reads.
    pub date: String,
    /// The first day that it can have begun.
    pub date_first: Option<Day>,
    /// The last day that it can have gone on.
    pub date_last: Option<Day>,
    /// Where.
    pub places: Vec<Id>,
    /// How many were present.
    pub present: usize,
    /// When word has passed, in a chain in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrives: Option<Arrives>,
    /// The number of the chain, from 1, where all are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chain: Option<usize>,
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

/// Between which days word has passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Arrives {
    /// As it reads.
    pub text: String,
    /// The first day on which it can have.
    pub first: Option<Day>,
    /// The day by which it has, whatever the days of the meetings are; nothing where nothing proves that it has at all.
    pub last: Option<Day>,
}

impl Arrives {
    /// Between two days; an open one is not known.
    pub(in crate::query) fn between(first: Day, last: Option<Day>) -> Self {
        let known = |day: Day| (!day.is_open()).then_some(day);
        let (first, last) = (known(first), last.and_then(known));
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = if first == last { day(first) } else { format!("{}..{}", day(first), day(last)) };
        Self { text, first, last }
    }
}

impl Row for PathRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "step", cell: |row, _| Cell::Number(row.step as u64) },
        Column { name: "from", cell: |row, _| Cell::Text(row.from.name.clone()) },
        Column { name: "from_as", cell: |row, names| Cell::List(titles(&row.from, names)) },
        Column { name: "to", cell: |row, _| Cell::Text(row.to.name.clone()) },
        Column { name: "to_as", cell: |row, names| Cell::List(titles(&row.to, names)) },
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
        Column { name: "event", cell: |row, names| Cell::Text(name(&row.event, names)) },
        Column { name: "place", cell: |row, names| name_all(&row.places, names) },
        Column { name: "present", cell: |row, _| Cell::Number(row.present as u64) },
        Column { name: "held", cell: |row, _| Cell::Text(crate::query::answer::held(row.certainty, "held")) },
        Column {
            name: "arrives",
            cell: |row, _| match &row.arrives {
                Some(Arrives { text, first, last }) => {
                    Cell::Date(text.clone(), first.or(*last).unwrap_or(Day::MIN), last.unwrap_or(Day::MAX))
                }
                None => Cell::Empty,
            },
        },
        Column { name: "chain", cell: |row, _| Cell::maybe_number(row.chain) },
        Column { name: "event_id", cell: |row, _| Cell::Text(row.event.to_string()) },
        Column { name: "from_id", cell: |row, _| Cell::Text(row.from.id.to_string()) },
        Column { name: "to_id", cell: |row, _| Cell::Text(row.to.id.to_string()) },
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
        let people = [&self.from, &self.to].into_iter().flat_map(Person::ids);
        people.chain(Some(&self.event)).chain(&self.places).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
