//! Nodes: facts that have a name of their own.

use crate::record::Kind;
use std::fmt;

/// A node of a graph: its number, in the order of ids.
///
/// A number means something only together with the graph that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The number, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A fact of this kind.
    Of(Kind),
    /// An id that is used but has no readable record.
    Stub,
}

impl NodeKind {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Of(kind) => kind.name(),
            Self::Stub => "unknown",
        }
    }

    /// Whether the node is an event.
    pub fn is_event(self) -> bool {
        matches!(self, Self::Of(kind) if kind.is_event())
    }

    /// Whether facts of this kind are nodes; tenures, memberships and judgements are edges or none.
    pub(super) fn is_node(kind: Kind) -> bool {
        kind.is_actor()
            || kind.is_event()
            || matches!(kind, Kind::Office | Kind::Place | Kind::Initiative | Kind::Topic | Kind::Source)
    }
}

impl fmt::Display for NodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
