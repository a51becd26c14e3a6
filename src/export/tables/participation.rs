//! Participations: who took part in what, for whom and in what capacity.

use super::{Foreign, Table};
use crate::export::closure::Closure;
use crate::export::field::{Value, fields};
use crate::graph::{Basis, KnowledgeGraph, NodeId};
use crate::model::{Fact, Part};

fields! {
    /// A participation.
    Participation {
        event: Id "The event.",
        number: Number "The place in the event's list, from 1.",
        who: Id "Who took part.",
        field: Text "Where the record has it: participants, visitors, speaker, from, to …",
        role: Text "What the participant did: host, guest, chair …",
        part: Text "What kind of participant: principal, delegation, interpreter …",
        presence: Text "present, video, phone, absent or expected.",
        capacities: Ids "The offices as which accounts say that the person took part, with `former:` and the like.",
        stands_for: Id "For whom, as stated: an actor, or an absent person.",
        side: Ids "On whose side, as far as it follows from that, from capacity or from the offices held that day.",
        side_basis: Text "How the side is known: stated, certain or possible by office held, or unknown.",
        lead: Flag "Whether the participant led the delegation.",
        reason: Text "Why absent, or why in this way.",
        printed: Text "The title as a source prints it.",
        when: Date "The participant's own days in a longer event (EDTF).",
        disputed: Flag "Whether accounts contradict each other on whether, or how, this actor took part.",
        capacity_disputed: Flag "Whether accounts contradict each other on the capacity.",
        account_numbers: List "The numbers of the event's accounts that name the participant.",
    }
}

/// The table.
pub(super) fn table(closure: &Closure<'_>) -> Table {
    let parts = closure
        .iter()
        .flat_map(|(fact, _)| fact.parts.iter().enumerate().map(move |(number, part)| (fact, number, part)));
    let mut rows: Vec<Participation> = parts.map(|(fact, number, part)| row(closure, fact, number, part)).collect();
    rows.sort_by_cached_key(|row| {
        (row.event.words(), row.number.words().map(|number| number.len()), row.number.words())
    });
    const FOREIGN: &[Foreign] = &[
        Foreign { column: "event", table: "events" },
        Foreign { column: "who", table: "actors" },
        Foreign { column: "stands_for", table: "actors" },
    ];
    let about = "Who took part in which event, or was absent: see `presence`.";
    Table::of::<Participation>("participations", about, &["event", "number"], rows).referring(FOREIGN)
}

fn row(closure: &Closure<'_>, fact: &Fact, number: usize, part: &Part) -> Participation {
    let graph = closure.graph;
    let (side, side_basis) = graph.node(fact.id.as_str()).map(|event| side(graph, event, part)).unwrap_or_default();
    Participation {
        event: Value::text(&fact.id),
        number: Value::number(number + 1),
        who: Value::text(closure.id(&part.who)),
        field: Value::text(part.slot.name()),
        role: Value::maybe(part.role),
        part: Value::text(part.kind),
        presence: Value::text(part.presence),
        capacities: Value::list(part.capacities.iter().map(|stated| &stated.capacity)),
        stands_for: Value::maybe(part.stands_for.as_ref().map(|id| closure.id(id))),
        side,
        side_basis,
        lead: if part.lead { Value::Flag(true) } else { Value::Nothing },
        reason: Value::maybe(part.reason.as_deref()),
        printed: Value::maybe(part.printed.as_deref()),
        when: Value::maybe(part.when.as_deref()),
        disputed: Value::Flag(part.disputed || fact.disputes("participation", Some(&part.who))),
        capacity_disputed: Value::Flag(fact.disputes("capacity", Some(&part.who))),
        account_numbers: Value::list(part.accounts.iter().map(|number| number + 1)),
    }
}

fn side(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> (Value, Value) {
    let side = graph.side(event, part);
    let basis = match side.basis {
        Basis::Stated => "stated",
        Basis::Held(certainty) => certainty.name(),
        Basis::Unknown => "unknown",
    };
    (Value::list(side.actors.iter().map(|actor| &graph.fact(*actor).id)), Value::text(basis))
}
