//! One fact as a card: what it is called, what is known of it, and what it has to do with.

use super::answer::{Answer, named};
use super::cite::CitedAt;
use super::people::{date_cell, event_name};
use super::row::CardRow;
use super::title;
use super::{LeftOut, Rows};
use crate::graph::{EdgeKind, KnowledgeGraph, NodeId};
use crate::id::Id;
use crate::model::{Certainty, Fact, Part};
use crate::record::{Body, Event, Kind, Names};
use std::collections::BTreeMap;

const SHOWN: &[&str] = &["field", "value", "src"];

/// Answers what is known of one fact.
pub(super) fn show(graph: &KnowledgeGraph, id: &Id) -> Answer {
    let mut card = Card { graph, rows: Vec::new() };
    if let Some(fact) = graph.facts().get(id.as_str()) {
        card.fact(fact);
    }
    Answer::new(graph, Rows::Card(card.rows), LeftOut::default(), SHOWN)
}

/// A card in the making.
pub(super) struct Card<'g> {
    pub(super) graph: &'g KnowledgeGraph,
    rows: Vec<CardRow>,
}

impl Card<'_> {
    pub(super) fn line(&mut self, field: &'static str, value: impl Into<String>, ids: Vec<Id>, of: Option<&Fact>) {
        let support = of.map(CitedAt::all).unwrap_or_default();
        let certainty =
            if of.is_some_and(|fact| !fact.disputed.is_empty()) { Certainty::Disputed } else { Certainty::Certain };
        self.rows.push(CardRow { field, value: value.into(), ids, certainty, cites: Vec::new(), support });
    }

    fn maybe(&mut self, field: &'static str, value: Option<impl ToString>, of: &Fact) {
        if let Some(value) = value {
            self.line(field, value.to_string(), Vec::new(), Some(of));
        }
    }

    fn linked(&mut self, field: &'static str, id: &Id, of: Option<&Fact>) {
        self.line(field, named(self.graph, id), vec![id.clone()], of);
    }

    fn all(&mut self, field: &'static str, ids: &[Id], of: &Fact) {
        for id in ids {
            self.linked(field, id, Some(of));
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let kind = fact.kind().map_or("unknown: no readable record has this id", Kind::name);
        self.line("name", event_name(self.graph, fact), Vec::new(), None);
        self.line("kind", kind, Vec::new(), None);
        self.line("id", fact.id.as_str(), vec![fact.id.clone()], None);
        if let Some(names) = fact.names() {
            self.names(names);
        }
        for (collection, ids) in &fact.outside {
            self.line("outside id", format!("{collection}: {}", ids.join(", ")), Vec::new(), None);
        }
        if let Some(body) = fact.body.as_deref() {
            self.body(fact, body);
        }
        for aspect in &fact.disputed {
            self.line("disputed", aspect.to_string(), Vec::new(), Some(fact));
        }
        for aspect in &fact.ruled {
            self.line("ruled", aspect.to_string(), Vec::new(), Some(fact));
        }
        for ruling in &fact.rulings {
            let prefers: Vec<String> = ruling.prefers.iter().map(ToString::to_string).collect();
            self.line(
                "ruling",
                format!("{}: follows {}: {}", ruling.aspect, prefers.join(", "), ruling.why),
                Vec::new(),
                None,
            );
        }
        for note in &fact.notes {
            self.line("note", note.as_ref(), Vec::new(), None);
        }
        if let Some(node) = self.graph.node(fact.id.as_str()) {
            self.around(node);
        }
        self.asides(&fact.id);
        for account in &fact.accounts {
            self.line("written at", account.origin.to_string(), Vec::new(), None);
        }
    }

    fn names(&mut self, names: &Names) {
        if let Some(full) = &names.full {
            self.line("full name", full.as_str(), Vec::new(), None);
        }
        for (lang, spellings) in &names.names {
            self.line("also", format!("{} ({lang})", spellings.join(", ")), Vec::new(), None);
        }
        for former in &names.former {
            self.line("formerly", former.name.as_str(), Vec::new(), None);
        }
    }

    fn body(&mut self, fact: &Fact, body: &Body) {
        match body {
            Body::Person(person) => {
                self.maybe("born", person.born.as_ref(), fact);
                self.maybe("died", person.died.as_ref(), fact);
            }
            Body::State(state) => {
                self.maybe("from", state.from.as_ref(), fact);
                self.maybe("until", state.until.as_ref(), fact);
            }
            Body::Party(party) => {
                for ruled in &party.ruling {
                    self.linked("ruling", &ruled.of, Some(fact));
                }
            }
            Body::Organization(organization) => self.maybe("sort", organization.kind, fact),
            Body::Forum(forum) => self.maybe("sort", forum.kind, fact),
            Body::Office(office) => {
                let ranks: Vec<&str> = office.level.iter().map(|level| level.name()).collect();
                self.maybe("rank", (!ranks.is_empty()).then(|| ranks.join(", ")), fact);
            }
            Body::Source(source) => {
                self.maybe("author", source.author.as_ref(), fact);
                self.maybe("publisher", source.publisher.as_ref(), fact);
                self.maybe("published", source.published.as_ref(), fact);
                self.maybe("address", source.url.as_ref(), fact);
                self.all("voice", source.voice.as_slice(), fact);
            }
            Body::Membership(membership) => {
                self.linked("who", &membership.who, Some(fact));
                self.linked("member of", &membership.of, Some(fact));
                self.maybe("sort", membership.kind, fact);
                self.maybe("from", membership.from.as_ref().map(|day| day.cell()), fact);
                self.maybe("until", membership.until.as_ref().map(|day| day.cell()), fact);
            }
            Body::Event(event) => self.event(fact, event),
            Body::Remark(remark) => self.maybe("text", Some(&remark.text), fact),
            _ => {}
        }
    }

    fn event(&mut self, fact: &Fact, event: &Event) {
        if let Some(node) = self.graph.node(fact.id.as_str()) {
            self.line("date", date_cell(self.graph, node), Vec::new(), Some(fact));
        }
        self.maybe("time", event.shared().time.as_ref(), fact);
        let status = fact.timing.as_ref().map(|timing| timing.status);
        self.maybe("status", status.filter(|status| *status != crate::record::Status::Held), fact);
        self.maybe("status", fact.is_withdrawn().then_some("taken back by its source"), fact);
        match event {
            Event::Visit(visit) => {
                self.maybe("rank", visit.rank, fact);
                self.maybe("rank as printed", visit.rank_text.as_ref(), fact);
            }
            Event::Statement(statement) => self.maybe("text", statement.text.as_ref(), fact),
            Event::Session(session) => {
                self.maybe("sort", session.kind, fact);
                self.maybe("series", session.series.as_ref(), fact);
                self.maybe("number", session.number, fact);
            }
            _ => self.maybe("sort", super::filter::format(event), fact),
        }
        for part in &fact.parts {
            self.part(fact, part);
        }
    }

    fn part(&mut self, fact: &Fact, part: &Part) {
        let titles: Vec<String> =
            part.capacities.iter().map(|stated| title::of_capacity(self.graph, &stated.capacity)).collect();
        let titles = if titles.is_empty() { String::new() } else { format!(", as {}", titles.join(" and ")) };
        let absent = (part.presence != crate::record::Presence::Present).then(|| format!(", {}", part.presence));
        let value = format!("{}{titles}{}", named(self.graph, &part.who), absent.unwrap_or_default());
        self.line(part.slot.name(), value, vec![part.who.clone()], Some(fact));
    }

    /// What the fact has to do with, through the edges of the graph.
    fn around(&mut self, node: NodeId) {
        let holdings = self.graph.offices_of(node).chain(self.graph.holders_of(node));
        for holding in holdings.filter(|holding| !self.graph.serves_capacity_only(holding)) {
            let other = if holding.person == node { holding.office } else { holding.person };
            let fact = holding.fact(self.graph);
            self.line(
                "office",
                super::offices::holding_words(self.graph, &holding, other),
                vec![self.graph.fact(other).id.clone()],
                Some(fact),
            );
        }
        self.memberships(node);
        const OUT: &[(EdgeKind, &str)] = &[
            (EdgeKind::Of, "of"),
            (EdgeKind::Within, "within"),
            (EdgeKind::HeldAt, "place"),
            (EdgeKind::PartOf, "part of"),
            (EdgeKind::Beside, "beside"),
            (EdgeKind::SessionOf, "session of"),
            (EdgeKind::Visited, "to"),
            (EdgeKind::InvitedBy, "invited by"),
            (EdgeKind::HostedBy, "hosted by"),
            (EdgeKind::About, "about"),
            (EdgeKind::ProposedBy, "proposed by"),
            (EdgeKind::Succeeded, "succeeds"),
        ];
        for (kind, field) in OUT {
            for edge in self.graph.outgoing_of(node, *kind) {
                let id = &self.graph.fact(edge.to).id;
                self.linked(field, id, Some(self.graph.basis(&edge)));
            }
        }
        self.counts(node);
        for below in self.graph.from(node, EdgeKind::PartOf).chain(self.graph.from(node, EdgeKind::SessionOf)) {
            let fact = self.graph.fact(below);
            self.linked("holds", &fact.id, Some(fact));
        }
    }

    /// How many events of each kind a node has to do with.
    fn counts(&mut self, node: NodeId) {
        if self.graph.kind(node).is_event() {
            return;
        }
        let mut counts: BTreeMap<&str, Vec<NodeId>> = BTreeMap::new();
        for entry in self.graph.events_at(node, crate::date::Period::ALL) {
            let events = counts.entry(self.graph.kind(entry.event).name()).or_default();
            if !events.contains(&entry.event) {
                events.push(entry.event);
            }
        }
        let words: Vec<String> =
            counts.iter().map(|(kind, events)| format!("{} {}", events.len(), plural(kind, events.len()))).collect();
        if !words.is_empty() {
            self.line("in events", words.join(", "), Vec::new(), None);
        }
    }
}

/// The word for several events of a kind.
fn plural(kind: &str, number: usize) -> String {
    match kind.strip_suffix('y') {
        _ if number == 1 => kind.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{kind}s"),
    }
}
