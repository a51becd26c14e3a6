//! Fact files: where the records of a map go.

use super::made::{Cell, Made};
use crate::date::EventDate;
use crate::record::Kind;

/// The fact file of a record.
pub(super) fn file(made: &Made) -> String {
    let Some(file) = &made.file else { return plural(made.kind) };
    let when = made.fields.get("when").and_then(|when| when.first());
    let year = when.and_then(Cell::text).and_then(|when| when.parse::<EventDate>().ok());
    let year = year.map(|when| when.first()).filter(|day| !day.is_open());
    file.replace("{year}", &year.map_or_else(|| "undated".to_owned(), |day| format!("{:04}", day.year())))
}

/// The usual file of a kind of records.
pub(super) fn plural(kind: Kind) -> String {
    match kind {
        Kind::Person => "people".to_owned(),
        Kind::SameAs => kind.name().to_owned(),
        kind => match kind.name().strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{}s", kind.name()),
        },
    }
}
