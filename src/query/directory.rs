//! The directory: from names as people type them to ids.

use super::Who;
use crate::date::{EventDate, Period};
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Fact;
use crate::names::{NameError, NameTable, Reading, Resolved, Step, Wanted};
use crate::record::Kind;
use std::fmt;
use std::sync::OnceLock;

/// The names of everything in a graph.
#[derive(Debug)]
pub struct Directory<'g> {
    graph: &'g KnowledgeGraph,
    /// Every name; made where nothing has a name that is asked for, to suggest what was meant.
    table: OnceLock<NameTable>,
}

/// One of several facts that a name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What kind of fact.
    pub kind: &'static str,
    /// The titles of the offices that a person held in the period.
    pub offices: Vec<String>,
    /// What tells how likely it is meant.
    pub mark: CandidateMark,
}

/// What tells one candidate from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CandidateMark {
    /// In how many events it takes part in the period.
    Events(usize),
    /// When it took place, of an event, as far as that is known.
    Days(Option<EventDate>),
}

impl fmt::Display for CandidateMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Events(1) => f.write_str("; 1 event in the period"),
            Self::Events(number) => write!(f, "; {number} events in the period"),
            Self::Days(Some(days)) => write!(f, ", {}", days.cell()),
            Self::Days(None) => Ok(()),
        }
    }
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, name, kind, offices, mark } = self;
        let offices = if offices.is_empty() { String::new() } else { format!(", {}", offices.join(", ")) };
        write!(f, "{id}: {name} ({kind}{offices}{mark})")
    }
}

/// Why a name does not say who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoError {
    /// What is wrong.
    pub error: NameError,
    /// For an ambiguous name: what it may mean.
    pub candidates: Vec<Candidate>,
}

impl<'g> Directory<'g> {
    /// The names of a graph.
    pub fn new(graph: &'g KnowledgeGraph) -> Self {
        Self { graph, table: OnceLock::new() }
    }

    fn table(&self) -> &NameTable {
        let entries = || self.graph.facts().gather(|_, fact| self.graph.name_entry(fact));
        self.table.get_or_init(|| NameTable::new(entries()))
    }

    /// The fact whose id a text is.
    fn by_id(&self, text: &str, wanted: &Wanted<'_>) -> Option<Resolved> {
        let fact = self.graph.facts().get(text)?;
        let is_wanted = fact.id.as_str() == text && fact.kind().is_some_and(|kind| wanted.kinds.contains(&kind));
        is_wanted.then(|| Resolved { ids: vec![fact.id.clone()], passed_over: Vec::new(), step: Step::Id })
    }

    fn is_active(&self, id: &Id) -> bool {
        self.graph.node(id.as_str()).is_some_and(|node| self.graph.activity(node) > 0)
    }

    /// As [`resolve`](Self::resolve), but suggests nothing where nothing has the name, and so never reads all names.
    ///
    /// # Errors
    /// Those of [`resolve`](Self::resolve).
    pub fn find(&self, text: &str, wanted: &Wanted<'_>) -> Result<Resolved, NameError> {
        let active = |id: &Id| self.is_active(id);
        match self.by_id(text, wanted) {
            Some(found) => Ok(found),
            None => self.graph.name_keys().resolve(self.graph, text, wanted, &active),
        }
    }

    /// Looks a text up with as little as is needed: an id among the ids, a name among the keys of the graph, and only
    /// where there are none, or to suggest what was meant, among all names.
    fn look_up(&self, text: &str, wanted: &Wanted<'_>, active: &dyn Fn(&Id) -> bool) -> Result<Resolved, NameError> {
        if let Some(found) = self.by_id(text, wanted) {
            return Ok(found);
        }
        match self.graph.name_keys().resolve(self.graph, text, wanted, active) {
            Err(NameError::Unknown { .. } | NameError::WrongKind { .. }) => self.table().resolve(text, wanted, active),
            found => found,
        }
    }

