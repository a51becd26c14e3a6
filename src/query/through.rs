//! Whom chains lead through: people only, or whoever took part.

use super::Path;
use crate::graph::{KnowledgeGraph, NodeId, NodeKind};
use crate::id::Id;
use crate::record::Kind;
use serde::{Serialize, Serializer};

/// Whom chains lead through between their ends.
///
/// A state, party or organization takes part in what it is itself listed at, and never in what its officials did. That two
/// people each met a ministry tells of nobody who met both; see `docs/decisions/0016-a-chain-joins-actors.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Through {
    /// People.
    People,
    /// Anybody who took part: people, states, parties, organizations.
    Any,
}

impl Through {
    /// The name in options and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Any => "any",
        }
    }

    /// What chains between two actors lead through: what was asked for, else people where both are people.
    pub(super) fn of_path(graph: &KnowledgeGraph, question: &Path) -> Self {
        let people = [&question.from, &question.to].into_iter().all(|end| !is_corporate_id(graph, end));
        question.through.unwrap_or(if people { Self::People } else { Self::Any })
    }

    /// What those are reached through who are near somebody: what was asked for, else people where that one is a person.
    pub(super) fn of_reach(graph: &KnowledgeGraph, who: &Id, asked: Option<Self>) -> Self {
        asked.unwrap_or(if is_corporate_id(graph, who) { Self::Any } else { Self::People })
    }

    /// Whether a chain may lead through an actor.
    pub(super) fn admits(self, graph: &KnowledgeGraph, actor: NodeId) -> bool {
        self == Self::Any || !is_corporate(graph, actor)
    }
}

impl Serialize for Through {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// Whether an actor is a state, party, organization or forum. Of whom no record tells may well be a person.
pub(super) fn is_corporate(graph: &KnowledgeGraph, actor: NodeId) -> bool {
    matches!(graph.kind(actor), NodeKind::Of(kind) if kind.is_actor() && kind != Kind::Person)
}

/// The same of an id.
pub(super) fn is_corporate_id(graph: &KnowledgeGraph, id: &Id) -> bool {
    graph.node(id.as_str()).is_some_and(|actor| is_corporate(graph, actor))
}
