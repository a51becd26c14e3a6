//! Verifying: a compiled file against what was read anew.

use super::{Inputs, Place, Unused, mapped_at, read};
use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use std::collections::BTreeMap;

/// In what a compiled file differs from what was read anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The compiled file cannot be used.
    Unused(Unused),
    /// What the collection says of itself, or how many facts there are.
    Collection,
    /// The problems.
    Problems,
    /// The fact with this id is another one.
    Fact(String),
    /// The array of this name holds something else.
    Array(&'static str),
}

/// Compares every fact and every array of the compiled file of a folder with what was read anew.
///
/// # Errors
/// The first difference.
pub fn verify(
    place: &Place<'_>,
    inputs: &Inputs,
    graph: &KnowledgeGraph,
    problems: &[Diagnostic],
) -> Result<(), Difference> {
    let mut found = place.paths().into_iter().map(|path| mapped_at(&path));
    let found = found.find(|found| !matches!(found, Err(Unused::Missing))).unwrap_or(Err(Unused::Missing));
    let (mapped, contents) = found.map_err(Difference::Unused)?;
    inputs.stand_for(&contents.inputs).map_err(Difference::Unused)?;
    let damaged = Difference::Unused(Unused::Damaged);
    let (compiled, found) = read(&mapped, contents, inputs).ok_or_else(|| damaged.clone())?;
    let same = same(&compiled, &found, graph, problems);
    if mapped.is_sound() { same } else { Err(damaged) }
}

fn same(
    compiled: &KnowledgeGraph,
    found: &[Diagnostic],
    graph: &KnowledgeGraph,
    problems: &[Diagnostic],
) -> Result<(), Difference> {
    let (one, other) = (compiled.facts(), graph.facts());
    if one.identity != other.identity || one.len() != other.len() || one.accounts() != other.accounts() {
        return Err(Difference::Collection);
    }
    if found != problems {
        return Err(Difference::Problems);
    }
    for (one, other) in one.iter().zip(other) {
        if one != other {
            return Err(Difference::Fact(other.id.to_string()));
        }
    }
    let mut arrays: BTreeMap<&'static str, Vec<u8>> = BTreeMap::new();
    graph.each_column(&mut |name, bytes| drop(arrays.insert(name, bytes.to_vec())));
    let mut different = None;
    compiled.each_column(&mut |name, bytes| {
        if arrays.get(name).map(Vec::as_slice) != Some(bytes) {
            different = different.or(Some(name));
        }
    });
    different.map_or(Ok(()), |name| Err(Difference::Array(name)))
}