    /// Resolves a name to the facts that it stands for, with the others that it could have meant.
    ///
    /// # Errors
    /// If no fact of the wanted kinds has the name, or several have it of which not exactly one is active.
    pub fn resolve(&self, text: &str, wanted: &Wanted<'_>, period: Period) -> Result<Resolved, WhoError> {
        let active = |id: &Id| self.is_active(id);
        self.look_up(text, wanted, &active).map_err(|error| self.with_candidates(error, period))
    }

    /// Reads a name as it is written in a sentence: what is no name may be a title and a name, an office or officials of
    /// a state by its adjective, or what a state was called earlier. A title has to fit the period.
    ///
    /// # Errors
    /// As [`resolve`](Self::resolve), and if nobody of the name bore the title.
    pub fn phrase(&self, text: &str, wanted: &Wanted<'_>, period: Period) -> Result<Reading, WhoError> {
        let read = match self.graph.name_keys().phrase(self.graph, text, wanted, period, self.graph) {
            Err(NameError::Unknown { .. } | NameError::WrongKind { .. }) => {
                self.table().phrase(text, wanted, period, self.graph)
            }
            read => read,
        };
        read.map_err(|error| self.with_candidates(error, period))
    }

    /// As [`phrase`](Self::phrase), but suggests nothing where nothing has the name, and so never reads all names.
    ///
    /// # Errors
    /// Those of [`phrase`](Self::phrase).
    pub fn find_phrase(&self, text: &str, wanted: &Wanted<'_>, period: Period) -> Result<Reading, NameError> {
        self.graph.name_keys().phrase(self.graph, text, wanted, period, self.graph)
    }

    /// What is wrong, with a description of each fact that may have been meant.
    fn with_candidates(&self, error: NameError, period: Period) -> WhoError {
        let candidates = match &error {
            NameError::Ambiguous { candidates, .. } => candidates.iter().collect(),
            NameError::Unfit { bearers, .. } => bearers.iter().map(|bearer| &bearer.id).collect(),
            _ => Vec::new(),
        };
        let candidates = candidates.into_iter().map(|id| self.candidate(id, period)).collect();
        WhoError { error, candidates }
    }

    /// As [`resolve`](Self::resolve), for somebody asked about.
    ///
    /// # Errors
    /// Those of [`resolve`](Self::resolve).
    pub fn who(&self, text: &str, wanted: &Wanted<'_>, period: Period) -> Result<Who, WhoError> {
        self.resolve(text, wanted, period).map(|resolved| Who { ids: resolved.ids })
    }

    /// Describes a fact so that a reader can choose among several.
    pub fn candidate(&self, id: &Id, period: Period) -> Candidate {
        let node = self.graph.node(id.as_str());
        let fact = self.graph.facts().get(id.as_str());
        let kind = fact.and_then(Fact::kind).map_or("unknown", Kind::name);
        let held = node.into_iter().flat_map(|node| self.graph.offices_of(node));
        let held = held.filter(|holding| holding.span.within(period).is_some());
        let mut offices: Vec<String> = held.map(|holding| self.graph.fact(holding.office).name().to_owned()).collect();
        offices.sort();
        offices.dedup();
        let name = self.graph.facts().name(id).to_owned();
        let mark = match fact.and_then(|fact| fact.timing.as_ref()) {
            Some(timing) => CandidateMark::Days(EventDate::from_bounds(&timing.hull())),
            None => CandidateMark::Events(node.map_or(0, |node| self.events(node, period))),
        };
        Candidate { id: id.clone(), name, kind, offices, mark }
    }

    fn events(&self, node: NodeId, period: Period) -> usize {
        let mut events: Vec<NodeId> = self
            .graph
            .events_at(node, period)
            .into_iter()
            .filter(|entry| entry.part.is_some())
            .map(|entry| entry.event)
            .collect();
        events.sort_unstable();
        events.dedup();
        events.len()
    }
}
