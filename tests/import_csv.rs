//! Tables by maps: from rows to records, with every row accounted for.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it can not go on")]

#[path = "import_csv/examples.rs"]
mod examples;
#[path = "import_csv/kept.rs"]
mod kept;
