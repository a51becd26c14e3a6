//! In what office somebody took part in an event, in words.

use crate::date::{Day, Period};
use crate::draw::text::plain;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Certainty, Part};
use crate::query::capacities;

/// The offices in which somebody took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offices {
    /// Their titles, the first one at least.
    titles: Vec<String>,
    /// Whether they are only held that day, and in no account.
    inferred: bool,
}

impl Offices {
    /// Those that somebody held on a day, the ones that are certain first; what is only possible says so, and
    /// before the title, as a long title loses its end.
    pub(super) fn held_on(graph: &KnowledgeGraph, person: NodeId, day: Day) -> Option<Self> {
        let on = Period { first: day, last: day };
        let held = graph.offices_of(person).filter(|holding| !graph.serves_capacity_only(holding));
        let mut held: Vec<(bool, String)> = held
            .filter_map(|holding| {
                let is_certain = holding.span.within(on)? == Certainty::Certain;
                let title = plain(graph.facts().name(&graph.id(holding.office)));
                Some((!is_certain, if is_certain { title } else { format!("possibly {title}") }))
            })
            .collect();
        held.sort();
        held.dedup();
        let titles: Vec<String> = held.into_iter().map(|(_, title)| title).collect();
        (!titles.is_empty()).then_some(Self { titles, inferred: false })
    }

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

/// The offices in which somebody took part, as rows of answers say them; none where nothing is known.
pub(super) fn offices(graph: &KnowledgeGraph, event: NodeId, part: &Part) -> Option<Offices> {
    let (capacities, inferred) = capacities(graph, event, part);
    let name = |id: &Id| plain(graph.facts().name(id));
    let titles: Vec<String> = capacities.iter().map(|capacity| capacity.in_words(name)).collect();
    (!titles.is_empty()).then_some(Offices { titles, inferred })
}
