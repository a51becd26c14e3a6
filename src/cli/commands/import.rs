//! `import FORMAT FILE…`.

use crate::cli::Failure;
use crate::cli::import::{self, CsvArgs, EventsArgs, HsgArgs, Import};
use crate::cli::options::FactsArgs;
use crate::cli::ui::Ui;
use std::process::ExitCode;

/// Take in data of another format, with its provenance
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Every row is accounted for: read = kept + merged + skipped. Rows that cannot be read are listed as FILE:LINE: reason on \
standard error; the rest goes in, and the exit code is 0.\n\
\n\
The same input twice adds nothing; more rows at its end add what is new. An import that is interrupted leaves the folder \
as it was, or is completed by the next one.")]
pub(crate) struct ImportArgs {
    #[command(subcommand)]
    format: Format,
}

/// The formats, each with options of its own; a new one is a line here and one below.
#[derive(Debug, clap::Subcommand)]
enum Format {
    /// Any delimited table or workbook, by a map that says what its columns mean
    Csv(CsvArgs),
    /// Machine-coded events of two actors: ICEWS, GDELT, POLECAT, or a table of source, relation, target and date
    Events(EventsArgs),
    /// Visits, travels, presidents and posts of the U.S. Office of the Historian
    Hsg(HsgArgs),
}

impl Format {
    fn import(&self) -> &dyn Import {
        match self {
            Self::Csv(args) => args,
            Self::Events(args) => args,
            Self::Hsg(args) => args,
        }
    }
}

/// Imports.
pub(super) fn run(args: &ImportArgs, facts: &FactsArgs, ui: &mut Ui) -> Result<ExitCode, Failure> {
    if !facts.ask_all() || facts.as_of.is_some() {
        return Err(Failure::Usage {
            message: "`import` asks no facts, so that it cannot choose between accounts or days".to_owned(),
            hint: Some("leave out --source, --not-source, --as-known-on, --as-of and --no-rulings".to_owned()),
        });
    }
    match &args.format {
        Format::Events(events) if events.is_compiled() => import::table::run(events, ui),
        Format::Csv(csv) if csv.is_guess() => csv.guess(ui),
        format => import::run(format.import(), ui),
    }
}
