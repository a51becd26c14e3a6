//! What many questions have in common: the claims are looked up once, and how a question is covered is told span by span.

use super::claim::{self, Claim};
use super::days::Days;
use super::extent::Extent;
use super::question::Question;
use super::{Query, State};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::query::StatusWanted;

/// The claims of all sources, for many questions: they are looked up once.
pub(in crate::query) struct Claims<'g>(Vec<Claim<'g>>);

impl<'g> Claims<'g> {
    /// Costs the events of the people whom covers name.
    pub(in crate::query) fn of(graph: &'g KnowledgeGraph) -> Self {
        Self(claim::all(graph))
    }

    /// On which days sources speak for what a question asks.
    pub(in crate::query) fn covered(&self, graph: &KnowledgeGraph, query: &Query) -> Covered {
        let query = query.counted();
        let asks_for_held = query.scope().is_some_and(|scope| scope.status == StatusWanted::Held);
        let extent = Question::of(graph, query).map(|question| Extent::of(graph, &self.0, &question));
        Covered { extent, asks_for_held }
    }

    /// The days on which a count of nothing means that there was nothing, as far as sources claim.
    pub(in crate::query) fn complete_days(&self, graph: &KnowledgeGraph, query: &Query) -> Days {
        self.covered(graph, query).complete_days()
    }
}

/// How one question is covered, for any span of its days.
pub(in crate::query) struct Covered {
    /// Nothing where the question asks about no events or offices.
    extent: Option<Extent>,
    asks_for_held: bool,
}

impl Covered {
    /// How some days are covered.
    pub(in crate::query) fn state(&self, days: Period) -> Option<State> {
        self.extent.as_ref().map(|extent| extent.state(days))
    }

    /// The days on which a count of nothing means that there was nothing, as far as sources claim.
    pub(in crate::query) fn complete_days(self) -> Days {
        let extent = self.extent.filter(|_| self.asks_for_held);
        extent.map(|extent| extent.complete).unwrap_or_default()
    }
}
