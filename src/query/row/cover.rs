//! Rows that are claims of coverage.

use super::column::{Cell, Column, Names, Row, ids, name_all};
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use serde::Serialize;

/// What a source claims to cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CoverRow {
    /// The source.
    pub source: Id,
    /// Whose events; everybody's where nobody is named.
    pub who: Vec<Id>,
    /// With whom.
    pub with: Vec<Id>,
    /// Visits by whom.
    pub by: Vec<Id>,
    /// Visits to where.
    pub to: Vec<Id>,
    /// The kinds, modes and ranks in words.
    pub what: String,
    /// Which kinds of records; all events where none is named.
    pub kinds: Vec<&'static str>,
    /// Which modes; all where none is named.
    pub modes: Vec<&'static str>,
    /// Officials of which rank; all where none is named.
    pub levels: Vec<&'static str>,
    /// From when.
    pub from: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// The days of which the claim speaks: an open end stops where its source can know no more.
    pub days: String,
    /// The days asked about of which it does not speak, where days were asked about.
    pub gaps: Vec<String>,
    /// How much of its field the loaded facts hold, as far as is claimed: `complete`, `selection`, `sample`, or `part`
    /// where the source was read in part.
    pub completeness: &'static str,
    /// The degree as the cover states it.
    pub degree: Option<&'static str>,
    /// Who says so.
    pub claimed_by: Option<&'static str>,
    /// A note.
    pub note: Option<String>,
    /// How many loaded events that were held fall in it.
    pub events: usize,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
}

impl CoverRow {
    /// Whose contacts with whom, or visits by whom to where.
    fn about(&self, names: &Names) -> String {
        let sides = [("", &self.who), ("with ", &self.with), ("visits by ", &self.by), ("to ", &self.to)];
        let named = sides.iter().filter(|(_, ids)| !ids.is_empty());
        let words: Vec<String> = named.map(|(word, ids)| format!("{word}{}", name_all(ids, names).text())).collect();
        if words.is_empty() { "everybody".to_owned() } else { words.join(" ") }
    }
}

fn texts(list: &[&'static str]) -> Cell {
    match list {
        [] => Cell::Empty,
        [one] => Cell::Text((*one).to_owned()),
        all => Cell::List(all.iter().map(|one| (*one).to_owned()).collect()),
    }
}

impl Row for CoverRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column { name: "source", cell: |row, _| Cell::Text(row.source.to_string()) },
        Column { name: "about", cell: |row, names| Cell::Text(row.about(names)) },
        Column { name: "who", cell: |row, _| ids(&row.who) },
        Column { name: "with", cell: |row, _| ids(&row.with) },
        Column { name: "by", cell: |row, _| ids(&row.by) },
        Column { name: "to", cell: |row, _| ids(&row.to) },
        Column { name: "what", cell: |row, _| Cell::Text(row.what.clone()) },
        Column { name: "kinds", cell: |row, _| texts(&row.kinds) },
        Column { name: "modes", cell: |row, _| texts(&row.modes) },
        Column { name: "levels", cell: |row, _| texts(&row.levels) },
        Column { name: "from", cell: |row, _| Cell::maybe(row.from.clone()) },
        Column { name: "until", cell: |row, _| Cell::maybe(row.until.clone()) },
        Column { name: "days", cell: |row, _| Cell::Text(row.days.clone()) },
        Column { name: "gaps", cell: |row, _| Cell::List(row.gaps.clone()) },
        Column { name: "completeness", cell: |row, _| Cell::Text(row.completeness.to_owned()) },
        Column { name: "degree", cell: |row, _| Cell::maybe(row.degree) },
        Column { name: "claimed_by", cell: |row, _| Cell::maybe(row.claimed_by) },
        Column { name: "events", cell: |row, _| Cell::Number(row.events as u64) },
        Column { name: "note", cell: |row, _| Cell::maybe(row.note.clone()) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
    ];

    fn certainty(&self) -> Certainty {
        Certainty::Certain
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        let sides = self.who.iter().chain(&self.with).chain(&self.by).chain(&self.to);
        std::iter::once(&self.source).chain(sides).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
