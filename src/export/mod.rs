//! Export: answers and views in the formats of other programs.
//!
//! An exporter writes to a writer that it is given and never selects: what is in the file is what the view shows.

pub mod dot;
