//! Relations: the typed edges of the graph that stand in no other table.

use super::Table;
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::graph::{Edge, EdgeKind};

fields! {
    /// A relation.
    Relation {
        from: Id "Where it begins: an actor, office, place, event, topic …",
        kind: Text "What it means, read from `from` to `to`: of, held_at, within, part_of, session_of, visited …",
        to: Id "Where it ends.",
        basis: Id "The fact that states it.",
        number: Number "Counts relations that are otherwise the same, from 1.",
        disputed: List "The aspects in which accounts of the basis contradict each other.",
    }
}

/// The kinds of edges that are rows of other tables.
const ELSEWHERE: &[EdgeKind] =
    &[EdgeKind::Holds, EdgeKind::MemberOf, EdgeKind::TookPartIn, EdgeKind::Supports, EdgeKind::Denies];

/// The table. Costs the edges of the graph.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let graph = closure.graph;
    let is_here = |edge: &Edge| {
        !ELSEWHERE.contains(&edge.kind)
            && closure.holds(&graph.fact(edge.from).id)
            && closure.holds(&graph.fact(edge.to).id)
            && closure.holds(&graph.basis(edge).id)
    };
    let mut edges: Vec<Edge> = graph.edges().filter(is_here).collect();
    edges.sort_unstable();
    let same = |a: &Edge, b: &Edge| (a.from, a.kind, a.to, a.basis) == (b.from, b.kind, b.to, b.basis);
    let rows = edges.chunk_by(same).flat_map(|all| all.iter().zip(1..)).map(|(edge, number)| Relation {
        from: Value::text(&graph.fact(edge.from).id),
        kind: Value::text(edge.kind),
        to: Value::text(&graph.fact(edge.to).id),
        basis: Value::text(&graph.basis(edge).id),
        number: Value::Number(number),
        disputed: Value::list(&graph.basis(edge).disputed),
    });
    let about = "How facts are related otherwise; `holds`, `member_of` and `took_part_in` have tables of their own.";
    Table::of::<Relation>("relations", about, &["from", "kind", "to", "basis", "number"], rows.collect())
}
