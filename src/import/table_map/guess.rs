//! Guessing: a first map for a table, from its first rows. What is not certain is left to the user, in comments.

use super::column::{Column, Meaning};
use super::decoded::{Decoded, utf16};
use super::delimited::{Delimited, Next};
use super::map::{Input, Order};
use super::row::Scene;
use super::sheet::Sheet;
use super::split::shortened;
use super::table::Table;
use crate::import::table_map::ImportError;
use crate::names::slug;
use crate::record::Shape;
use crate::write::literal;
use std::fmt::Write;
use std::io::{Cursor, Read};
use std::sync::Arc;

/// So much of a text is looked at.
const HEAD: u64 = 1 << 20;

/// So many rows are looked at.
const ROWS: usize = 500;

/// So many columns are looked at.
const COLUMNS: usize = 200;

/// Writes a first map for a table: how it is encoded and delimited, and what its columns seem to mean. Where several
/// readings are possible, such as `dd-mm` and `mm-dd`, both stand there as comments, and the user takes one.
///
/// # Errors
/// If the table can't be read, or has no row with the names of its columns.
pub fn guess(mut input: impl Read, name: &str) -> Result<String, ImportError> {
    let mut head = Vec::new();
    (&mut input).take(HEAD).read_to_end(&mut head)?;
    let mut spec = Input::default();
    let is_book = Sheet::begins(&head);
    if is_book {
        input.read_to_end(&mut head)?;
    } else {
        spec.encoding = Some(encoding(&head).to_owned());
        spec.delimiter = Some(delimiter(&head, &spec));
    }
    let table = Table::open(Cursor::new(head), &spec).map_err(|error| ImportError::Table(error.to_string()))?;
    let columns = columns(table, &spec)?;
    let mut page = Page { text: String::new(), name, columns: &columns };
    page.write(if is_book { None } else { Some(&spec) });
    Ok(page.text)
}

/// The encoding of a text by its first bytes.
fn encoding(head: &[u8]) -> &'static str {
    let valid = match str::from_utf8(head) {
        Ok(_) => true,
        // The last character may be cut.
        Err(error) => error.error_len().is_none(),
    };
    let marked = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    match (utf16(head), valid) {
        (Some(found), _) => {
            if found == encoding_rs::UTF_16LE {
                "utf-16le"
            } else {
                "utf-16be"
            }
        }
        (None, true) => "utf-8",
        (None, false) if head.starts_with(b"\xFE\xFF") => "utf-16be",
        (None, false) if marked => "utf-16le",
        (None, false) => "windows-1252",
    }
}

/// The delimiter with which most of the first rows have as many cells as the first, and more than one.
fn delimiter(head: &[u8], spec: &Input) -> char {
    let score = |sign: char| {
        let spec = Input { delimiter: Some(sign), ..spec.clone() };
        let encoding = spec.encoding.as_deref().and_then(super::decoded::encoding);
        let mut rows = Delimited::new(Decoded::new(head, encoding), &spec);
        let mut widths = Vec::new();
        while let (..50, Ok(Some(Next::Row(row)))) = (widths.len(), rows.next()) {
            widths.push(row.len());
        }
        let first = widths.first().copied().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == first).count();
        if first > 1 { (alike * 100 / widths.len().max(1), first) } else { (0, 0) }
    };
    let signs = [',', ';', '\t', '|'];
    let best = signs.into_iter().rev().max_by_key(|sign| score(*sign));
    best.unwrap_or(',')
}

fn columns<R: Read>(mut table: Table<R>, spec: &Input) -> Result<Vec<Column>, ImportError> {
    let file: Arc<str> = "table".into();
    let header = table.header.clone();
    let mut columns: Vec<Column> = header.names().iter().take(COLUMNS).map(|name| Column::new(name)).collect();
    let mut count = 0;
    while let (..ROWS, Some(next)) = (count, table.next()?) {
        count += 1;
        let Next::Row(row) = next else { continue };
        let scene = Scene { row: &row, header: &header, empty: &spec.empty, file: &file, each: None, when: None };
        look(&mut columns, &scene);
    }
    Ok(columns)
}

