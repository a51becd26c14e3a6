//! Panels: how often each two states were in contact in each span of time, by mode and level, for data sets of dyads.
//!
//! A cell is one of a [`Matrix`](super::Matrix) of states: the same meetings count by the same rules, and it is `0`
//! only where a source claims completeness.

mod pairs;
mod slice;

use super::bucket;
use super::company::Company;
use super::coverage::{Claims, Days};
use super::matrix::{Pair, Span, cells, meetings};
use super::row::{EventRow, MatrixRow};
use super::spans::{CalendarUnit, spans};
use super::{CitedAt, CountBy, LeftOut, Matrix, Query, Scope, Who};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::record::{Level, Mode};
use pairs::{Pairs, Two};
use slice::Slice;
use std::collections::BTreeMap;

/// What is counted.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The states of which one is in every pair.
    pub ends: Vec<Id>,
    /// The states with which they are paired.
    pub others: Vec<Id>,
    /// How long the spans are.
    pub per: CalendarUnit,
    /// The ranks that are counted by themselves, beside all ranks together.
    pub levels: Vec<Level>,
    /// Which events; modes and levels of it are left aside.
    pub scope: Scope,
}

/// A cell: a pair of states, a span of time, a mode and a level.
#[derive(Clone, Debug)]
pub struct PanelRow {
    /// One state, before the other by id.
    pub one: Id,
    /// The other.
    pub other: Id,
    /// The span of time: `2024`, `2024-05`, `2024-05-02`, or `not stated`.
    pub span: String,
    /// Its days.
    pub days: Option<Period>,
    /// By what means; any where none is named.
    pub mode: Option<Mode>,
    /// The rank that both sides had; any where none is named.
    pub level: Option<Level>,
    /// How many are certain; nothing where nothing is recorded and no source claims to be complete.
    pub at_least: Option<usize>,
    /// How many there are with those that are possible or disputed.
    pub at_most: Option<usize>,
    /// The accounts behind the cell.
    pub support: Vec<CitedAt>,
}

/// Cells, and what is in none.
#[derive(Clone, Debug, Default)]
pub struct PanelAnswer {
    /// The cells, by pair, mode, level and time.
    pub rows: Vec<PanelRow>,
    /// Events that are in no cell, counted for all modes and levels together.
    pub left_out: LeftOut,
}

/// Counts the contacts of states. Pairs of which nothing is recorded or claimed have no cells, and neither have modes
/// and levels in which a pair has nothing. Costs the events of all states for each mode and level.
pub fn panel(graph: &KnowledgeGraph, question: &Panel) -> PanelAnswer {
    let pairs = Pairs::of(question);
    let company = Company::of(graph, pairs.names.iter().collect(), &question.scope);
    let slices: Vec<Slice> = slice::parts(question)
        .into_iter()
        .map(|part| Slice::of(graph, &pairs, &company, &question.scope, part))
        .collect();
    let met = slices.iter().flat_map(|slice| slice.met.values().flatten());
    let spans = all_spans(graph, met, question);
    let left_out = slices.first().map(|slice| slice.left_out).unwrap_or_default();
    let is_all = left_out.no_place + left_out.no_voice + graph.facts().identity.undated == 0;
    let counter = Counter { graph, question, pairs: &pairs, spans, claims: is_all.then(|| Claims::of(graph)) };
    let cells = pairs.all.iter().flat_map(|pair| slices.iter().map(move |slice| (*pair, slice)));
    PanelAnswer { rows: cells.flat_map(|(pair, slice)| counter.rows(pair, slice)).collect(), left_out }
}

/// Fills cells.
struct Counter<'a> {
    graph: &'a KnowledgeGraph,
    question: &'a Panel,
    pairs: &'a Pairs,
    spans: Vec<Span>,
    /// What sources claim; nothing where it is not known what all events were.
    claims: Option<Claims<'a>>,
}

impl Counter<'_> {
    /// The cells of a pair in one part of the panel; none where nothing is recorded or claimed.
    fn rows(&self, pair: Two, slice: &Slice) -> Vec<PanelRow> {
        let Some((one, other)) = self.pairs.names_of(pair) else {
            return Vec::new();
        };
        let met = slice.met.get(&pair).cloned().unwrap_or_default();
        let complete = self.complete_days(one, other, &slice.scope);
        if met.is_empty() && complete == Days::default() {
            return Vec::new();
        }
        let pair = Pair { row: one, col: other, met };
        let cells = cells(self.graph, &pair, &self.spans, &self.matrix(slice), &complete);
        if cells.iter().all(|cell| cell.at_most.is_none()) {
            return Vec::new();
        }
        self.spans.iter().zip(cells).filter_map(|(span, cell)| row((one, other), span, slice, cell)).collect()
    }

    fn matrix(&self, slice: &Slice) -> Matrix {
        Matrix {
            rows: Vec::new(),
            cols: Vec::new(),
            by: CountBy::Event,
            per: Some(self.question.per),
            scope: slice.scope.clone(),
        }
    }

    /// The days of which sources claim to know every contact of a pair.
    fn complete_days(&self, one: &Who, other: &Who, scope: &Scope) -> Days {
        let question = || Query::Meetings(meetings(one, other, scope));
        let of_claims = |claims: &Claims<'_>| claims.complete_days(self.graph, &question());
        self.claims.as_ref().map(of_claims).unwrap_or_default()
    }
}

fn row((one, other): (&Who, &Who), span: &Span, slice: &Slice, cell: MatrixRow) -> Option<PanelRow> {
    let (mode, level) = slice.part;
    Some(PanelRow {
        one: one.ids.first()?.clone(),
        other: other.ids.first()?.clone(),
        span: span.name.clone().unwrap_or_default(),
        days: span.days,
        mode,
        level,
        at_least: cell.at_least,
        at_most: cell.at_most,
        support: cell.support,
    })
}

/// The spans of the period, where that is closed, and those in which something is found; what nobody dates comes last.
fn all_spans<'r>(graph: &KnowledgeGraph, found: impl Iterator<Item = &'r EventRow>, question: &Panel) -> Vec<Span> {
    let asked = bucket::within(question.scope.period, question.per).into_iter();
    let all = asked.map(|(name, days)| (name, Some(days))).chain(spans(graph, found, question.per));
    // A span is whole, however late in it the first contact was.
    let whole =
        |days: Period| bucket::around(days.first, question.per).intersect(question.scope.period).unwrap_or(days);
    let mut by_day: BTreeMap<_, Span> = BTreeMap::new();
    for (name, days) in all {
        let days = days.map(whole);
        by_day.entry((days.is_none(), name.clone())).or_insert(Span { name: Some(name), days });
    }
    by_day.into_values().collect()
}
