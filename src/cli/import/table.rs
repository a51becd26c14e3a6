//! `import events --compiled`: rows into tables, without a record for each.

use super::events::{failure, noted};
use super::progress::Progress;
use super::{EventsArgs, Import, Input, account, warm};
use crate::cli::Failure;
use crate::cli::ui::{Ui, escaped};
use chancery::id::Id;
use chancery::import::Tally;
use chancery::import::events::{EventsTables, Told};
use chancery::read::{TABLE_ENDING, table_files};
use chancery::table::{Staged, Table};
use chancery::write::Turn;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Imports each file as a table of its own, and prints the account.
pub(crate) fn run(args: &EventsArgs, ui: &mut Ui) -> Result<ExitCode, Failure> {
    args.check_names()?;
    let dataset = args.dataset()?;
    let mut import = EventsTables::new(args.options(dataset.clone()));
    let folder = args.intake().folder();
    let turn = folder.map(|dir| super::turn(dir, ui)).transpose()?;
    known(args, &dataset)?.iter().for_each(|table| import.know(table));
    let mut desk = Desk { folder, turn, is_made: false, staged: Vec::new() };
    let (mut tally, mut text, mut notes) = (Tally::default(), String::new(), Vec::new());
    for path in &args.intake().files {
        let (table, told) = read(&mut import, args, path, &dataset)?;
        text += &desk.take(&table)?;
        notes.extend(noted(path, &told));
        tally.add(told.tally);
    }
    // Nobody is named any more, and the folder has to be read yet.
    drop(import);
    desk.put()?;
    drop(desk);
    account::list(&tally, args.intake(), ui);
    ui.answer(None, escaped(&(account::rows(&tally) + &text)).as_bytes())?;
    notes.iter().for_each(|note| ui.note(note));
    warm::compile(args.intake(), ui)?;
    Ok(ExitCode::SUCCESS)
}

/// The tables of the dataset that lie in the folder already, but for those that are made anew.
fn known(args: &EventsArgs, dataset: &Id) -> Result<Vec<Table>, Failure> {
    let sources: Result<Vec<Id>, Failure> = args.intake().files.iter().map(|path| args.source(path, dataset)).collect();
    let (sources, dir) = (sources?, args.intake().to.as_deref());
    let files = dir.filter(|dir| dir.is_dir()).map(table_files).unwrap_or_default();
    let tables = files.iter().filter_map(|path| Table::open(path).ok());
    let others = tables.filter(|table| table.dataset().id == *dataset && !sources.contains(&table.settings().source));
    Ok(others.collect())
}

fn read(import: &mut EventsTables, args: &EventsArgs, path: &Path, dataset: &Id) -> Result<(Table, Told), Failure> {
    let file = args.file(path, dataset)?;
    let mut input = Input::open(path)?;
    let mut progress = Progress::over(&[path.to_owned()]);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let read = import.file(&mut input, &file, threads, &mut |bytes| progress.advance(bytes));
    progress.end();
    read.map_err(|error| failure(path, error))
}

/// Tables on their way into a folder.
struct Desk<'a> {
    folder: Option<&'a Path>,
    turn: Option<Turn>,
    /// Whether the folder was made for them.
    is_made: bool,
    staged: Vec<(PathBuf, Staged)>,
}

impl Desk<'_> {
    /// Writes a table beside its place in the folder, unless the same lies there; what there is to say of it.
    fn take(&mut self, table: &Table) -> Result<String, Failure> {
        let (file, rows) = (format!("{}{TABLE_ENDING}", table.settings().source), table.len());
        let Some(dir) = self.folder else {
            return Ok(format!("nothing was written; {rows} rows would go into {file}\n"));
        };
        let path = dir.join(&file);
        if Table::open(&path).is_ok_and(|there| there.is_like(table)) {
            return Ok(format!("no row is new in {}\n", path.display()));
        }
        self.make(dir)?;
        let staged = table.stage(&path).map_err(|error| not_written(&path, error))?;
        let words = format!("{rows} rows in {}\n", path.display());
        self.staged.push((path, staged));
        Ok(words)
    }

    fn make(&mut self, dir: &Path) -> Result<(), Failure> {
        if !dir.exists() {
            std::fs::create_dir_all(dir).map_err(|error| not_written(dir, error))?;
            self.is_made = true;
            self.turn = self.turn.take().map(Turn::moved_in).transpose()?;
        }
        Ok(())
    }

    /// Puts the tables into their places, once all of them are written.
    fn put(&mut self) -> Result<(), Failure> {
        let Some(dir) = self.folder.filter(|_| !self.staged.is_empty()) else { return Ok(()) };
        for (path, staged) in self.staged.drain(..) {
            staged.commit().map_err(|error| not_written(&path, error))?;
        }
        self.is_made = false;
        super::found(dir).map_err(|error| not_written(dir, error))
    }
}

impl Drop for Desk<'_> {
    /// Nothing is left of a folder in which nothing was put.
    fn drop(&mut self) {
        self.staged.clear();
        self.turn = None;
        if let Some(dir) = self.folder.filter(|_| self.is_made) {
            let _ = std::fs::remove_dir(dir);
        }
    }
}

fn not_written(path: &Path, error: std::io::Error) -> Failure {
    Failure::File { path: path.to_owned(), error: error.into() }
}
