//! Tables of counts: how often each of some met each of others, in all or per span of time.

use super::Rows;
use super::answer::Answer;
use super::bucket;
use super::company::Company;
use super::counted::Bucket;
use super::counting::{self, Counting, Per};
use super::coverage::{Claims, Days};
use super::events::{bare, sort};
use super::filter::{self, Sieve, Verdict};
use super::meetings::{InPerson, counted_pairs, is_greeting};
use super::namesakes::Namesakes;
use super::row::{EventRow, MatrixRow};
use super::select;
use super::spans::{CalendarUnit, spans};
use super::{Matrix, Meetings, Query, Scope, Who};
use crate::date::Period;
use crate::graph::{KnowledgeGraph, NodeId, Room};
use crate::model::Certainty;
use std::collections::{BTreeMap, BTreeSet};

const SHOWN: &[&str] = &["row", "col", "bucket", "count", "src"];

/// Answers how often who met whom: a row a cell, row by row; none for those named on both sides of it.
pub(super) fn matrix(graph: &KnowledgeGraph, question: &Matrix) -> Answer {
    let scope = Scope { at_least: weakest(&question.scope), ..question.scope.clone() };
    let mut finder = Finder::new(graph, &scope);
    let cols = if question.cols.is_empty() { &question.rows } else { &question.cols };
    let company = Company::of(graph, cols.iter().collect(), &scope);
    let mut pairs = Vec::new();
    for row in &question.rows {
        let others = cols.iter().enumerate().filter(|(_, col)| *col != row);
        let mut met = finder.met(row, &company, |number| cols.get(number) != Some(row));
        pairs.extend(others.map(|(number, col)| Pair { row, col, met: met.remove(&number).unwrap_or_default() }));
    }
    let left_out = finder.left_out(pairs.iter().flat_map(|pair| &pair.met));
    let buckets = buckets(graph, &pairs, question.per);
    // What has no place or voice, or no day of appearance, may have been one of those that are not found.
    let is_all = left_out.no_place + left_out.no_voice + graph.facts().identity.undated == 0;
    let claims = Claims::of(graph);
    let cells_of = |pair: &Pair<'_>| {
        let covered = claims.covered(graph, &Query::Meetings(meetings(pair.row, pair.col, &question.scope)));
        let asked = |span: &Span| span.days.and_then(|days| days.intersect(question.scope.period));
        let states: Vec<_> = buckets.iter().map(|span| asked(span).and_then(|days| covered.state(days))).collect();
        let complete = if is_all { covered.complete_days() } else { Days::default() };
        let cells = cells(graph, pair, &buckets, question, &complete).into_iter().zip(states);
        cells.map(|(cell, coverage)| MatrixRow { coverage, ..cell }).collect::<Vec<_>>()
    };
    let rows = pairs.iter().flat_map(cells_of).collect();
    Answer::new(graph, Rows::Matrix(rows), left_out, SHOWN)
}

/// Spans need what is only possible, unless only certain meetings are wanted.
fn weakest(scope: &Scope) -> Certainty {
    if scope.at_least == Certainty::Certain { Certainty::Certain } else { Certainty::Possible }
}

/// The meetings of one pair, by date.
pub(super) struct Pair<'q> {
    pub(super) row: &'q Who,
    pub(super) col: &'q Who,
    pub(super) met: Vec<EventRow>,
}

/// Finds meetings, and remembers of each event once why it is in no cell.
pub(super) struct Finder<'g> {
    graph: &'g KnowledgeGraph,
    scope: &'g Scope,
    /// How surely an event is one that counts, for those at which somebody met somebody asked about.
    judged: BTreeMap<NodeId, Option<Certainty>>,
    /// Events that a cell does not count, by another mode or too weak a degree.
    left: BTreeMap<NodeId, Option<Certainty>>,
    sieve: Sieve,
}

