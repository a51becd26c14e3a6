//! `init [--example] DIR`.

use crate::cli::Failure;
use crate::cli::init::{Files, example, skeleton};
use crate::cli::invocation::quoted;
use crate::cli::ui::Ui;
use chancery::write::replace;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make a folder for facts of your own
#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// The folder, which is made where there is none; it has to be empty
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// With one meeting and all that it needs, instead of comments only
    #[arg(long)]
    example: bool,
}

/// Makes the folder.
pub(super) fn run(args: &InitArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    let files = if args.example { example() } else { skeleton() };
    if args.dir.exists() && !is_empty(&args.dir) {
        return Err(Failure::Usage {
            message: format!("{} is not an empty folder, and was left as it is", args.dir.display()),
            hint: Some("chancery init NEW-DIR".to_owned()),
        });
    }
    write(&args.dir, &files)?;
    for path in files.keys() {
        ui.answer(None, format!("{}\n", args.dir.join(path).display()).as_bytes())?;
    }
    let dir = quoted(&args.dir.to_string_lossy());
    ui.note(&match args.example {
        true => format!("now: chancery meetings Medvedev --facts {dir}"),
        false => format!("now: chancery add source --facts {dir} --file {dir}/sources.ron"),
    });
    Ok(ExitCode::SUCCESS)
}

fn is_empty(dir: &Path) -> bool {
    fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none())
}

/// Writes the settings last: a folder that was left half way is none that commands would ask.
fn write(dir: &Path, files: &Files) -> Result<(), Failure> {
    let is_settings = |path: &str| path == crate::cli::facts::SETTINGS;
    let (last, first): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| is_settings(path));
    for (path, text) in first.into_iter().chain(last) {
        let path = dir.join(path);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = made.map_err(Into::into).and_then(|()| replace(&path, None, text.as_bytes()));
        written.map_err(|error| Failure::File { path: path.clone(), error })?;
    }
    Ok(())
}
