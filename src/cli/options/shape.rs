//! The shape of rows for statistics programs.

use crate::cli::Failure;
use chancery::export::Format;
use chancery::query::Shape;

/// The shape of rows for statistics programs.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct ShapeArgs {
    /// A row for each participant, with ids and codes (csv, tsv, jsonl, json, ron)
    #[arg(long, conflicts_with = "dyads")]
    long: bool,
    /// A row for each pair of sides, with codes of states (csv, tsv, jsonl, json, ron)
    #[arg(long)]
    dyads: bool,
}

impl ShapeArgs {
    /// The shape that is wanted, if it is not the rows' own.
    pub(crate) fn shape(&self, format: Format) -> Result<Option<Shape>, Failure> {
        let (option, shape) = match (self.long, self.dyads) {
            (true, _) => ("--long", Shape::Long),
            (_, true) => ("--dyads", Shape::Dyads),
            _ => return Ok(None),
        };
        if matches!(format, Format::Table | Format::Markdown) {
            return Err(Failure::Usage {
                message: format!("{option}: these rows are too wide for the format {format}"),
                hint: Some("add -f csv, tsv, jsonl, json or ron".to_owned()),
            });
        }
        Ok(Some(shape))
    }
}
