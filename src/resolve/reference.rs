//! Ids that lead nowhere, or to the wrong kind of fact.

use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::model::Fact;
use crate::names::nearest;
use crate::read::{Loaded, PlacedRecord};
use crate::record::{Kind, Reference};
use std::collections::{BTreeSet, HashMap};

/// Reports each missing id once, each wrong kind where it stands, and adds a stub for each missing id.
pub(super) fn check(loaded: &Loaded, facts: &mut Vec<Fact>, identities: &Identities, problems: &mut Vec<Diagnostic>) {
    let mut kinds: HashMap<Id, Option<Kind>> = HashMap::new();
    for fact in facts.iter() {
        for id in fact.was.iter().chain(Some(&fact.id)) {
            kinds.insert(id.clone(), fact.kind());
        }
    }
    let mut missing: BTreeSet<Id> = BTreeSet::new();
    for item in &loaded.records {
        for used in item.record.references() {
            match kinds.get(used.id).or_else(|| kinds.get(&identities.canonical(used.id))) {
                Some(Some(kind)) if !used.expected.admits(*kind) => {
                    problems.push(wrong_kind(loaded, item, used, *kind));
                }
                Some(_) => {}
                None if missing.insert(used.id.clone()) && !loaded.unreadable.contains(used.id) => {
                    problems.push(unknown(loaded, item, used, &kinds));
                }
                None => {}
            }
        }
    }
    facts.extend(missing.into_iter().map(Fact::stub));
}

fn wrong_kind(loaded: &Loaded, item: &PlacedRecord, used: Reference<'_>, kind: Kind) -> Diagnostic {
    let message = format!("`{}` is a {}, but `{}` needs {}", used.id, kind.tag(), used.field, used.expected.words());
    loaded.problem(item, used.id.as_str(), |span| Diagnostic::error(Code::WrongKind, span, message))
}

fn unknown(loaded: &Loaded, item: &PlacedRecord, used: Reference<'_>, kinds: &HashMap<Id, Option<Kind>>) -> Diagnostic {
    let message = format!("no record has the id `{}`, used in `{}`", used.id, used.field);
    let problem = loaded.problem(item, used.id.as_str(), |span| Diagnostic::error(Code::UnknownId, span, message));
    let fits = |(id, kind): (&Id, &Option<Kind>)| {
        kind.is_some_and(|kind| used.expected.admits(kind)).then(|| id.as_str().to_owned())
    };
    // Sorted, so that of two equally near ids always the same one is proposed.
    let candidates: BTreeSet<String> = kinds.iter().filter_map(fits).collect();
    match nearest(used.id.as_str(), candidates.iter().map(String::as_str)) {
        Some(near) => problem.with_hint(format!("did you mean `{near}`?")),
        None => problem.with_hint(format!("add a record for {}", used.expected.words())),
    }
}
