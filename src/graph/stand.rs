//! Facts as they stood on a day, and by the names of a language.

use super::{Edge, EdgeKind, KnowledgeGraph, NodeId};
use crate::date::{Day, Period, PointDate};
use crate::model::{Fact, Facts, Identity};
use crate::record::{Body, Kind, Names};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Under which language a name goes on that gave way to another: whoever asks for it still finds it.
const UNDETERMINED: &str = "und";

impl KnowledgeGraph {
    /// The same graph as offices, memberships and names stood on a day: without what can't have held then, and with
    /// the names that were used then. Events stay as they are.
    #[must_use]
    pub fn as_of(self, day: Day) -> Self {
        let on = Period { first: day, last: day };
        let held: BTreeSet<u32> =
            self.tenures().filter(|holding| holding.span.within(on).is_some()).map(|holding| holding.tenure).collect();
        let (mut identity, facts, aside) = self.facts.into_parts();
        let keeps = |(fact, number): &(Fact, u32)| match fact.body.as_deref() {
            Some(Body::Tenure(_)) => held.contains(number),
            Some(Body::Membership(one)) => stood(one.from.as_ref(), one.until.as_ref(), day),
            _ => true,
        };
        let behind = u32::try_from(facts.len()).unwrap_or(u32::MAX);
        let aside = aside.into_iter().zip(behind..).filter(keeps).map(|(fact, _)| fact).collect();
        let facts = facts.into_iter().zip(0_u32..).filter(keeps).map(|(fact, _)| stand(fact, day)).collect();
        say(&mut identity, format!("as things stood on {day}"));
        Self::new(Facts::new(identity, facts).with_aside(aside))
    }

    /// The same graph by the names that were used on a day. Who held and belonged to what stays, as it tells for whom
    /// somebody took part in an event, whatever the day on which one asks.
    #[must_use]
    pub fn named_as_of(self, day: Day) -> Self {
        let (mut identity, facts, aside) = self.facts.into_parts();
        let facts = facts.into_iter().map(|fact| called_then(fact, day)).collect();
        say(&mut identity, format!("by the names of {day}"));
        Self::new(Facts::new(identity, facts).with_aside(aside))
    }

    /// Of what somebody can have been a member on a day.
    pub fn memberships_on(&self, node: NodeId, day: Day) -> impl Iterator<Item = NodeId> {
        let holds = move |edge: &Edge| match self.facts.fact(edge.basis as usize).body.as_deref() {
            Some(Body::Membership(one)) => stood(one.from.as_ref(), one.until.as_ref(), day),
            _ => true,
        };
        self.outgoing_of(node, EdgeKind::MemberOf).filter(holds).map(|edge| edge.to)
    }

    /// The same graph by the names of a language, where they are known; others keep the usual name.
    #[must_use]
    pub fn in_language(self, language: &str) -> Self {
        let (identity, facts, aside) = self.facts.into_parts();
        let facts = facts.into_iter().map(|fact| speak(fact, language)).collect();
        Self::new(Facts::new(identity, facts).with_aside(aside))
    }

    /// The languages in which names are known.
    pub fn languages(&self) -> BTreeSet<&str> {
        let names = self.facts.of_kinds(Kind::NAMED).filter_map(|fact| match fact.body.as_deref() {
            Some(Body::Office(office)) => Some(&office.names),
            _ => fact.names().map(|names| &names.names),
        });
        names.flat_map(|names| names.keys()).map(String::as_str).filter(|language| *language != UNDETERMINED).collect()
    }
}

/// Adds to what is said of facts that are not told as all accounts together tell them.
fn say(identity: &mut Identity, words: String) {
    identity.world = if identity.world.is_empty() { words } else { format!("{}, {words}", identity.world) };
}

/// Whether a span can hold a day; open ends are open.
fn stood(from: Option<&PointDate>, until: Option<&PointDate>, day: Day) -> bool {
    from.is_none_or(|from| from.first() <= day) && until.is_none_or(|until| until.last() >= day)
}

/// A fact with what it was called and belonged to on a day.
fn stand(mut fact: Fact, day: Day) -> Fact {
    match body_mut(&mut fact) {
        Some(Body::Party(party)) => party.ruling.retain(|one| stood(one.from.as_ref(), one.until.as_ref(), day)),
        Some(Body::Place(place)) => place.within.0.retain(|one| stood(one.from.as_ref(), one.until.as_ref(), day)),
        _ => {}
    }
    called_then(fact, day)
}

/// A fact by the name that was used on a day.
fn called_then(mut fact: Fact, day: Day) -> Fact {
    if let Some(names) = names_mut(&mut fact) {
        let used = names.former.iter().filter_map(|former| Some((former.until.as_ref()?.last(), &former.name)));
        let then = used.filter(|(until, _)| *until >= day).min_by_key(|(until, _)| *until);
        if let Some(name) = then.map(|(_, name)| name.clone()) {
            rename(names, name);
        }
    }
    fact
}

fn speak(mut fact: Fact, language: &str) -> Fact {
    if let Some(Body::Office(office)) = body_mut(&mut fact) {
        if let Some(title) = in_language(&office.names.0, language) {
            let usual = std::mem::replace(&mut office.title, title);
            office.names.0.entry(UNDETERMINED.to_owned()).or_default().push(usual);
        }
        return fact;
    }
    if let Some(names) = names_mut(&mut fact)
        && let Some(name) = in_language(&names.names.0, language)
    {
        rename(names, name);
    }
    fact
}

/// The first name in a language; of a language without a script also in one of its scripts.
fn in_language(names: &std::collections::BTreeMap<String, Vec<String>>, language: &str) -> Option<String> {
    let script = format!("{language}-");
    let exact = names.get(language);
    let found = exact.or_else(|| names.iter().find(|(own, _)| own.starts_with(&script)).map(|(_, names)| names));
    found?.first().cloned()
}

fn rename(names: &mut Names, name: String) {
    let usual = std::mem::replace(&mut names.name, name);
    names.names.0.entry(UNDETERMINED.to_owned()).or_default().push(usual);
}

/// What a fact says, to be changed; nothing for events, which are many and stay as they are.
fn body_mut(fact: &mut Fact) -> Option<&mut Body> {
    fact.body.as_mut().filter(|body| !matches!(body.as_ref(), Body::Event(_))).map(Arc::make_mut)
}

fn names_mut(fact: &mut Fact) -> Option<&mut Names> {
    match body_mut(fact)? {
        Body::Person(person) => Some(&mut person.names),
        Body::State(state) => Some(&mut state.names),
        Body::Party(party) => Some(&mut party.names),
        Body::Organization(organization) => Some(&mut organization.names),
        Body::Forum(forum) => Some(&mut forum.names),
        Body::Place(place) => Some(&mut place.names),
        Body::Initiative(initiative) => Some(&mut initiative.names),
        Body::Topic(topic) => Some(&mut topic.names),
        _ => None,
    }
}
