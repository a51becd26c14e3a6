//! Tables by maps: from rows to records, with every row accounted for.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it can not go on")]

#[cfg(feature = "excel")]
#[path = "import_csv/book.rs"]
mod book;
#[path = "import_csv/cases.rs"]
mod cases;
#[path = "import_csv/examples.rs"]
mod examples;
#[path = "import_csv/guesses.rs"]
mod guesses;
#[path = "import_csv/kept.rs"]
mod kept;
#[path = "import_csv/large.rs"]
mod large;
#[path = "import_csv/laws.rs"]
mod laws;
#[path = "import_csv/page.rs"]
mod page;
