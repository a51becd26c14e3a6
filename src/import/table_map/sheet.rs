//! Sheets of workbooks: xlsx, xls and ods. What a formula last gave is read, never the formula.

use super::row::Row;
use std::fmt;

/// How a workbook begins that is an archive of XML: xlsx, ods.
const NEW: &[u8] = b"PK\x03\x04";

/// How an older one begins: xls.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The rows of one sheet, each made when it is asked for.
pub(super) struct Sheet {
    rows: Box<dyn Iterator<Item = Row>>,
}

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sheet").finish_non_exhaustive()
    }
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
    use calamine::{Data, ExcelDateTime, Range, Reader, Sheets, Xlsx, XlsxError, open_workbook_auto_from_rs};
    use std::collections::BTreeMap;
    use std::io::Cursor;
    use std::panic::{self, AssertUnwindSafe};
    use std::sync::{Mutex, PoisonError};

    impl Sheet {
        /// Reads a sheet by its name, or the first. Its cells are held in memory: of xlsx those that hold something, of the
        /// others all from the first to the last.
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
        let refused = |error: &dyn std::fmt::Display| format!("the sheet `{name}`: {error}");
        let rows: Box<dyn Iterator<Item = Row>> = match &mut book {
            Sheets::Xlsx(book) => Box::new(sparse(book, name).map_err(|error| refused(&error))?),
            book => Box::new(rows(book.worksheet_range(name).map_err(|error| refused(&error))?)),
        };
        Ok(Sheet { rows })
    }

    /// The cells of a line that hold something, by column.
    type Filled = Vec<(u32, Data)>;

    /// The rows of a sheet that says which cells it has: one cell far below and to the right of the others costs no more than
    /// any other.
    fn sparse(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<impl Iterator<Item = Row> + use<>, XlsxError> {
        let mut reader = book.worksheet_cells_reader(name)?;
        let mut lines: BTreeMap<u32, Filled> = BTreeMap::new();
        let (mut left, mut right) = (u32::MAX, 0);
        while let Some(cell) = reader.next_cell()? {
            let ((line, column), value) = (cell.get_position(), Data::from(cell.get_value().clone()));
            if value == Data::Empty {
                continue;
            }
            (left, right) = (left.min(column), right.max(column));
            lines.entry(line).or_default().push((column, value));
        }
        Ok(lines.into_iter().map(move |(line, cells)| filled(u64::from(line) + 1, cells, left, right)))
    }

    /// A row from one column to another, of which some cells are filled.
    fn filled(line: u64, mut cells: Filled, left: u32, right: u32) -> Row {
        cells.sort_by_key(|(column, _)| *column);
        // Of a cell that is told twice the last counts.
        cells.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        let mut row = Row::new(line);
        let mut next = cells.iter().peekable();
        for column in left..=right {
            match next.next_if(|(at, _)| *at == column) {
                Some((_, cell)) => add(&mut row, cell),
                None => row.push(b""),
            }
        }
        row
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

    fn rows(range: Range<Data>) -> impl Iterator<Item = Row> {
        let top = u64::from(range.start().unwrap_or_default().0) + 1;
        let (height, width) = range.get_size();
        (0..height).map(move |at| {
            let mut row = Row::new(top + at as u64);
            (0..width).filter_map(|column| range.get((at, column))).for_each(|cell| add(&mut row, cell));
            row
        })
    }

    fn add(row: &mut Row, cell: &Data) {
        match cell {
            Data::Error(error) => row.push_fault(format!("holds the error {error}")),
            cell => row.push(text(cell).as_bytes()),
        }
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
