//! What all imports have in common: where records go, what is shown meanwhile, and the account at the end.

mod account;
mod events;
mod hsg;
mod input;
mod progress;
mod receiver;
pub(crate) mod table;
mod tables;
mod warm;

pub(crate) use events::EventsArgs;
pub(crate) use hsg::HsgArgs;
pub(crate) use input::Input;
pub(crate) use tables::CsvArgs;

use super::Failure;
use super::facts::{SETTINGS, around};
use super::invocation::quoted;
use super::ui::Ui;
use chancery::import::{Sink, Tally};
use chancery::write::{Intake, IntakeError, Turn};
use progress::Progress;
use receiver::{Receiver, Shown};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The settings of a folder that an import makes.
const NEW_SETTINGS: &str = "()\n";

/// What every import takes.
#[derive(Debug, clap::Args)]
pub(crate) struct IntakeArgs {
    /// The files to read, one after the other
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Write the records into fact files in this folder, which is made where there is none; what lies there already is not
    /// added again
    #[arg(long, value_name = "DIR", required_unless_present = "dry_run")]
    to: Option<PathBuf>,
    /// Write nothing: show the first records, and what would be done
    #[arg(long)]
    dry_run: bool,
    /// Compile the folder as soon as the import is done, so that the first question is answered at once; of events, keep the
    /// rows in columns, SOURCE.events, instead of a record each
    #[arg(long)]
    compiled: bool,
    /// List every row that is skipped, on a terminal too
    #[arg(short, long)]
    verbose: bool,
}

impl IntakeArgs {
    /// The folder into which to write, unless nothing is to be written.
    fn folder(&self) -> Option<&Path> {
        self.to.as_deref().filter(|_| !self.dry_run)
    }
}

/// An import from one format.
pub(crate) trait Import {
    /// The files, and what becomes of the records.
    fn intake(&self) -> &IntakeArgs;

    /// Reads the files and gives their records to the sink, file after file.
    ///
    /// Each file is opened as an [`Input`], so that a file that can't be opened is a failure of the same kind everywhere.
    fn import(&self, sink: &mut dyn Sink, notes: &mut Vec<String>) -> Result<Tally, Failure>;
}

/// Imports, and prints the account.
pub(crate) fn run(import: &dyn Import, ui: &mut Ui) -> Result<ExitCode, Failure> {
    let args = import.intake();
    let into = match args.folder() {
        Some(dir) => Receiver::Folder(Box::new(Intake::open(turn(dir, ui)?, settings(dir))?)),
        None => Receiver::Shown(Shown::default()),
    };
    let mut desk = Desk { into, progress: Progress::over(&args.files) };
    let mut notes = Vec::new();
    let tally = import.import(&mut desk, &mut notes);
    desk.progress.end();
    let tally = tally.map_err(|failure| explained(failure, ui))?;
    let done = desk.into.finish()?;
    account::print(&tally, &done, args, ui)?;
    notes.iter().for_each(|note| ui.note(note));
    warm::compile(args, ui)?;
    Ok(ExitCode::SUCCESS)
}

/// The turn to import into a folder, after a word on what there is to wait for; completes what an earlier import left.
fn turn(dir: &Path, ui: &Ui) -> Result<Turn, Failure> {
    let turn = match Turn::now(dir)? {
        Some(turn) => turn,
        None => {
            ui.note(&format!("another import into {} is under way; this one begins when it is done", dir.display()));
            Turn::wait(dir)?
        }
    };
    if chancery::write::recover(&turn)? {
        ui.note(&format!("an earlier import into {} was interrupted, and is now complete", dir.display()));
    }
    Ok(turn)
}

/// Shows where a map is wrong before it stops.
fn explained(failure: Failure, ui: &Ui) -> Failure {
    match failure {
        Failure::Map(problem) => {
            ui.problems(std::slice::from_ref(&problem));
            Failure::Import { message: "the map cannot be used; nothing was written".to_owned(), hint: None }
        }
        other => other,
    }
}

/// The settings that a folder is to get: none where it lies in a folder of facts, whose part it then is.
fn settings(dir: &Path) -> Option<&'static str> {
    let is_part = around(dir).is_some_and(|folder| !dir.join(SETTINGS).is_file() && folder != dir);
    (!is_part).then_some(NEW_SETTINGS)
}

/// Makes a folder one of facts, unless it is one or a part of one.
fn found(dir: &Path) -> io::Result<()> {
    match settings(dir).filter(|_| !dir.join(SETTINGS).exists()) {
        Some(text) => std::fs::write(dir.join(SETTINGS), text),
        None => Ok(()),
    }
}

/// Takes records and shows how far the input is read.
struct Desk {
    into: Receiver,
    progress: Progress,
}

impl Sink for Desk {
    fn record(&mut self, file: &str, record: chancery::write::Draft) -> io::Result<()> {
        self.into.take(file, record)
    }

    fn advance(&mut self, bytes: u64) {
        self.progress.advance(bytes);
    }
}

/// What shows why a file is broken.
fn broken(error: &IntakeError) -> Option<String> {
    match error {
        IntakeError::Broken { path, .. } => Some(format!("chancery check {}", quoted(&path.to_string_lossy()))),
        _ => None,
    }
}

impl From<IntakeError> for Failure {
    fn from(error: IntakeError) -> Self {
        match error {
            IntakeError::File { path, error } => Self::File { path, error },
            error => Self::Import { message: error.to_string(), hint: broken(&error) },
        }
    }
}
