//! Tables: the rows of a delimited text or a sheet, below the names of their columns.

use super::decoded::{Decoded, encoding};
use super::delimited::{Delimited, Next};
use super::map::Input;
use super::row::{Header, Row};
use super::sheet::Sheet;
use std::io::{self, Chain, Cursor, Read};

/// A table that is read row by row.
pub(super) struct Table<R> {
    rows: Rows<R>,
    /// The names of its columns.
    pub header: Header,
    number: u64,
}

enum Rows<R> {
    Text(Box<Delimited<Chain<Cursor<Vec<u8>>, R>>>),
    Sheet { sheet: Sheet, bytes: u64 },
}

impl<R: Read> Table<R> {
    /// Opens a table and reads the names of its columns.
    ///
    /// # Errors
    /// If it can't be read, or has no such row. The message of [`io::ErrorKind::InvalidData`] is for the user.
    pub(super) fn open(mut input: R, spec: &Input) -> io::Result<Self> {
        let mut head = Vec::new();
        (&mut input).take(8).read_to_end(&mut head)?;
        let is_book = Sheet::begins(&head);
        let mut input = Cursor::new(head).chain(input);
        let rows = if is_book {
            let mut bytes = Vec::new();
            input.read_to_end(&mut bytes)?;
            let length = bytes.len() as u64;
            Rows::Sheet { sheet: Sheet::open(bytes, spec.sheet.as_deref()).map_err(invalid)?, bytes: length }
        } else {
            let encoding = spec.encoding.as_deref().and_then(encoding);
            Rows::Text(Box::new(Delimited::new(Decoded::new(input, encoding), spec)))
        };
        let mut table = Self { rows, header: Header::default(), number: 0 };
        table.header = table.columns(spec)?;
        let width = table.header.names().len();
        if let Rows::Text(rows) = &mut table.rows {
            rows.expect(width);
        }
        Ok(table)
    }

    fn columns(&mut self, spec: &Input) -> io::Result<Header> {
        for _ in 0..spec.skip {
            self.raw()?;
        }
        if !spec.columns.is_empty() {
            return Ok(Header::new(spec.columns.iter().cloned()));
        }
        match self.raw()? {
            Some(Next::Row(row)) => Ok(Header::new(row.from(0).map(|name| String::from_utf8_lossy(name).into_owned()))),
            Some(Next::Broken(line, why)) => Err(invalid(format!("the names of the columns in line {line}: {why}"))),
            None => Err(invalid("the table has no row with the names of the columns".to_owned())),
        }
    }

    /// The next row below the names of the columns.
    pub(super) fn next(&mut self) -> io::Result<Option<Next>> {
        let width = self.header.names().len();
        let next = self.raw()?;
        self.number += 1;
        Ok(next.map(|next| match next {
            Next::Row(mut row) => {
                row.number = self.number;
                match &self.rows {
                    Rows::Text(_) => Next::Row(row),
                    Rows::Sheet { .. } => fitted(row, width),
                }
            }
            broken @ Next::Broken(..) => broken,
        }))
    }

    fn raw(&mut self) -> io::Result<Option<Next>> {
        match &mut self.rows {
            Rows::Text(rows) => rows.next(),
            Rows::Sheet { sheet, .. } => Ok(sheet.next().map(Next::Row)),
        }
    }

    /// How many bytes of the input were read so far.
    pub(super) fn read(&self) -> u64 {
        match &self.rows {
            Rows::Text(rows) => rows.read(),
            Rows::Sheet { bytes, .. } => *bytes,
        }
    }
}

/// The rows of a sheet are all as wide as its widest.
fn fitted(mut row: Row, width: usize) -> Next {
    row.fit(width);
    match row.len() == width {
        true => Next::Row(row),
        false => Next::Broken(row.line, format!("it has {} cells, and there are {width} columns", row.len())),
    }
}

pub(super) fn invalid(why: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
