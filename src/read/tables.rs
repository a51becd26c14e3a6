//! Tables of events in a facts folder.

use super::folder::{is_hidden, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::table::Table;
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// How the names of files with tables end.
pub const ENDING: &str = ".events";

/// The files with tables of a folder, in the order of their paths; none where the facts are a single file.
pub fn table_files(dir: &Path) -> Vec<PathBuf> {
    let shows = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
    let entries = WalkDir::new(dir).follow_links(false).sort_by_file_name().into_iter().filter_entry(shows);
    let files = entries.flatten().filter(|entry| entry.depth() > 0 && entry.file_type().is_file());
    let files = files.filter(|entry| entry.file_name().as_encoded_bytes().ends_with(ENDING.as_bytes()));
    files.map(walkdir::DirEntry::into_path).collect()
}

/// A table of a facts folder.
#[derive(Clone, Debug)]
pub struct FoundTable {
    /// How the user is told of its file.
    pub name: Arc<str>,
    /// The table.
    pub table: Arc<Table>,
}

/// Maps the tables of a folder; what can't be read of them is left out and reported. Two tables of one source can't stand
/// side by side: the second is left out.
pub fn tables(dir: &Path) -> (Vec<FoundTable>, Vec<Diagnostic>) {
    let (mut tables, mut problems) = (Vec::<FoundTable>::new(), Vec::new());
    for path in table_files(dir) {
        let mut problem = |why: String| {
            problems.push(Diagnostic::error(Code::Unreadable, Span::whole_file(shown(&path)), why));
        };
        match Table::open(&path) {
            Err(damage) => problem(format!("cannot read this: {damage}")),
            Ok(table) if tables.iter().any(|other| other.table.settings().source == table.settings().source) => {
                problem(format!(
                    "another table holds the events of `{}` too, so this one was left out",
                    table.settings().source
                ));
            }
            Ok(table) => tables.push(FoundTable { name: shown(&path), table: Arc::new(table) }),
        }
    }
    (tables, problems)
}

/// Records of tables that were told already: several tables of one data set tell of the same actors and places.
#[derive(Debug, Default)]
pub(super) struct AlreadyTold {
    hasher: RandomState,
    records: HashSet<u64>,
}

impl AlreadyTold {
    fn is_new(&mut self, record: &str) -> bool {
        self.records.insert(self.hasher.hash_one(record))
    }
}

/// What the records of a collection need of a table: its source, its actors and places as far as no earlier table told the
/// same of them, and the rows of which records speak.
pub(super) fn text(table: &Table, spoken_of: &[u32], told: &mut AlreadyTold) -> String {
    let actors = (0..u32::try_from(table.actors().len()).unwrap_or(u32::MAX)).filter_map(|one| table.actor_record(one));
    let places = (0..).map_while(|place| table.place_record(place));
    let named = actors.chain(places).filter(|record| told.is_new(record));
    let rows = spoken_of.iter().filter_map(|line| table.row_record(&table.row(table.at_line(*line)?)?));
    let records = std::iter::once(table.source_record()).chain(named).chain(rows);
    records.fold("[\n".to_owned(), |text, record| text + &record + ",\n") + "]\n"
}
