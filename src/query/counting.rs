//! Counts: how many events, encounters, days or visits, in all or per bucket, with the rule printed beside them.

use super::Query;
use super::Rows;
use super::answer::Answer;
use super::bucket;
use super::cite::OF_TABLES;
use super::counted::{Bucket, has_ends};
use super::row::{EventRow, Person};
use super::spans::{CalendarUnit, spans_of};
use super::tabled::{self, Counted};
use super::title;
use super::zeros::Zeros;
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId, Room};
use crate::id::Id;
use crate::model::{Certainty, Fact};
use crate::record::Kind;
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// What is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum CountBy {
    /// Every event.
    #[default]
    Event,
    /// All meetings of the same two sides in one visit or session, or on adjoining days in one place.
    Encounter,
    /// Every day on which one began.
    Day,
    /// Every visit that one was part of; an event outside of visits is none.
    Visit,
}

/// What makes a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Per {
    /// Each of those met; of visits each visitor.
    Who,
    /// Each capacity in which those asked about took part, as stated.
    Capacity,
    /// Each state on the other side.
    State,
    /// Ten years, by the first day.
    Decade,
    /// A year, by the first day.
    Year,
    /// Three months, by the first day.
    Quarter,
    /// A month, by the first day.
    Month,
    /// A day, by the first day.
    Day,
}

impl Per {
    /// The name in options and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Capacity => "capacity",
            Self::State => "state",
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Day => "day",
        }
    }

    /// The span of time that it is, if it is one.
    pub(super) fn unit(self) -> Option<CalendarUnit> {
        match self {
            Self::Decade => Some(CalendarUnit::Decade),
            Self::Year => Some(CalendarUnit::Year),
            Self::Quarter => Some(CalendarUnit::Quarter),
            Self::Month => Some(CalendarUnit::Month),
            Self::Day => Some(CalendarUnit::Day),
            Self::Who | Self::Capacity | Self::State => None,
        }
    }
}

impl From<CalendarUnit> for Per {
    fn from(unit: CalendarUnit) -> Self {
        match unit {
            CalendarUnit::Decade => Self::Decade,
            CalendarUnit::Year => Self::Year,
            CalendarUnit::Quarter => Self::Quarter,
            CalendarUnit::Month => Self::Month,
            CalendarUnit::Day => Self::Day,
        }
    }
}

// Written as texts: a word without quotes is lost on a reader of RON who does not know the list.
impl Serialize for CountBy {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl Serialize for Per {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl CountBy {
    /// The name in options and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Encounter => "encounter",
            Self::Day => "day",
            Self::Visit => "visit",
        }
    }

    /// The rule in words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Event => "every event",
            Self::Encounter => "one per visit, session or adjoining days in one place",
            Self::Day => "every day on which one began",
            Self::Visit => "every visit that one was part of",
        }
    }
}

/// By which rule events are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Counting {
    /// What is one.
    pub by: CountBy,
    /// What makes a bucket; all are one where nothing does.
    pub per: Option<Per>,
}

const SHOWN: &[&str] = &["bucket", "count", "rule"];
const SHOWN_WITH_ENDS: &[&str] = &["bucket", "count", "first", "final", "rule"];

/// Counts the rows of a question about events.
pub(super) fn count(graph: &KnowledgeGraph, question: &Query, counting: Counting) -> Answer {
    let asked = question.with_possible();
    let Counted { whole, partners } = tabled::counted(graph, &asked, counting)
        .unwrap_or_else(|| Counted { whole: asked.answer(graph), partners: Vec::new() });
    let Rows::Events(rows) = &whole.rows else {
        return whole;
    };
    let mut buckets = buckets(graph, rows, counting);
    for met in &partners {
        let name = bucket_of(graph, met.partner, counting.per);
        buckets.entry(name).or_default().add_partner(met);
    }
    let zeros = Zeros::of(graph, question, &whole, counting.per);
    for name in zeros.known {
        buckets.entry(name).or_default().is_zero = true;
    }
    let rows = buckets.into_iter().map(|(name, bucket)| bucket.row(name, counting)).collect();
    let shown = if has_ends(counting.per) { SHOWN_WITH_ENDS } else { SHOWN };
    let mut answer = Answer::new(graph, Rows::Counts(rows), whole.left_out, shown);
    // Possible rows are inside the spans.
    answer.left_out.possible = 0;
    // Counted once more with the answer as a whole.
    answer.left_out.undated_source = 0;
    answer.notices = super::tally::claimed(graph, question);
    answer.notices.extend((!partners.is_empty()).then(|| OF_TABLES.to_owned()));
    answer.notices.extend(zeros.unknown);
    answer
}

/// Counts rows about events, bucket by bucket.
pub(super) fn buckets(graph: &KnowledgeGraph, rows: &[EventRow], counting: Counting) -> BTreeMap<String, Bucket> {
    let mut buckets: BTreeMap<String, Bucket> = BTreeMap::new();
    let unit = Units::of(graph, rows, counting.by);
    for row in rows {
        let names = bucket_names(graph, row, counting.per);
        let certain = row.certainty == Certainty::Certain && is_placed(graph, row, names.len(), counting.per);
        for name in names {
            let bucket = buckets.entry(name).or_default();
            if let Some(unit) = unit.of_row(row) {
                bucket.add(unit, certain, row);
            }
        }
    }
    buckets
}

