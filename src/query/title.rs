//! Titles: what a fact is called that has no name of its own, by what it says.

use super::people::{event_name, what};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Capacity, TallyOf};

/// What a fact is called where answers list facts of every kind: a tenure by its holder and office, a membership by
/// both ends, a record about another fact by that fact.
pub(super) fn title(graph: &KnowledgeGraph, fact: &Fact) -> String {
    let name = |id: &Id| graph.facts().name(id).to_owned();
    match fact.body.as_deref() {
        Some(Body::Tenure(tenure)) => format!("{} as {}", name(&tenure.person), name(&tenure.office)),
        Some(Body::Membership(membership)) => format!("{} in {}", name(&membership.who), name(&membership.of)),
        Some(Body::Denial(denial)) => {
            let who = denial.who.as_ref().map(|who| format!(" of {}", name(who))).unwrap_or_default();
            let silent = if denial.who.is_some() { "participation" } else { "occurrence" };
            format!("not so: {}{who}: {}", denial.aspect.as_deref().unwrap_or(silent), one(graph, &denial.of))
        }
        Some(Body::Retraction(retraction)) => {
            let places: Vec<String> = retraction.withdraws.iter().map(ToString::to_string).collect();
            format!("takes back {}: {}", places.join(", "), one(graph, &retraction.of))
        }
        Some(Body::Ruling(ruling)) => {
            let who = ruling.who.as_ref().map(|who| format!(" of {}", name(who))).unwrap_or_default();
            format!("on {}{who}: {}", ruling.aspect, one(graph, &ruling.of))
        }
        Some(Body::Tally(tally)) => {
            let of = match &tally.of {
                TallyOf::Event(event) => Some(one(graph, event)),
                TallyOf::Selection(_) => None,
            };
            let what = tally.what.clone().or(of).unwrap_or_else(|| fact.id.to_string());
            format!("{}: {what}", tally.number)
        }
        Some(Body::Remark(remark)) => remark.text.clone(),
        Some(Body::SameAs(pair)) => format!("{} is {}", pair.a, pair.b),
        Some(Body::Different(pair)) => format!("{} is not {}", pair.a, pair.b),
        _ => event_name(graph, fact),
    }
}

/// As [`title`], where it stands in a list with others: a statement by what was said.
pub(super) fn listed(graph: &KnowledgeGraph, fact: &Fact) -> String {
    if fact.event().is_some() { what(graph, fact) } else { title(graph, fact) }
}

/// What stands in a list, with the id where they differ.
pub(super) fn titled(graph: &KnowledgeGraph, fact: &Fact) -> String {
    let title = listed(graph, fact);
    if title == fact.id.as_str() { title } else { format!("{title} ({})", fact.id) }
}

/// A capacity in words.
pub(super) fn of_capacity(graph: &KnowledgeGraph, capacity: &Capacity) -> String {
    capacity.in_words(|id| graph.facts().name(id).to_owned())
}

fn one(graph: &KnowledgeGraph, id: &Id) -> String {
    graph.facts().get(id.as_str()).map_or_else(|| id.to_string(), |fact| event_name(graph, fact))
}
