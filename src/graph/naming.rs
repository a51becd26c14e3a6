//! What facts are known by: their names, and for offices the phrases in which people ask for them.

use super::{KnowledgeGraph, NodeKind};
use crate::model::Fact;
use crate::names::{Entries, NameEntry, NameKeys, fold, office_phrases};
use crate::record::{Body, Kind, Level, Names};

impl KnowledgeGraph {
    /// What a fact is known by; nothing for a stub.
    pub fn name_entry(&self, fact: &Fact) -> Option<NameEntry> {
        entry(self, fact)
    }

    /// The keys of all names. The first call reads every fact, unless they were read with the graph.
    pub fn name_keys(&self) -> &NameKeys {
        self.names.get_or_init(|| NameKeys::new(self.entries_with_names()))
    }

    /// What each fact that is known by more than its id is known by, beside its place.
    fn entries_with_names(&self) -> Vec<(u32, NameEntry)> {
        self.facts.gather(|place, fact| {
            let number = u32::try_from(place).ok().filter(|_| !is_known_by_id_alone(fact))?;
            Some((number, self.name_entry(fact)?))
        })
    }
}

/// The entries of the keys of names are the facts, by their places.
impl Entries for KnowledgeGraph {
    fn number(&self, id: &str) -> Option<u32> {
        let place = self.facts.position(id)?;
        // An earlier id leads to the fact as well, but is another step.
        let fact = self.facts.fact(place);
        (fact.id.as_str() == id).then(|| u32::try_from(place).ok()).flatten()
    }

    fn kind(&self, number: u32) -> Option<Kind> {
        let place = number as usize;
        match self.node_at(place).map(|node| self.kind(node)) {
            Some(NodeKind::Of(kind)) => Some(kind),
            _ => self.facts.fact(place).kind(),
        }
    }

    fn entry(&self, number: u32) -> Option<NameEntry> {
        self.name_entry(self.facts.fact(number as usize))
    }
}

/// Whether nothing but its id leads to a fact: so it is with nearly all events.
fn is_known_by_id_alone(fact: &Fact) -> bool {
    let is_nameless = fact.event().is_some_and(|event| event.shared().name.is_none());
    is_nameless && fact.was.is_empty() && fact.outside.is_empty()
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
        Some(Body::Event(event)) => event.shared().name.iter().map(ToString::to_string).collect(),
        _ => fact.names().map(|names| names.all().map(str::to_owned).collect()).unwrap_or_default(),
    }
}

/// The phrases for an office: its title and ranks, with the names of every actor that it belongs to.
fn phrases(graph: &KnowledgeGraph, fact: &Fact, office: &crate::record::Office) -> Vec<String> {
    let mut actors: Vec<&str> = Vec::new();
    let mut at = graph.node(fact.id.as_str());
    while let Some(owner) = at.and_then(|node| graph.owner(node)) {
        let names = graph.fact(owner).names();
        let fresh: Vec<&str> = names.into_iter().flat_map(Names::all).collect();
        // A circle of owners ends where nothing new comes.
        if fresh.iter().all(|name| actors.contains(name)) {
            break;
        }
        actors.extend(fresh);
        at = Some(owner);
    }
    let ranks: Vec<String> = office.level.iter().map(|level| level.name().replace('-', " ")).collect();
    let sent = sent_to(graph, office);
    let ranks: Vec<&str> = ranks.iter().chain(&sent).map(String::as_str).collect();
    let mut all = office_phrases(&office.title, &ranks, &actors);
    all.extend(sent.iter().map(|phrase| fold(phrase)).filter(|phrase| !phrase.is_empty()));
    all
}

/// What an envoy is called by rank and by where he is sent, whatever the title is in full: `ambassador to A`.
fn sent_to(graph: &KnowledgeGraph, office: &crate::record::Office) -> Vec<String> {
    let ranks = office.level.iter().filter(|level| matches!(level, Level::Ambassador | Level::Envoy | Level::Charge));
    let to: Vec<&str> =
        office.to.iter().filter_map(|to| graph.facts().get(to.as_str())?.names()).flat_map(Names::all).collect();
    ranks.flat_map(|rank| to.iter().map(move |to| format!("{} to {to}", rank.name().replace('-', " ")))).collect()
}
