//! What can go wrong on the command line, with its exit code.

use super::options::did_you_mean;
use chancery::date::PeriodError;
use chancery::diagnostic::Diagnostic;
use chancery::export::ExportError;
use chancery::query::WhoError;
use chancery::write::ReplaceError;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// A reason to stop.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A word of the command line does not fit.
    Usage {
        /// What is wrong.
        message: String,
        /// What to type instead.
        hint: Option<String>,
    },
    /// A period is none.
    Period {
        /// The option it was given to.
        option: &'static str,
        /// What is wrong with it.
        error: PeriodError,
        /// The next command to type.
        command: Option<String>,
    },
    /// A name is unknown or may mean several.
    Who {
        /// What is wrong with it.
        error: Box<WhoError>,
        /// The next command to type.
        hints: Vec<String>,
    },
    /// A question in English was not understood.
    Question {
        /// Why.
        message: String,
        /// What to type instead.
        hints: Vec<String>,
    },
    /// No facts could be loaded.
    Facts {
        /// From where.
        place: PathBuf,
    },
    /// Something new was checked and does not fit.
    Refused {
        /// Why.
        message: String,
    },
    /// The compiled facts turned out not to be what was written; the files are to be read instead.
    Damaged,
    /// Whoever was asked stopped.
    Stopped,
    /// A revision could not be read.
    Revision {
        /// Which one, and why.
        message: String,
    },
    /// An import stopped.
    Import {
        /// Why.
        message: String,
        /// What to type instead.
        hint: Option<String>,
    },
    /// The map of an import has a mistake, which is shown where it stands.
    Map(Box<Diagnostic>),
    /// The answer could not be written.
    Output(io::Error),
    /// A file could not be written.
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        error: ReplaceError,
    },
}

impl Failure {
    /// The exit code of the command line contract.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            // A reader that has seen enough is no failure.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Refused { .. } => ExitCode::from(1),
            Self::Usage { .. } | Self::Period { .. } => ExitCode::from(2),
            Self::Who { .. } | Self::Question { .. } => ExitCode::from(3),
            Self::Facts { .. } | Self::Damaged => ExitCode::from(4),
            Self::Output(_) | Self::File { .. } | Self::Revision { .. } | Self::Stopped => ExitCode::from(5),
            Self::Import { .. } | Self::Map(_) => ExitCode::from(5),
        }
    }

    /// What to print: a message, then hints.
    pub(crate) fn words(&self) -> (String, Vec<String>) {
        match self {
            Self::Usage { message, hint } | Self::Import { message, hint } => {
                (message.clone(), hint.iter().cloned().collect())
            }
            Self::Period { option, error, command } => {
                let hints = error.hint().into_iter().chain(command.clone());
                (format!("{option}: {error}"), hints.collect())
            }
            Self::Who { error, hints } => (super::names::words(error), hints.clone()),
            Self::Question { message, hints } => (message.clone(), hints.clone()),
            Self::Facts { place } => (format!("no facts could be loaded from {}", place.display()), Vec::new()),
            Self::Refused { message } => (message.clone(), Vec::new()),
            Self::Map(problem) => (problem.message.clone(), Vec::new()),
            Self::Damaged => ("the compiled facts are damaged; --no-cache reads the files".to_owned(), Vec::new()),
            Self::Stopped => ("stopped; nothing was written".to_owned(), Vec::new()),
            Self::Revision { message } => (message.clone(), Vec::new()),
            Self::Output(error) => (format!("the answer could not be written: {error}"), Vec::new()),
            Self::File { path, error } => (format!("{} could not be written: {error}", path.display()), Vec::new()),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Io(error) => Self::Output(error),
            ExportError::UnknownColumn(unknown) => unknown.into(),
            ExportError::NotBuilt(format) => Self::Usage {
                hint: Some(format!("cargo install chancery --features {format}")),
                message: error.to_string(),
            },
            ExportError::NoPanel => Self::Usage { message: error.to_string(), hint: None },
        }
    }
}

impl From<chancery::query::row::UnknownColumn> for Failure {
    fn from(unknown: chancery::query::row::UnknownColumn) -> Self {
        let all = format!("the columns are {}", unknown.columns.join(", "));
        let hint = did_you_mean(&unknown.name, unknown.nearest.iter().copied()).unwrap_or(all);
        Self::Usage { message: unknown.to_string(), hint: Some(hint) }
    }
}
