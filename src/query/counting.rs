//! Counts: how many events, encounters, days or visits, in all or per bucket, with the rule printed beside them.

use super::Query;
use super::Rows;
use super::answer::Answer;
use super::bucket;
use super::cite::OF_TABLES;
use super::counted::{Bucket, has_ends};
use super::namesakes::{Member, Namesakes};
use super::row::{EventRow, Person};
use super::spans::{CalendarUnit, spans_of};
use super::tabled::{self, Counted};
use super::title;
use super::units::Units;
use super::zeros::Zeros;
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::model::Certainty;
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
    let mut namesakes = Namesakes::of(rows.iter().flat_map(|row| members(graph, row, counting.per)));
    namesakes.extend(partners.iter().filter_map(|met| member(graph, met.partner, counting.per)));
    let mut buckets = buckets(graph, rows, counting, &namesakes);
    for met in &partners {
        let name = member(graph, met.partner, counting.per).map(|one| namesakes.label(&one));
        let name = name.unwrap_or_else(|| bucket::ALL.to_owned());
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
pub(super) fn buckets(
    graph: &KnowledgeGraph,
    rows: &[EventRow],
    counting: Counting,
    namesakes: &Namesakes,
) -> BTreeMap<String, Bucket> {
    let mut buckets: BTreeMap<String, Bucket> = BTreeMap::new();
    let unit = Units::of(graph, rows, counting.by);
    for row in rows {
        let names = bucket_names(graph, row, counting.per, namesakes);
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

/// Somebody met whom tables tell of, as a member of the bucket that counts them.
fn member(graph: &KnowledgeGraph, partner: NodeId, per: Option<Per>) -> Option<Member> {
    match per {
        Some(Per::Who) => Some(Member::of(graph.fact(partner))),
        Some(Per::State) => Some(Member::of(graph.fact(graph.root(partner)))),
        _ => None,
    }
}

/// A count as it reads: a number, or a span where some are not certain.
pub(super) fn span(least: usize, most: usize) -> String {
    if least == most { most.to_string() } else { format!("{least}–{most}") }
}

/// The buckets of a row; more than one where its first day is open between them.
fn bucket_names(graph: &KnowledgeGraph, row: &EventRow, per: Option<Per>, namesakes: &Namesakes) -> Vec<String> {
    match (per, per.and_then(Per::unit)) {
        (None, _) => vec![bucket::ALL.to_owned()],
        (_, Some(unit)) => spans_of(graph, row, unit),
        (Some(Per::Capacity), _) => {
            let names: Vec<_> = members(graph, row, per).iter().map(|one| namesakes.label(one)).collect();
            // Where no capacity is stated, that is a bucket of its own.
            if names.is_empty() { vec![bucket::NOT_STATED.to_owned()] } else { names }
        }
        _ => members(graph, row, per).iter().map(|one| namesakes.label(one)).collect(),
    }
}

/// What makes the buckets in which a row is counted, where these are not spans of time.
fn members(graph: &KnowledgeGraph, row: &EventRow, per: Option<Per>) -> BTreeSet<Member> {
    match per {
        Some(Per::Who) => counted(row).iter().map(|one| Member::new(&one.name, one.id.as_str())).collect(),
        Some(Per::Capacity) => capacities(graph, row),
        Some(Per::State) => states(graph, row),
        _ => BTreeSet::new(),
    }
}

/// Those by whom a row is counted: a visit has nobody who was met, so there it is who came.
fn counted(row: &EventRow) -> &[Person] {
    if row.kind == Kind::Visit { &row.who } else { &row.with }
}

/// The capacities in which those asked about took part, as far as they are stated.
fn capacities(graph: &KnowledgeGraph, row: &EventRow) -> BTreeSet<Member> {
    let stated = row.who.iter().filter(|person| !person.as_inferred).flat_map(|person| &person.capacities);
    stated.map(|capacity| Member::new(&title::of_capacity(graph, capacity), &capacity.to_string())).collect()
}

/// The sides of those met.
fn states(graph: &KnowledgeGraph, row: &EventRow) -> BTreeSet<Member> {
    let Some(event) = graph.node(row.event.as_str()) else {
        return BTreeSet::new();
    };
    let parts = graph.fact(event).parts.iter().filter(|part| row.with.iter().any(|person| person.id == part.who));
    let sides: BTreeSet<NodeId> = parts.flat_map(|part| graph.side(event, part).actors).collect();
    let visited = graph.to(event, EdgeKind::Visited).filter(|_| row.kind == Kind::Visit);
    sides.into_iter().chain(visited).map(|side| Member::of(graph.fact(side))).collect()
}