fn look(columns: &mut [Column], scene: &Scene<'_>) {
    for column in columns {
        if let Ok(Some(text)) = scene.text(&column.name).map(|text| text.filter(|text| !text.is_empty())) {
            column.look(&text);
        }
    }
}

/// The map as it is written.
struct Page<'c> {
    text: String,
    name: &'c str,
    columns: &'c [Column],
}

impl<'c> Page<'c> {
    fn write(&mut self, spec: Option<&Input>) {
        let name = shortened(self.name);
        self.line(
            0,
            format!("// A first map for `{name}`, guessed from its first rows: read it through and correct it."),
        );
        self.line(0, "// Every field is described in docs/importing.md.");
        self.line(0, "(");
        match spec {
            Some(spec) => self.input(spec),
            None => self.line(1, "// input: (sheet: \"…\"),"),
        }
        self.dates();
        self.line(1, "// Names whose ids are known already, so that facts written by hand join:");
        self.line(1, "// names: {\"Person A\": \"person-a\"},");
        self.source();
        self.line(1, "records: [");
        self.record();
        self.line(1, "],");
        self.line(0, ")");
    }

    fn line(&mut self, depth: usize, text: impl AsRef<str>) {
        // Writing to a text can't fail.
        let _ = writeln!(self.text, "{}{}", "    ".repeat(depth), text.as_ref());
    }

    fn input(&mut self, spec: &Input) {
        let encoding = spec.encoding.as_deref().unwrap_or("utf-8");
        if encoding == "windows-1252" {
            self.line(1, "// The text is not UTF-8; which encoding it is can't be told from the bytes alone.");
        }
        let delimiter = match spec.delimiter {
            Some('\t') => "\\t".to_owned(),
            sign => sign.unwrap_or(',').to_string(),
        };
        self.line(1, format!("input: (encoding: \"{encoding}\", delimiter: '{delimiter}'),"));
    }

    fn dates(&mut self) {
        let dated: Vec<&Column> = self.columns.iter().filter(|column| column.is_date()).collect();
        let mut orders: Vec<Order> = vec![Order::DayMonthYear, Order::MonthDayYear, Order::YearMonthDay];
        orders.retain(|order| dated.iter().all(|column| column.admits(*order)));
        let in_numbers = dated.iter().any(|column| column.is_in_numbers());
        let short = dated.iter().any(|column| column.has_short_years());
        if !in_numbers {
            return;
        }
        if short {
            self.line(
                1,
                "// Years have two digits: `pivot` is the first of the hundred years that they can mean. Is it right?",
            );
        }
        let pivot = if short { ", pivot: 1950" } else { "" };
        match orders.as_slice() {
            [one] => self.line(1, format!("dates: (order: {one:?}{pivot}),")),
            [] => self.line(1, "// The dates are in no one order: `Days` of a column may have a `read` of its own."),
            several => {
                let example = dated.iter().find_map(|column| column.example()).unwrap_or_default();
                self.line(
                    1,
                    format!("// Dates such as `{example}` may be read in several orders, and no row tells. Take one:"),
                );
                for order in several {
                    self.line(1, format!("// dates: (order: {order:?}{pivot}),"));
                }
            }
        }
    }

