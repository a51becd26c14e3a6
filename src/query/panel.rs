//! Panels: how often each two states were in contact in each span of time, by mode and level, for data sets of dyads.
//!
//! A cell is one of a [`Matrix`](super::Matrix) of states: the same meetings count by the same rules, and it is `0`
//! only where a source claims completeness.

use super::bucket;
use super::coverage::{self, Days};
use super::matrix::{Finder, Pair, Span, cells};
use super::row::{EventRow, MatrixRow};
use super::spans::{CalendarUnit, spans};
use super::{CitedAt, CountBy, LeftOut, Matrix, Meetings, Query, Scope, Who};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use crate::record::{Level, Mode};
use std::collections::BTreeMap;

/// Every mode of contact.
const MODES: [Mode; 4] = [Mode::InPerson, Mode::Phone, Mode::Video, Mode::Written];

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

/// One part of a panel: a mode and a level.
type Slice = (Option<Mode>, Option<Level>);

/// Counts the contacts of states. Pairs of which nothing is recorded or claimed have no cells, and neither have modes
/// and levels in which a pair has nothing. Costs a matrix of all states for each mode and level.
pub fn panel(graph: &KnowledgeGraph, question: &Panel) -> PanelAnswer {
    let pairs = pairs(question);
    let mut answer = PanelAnswer::default();
    let slices: Vec<Slice> = slices(question);
    let mut found: BTreeMap<(usize, usize), Vec<EventRow>> = BTreeMap::new();
    let mut is_all = true;
    for (number, slice) in slices.iter().enumerate() {
        let scope = scope(&question.scope, *slice);
        let (met, left_out) = met(graph, &pairs, &scope);
        if number == 0 {
            is_all = left_out.no_place + left_out.no_voice + graph.facts().identity.undated == 0;
            answer.left_out = left_out;
        }
        found.extend(met.into_iter().enumerate().map(|(pair, rows)| ((pair, number), rows)));
    }
    let spans = all_spans(graph, found.values().flatten(), question);
    for (at, (one, other)) in pairs.iter().enumerate() {
        for (number, slice) in slices.iter().enumerate() {
            let met = found.remove(&(at, number)).unwrap_or_default();
            let scope = scope(&question.scope, *slice);
            let complete = if is_all { complete_days(graph, one, other, &scope) } else { Days::default() };
            let matrix = Matrix {
                rows: Vec::new(),
                cols: Vec::new(),
                by: CountBy::Event,
                per: Some(question.per),
                scope: scope.clone(),
            };
            let pair = Pair { row: &one.clone().into(), col: &other.clone().into(), met };
            let cells = cells(graph, &pair, &spans, &matrix, &complete);
            if cells.iter().any(|cell| cell.at_most.is_some()) {
                answer.rows.extend(spans.iter().zip(cells).map(|(span, cell)| row((one, other), span, *slice, cell)));
            }
        }
    }
    answer
}

/// Each two of the states once, by id.
fn pairs(question: &Panel) -> Vec<(Id, Id)> {
    let all = question.ends.iter().flat_map(|one| question.others.iter().map(move |other| (one, other)));
    let ordered = all.filter(|(one, other)| one != other).map(|(one, other)| (one.min(other), one.max(other)));
    let mut pairs: Vec<(Id, Id)> = ordered.map(|(one, other)| (one.clone(), other.clone())).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// All together first, then each mode, then each level by any mode.
fn slices(question: &Panel) -> Vec<Slice> {
    let modes = MODES.into_iter().map(|mode| (Some(mode), None));
    let levels = question.levels.iter().map(|level| (None, Some(*level)));
    std::iter::once((None, None)).chain(modes).chain(levels).collect()
}

fn scope(asked: &Scope, (mode, level): Slice) -> Scope {
    let at_least = if asked.at_least == Certainty::Certain { Certainty::Certain } else { Certainty::Possible };
    Scope {
        modes: mode.map_or(MODES.to_vec(), |mode| vec![mode]),
        levels: level.into_iter().collect(),
        at_least,
        ..asked.clone()
    }
}

/// The contacts of each pair, and what is in none. With a level, those in which both sides had somebody of it.
fn met(graph: &KnowledgeGraph, pairs: &[(Id, Id)], scope: &Scope) -> (Vec<Vec<EventRow>>, LeftOut) {
    let mut finder = Finder::new(graph, scope);
    let mut found = Vec::with_capacity(pairs.len());
    for (one, other) in pairs {
        let (one, other): (Who, Who) = (one.clone().into(), other.clone().into());
        let mut rows = finder.met(&one, &[&other]).pop().unwrap_or_default();
        if !scope.levels.is_empty() {
            let back = finder.met(&other, &[&one]).pop().unwrap_or_default();
            rows = rows.into_iter().filter_map(|row| both(row, &back)).collect();
        }
        found.push(rows);
    }
    let left_out = finder.left_out(found.iter().flatten());
    (found, left_out)
}

/// A contact that is found from either side, no more surely than from the other.
fn both(row: EventRow, back: &[EventRow]) -> Option<EventRow> {
    let other = back.iter().find(|other| other.event == row.event)?;
    Some(EventRow { certainty: row.certainty.and(other.certainty), ..row })
}

/// The days of which sources claim to know every contact of a pair.
fn complete_days(graph: &KnowledgeGraph, one: &Id, other: &Id, scope: &Scope) -> Days {
    let question = Meetings { who: one.clone().into(), with: Some(other.clone().into()), scope: scope.clone() };
    coverage::complete_days(graph, &Query::Meetings(question))
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

fn row((one, other): (&Id, &Id), span: &Span, (mode, level): Slice, cell: MatrixRow) -> PanelRow {
    PanelRow {
        one: one.clone(),
        other: other.clone(),
        span: span.name.clone().unwrap_or_default(),
        days: span.days,
        mode,
        level,
        at_least: cell.at_least,
        at_most: cell.at_most,
        support: cell.support,
    }
}
