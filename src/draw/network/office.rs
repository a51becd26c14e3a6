//! In what office somebody took part in an event, in words.

use crate::draw::text::plain;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Certainty, Part};
use crate::record::Capacity;

/// The offices in which somebody took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offices {
    /// Their titles, the first one at least.
    titles: Vec<String>,
    /// Whether they are only held that day, and in no account.
    inferred: bool,
}

impl Offices {
    /// The first one, and how many there are besides; in brackets where no account states it.
    pub(super) fn short(&self) -> String {
        let first = self.titles.first().map(String::as_str).unwrap_or_default();
        let text = match self.titles.len() {
            0 | 1 => first.to_owned(),
            all => format!("{first}\u{a0}(+{})", all - 1),
        };
        if self.inferred { format!("[{text}]") } else { text }
    }

    /// All of them.
    pub(super) fn full(&self) -> String {
        let text = self.titles.join("; ");
        if self.inferred { format!("{text} (held that day, not stated)") } else { text }
    }

    /// Whether no account states them.
    pub(super) fn is_inferred(&self) -> bool {
        self.inferred
    }

    /// Whether there is more than one.
    pub(super) fn are_several(&self) -> bool {
        self.titles.len() > 1
    }
}

/// The offices in which somebody took part: as accounts state them, else those certainly held that day.
pub(super) fn offices(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> Option<Offices> {
    let name = |id: &Id| plain(graph.facts().name(id));
    let stated: Vec<String> = part.capacities.iter().map(|stated| title(&stated.capacity, name)).collect();
    if !stated.is_empty() {
        return Some(Offices { titles: stated, inferred: false });
    }
    let (who, days) = (graph.node(part.who.as_str())?, graph.days(event)?);
    let held = graph.offices_of(who).filter(|holding| holding.span.covers(&days) == Some(Certainty::Certain));
    let mut held: Vec<String> = held.map(|holding| name(&graph.fact(holding.office).id)).collect();
    held.sort();
    held.dedup();
    (!held.is_empty()).then_some(Offices { titles: held, inferred: true })
}

fn title(capacity: &Capacity, name: impl Fn(&Id) -> String) -> String {
    match capacity {
        Capacity::Office(id) => name(id),
        Capacity::Former(id) => format!("former {}", name(id)),
        Capacity::Elect(id) => format!("{} (elect)", name(id)),
        Capacity::EnvoyOf(id) => format!("envoy of {}", name(id)),
        Capacity::Private => "private person".to_owned(),
    }
}
