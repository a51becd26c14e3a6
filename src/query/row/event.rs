//! Rows about events: meetings, contacts, visits, timelines, lists.

use super::column::{Cell, Column, Names, Row, ids, name, name_all};
use crate::date::Day;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::CitedAt;
use crate::record::{Capacity, Kind, Mode};
use serde::Serialize;

/// Somebody in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Person {
    /// Who.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The capacities that accounts state; where none does, the offices held.
    #[serde(rename = "as")]
    pub capacities: Vec<Capacity>,
    /// Where accounts state different capacities: each with the sources that state it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub as_by: Vec<StatedBy>,
    /// The ranks of the offices in the capacities.
    #[serde(skip)]
    pub levels: Vec<&'static str>,
    /// Through which kinds of bodies they took part, by the capacities.
    #[serde(skip)]
    pub channels: Vec<&'static str>,
    /// Whether the capacities are only the offices held that day.
    pub as_inferred: bool,
    /// Those of the offices held that day which only sources tell that the question leaves aside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub as_elsewhere: Vec<Id>,
    /// The offices held that day, certainly first.
    pub offices: Vec<Id>,
    /// Whom they stood for.
    #[serde(rename = "for")]
    pub stands_for: Option<Id>,
    /// What kind of participant.
    pub part: &'static str,
    /// What they did.
    pub role: Option<&'static str>,
    /// How they were there, where not simply present.
    pub presence: Option<&'static str>,
    /// How sure it is that they belong in this row.
    pub certainty: &'static str,
}

/// A capacity with the sources that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatedBy {
    /// In what post.
    pub capacity: Capacity,
    /// Which sources say so, by id.
    pub sources: Vec<Id>,
}

impl StatedBy {
    /// The first sources, and how many there are besides.
    fn text(&self) -> String {
        const NAMED: usize = 2;
        let named: Vec<&str> = self.sources.iter().take(NAMED).map(Id::as_str).collect();
        match self.sources.len().saturating_sub(NAMED) {
            0 => named.join(", "),
            more => format!("{} and {more} more", named.join(", ")),
        }
    }
}

impl Person {
    /// Every id that is named here.
    pub(super) fn ids(&self) -> Vec<&Id> {
        let capacities = self.capacities.iter().filter_map(Capacity::id);
        capacities.chain(&self.offices).chain(&self.stands_for).chain(Some(&self.id)).collect()
    }
}

/// A dated thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EventRow {
    /// Its id.
    pub event: Id,
    /// What kind of thing.
    #[serde(serialize_with = "kind")]
    #[schemars(with = "crate::record::Word<Kind>")]
    pub kind: Kind,
    /// What it is called, or for a statement what was said.
    pub what: Option<String>,
    /// When, as it reads.
    pub date: String,
    /// The first day that it can have begun; `null` where that is open.
    pub date_first: Option<Day>,
    /// The last day that it can have gone on; `null` where that is open.
    pub date_last: Option<Day>,
    /// Those asked about who took part.
    pub who: Vec<Person>,
    /// Those whom they met, or the others who took part.
    pub with: Vec<Person>,
    /// How many were present or took part in all.
    pub present: usize,
    /// By what means.
    #[serde(serialize_with = "mode")]
    #[schemars(with = "Option<crate::record::Word<Mode>>")]
    pub mode: Option<Mode>,
    /// The kind or format within the kind.
    pub format: Option<&'static str>,
    /// How far known to have taken place.
    pub status: &'static str,
    /// The place; the first of several.
    pub place: Option<Id>,
    /// Every place.
    pub places: Vec<Id>,
    /// What it was part of.
    pub part_of: Vec<Id>,
    /// The same with the rank of visits and who invited to them.
    pub under: Vec<Above>,
    /// The destination of a visit.
    pub to: Vec<Id>,
    /// The protocol rank of a visit.
    pub rank: Option<&'static str>,
    /// Who invited or hosted.
    pub invited_by: Vec<Id>,
    /// The days shared with another visit, where that was asked.
    pub shared: Option<String>,
    /// How sure the row is.
    #[serde(serialize_with = "certainty")]
    #[schemars(with = "crate::record::Word<Certainty>")]
    pub certainty: Certainty,
    /// Aspects in which accounts contradict each other.
    pub disputed: Vec<String>,
    /// Aspects in which a ruling of the keeper's decided between accounts.
    pub ruled: Vec<String>,
    /// Whether the row is certain only by a ruling.
    pub by_ruling: bool,
    /// Whether the date is one of two days in a row, given by sources that date by different zones.
    pub date_line: bool,
    /// Through which kinds of bodies those asked about took part, by their capacities.
    pub channel: Vec<&'static str>,
    /// Whose account it is.
    pub said_by: Option<&'static str>,
    /// The numbers of the citations.
    pub cites: Vec<String>,
    /// The accounts behind the row.
    #[serde(skip)]
    pub support: Vec<CitedAt>,
    /// The day by which the row sorts: the first that it can have begun, or the last where the first is open.
    #[serde(skip)]
    pub order: Day,
}

