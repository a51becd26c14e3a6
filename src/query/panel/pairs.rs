//! Pairs: each two of the states that a panel counts.

use super::Panel;
use crate::id::Id;
use crate::query::Who;
use std::collections::BTreeSet;

/// Two states, by their numbers.
pub(super) type Two = (usize, usize);

/// States, and those pairs of them that are asked about.
pub(super) struct Pairs {
    /// The states as names of a question, by id.
    pub(super) names: Vec<Who>,
    /// Each two of them once, in the order of ids.
    pub(super) all: BTreeSet<Two>,
}

impl Pairs {
    /// The pairs of one of the ends and another state.
    pub(super) fn of(question: &Panel) -> Self {
        let ids: BTreeSet<&Id> = question.ends.iter().chain(&question.others).collect();
        let ids: Vec<Id> = ids.into_iter().cloned().collect();
        let number = |id: &Id| ids.binary_search(id).ok();
        let others: Vec<usize> = question.others.iter().filter_map(number).collect();
        let ends = question.ends.iter().filter_map(number);
        let pairs = ends.flat_map(|one| others.iter().map(move |other| (one.min(*other), one.max(*other))));
        let all = pairs.filter(|(one, other)| one != other).collect();
        Self { all, names: ids.into_iter().map(Who::from).collect() }
    }

    /// The two of a pair.
    pub(super) fn names_of(&self, (one, other): Two) -> Option<(&Who, &Who)> {
        Some((self.names.get(one)?, self.names.get(other)?))
    }
}
