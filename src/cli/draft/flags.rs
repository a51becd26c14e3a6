//! The flags of `add`: a sub-command for each kind of record, a flag for each of its fields.

use super::{about, flag, placeholder, takes_several};
use chancery::record::{Field, Kind};
use clap::{Arg, ArgAction, ArgMatches, Command, Error, error::ErrorKind};
use std::path::PathBuf;

/// Write a new record and put it into a file
#[derive(Debug)]
pub(crate) struct AddArgs {
    /// Of what kind.
    pub(crate) kind: Kind,
    /// The names of fields with what was typed for them, in the order of fields.
    pub(crate) values: Vec<(Field, String)>,
    /// The file that it goes into.
    pub(crate) file: Option<PathBuf>,
    /// Whether to show it only.
    pub(crate) dry_run: bool,
}

const FILE: &str = "add-file";
const DRY_RUN: &str = "add-dry-run";

/// What a field is called among the matches; the command line's own options have other names.
fn key(field: &Field) -> String {
    format!("field {}", field.name)
}

fn command(kind: Kind) -> Command {
    let fields = kind.fields();
    let mut command =
        Command::new(kind.name()).about(format!("Write {} and put it into a file", kind.with_article())).after_help(
            "Values are plain text, or what a fact file has there. A field that takes several is given once for each. \
             What has to be written and is not given is asked for on a terminal.",
        );
    for field in &fields {
        command = command.arg(argument(field, kind.needs_evidence()));
    }
    command.args([
        Arg::new(FILE)
            .long("file")
            .value_name("FILE")
            .help("Put it behind the last record of this file")
            .value_parser(clap::value_parser!(PathBuf)),
        Arg::new(DRY_RUN).long("dry-run").action(ArgAction::SetTrue).help("Show and check the record, write nothing"),
    ])
}

fn argument(field: &Field, needs_evidence: bool) -> Arg {
    let is_needed = field.must || field.name == "source" && needs_evidence;
    let times = if takes_several(field.shape) { ", several times" } else { "" };
    let needed = if is_needed { "; needed" } else { "" };
    Arg::new(key(field))
        .long(flag(field))
        .value_name(placeholder(field.shape))
        .help(format!("{}{times}{needed}", about(field)))
        .action(ArgAction::Append)
        .allow_hyphen_values(true)
        .help_heading(if is_needed { "Needed fields" } else { "Fields" })
}

impl clap::Args for AddArgs {
    fn augment_args(command: Command) -> Command {
        let kinds = Kind::ALL.iter().map(|kind| self::command(*kind));
        command
            .subcommands(kinds)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand_value_name("KIND")
            .subcommand_help_heading("Kinds of records")
            .disable_help_subcommand(true)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for AddArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let (name, matches) = matches.subcommand().ok_or_else(|| Error::new(ErrorKind::MissingSubcommand))?;
        let kind = Kind::from_name(name).ok_or_else(|| Error::new(ErrorKind::InvalidSubcommand))?;
        let typed = |field: Field| {
            let values = matches.get_many::<String>(&key(&field)).unwrap_or_default();
            values.map(|value| (field, value.clone())).collect::<Vec<_>>()
        };
        Ok(Self {
            kind,
            values: kind.fields().into_iter().flat_map(typed).collect(),
            file: matches.get_one::<PathBuf>(FILE).cloned(),
            dry_run: matches.get_flag(DRY_RUN),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
