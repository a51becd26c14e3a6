//! Rows of tables as events of the graph: their nodes lie behind all others and are looked up in the tables.
//!
//! What is asked about many rows at once is answered from their columns. Only a question that looks at one event by
//! itself makes a fact of its row.

use super::{Edge, EdgeKind, Entry, KnowledgeGraph, NodeId, NodeKind};
use crate::date::{Bounds, Day, Period};
use crate::model::{Certainty, Fact};
use crate::record::{Body, Kind, SameAs};
use crate::resolve::Rows;
use crate::table::{Choice, Class, Row, Table, Tables};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The tables of a graph.
#[derive(Debug)]
pub(super) struct RowNodes {
    tables: Arc<Tables>,
    /// The node of each actor of each table, one more than its number; 0 where nobody has asked for it yet.
    actors: Vec<Vec<AtomicU32>>,
}

impl KnowledgeGraph {
    /// The same graph with tables of events beside it, as far as they were reported by a day. Their actors and sources have to
    /// be among the facts. Costs a list of all actors.
    #[must_use]
    pub fn with_tables(mut self, tables: impl IntoIterator<Item = Arc<Table>>, until: Day) -> Self {
        let mut tables = Tables::new(tables, until);
        tables.hide(|table| spoken_of(&self, table));
        let unknown = |table: &Arc<Table>| (0..table.actors().len()).map(|_| AtomicU32::new(0)).collect();
        let actors = tables.iter().map(unknown).collect();
        let tables = Arc::new(tables);
        self.facts = std::mem::take(&mut self.facts).with_rows(Arc::new(Rows(tables.clone())));
        self.rows = Some(RowNodes { tables, actors });
        self
    }

    /// Its tables of events, if it has any.
    pub fn tables(&self) -> Option<&Tables> {
        self.rows.as_ref().map(|rows| &*rows.tables)
    }

    /// The row of a table behind a node, if it is one.
    pub(super) fn row(&self, node: NodeId) -> Option<(&Table, Row)> {
        let (table, _, row) = self.tables()?.row(node.0.checked_sub(self.first_row_node())?)?;
        Some((table, row))
    }

    /// The rows of tables that cite a source, without those of which records speak.
    pub fn rows_citing(&self, source: &str) -> impl Iterator<Item = NodeId> {
        self.tables().into_iter().flat_map(|tables| tables.citing(source)).map(|number| self.row_node(number))
    }

    /// The rows of tables of which a text or a position fits.
    pub fn rows_saying(&self, fits: impl Fn(&str) -> bool) -> Vec<NodeId> {
        let numbers = self.tables().map(|tables| tables.saying(fits)).unwrap_or_default();
        numbers.into_iter().map(|number| self.row_node(number)).collect()
    }

    /// The kind of event, the kind within it and the means, where the node is a row of a table. `None` for other nodes.
    pub fn row_class(&self, node: NodeId) -> Option<(Kind, Option<Class>)> {
        let (table, row) = self.row(node)?;
        let shape = table.shape(row.relation)?;
        Some((shape.kind(), shape.class()))
    }

