//! What a network is called, and what it counts, in words.

use super::Network;
use super::tie::Tie;
use crate::draw::degree::in_words;
use crate::draw::period::period_in_words;
use crate::draw::text::number;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::{Answer, Attendance, Meetings, Query, Scope, Who, listed};
use std::collections::BTreeMap;

/// The title: whose network it is, and of which days.
pub(in crate::draw) fn title(answer: &Answer, graph: &KnowledgeGraph) -> String {
    let call = Call { answer, graph };
    let what = match &answer.query {
        Some(Query::Rank(rank)) => {
            let met = if is_in_person(&rank.scope) { "met" } else { "was in contact with" };
            let whom = if rank.among.is_empty() { "whom".to_owned() } else { call.all(&rank.among) };
            format!("Who {met} {whom}{}", call.within(&rank.scope))
        }
        Some(Query::Meetings(asked) | Query::Contacts(asked)) => call.meetings(asked),
        Some(Query::Attendance(asked)) => call.attendance(asked),
        _ => "A network".to_owned(),
    };
    let when = period_in_words(answer.period).map(|period| format!(", {period}"));
    format!("{what}{}", when.unwrap_or_default())
}

/// What those asked about are called.
struct Call<'a> {
    answer: &'a Answer,
    graph: &'a KnowledgeGraph,
}

impl Call<'_> {
    fn name(&self, id: &Id) -> String {
        self.answer.names.get(id).cloned().unwrap_or_else(|| self.graph.facts().name(id).to_owned())
    }

    fn all(&self, who: &[Who]) -> String {
        listed(&who.iter().flat_map(|who| &who.ids).map(|id| self.name(id)).collect::<Vec<String>>())
    }

    fn within(&self, scope: &Scope) -> String {
        let under = scope.under.as_ref().map(|id| format!(", under {}", self.name(id)));
        let at = scope.at.as_ref().map(|id| format!(", in {}", self.name(id)));
        format!("{}{}", under.unwrap_or_default(), at.unwrap_or_default())
    }

    fn meetings(&self, asked: &Meetings) -> String {
        let what = if is_in_person(&asked.scope) { "Meetings" } else { "Contacts" };
        let with = asked.with.as_ref().map(|with| format!(" with {}", self.all(std::slice::from_ref(with))));
        let of = self.all(std::slice::from_ref(&asked.who));
        format!("{what} of {of}{}{}", with.unwrap_or_default(), self.within(&asked.scope))
    }

    fn attendance(&self, asked: &Attendance) -> String {
        match (&asked.event, &asked.of) {
            (Some(event), _) => format!("Who attended {}", self.name(event)),
            (None, Some(of)) => format!("What {} attended", self.all(std::slice::from_ref(of))),
            (None, None) => "Who attended what".to_owned(),
        }
    }
}

fn is_in_person(scope: &Scope) -> bool {
    scope.modes.is_empty() || scope.modes == [crate::record::Mode::InPerson]
}

/// How many events, ties and actors there are, and how sure the events are.
pub(super) fn counted(network: &Network<'_>) -> String {
    let mut degrees: BTreeMap<&Id, Certainty> = BTreeMap::new();
    for (event, certainty) in network.ties.iter().flat_map(|tie| &tie.events) {
        let known = degrees.entry(event).or_insert(*certainty);
        *known = (*known).max(*certainty);
    }
    let (kind, tie) = match &network.answer.query {
        Some(Query::Attendance(_)) => ("event", "attendance"),
        Some(Query::Rank(rank)) if is_in_person(&rank.scope) => ("meeting", "pair"),
        Some(Query::Meetings(asked)) if is_in_person(&asked.scope) => ("meeting", "pair"),
        _ => ("contact", "pair"),
    };
    let [events, ties, actors] =
        [(degrees.len(), kind), (network.ties.len(), tie), (people(network), "actor")].map(|(n, word)| number(n, word));
    if tie == "attendance" {
        let told = in_words(network.ties.iter().map(Tie::certainty));
        return format!("{ties} ({told}) of {events}, {actors}");
    }
    format!("{events} ({}) of {ties}, {actors}", in_words(degrees.values().copied()))
}

fn people(network: &Network<'_>) -> usize {
    network.actors.iter().filter(|actor| actor.standing != super::actor::Standing::Event).count()
}
