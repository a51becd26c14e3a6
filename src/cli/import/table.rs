//! `import events --compiled`: rows of four columns into a table, without a record for each.

use super::{EventsArgs, Import, Input, account};
use crate::cli::Failure;
use crate::cli::ui::{Ui, escaped};
use chancery::import::Tally;
use chancery::import::events::{EventFormat, shape};
use chancery::read::TABLE_ENDING;
use chancery::table::{How, Reading, Settings, Table};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Imports each file as a table of its own, and prints the account.
pub(crate) fn run(args: &EventsArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    check(args)?;
    let dataset = args.dataset()?;
    let (mut tally, mut text) = (Tally::default(), String::new());
    for path in &args.intake().files {
        let settings = Settings {
            source: args.source(path, &dataset)?,
            title: args.title().map_or_else(|| name(path), str::to_owned),
            lag: args.reported_within(),
        };
        let reading = read(path, settings)?;
        text += &keep(&reading.table, args)?;
        count(&mut tally, path, reading);
    }
    account::list(&tally, args.intake(), ui);
    ui.answer(None, escaped(&(account::rows(&tally) + &text)).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses what a table can't hold.
fn check(args: &EventsArgs) -> Result<(), Failure> {
    let refuse =
        |message: &str, hint: &str| Err(Failure::Usage { message: message.to_owned(), hint: Some(hint.to_owned()) });
    if args.format().is_some_and(|format| format != EventFormat::Dyads) {
        return refuse("--compiled reads tables of source, relation, target and date", "leave out --compiled");
    }
    if !args.keeps_mirrors() {
        return refuse("--compiled keeps each row as an event of its own", "add --keep-mirrors");
    }
    Ok(())
}

fn read(path: &Path, settings: Settings) -> Result<Reading, Failure> {
    let mut input = Input::open(path)?;
    let progress = super::progress::Progress::over(&[path.to_owned()]);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut progress = progress;
    let how = How { settings, threads, meaning: &shape, advance: &mut |bytes| progress.advance(bytes) };
    let reading = Reading::of(&mut input, how);
    progress.end();
    let reading = reading.map_err(|error| Input::failure(path, error))?;
    if reading.table.is_empty() && !reading.unreadable.is_empty() {
        return Err(Failure::Import {
            message: format!("no line of {} is a row of source, relation, target and date", path.display()),
            hint: Some("leave out --compiled: other formats become records".to_owned()),
        });
    }
    Ok(reading)
}

/// Puts a table into the folder, unless the same lies there.
fn keep(table: &Table, args: &EventsArgs) -> Result<String, Failure> {
    let file = format!("{}{TABLE_ENDING}", table.settings().source);
    let rows = table.len();
    let Some(dir) = args.intake().folder() else {
        return Ok(format!("nothing was written; {rows} rows would go into {file}\n"));
    };
    let path = dir.join(&file);
    let is_there = Table::open(&path).is_ok_and(|there| there.is_like(table));
    if is_there {
        return Ok(format!("no row is new in {}\n", path.display()));
    }
    let failure = |error: std::io::Error| Failure::File { path: path.clone(), error: error.into() };
    std::fs::create_dir_all(dir).map_err(failure)?;
    super::found(dir).map_err(failure)?;
    table.save(&path).map_err(failure)?;
    Ok(format!("{rows} rows in {}\n", path.display()))
}

fn count(tally: &mut Tally, path: &Path, reading: Reading) {
    let file: Arc<str> = path.to_string_lossy().into();
    let kept = reading.table.len() as u64;
    (tally.read, tally.kept) = (tally.read + kept, tally.kept + kept);
    for (line, reason) in reading.unreadable {
        tally.skip(&file, line, reason);
    }
    for (label, (rows, line)) in reading.aside {
        tally.set_aside(format!("`{label}` is no relation that is kept"), rows, &file, line);
    }
}

fn name(path: &Path) -> String {
    PathBuf::from(path.file_name().unwrap_or_default()).to_string_lossy().into_owned()
}
