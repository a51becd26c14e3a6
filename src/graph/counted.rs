//! Rows of tables as they are counted and named, without a fact being made of any.

use super::rows::days_of;
use super::{KnowledgeGraph, NodeId};
use crate::date::{Bounds, Period};
use crate::id::Id;
use crate::record::Kind;
use crate::table::Class;

/// Somebody whom an actor met by rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPartner<'g> {
    /// The source of the table.
    pub source: &'g Id,
    /// Whom.
    pub partner: NodeId,
    /// By how many rows.
    pub times: usize,
    /// The days of the first of them.
    pub first: Bounds,
    /// The days of the last of them.
    pub last: Bounds,
}

impl KnowledgeGraph {
    /// The id of a node. Unlike its fact, that of a row is at hand.
    pub fn id(&self, node: NodeId) -> Id {
        let row = self.row(node).and_then(|(table, row)| table.row_id(&row).parse().ok());
        row.unwrap_or_else(|| self.fact(node).id.clone())
    }

    /// The source of the table of a row, and the line; `None` for other nodes.
    pub fn row_cited(&self, node: NodeId) -> Option<(&Id, u32)> {
        let (table, row) = self.row(node)?;
        Some((&table.settings().source, row.line))
    }

    /// The kind of a row, and the names of those who take part in it.
    pub fn row_title(&self, node: NodeId) -> Option<(Kind, Vec<&str>)> {
        let (table, row) = self.row(node)?;
        let kind = table.kind(&row)?;
        // Whom something was said to takes no part.
        let parts = if kind == Kind::Statement { 1 } else { 2 };
        let ids = [row.source, row.target].into_iter().take(parts).filter_map(|actor| table.id(actor));
        let names = ids.map(|id| self.facts.get(id).map_or(id, |fact| fact.name()));
        Some((kind, names.collect()))
    }

    /// The actors of a row, whoever takes part in it; the second of a statement is whom it was said to.
    pub fn row_actors(&self, node: NodeId) -> Option<[NodeId; 2]> {
        let (table, row) = self.row(node)?;
        let actor = |number| self.node(table.id(number)?);
        Some([actor(row.source)?, actor(row.target)?])
    }

    /// Whom an actor met by rows of the classes that fit, possibly within a period: each once a table and name of the actor.
    /// Costs a sort of the actor's rows in the period.
    pub fn row_partners(&self, actor: NodeId, period: Period, fits: impl Fn(&Class) -> bool) -> Vec<RowPartner<'_>> {
        let mut found = Vec::new();
        for (choice, nodes, _) in self.choices(period, fits) {
            let table = choice.table();
            let source = &table.settings().source;
            let met = self.ids(actor).filter_map(|id| table.actor(id)).flat_map(|own| choice.partners(own));
            found.extend(met.filter_map(|met| {
                let partner = self.actor_node(table, nodes, met.partner).filter(|one| *one != actor)?;
                let [first, last] = [met.first, met.last].map(|day| days_of(table, day));
                Some(RowPartner { source, partner, times: met.times as usize, first, last })
            }));
        }
        found
    }

    /// How often two met by rows of the classes that fit, possibly within a period, in the order of nodes. Costs a sort of the
    /// rows of the period.
    pub fn row_pairs(&self, period: Period, fits: impl Fn(&Class) -> bool) -> Vec<([NodeId; 2], usize)> {
        let mut found: Vec<([NodeId; 2], usize)> = Vec::new();
        for (choice, nodes, _) in self.choices(period, fits) {
            let node = |actor| self.actor_node(choice.table(), nodes, actor);
            found.extend(choice.pairs(usize::MAX).into_iter().filter_map(|pair| {
                let (one, other) = (node(pair.one)?, node(pair.other)?);
                (one != other).then_some(([one.min(other), one.max(other)], pair.times as usize))
            }));
        }
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        found
    }

    /// The rows by which two met, of the classes that fit, possibly within a period. Costs the rows of the one who has fewer.
    pub fn rows_between(&self, pair: [NodeId; 2], period: Period, fits: impl Fn(&Class) -> bool) -> Vec<NodeId> {
        let mut found = Vec::new();
        for (choice, _, first) in self.choices(period, fits) {
            let table = choice.table();
            for one in self.ids(pair[0]).filter_map(|id| table.actor(id)) {
                for other in self.ids(pair[1]).filter_map(|id| table.actor(id)) {
                    let rows = choice.dates(one, other).into_iter();
                    found.extend(rows.map(|(_, row)| self.row_node(first + row)));
                }
            }
        }
        found
    }

    /// How many rows there are of each class, possibly within a period. Costs the rows of the period.
    pub fn row_classes(&self, period: Period) -> Vec<(Class, usize)> {
        let choices = self.choices(period, |_| true);
        choices.into_iter().flat_map(|(choice, ..)| choice.by_class()).collect()
    }
}
