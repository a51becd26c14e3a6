//! Surroundings: the part of a view that a picture of some nodes needs.

use super::{Edge, EdgeKind, Filter, KnowledgeGraph, NodeId, NodeKind, View};
use crate::model::Part;
use crate::record::{Capacity, Kind};
use std::collections::BTreeSet;

/// Edges from an event to those who had a part in it, besides `took_part_in`, which leads the other way.
const ROLES: &[EdgeKind] = &[
    EdgeKind::HostedBy,
    EdgeKind::InvitedBy,
    EdgeKind::Visited,
    EdgeKind::SentBy,
    EdgeKind::AddressedTo,
    EdgeKind::ConveyedBy,
    EdgeKind::SaidBy,
    EdgeKind::SignedBy,
    EdgeKind::SessionOf,
];

/// Edges to what lies around a place or stands above an event.
const UPWARD: &[EdgeKind] = &[EdgeKind::Within, EdgeKind::PartOf, EdgeKind::SessionOf];

impl View<'_> {
    /// The surroundings of some nodes: what belongs into a picture of them. Without centres it shows nothing.
    ///
    /// Every centre that this view shows is chosen, and with it
    ///
    /// * **an actor** (person, state, party, organization or forum): each event in which it had a part: that it took
    ///   part in, hosted, invited to, sent, received, conveyed or signed, that visited it or is a session of it, but no
    ///   statements, which would drown everything else. For a state, party or organization also each event, but no
    ///   statement, in which somebody took part as its official, or while possibly holding an office of it, together
    ///   with that office ([`KnowledgeGraph::officials_at`] in the period of this view);
    /// * **an event**: everything joined to it or to what is part of it, statements and topics included;
    /// * **anything else** (an office, a place, a topic, an initiative, a source, a stub): everything joined to it, or
    ///   to a place within it, statements included.
    ///
    /// Each event chosen so brings along
    ///
    /// * everybody who had a part in it;
    /// * where it was held and the places and the state around that;
    /// * the event on whose margins it took place, the events that it is part of, and the forums that these are
    ///   sessions of;
    /// * the offices as which its participants took part, what these are offices of, and whom participants stood for.
    ///
    /// Between the chosen nodes all edges of this view are shown. Nothing is chosen that this view does not show. The
    /// costs are the edges of the centres and of the chosen events.
    #[must_use]
    pub fn around(&self, centres: &[NodeId]) -> Self {
        let mut ego = Ego { view: self, chosen: BTreeSet::new(), told: BTreeSet::new(), climbed: BTreeSet::new() };
        for centre in centres.iter().copied().filter(|centre| self.shows(*centre)) {
            ego.centre(centre);
        }
        self.narrow(Filter { nodes: Some(ego.chosen), ..Filter::default() })
    }

    /// Some events, each with what [`around`](Self::around) says that it brings along, and some nodes besides.
    ///
    /// Nothing is chosen that this view does not show. The costs are the edges of the events.
    #[must_use]
    pub fn telling(&self, events: impl IntoIterator<Item = NodeId>, besides: &[NodeId]) -> Self {
        let mut ego = Ego { view: self, chosen: BTreeSet::new(), told: BTreeSet::new(), climbed: BTreeSet::new() };
        besides.iter().for_each(|node| ego.choose(*node));
        events.into_iter().for_each(|event| ego.event(event));
        self.narrow(Filter { nodes: Some(ego.chosen), ..Filter::default() })
    }
}

struct Ego<'v, 'g> {
    view: &'v View<'g>,
    chosen: BTreeSet<NodeId>,
    /// Events whose surroundings are chosen.
    told: BTreeSet<NodeId>,
    /// Nodes above which everything is chosen.
    climbed: BTreeSet<NodeId>,
}

