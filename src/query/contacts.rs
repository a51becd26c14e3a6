//! Contacts: which meetings join people in questions about chains and reach.

use super::filter::{self, Verdict};
use super::meetings::InPerson;
use super::{Scope, Through};
use crate::graph::{ContactRule, Contacts, KnowledgeGraph, NodeId};
use crate::record::{Kind, Mode};
use std::cell::Cell;

/// The contacts that a scope counts.
pub(super) fn contacts<'g>(graph: &'g KnowledgeGraph, scope: &'g Scope) -> Contacts<'g> {
    let fits = |event| match filter::event(graph, event, scope, &[]) {
        Verdict::Fits(certainty) => Some(certainty),
        _ => None,
    };
    Contacts::new(graph, rule(scope)).among(fits)
}

/// Of these the steps of chains between two ends; whether somebody was passed over whom chains do not lead through is noted.
pub(super) fn steps<'g>(
    graph: &'g KnowledgeGraph,
    scope: &'g Scope,
    through: Through,
    ends: [NodeId; 2],
    passed_over: &'g Cell<bool>,
) -> Contacts<'g> {
    contacts(graph, scope).with(move |actor| {
        let wanted = ends.contains(&actor) || through.admits(graph, actor);
        passed_over.set(passed_over.get() || !wanted);
        wanted
    })
}

fn rule(scope: &Scope) -> ContactRule {
    let silent = ContactRule::default();
    let kinds: Vec<Kind> = scope.kinds.iter().map(|one| one.kind).collect();
    let modes: Vec<Mode> = scope.modes.clone();
    ContactRule {
        period: scope.period,
        kinds: match (kinds.is_empty(), modes.is_empty()) {
            (true, true) => silent.kinds,
            // Calls and letters join people where another mode is asked for.
            (true, false) => InPerson.kinds.to_vec(),
            (false, _) => kinds,
        },
        modes: if modes.is_empty() { silent.modes } else { modes },
        greetings: !scope.kinds.is_empty(),
        delegations: scope.delegations,
        multilateral: scope.multilateral,
        at_least: scope.at_least,
    }
}
