//! `import events FILE…`.

use super::{Import, Input, IntakeArgs};
use crate::cli::Failure;
use chancery::id::{Id, IdError};
use chancery::import::events::{
    EventFormat, EventsImport, EventsOptions, InputFile, MirrorRule, ReadError, Told, is_in_order,
};
use chancery::import::{Sink, Tally};
use chancery::names::slug;
use std::path::Path;

/// Machine-coded events of two actors: ICEWS, GDELT, POLECAT, or a table of source, relation, target and date
#[derive(Debug, clap::Args)]
#[command(after_help = "\
What machines code from reports is possible, never certain, and dated by the report: `[D-3..D]`. Events and actors are \
the dataset's own: nothing joins them with facts written by hand, unless you write `SameAs` records.")]
pub(crate) struct EventsArgs {
    #[command(flatten)]
    intake: IntakeArgs,
    /// The id of the dataset, with which the ids of its events and actors begin; without it, after the file
    #[arg(long, value_name = "ID")]
    dataset: Option<String>,
    /// The title of the dataset
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The format of the files, where it is not to be found out: dyads (source, relation, target, date), icews, gdelt1,
    /// gdelt2 or polecat
    #[arg(long = "as", value_name = "FORMAT")]
    format: Option<EventFormat>,
    /// By how many days a report can be later than what it tells
    #[arg(long, value_name = "DAYS", default_value_t = 3, value_parser = clap::value_parser!(u16).range(..=3660))]
    reported_within: u16,
    /// Make a record of each of two rows that tell one event, as a visit and its reception on one day do
    #[arg(long)]
    keep_mirrors: bool,
}

impl Import for EventsArgs {
    fn intake(&self) -> &IntakeArgs {
        &self.intake
    }

    fn import(&self, sink: &mut dyn Sink, notes: &mut Vec<String>) -> Result<Tally, Failure> {
        self.check_names()?;
        let dataset = self.dataset()?;
        let mut import = EventsImport::new(self.options(dataset.clone()));
        let mut tally = Tally::default();
        for path in &self.intake.files {
            let file = self.input(path, &dataset)?;
            let told = import.file(Input::open(path)?, &file, sink).map_err(|error| failure(path, error))?;
            notes.extend(noted(path, &told));
            tally.add(told.tally);
        }
        Ok(tally)
    }
}

impl EventsArgs {
    /// Whether the rows are to be kept in columns.
    pub(crate) fn is_compiled(&self) -> bool {
        self.intake.compiled
    }

    pub(super) fn options(&self, dataset: Id) -> EventsOptions {
        EventsOptions {
            dataset,
            title: self.title.clone(),
            reported_within: self.reported_within,
            format: self.format,
            mirrors: if self.keep_mirrors { MirrorRule::Keep } else { MirrorRule::Unite },
        }
    }

    /// The id that was given, or one after the first file.
    pub(super) fn dataset(&self) -> Result<Id, Failure> {
        let first = self.intake.files.first().map(|path| stem(path)).unwrap_or_default();
        match &self.dataset {
            Some(dataset) => id(dataset),
            None if self.intake.files.len() > 1 => Err(Failure::Usage {
                message: "several files are parts of one dataset, which needs an id".to_owned(),
                hint: Some(format!("--dataset {first}")),
            }),
            None => id(&first),
        }
    }

    /// Refuses two files of one name: the ids of their rows would be the same.
    pub(super) fn check_names(&self) -> Result<(), Failure> {
        let mut stems: Vec<String> = self.intake.files.iter().map(|path| stem(path)).collect();
        stems.sort();
        match stems.windows(2).find(|pair| pair.first() == pair.last()).and_then(<[String]>::first) {
            None => Ok(()),
            Some(stem) => Err(Failure::Usage {
                message: format!("two of the files are called `{stem}`, and their rows could not be told apart"),
                hint: Some("rename one, or import them one after the other with a --dataset each".to_owned()),
            }),
        }
    }

    /// The id of the source of a file: that of the dataset where it is the only one.
    pub(super) fn source(&self, path: &Path, dataset: &Id) -> Result<Id, Failure> {
        match self.intake.files.len() {
            1 => Ok(dataset.clone()),
            _ => id(&format!("{dataset}-{}", stem(path))),
        }
    }

    /// A file with the id of its source: that of the dataset where it is the only one.
    pub(super) fn file(&self, path: &Path, dataset: &Id) -> Result<InputFile, Failure> {
        Ok(InputFile {
            shown: path.to_string_lossy().into(),
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            source: self.source(path, dataset)?,
            is_in_order: false,
        })
    }

    /// The same after a look at the order of its rows.
    fn input(&self, path: &Path, dataset: &Id) -> Result<InputFile, Failure> {
        // What can be read once only, as a pipe, is not looked through beforehand.
        let is_file = std::fs::metadata(path).is_ok_and(|file| file.is_file());
        let in_order = || is_in_order(Input::open(path)?, self.format).map_err(|error| failure(path, error));
        let is_in_order = is_file && (self.keep_mirrors || in_order()?);
        Ok(InputFile { is_in_order, ..self.file(path, dataset)? })
    }
}

/// What the user should know of how a file was read.
pub(super) fn noted(path: &Path, told: &Told) -> Vec<String> {
    // An empty file has no format, only one that is taken for it.
    let mut notes = vec![match told.tally.read {
        0 => format!("{} holds no row", path.display()),
        _ => format!("{} was read as {}", path.display(), told.format),
    }];
    if told.guessed_header {
        let words = "was taken for a header, and the columns for source, relation, target and date";
        notes.push(format!("the first line of {} {words}", path.display()));
    }
    if told.latin1_lines > 0 {
        let path = path.display();
        notes.push(match told.latin1_lines {
            1 => format!("1 line of {path} is no UTF-8 and was read as Latin-1"),
            lines => format!("{lines} lines of {path} are no UTF-8 and were read as Latin-1"),
        });
    }
    notes
}

/// The name of a file as a part of an id.
fn stem(path: &Path) -> String {
    slug(&path.file_stem().unwrap_or_default().to_string_lossy())
}

fn id(text: &str) -> Result<Id, Failure> {
    text.parse().map_err(|error: IdError| Failure::Usage {
        message: format!("{error} for a dataset"),
        hint: Some(error.hint().unwrap_or("--dataset ID".to_owned())),
    })
}

pub(super) fn failure(path: &Path, error: ReadError) -> Failure {
    match error {
        ReadError::Io(error) => Input::failure(path, error),
        ReadError::Format(why) => Failure::Import {
            message: format!("{} is no file of machine-coded events: {why}", path.display()),
            hint: Some("chancery help import events".to_owned()),
        },
    }
}
