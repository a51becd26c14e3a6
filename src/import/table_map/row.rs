//! Rows: cells under the names of their columns.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// What stands for a column of that name, unless the table has one.
pub(super) const BUILT_IN: [&str; 5] = ["row", "line", "file", "each", "when"];

/// One row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The cells, one after the other.
    bytes: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
    /// Cells that hold no value, and why.
    faults: Vec<(usize, String)>,
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its number among the rows below the names of the columns, from 1.
    pub number: u64,
}

impl Row {
    pub(super) fn new(line: u64) -> Self {
        Self { line, ..Self::default() }
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &[u8]) {
        self.bytes.extend_from_slice(cell);
        self.ends.push(self.bytes.len());
    }

    /// Adds a cell that holds no value.
    #[cfg(any(feature = "excel", test))]
    pub(super) fn push_fault(&mut self, why: String) {
        self.faults.push((self.ends.len(), why.clone()));
        self.push(why.as_bytes());
    }

    /// How many cells it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Makes it so wide: with empty cells at its end, or without those that are empty.
    pub(super) fn fit(&mut self, width: usize) {
        while self.len() < width {
            self.push(b"");
        }
        if self.from(width).all(<[u8]>::is_empty) {
            self.ends.truncate(width);
        }
    }

    /// A cell as it was read.
    pub(super) fn bytes(&self, at: usize) -> Option<&[u8]> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before).copied()).unwrap_or_default();
        self.bytes.get(start..end)
    }

    /// The cells from one on.
    pub(super) fn from(&self, at: usize) -> impl Iterator<Item = &[u8]> {
        (at..self.len()).filter_map(|at| self.bytes(at))
    }

    /// Whether all cells are empty.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    /// What the cells say, for comparing whole rows.
    pub(super) fn content(&self) -> (&[u8], &[usize]) {
        (&self.bytes, &self.ends)
    }

    /// A cell as a text, without the blanks around it.
    fn text(&self, at: usize) -> Result<Option<&str>, &str> {
        if let Some((_, why)) = self.faults.iter().find(|(fault, _)| *fault == at) {
            return Err(why);
        }
        let Some(bytes) = self.bytes(at) else { return Ok(None) };
        let text = str::from_utf8(bytes).map_err(|_| "is not UTF-8 text: the map may name another `encoding`")?;
        if text.contains('\0') {
            return Err("holds a NUL byte");
        }
        match text.contains('\u{FFFD}') {
            true => Err("holds a character that was lost: the map may name another `encoding`"),
            false => Ok(Some(text.trim())),
        }
    }
}

/// The names of the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Header {
    /// Columns without a name are called by their place, `column 3`; one of the same name as an earlier one gets a number.
    pub(super) fn new(names: impl IntoIterator<Item = String>) -> Self {
        let mut header = Self::default();
        for (at, name) in names.into_iter().enumerate() {
            let plain = name.trim_start_matches('\u{FEFF}').split_whitespace().collect::<Vec<_>>().join(" ");
            let plain = if plain.is_empty() { format!("column {}", at + 1) } else { plain };
            let mut name = plain.clone();
            let mut count = 1;
            while header.places.contains_key(&name) {
                count += 1;
                name = format!("{plain} ({count})");
            }
            header.places.insert(name.clone(), at);
            header.names.push(name);
        }
        header
    }

    /// The names, from left to right.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a template may name this.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.places.contains_key(name) || BUILT_IN.contains(&name)
    }
}

/// All that a template can be filled from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'r> {
    pub row: &'r Row,
    pub header: &'r Header,
    /// Texts that mean that a cell says nothing.
    pub empty: &'r [String],
    pub file: &'r Arc<str>,
    /// The part of a text for which a record is made.
    pub each: Option<&'r str>,
    /// The date of the record, once its fields are read.
    pub when: Option<&'r str>,
}

impl<'r> Scene<'r> {
    /// The text for the name of a column; empty where the cell says nothing.
    pub(super) fn text(&self, name: &str) -> Result<Option<Cow<'r, str>>, String> {
        let Some(at) = self.header.places.get(name) else {
            return Ok(self.built_in(name));
        };
        let text = self.row.text(*at).map_err(|why| format!("`{name}` {why}"))?;
        let text = text.filter(|text| !self.empty.iter().any(|empty| empty == text));
        Ok(Some(Cow::Borrowed(text.unwrap_or_default())))
    }

    fn built_in(&self, name: &str) -> Option<Cow<'r, str>> {
        match name {
            "row" => Some(self.row.number.to_string().into()),
            "line" => Some(self.row.line.to_string().into()),
            "file" => Some(Cow::Borrowed(self.file)),
            "each" => self.each.map(Cow::Borrowed),
            "when" => self.when.map(Cow::Borrowed),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_one_name_each() {
        let names = ["\u{FEFF}Date", "", " Date", "Of\nten"].map(str::to_owned);
        let header = Header::new(names);
        assert_eq!(header.names(), ["Date", "column 2", "Date (2)", "Of ten"]);
        assert!(header.knows("row") && header.knows("Date (2)") && !header.knows("date"));
    }

    #[test]
    fn cells_are_texts_or_say_why_not() {
        let mut row = Row::new(7);
        for cell in [&b" a "[..], b"-", b"\xFF", b"a\0", "\u{FFFD}".as_bytes()] {
            row.push(cell);
        }
        row.push_fault("holds the error #REF!".to_owned());
        let header = Header::new(('a'..='g').map(String::from));
        let (empty, file) = (["-".to_owned()], Arc::from("table.csv"));
        let scene = Scene { row: &row, header: &header, empty: &empty, file: &file, each: None, when: None };
        let seen = |name: &str| scene.text(name).map(|text| text.map(Cow::into_owned));
        assert_eq!(seen("a"), Ok(Some("a".to_owned())));
        assert_eq!(seen("b"), Ok(Some(String::new())));
        for (name, why) in [("c", "UTF-8"), ("d", "NUL"), ("e", "lost"), ("f", "#REF!")] {
            assert!(seen(name).is_err_and(|error| error.contains(why)), "{name}");
        }
        assert_eq!((seen("g"), seen("line"), seen("h")), (Ok(Some(String::new())), Ok(Some("7".to_owned())), Ok(None)));
    }
}
