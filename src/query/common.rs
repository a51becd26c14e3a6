//! Whom all of several met.

use super::Common;
use super::Rows;
use super::answer::Answer;
use super::cite::CitedAt;
use super::filter::Sieve;
use super::meetings::encounters;
use super::people::date_cell;
use super::row::{CommonRow, Meets};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::model::Certainty;
use std::collections::BTreeMap;

const SHOWN: &[&str] = &["who", "meetings", "held", "src"];

/// The events at which one of those asked about met each of their partners.
type Partners = BTreeMap<NodeId, Vec<(NodeId, Certainty)>>;

/// Answers who met all of them.
pub(super) fn common(graph: &KnowledgeGraph, question: &Common) -> Answer {
    let mut sieve = Sieve::default();
    let mut each: Vec<Partners> = Vec::new();
    for who in &question.who {
        let mut partners = Partners::new();
        for (event, partner, certainty) in encounters(graph, who, &question.scope, &mut sieve) {
            partners.entry(partner).or_default().push((event, certainty));
        }
        each.push(partners);
    }
    let mut rows: Vec<CommonRow> = shared(&each).into_iter().map(|who| row(graph, question, &each, who)).collect();
    rows.retain(|row| sieve.degree(row.certainty, &question.scope));
    Answer::new(graph, Rows::Common(rows), sieve.left_out, SHOWN)
}

/// The partners that all have, in the order of ids.
fn shared(each: &[Partners]) -> Vec<NodeId> {
    let Some((first, rest)) = each.split_first() else {
        return Vec::new();
    };
    first.keys().copied().filter(|who| rest.iter().all(|partners| partners.contains_key(who))).collect()
}

fn row(graph: &KnowledgeGraph, question: &Common, each: &[Partners], who: NodeId) -> CommonRow {
    let mut meetings = Vec::new();
    let mut support = Vec::new();
    let mut weakest = Certainty::Certain;
    for (asked, partners) in question.who.iter().zip(each) {
        let mut events = partners.get(&who).cloned().unwrap_or_default();
        events.sort_by_key(|(event, _)| (graph.days(*event).map(|days| (days.first(), days.last())), *event));
        weakest = weakest.and(events.iter().map(|(_, certainty)| *certainty).max().unwrap_or(Certainty::Possible));
        support.extend(events.iter().flat_map(|(event, _)| CitedAt::all(graph.fact(*event))));
        meetings.push(Meets {
            with: asked.ids.clone(),
            events: events.iter().map(|(event, _)| graph.fact(*event).id.clone()).collect(),
            dates: events.iter().map(|(event, _)| date_cell(graph, *event)).collect(),
        });
    }
    CommonRow { who: graph.fact(who).id.clone(), meetings, certainty: weakest, cites: Vec::new(), support }
}
