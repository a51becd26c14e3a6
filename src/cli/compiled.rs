//! The compiled file of a folder: used where there is one, and written where that helps.

use super::ui::Ui;
use chancery::compile::{Compiled, Inputs, Place, Soundness, Unused, open, restamp, write};
use chancery::diagnostic::Diagnostic;
use chancery::graph::KnowledgeGraph;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A folder of so many bytes is compiled without being asked; a smaller one is read as fast.
const WORTH_IT: u64 = 2_000_000;

/// The time, in nanoseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
}

/// The user's folder for what can be made again.
pub(crate) fn cache() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let own = folder("XDG_CACHE_HOME").or_else(|| folder("LOCALAPPDATA"));
    Some(own.or_else(|| folder("HOME").map(|home| home.join(".cache")))?.join("chancery"))
}

/// What is to be done for the next question once this one is answered.
pub(crate) struct Keeping {
    folder: PathBuf,
    inputs: Inputs,
    task: Task,
}

enum Task {
    /// There was no compiled file, or none that could be used.
    Write { problems: Vec<Diagnostic>, is_first: bool },
    /// It holds the right facts, and times of files that are not those of now.
    Restamp,
}

/// The graph of a folder from its compiled file, with what it says and what is to be done.
pub(crate) struct Found {
    pub(crate) graph: KnowledgeGraph,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) soundness: Soundness,
    pub(crate) keeping: Option<Keeping>,
}

/// A folder before it is read.
pub(crate) struct Before {
    inputs: Option<Inputs>,
    why: Unused,
}

/// Looks for the compiled file of a folder; what was seen on the way is needed to write one.
pub(crate) fn find(folder: &Path) -> Result<Found, Before> {
    let cache = cache();
    let place = Place { facts: folder, cache: cache.as_deref() };
    let Some(inputs) = Inputs::look(folder, now()) else {
        return Err(Before { inputs: None, why: Unused::Changed });
    };
    match open(&place, &inputs) {
        Ok(compiled) => {
            let soundness = compiled.soundness();
            let Compiled { graph, problems, is_restamp_due, .. } = compiled;
            let keeping = || Keeping { folder: folder.to_owned(), inputs, task: Task::Restamp };
            Ok(Found { graph, problems, soundness, keeping: is_restamp_due.then(keeping) })
        }
        Err(why) => Err(Before { inputs: Some(inputs), why }),
    }
}

impl Before {
    /// A folder of which nothing was looked at, to be read anew in any case.
    pub(crate) fn damaged(folder: &Path) -> Self {
        Self { inputs: Inputs::look(folder, now()), why: Unused::Damaged }
    }

    /// What is to be done once the folder was read and the question answered, if anything is.
    pub(crate) fn keeping(self, folder: &Path, problems: &[Diagnostic]) -> Option<Keeping> {
        let inputs = self.inputs?;
        let is_first = self.why == Unused::Missing;
        let worth_it = !is_first || inputs.bytes() >= WORTH_IT;
        let task = Task::Write { problems: problems.to_vec(), is_first };
        worth_it.then(|| Keeping { folder: folder.to_owned(), inputs, task })
    }
}

impl Keeping {
    /// Does it. A compiled file only saves time, so that one that cannot be written is no failure.
    pub(crate) fn done(&self, graph: &KnowledgeGraph, ui: &Ui) {
        let cache = cache();
        let place = Place { facts: &self.folder, cache: cache.as_deref() };
        match &self.task {
            Task::Write { problems, is_first } => {
                let written = write(&place, &self.inputs, graph, problems, now());
                if let (Ok(path), true) = (written, is_first) {
                    let path = path.display();
                    ui.note(&format!("these facts are now compiled ({path}); the next question is answered sooner"));
                }
            }
            Task::Restamp => drop(restamp(&place, &self.inputs, now())),
        }
    }
}
