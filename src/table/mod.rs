//! Tables of events: tens of millions of machine-coded events of two actors, in columns.
//!
//! Such events are all alike: on a day somebody did one of some hundred things with somebody else, and one data set says
//! so. Kept as records each would take a thousand bytes; here it takes about thirty. A row becomes a record only when
//! somebody asks for it by itself. What is asked about many rows at once is answered from the columns: partners of an
//! actor, dates of a pair, chains, word that passes.
//!
//! A [`Table`] is made from a text by [`Reading::of`] and kept in a file of its own, which is mapped, not read. Actors and
//! rows are numbered: actors in the order of their names, rows in the order of days and lines. A [`Choice`] says which
//! rows count for a question.

mod actors;
mod chain;
mod chunk;
mod collected;
mod columns;
mod contact;
mod dataset;
mod file;
mod gathered;
mod ids;
mod intern;
mod lines;
mod map;
mod marks;
mod meta;
mod pairs;
mod partners;
mod places;
mod plain;
mod reach;
mod reading;
mod record;
mod register;
mod relation;
mod settings;
mod spread;
#[expect(clippy::module_inception, reason = "the noun of the module")]
mod table;
mod tables;
mod twins;

pub use actors::{Actors, Names};
pub use chain::Step;
pub use contact::{Choice, Contact};
pub use dataset::{Dataset, Naming};
pub use file::{Damage, Staged};
pub use lines::{LONGEST_LINE, Lines, Meant, Named, Told, Untold, Where, day_of_report};
pub use pairs::PairCount;
pub use partners::Partner;
pub use reading::{How, Plan, Reading};
pub use register::Register;
pub use relation::{Class, Relation, Shape};
pub use settings::Settings;
pub use spread::Arrival;
pub use table::{Row, Table};
pub use tables::Tables;
pub use twins::{Lone, MirrorRule};
