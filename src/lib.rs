//! Chancery: a diplomatic event knowledge graph.

pub mod date;
pub mod diagnostic;
pub mod id;
pub mod names;
pub mod record;
pub mod span;
