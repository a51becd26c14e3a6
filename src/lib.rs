//! Chancery: a diplomatic event knowledge graph.

pub mod date;
pub mod diagnostic;
pub mod export;
pub mod graph;
pub mod id;
pub mod model;
pub mod names;
pub mod query;
pub mod read;
pub mod record;
pub mod resolve;
pub mod span;
