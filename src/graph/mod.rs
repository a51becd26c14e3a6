//! The graph: the projection of facts that questions walk and algorithms run on.
//!
//! Nodes are facts with a name of their own; edges are typed and stand on a fact, from which they have their date and
//! certainty. Events of a node lie together, sorted by date, so that a question about one actor in one period
//! touches little more than what it returns. petgraph's algorithms run on the graph and on its [views](View)
//! through petgraph's own traits, without a copy.

mod belonging;
mod build;
mod by_kind;
mod chain;
mod contact;
mod containment;
mod csr;
mod dated;
mod edge;
mod ego;
mod knowledge;
mod node;
mod room;
mod side;
mod stand;
mod standing;
mod succession;
mod tenure;
mod traits;
mod view;

pub use belonging::Officials;
pub use contact::{ContactRule, Contacts, Encounter};
pub use dated::Entry;
pub use edge::{Edge, EdgeId, EdgeKind};
pub use knowledge::KnowledgeGraph;
pub use node::{NodeId, NodeKind};
pub use room::{Room, Seat, event_mode};
pub use side::{Basis, Side};
pub use standing::Standing;
pub use tenure::{Holding, TenureSpan};
pub use view::{Filter, View};
