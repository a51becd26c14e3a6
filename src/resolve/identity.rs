//! Which ids name one thing: `SameAs` unites them transitively, `Different` forbids it.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::model::Fact;
use crate::read::{Loaded, PlacedRecord};
use crate::record::Body;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The representative of every id that was united with another: the first of its class in byte order; of an earlier id
/// of a record, the id that the record has now.
#[derive(Debug, Default)]
pub(super) struct Identities {
    parent: HashMap<Id, Id>,
}

impl Identities {
    /// Unites what the records unite. A chain that a `Different` forbids is not joined and is a problem.
    pub(super) fn of(loaded: &Loaded, problems: &mut Vec<Diagnostic>) -> Self {
        let mut links: Vec<(&Id, &Id, &PlacedRecord)> = Vec::new();
        let mut forbidden: BTreeSet<(&Id, &Id)> = BTreeSet::new();
        for item in &loaded.records {
            match &item.record.body {
                Body::SameAs(same) => links.push((&same.a, &same.b, item)),
                Body::Different(different) => {
                    forbidden.insert((&different.a, &different.b));
                }
                _ => {}
            }
        }
        // The order of links must not depend on files, as it decides which link of a forbidden chain is left out.
        links.sort_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)));
        let mut identities = Self::default();
        for (a, b, item) in links {
            if !identities.join(a, b, &forbidden) {
                let message = format!("uniting `{a}` and `{b}` would join two ids that a Different record keeps apart");
                problems.push(
                    loaded.problem(item, b.as_str(), |span| Diagnostic::error(Code::IdentityForbidden, span, message)),
                );
            }
        }
        identities.take_earlier(loaded);
        identities.flatten();
        identities
    }

    /// Lets an earlier id, unless a record has it still, lead to where the present one does.
    fn take_earlier(&mut self, loaded: &Loaded) {
        let heads = || loaded.records.iter().map(|item| &item.record.head);
        let mut earlier: Vec<(&Id, &Id)> =
            heads().flat_map(|head| head.was.iter().map(|was| (was, &head.id))).collect();
        if earlier.is_empty() {
            return;
        }
        earlier.sort();
        let present: HashSet<&Id> = heads().map(|head| &head.id).collect();
        for (was, now) in earlier.into_iter().filter(|(was, _)| !present.contains(was)) {
            let now = self.canonical(now);
            if now != *was {
                self.parent.entry(was.clone()).or_insert(now);
            }
        }
    }

    /// Lets every id lead to its representative in one step.
    fn flatten(&mut self) {
        let short: Vec<(Id, Id)> = self.parent.keys().map(|id| (id.clone(), self.canonical(id))).collect();
        self.parent = short.into_iter().collect();
    }

    /// Lets each fact answer to all ids that were united with its own. The facts lie in the order of their ids.
    pub(super) fn name(&self, facts: &mut [Fact]) {
        let mut united: Vec<(&Id, &Id)> = self.parent.iter().collect();
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
        let mut at = id;
        while let Some(next) = self.parent.get(at) {
            at = next;
        }
        at.clone()
    }

    fn join(&mut self, a: &Id, b: &Id, forbidden: &BTreeSet<(&Id, &Id)>) -> bool {
        let (a, b) = (self.canonical(a), self.canonical(b));
        if a == b {
            return true;
        }
        let clash = forbidden.iter().any(|(x, y)| {
            let (x, y) = (self.canonical(x), self.canonical(y));
            (x == a && y == b) || (x == b && y == a)
        });
        if !clash {
            let (first, later) = if a < b { (a, b) } else { (b, a) };
            self.parent.insert(later, first);
        }
        !clash
    }
}
