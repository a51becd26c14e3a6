//! Rows: what answers consist of. Each type of row knows its columns, in which every format prints it.

mod attendance;
mod card;
mod change;
mod cite;
mod column;
mod common;
mod conflict;
mod count;
mod event;
mod matrix;
mod office;
mod path;
mod search;
mod source;
mod stat;
mod why;
mod wide;

pub use attendance::AttendanceRow;
pub use card::CardRow;
pub use change::ChangeRow;
pub use cite::CiteRow;
pub(super) use column::find;
pub use column::{Cell, Column, Names, Row, Table, UnknownColumn};
pub use common::{CommonRow, Meets};
pub use conflict::ConflictRow;
pub use count::CountRow;
pub use event::{Above, EventRow, Person, StatedBy};
pub use matrix::MatrixRow;
pub use office::OfficeRow;
pub use path::PathRow;
pub use search::SearchRow;
pub use source::SourceRow;
pub use stat::StatRow;
pub use why::{AccountOf, Instead, Judged, WhyRow};
pub use wide::{DyadRow, LongRow};