/// What an event was part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Above {
    /// The event or forum.
    pub event: Id,
    /// The protocol rank, for a visit.
    pub rank: Option<&'static str>,
    /// `disputed` or `ruled`, where the rank is.
    pub rank_mark: Option<&'static str>,
    /// Who invited to it.
    pub invited_by: Vec<Id>,
}

impl Above {
    /// The name, for a visit with its rank and who invited.
    fn text(&self, names: &Names) -> String {
        let rank = self
            .rank
            .filter(|rank| *rank != "not-stated")
            .map(|rank| format!("{} visit{}", spaced(rank), sign(self.rank_mark)));
        let invited: Vec<String> = self.invited_by.iter().map(|id| name(id, names)).collect();
        let invited = (!invited.is_empty()).then(|| format!("invited by {}", invited.join(", ")));
        let more: Vec<String> = rank.into_iter().chain(invited).collect();
        let name = name(&self.event, names);
        if more.is_empty() { name } else { format!("{name} ({})", more.join(", ")) }
    }
}

/// How a cell shows that its aspect is disputed or was ruled on.
pub(super) fn sign(mark: Option<&str>) -> &'static str {
    match mark {
        Some("disputed") => " !",
        Some("ruled") => " (ruled)",
        _ => "",
    }
}

/// A cell with the mark of its aspect.
fn marked(row: &EventRow, aspect: &str, cell: Cell) -> Cell {
    let has = |aspects: &[String]| aspects.iter().any(|one| one == aspect);
    let mark = has(&row.disputed).then_some("disputed").or(has(&row.ruled).then_some("ruled"));
    match (cell, sign(mark)) {
        (cell, "") => cell,
        (Cell::Text(text), sign) => Cell::Text(format!("{text}{sign}")),
        (Cell::Date(text, first, last), sign) => Cell::Date(format!("{text}{sign}"), first, last),
        (Cell::List(mut texts), sign) => {
            if let Some(last) = texts.last_mut() {
                last.push_str(sign);
            }
            Cell::List(texts)
        }
        (Cell::Empty, sign) => Cell::Text(sign.trim_start().to_owned()),
        (Cell::Number(number), _) => Cell::Number(number),
    }
}

/// A word of a closed list as a table prints it.
fn spaced(word: &str) -> String {
    word.replace('-', " ")
}

// serde hands fields over by reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn kind<S: serde::Serializer>(kind: &Kind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.name())
}