impl<'g> Finder<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, scope: &'g Scope) -> Self {
        Self { graph, scope, judged: BTreeMap::new(), left: BTreeMap::new(), sieve: Sieve::default() }
    }

    /// The meetings with each of those in the company who are asked about, by their numbers.
    pub(super) fn met(
        &mut self,
        row: &Who,
        company: &Company<'_>,
        is_asked: impl Fn(usize) -> bool,
    ) -> BTreeMap<usize, Vec<EventRow>> {
        let mut met: BTreeMap<usize, Vec<EventRow>> = BTreeMap::new();
        let mut questions: BTreeMap<usize, Meetings> = BTreeMap::new();
        for (event, chosen) in select::events(self.graph, row, self.scope) {
            let mut others = company.at(event).filter(|(number, _)| is_asked(*number)).peekable();
            if others.peek().is_none() {
                continue;
            }
            let verdict = filter::event(self.graph, event, self.scope, InPerson.kinds);
            let Some(room) = Room::of(self.graph, event).filter(|_| verdict != Verdict::Foreign) else {
                continue;
            };
            for (number, other) in others {
                let question = questions.entry(number).or_insert_with(|| meetings(row, other, self.scope));
                let pairs = counted_pairs(self.graph, &room, &chosen, question);
                if pairs.is_empty() {
                    continue;
                }
                let by_mode = pairs.iter().filter(|(mode, _)| self.modes().contains(mode));
                let best = by_mode.map(|(_, certainty)| *certainty).max();
                met.entry(number).or_default().extend(self.row(&room, verdict, best));
            }
        }
        met.values_mut().for_each(|rows| sort(rows));
        met
    }

    fn modes(&self) -> &[crate::record::Mode] {
        if self.scope.modes.is_empty() { InPerson.modes } else { &self.scope.modes }
    }

    /// The row about a meeting of a pair, if it counts.
    fn row(&mut self, room: &Room<'_>, verdict: Verdict, best: Option<Certainty>) -> Option<EventRow> {
        let event = self.judge(room, verdict)?;
        let certainty = best.map(|best| best.and(event));
        let wanted = |degree: &Certainty| {
            *degree >= self.scope.at_least && !(self.scope.only_disputed && *degree == Certainty::Certain)
        };
        let Some(certainty) = certainty.filter(wanted) else {
            self.left.insert(room.event, certainty);
            return None;
        };
        Some(bare(self.graph, room.event, certainty))
    }

    /// Whether an event counts for any pair; what does not is counted once.
    fn judge(&mut self, room: &Room<'_>, verdict: Verdict) -> Option<Certainty> {
        if let Some(known) = self.judged.get(&room.event) {
            return *known;
        }
        let mut judged = self.sieve.event(verdict);
        if judged.is_some() && is_greeting(room, self.scope) {
            self.sieve.left_out.greetings += 1;
            judged = None;
        }
        if judged.is_some() && room.is_multilateral() && !self.scope.multilateral {
            self.sieve.left_out.multilateral += 1;
            judged = None;
        }
        self.judged.insert(room.event, judged);
        judged
    }

    /// What is in no cell, each event once.
    pub(super) fn left_out<'r>(mut self, counted: impl Iterator<Item = &'r EventRow>) -> super::LeftOut {
        let counted: BTreeSet<NodeId> = counted.filter_map(|row| self.graph.node(row.event.as_str())).collect();
        for (event, degree) in std::mem::take(&mut self.left) {
            match degree {
                _ if counted.contains(&event) => {}
                Some(degree) => {
                    self.sieve.degree(degree, self.scope);
                }
                None => self.sieve.other_mode(event),
            }
        }
        self.sieve.left_out
    }
}

/// A span of time of the table; its days are not known where it holds what nobody dates.
pub(super) struct Span {
    pub(super) name: Option<String>,
    pub(super) days: Option<Period>,
}

/// The spans of time of the table, in order; one without a name where counts are in all.
fn buckets(graph: &KnowledgeGraph, pairs: &[Pair<'_>], per: Option<CalendarUnit>) -> Vec<Span> {
    match per {
        None => vec![Span { name: None, days: Some(Period::ALL) }],
        Some(unit) => {
            let met = pairs.iter().flat_map(|pair| &pair.met);
            spans(graph, met, unit).into_iter().map(|(name, days)| Span { name: Some(name), days }).collect()
        }
    }
}

/// The cells of a pair, one a span of time.
pub(super) fn cells(
    graph: &KnowledgeGraph,
    pair: &Pair<'_>,
    buckets: &[Span],
    question: &Matrix,
    complete: &Days,
) -> Vec<MatrixRow> {
    let counting = Counting { by: question.by, per: question.per.map(Per::from) };
    let mut counted = counting::buckets(graph, &pair.met, counting, &Namesakes::default());
    let dated = !counted.contains_key(bucket::NOT_STATED);
    let cell = |span: &Span| {
        let found = counted.remove(span.name.as_deref().unwrap_or(bucket::ALL)).filter(|found| !found.is_empty());
        let asked = span.days.and_then(|days| days.intersect(question.scope.period)).filter(|_| dated);
        let zero = asked.is_some_and(|days| complete.hold(days)).then_some(0);
        let (at_least, at_most) =
            found.as_ref().map_or((zero, zero), |found| (Some(found.least()), Some(found.most())));
        MatrixRow {
            row: name(graph, pair.row),
            col: name(graph, pair.col),
            row_ids: pair.row.ids.clone(),
            col_ids: pair.col.ids.clone(),
            bucket: span.name.clone(),
            count: at_least.zip(at_most).map(|(least, most)| counting::span(least, most)),
            at_least,
            at_most,
            coverage: None,
            cites: Vec::new(),
            events: found.as_ref().map(Bucket::events).unwrap_or_default(),
            support: found.map(|found| found.support).unwrap_or_default(),
        }
    };
    buckets.iter().map(cell).collect()
}

/// The question about the meetings of a pair.
pub(super) fn meetings(row: &Who, col: &Who, scope: &Scope) -> Meetings {
    Meetings { who: row.clone(), with: Some(col.clone()), scope: scope.clone() }
}

/// What a name of the question is called.
fn name(graph: &KnowledgeGraph, who: &Who) -> String {
    who.ids.iter().map(|id| graph.facts().name(id)).collect::<Vec<_>>().join(", ")
}
