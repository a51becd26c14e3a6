//! Who is within so many meetings of somebody.

use super::answer::Answer;
use super::cite::{CitedAt, OF_TABLES};
use super::contacts::contacts;
use super::path::idle;
use super::row::ReachRow;
use super::through::is_corporate;
use super::{LeftOut, Reach, Rows, Scope, Through};
use crate::graph::{Acquaintances, Contacts, Encounter, KnowledgeGraph, NodeId, Reached, reach as search};
use crate::model::Certainty;
use std::collections::BTreeSet;

const SHOWN: &[&str] = &["steps", "who", "via", "meetings", "held", "src"];

/// Those through whom others are reached: where only people are, a state, party or organization is reached itself and leads
/// no further.
struct Near<'g> {
    contacts: Contacts<'g>,
    graph: &'g KnowledgeGraph,
    start: NodeId,
    through: Through,
}

impl Acquaintances for Near<'_> {
    type Actor = NodeId;
    type Event = NodeId;

    fn met(&self, actor: NodeId) -> impl Iterator<Item = Encounter> {
        let leads = actor == self.start || self.through.admits(self.graph, actor);
        leads.then(|| self.contacts.of(actor)).into_iter().flatten()
    }
}

/// Answers who is within so many meetings, the nearest first. Costs the meetings of those who are nearer than the last
/// step, once more where some of them are only possible, and where somebody was reached who leads no further.
pub(super) fn reach(graph: &KnowledgeGraph, question: &Reach) -> Answer {
    let through = Through::of_reach(graph, &question.who, question.through);
    let found = within(graph, question, &question.scope, through);
    let left_out = left_out(graph, question, through, &found);
    let rows = found.iter().map(|reached| row(graph, reached)).collect();
    let mut answer = Answer::new(graph, Rows::Reach(rows), left_out, SHOWN);
    let of_tables = found.iter().flat_map(|one| &one.via).any(|(_, event)| graph.row_cited(*event).is_some());
    answer.notices.extend(of_tables.then(|| OF_TABLES.to_owned()));
    answer.notices.extend(beyond(graph, question, through, &found));
    if answer.total == 0 {
        answer.notices.extend(graph.node(question.who.as_str()).and_then(|who| idle(graph, who, &question.scope)));
    }
    answer
}

fn within(graph: &KnowledgeGraph, question: &Reach, scope: &Scope, through: Through) -> Vec<Reached<NodeId, NodeId>> {
    let near = |start| Near { contacts: contacts(graph, scope), graph, start, through };
    let start = graph.node(question.who.as_str());
    start.map(|start| search(&near(start), start, question.steps)).unwrap_or_default()
}

/// How many more are reached through those who lead no further where only people do.
fn beyond(
    graph: &KnowledgeGraph,
    question: &Reach,
    through: Through,
    found: &[Reached<NodeId, NodeId>],
) -> Option<String> {
    let may_lead = |one: &Reached<NodeId, NodeId>| one.steps < question.steps && is_corporate(graph, one.actor);
    if through == Through::Any || question.through.is_some() || !found.iter().any(may_lead) {
        return None;
    }
    let others = within(graph, question, &question.scope, Through::Any).len().saturating_sub(found.len());
    (others > 0).then(|| {
        format!("{others} more are reached through states, parties or organizations: --through any lists them.")
    })
}

/// Those who are reached only by meetings that are not sure enough.
fn left_out(graph: &KnowledgeGraph, question: &Reach, through: Through, found: &[Reached<NodeId, NodeId>]) -> LeftOut {
    let mut left_out = LeftOut::default();
    if question.scope.at_least == Certainty::Possible {
        return left_out;
    }
    let shown: BTreeSet<NodeId> = found.iter().map(|reached| reached.actor).collect();
    let loose = Scope { at_least: Certainty::Possible, ..question.scope.clone() };
    let all = within(graph, question, &loose, through);
    for reached in all.iter().filter(|reached| !shown.contains(&reached.actor)) {
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
        support: CitedAt::counted(graph, &events.into_iter().collect::<Vec<NodeId>>()),
    }
}
