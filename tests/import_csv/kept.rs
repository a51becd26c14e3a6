//! A sink that keeps what it is given.

use chancery::import::Sink;
use chancery::import::table_map::{ImportError, Imported, Map, import};
use chancery::read::{SourceText, read_texts};
use chancery::resolve::{Loading, resolve};
use chancery::write::Draft;
use std::collections::BTreeMap;
use std::io;

/// The records of each file, as they stand there.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) files: BTreeMap<String, Vec<String>>,
    pub(crate) bytes: u64,
}

impl Sink for Kept {
    fn record(&mut self, file: &str, record: Draft) -> io::Result<()> {
        self.files.entry(file.to_owned()).or_default().push(record.text());
        Ok(())
    }

    fn advance(&mut self, bytes: u64) {
        self.bytes += bytes;
    }
}

impl Kept {
    /// The texts of all files, by name.
    pub(crate) fn texts(&self) -> Vec<(String, Vec<u8>)> {
        let text = |records: &Vec<String>| {
            let records: String = records.iter().map(|record| format!("    {record},\n")).collect();
            format!("[\n{records}]\n").into_bytes()
        };
        self.files.iter().map(|(name, records)| (format!("{name}.ron"), text(records))).collect()
    }

    /// The facts that the records are, with those of other texts.
    pub(crate) fn facts(&self, more: &[(&str, &str)]) -> Loading {
        let more = more.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        resolve(read_texts(self.texts().into_iter().chain(more)))
    }
}

/// The map of a text.
pub(crate) fn map(text: &str) -> Map {
    match Map::parse(SourceText::new("table.map.ron", text.as_bytes().to_vec())) {
        Ok(map) => map,
        Err(problem) => panic!("{}: {}", problem.span, problem.message),
    }
}

/// Imports a table that can be read.
pub(crate) fn imported(table: &[u8], map: &Map) -> (Imported, Kept) {
    let mut kept = Kept::default();
    let imported = import(table, "table.csv", map, &mut kept);
    (imported.unwrap_or_else(|error| panic!("{error}")), kept)
}

/// Imports a table that can't be read.
pub(crate) fn refused(table: &[u8], map: &Map) -> ImportError {
    match import(table, "table.csv", map, &mut Kept::default()) {
        Ok(imported) => panic!("{imported:?}"),
        Err(error) => error,
    }
}
