//! Which ids name one thing: `SameAs` unites them transitively, `Different` forbids it, `was` keeps old ids alive.

use super::union::{Refusal, Union};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{Id, IdMap};
use crate::model::Fact;
use crate::read::{Loaded, PlacedRecord, Spot};
use crate::record::{Body, Kind};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// The representative of every id that was united with another: the first of its class in byte order.
#[derive(Debug, Default)]
pub(super) struct Identities {
    representative: IdMap<Id>,
}

impl Identities {
    /// Unites what the records unite. A link that a `Different` forbids, or that would unite two kinds of facts, is
    /// left out and is a problem.
    pub(super) fn of(loaded: &Loaded, problems: &mut Vec<Diagnostic>) -> Self {
        let says =
            |item: &PlacedRecord| !item.record.head.was.is_empty() || matches!(*item.record.body, Body::SameAs(_));
        if !loaded.records.par_iter().with_min_len(super::IN_ONE_GO).any(says) {
            return Self::default();
        }
        let kinds = kinds(loaded);
        let renamed = renamed(loaded, &kinds);
        let now = |id| renamed.get(id).unwrap_or(id);
        let mut union = Union::default();
        for (id, kind) in &kinds {
            union.add(id, Some(*kind));
        }
        for item in &loaded.records {
            if let Body::Different(different) = item.record.body.as_ref() {
                union.forbid(now(&different.a), now(&different.b));
            }
        }
        for (a, b, item) in links(loaded) {
            if let Err(refusal) = union.join(now(a), now(b)) {
                problems.push(refused(loaded, item, (a, b), &refusal));
            }
        }
        let mut representative = union.representatives();
        for (old, now) in renamed {
            let now = representative.get(&now).cloned().unwrap_or(now);
            representative.insert(old, now);
        }
        let identities = Self { representative };
        identities.report_claimed_twice(loaded, problems);
        identities
    }

    /// Reports earlier ids to which another fact answers as well: by its own id, or as one of its earlier ones.
    fn report_claimed_twice(&self, loaded: &Loaded, problems: &mut Vec<Diagnostic>) {
        let mut reported = HashSet::new();
        for item in &loaded.records {
            let id = &item.record.head.id;
            for old in &item.record.head.was {
                let owner = self.canonical(old);
                if owner != self.canonical(id) && reported.insert((old, id)) {
                    problems.push(claimed_twice(loaded, item, old, &owner));
                }
            }
        }
    }

    /// The ids that stand for another one, with that one.
    pub(super) fn aliases(&self) -> impl Iterator<Item = (&Id, &Id)> {
        self.representative.iter()
    }

    /// Lets each fact answer to all ids that were united with its own. The facts lie in the order of their ids.
    pub(super) fn name(&self, facts: &mut [Fact]) {
        let mut united: Vec<(&Id, &Id)> = self.aliases().collect();
        united.sort();
        for (id, first) in united {
            let at = facts.binary_search_by(|fact| fact.id.cmp(first));
            if let Some(fact) = at.ok().and_then(|at| facts.get_mut(at)).filter(|fact| !fact.was.contains(id)) {
                fact.was.push(id.clone());
            }
        }
    }

    /// The id by which the class of `id` is known.
    pub(super) fn canonical(&self, id: &Id) -> Id {
        self.known_as(id).clone()
    }

    /// The same, not taken along.
    pub(super) fn known_as<'i>(&'i self, id: &'i Id) -> &'i Id {
        self.representative.get(id).unwrap_or(id)
    }
}

/// The kind of every id; of two kinds under one id the first.
fn kinds(loaded: &Loaded) -> BTreeMap<Id, Kind> {
    let mut kinds = BTreeMap::new();
    for item in &loaded.records {
        let kind = item.record.body.kind();
        let known = kinds.entry(item.record.head.id.clone()).or_insert(kind);
        *known = kind.min(*known);
    }
    kinds
}

/// The links in an order that files don't decide, as it decides which link of a forbidden chain is left out.
fn links(loaded: &Loaded) -> Vec<(&Id, &Id, &PlacedRecord)> {
    let mut links = Vec::new();
    for item in &loaded.records {
        if let Body::SameAs(same) = item.record.body.as_ref() {
            links.push((&same.a, &same.b, item));
        }
    }
    links.sort_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)));
    links
}

/// Earlier ids that no record has any more, with the ids of today; of several the first in byte order.
fn renamed(loaded: &Loaded, kinds: &BTreeMap<Id, Kind>) -> BTreeMap<Id, Id> {
    let mut renamed: BTreeMap<Id, Id> = BTreeMap::new();
    for item in &loaded.records {
        let head = &item.record.head;
        for old in head.was.iter().filter(|old| !kinds.contains_key(*old)) {
            let now = renamed.entry(old.clone()).or_insert_with(|| head.id.clone());
            if head.id < *now {
                now.clone_from(&head.id);
            }
        }
    }
    renamed
}

fn claimed_twice(loaded: &Loaded, item: &PlacedRecord, old: &Id, owner: &Id) -> Diagnostic {
    let id = &item.record.head.id;
    let message = if old == owner {
        format!("`{old}` is no earlier id of `{id}`: another fact has it")
    } else {
        format!("`{old}` is an earlier id of `{owner}` already, and cannot be one of `{id}` as well")
    };
    let at = |span| Diagnostic::error(Code::EarlierIdTwice, span, message);
    loaded.problem(item, Spot::used("was", old), at).with_hint(format!(
        "leave it out of one of the two; if both are one thing, say so: `SameAs(id: …, a: \"{owner}\", b: \"{id}\", …)`"
    ))
}

fn refused(loaded: &Loaded, item: &PlacedRecord, (a, b): (&Id, &Id), refusal: &Refusal) -> Diagnostic {
    let (code, why, hint) = match refusal {
        Refusal::Forbidden => (
            Code::IdentityForbidden,
            "a Different record keeps them, or ids united with them, apart".to_owned(),
            "take out this SameAs, another one of the chain, or the Different record",
        ),
        Refusal::Kinds(one, other) => (
            Code::WrongKind,
            format!("one is {} and the other {}", one.with_article(), other.with_article()),
            "only ids of one kind can be one thing",
        ),
    };
    let message = format!("`{a}` and `{b}` are not united: {why}");
    loaded.problem(item, Spot::used("b", b), |span| Diagnostic::error(code, span, message)).with_hint(hint)
}
