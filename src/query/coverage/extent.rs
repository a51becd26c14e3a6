//! Extents: on which days the claims speak for what a question asks, and how strongly.

use super::claim::Claim;
use super::days::Days;
use super::fit::{Fit, Naming, Namings, fit, limits, namings};
use super::question::{Pair, Question, Slot};
use super::{CoveredDays, State};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use std::collections::{BTreeMap, BTreeSet};

/// The days on which the claims speak for what is asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Extent {
    /// A claim of completeness for all of it.
    pub(super) complete: Days,
    /// A claim for all of it, if only of a selection.
    pub(super) selection: Days,
    /// A claim for some of it.
    pub(super) part: Days,
    /// The claims that speak for it, as positions in their list, and for how much.
    pub(super) claims: BTreeMap<usize, Fit>,
}

impl Extent {
    /// Looks up the claims for every pair, kind and mode of a question: what is asked as a whole is covered as strongly
    /// as the weakest of these. Sorts the claims for each of them.
    pub(super) fn of(graph: &KnowledgeGraph, claims: &[Claim<'_>], question: &Question) -> Self {
        let mut extent: Option<Self> = None;
        for (one, other) in sides(graph, claims, &question.pairs) {
            for slot in &question.slots {
                let cell = cell(claims, *slot, one.as_ref(), other.as_ref(), question.period);
                extent = Some(match extent {
                    Some(known) => known.and(cell),
                    None => cell,
                });
            }
        }
        extent.unwrap_or_default()
    }

    /// How days asked about are covered.
    pub(super) fn state(&self, period: Period) -> State {
        if self.complete.hold(period) {
            State::ClaimsComplete
        } else if self.selection.hold(period) {
            State::Selection
        } else if self.part.intersect(&Days::of(vec![period])).is_empty() {
            State::NotCovered
        } else {
            State::InPart
        }
    }

    /// The days that are covered, each with its strongest state.
    pub(super) fn stretches(&self) -> Vec<CoveredDays> {
        let nothing = Days::default();
        let strongest = [
            (&self.complete, &nothing, State::ClaimsComplete),
            (&self.selection, &self.complete, State::Selection),
            (&self.part, &self.selection, State::InPart),
        ];
        let mut all = Vec::new();
        for (days, stronger, state) in strongest {
            all.extend(days.minus(stronger).stretches().iter().map(|days| CoveredDays { days: *days, state }));
        }
        all.sort_by_key(|stretch| stretch.days);
        all
    }

    fn and(mut self, other: Self) -> Self {
        for (claim, fit) in other.claims {
            let known = self.claims.entry(claim).or_insert(fit);
            *known = (*known).max(fit);
        }
        Self {
            complete: self.complete.intersect(&other.complete),
            selection: self.selection.intersect(&other.selection),
            part: self.part.union(other.part),
            claims: self.claims,
        }
    }
}

type Named = Option<Namings>;

/// Both sides of every pair, each once where the claims name them alike.
fn sides(graph: &KnowledgeGraph, claims: &[Claim<'_>], pairs: &[Pair]) -> BTreeSet<(Named, Named)> {
    let side = |who: &Option<crate::query::Who>| -> Vec<Named> {
        match who {
            Some(who) => namings(graph, claims, who).into_iter().map(Some).collect(),
            None => vec![None],
        }
    };
    let mut found = BTreeSet::new();
    for (one, other) in pairs {
        let others = side(other);
        for one in side(one) {
            found.extend(others.iter().map(|other| (one.clone(), other.clone())));
        }
    }
    found
}

fn of(namings: Option<&Namings>, claim: usize) -> Option<&Naming> {
    namings.and_then(|namings| namings.get(claim))
}

/// The days on which the claims speak for one kind and mode of contact between two sides.
fn cell(claims: &[Claim<'_>], slot: Slot, one: Option<&Namings>, other: Option<&Namings>, period: Period) -> Extent {
    let (mut complete, mut selection, mut part) = (Vec::new(), Vec::new(), Vec::new());
    let mut speaking = BTreeMap::new();
    for (number, claim) in claims.iter().enumerate() {
        let (one, other) = (of(one, number), of(other, number));
        let fitting = fit(claim, slot, one, other);
        let (Some(fit), Some(days)) = (fitting, claim.days.intersect(period)) else {
            continue;
        };
        speaking.insert(number, fit);
        part.push(days);
        if fit == Fit::Whole {
            selection.push(days);
        }
        if fit == Fit::Whole && claim.is_complete() {
            let all = Days::of(vec![days]);
            let limited = limits(one, other).map_or_else(|| all.clone(), |limits| all.intersect(&limits));
            complete.extend(limited.stretches().iter().copied());
        }
    }
    Extent { complete: Days::of(complete), selection: Days::of(selection), part: Days::of(part), claims: speaking }
}
