//! `schema facts|answer`.

use crate::cli::Failure;
use crate::cli::options::file;
use crate::cli::ui::Ui;
use chancery::export::{SchemaOf, write_schema};
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;
use std::process::ExitCode;

/// What a fact file may say, or what the JSON of an answer holds, as JSON Schema (draft 2020-12)
#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    of: OfArg,
    /// Only answers to this question; `count` for those with --count
    #[arg(long, value_name = "QUESTION", value_parser = PossibleValuesParser::new(chancery::query::questions()))]
    question: Option<String>,
    /// Write to this file, which is replaced as a whole
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_parser = file)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum OfArg {
    /// The records of a fact file, as JSON holds them
    Facts,
    /// The JSON of answers
    Answer,
}

/// Writes the schema. It is that of the program, whatever facts are asked.
pub(super) fn run(args: &SchemaArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    let of = match (args.of, &args.question) {
        (OfArg::Facts, None) => SchemaOf::Facts,
        (OfArg::Facts, Some(_)) => {
            return Err(Failure::Usage {
                message: "--question narrows the schema of answers; facts have none".to_owned(),
                hint: Some("leave it out, or write `chancery schema answer`".to_owned()),
            });
        }
        (OfArg::Answer, question) => question.as_deref().and_then(SchemaOf::answer_to).unwrap_or(SchemaOf::Answer),
    };
    let mut bytes = Vec::new();
    write_schema(of, &mut bytes)?;
    ui.answer(args.output.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}
