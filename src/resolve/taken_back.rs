//! Retractions, of which some are taken back themselves.

use super::speech::is_at;
use crate::model::Fact;
use crate::record::Locus;
use std::collections::{HashMap, HashSet};

/// What a retraction takes back.
pub(super) struct TakenBack<'b> {
    /// The place of the retraction among the facts; no two have the same.
    pub(super) by: usize,
    /// The place of the fact of which it takes accounts back.
    pub(super) of: usize,
    pub(super) loci: &'b [Locus],
}

/// The retractions that were not taken back themselves. Each is judged once, after those that speak of it; of a circle of
/// them each stands.
pub(super) fn standing<'b>(all: impl Iterator<Item = TakenBack<'b>>, facts: &[Fact]) -> Vec<TakenBack<'b>> {
    let mut open: HashMap<usize, TakenBack<'b>> = all.map(|one| (one.by, one)).collect();
    let mut awaited: HashMap<usize, usize> = HashMap::new();
    for one in open.values() {
        *awaited.entry(one.of).or_default() += 1;
    }
    let mut ready: Vec<usize> = open.keys().copied().filter(|by| !awaited.contains_key(by)).collect();
    let mut withdrawn: HashMap<usize, HashSet<&Locus>> = HashMap::new();
    let mut standing = Vec::new();
    while let Some(one) = ready.pop().and_then(|by| open.remove(&by)) {
        if let Some(left) = awaited.get_mut(&one.of) {
            *left -= 1;
            ready.extend((*left == 0 && open.contains_key(&one.of)).then_some(one.of));
        }
        let taken_back = withdrawn.get(&one.by).is_some_and(|loci| are_all_at(facts.get(one.by), loci));
        if !taken_back {
            withdrawn.entry(one.of).or_default().extend(one.loci);
            standing.push(one);
        }
    }
    standing.extend(open.into_values());
    standing
}

/// Whether every account of a fact stands at one of some places.
fn are_all_at(fact: Option<&Fact>, loci: &HashSet<&Locus>) -> bool {
    let accounts = fact.map(|fact| fact.accounts.as_slice()).unwrap_or_default();
    !accounts.is_empty() && accounts.iter().all(|account| is_at(account, loci))
}
