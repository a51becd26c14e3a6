//! `export FORMAT [WHO…]`.

use super::Context;
use crate::cli::Failure;
use crate::cli::exporting::{Chosen, choose};
use crate::cli::options::{CertaintyArgs, EventArgs, WhenArgs};
use crate::cli::ui::Ui;
use chancery::export::{Cells, Interchange, Packing, export};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write facts in the format of another program
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// In which format
    #[arg(value_parser = formats())]
    format: Interchange,
    /// Around whom or what; everything without any
    pub(crate) who: Vec<String>,
    #[command(flatten)]
    pub(crate) when: WhenArgs,
    #[command(flatten)]
    pub(crate) certainty: CertaintyArgs,
    #[command(flatten)]
    pub(crate) events: EventArgs,
    /// Write to this file, or for `gephi` into this folder; files are replaced as a whole. `-` is standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Guard cells of tables that a spreadsheet would take for formulas
    #[arg(long, help_heading = "Output")]
    spreadsheet: bool,
}

fn formats() -> impl TypedValueParser<Value = Interchange> {
    let values = Interchange::ALL.iter().map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|name| Interchange::from_name(&name).ok_or_else(|| format!("no format is called {name}")))
}

impl ExportArgs {
    /// Whether the options go together.
    fn check(&self) -> Result<(), Failure> {
        let is_table = self.format.media_type() == "text/csv";
        if self.spreadsheet && !is_table {
            return Err(Failure::Usage {
                message: format!("--spreadsheet: no spreadsheet takes the texts of {} for formulas", self.format),
                hint: Some("leave it out".to_owned()),
            });
        }
        if self.format.packing() == Packing::Folder && self.folder().is_none() {
            return Err(Failure::Usage {
                message: format!("{} is several files, and there is no folder to write them into", self.format),
                hint: Some(format!("chancery export {} -o {}", self.format, self.format)),
            });
        }
        Ok(())
    }

    /// Where to write; none for standard output.
    fn folder(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    fn cells(&self) -> Cells {
        if self.spreadsheet { Cells::Guarded } else { Cells::Plain }
    }
}

/// Writes the export.
pub(super) fn run(args: &ExportArgs, context: &Context<'_>, ui: &mut Ui) -> Result<ExitCode, Failure> {
    args.check()?;
    let Chosen { view, centres, title, words, notices } = choose(args, context)?;
    notices.iter().for_each(|notice| ui.note(notice));
    let selection = chancery::export::Selection { view: &view, centres, title, words };
    let documents = export(&selection, args.format, args.cells())?;
    match (args.format.packing(), args.folder()) {
        (Packing::Folder, Some(folder)) => {
            make(folder)?;
            documents.iter().try_for_each(|one| ui.answer(Some(&folder.join(&one.name)), &one.bytes))?;
        }
        (_, path) => documents.iter().try_for_each(|one| ui.answer(path, &one.bytes))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn make(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::File { path: folder.to_owned(), error: error.into() })
}