#[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde calls it so")]
fn mode<S: serde::Serializer>(mode: &Option<Mode>, to: S) -> Result<S::Ok, S::Error> {
    match mode {
        Some(mode) => to.serialize_str(mode.name()),
        None => to.serialize_none(),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(super) fn certainty<S: serde::Serializer>(certainty: &Certainty, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(certainty.name())
}

/// Beyond this many a table names the first and counts the rest.
const NAMED: usize = 3;

fn names_of(people: &[Person]) -> Cell {
    let marked = |person: &Person| {
        let mark = match (person.presence, person.part) {
            (Some(presence), _) => format!(" ({presence})"),
            (None, "principal") => String::new(),
            (None, part) => format!(" ({part})"),
        };
        let doubt = match person.certainty {
            "certain" => "",
            "disputed" => " ! disputed",
            _ => " ○ possible",
        };
        format!("{}{mark}{doubt}", person.name)
    };
    match people {
        [] => Cell::Empty,
        [one] => Cell::Text(marked(one)),
        few if few.len() <= NAMED => Cell::List(few.iter().map(marked).collect()),
        many => {
            let mut list: Vec<String> = many.iter().take(NAMED - 1).map(marked).collect();
            list.push(format!("and {} others", many.len() - list.len()));
            Cell::List(list)
        }
    }
}

/// Those in a row who had one role.
fn names_in_role(row: &EventRow, role: &str) -> Cell {
    let everybody = row.who.iter().chain(&row.with);
    names_of(&everybody.filter(|person| person.role == Some(role)).cloned().collect::<Vec<_>>())
}

/// The titles in which somebody took part, as a table prints them.
pub(super) fn titles(person: &Person, names: &Names) -> Vec<String> {
    let title = |capacity: &Capacity| capacity.in_words(|id| name(id, names));
    let elsewhere = |capacity: &Capacity| capacity.id().is_some_and(|id| person.as_elsewhere.contains(id));
    let inferred = |capacity: &Capacity| match title(capacity) {
        title if !person.as_inferred => title,
        title if elsewhere(capacity) => format!("{title} (held that day, by sources left aside)"),
        title => format!("{title} (held that day, not stated here)"),
    };
    let by = |capacity: &Capacity| person.as_by.iter().find(|stated| stated.capacity == *capacity);
    let stated = |capacity: &Capacity| match by(capacity) {
        Some(by) => format!("{} ({})", title(capacity), by.text()),
        None => inferred(capacity),
    };
    person.capacities.iter().map(stated).collect()
}

fn titles_of(people: &[Person], names: &Names) -> Cell {
    let lines: Vec<String> = match people {
        [one] => titles(one, names),
        few if few.len() <= NAMED => few
            .iter()
            .filter(|person| !person.capacities.is_empty())
            .map(|person| format!("{}: {}", person.name, titles(person, names).join(", ")))
            .collect(),
        _ => Vec::new(),
    };
    if lines.is_empty() { Cell::Empty } else { Cell::List(lines) }
}

/// What a row is about; what was said stands behind the name of who said it.
fn what(row: &EventRow) -> Cell {
    let everybody = row.who.iter().chain(&row.with);
    let speakers: Vec<&str> =
        everybody.filter(|person| person.role == Some("speaker")).map(|person| person.name.as_str()).collect();
    match (&row.what, row.kind, speakers.as_slice()) {
        (Some(text), Kind::Statement, [_, ..]) => Cell::Text(format!("{}: {text}", speakers.join(", "))),
        (text, ..) => Cell::maybe(text.clone()),
    }
}

fn texts(texts: impl Iterator<Item = String>) -> Cell {
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() { Cell::Empty } else { Cell::List(texts) }
}

fn ids_of(people: &[Person]) -> Cell {
    ids(&people.iter().map(|person| person.id.clone()).collect::<Vec<_>>())
}

fn capacities_of(people: &[Person]) -> Cell {
    let all: Vec<String> = people.iter().flat_map(|person| person.capacities.iter().map(ToString::to_string)).collect();
    if all.is_empty() { Cell::Empty } else { Cell::List(all) }
}

fn held(row: &EventRow) -> String {
    let held = crate::query::answer::held(row.certainty, row.status);
    if row.by_ruling { format!("{held} (ruled)") } else { held }
}

fn day(day: Option<Day>) -> Cell {
    Cell::maybe(day.map(|day| day.to_string()))
}

impl Row for EventRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column {
            name: "date",
            cell: |row, _| {
                let last = row.date_last.unwrap_or(Day::MAX);
                let date = if row.date_line { format!("{} (date line)", row.date) } else { row.date.clone() };
                marked(row, "when", Cell::Date(date, row.order, last))
            },
        },
        Column { name: "kind", cell: |row, _| Cell::Text(row.kind.name().to_owned()) },
        Column { name: "what", cell: |row, _| what(row) },
        Column { name: "who", cell: |row, _| names_of(&row.who) },
        Column { name: "as", cell: |row, names| titles_of(&row.who, names) },
        Column { name: "with", cell: |row, _| names_of(&row.with) },
        Column { name: "with_as", cell: |row, names| titles_of(&row.with, names) },
        Column { name: "mode", cell: |row, _| marked(row, "medium", Cell::maybe(row.mode.map(Mode::name))) },
        Column { name: "format", cell: |row, _| marked(row, "format", Cell::maybe(row.format)) },
        Column { name: "place", cell: |row, names| marked(row, "place", name_all(&row.places, names)) },
        Column { name: "under", cell: |row, names| texts(row.under.iter().map(|above| above.text(names))) },
        Column { name: "under_name", cell: |row, names| name_all(&row.part_of, names) },
        Column { name: "to", cell: |row, names| name_all(&row.to, names) },
        Column { name: "rank", cell: |row, _| marked(row, "rank", Cell::maybe(row.rank.map(spaced))) },
        Column { name: "invited_by", cell: |row, names| name_all(&row.invited_by, names) },
        Column { name: "shared", cell: |row, _| Cell::maybe(row.shared.clone()) },
        Column { name: "held", cell: |row, _| Cell::Text(held(row)) },
        Column { name: "said_by", cell: |row, _| Cell::maybe(row.said_by) },
        Column { name: "src", cell: |row, _| Cell::Text(row.cites.join(",")) },
        Column { name: "event_id", cell: |row, _| Cell::Text(row.event.to_string()) },
        Column { name: "date_first", cell: |row, _| day(row.date_first) },
        Column { name: "date_last", cell: |row, _| day(row.date_last) },
        Column { name: "who_id", cell: |row, _| ids_of(&row.who) },
        Column { name: "who_as", cell: |row, _| capacities_of(&row.who) },
        Column { name: "with_id", cell: |row, _| ids_of(&row.with) },
        Column { name: "with_as_id", cell: |row, _| capacities_of(&row.with) },
        Column { name: "place_id", cell: |row, _| ids(&row.places) },
        Column { name: "part_of", cell: |row, _| ids(&row.part_of) },
        Column { name: "text", cell: |row, _| Cell::maybe(row.what.clone()) },
        Column { name: "addressees", cell: |row, _| names_in_role(row, "addressee") },
        Column { name: "bearers", cell: |row, _| names_in_role(row, "bearer") },
        Column { name: "channel", cell: |row, _| texts(row.channel.iter().map(|one| (*one).to_owned())) },
        Column { name: "present", cell: |row, _| Cell::Number(row.present as u64) },
        Column { name: "certainty", cell: |row, _| Cell::Text(row.certainty.name().to_owned()) },
        Column { name: "status", cell: |row, _| Cell::Text(row.status.to_owned()) },
        Column { name: "disputed", cell: |row, _| Cell::List(row.disputed.clone()) },
        Column { name: "ruled", cell: |row, _| Cell::List(row.ruled.clone()) },
    ];

    fn certainty(&self) -> Certainty {
        self.certainty
    }

    fn support(&self) -> &[CitedAt] {
        &self.support
    }

    fn ids(&self) -> Vec<&Id> {
        let people = self.who.iter().chain(&self.with).flat_map(Person::ids);
        let above = self.under.iter().flat_map(|above| &above.invited_by);
        let lists = [&self.places, &self.part_of, &self.to, &self.invited_by];
        people.chain(lists.into_iter().flatten()).chain(above).chain(Some(&self.event)).collect()
    }

    fn number(&mut self, cites: Vec<String>) {
        self.cites = cites;
    }
}
