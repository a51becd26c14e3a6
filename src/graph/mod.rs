//! The graph: the projection of facts that questions walk and algorithms run on.
//!
//! Nodes are facts with a name of their own; edges are typed and stand on a fact, from which they have their date and
//! certainty. Events of a node lie together, sorted by date, so that a question about one actor in one period
//! touches little more than what it returns. petgraph's algorithms run on the graph and on its [views](View)
//! through petgraph's own traits, without a copy.

mod belonging;
mod betweenness;
mod build;
mod careers;
mod chain;
mod code;
mod columns;
mod contact;
mod containment;
mod counted;
mod csr;
mod dated;
mod days;
mod edge;
mod ego;
mod knowledge;
mod naming;
mod network;
mod node;
mod pagerank;
mod passing;
mod reach;
mod relay;
mod room;
mod rows;
mod side;
mod stand;
mod standing;
mod stated;
mod succession;
mod tenure;
mod traits;
mod view;
mod ways;

pub use belonging::Officials;
pub use betweenness::Betweenness;
pub use code::code;
pub use columns::Find;
pub use contact::{ContactRule, Contacts, Encounter};
pub use counted::RowPartner;
pub use dated::Entry;
pub use edge::{Edge, EdgeId, EdgeKind};
pub use knowledge::KnowledgeGraph;
pub use network::{Network, Tie};
pub use node::{NodeId, NodeKind};
pub use passing::{Errand, Pass, Passing, Route, Routes, arrival, ready_after, route, routes};
pub use reach::{Acquaintances, Reached, reach};
pub use relay::{Arrival, Relay, certain_pass, possible_pass};
pub use room::{Room, Seat, event_mode};
pub use side::{Basis, Side};
pub use standing::Standing;
pub use tenure::{Holding, TenureSpan};
pub use view::{Filter, View};
pub use ways::Ways;
