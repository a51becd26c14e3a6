//! Nodes: facts that have a name of their own.

use crate::record::Kind;
use bytemuck::{Pod, Zeroable};
use std::fmt;
use std::sync::LazyLock;

/// A node of a graph: its number, in the order of ids.
///
/// A number means something only together with the graph that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Pod, Zeroable)]
#[repr(transparent)]
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

    /// The same where petgraph wants it by reference.
    pub(super) fn shared(self) -> &'static Self {
        static ALL: LazyLock<Vec<NodeKind>> =
            LazyLock::new(|| Kind::ALL.iter().map(|kind| NodeKind::Of(*kind)).collect());
        ALL.get(usize::from(self.number())).unwrap_or(&Self::Stub)
    }

    /// The number by which it lies in a column.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Of(kind) => kind as u8,
            Self::Stub => u8::MAX,
        }
    }

    /// What has a number; a stub for a number that nothing has.
    pub(super) fn numbered(number: u8) -> Self {
        Kind::ALL.get(usize::from(number)).map_or(Self::Stub, |kind| Self::Of(*kind))
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