/// Whether it is certain in which buckets a row stands: those of people hold it all, those of days want a sure day that
/// lies in one of them.
fn is_placed(graph: &KnowledgeGraph, row: &EventRow, buckets: usize, per: Option<Per>) -> bool {
    match per {
        None | Some(Per::Who | Per::Capacity | Per::State) => true,
        Some(_) => {
            let days = graph.node(row.event.as_str()).and_then(|event| graph.days(event));
            buckets == 1 && days.is_none_or(|days| days.start_sure)
        }
    }
}

/// The bucket in which somebody met is counted whom tables tell of.
fn bucket_of(graph: &KnowledgeGraph, partner: NodeId, per: Option<Per>) -> String {
    match per {
        Some(Per::Who) => graph.fact(partner).name().to_owned(),
        Some(Per::State) => graph.fact(graph.root(partner)).name().to_owned(),
        _ => bucket::ALL.to_owned(),
    }
}

/// A count as it reads: a number, or a span where some are not certain.
pub(super) fn span(least: usize, most: usize) -> String {
    if least == most { most.to_string() } else { format!("{least}–{most}") }
}

/// What each row counts as.
struct Units(BTreeMap<Id, String>);

impl Units {
    fn of(graph: &KnowledgeGraph, rows: &[EventRow], by: CountBy) -> Self {
        let units = match by {
            CountBy::Event => rows.iter().map(|row| (row.event.clone(), row.event.to_string())).collect(),
            CountBy::Day => rows.iter().map(|row| (row.event.clone(), row.order.to_string())).collect(),
            CountBy::Visit => rows.iter().filter_map(|row| Some((row.event.clone(), visit(graph, row)?))).collect(),
            CountBy::Encounter => encounters(graph, rows),
        };
        Self(units)
    }

    fn of_row(&self, row: &EventRow) -> Option<&str> {
        self.0.get(&row.event).map(String::as_str)
    }
}

/// The visit that an event is, or is part of.
fn visit(graph: &KnowledgeGraph, row: &EventRow) -> Option<String> {
    let is_visit = |id: &&Id| graph.facts().get(id.as_str()).and_then(Fact::kind) == Some(Kind::Visit);
    std::iter::once(&row.event).chain(&row.part_of).find(is_visit).map(Id::to_string)
}

/// Names each encounter by its first event: rows come by day, so that a later one joins an earlier one that it belongs to.
fn encounters(graph: &KnowledgeGraph, rows: &[EventRow]) -> BTreeMap<Id, String> {
    let mut units: BTreeMap<Id, String> = BTreeMap::new();
    let mut seen: Vec<(&EventRow, Vec<NodeId>)> = Vec::new();
    for row in rows {
        let sides = sides(graph, row);
        let earlier = seen.iter().rev().find(|(other, others)| *others == sides && is_one_encounter(other, row));
        let unit = earlier.and_then(|(other, _)| units.get(&other.event).cloned());
        units.insert(row.event.clone(), unit.unwrap_or_else(|| row.event.to_string()));
        seen.push((row, sides));
    }
    units
}

fn is_one_encounter(earlier: &EventRow, later: &EventRow) -> bool {
    let under_one = later.part_of.iter().any(|above| earlier.part_of.contains(above));
    let next_day = earlier.order.days_until(later.order).is_some_and(|days| days.abs() <= 1);
    let in_one_place = !later.places.is_empty() && later.places == earlier.places;
    under_one || next_day && in_one_place
}

/// The sides in the room of an event.
fn sides(graph: &KnowledgeGraph, row: &EventRow) -> Vec<NodeId> {
    let room = graph.node(row.event.as_str()).and_then(|event| Room::of(graph, event));
    let seats = room.as_ref().map(|room| room.seats.as_slice()).unwrap_or_default();
    let sides: BTreeSet<NodeId> = seats.iter().flat_map(|seat| seat.side.actors.iter().copied()).collect();
    sides.into_iter().collect()
}

/// The buckets of a row; more than one where its first day is open between them.
fn bucket_names(graph: &KnowledgeGraph, row: &EventRow, per: Option<Per>) -> Vec<String> {
    let Some(per) = per else {
        return vec![bucket::ALL.to_owned()];
    };
    match per {
        Per::Who => counted(row).iter().map(|person| person.name.clone()).collect(),
        Per::Capacity => capacities(graph, row),
        Per::State => states(graph, row),
        _ => per.unit().map(|unit| spans_of(graph, row, unit)).unwrap_or_default(),
    }
}

/// Those by whom a row is counted: a visit has nobody who was met, so there it is who came.
fn counted(row: &EventRow) -> &[Person] {
    if row.kind == Kind::Visit { &row.who } else { &row.with }
}

/// The capacities in which those asked about took part; where none is stated, that is a bucket of its own.
fn capacities(graph: &KnowledgeGraph, row: &EventRow) -> Vec<String> {
    let stated = row.who.iter().filter(|person| !person.as_inferred).flat_map(|person| &person.capacities);
    let capacities: BTreeSet<String> = stated.map(|capacity| title::of_capacity(graph, capacity)).collect();
    if capacities.is_empty() { vec!["not stated".to_owned()] } else { capacities.into_iter().collect() }
}

/// The sides of those met.
fn states(graph: &KnowledgeGraph, row: &EventRow) -> Vec<String> {
    let Some(event) = graph.node(row.event.as_str()) else {
        return Vec::new();
    };
    let parts = graph.fact(event).parts.iter().filter(|part| row.with.iter().any(|person| person.id == part.who));
    let sides: BTreeSet<NodeId> = parts.flat_map(|part| graph.side(event, part).actors).collect();
    let visited = graph.to(event, EdgeKind::Visited).filter(|_| row.kind == Kind::Visit);
    sides.into_iter().chain(visited).map(|side| graph.fact(side).name().to_owned()).collect()
}
