//! What stands beside a fact without being part of it: to what it belongs, remarks of sources about it, and what they
//! count of it.

use super::answer::named;
use super::show::Card;
use super::tally;
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Fact;
use crate::record::{Body, Kind, TallyOf};

impl Card<'_> {
    /// What sources remark about it and count of it.
    pub(super) fn asides(&mut self, id: &Id) {
        let graph = self.graph;
        for (fact, text) in remarks(graph, id) {
            self.line("remark", text, vec![fact.id.clone()], Some(fact));
        }
        for (fact, claims) in counts(graph, id) {
            for claim in claims {
                self.line("count", claim, vec![fact.id.clone()], Some(fact));
            }
        }
    }

    /// What the fact belongs to, and who belongs to it.
    pub(super) fn memberships(&mut self, node: NodeId) {
        let graph = self.graph;
        let of = graph.outgoing_of(node, EdgeKind::MemberOf).map(|edge| ("member of", edge.to, edge));
        let members = graph.incoming(node).filter(|edge| edge.kind == EdgeKind::MemberOf);
        for (field, other, edge) in of.chain(members.map(|edge| ("member", edge.from, edge))) {
            let (id, fact) = (&graph.fact(other).id, graph.basis(edge));
            let value = named(graph, id) + &membership(fact);
            self.line(field, value, vec![id.clone()], Some(fact));
        }
    }
}

/// In what way and since when somebody belongs to something, in words that follow a name; what is disputed or ruled is
/// marked.
fn membership(fact: &Fact) -> String {
    let Some(Body::Membership(membership)) = fact.body.as_deref() else {
        return String::new();
    };
    let mark = |name: &str| match (fact.disputes(name, None), fact.is_ruled(name, None)) {
        (true, _) => " !",
        (_, true) => " (ruled)",
        _ => "",
    };
    let kind = membership.kind.map(|kind| format!(", {kind}{}", mark("kind"))).unwrap_or_default();
    let from = membership.from.as_ref().map(|day| format!(", from {}{}", day.cell(), mark("from"))).unwrap_or_default();
    let until = membership.until.as_ref().map(|day| format!(", until {}{}", day.cell(), mark("until")));
    format!("{kind}{from}{}", until.unwrap_or_default())
}

/// The remarks about a fact, in the order of their ids.
fn remarks<'g>(graph: &'g KnowledgeGraph, id: &Id) -> Vec<(&'g Fact, &'g str)> {
    let about = |fact: &'g Fact| match fact.body.as_deref() {
        Some(Body::Remark(remark)) if remark.about.contains(id) => Some((fact, remark.text.as_str())),
        _ => None,
    };
    graph.facts_of(Kind::Remark).filter_map(about).collect()
}

/// The counts that sources claim of an event, or of the offices or members of an actor: a line for each number. Counts of
/// events stand beside ours where those are counted.
fn counts<'g>(graph: &'g KnowledgeGraph, id: &Id) -> Vec<(&'g Fact, Vec<String>)> {
    let of = |fact: &&'g Fact| match fact.body.as_deref() {
        Some(Body::Tally(tally)) => match &tally.of {
            TallyOf::Event(event) => event == id,
            TallyOf::Selection(of) => {
                let lasting = of.kinds.iter().all(|kind| matches!(kind, Kind::Tenure | Kind::Membership));
                lasting && !of.kinds.is_empty() && of.who.contains(id)
            }
        },
        _ => false,
    };
    let own = graph.facts().get(id.as_str()).filter(|fact| fact.id == *id && !of(fact));
    let mut all: Vec<&Fact> = graph.facts_of(Kind::Tally).filter(of).chain(own).collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all.into_iter().map(|fact| (fact, tally::claims(fact))).collect()
}
