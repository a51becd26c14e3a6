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
    /// The folder, which is made where there is none; it has to be empty, hidden files such as `.git` aside
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
    let dir = args.dir.strip_prefix(".").unwrap_or(&args.dir);
    for path in files.keys() {
        ui.answer(None, format!("{}\n", dir.join(path).display()).as_bytes())?;
    }
    ui.note(&format!("now: {}", next(dir, args.example)));
    Ok(ExitCode::SUCCESS)
}

/// What to type now. In the folder that one is in, nothing has to be said about where the facts are.
fn next(dir: &Path, example: bool) -> String {
    let command = if example { "meetings Medvedev" } else { "add source" };
    let facts = match dir.as_os_str().is_empty() {
        true => String::new(),
        false => format!(" --facts {}", quoted(&dir.to_string_lossy())),
    };
    let file = format!(" --file {}", quoted(&dir.join("sources.ron").to_string_lossy()));
    format!("chancery {command}{facts}{}", if example { "" } else { &file })
}

/// Whether nothing lies in a folder but what is hidden, as a repository is that has just been made.
fn is_empty(dir: &Path) -> bool {
    let is_hidden = |name: std::ffi::OsString| name.as_encoded_bytes().starts_with(b".");
    fs::read_dir(dir)
        .is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(|entry| is_hidden(entry.file_name()))))
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
