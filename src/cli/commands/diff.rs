//! `diff A B`, `diff REVISION..REVISION`, `diff REVISION`.

use crate::cli::options::{FactsArgs, file};
use crate::cli::ui::Ui;
use crate::cli::{Failure, facts, revision};
use chancery::diff::{Diff, State, diff};
use chancery::export::difference;
use chancery::read::{Loaded, read_folder};
use chancery::resolve::{Loading, resolve};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compare two folders, or two git revisions of one, by facts
#[derive(Debug, clap::Args)]
#[command(after_help = "Facts are compared aspect by aspect, wherever they lie and however they are laid out.\n\
                        Exits with 1 if anything differs.")]
pub(crate) struct DiffArgs {
    /// Two folders or files of facts; or two revisions of the facts folder, `HEAD~3..HEAD`; or one revision, to compare
    /// with the folder as it is
    #[arg(required = true, num_args = 1..=2, value_names = ["A", "B"])]
    sides: Vec<String>,
    /// In which format
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    format: DiffFormat,
    /// Write to this file, which is replaced as a whole
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_parser = file)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum DiffFormat {
    /// For people: a line a fact, and one below for each aspect
    Text,
    /// One JSON value
    Json,
    /// Tables in Markdown
    Markdown,
}

/// Compares, and prints what differs.
pub(super) fn run(args: &DiffArgs, facts: &FactsArgs, ui: &mut Ui) -> Result<ExitCode, Failure> {
    facts.refuse_worlds("diff")?;
    let diff = match args.sides.as_slice() {
        [before, after] => compare((before, folder(before, ui)?), (after, folder(after, ui)?), ui),
        [one] if is_revision(one) => since(one, facts, ui)?,
        [range] => revisions(range, facts, ui)?,
        _ => return Err(two_sides("two sides are compared")),
    };
    let mut bytes = Vec::new();
    match args.format {
        DiffFormat::Text => difference::write_text(&diff, &mut bytes)?,
        DiffFormat::Json => difference::write_json(&diff, &mut bytes)?,
        DiffFormat::Markdown => difference::write_markdown(&diff, &mut bytes)?,
    }
    ui.answer(args.output.as_deref(), &bytes)?;
    Ok(if diff.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn two_sides(message: &str) -> Failure {
    Failure::Usage {
        message: message.to_owned(),
        hint: Some("chancery diff FOLDER FOLDER, or chancery diff HEAD~3..HEAD --facts FOLDER".to_owned()),
    }
}

/// Reads one side from disk.
fn folder(path: &str, ui: &mut Ui) -> Result<Loaded, Failure> {
    let loaded = read_folder(Path::new(path));
    if loaded.texts.is_empty() {
        ui.problems(&loaded.problems);
        return Err(Failure::Facts { place: path.into() });
    }
    Ok(loaded)
}

/// Whether one side alone can only be a revision.
fn is_revision(side: &str) -> bool {
    !side.contains("..") && !Path::new(side).exists()
}

/// Compares the facts folder in a revision with what lies in it now.
fn since(revision: &str, facts: &FactsArgs, ui: &mut Ui) -> Result<Diff, Failure> {
    let Some(here) = facts::folder(facts) else {
        return Err(two_sides("the built-in facts have no revisions here"));
    };
    let earlier = revision::read(&here, revision)?;
    let place = here.display().to_string();
    let later = folder(&place, ui)?;
    Ok(compare((revision, earlier), (&place, later), ui))
}

/// Compares the facts folder in two revisions; one that is left out is the newest, as git has it.
fn revisions(range: &str, facts: &FactsArgs, ui: &mut Ui) -> Result<Diff, Failure> {
    let parts = range.split_once("..").filter(|(_, after)| !after.starts_with('.') && !Path::new(range).exists());
    let Some((before, after)) = parts else {
        return Err(two_sides(&format!("`{}` is one side, and two are compared", range.escape_debug())));
    };
    let Some(folder) = facts::folder(facts) else {
        return Err(two_sides("the built-in facts have no revisions here"));
    };
    let named = |side: &str| if side.is_empty() { "HEAD".to_owned() } else { side.to_owned() };
    let (before, after) = (named(before), named(after));
    let (earlier, later) = (revision::read(&folder, &before)?, revision::read(&folder, &after)?);
    Ok(compare((&before, earlier), (&after, later), ui))
}

/// Compares two sides. What could not be read looks as if it were not there, so that it is told.
fn compare((before, earlier): (&str, Loaded), (after, later): (&str, Loaded), ui: &mut Ui) -> Diff {
    let (one, other) = (resolve(earlier), resolve(later));
    for (place, Loading { problems, .. }) in [(before, &one), (after, &other)] {
        if !problems.is_empty() {
            let number = problems.len();
            let problems = if number == 1 { "1 problem".to_owned() } else { format!("{number} problems") };
            ui.note(&format!("{problems} in the facts of {place}; what could not be read is not compared"));
        }
    }
    diff((State::of(before, &one.facts), &one.facts), (State::of(after, &other.facts), &other.facts))
}
