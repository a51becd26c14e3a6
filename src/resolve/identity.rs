//! Which ids name one thing: `SameAs` unites them transitively, `Different` forbids it.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::read::{Loaded, PlacedRecord};
use crate::record::Body;
use std::collections::{BTreeSet, HashMap};

/// The representative of every id that was united with another: the first of its class in byte order.
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
        identities
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
