//! What a drawing looks up in the view again and again.

use crate::graph::{Edge, EdgeKind, Holding, NodeId, View};
use crate::id::Id;
use crate::model::{Certainty, Fact, Part};
use std::collections::HashMap;

use super::date;

/// A view with the tenures of the people in it.
pub(in crate::export) struct Picture<'v> {
    pub(in crate::export) view: &'v View<'v>,
    tenures: HashMap<&'v Id, Holding>,
}

impl<'v> Picture<'v> {
    /// Costs the nodes of the view and their tenures.
    pub(in crate::export) fn new(view: &'v View<'v>) -> Self {
        let graph = view.graph();
        let holdings = view.nodes().flat_map(|node| graph.offices_of(node));
        let holdings = holdings.filter(|holding| !graph.serves_capacity_only(holding));
        let tenures = holdings.map(|holding| (&holding.fact(graph).id, holding)).collect();
        Self { view, tenures }
    }

    /// The tenure that an edge stands on.
    pub(in crate::export) fn holding(&self, edge: &Edge) -> Option<&Holding> {
        self.tenures.get(&self.view.graph().basis(edge).id)
    }

    /// The participation that an edge stands on.
    pub(in crate::export) fn part(&self, edge: &Edge) -> Option<&'v Part> {
        edge.part.and_then(|part| self.view.graph().basis(edge).parts.get(part as usize))
    }

    /// The event that an edge stands on.
    pub(in crate::export) fn event(&self, edge: &Edge) -> Option<NodeId> {
        let graph = self.view.graph();
        graph.basis_node(edge).filter(|node| graph.kind(*node).is_event())
    }

    /// The event that an edge stands on, where neither of its ends is that event.
    pub(in crate::export) fn event_beside(&self, edge: &Edge) -> Option<NodeId> {
        self.event(edge).filter(|event| *event != edge.from && *event != edge.to)
    }

    /// How surely a node is what the drawing says: for an event, how surely it lies in the period.
    pub(in crate::export) fn certainty_of_node(&self, node: NodeId) -> Certainty {
        if self.view.graph().kind(node).is_event() {
            return self.view.certainty(node).unwrap_or(Certainty::Possible);
        }
        Certainty::Certain
    }

    /// How surely an edge holds: no more surely than the event or tenure that it stands on, and disputed where
    /// accounts contradict each other in what it says.
    pub(in crate::export) fn certainty_of_edge(&self, edge: &Edge) -> Certainty {
        if matches!(edge.kind, EdgeKind::Supports | EdgeKind::Denies) {
            return Certainty::Certain;
        }
        let basis = match self.event(edge) {
            Some(event) => self.certainty_of_node(event),
            None => self
                .holding(edge)
                .map_or(Certainty::Certain, |holding| date::certainty_of_tenure(holding, self.view.period())),
        };
        if self.is_disputed(edge) { basis.min(Certainty::Disputed) } else { basis }
    }

    fn is_disputed(&self, edge: &Edge) -> bool {
        let basis = self.view.graph().basis(edge);
        match self.part(edge) {
            Some(part) if edge.kind == EdgeKind::Represented => part.disputed || disputes_capacity(basis, part),
            Some(part) => part.disputed || basis.disputes("participation", Some(&part.who)),
            None => field_of(edge.kind).map_or(!basis.disputed.is_empty(), |field| {
                basis.disputes(field, None) || basis.disputes("occurrence", None)
            }),
        }
    }
}

/// Whether accounts contradict each other on the post in which somebody took part.
pub(in crate::export) fn disputes_capacity(event: &Fact, part: &Part) -> bool {
    event.disputes("capacity", Some(&part.who))
}

/// The field of the record that an edge follows from; none where the whole record is the edge.
fn field_of(kind: EdgeKind) -> Option<&'static str> {
    Some(match kind {
        EdgeKind::Of | EdgeKind::SessionOf => "of",
        EdgeKind::HeldAt => "place",
        EdgeKind::Within => "within",
        EdgeKind::PartOf => "part_of",
        EdgeKind::Beside => "beside",
        EdgeKind::HostedBy => "hosted_by",
        EdgeKind::InvitedBy => "invited_by",
        EdgeKind::Visited | EdgeKind::AddressedTo => "to",
        EdgeKind::SentBy => "from",
        EdgeKind::ConveyedBy => "conveyed_by",
        EdgeKind::SaidBy => "speaker",
        EdgeKind::About => "about",
        EdgeKind::ProposedBy => "proposed_by",
        EdgeKind::SignedBy => "issued_by",
        EdgeKind::Succeeded => "succeeds",
        EdgeKind::TookPartIn | EdgeKind::Represented => "participation",
        EdgeKind::Holds | EdgeKind::MemberOf | EdgeKind::Supports | EdgeKind::Denies => return None,
    })
}
