//! From records to facts: what has one id becomes one fact, and what does not fit is reported.
//!
//! Nothing here fails: every readable record becomes part of a fact, a missing one leaves a stub, and every
//! problem is returned beside the facts, in the order of files and lines.

mod account;
mod aspect;
mod claims;
mod cycle;
mod duplicate;
mod ends;
mod form;
mod identity;
mod merge;
mod parts;
mod place;
mod reference;
mod rows;
mod ruling;
mod speech;
mod taken_back;
mod timing;
mod union;
mod world;

pub use rows::Rows;
pub use world::World;

use crate::diagnostic::Diagnostic;
use crate::model::{Fact, Facts, Identity};
use crate::read::{Loaded, PlacedRecord};
use crate::record::Kind;
use rayon::prelude::*;
use std::path::Path;
use thin_vec::ThinVec;

/// Facts with all problems that were found on the way to them.
#[derive(Clone, Debug, Default)]
pub struct Loading {
    /// What could be read.
    pub facts: Facts,
    /// Every problem, in the order of files and lines.
    pub problems: Vec<Diagnostic>,
}

/// Reads a folder of fact files, or a single one.
pub fn load_folder(folder: &Path) -> Loading {
    resolve(crate::read::read_folder(folder))
}

/// Reads the facts that are part of the program.
pub fn load_built_in() -> Loading {
    resolve(crate::read::read_built_in())
}

/// Makes facts of those accounts that a world has. Problems are those of all accounts.
pub fn resolve_in(mut loaded: Loaded, world: &World) -> Loading {
    if world.is_whole() {
        return resolve(loaded);
    }
    let problems = resolve(loaded.clone()).problems;
    let identities = identity::Identities::of(&loaded, &mut Vec::new());
    claims::restrict(&mut loaded, world, &identities);
    let left = world::restrict(&mut loaded, world, &identities);
    let aside = tenures(&loaded, left.tenures);
    let mut facts = resolve(loaded).facts.with_aside(aside);
    facts.identity.world = world.words();
    facts.identity.known_on = world.known_on;
    facts.identity.undated = left.undated;
    Loading { facts, problems }
}

/// The tenures that some records tell, with the rulings on them.
fn tenures(loaded: &Loaded, mut records: Vec<PlacedRecord>) -> Vec<Fact> {
    if records.is_empty() {
        return Vec::new();
    }
    let needed = |item: &&PlacedRecord| matches!(item.record.body.kind(), Kind::Source | Kind::Ruling | Kind::SameAs);
    records.extend(loaded.records.iter().filter(needed).cloned());
    let mut loaded = loaded.clone();
    loaded.records = records;
    let (_, facts, _) = resolve(loaded).facts.into_parts();
    facts.into_iter().filter(|fact| fact.kind() == Some(Kind::Tenure)).collect()
}

/// Makes facts of what was read.
pub fn resolve(mut loaded: Loaded) -> Loading {
    let loading = resolve_of(&loaded);
    // Very many small things are given back faster on all threads.
    std::mem::take(&mut loaded.records).into_par_iter().with_min_len(IN_ONE_GO).for_each(drop);
    loading
}

/// Makes facts of what was read and is still needed.
pub fn resolve_of(loaded: &Loaded) -> Loading {
    let mut problems = loaded.problems.clone();
    let identities = identity::Identities::of(loaded, &mut problems);
    let facts = unchecked(loaded, &identities, &mut problems);
    problems.par_extend(check(loaded, &facts, &identities));
    cycle::check(loaded, &facts, &identities, &mut problems);
    let mut facts = Facts::new(identity_of(loaded), facts);
    let missing = reference::check(loaded, &facts, &identities, &mut problems);
    if !missing.is_empty() {
        let (identity, mut known, _) = facts.into_parts();
        known.extend(missing.into_iter().map(Fact::stub));
        facts = Facts::new(identity, known);
    }
    problems.sort_by_key(|problem| loaded.order_of(&problem.span));
    Loading { facts, problems }
}

/// The facts of the records that are there, whatever they refer to.
fn unchecked(loaded: &Loaded, identities: &identity::Identities, problems: &mut Vec<Diagnostic>) -> Vec<Fact> {
    let published = timing::publication_days(loaded, identities);
    let mut facts = merged(loaded, identities, &published, problems);
    identities.name(&mut facts);
    speech::apply(&mut facts, identities, &published);
    place::dispute(&mut facts, identities);
    facts
}

fn identity_of(loaded: &Loaded) -> Identity {
    Identity {
        name: loaded.settings.name.clone().unwrap_or_else(|| "facts".to_owned()),
        version: loaded.settings.version.clone(),
        licence: loaded.settings.licence.clone(),
        keeper: loaded.settings.source.clone(),
        digest: loaded.digest.clone(),
        ..Identity::default()
    }
}

/// The facts that the records make, in the order of their ids, each from its own records alone.
fn merged(
    loaded: &Loaded,
    identities: &identity::Identities,
    published: &timing::PublicationDays,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Fact> {
    let records = account::by_fact(loaded, identities);
    let of_each: Vec<&[account::OfFact<'_>]> = records.chunk_by(|a, b| a.0 == b.0 && a.1 == b.1).collect();
    let merge = |records: &&[account::OfFact<'_>]| {
        let mut problems = Vec::new();
        let group = account::group(loaded, records, &mut problems);
        let fact = merge::fact(&group, loaded, identities, published, &mut problems);
        (fact, ThinVec::from(problems))
    };
    let (mut facts, mut found) = (Vec::new(), Vec::new());
    of_each.par_iter().with_min_len(IN_ONE_GO).map(merge).unzip_into_vecs(&mut facts, &mut found);
    problems.extend(found.into_iter().flatten());
    facts
}

/// So many facts or records are worked on by one thread in one go.
const IN_ONE_GO: usize = 1024;

/// What is wrong with single records, in the order of files and lines. The facts lie in the order of their ids.
fn check<'a>(
    loaded: &'a Loaded,
    facts: &'a [Fact],
    identities: &'a identity::Identities,
) -> impl ParallelIterator<Item = Diagnostic> + 'a {
    let own = move |item| {
        let aspect = aspect::check(loaded, item, facts, identities);
        let form = form::check(loaded, item);
        let meeting = parts::check_self_meeting(loaded, item, identities);
        [aspect, form, meeting].into_iter().flatten()
    };
    loaded.records.par_iter().with_min_len(IN_ONE_GO).flat_map_iter(own)
}
