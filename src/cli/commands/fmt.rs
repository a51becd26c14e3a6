//! `fmt [--check] [PATH…|-]`.

use crate::cli::Failure;
use crate::cli::facts::{SETTINGS, nearest};
use crate::cli::options::FactsArgs;
use crate::cli::ui::Ui;
use chancery::diagnostic::Diagnostic;
use chancery::read::{FactFile, SourceText, files, read_file};
use chancery::write::{Formatted, format, format_settings, replace};
use similar::TextDiff;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// So many lines of what differs are shown for each file.
const SHOWN: usize = 24;

/// Lay fact files out in the usual way, without changing what they say
#[derive(Debug, clap::Args)]
pub(crate) struct FmtArgs {
    /// Files and folders; `-` reads a file from standard input and writes it to standard output; without any, the facts
    /// folder
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing: list the files that differ, with what would change, and exit with 1 if there are any
    #[arg(long)]
    check: bool,
}

/// What came of the files.
#[derive(Default)]
struct Tally {
    seen: usize,
    differ: usize,
    unread: bool,
    unwritten: bool,
}

/// Lays files out.
pub(super) fn run(args: &FmtArgs, facts: &FactsArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    if args.paths.iter().any(|path| path.as_os_str() == "-") {
        return stream(args, ui);
    }
    let mut tally = Tally::default();
    for path in paths(args, facts)? {
        let (found, problems) = listed(&path);
        tally.unread |= !problems.is_empty();
        ui.problems(&problems);
        for (file, lay) in &found {
            one(file, *lay, args.check, &mut tally, ui)?;
        }
    }
    let what = if args.check { "not in the usual layout" } else { "laid out anew" };
    let files = if tally.seen == 1 { "1 file".to_owned() } else { format!("{} files", tally.seen) };
    ui.note(&format!("{} of {files} {what}", tally.differ));
    Ok(tally.exit_code(args.check))
}

impl Tally {
    fn exit_code(&self, check: bool) -> ExitCode {
        match self {
            Self { unwritten: true, .. } => ExitCode::from(5),
            Self { unread: true, .. } => ExitCode::from(4),
            Self { differ: 1.., .. } if check => ExitCode::from(1),
            _ => ExitCode::SUCCESS,
        }
    }
}

/// Which files and folders are meant.
fn paths(args: &FmtArgs, facts: &FactsArgs) -> Result<Vec<PathBuf>, Failure> {
    if !args.paths.is_empty() {
        return Ok(args.paths.clone());
    }
    let folder = facts.facts.clone().or_else(nearest);
    folder.map(|folder| vec![folder]).ok_or_else(|| Failure::Usage {
        message: "there is no facts folder here, and the built-in facts cannot be changed".to_owned(),
        hint: Some("chancery fmt DIR".to_owned()),
    })
}

/// How a file is laid out.
type Lay = fn(&SourceText) -> Formatted;

/// The files of a folder, its settings among them, or a single file.
fn listed(path: &Path) -> (Vec<(FactFile, Lay)>, Vec<Diagnostic>) {
    let is_settings = path.file_name().is_some_and(|name| name == SETTINGS);
    if is_settings && path.is_file() {
        return (vec![(named(path.to_owned()), format_settings)], Vec::new());
    }
    let (found, problems) = files(path);
    let settings = Some(path.join(SETTINGS)).filter(|path| path.is_file());
    let settings = settings.map(|path| (named(path), format_settings as Lay));
    (settings.into_iter().chain(found.into_iter().map(|file| (file, format as Lay))).collect(), problems)
}

fn named(path: PathBuf) -> FactFile {
    let name = path.strip_prefix(".").unwrap_or(&path).to_string_lossy().into();
    FactFile { path, name }
}

fn one(file: &FactFile, lay: Lay, check: bool, tally: &mut Tally, ui: &Ui) -> Result<(), Failure> {
    tally.seen += 1;
    // What was read without its byte order mark is compared with all of it.
    let bytes = match read_file(file).map(|_| std::fs::read(&file.path).unwrap_or_default()) {
        Ok(bytes) => bytes,
        Err(problem) => {
            tally.unread = true;
            ui.problems(&[problem]);
            return Ok(());
        }
    };
    let Formatted { text, problems } = lay(&SourceText::new(file.name.clone(), bytes.clone()));
    tally.unread |= !problems.is_empty();
    ui.problems(&problems);
    let Some(text) = text.filter(|text| text.as_bytes() != bytes) else {
        return Ok(());
    };
    tally.differ += 1;
    if check {
        return ui.answer(None, difference(&file.name, &bytes, &text).as_bytes());
    }
    match replace(&file.path, Some(&bytes), text.as_bytes()) {
        Ok(()) => ui.answer(None, format!("{}\n", file.name).as_bytes()),
        Err(error) => {
            tally.unwritten = true;
            ui.error(&format!("{} was not laid out: {error}", file.name));
            Ok(())
        }
    }
}

/// The name of a file and the first lines that differ.
fn difference(name: &str, old: &[u8], new: &str) -> String {
    let old = String::from_utf8_lossy(old);
    let diff = TextDiff::from_lines(&*old, new).unified_diff().context_radius(1).to_string();
    let lines: Vec<&str> = diff.lines().collect();
    let shown: String = lines.iter().take(SHOWN).map(|line| format!("    {}\n", escaped(line))).collect();
    let more = match lines.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("    … {more} more lines\n"),
    };
    format!("{}\n{shown}{more}", escaped(name))
}

/// Control characters of a file do not speak to the terminal.
fn escaped(text: &str) -> String {
    crate::cli::ui::escaped(text).replace('\n', "\\n")
}

/// From standard input to standard output.
fn stream(args: &FmtArgs, ui: &Ui) -> Result<ExitCode, Failure> {
    if args.paths.len() > 1 {
        return Err(Failure::Usage {
            message: "`-` stands alone".to_owned(),
            hint: Some("chancery fmt - < FILE".to_owned()),
        });
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let Formatted { text, problems } = format(&SourceText::new("<stdin>", bytes.clone()));
    ui.problems(&problems);
    let differs = text.as_ref().is_some_and(|text| text.as_bytes() != bytes);
    let tally = Tally { differ: usize::from(differs), unread: !problems.is_empty(), ..Tally::default() };
    let text = text.unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
    match args.check {
        true if differs => ui.answer(None, difference("<stdin>", &bytes, &text).as_bytes())?,
        true => {}
        false => ui.answer(None, text.as_bytes())?,
    }
    Ok(tally.exit_code(args.check))
}
