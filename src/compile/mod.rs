//! Compiled facts: facts and graph as one file that is mapped, so that a question reads only what it needs.
//!
//! [`open`] gives the graph of a folder from its compiled file, if there is one that stands for what lies in the folder
//! now; [`Inputs::look`] before reading a folder and [`write`](write()) afterwards make one. The file is never changed in
//! place and nothing is lost with it: it is written beside and renamed, and whatever is wrong with one is a reason to
//! read the folder.
//!
//! It has a head, a table of blocks, and a checksum for each page of 4 KiB, which is checked when something in the page
//! is first asked for. What is damaged is answered by nothing at all and noted: whoever answers from such a graph asks
//! [`Compiled::is_sound`] before saying anything.

mod contents;
mod fact;
mod head;
mod inputs;
mod mapped;
mod pages;
mod place;
mod problem;
mod shelf;
#[cfg(test)]
mod tests;
mod verify;
mod write;

pub use inputs::Inputs;
pub use place::Place;
pub use verify::{Difference, verify};
pub use write::{WriteError, restamp, write};

use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use crate::model::Facts;
use contents::{Block, Contents};
use mapped::Mapped;
use shelf::Shelves;
use std::path::Path;
use std::sync::Arc;

/// Why a compiled file is not used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unused {
    /// There is none.
    #[error("there is no compiled file")]
    Missing,
    /// It is no file of this program, or of a machine that writes numbers in another order.
    #[error("it is no compiled file of this program")]
    Foreign,
    /// Another version of the program wrote it.
    #[error("another version of the program wrote it")]
    Older,
    /// It was cut off, or holds something else than was written.
    #[error("it is damaged")]
    Damaged,
    /// A file was added, changed or taken away since.
    #[error("files were changed since")]
    Changed,
}

/// The graph of a folder, from a compiled file.
#[derive(Debug)]
pub struct Compiled {
    /// The facts and the graph over them.
    pub graph: KnowledgeGraph,
    /// Every problem that was found when the folder was read.
    pub problems: Vec<Diagnostic>,
    /// Whether files had to be read to see that they hold what they held: worth a [`restamp`].
    pub is_restamp_due: bool,
    mapped: Arc<Mapped>,
}

impl Compiled {
    /// Whether everything that was asked for so far was as it was written.
    pub fn is_sound(&self) -> bool {
        self.mapped.is_sound()
    }

    /// What tells the same when the graph has gone elsewhere.
    pub fn soundness(&self) -> Soundness {
        Soundness(self.mapped.clone())
    }
}

/// Tells whether everything that was asked for from a compiled file so far was as it was written.
#[derive(Clone, Debug)]
pub struct Soundness(Arc<Mapped>);

impl Soundness {
    /// Whether it was.
    pub fn holds(&self) -> bool {
        self.0.is_sound()
    }
}

/// The graph of a folder from its compiled file.
///
/// # Errors
/// Why there is none that stands for what lies in the folder now.
pub fn open(place: &Place<'_>, inputs: &Inputs) -> Result<Compiled, Unused> {
    let mut why = Unused::Missing;
    for path in place.paths() {
        match open_at(&path, inputs) {
            Ok(compiled) => return Ok(compiled),
            Err(Unused::Missing) => {}
            Err(other) => why = other,
        }
    }
    Err(why)
}

fn open_at(path: &Path, inputs: &Inputs) -> Result<Compiled, Unused> {
    let (mapped, contents) = mapped_at(path)?;
    let is_restamp_due = inputs.stand_for(&contents.inputs)?;
    let (graph, problems) = read(&mapped, contents, inputs).ok_or(Unused::Damaged)?;
    let compiled = Compiled { graph, problems, is_restamp_due, mapped };
    if compiled.is_sound() { Ok(compiled) } else { Err(Unused::Damaged) }
}

/// A file with its contents, each as it was written.
fn mapped_at(path: &Path) -> Result<(Arc<Mapped>, Contents), Unused> {
    let (mapped, contents) = Mapped::open(path)?;
    let contents: Contents = borsh::from_slice(&contents).map_err(|_| Unused::Damaged)?;
    Ok((Arc::new(mapped), contents))
}

/// The graph that a file holds; `None` if the file holds none, which no file does that was written here.
fn read(mapped: &Arc<Mapped>, contents: Contents, inputs: &Inputs) -> Option<(KnowledgeGraph, Vec<Diagnostic>)> {
    let names = contents.names(inputs);
    let problems = contents.problems.iter().map(|problem| problem.read(&names)).collect::<Option<_>>()?;
    let find = |name: &str| {
        let Block { start, length, .. } = contents.blocks.iter().find(|block| block.name == name)?;
        let (start, length) = (usize::try_from(*start).ok()?, usize::try_from(*length).ok()?);
        let lent: crate::column::Lent = mapped.clone();
        Some((lent, start..start.checked_add(length)?))
    };
    let shelf = Shelves::new(&find, names.files, contents.accounts)?;
    let facts = Facts::on_shelf(contents.identity.clone(), Arc::new(shelf));
    Some((KnowledgeGraph::from_columns(facts, &find)?, problems))
}
