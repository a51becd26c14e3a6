//! Claims: the covers of loaded sources, with the days and the actors that they speak of.

use crate::date::{Day, Period, PointDate, Precision};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Cover, Degree, ReadExtent, Source};
use std::collections::BTreeSet;

/// Whom one side of a cover names.
#[derive(Clone, Debug)]
pub(super) struct Side {
    /// Those who are named.
    pub(super) nodes: Vec<NodeId>,
    /// Everybody and everything of which they are a part, themselves included.
    pub(super) above: BTreeSet<NodeId>,
}

impl Side {
    /// Nobody in particular where the cover is silent.
    fn of(graph: &KnowledgeGraph, ids: &[Id]) -> Option<Self> {
        let nodes: Vec<NodeId> = ids.iter().filter_map(|id| graph.node(id.as_str())).collect();
        let above = nodes.iter().flat_map(|node| graph.standing(*node).under).flatten().collect();
        (!ids.is_empty()).then_some(Self { nodes, above })
    }
}

/// How much of its field the loaded facts hold, as far as a claim goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Completeness {
    /// The source claims to be complete, and nothing says that it was not read whole.
    Complete,
    /// Nothing is said of how much.
    Selection,
    /// It calls itself a sample.
    Sample,
    /// The source was read in part, whatever it claims itself.
    Part,
}

impl Completeness {
    fn of(source: &Source, cover: &Cover) -> Self {
        match (source.read, cover.degree) {
            (Some(ReadExtent::Part), _) => Self::Part,
            (_, Some(Degree::ClaimsComplete)) => Self::Complete,
            (_, Some(Degree::Sample)) => Self::Sample,
            (_, None) => Self::Selection,
        }
    }

    /// The word for it in rows.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Selection => "selection",
            Self::Sample => "sample",
            Self::Part => "part",
        }
    }
}

/// What a source claims to cover.
#[derive(Clone, Debug)]
pub(super) struct Claim<'g> {
    /// The source.
    pub(super) source: &'g Fact,
    /// The cover as it is written.
    pub(super) cover: &'g Cover,
    /// The days of which it speaks.
    pub(super) days: Period,
    /// How much of it the loaded facts hold.
    pub(super) completeness: Completeness,
    /// Whose events.
    pub(super) who: Option<Side>,
    /// With whom.
    pub(super) with: Option<Side>,
    /// Visits by whom.
    pub(super) by: Option<Side>,
    /// Visits to where.
    pub(super) to: Option<Side>,
}

/// Every claim of the loaded sources, by source. Costs the events of the people whom covers name.
pub(super) fn all(graph: &KnowledgeGraph) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for node in graph.sources_claiming() {
        let fact = graph.fact(*node);
        if let Some(Body::Source(source)) = fact.body.as_deref() {
            claims.extend(source.covers.iter().filter_map(|cover| Claim::new(graph, fact, source, cover)));
        }
    }
    claims
}

impl<'g> Claim<'g> {
    /// A cover that says until when before it says from when speaks of no day, and is no claim.
    fn new(graph: &KnowledgeGraph, fact: &'g Fact, source: &Source, cover: &'g Cover) -> Option<Self> {
        let heard = Period { first: Day::MIN, last: graph.facts().identity.known_on.unwrap_or(Day::MAX) };
        Some(Self {
            source: fact,
            cover,
            days: days(source, cover)?.intersect(heard)?,
            completeness: Completeness::of(source, cover),
            who: Side::of(graph, &cover.who),
            with: Side::of(graph, &cover.with),
            by: Side::of(graph, &cover.by),
            to: Side::of(graph, &cover.to),
        })
    }

    /// Whether it claims completeness, and the loaded facts can answer for that.
    pub(super) fn is_complete(&self) -> bool {
        self.completeness == Completeness::Complete
    }

    /// The sides that it names.
    pub(super) fn sides(&self) -> impl Iterator<Item = &Side> {
        [&self.who, &self.with, &self.by, &self.to].into_iter().flatten()
    }
}

/// The days of which a cover speaks. Nothing published tells of days after it, so an open end stops there.
fn days(source: &Source, cover: &Cover) -> Option<Period> {
    let appeared = source.published.as_ref().map(PointDate::first);
    let known = source.accessed.max(appeared).unwrap_or(Day::MAX);
    let first = cover.from.as_ref().map_or(Day::MIN, first);
    let last = cover.until.as_ref().map_or(known, last);
    Period::new(first, last)
}

/// From a month or year on means from its first day on; a doubtful start is taken at its latest.
fn first(from: &PointDate) -> Day {
    if is_plain(from) { from.first() } else { from.last() }
}

/// Until a month or year means until its last day; a doubtful end is taken at its earliest.
fn last(until: &PointDate) -> Day {
    if is_plain(until) { until.last() } else { until.first() }
}

fn is_plain(date: &PointDate) -> bool {
    date.is_sure() && date.precision() != Precision::Span
}
