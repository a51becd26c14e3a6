//! `add KIND …`.

use crate::cli::Failure;
use crate::cli::draft::{AddArgs, Place, Verdict, ask, confirm, flag, judge, resolved};
use crate::cli::invocation::Invocation;
use crate::cli::names::Names;
use crate::cli::options::FactsArgs;
use crate::cli::ui::Ui;
use chancery::date::Period;
use chancery::graph::KnowledgeGraph;
use chancery::read::{SourceText, read_folder};
use chancery::resolve::resolve;
use chancery::write::{Draft, append, check_writable, replace};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Writes a record, shows it, checks it and puts it into a file.
pub(super) fn run(args: &AddArgs, facts: &FactsArgs, invocation: &Invocation, ui: &Ui) -> Result<ExitCode, Failure> {
    let place = Place::find(facts)?;
    let graph = KnowledgeGraph::new(resolve(read_folder(&place.folder)).facts);
    let mut names = Names::new(&graph, invocation, Period::ALL);
    let mut draft = Draft::new(args.kind);
    for (field, typed) in &args.values {
        let value = resolved(field, typed, graph.facts(), &mut names)?;
        draft.add(field.name, &value).map_err(|error| Failure::Usage {
            message: format!("--{}: {}", flag(field), error.message),
            hint: error.hint,
        })?;
    }
    let file = args.file.clone().or_else(|| place.only_file());
    let is_asked = !draft.missing().is_empty() || file.is_none();
    let file = match file {
        Some(file) if !is_asked => file,
        file if on_terminal() => ask(&mut draft, file, &place, graph.facts(), &mut names, ui)?,
        file => return Err(lacking(&draft, file.as_deref())),
    };
    names.notices.iter().for_each(|notice| ui.note(notice));
    place.check(&file)?;
    let written = Written::of(&draft, file, ui)?;
    if !args.dry_run {
        written.check_target()?;
    }
    written.show(&draft, &place, &graph, ui)?;
    if args.dry_run {
        ui.note("nothing was written");
        return Ok(ExitCode::SUCCESS);
    }
    if is_asked && !confirm(&format!("Put it into {}?", written.file.display()))? {
        return Err(Failure::Stopped);
    }
    written.save(ui)
}

/// Whether there is somebody to ask.
fn on_terminal() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// What is missing, with a command that has it.
fn lacking(draft: &Draft, file: Option<&Path>) -> Failure {
    let mut missing: Vec<String> = draft.missing().iter().map(|field| format!("--{}", flag(field))).collect();
    if file.is_none() {
        missing.push("--file".to_owned());
    }
    Failure::Usage {
        message: format!("not given: {}; and there is no terminal to ask on", missing.join(", ")),
        hint: Some(format!("chancery add {} --help", draft.kind())),
    }
}

/// A record in the text of the file that it goes into.
struct Written {
    file: PathBuf,
    /// What the file holds; none where there is none yet.
    before: Option<Vec<u8>>,
    record: String,
    after: String,
}

impl Written {
    fn of(draft: &Draft, file: PathBuf, ui: &Ui) -> Result<Self, Failure> {
        if let Err(problem) = draft.check() {
            ui.problems(&[problem]);
            return Err(refused("this is no record that can be read"));
        }
        let before = match fs::read(&file) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::File { path: file, error: error.into() }),
        };
        let record = draft.text();
        let name = file.to_string_lossy().into_owned();
        let text = SourceText::new(name, before.clone().unwrap_or_default());
        match append(&text, &record) {
            Ok(appended) => Ok(Self { file, before, record, after: appended.text }),
            Err(problems) => {
                ui.problems(&problems);
                Err(refused("the file is broken, so that nothing can be added to it"))
            }
        }
    }

    /// Prints the record, and what it would do to the facts.
    fn show(&self, draft: &Draft, place: &Place, graph: &KnowledgeGraph, ui: &Ui) -> Result<(), Failure> {
        ui.answer(None, format!("    {},\n", self.record).as_bytes())?;
        let verdict: Verdict = judge(&place.folder, &self.file, &self.after);
        ui.problems(&verdict.problems);
        if verdict.refuses() {
            return Err(refused("the record does not fit the facts, so that nothing was written"));
        }
        let id = draft.check().map(|record| record.head.id).ok();
        if let Some(id) = id.filter(|id| graph.facts().get(id.as_str()).is_some()) {
            ui.note(&format!("there are records of `{id}` already: this is one more account of it"));
        }
        Ok(())
    }

    /// Whether the file may be written, so that nobody reads a record and then that it was for nothing.
    fn check_target(&self) -> Result<(), Failure> {
        let target = self.before.as_ref().map_or(Ok(()), |_| {
            check_writable(&fs::canonicalize(&self.file).map_err(chancery::write::ReplaceError::from)?)
        });
        target.map_err(|error| Failure::File { path: self.file.clone(), error })
    }

    fn save(self, ui: &Ui) -> Result<ExitCode, Failure> {
        let Self { file, before, after, .. } = self;
        let folder = file.parent().filter(|folder| before.is_none() && !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), fs::create_dir_all).map_err(Into::into);
        let written = made.and_then(|()| replace(&file, before.as_deref(), after.as_bytes()));
        written.map_err(|error| Failure::File { path: file.clone(), error })?;
        ui.note(&format!("added to {}", file.display()));
        Ok(ExitCode::SUCCESS)
    }
}

fn refused(why: &str) -> Failure {
    Failure::Refused { message: why.to_owned() }
}
