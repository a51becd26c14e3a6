//! Machine-coded events of two actors: ICEWS, GDELT, POLECAT, and tables of source, relation, target and date.
//!
//! [`Reader`] gives row after row as a [`DyadRow`], fast and without a copy; [`Mirrors`] finds two rows that tell one
//! event; [`EventsImport`] makes records of them, [`EventsTables`] tables.

mod cells;
mod columns;
mod drafts;
mod format;
mod ids;
mod intake;
mod lines;
mod mirror;
mod order;
mod reader;
mod relation;
mod row;
mod shape;

pub use columns::EventsTables;
pub use format::EventFormat;
pub use intake::{EventsImport, InputFile, Told};
pub use mirror::{Dyad, Mirrors};
pub use order::is_in_order;
pub use reader::Reader;
pub use relation::{Relation, RelationId, Scheme, relation, relations};
pub use row::{DyadActor, DyadPlace, DyadRow, NoRow, ReadError, WhyNot};
pub use shape::shape;

pub use crate::table::MirrorRule;

use crate::id::Id;

/// How rows become records.
#[derive(Clone, Debug)]
pub struct EventsOptions {
    /// What every id begins with, and the id of the source where there is one file.
    pub dataset: Id,
    /// The title of the source; without it the name of the file.
    pub title: Option<String>,
    /// By how many days a report can be later than what it tells.
    pub reported_within: u16,
    /// The format, where it is not to be found out.
    pub format: Option<EventFormat>,
    /// What becomes of two rows that tell one event, one from each side.
    pub mirrors: MirrorRule,
}

/// Degrees north and east of a place, if both are some.
fn degrees(place: DyadPlace<'_>) -> Option<[f64; 2]> {
    let degree = |text: &str, most: f64| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        text.parse::<f64>().ok().filter(|degree| plain && degree.abs() <= most)
    };
    Some([degree(place.latitude, 90.0)?, degree(place.longitude, 180.0)?])
}
