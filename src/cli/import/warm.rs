//! `--compiled`: the folder is compiled once the import is done, so that the first question is answered at once.

use super::IntakeArgs;
use crate::cli::Failure;
use crate::cli::compiled::{cache, find, now};
use crate::cli::facts::around;
use crate::cli::ui::Ui;
use chancery::compile::{Inputs, Place, write};
use chancery::graph::KnowledgeGraph;
use chancery::read::read_folder;
use chancery::resolve::{Loading, resolve};
use std::path::{Path, PathBuf};

/// Compiles the facts folder into which something was imported, if that is asked for and it is not compiled as it is. What
/// was imported stays in any case.
pub(super) fn compile(args: &IntakeArgs, ui: &mut Ui) -> Result<(), Failure> {
    let Some(dir) = args.folder().filter(|_| args.compiled) else { return Ok(()) };
    let folder = around(dir).unwrap_or_else(|| dir.to_owned());
    match find(&folder) {
        Ok(_) => ui.answer(None, format!("{} is compiled as it is\n", folder.display()).as_bytes()),
        Err(_) => match anew(&folder, ui) {
            Ok(path) => ui.answer(None, format!("compiled as {}\n", path.display()).as_bytes()),
            Err(why) => {
                ui.note(&format!("{} was not compiled: {why}", folder.display()));
                Ok(())
            }
        },
    }
}

/// Reads the folder, tells of its problems, and compiles it.
fn anew(folder: &Path, ui: &mut Ui) -> Result<PathBuf, String> {
    let cache = cache();
    let place = Place { facts: folder, cache: cache.as_deref() };
    let inputs = Inputs::look(folder, now());
    let Loading { facts, problems } = resolve(read_folder(folder));
    ui.problems(&problems);
    let inputs = inputs.ok_or("not everything in it can be read")?;
    let graph = KnowledgeGraph::new(facts);
    write(&place, &inputs, &graph, &problems, now()).map_err(|error| error.to_string())
}