    fn stem(&self) -> String {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        Some(slug(stem)).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "table".to_owned())
    }

    fn source(&mut self) {
        let (id, title) = (self.stem(), literal(Shape::Text, &shortened(self.name)));
        self.line(1, "first: [");
        self.line(2, "(");
        self.line(3, "kind: Source,");
        self.line(3, format!("id: \"{id}\","));
        self.line(3, format!("fields: {{\"title\": Text({title}), \"genre\": Text(\"Dataset\")}},"));
        self.line(2, "),");
        self.line(1, "],");
    }

    fn record(&mut self) {
        let named = self.one(Meaning::Id);
        let id = named
            .filter(|column| column.is_distinct())
            .map_or_else(|| format!("{}-{{row}}", self.stem()), Column::slot);
        self.line(2, "(");
        self.line(3, "// Or Visit, Call, Session, Activity, Message, Document, Statement, Tenure …");
        self.line(3, "kind: Meeting,");
        if let Some(column) = named.filter(|column| !column.is_distinct()) {
            self.line(3, format!("// Or, though some come more than once: id: {},", column.template()));
        }
        self.line(3, format!("id: {},", literal(Shape::Text, &id)));
        self.line(3, "fields: {");
        self.fields();
        self.line(3, "},");
        self.line(3, "participants: [");
        self.participants();
        self.line(3, "],");
        self.certainty();
        let locator = self.one(Meaning::Locator).map_or_else(|| "row {row}".to_owned(), Column::slot);
        let locator = literal(Shape::Text, &locator);
        self.line(3, format!("source: [(id: \"{}\", locator: {locator})],", self.stem()));
        self.line(2, "),");
    }

    fn fields(&mut self) {
        let starts = [Meaning::Start, Meaning::Date].into_iter().find_map(|meaning| self.one(meaning));
        let ends = self.one(Meaning::End).filter(|end| starts.is_some_and(|start| start.name != end.name));
        if let Some(start) = starts {
            let to = ends.map(|end| format!(", to: {}", end.template())).unwrap_or_default();
            self.line(4, format!("\"when\": Days(from: {}{to}),", start.template()));
        }
        if let Some(place) = self.one(Meaning::Place) {
            self.line(4, format!("\"place\": Named(kind: Place, from: {}),", place.template()));
        }
        for column in self.columns.iter().filter(|column| column.is_nameable()) {
            let used = [starts, ends, self.one(Meaning::Place), self.one(Meaning::Id), self.one(Meaning::Locator)];
            let is_used = used.into_iter().flatten().any(|used| used.name == column.name);
            if !is_used && !matches!(column.meaning(), Meaning::Names | Meaning::Side | Meaning::Certainty) {
                self.line(4, format!("// \"note\": Text({}),", column.template()));
            }
        }
        if self.columns.len() == COLUMNS {
            self.line(4, format!("// The table may have more columns: the first {COLUMNS} were looked at."));
        }
        for column in self.columns.iter().filter(|column| !column.is_nameable()) {
            self.line(
                4,
                format!("// `{}` can't be named in a map: give `input` its own `columns`.", shortened(&column.name)),
            );
        }
    }

    fn participants(&mut self) {
        let side = self.one(Meaning::Side);
        for column in self.columns.iter().filter(|column| column.meaning() == Meaning::Names && column.is_nameable()) {
            let separators: Vec<String> = column.separators().iter().map(|sign| format!("\"{sign}\"")).collect();
            let mut line = format!("(from: {}", column.template());
            if !separators.is_empty() {
                let _ = write!(line, ", separators: [{}]", separators.join(", "));
            }
            if column.is_family_first() {
                line += ", order: FamilyGiven";
            }
            if column.has_brackets() {
                line += ", brackets: [Capacity]";
            }
            self.line(4, line + "),");
            if column.is_family_first() && separators.is_empty() {
                self.line(4, "// Or do commas stand between two names? Then, without `order`: separators: [\",\"]");
            }
            if let Some(side) = side {
                self.line(
                    4,
                    format!("// Do they stand for what this column names? Then add: side: {}", side.template()),
                );
            }
        }
    }

    fn certainty(&mut self) {
        for column in
            self.columns.iter().filter(|column| column.meaning() == Meaning::Certainty && column.is_nameable())
        {
            let words: Vec<String> = column.values().map(|value| literal(Shape::Text, value)).collect();
            let (from, words) = (column.template(), words.join(", "));
            self.line(3, format!("// Which of {words} make a row uncertain?"));
            self.line(
                3,
                format!("// certainty: [(if: [(from: {from}, is: [{words}])], then: [Uncertain(\"when\")])],"),
            );
        }
    }

    /// The first column of a meaning that a map can name.
    fn one(&self, meaning: Meaning) -> Option<&'c Column> {
        self.columns.iter().find(|column| column.meaning() == meaning && column.is_nameable())
    }
}
