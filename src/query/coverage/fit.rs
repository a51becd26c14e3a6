//! Fits: whether a claim speaks for what a question asks, for all of it or for some.

use super::claim::{Claim, Side};
use super::days::Days;
use super::question::Slot;
use crate::graph::{KnowledgeGraph, NodeId, Standing};
use crate::query::Who;
use crate::record::{Kind, Level};
use std::collections::BTreeSet;

/// For how much of what is asked a claim speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// For some of it: for contacts with some others, of some ranks, or of somebody who belongs to those asked about.
    Part,
    /// For all of it.
    Whole,
}

/// How one claim names somebody asked about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Naming {
    who: Option<Fit>,
    with: Option<Fit>,
    by: Option<Fit>,
    to: Option<Fit>,
    rank: Option<Fit>,
    /// Where a person counts only under those whom the claim names, and the claim claims completeness: the days on which
    /// that person possibly held an office of theirs.
    in_office: Option<Days>,
}

impl Naming {
    /// Whether somebody is named at all.
    fn is_named(&self) -> bool {
        [self.who, self.with, self.by, self.to].iter().any(Option::is_some)
    }
}

/// How each claim names somebody, in the order of the claims.
pub(super) type Namings = Vec<Naming>;

/// How the claims name each of those for whom a name stands. Those named alike are taken together.
pub(super) fn namings(graph: &KnowledgeGraph, claims: &[Claim<'_>], who: &Who) -> BTreeSet<Namings> {
    let nodes = who.ids.iter().filter_map(|id| graph.node(id.as_str()));
    nodes.map(|node| naming(graph, claims, node)).collect()
}

fn naming(graph: &KnowledgeGraph, claims: &[Claim<'_>], node: NodeId) -> Namings {
    let standing = graph.standing(node);
    let of = |claim: &Claim<'_>| Naming {
        who: named(&standing, node, claim.who.as_ref()),
        with: named(&standing, node, claim.with.as_ref()),
        by: named(&standing, node, claim.by.as_ref()),
        to: named(&standing, node, claim.to.as_ref()),
        rank: rank(&claim.cover.levels, &standing.ranks),
        in_office: in_office(&standing, node, claim),
    };
    claims.iter().map(of).collect()
}

/// Whether one side of a claim names somebody: wholly, if all under whom it ever counted are named, since nothing tells
/// here for whom it came; in part, if some are, or if only a part of it is named.
fn named(standing: &Standing, node: NodeId, side: Option<&Side>) -> Option<Fit> {
    let side = side?;
    let holds = |under: &BTreeSet<NodeId>| side.nodes.iter().any(|one| under.contains(one));
    if standing.under.iter().all(holds) {
        return Some(Fit::Whole);
    }
    (standing.under.iter().any(holds) || side.above.contains(&node)).then_some(Fit::Part)
}

/// What is complete of an actor's contacts holds the contacts of its officials only while they are officials.
fn in_office(standing: &Standing, node: NodeId, claim: &Claim<'_>) -> Option<Days> {
    let names = |under: &BTreeSet<NodeId>| claim.sides().any(|side| side.nodes.iter().any(|one| under.contains(one)));
    let is_itself = claim.sides().any(|side| side.nodes.contains(&node));
    if !claim.is_complete() || is_itself || !(standing.is_person && standing.under.iter().any(names)) {
        return None;
    }
    Some(Days::of(standing.held.iter().filter(|(_, under)| names(under)).map(|(days, _)| *days).collect()))
}

/// Whether a claim about some ranks speaks for somebody who holds or held offices of these: for all contacts only if
/// every office is of such a rank, since nothing tells here in which office somebody came.
fn rank(levels: &[Level], offices: &BTreeSet<Vec<Level>>) -> Option<Fit> {
    let is_of = |office: &Vec<Level>| office.iter().any(|level| levels.contains(level));
    if levels.is_empty() || (!offices.is_empty() && offices.iter().all(is_of)) {
        return Some(Fit::Whole);
    }
    (offices.is_empty() || offices.iter().any(is_of)).then_some(Fit::Part)
}

/// The days on which both sides count under those whom a complete claim names; all days where nothing limits them.
pub(super) fn limits(one: Option<&Naming>, other: Option<&Naming>) -> Option<Days> {
    let limits = [one, other].into_iter().flatten().filter_map(|naming| naming.in_office.clone());
    limits.reduce(|all, days| all.intersect(&days))
}

/// For how much of the contacts of one with another a claim speaks, of one kind and mode; nobody stands for anybody.
pub(super) fn fit(claim: &Claim<'_>, slot: Slot, one: Option<&Naming>, other: Option<&Naming>) -> Option<Fit> {
    let is_of_visits = claim.by.is_some() || claim.to.is_some();
    if !speaks_of(claim, slot) || (is_of_visits && slot.kind != Kind::Visit) || !names_some(claim, one, other) {
        return None;
    }
    let by = direction(claim.by.as_ref(), one.map(|naming| naming.by))?;
    let to = direction(claim.to.as_ref(), other.map(|naming| naming.to))?;
    let ranks = ranks(claim, one, other)?;
    Some(between(claim, one, other)?.min(by).min(to).min(ranks))
}

/// Whether a claim names some of those asked about, or nobody is named there or here: what is claimed of others holds a
/// few contacts of everybody, and says nothing of anybody.
fn names_some(claim: &Claim<'_>, one: Option<&Naming>, other: Option<&Naming>) -> bool {
    let mut asked = one.into_iter().chain(other).peekable();
    asked.peek().is_none() || claim.sides().next().is_none() || asked.any(Naming::is_named)
}

/// Whether a claim is about records of a kind and mode. One that names no kinds is about all events, and about nothing
/// else; one that names modes is about nothing that has none.
fn speaks_of(claim: &Claim<'_>, slot: Slot) -> bool {
    let (kinds, modes) = (&claim.cover.kinds, &claim.cover.modes);
    let kind = if kinds.is_empty() { slot.kind.is_event() } else { kinds.contains(&slot.kind) };
    kind && (modes.is_empty() || slot.mode.is_some_and(|mode| modes.contains(&mode)))
}

fn direction(side: Option<&Side>, named: Option<Option<Fit>>) -> Option<Fit> {
    match (side, named) {
        (None, _) => Some(Fit::Whole),
        (Some(_), None) => Some(Fit::Part),
        (Some(_), Some(named)) => named,
    }
}

fn ranks(claim: &Claim<'_>, one: Option<&Naming>, other: Option<&Naming>) -> Option<Fit> {
    if claim.cover.levels.is_empty() {
        return Some(Fit::Whole);
    }
    match (one.map(|naming| naming.rank), other.map(|naming| naming.rank)) {
        (None, None) => Some(Fit::Part),
        (Some(rank), None) | (None, Some(rank)) => rank,
        (Some(one), Some(other)) => Some(one?.min(other?)),
    }
}

/// Whether a claim is about those asked about: `who` and `with` may stand either way round.
fn between(claim: &Claim<'_>, one: Option<&Naming>, other: Option<&Naming>) -> Option<Fit> {
    let asked = || one.into_iter().chain(other);
    match (claim.who.is_some(), claim.with.is_some()) {
        (false, false) => Some(Fit::Whole),
        _ if asked().next().is_none() => Some(Fit::Part),
        (true, false) => asked().filter_map(|naming| naming.who).max(),
        (false, true) => asked().filter_map(|naming| naming.with).max(),
        (true, true) => match (one, other) {
            (Some(one), Some(other)) => both(one.who, other.with).max(both(one.with, other.who)),
            _ => asked().any(|naming| naming.who.max(naming.with).is_some()).then_some(Fit::Part),
        },
    }
}

fn both(one: Option<Fit>, other: Option<Fit>) -> Option<Fit> {
    Some(one?.min(other?))
}

/// Which of the claims speak of somebody at all: those that name them, somebody above or below them, or nobody.
pub(super) fn concerned(graph: &KnowledgeGraph, claims: &[Claim<'_>], who: &Who) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for namings in namings(graph, claims, who) {
        for (number, (claim, naming)) in claims.iter().zip(&namings).enumerate() {
            if naming.rank.is_some() && (naming.is_named() || claim.sides().next().is_none()) {
                found.insert(number);
            }
        }
    }
    found
}