impl<'g> Ego<'_, 'g> {
    fn graph(&self) -> &'g KnowledgeGraph {
        self.view.graph()
    }

    fn choose(&mut self, node: NodeId) {
        if self.view.shows(node) {
            self.chosen.insert(node);
        }
    }

    fn outgoing(&self, node: NodeId) -> Vec<Edge> {
        self.graph().outgoing(node).filter(|edge| self.view.shows_edge(edge)).collect()
    }

    fn incoming(&self, node: NodeId) -> Vec<Edge> {
        self.graph().incoming(node).filter(|edge| self.view.shows_edge(edge)).collect()
    }

    fn centre(&mut self, centre: NodeId) {
        self.choose(centre);
        match self.graph().kind(centre) {
            NodeKind::Of(kind) if kind.is_actor() => self.actor(centre, kind),
            NodeKind::Of(kind) if kind.is_event() => self.whole_event(centre),
            _ => self.anything(centre),
        }
    }

    fn actor(&mut self, actor: NodeId, kind: Kind) {
        let took_part = self.outgoing(actor).into_iter().filter(|edge| edge.kind == EdgeKind::TookPartIn);
        let had_part = self.incoming(actor).into_iter().filter(|edge| ROLES.contains(&edge.kind));
        let events: Vec<NodeId> = took_part.map(|edge| edge.to).chain(had_part.map(|edge| edge.from)).collect();
        for event in events {
            self.event_unless_statement(event);
        }
        if matches!(kind, Kind::State | Kind::Party | Kind::Organization) {
            self.officials(actor);
        }
    }

    fn event_unless_statement(&mut self, event: NodeId) {
        if self.graph().kind(event) != NodeKind::Of(Kind::Statement) {
            self.event(event);
        }
    }

    fn officials(&mut self, actor: NodeId) {
        let (graph, Some(period)) = (self.graph(), self.view.period()) else {
            return;
        };
        let offices: BTreeSet<NodeId> = graph.offices_below(actor).into_iter().collect();
        for entry in graph.officials_at(actor, period) {
            self.event_unless_statement(entry.event);
            let part = entry.part.and_then(|part| graph.part(entry.event, part));
            // Another centre may have chosen a statement, and the order of centres must not matter.
            let is_statement = graph.kind(entry.event) == NodeKind::Of(Kind::Statement);
            if let Some(part) = part.filter(|_| !is_statement && self.view.shows(entry.event)) {
                self.offices_held(part, entry.event, &offices);
            }
        }
    }

    /// The offices, of the given ones, that a participant or the person stood for can have held on the day.
    fn offices_held(&mut self, part: &Part, event: NodeId, offices: &BTreeSet<NodeId>) {
        let graph = self.graph();
        let Some(days) = graph.days(event) else {
            return;
        };
        let people = std::iter::once(&part.who).chain(&part.stands_for).filter_map(|who| graph.node(who.as_str()));
        for holding in people.flat_map(|person| graph.offices_of(person)) {
            if offices.contains(&holding.office) && holding.span.covers(&days).is_some() {
                self.office(holding.office);
            }
        }
    }

    fn office(&mut self, office: NodeId) {
        self.choose(office);
        if let Some(owner) = self.graph().owner(office) {
            self.choose(owner);
        }
    }

    /// An event as a centre, with all that is part of it.
    fn whole_event(&mut self, event: NodeId) {
        for event in self.with_below(event, EdgeKind::PartOf) {
            self.event(event);
            for other in self.neighbours(event) {
                self.choose(other);
            }
        }
    }

    /// A node that is neither actor nor event, as a centre, with all that lies within it.
    fn anything(&mut self, node: NodeId) {
        for node in self.with_below(node, EdgeKind::Within) {
            for other in self.neighbours(node) {
                match self.graph().kind(other).is_event() {
                    true => self.event(other),
                    false => self.choose(other),
                }
            }
        }
    }

    /// A node and everything from which edges of one kind lead to it.
    fn with_below(&self, node: NodeId, kind: EdgeKind) -> BTreeSet<NodeId> {
        let mut found = BTreeSet::from([node]);
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            let below = self.incoming(node).into_iter().filter(|edge| edge.kind == kind);
            open.extend(below.map(|edge| edge.from).filter(|below| found.insert(*below)));
        }
        found
    }

    /// Everything that one edge joins to a node.
    fn neighbours(&self, node: NodeId) -> Vec<NodeId> {
        let outgoing = self.outgoing(node).into_iter().map(|edge| edge.to);
        let incoming = self.incoming(node).into_iter().map(|edge| edge.from);
        outgoing.chain(incoming).collect()
    }

    /// An event with what it brings along.
    fn event(&mut self, event: NodeId) {
        if !self.view.shows(event) || !self.told.insert(event) {
            return;
        }
        self.chosen.insert(event);
        for edge in self.incoming(event) {
            if edge.kind == EdgeKind::TookPartIn {
                self.choose(edge.from);
            }
        }
        for edge in self.outgoing(event) {
            if ROLES.contains(&edge.kind) {
                self.choose(edge.to);
            } else if matches!(edge.kind, EdgeKind::HeldAt | EdgeKind::PartOf | EdgeKind::Beside) {
                self.climb(edge.to);
            }
        }
        for part in &self.graph().fact(event).parts {
            self.capacities(part);
        }
    }

    /// A node and everything above it.
    fn climb(&mut self, from: NodeId) {
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if !self.climbed.insert(node) {
                continue;
            }
            self.choose(node);
            let above = self.outgoing(node).into_iter().filter(|edge| UPWARD.contains(&edge.kind));
            open.extend(above.map(|edge| edge.to));
        }
    }

    /// In what posts somebody took part, and for whom.
    fn capacities(&mut self, part: &Part) {
        let graph = self.graph();
        for stated in &part.capacities {
            let node = stated.capacity.id().and_then(|id| graph.node(id.as_str()));
            match (&stated.capacity, node) {
                (Capacity::Office(_), Some(office)) => self.office(office),
                (Capacity::EnvoyOf(_), Some(actor)) => self.choose(actor),
                _ => {}
            }
        }
        if let Some(stood_for) = part.stands_for.as_ref().and_then(|id| graph.node(id.as_str())) {
            self.choose(stood_for);
        }
    }
}
