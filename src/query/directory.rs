//! The directory: from names as people type them to ids.

use super::Who;
use crate::date::Period;
use crate::graph::{KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::Fact;
use crate::names::{NameEntry, NameError, NameTable, Resolved, Wanted, office_phrases};
use crate::record::{Body, Kind};

/// The names of everything in a graph.
#[derive(Debug)]
pub struct Directory<'g> {
    graph: &'g KnowledgeGraph,
    table: NameTable,
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
    /// In how many events it takes part in the period.
    pub events: usize,
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
    /// Takes in every name of a graph.
    pub fn new(graph: &'g KnowledgeGraph) -> Self {
        let entries = graph.facts().iter().filter_map(|fact| entry(graph, fact)).collect();
        Self { graph, table: NameTable::new(entries) }
    }

    /// Resolves a name to the facts that it stands for, with the others that it could have meant.
    ///
    /// # Errors
    /// If no fact of the wanted kinds has the name, or several have it of which not exactly one is active.
    pub fn resolve(&self, text: &str, wanted: &Wanted<'_>, period: Period) -> Result<Resolved, WhoError> {
        let active = |id: &Id| self.graph.node(id.as_str()).is_some_and(|node| self.graph.activity(node) > 0);
        self.table.resolve(text, wanted, &active).map_err(|error| {
            let ids: &[Id] = match &error {
                NameError::Ambiguous { candidates, .. } => candidates,
                _ => &[],
            };
            let candidates = ids.iter().map(|id| self.candidate(id, period)).collect();
            WhoError { error, candidates }
        })
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
        let kind = self.graph.facts().get(id.as_str()).and_then(Fact::kind).map_or("unknown", Kind::name);
        let held = node.into_iter().flat_map(|node| self.graph.offices_of(node));
        let held = held.filter(|holding| holding.span.within(period).is_some());
        let mut offices: Vec<String> = held.map(|holding| self.graph.fact(holding.office).name().to_owned()).collect();
        offices.sort();
        offices.dedup();
        let name = self.graph.facts().name(id).to_owned();
        Candidate { id: id.clone(), name, kind, offices, events: node.map_or(0, |node| self.events(node, period)) }
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

/// What a fact is known by.
fn entry(graph: &KnowledgeGraph, fact: &Fact) -> Option<NameEntry> {
    let kind = fact.kind()?;
    let names = names(graph, fact);
    let family = match fact.body.as_deref() {
        Some(Body::Person(person)) => person.family.clone(),
        _ => None,
    };
    let outside = fact.outside.iter().flat_map(|(scheme, ids)| ids.iter().map(|id| (scheme.clone(), id.clone())));
    Some(NameEntry { id: fact.id.clone(), also: fact.was.to_vec(), kind, names, family, outside: outside.collect() })
}

fn names(graph: &KnowledgeGraph, fact: &Fact) -> Vec<String> {
    match fact.body.as_deref() {
        Some(Body::Office(office)) => {
            let mut names = phrases(graph, fact, office);
            names.extend(office.names.values().flatten().cloned());
            names
        }
        Some(Body::Source(source)) => vec![source.title.clone()],
        Some(Body::Event(event)) => event.shared().name.iter().cloned().collect(),
        _ => fact.names().map(|names| names.all().map(str::to_owned).collect()).unwrap_or_default(),
    }
}

/// The phrases for an office: its title and ranks, with the names of every actor that it belongs to.
fn phrases(graph: &KnowledgeGraph, fact: &Fact, office: &crate::record::Office) -> Vec<String> {
    let mut actors: Vec<&str> = Vec::new();
    let mut at = graph.node(fact.id.as_str());
    while let Some(owner) = at.and_then(|node| graph.owner(node)) {
        let names = graph.fact(owner).names();
        let fresh: Vec<&str> = names.into_iter().flat_map(crate::record::Names::all).collect();
        // A circle of owners ends where nothing new comes.
        if fresh.iter().all(|name| actors.contains(name)) {
            break;
        }
        actors.extend(fresh);
        at = Some(owner);
    }
    let ranks: Vec<String> = office.level.iter().map(|level| level.name().replace('-', " ")).collect();
    let ranks: Vec<&str> = ranks.iter().map(String::as_str).collect();
    office_phrases(&office.title, &ranks, &actors)
}
