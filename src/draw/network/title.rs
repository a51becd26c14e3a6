//! What a network is called, and what it counts, in words.

use super::Network;
use crate::draw::degree::in_words;
use crate::draw::period::period_in_words;
use crate::draw::text::number;
use crate::id::Id;
use crate::model::Certainty;
use crate::query::{Query, Scope, Who};
use std::collections::BTreeMap;

/// The title: whose network it is, and of which days.
pub(super) fn title(network: &Network<'_>) -> String {
    let what = match &network.answer.query {
        Some(Query::Rank(rank)) => {
            let met = if is_in_person(&rank.scope) { "met" } else { "was in contact with" };
            let whom = if rank.among.is_empty() { "whom".to_owned() } else { names(network, &rank.among) };
            format!("Who {met} {whom}{}", under(network, &rank.scope))
        }
        Some(Query::Meetings(asked) | Query::Contacts(asked)) => {
            let what = if is_in_person(&asked.scope) { "Meetings" } else { "Contacts" };
            let with = asked.with.as_ref().map(|with| format!(" with {}", names(network, std::slice::from_ref(with))));
            let of = names(network, std::slice::from_ref(&asked.who));
            format!("{what} of {of}{}{}", with.unwrap_or_default(), under(network, &asked.scope))
        }
        Some(Query::Attendance(asked)) => match (&asked.event, &asked.of) {
            (Some(event), _) => format!("Who attended {}", name(network, event)),
            (None, Some(of)) => format!("What {} attended", names(network, std::slice::from_ref(of))),
            (None, None) => "Who attended what".to_owned(),
        },
        _ => "A network".to_owned(),
    };
    let when = period_in_words(network.answer.period).map(|period| format!(", {period}"));
    format!("{what}{}", when.unwrap_or_default())
}

fn is_in_person(scope: &Scope) -> bool {
    scope.modes.is_empty() || scope.modes == [crate::record::Mode::InPerson]
}

fn under(network: &Network<'_>, scope: &Scope) -> String {
    let under = scope.under.as_ref().map(|id| format!(", under {}", name(network, id)));
    let at = scope.at.as_ref().map(|id| format!(", in {}", name(network, id)));
    format!("{}{}", under.unwrap_or_default(), at.unwrap_or_default())
}

fn name(network: &Network<'_>, id: &Id) -> String {
    network.answer.names.get(id).cloned().unwrap_or_else(|| network.graph.facts().name(id).to_owned())
}

fn names(network: &Network<'_>, who: &[Who]) -> String {
    let all: Vec<String> = who.iter().flat_map(|who| &who.ids).map(|id| name(network, id)).collect();
    match all.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// How many events, ties and actors there are, and how sure the events are.
pub(super) fn counted(network: &Network<'_>) -> String {
    let mut degrees: BTreeMap<&Id, Certainty> = BTreeMap::new();
    for (event, certainty) in network.ties.iter().flat_map(|tie| &tie.events) {
        let known = degrees.entry(event).or_insert(*certainty);
        *known = (*known).max(*certainty);
    }
    let told = in_words(degrees.values().copied());
    let (kind, tie) = match &network.answer.query {
        Some(Query::Attendance(_)) => ("event", "attendance"),
        Some(Query::Rank(rank)) if is_in_person(&rank.scope) => ("meeting", "pair"),
        Some(Query::Meetings(asked)) if is_in_person(&asked.scope) => ("meeting", "pair"),
        _ => ("contact", "pair"),
    };
    let [events, ties, actors] =
        [(degrees.len(), kind), (network.ties.len(), tie), (people(network), "actor")].map(|(n, word)| number(n, word));
    format!("{events} ({told}) of {ties}, {actors}")
}

fn people(network: &Network<'_>) -> usize {
    network.actors.iter().filter(|actor| actor.standing != super::actor::Standing::Event).count()
}
