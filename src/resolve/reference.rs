//! Ids that lead nowhere, or to the wrong kind of fact.

use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::Id;
use crate::model::{Fact, Facts};
use crate::names::nearest;
use crate::read::{Loaded, Marker, PlacedRecord, Spot};
use crate::record::{Body, Expected, Kind, Reference, SourceKind};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// So many ids are compared in search of what was meant. Whole files that are missing use this up, and then nothing
/// more is proposed: there it is no slip of the pen.
const PATIENCE: usize = 200_000;

/// The kinds of all facts, by every id that they answer to.
struct Kinds<'a> {
    facts: &'a Facts,
    identities: &'a Identities,
    /// The kind of each fact, close together: every use of an id is looked up.
    kinds: Vec<Option<Kind>>,
}

impl<'a> Kinds<'a> {
    fn of(facts: &'a Facts, identities: &'a Identities) -> Self {
        let places = (0..facts.len()).into_par_iter().with_min_len(super::IN_ONE_GO);
        let kinds = places.map(|at| facts.fact(at).kind());
        Self { facts, identities, kinds: kinds.collect() }
    }

    /// What is wrong with the use of an id, if anything is.
    fn trouble(&self, used: &Reference<'_>) -> Option<Trouble> {
        let place = || self.facts.place(&self.identities.canonical(used.id));
        match self.facts.place(used.id).or_else(place).and_then(|at| self.kinds.get(at)) {
            None => Some(Trouble::Missing),
            Some(Some(kind)) if !used.expected.admits(*kind) => Some(Trouble::Wrong(*kind)),
            Some(_) => None,
        }
    }

    fn are_wrong_in(&self, item: &PlacedRecord) -> bool {
        let mut wrong = false;
        item.record.each_reference(|used| wrong |= self.trouble(&used).is_some());
        wrong
    }

    /// Every id that a fact answers to, with the kind of it.
    fn all(&self) -> impl Iterator<Item = (&Id, Option<Kind>)> {
        let ids = |(fact, kind): (&'a Fact, &Option<Kind>)| {
            let kind = *kind;
            fact.was.iter().chain([&fact.id]).map(move |id| (id, kind))
        };
        self.facts.iter().zip(&self.kinds).flat_map(ids)
    }
}

/// What is wrong with the use of an id.
enum Trouble {
    Missing,
    Wrong(Kind),
}

/// Reports each missing id once, and each wrong kind where it stands; gives the missing ids, in their order.
pub(super) fn check(
    loaded: &Loaded,
    facts: &Facts,
    identities: &Identities,
    problems: &mut Vec<Diagnostic>,
) -> BTreeSet<Id> {
    settings_source(loaded, facts, problems);
    let kinds = Kinds::of(facts, identities);
    let records = loaded.records.par_iter().with_min_len(super::IN_ONE_GO);
    let concerned: Vec<&PlacedRecord> = records.filter(|item| kinds.are_wrong_in(item)).collect();
    let ids = if concerned.is_empty() { 0 } else { kinds.all().count() };
    let mut checker = Checker { loaded, kinds, ids, missing: BTreeSet::new(), patience: PATIENCE, problems };
    for item in concerned {
        checker.record(item);
    }
    checker.missing
}

struct Checker<'a> {
    loaded: &'a Loaded,
    kinds: Kinds<'a>,
    /// How many ids there are.
    ids: usize,
    missing: BTreeSet<Id>,
    patience: usize,
    problems: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn record(&mut self, item: &PlacedRecord) {
        let marker = self.loaded.marker(item);
        let mut wrong: HashSet<(&str, &Id)> = HashSet::new();
        for used in item.record.references() {
            match self.kinds.trouble(&used) {
                Some(Trouble::Wrong(kind)) if wrong.insert((used.field, used.id)) => {
                    self.problems.push(wrong_kind(&marker, used, kind));
                }
                Some(Trouble::Missing)
                    if self.missing.insert(used.id.clone()) && !self.loaded.unreadable.contains(used.id) =>
                {
                    let problem = self.unknown(&marker, used);
                    self.problems.push(problem);
                }
                _ => {}
            }
        }
    }

    fn unknown(&mut self, marker: &Marker<'_>, used: Reference<'_>) -> Diagnostic {
        let message = format!("no record has the id `{}`, used in `{}`", used.id, used.field);
        let spot = Spot::used(used.field, used.id);
        let problem = marker.problem(spot, |span| Diagnostic::error(Code::UnknownId, span, message));
        problem.with_hint(match self.meant(used) {
            Some(near) => format!("did you mean `{near}`? If not, add a record with this id"),
            None => format!("add a record with this id: {}", explained(used.expected)),
        })
    }

    /// The nearest id of a fact that could stand here; the first in byte order of several that are equally near.
    fn meant(&mut self, used: Reference<'_>) -> Option<&str> {
        self.patience = self.patience.saturating_sub(self.ids);
        if self.patience == 0 {
            return None;
        }
        let fits = |kind: Option<Kind>| kind.is_some_and(|kind| used.expected.admits(kind));
        let mut fitting: Vec<&str> =
            self.kinds.all().filter(|(_, kind)| fits(*kind)).map(|(id, _)| id.as_str()).collect();
        fitting.sort_unstable();
        nearest(used.id.as_str(), fitting)
    }
}

fn wrong_kind(marker: &Marker<'_>, used: Reference<'_>, kind: Kind) -> Diagnostic {
    let expected = used.expected.words();
    let message = format!("`{}` is {}, but `{}` needs {expected}", used.id, kind.with_article(), used.field);
    let spot = Spot::used(used.field, used.id);
    let problem = marker.problem(spot, |span| Diagnostic::error(Code::WrongKind, span, message));
    problem.with_hint(format!("write the id of {}", explained(used.expected)))
}

/// What is expected, in words that need no data dictionary.
fn explained(expected: Expected) -> String {
    let actors = "an actor is a person, state, party, organization or forum";
    match expected {
        Expected::Actor | Expected::ActorOrSession | Expected::OfficeOrActor => {
            format!("{} ({actors})", expected.words())
        }
        _ => expected.words().to_owned(),
    }
}

/// The settings name the keeper's own source.
fn settings_source(loaded: &Loaded, facts: &Facts, problems: &mut Vec<Diagnostic>) {
    let Some(source) = &loaded.settings.source else {
        return;
    };
    let known = facts.get(source.as_str());
    let body = known.and_then(|fact| fact.body.as_deref());
    let (code, message) = match body {
        Some(Body::Source(own)) if own.kind == Some(SourceKind::Own) => return,
        Some(Body::Source(_)) => (Code::WrongKind, format!("the source `{source}` is not the keeper's own")),
        Some(other) => (Code::WrongKind, format!("`{source}` is {}, no source", other.kind().with_article())),
        None if loaded.unreadable.contains(source) => return,
        None => (Code::UnknownId, format!("no record has the id `{source}`, which the settings name as source")),
    };
    let hint = format!("here stands the id of a record `Source(…, kind: {:?})`", SourceKind::Own);
    problems.push(loaded.settings_problem(source, |span| Diagnostic::error(code, span, message)).with_hint(hint));
}
