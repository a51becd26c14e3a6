//! What has to hold for any input: one file a part of the program that takes texts from outside, one function a law.
//!
//! The fuzz targets in `fuzz` look for inputs that break a law, and `cargo test` tries all that are kept in `fuzz/corpus`.

pub(crate) mod comments;
pub(crate) mod dates;
pub(crate) mod formatter;
pub(crate) mod names;
pub(crate) mod periods;
pub(crate) mod places;
pub(crate) mod reader;
pub(crate) mod splitter;
pub(crate) mod today;
