//! Rows: what answers consist of. Each type of row knows its columns, in which every format prints it.

mod attendance;
mod card;
mod column;
mod common;
mod conflict;
mod count;
mod cover;
mod event;
mod office;
mod path;
mod search;
mod stat;
mod wide;

pub use attendance::AttendanceRow;
pub use card::CardRow;
pub(super) use column::find;
pub use column::{Cell, Column, Names, Row, Table, UnknownColumn};
pub use common::{CommonRow, Meets};
pub use conflict::ConflictRow;
pub use count::CountRow;
pub use cover::CoverRow;
pub use event::{Above, EventRow, Person, StatedBy};
pub use office::OfficeRow;
pub use path::PathRow;
pub use search::SearchRow;
pub use stat::StatRow;
pub use wide::{DyadRow, LongRow};
