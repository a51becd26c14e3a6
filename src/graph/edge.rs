//! Edges: typed, from one node to another, each standing on a fact.

use super::NodeId;
use crate::column::Maybe;
use bytemuck::{Pod, Zeroable};
use std::fmt;

/// An edge of a graph: its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Pod, Zeroable)]
#[repr(transparent)]
pub struct EdgeId(pub(super) u32);

impl EdgeId {
    /// The number, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

macro_rules! edge_kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal,)*) => {
        /// What an edge means, read from its first node to its second.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EdgeKind {
            $($(#[$doc])* $kind,)*
        }

        impl EdgeKind {
            /// Every kind of edge.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The kind of a number, counted as in [`ALL`](Self::ALL); any kind for a number that has none.
            pub(super) fn numbered(number: u32) -> Self {
                Self::ALL.get(number as usize).copied().unwrap_or(Self::Supports)
            }

            /// The name in output.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }
        }
    };
}

edge_kinds! {
    /// person → office
    Holds "holds",
    /// office → actor, or organization → actor
    Of "of",
    /// actor → organization, forum or party
    MemberOf "member_of",
    /// actor → event
    TookPartIn "took_part_in",
    /// person → actor, at an event
    Represented "represented",
    /// event → place
    HeldAt "held_at",
    /// place → place or state
    Within "within",
    /// event → event or forum
    PartOf "part_of",
    /// event → event on whose margins it took place
    Beside "beside",
    /// session → forum, organization or party
    SessionOf "session_of",
    /// event → actor
    HostedBy "hosted_by",
    /// event → actor
    InvitedBy "invited_by",
    /// visit → state or organization
    Visited "visited",
    /// message → actor
    SentBy "sent_by",
    /// message or statement → actor or session
    AddressedTo "addressed_to",
    /// message → person
    ConveyedBy "conveyed_by",
    /// statement → actor
    SaidBy "said_by",
    /// event → anything
    About "about",
    /// initiative → actor
    ProposedBy "proposed_by",
    /// document → actor
    SignedBy "signed_by",
    /// state → state before it
    Succeeded "succeeded",
    /// source → fact
    Supports "supports",
    /// source → fact
    Denies "denies",
}

impl fmt::Display for EdgeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A typed edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// Where it begins.
    pub from: NodeId,
    /// What it means.
    pub kind: EdgeKind,
    /// Where it ends.
    pub to: NodeId,
    /// The fact that it stands on: a position in the order of facts.
    pub basis: u32,
    /// For participations: the place in the event's list of participations.
    pub part: Option<u32>,
}

/// An edge as it lies in its column.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Stored {
    from: NodeId,
    to: NodeId,
    basis: u32,
    part: Maybe,
    kind: u32,
}

impl Stored {
    pub(super) fn kind(self) -> EdgeKind {
        EdgeKind::numbered(self.kind)
    }
}

impl From<Edge> for Stored {
    fn from(edge: Edge) -> Self {
        let Edge { from, kind, to, basis, part } = edge;
        Self { from, to, basis, part: part.into(), kind: kind as u32 }
    }
}

impl From<Stored> for Edge {
    fn from(stored: Stored) -> Self {
        let Stored { from, to, basis, part, kind } = stored;
        Self { from, kind: EdgeKind::numbered(kind), to, basis, part: part.get() }
    }
}
