//! Sheets of workbooks: xlsx, xls and ods. What a formula last gave is read, never the formula.

use super::row::Row;
use std::vec::IntoIter;

/// How a workbook begins that is an archive of XML: xlsx, ods.
const NEW: &[u8] = b"PK\x03\x04";

/// How an older one begins: xls.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The rows of one sheet.
pub(super) struct Sheet {
    rows: IntoIter<Row>,
}

impl Sheet {
    /// Whether bytes begin a workbook.
    pub(super) fn begins(bytes: &[u8]) -> bool {
        bytes.starts_with(NEW) || bytes.starts_with(OLD)
    }

    /// Reads a sheet by its name, or the first.
    #[cfg(not(feature = "excel"))]
    pub(super) fn open(_: Vec<u8>, _: Option<&str>) -> Result<Self, String> {
        Err("this is a workbook, and this program was built without the feature `excel`".to_owned())
    }

    /// The next row that is not empty.
    pub(super) fn next(&mut self) -> Option<Row> {
        self.rows.find(|row| !row.is_blank())
    }
}

#[cfg(feature = "excel")]
mod workbook {
    use super::{OLD, Row, Sheet};
    use crate::names::nearest;
    use calamine::{Data, ExcelDateTime, Range, Reader, open_workbook_auto_from_rs};
    use std::io::Cursor;
    use std::panic::{self, AssertUnwindSafe};
    use std::sync::{Mutex, PoisonError};

    impl Sheet {
        /// Reads a sheet by its name, or the first. All of it is held in memory.
        pub(in super::super) fn open(bytes: Vec<u8>, wanted: Option<&str>) -> Result<Self, String> {
            match bytes.starts_with(OLD) {
                true => contained(move || open(bytes, wanted)),
                false => open(bytes, wanted),
            }
        }
    }

    fn open(bytes: Vec<u8>, wanted: Option<&str>) -> Result<Sheet, String> {
        let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))
            .map_err(|error| format!("this is no workbook that can be read: {error}"))?;
        let names = book.sheet_names();
        let name = match wanted {
            None => names.first().ok_or("the workbook has no sheet")?,
            Some(wanted) => names.iter().find(|name| *name == wanted).ok_or_else(|| unknown(wanted, &names))?,
        };
        let range = book.worksheet_range(name).map_err(|error| format!("the sheet `{name}`: {error}"))?;
        Ok(Sheet { rows: rows(&range).into_iter() })
    }

    /// Runs the reader of old workbooks, which stops in the middle of its work (it panics) where offsets in a damaged
    /// file lead outside of it. That ends here, as an error like any other, and nothing is printed; so the program must
    /// not be built to abort then.
    fn contained(read: impl FnOnce() -> Result<Sheet, String>) -> Result<Sheet, String> {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let hook = panic::take_hook();
        panic::set_hook(Box::new(|_| ()));
        let outcome = panic::catch_unwind(AssertUnwindSafe(read));
        panic::set_hook(hook);
        drop(guard);
        outcome.unwrap_or_else(|_| Err("this is no workbook that can be read: it is damaged".to_owned()))
    }

    fn unknown(wanted: &str, names: &[String]) -> String {
        let near = nearest(wanted, names.iter().map(String::as_str));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("the workbook has no sheet `{wanted}`, only {}{near}", names.join(", "))
    }

    fn rows(range: &Range<Data>) -> Vec<Row> {
        let (top, _) = range.start().unwrap_or_default();
        let numbered = range.rows().zip(u64::from(top) + 1..);
        numbered.map(|(cells, line)| row(cells, line)).collect()
    }

    fn row(cells: &[Data], line: u64) -> Row {
        let mut row = Row::new(line);
        for cell in cells {
            match cell {
                Data::Error(error) => row.push_fault(format!("holds the error {error}")),
                cell => row.push(text(cell).as_bytes()),
            }
        }
        row
    }

    fn text(cell: &Data) -> String {
        match cell {
            Data::DateTime(time) => date(time),
            Data::DurationIso(text) => clock(text).unwrap_or_else(|| text.clone()),
            Data::DateTimeIso(text) | Data::String(text) => text.clone(),
            Data::Float(number) => number.to_string(),
            Data::Int(number) => number.to_string(),
            Data::Bool(flag) => flag.to_string(),
            Data::Error(_) | Data::Empty => String::new(),
        }
    }

    /// The time of day that ods writes as the time since midnight: `PT16H30M00S`.
    fn clock(duration: &str) -> Option<String> {
        let (hours, rest) = duration.strip_prefix("PT")?.split_once('H')?;
        let (minutes, _) = rest.split_once('M')?;
        Some(format!("{:02}:{:02}", hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?))
    }

    /// A day, a time of day or both: a sheet counts days, and a time is a part of one.
    fn date(time: &ExcelDateTime) -> String {
        let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
        let (days, clock) = (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}"));
        match (time.as_f64(), hour, minute, second) {
            (number, ..) if number < 1.0 => clock,
            (_, 0, 0, 0) => days,
            _ => format!("{days} {clock}"),
        }
    }
}
