//! Ids that lead nowhere, or to the wrong kind of fact.

use super::identity::Identities;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{Id, IdMap};
use crate::model::Fact;
use crate::names::nearest;
use crate::read::{Loaded, Marker, PlacedRecord, Spot};
use crate::record::{Body, Expected, Kind, Reference, SourceKind};
use std::collections::{BTreeSet, HashSet};

/// So many ids are compared in search of what was meant. Whole files that are missing use this up, and then nothing
/// more is proposed: there it is no slip of the pen.
const PATIENCE: usize = 200_000;

/// The kinds of all facts, by every id that they answer to.
pub(super) struct Kinds<'a> {
    known: IdMap<Option<Kind>>,
    identities: &'a Identities,
}

impl<'a> Kinds<'a> {
    pub(super) fn of(facts: &[Fact], identities: &'a Identities) -> Self {
        let mut known = IdMap::with_capacity_and_hasher(facts.len(), Default::default());
        for fact in facts {
            for id in fact.was.iter().chain(Some(&fact.id)) {
                known.insert(id.clone(), fact.kind());
            }
        }
        Self { known, identities }
    }

    /// What a used id names, unless it may stand where it does.
    fn trouble(&self, used: &Reference<'_>) -> Option<Trouble> {
        let kind = self.known.get(used.id).or_else(|| self.known.get(&self.identities.canonical(used.id)));
        match kind {
            None => Some(Trouble::Missing),
            Some(Some(kind)) if !used.expected.admits(*kind) => Some(Trouble::Wrong(*kind)),
            Some(_) => None,
        }
    }

    /// Whether some id that a record uses leads nowhere, or to the wrong kind of fact.
    pub(super) fn are_wrong_in(&self, item: &PlacedRecord) -> bool {
        item.record.references().iter().any(|used| self.trouble(used).is_some())
    }
}

/// What is wrong with the use of an id.
enum Trouble {
    Missing,
    Wrong(Kind),
}

/// Reports each missing id once, each wrong kind where it stands, and adds a stub for each missing id. Looks only at
/// the records of which it is known that they use such ids, in the order of files and lines.
pub(super) fn check(
    loaded: &Loaded,
    kinds: &Kinds<'_>,
    concerned: &[&PlacedRecord],
    facts: &mut Vec<Fact>,
    problems: &mut Vec<Diagnostic>,
) {
    settings_source(loaded, facts, problems);
    let mut checker = Checker { loaded, kinds, missing: BTreeSet::new(), patience: PATIENCE, problems };
    for item in concerned {
        checker.record(item);
    }
    facts.extend(checker.missing.into_iter().map(Fact::stub));
}

struct Checker<'a> {
    loaded: &'a Loaded,
    kinds: &'a Kinds<'a>,
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
        self.patience = self.patience.saturating_sub(self.kinds.known.len());
        if self.patience == 0 {
            return None;
        }
        let fits = |kind: &Option<Kind>| kind.is_some_and(|kind| used.expected.admits(kind));
        let mut fitting: Vec<&str> =
            self.kinds.known.iter().filter(|(_, kind)| fits(kind)).map(|(id, _)| id.as_str()).collect();
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
fn settings_source(loaded: &Loaded, facts: &[Fact], problems: &mut Vec<Diagnostic>) {
    let Some(source) = &loaded.settings.source else {
        return;
    };
    let known = facts.iter().find(|fact| fact.id == *source || fact.was.contains(source));
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
