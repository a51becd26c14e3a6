//! `import csv FILE…`.

use super::{Import, Input, IntakeArgs};
use crate::cli::Failure;
use crate::cli::ui::Ui;
use chancery::import::table_map::{self, ImportError, Imported, Map};
use chancery::import::{Sink, Tally};
use chancery::read::SourceText;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Any delimited table or workbook, by a map that says what its columns mean
#[derive(Debug, clap::Args)]
#[command(
    mut_arg("to", |arg| arg.required_unless_present_any(["dry_run", "guess"])),
    after_help = "\
A map is a RON file that says what stands in which column: docs/importing.md explains every field of it on two tables \
from beginning to end. `--guess` looks at the first rows and prints a first map, with comments on what it cannot know."
)]
pub(crate) struct CsvArgs {
    #[command(flatten)]
    intake: IntakeArgs,
    /// What the columns mean
    #[arg(long, value_name = "MAP.ron", required_unless_present = "guess")]
    map: Option<PathBuf>,
    /// Print a first map for the table, and read it no further
    #[arg(long, conflicts_with_all = ["map", "to", "dry_run"])]
    guess: bool,
}

impl CsvArgs {
    /// Whether only a first map is asked for.
    pub(crate) fn is_guess(&self) -> bool {
        self.guess
    }

    /// Prints a first map for the first table.
    pub(crate) fn guess(&self, ui: &Ui) -> Result<ExitCode, Failure> {
        let path = self.intake.files.first().map_or(Path::new(""), |path| path.as_path());
        ui.answer(None, guess(path)?.as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }

    fn map(&self) -> Result<Map, Failure> {
        let path = self.map.as_deref().unwrap_or(Path::new(""));
        let bytes = std::fs::read(path).map_err(|error| Input::failure(path, error))?;
        Map::parse(SourceText::new(path.to_string_lossy(), bytes)).map_err(|problem| Failure::Map(Box::new(problem)))
    }
}

impl Import for CsvArgs {
    fn intake(&self) -> &IntakeArgs {
        &self.intake
    }

    fn import(&self, sink: &mut dyn Sink, notes: &mut Vec<String>) -> Result<Tally, Failure> {
        let map = self.map()?;
        let mut tally = Tally::default();
        for path in &self.intake.files {
            let name = path.to_string_lossy();
            let told =
                table_map::import(Input::open(path)?, &name, &map, sink).map_err(|error| failure(path, error))?;
            notes.extend(noted(&told));
            tally.add(told.tally);
        }
        Ok(tally)
    }
}

/// What the user should know about rows that went in.
fn noted(told: &Imported) -> Vec<String> {
    let one_by_one = told.notes.iter().map(|note| format!("{}:{}: {}", note.file, note.line, note.text));
    let more = (told.more_notes > 0).then(|| format!("{} more notes of this kind", told.more_notes));
    one_by_one.chain(more).collect()
}

fn guess(path: &Path) -> Result<String, Failure> {
    let name = path.to_string_lossy();
    table_map::guess(Input::open(path)?, &name).map_err(|error| failure(path, error))
}

fn failure(path: &Path, error: ImportError) -> Failure {
    match error {
        ImportError::Io(error) => Input::failure(path, error),
        ImportError::Map(problem) => Failure::Map(problem),
        ImportError::Table(why) => Failure::Import {
            message: format!("{} could not be read: {why}", path.display()),
            hint: Some("chancery help import csv".to_owned()),
        },
    }
}
