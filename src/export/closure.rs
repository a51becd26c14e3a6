//! Closures: the facts of a selection with everything that they refer to, so that an export stands by itself.

use super::selection::Selection;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Account, Fact, Facts};
use crate::record::{Body, Kind, TallyOf};
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of facts that are about other facts, and belong to them.
const JUDGEMENTS: &[Kind] = &[
    Kind::Denial,
    Kind::Retraction,
    Kind::SameAs,
    Kind::Different,
    Kind::Ruling,
    Kind::Tally,
    Kind::Remark,
    Kind::Expect,
];

/// Facts that refer to none but each other.
pub(super) struct Closure<'v> {
    pub(super) graph: &'v KnowledgeGraph,
    /// The places of the facts in the order of ids, each with whether it was selected and not only referred to.
    facts: BTreeMap<usize, bool>,
}

impl<'v> Closure<'v> {
    /// Everything that a view shows, the tenures and memberships behind its edges, what is judged of these, and
    /// whatever any of them refers to. Costs the facts of it and all judgements.
    pub(super) fn of(selection: &'v Selection<'v>) -> Self {
        let graph = selection.view.graph();
        let mut closure = Self { graph, facts: BTreeMap::new() };
        let mut open: Vec<usize> = selection.view.nodes().map(|node| graph.position(node)).collect();
        open.extend(selection.view.edges().map(|edge| edge.basis as usize));
        closure.facts.extend(open.iter().map(|at| (*at, true)));
        closure.refer(open);
        loop {
            let further = closure.judgements();
            if further.is_empty() {
                return closure;
            }
            closure.facts.extend(further.iter().map(|at| (*at, true)));
            closure.refer(further);
        }
    }

    fn facts(&self) -> &'v Facts {
        self.graph.facts()
    }

    /// The facts, by id, with whether each was selected.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'v Fact, bool)> {
        let facts = self.facts();
        self.facts.iter().map(move |(at, selected)| (facts.fact(*at), *selected))
    }

    /// Whether a fact is among them.
    pub(super) fn holds(&self, id: &Id) -> bool {
        self.facts().position(id.as_str()).is_some_and(|at| self.facts.contains_key(&at))
    }

    /// The id by which a fact stands here.
    pub(super) fn id(&self, id: &Id) -> Id {
        self.facts().get(id.as_str()).map_or_else(|| id.clone(), |fact| fact.id.clone())
    }

    /// Takes in what some facts refer to, and so on.
    fn refer(&mut self, mut open: Vec<usize>) {
        while let Some(at) = open.pop() {
            for id in references(self.facts().fact(at)) {
                if let Some(at) = self.facts().position(id.as_str()).filter(|at| !self.facts.contains_key(at)) {
                    self.facts.insert(at, false);
                    open.push(at);
                }
            }
        }
    }

    /// The judgements that are about what is here and are not here themselves.
    fn judgements(&self) -> Vec<usize> {
        let all = JUDGEMENTS.iter().flat_map(|kind| self.facts().of_kind(*kind));
        all.filter(|at| !self.facts.contains_key(at) && self.is_about_these(self.facts().fact(*at))).collect()
    }

    fn is_about_these(&self, fact: &Fact) -> bool {
        let all = |ids: &[&Id]| !ids.is_empty() && ids.iter().all(|id| self.holds(id));
        match fact.body.as_deref() {
            Some(Body::Denial(one)) => self.holds(&one.of),
            Some(Body::Retraction(one)) => self.holds(&one.of),
            Some(Body::SameAs(one)) => self.holds(&one.a),
            Some(Body::Different(one)) => all(&[&one.a, &one.b]),
            Some(Body::Ruling(one)) => self.holds(&one.of),
            Some(Body::Remark(one)) => all(&one.about.iter().collect::<Vec<_>>()),
            Some(Body::Expect(one)) => self.holds(&one.of),
            Some(Body::Tally(one)) => match &one.of {
                TallyOf::Event(id) => self.holds(id),
                TallyOf::Selection(of) => {
                    let ids = [&of.who, &of.with, &of.by, &of.to].into_iter().flatten();
                    all(&ids.collect::<Vec<_>>())
                }
            },
            _ => false,
        }
    }
}

/// The ids that the accounts of a fact use, and their sources.
fn references(fact: &Fact) -> BTreeSet<Id> {
    let mut ids = BTreeSet::new();
    for Account { says, citation, .. } in &fact.accounts {
        says.each_reference(|one| {
            ids.insert(one.id.clone());
        });
        ids.extend(
            citation.iter().flat_map(|citation| std::iter::once(&citation.source).chain(&citation.says)).cloned(),
        );
    }
    ids
}
