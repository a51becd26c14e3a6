//! Whether rows come day after day.

use super::format::EventFormat;
use super::reader::Reader;
use super::row::ReadError;
use crate::date::Day;
use std::io::Read;

/// Whether the rows of a file come day after day, as datasets are published: then the rows of past days need not be kept in
/// mind to find those that tell the same event. Reads all of it.
///
/// # Errors
/// If the file cannot be read, or is in none of the formats.
pub fn is_in_order(reader: impl Read, format: Option<EventFormat>) -> Result<bool, ReadError> {
    let mut reader = Reader::new(reader, format)?;
    let mut last = Day::MIN;
    while let Some(row) = reader.next_row(&mut |_| {})? {
        let Ok(row) = row else { continue };
        if row.day < last {
            return Ok(false);
        }
        last = row.day;
    }
    Ok(true)
}
