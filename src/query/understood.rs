//! What was understood: the question in words, with the names and ids that it was resolved to, and the rules.

use super::answer::named;
use super::{Query, Scope, StatusWanted, When, Who};
use crate::date::Period;
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::Certainty;
use std::collections::BTreeMap;

/// The question in words.
pub(super) fn words(graph: &KnowledgeGraph, query: &Query) -> String {
    let head = head(&Speaker(graph), query);
    let scope = query.scope().map(|scope| of_scope(graph, scope)).unwrap_or_default();
    let world = &graph.facts().identity.world;
    if world.is_empty() { format!("{head}{scope}") } else { format!("{head}{scope}, {world}") }
}

struct Speaker<'g>(&'g KnowledgeGraph);

impl Speaker<'_> {
    fn id(&self, id: &Id) -> String {
        named(self.0, id)
    }

    fn who(&self, who: &Who) -> String {
        who.ids.iter().map(|id| self.id(id)).collect::<Vec<_>>().join(", ")
    }

    fn all(&self, all: &[Who]) -> String {
        all.iter().map(|who| self.who(who)).collect::<Vec<_>>().join(" and ")
    }

    fn maybe(&self, word: &str, who: Option<&Who>) -> String {
        who.map(|who| format!(" {word} {}", self.who(who))).unwrap_or_default()
    }

    fn maybe_id(&self, word: &str, id: Option<&Id>) -> String {
        id.map(|id| format!(" {word} {}", self.id(id))).unwrap_or_default()
    }
}

fn head(speak: &Speaker<'_>, query: &Query) -> String {
    match query {
        Query::Meetings(one) => {
            format!("meetings of {}{}", speak.who(&one.who), speak.maybe("with", one.with.as_ref()))
        }
        Query::Contacts(one) => {
            format!("contacts of {}{}", speak.who(&one.who), speak.maybe("with", one.with.as_ref()))
        }
        Query::Visits(one) => format!(
            "visits{}{}{}{}",
            speak.maybe("by", one.by.as_ref()),
            speak.maybe("for", one.from.as_ref()),
            speak.maybe_id("to", one.to.as_ref()),
            speak.maybe("overlapping those of", one.overlapping.as_ref())
        ),
        Query::Offices(one) => format!(
            "offices{}{}{}",
            speak.maybe("of", one.who.as_ref()),
            speak.maybe_id("belonging to", one.of.as_ref()),
            one.office.as_ref().map(|text| format!(" named \"{text}\"")).unwrap_or_default()
        ),
        Query::Attendance(one) => format!(
            "attendance{}{}{}",
            speak.maybe_id("at", one.event.as_ref()),
            speak.maybe("of", one.of.as_ref()),
            speak.maybe("together with", one.with.as_ref())
        ),
        Query::Common(one) => format!("who met all of {}", speak.all(&one.who)),
        Query::Path(one) => format!("shortest chain of meetings from {} to {}", speak.id(&one.from), speak.id(&one.to)),
        Query::Timeline(one) => format!("everything dated about {}", speak.all(&one.who)),
        Query::Events(one) if one.who.is_empty() => "events".to_owned(),
        Query::Events(one) => format!("events of {}", speak.all(&one.who)),
        Query::Show { id } => format!("card of {}", speak.id(id)),
        Query::Search { text } => format!("texts that hold all words of \"{text}\""),
        Query::Stats => "what was loaded".to_owned(),
        Query::Count { of, .. } => format!("count of {}", head(speak, of)),
    }
}

fn of_scope(graph: &KnowledgeGraph, scope: &Scope) -> String {
    let speak = Speaker(graph);
    let mut words = String::new();
    if scope.period != Period::ALL {
        let how = if scope.when == When::Began { "begun" } else { "during" };
        words += &format!(", {how} {}", scope.period);
    }
    words += &speak.maybe_id(", at", scope.at.as_ref());
    words += &speak.maybe_id(", under", scope.under.as_ref());
    words += &speak.maybe_id(", about", scope.about.as_ref());
    words.replace(" , ", ", ")
}

/// By which rules things were counted.
pub(super) fn rules(query: &Query) -> BTreeMap<&'static str, String> {
    if let Query::Count { of, .. } = query {
        let mut of = rules(of);
        of.insert("shown", "certain rows, and in the span those that are possible or disputed".to_owned());
        return of;
    }
    let mut rules = BTreeMap::new();
    let Some(scope) = query.scope() else {
        return rules;
    };
    let degrees = match scope.at_least {
        Certainty::Certain => "certain",
        Certainty::Disputed => "certain and disputed",
        Certainty::Possible => "certain, disputed and possible",
    };
    rules.insert("shown", degrees.to_owned());
    rules.insert("period", if scope.when == When::Began { "began in it" } else { "overlaps it" }.to_owned());
    let status = match scope.status {
        StatusWanted::Held => "held",
        StatusWanted::Only(status) => status.name(),
        StatusWanted::Any => "any",
    };
    rules.insert("status", status.to_owned());
    if let Some(modes) = modes(query, scope) {
        rules.insert("mode", modes);
    }
    if matches!(query, Query::Common(_) | Query::Path(_)) {
        let parts = if scope.delegations { "principals and delegations" } else { "principals" };
        rules.insert("counted", parts.to_owned());
        let large = if scope.multilateral { "included" } else { "left out" };
        rules.insert("meetings of more than two sides", large.to_owned());
    }
    rules
}

fn modes(query: &Query, scope: &Scope) -> Option<String> {
    let silent = match query {
        Query::Meetings(_) | Query::Common(_) | Query::Path(_) => "in person",
        Query::Contacts(_) => "any",
        _ => return None,
    };
    if scope.modes.is_empty() {
        return Some(silent.to_owned());
    }
    Some(scope.modes.iter().map(|mode| mode.name()).collect::<Vec<_>>().join(", "))
}
