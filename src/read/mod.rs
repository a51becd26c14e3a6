//! Reading: from files to the items of their lists and to values, with every problem at its place.
//!
//! [`files`] lists a facts folder, [`read_file`] gives a [`SourceText`], [`split()`] its items
//! and [`parse_item`] the value of one. [`list()`] does the last two for a whole text.

pub mod built_in;
mod digest;
mod encoding;
mod excerpt;
mod explain;
mod fault;
pub mod folder;
mod glance;
mod item;
pub(crate) mod lexer;
mod list;
mod load;
mod locate;
mod mark;
mod parse;
mod plain;
pub mod settings;
pub mod split;
mod tables;
pub mod text;
mod value;
mod words;

pub use digest::{RunningDigest, item_digest, sha256};
pub use folder::{FactFile, files, holds_facts, read_file};
pub use list::{List, Listed, list};
pub use load::{Loaded, Marker, PlacedRecord, read_built_in, read_collection, read_few, read_folder, read_texts};
pub use locate::Spot;
pub use parse::{parse_item, ron_options};
pub use settings::{Settings, settings};
pub use split::{Item, Split, split};
pub use tables::{ENDING as TABLE_ENDING, FoundTable, table_files, tables};
pub use text::{BYTE_ORDER_MARK, SourceText};
