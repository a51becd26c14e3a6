//! Who is within so many meetings of somebody.

use super::answer::Answer;
use super::cite::CitedAt;
use super::contacts::contacts;
use super::row::ReachRow;
use super::{LeftOut, Reach, Rows, Scope};
use crate::graph::{KnowledgeGraph, NodeId, Reached, reach as search};
use crate::model::Certainty;
use std::collections::BTreeSet;

const SHOWN: &[&str] = &["steps", "who", "via", "meetings", "held", "src"];

/// Answers who is within so many meetings, the nearest first. Costs the meetings of those who are nearer than the last
/// step, once more where some of them are only possible.
pub(super) fn reach(graph: &KnowledgeGraph, question: &Reach) -> Answer {
    let found = within(graph, question, &question.scope);
    let left_out = left_out(graph, question, &found);
    let rows = found.iter().map(|reached| row(graph, reached)).collect();
    Answer::new(graph, Rows::Reach(rows), left_out, SHOWN)
}

fn within(graph: &KnowledgeGraph, question: &Reach, scope: &Scope) -> Vec<Reached<NodeId, NodeId>> {
    let start = graph.node(question.who.as_str());
    start.map(|start| search(&contacts(graph, scope), start, question.steps)).unwrap_or_default()
}

/// Those who are reached only by meetings that are not sure enough.
fn left_out(graph: &KnowledgeGraph, question: &Reach, found: &[Reached<NodeId, NodeId>]) -> LeftOut {
    let mut left_out = LeftOut::default();
    if question.scope.at_least == Certainty::Possible {
        return left_out;
    }
    let shown: BTreeSet<NodeId> = found.iter().map(|reached| reached.actor).collect();
    let loose = Scope { at_least: Certainty::Possible, ..question.scope.clone() };
    for reached in within(graph, question, &loose).iter().filter(|reached| !shown.contains(&reached.actor)) {
        match reached.certainty {
            Certainty::Possible => left_out.possible += 1,
            Certainty::Disputed | Certainty::Certain => left_out.disputed += 1,
        }
    }
    left_out
}

fn row(graph: &KnowledgeGraph, reached: &Reached<NodeId, NodeId>) -> ReachRow {
    let events: BTreeSet<NodeId> = reached.via.iter().map(|(_, event)| *event).collect();
    let people: BTreeSet<NodeId> = reached.via.iter().map(|(actor, _)| *actor).collect();
    ReachRow {
        who: graph.fact(reached.actor).id.clone(),
        steps: reached.steps,
        via: people.len(),
        via_ids: people.into_iter().map(|actor| graph.fact(actor).id.clone()).collect(),
        meetings: events.len(),
        certainty: reached.certainty,
        cites: Vec::new(),
        support: events.into_iter().flat_map(|event| CitedAt::all(graph.fact(event))).collect(),
    }
}