    /// The number of the first node that is a row.
    pub(super) fn first_row_node(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    /// The node of a row among those of all tables.
    pub(super) fn row_node(&self, number: u32) -> NodeId {
        NodeId(self.first_row_node().saturating_add(number))
    }

    pub(super) fn row_kind(&self, node: NodeId) -> Option<NodeKind> {
        let (table, row) = self.row(node)?;
        table.kind(&row).map(NodeKind::Of)
    }

    pub(super) fn row_days(&self, node: NodeId) -> Option<Bounds> {
        let (table, row) = self.row(node)?;
        Some(days(table, &row))
    }

    /// How surely a row lies where `test` looks: possibly at best.
    pub(super) fn row_certainty(&self, node: NodeId, test: impl Fn(&Bounds) -> bool) -> Option<Option<Certainty>> {
        let (table, row) = self.row(node)?;
        Some(test(&days(table, &row)).then_some(Certainty::Possible))
    }

    /// The ids by which tables can know an actor.
    pub(super) fn ids(&self, actor: NodeId) -> impl Iterator<Item = &str> {
        let fact: &Fact = self.fact(actor);
        std::iter::once(fact.id.as_str()).chain(fact.was.iter().map(|id| id.as_str()))
    }

    /// The rows at an actor, as entries.
    pub(super) fn row_entries(&self, actor: NodeId, period: Period) -> Vec<Entry> {
        let Some(tables) = self.tables().filter(|_| !self.is_event(actor)) else { return Vec::new() };
        let ids: Vec<&str> = self.ids(actor).collect();
        if self.kind(actor) == NodeKind::Of(Kind::Place) {
            let numbers = ids.iter().flat_map(|id| tables.of_place(id, period));
            return numbers.filter_map(|number| self.entry_at(number)).collect();
        }
        let numbers = ids.iter().flat_map(|id| tables.of_actor(id, period));
        numbers.flat_map(|number| self.entries_of(number, &ids)).collect()
    }

    /// What a row has to do with the place at which it was.
    fn entry_at(&self, number: u32) -> Option<Entry> {
        let event = self.row_node(number);
        Some(Entry::new(event, EdgeKind::HeldAt, None, &self.row_days(event)?))
    }

    fn is_event(&self, node: NodeId) -> bool {
        self.kind(node).is_event()
    }

    /// What a row has to do with an actor whom tables know by these ids.
    fn entries_of(&self, number: u32, ids: &[&str]) -> impl Iterator<Item = Entry> + use<> {
        let event = self.row_node(number);
        let entries = |(table, row): (&Table, Row)| {
            let (ends, days) = (ends(table.kind(&row)?), days(table, &row));
            let is_own = |who: u32| table.id(who).is_some_and(|id| ids.contains(&id));
            let own = [row.source, row.target].map(is_own).into_iter().zip(ends).filter(|(is_own, _)| *is_own);
            Some(own.map(move |(_, (via, part))| Entry::new(event, via, part, &days)))
        };
        self.row(event).and_then(entries).into_iter().flatten()
    }

    /// Every row that possibly touches a period, as entries.
    pub(super) fn row_calendar(&self, period: Period) -> Vec<Entry> {
        let Some(tables) = self.tables() else { return Vec::new() };
        let entry = |number| {
            let event = self.row_node(number);
            Some(Entry::new(event, EdgeKind::TookPartIn, None, &self.row_days(event)?))
        };
        tables.touching(period).into_iter().filter_map(entry).collect()
    }

    /// How many rows an actor has over all time.
    pub(super) fn row_activity(&self, actor: NodeId) -> usize {
        let Some(tables) = self.tables().filter(|_| !self.is_event(actor)) else { return 0 };
        match self.kind(actor) {
            NodeKind::Of(Kind::Place) => self.ids(actor).map(|id| tables.activity_at(id)).sum(),
            _ => self.ids(actor).map(|id| tables.activity(id)).sum(),
        }
    }

    /// The edges of a kind from a row to what it speaks of by itself: whom it is addressed to, and where it was.
    pub(super) fn row_edges(&self, node: NodeId, kind: EdgeKind) -> Vec<Edge> {
        let Some((table, row)) = self.row(node) else { return Vec::new() };
        let ids: Vec<&str> = match (kind, table.kind(&row)) {
            (EdgeKind::AddressedTo, Some(Kind::Statement | Kind::Message)) => {
                table.id(row.target).into_iter().collect()
            }
            (EdgeKind::HeldAt, _) => table.places_of(&row).collect(),
            _ => Vec::new(),
        };
        let basis = u32::try_from(self.position(node)).unwrap_or(u32::MAX);
        let mut nodes: Vec<NodeId> = ids.into_iter().filter_map(|id| self.node(id)).collect();
        nodes.sort_unstable();
        nodes.into_iter().map(|to| Edge { from: node, kind, to, basis, part: None }).collect()
    }

    /// With whom an actor was in contact by rows of the classes that fit, possibly within a period: the event and the partner.
    pub fn row_contacts(&self, actor: NodeId, period: Period, fits: impl Fn(&Class) -> bool) -> Vec<(NodeId, NodeId)> {
        let ids: Vec<&str> = self.ids(actor).collect();
        let mut met = Vec::new();
        for (choice, nodes, first) in self.choices(period, fits) {
            let table = choice.table();
            for own in ids.iter().filter_map(|id| table.actor(id)) {
                let partners = choice.met(own).filter_map(|(partner, row)| {
                    Some((self.row_node(first + row), self.actor_node(table, nodes, partner)?))
                });
                met.extend(partners.filter(|(_, partner)| *partner != actor));
            }
        }
        met
    }

    /// The contacts of each table of the classes that fit, possibly within a period, with the nodes of its actors and the
    /// number of its first row.
    pub(super) fn choices(
        &self,
        period: Period,
        fits: impl Fn(&Class) -> bool,
    ) -> Vec<(Choice<'_>, &[AtomicU32], u32)> {
        let Some(rows) = self.rows.as_ref() else { return Vec::new() };
        let choices = rows.tables.choose(period, fits).into_iter().zip(&rows.actors);
        choices.map(|((choice, first), nodes)| (choice, nodes.as_slice(), first)).collect()
    }

    /// The node of an actor of a table.
    pub(super) fn actor_node(&self, table: &Table, nodes: &[AtomicU32], actor: u32) -> Option<NodeId> {
        let known = nodes.get(actor as usize)?;
        if let Some(node) = known.load(Ordering::Relaxed).checked_sub(1) {
            return Some(NodeId(node));
        }
        let node = self.node(table.id(actor)?)?;
        known.store(node.0 + 1, Ordering::Relaxed);
        Some(node)
    }
}

/// The days on which the event of a row can have taken place: one of them.
fn days(table: &Table, row: &Row) -> Bounds {
    days_of(table, row.day)
}

/// The days on which what was reported on a day can have taken place.
pub(super) fn days_of(table: &Table, reported: Day) -> Bounds {
    Bounds { start_last: reported, end_last: reported, ..Bounds::day(table.first_day(reported)) }
}

/// What the first and the second actor of an event have to do with it, and their places among its participations.
fn ends(kind: Kind) -> [(EdgeKind, Option<u32>); 2] {
    match kind {
        Kind::Statement => [(EdgeKind::SaidBy, Some(0)), (EdgeKind::AddressedTo, None)],
        Kind::Message => [(EdgeKind::SentBy, Some(0)), (EdgeKind::AddressedTo, Some(1))],
        Kind::Document => [(EdgeKind::SignedBy, Some(0)), (EdgeKind::SignedBy, Some(1))],
        _ => [(EdgeKind::TookPartIn, Some(0)), (EdgeKind::TookPartIn, Some(1))],
    }
}

/// The lines of a table of whose rows records speak, so that there are facts with their ids.
fn spoken_of(graph: &KnowledgeGraph, table: &Table) -> Vec<u32> {
    let facts = &graph.facts;
    let begins = format!("{}-e", table.settings().source);
    let line = |id: &str| id.strip_prefix(begins.as_str())?.parse::<u32>().ok();
    let near = facts.beginning(&begins).map(|fact| fact.id.as_str());
    let united = facts.of_kinds(&[Kind::SameAs]).filter_map(|fact| match fact.body.as_deref() {
        Some(Body::SameAs(SameAs { a, b, .. })) => Some([a, b]),
        _ => None,
    });
    near.filter_map(line).chain(united.flatten().filter_map(|id| line(id.as_str()))).collect()
}
