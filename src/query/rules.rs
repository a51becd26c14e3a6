//! The rules by which the rows of an answer were chosen and counted, in words.

use super::{ForumTrips, Matrix, Query, Rank, Scope, StatusWanted, Through, When};
use crate::model::Certainty;
use std::collections::BTreeMap;

/// By which rules things were counted.
pub(super) fn rules(query: &Query) -> BTreeMap<&'static str, String> {
    if let Query::Count { of, .. } = query {
        let mut of = rules(of);
        of.insert("shown", SPANS.to_owned());
        if let Some(scope) = query.scope() {
            of.insert("trips to forums", scope.forum_trips.words().to_owned());
        }
        return of;
    }
    let mut rules = BTreeMap::new();
    let Some(scope) = query.scope() else {
        return rules;
    };
    rules.insert("shown", degrees(scope).to_owned());
    rules.insert("period", if scope.when == When::Began { "began in it" } else { "overlaps it" }.to_owned());
    rules.insert("status", status(scope).to_owned());
    if let Some(modes) = modes(query, scope) {
        rules.insert("mode", modes);
    }
    let is_of_offices = matches!(query, Query::Offices(_));
    if let Some(offices) = (scope.asks_capacity() && !is_of_offices).then(|| capacities(scope)) {
        rules.insert("capacity", offices.to_owned());
    }
    if !scope.with_levels.is_empty() {
        let stated = "as stated, or by the offices held where none is stated";
        rules.insert("capacity of the others", stated.to_owned());
    }
    if scope.forum_trips != ForumTrips::Include {
        rules.insert("trips to forums", scope.forum_trips.words().to_owned());
    }
    if let Query::Matrix(question) = query {
        of_matrix(question, &mut rules);
    }
    if let Query::Rank(question) = query {
        of_rank(question, &mut rules);
    }
    if matches!(query, Query::Path(question) if question.time_ordered) {
        rules.insert("word passes", "at most one hand a day, each meeting after the one before".to_owned());
    }
    if let Some(through) = through(query) {
        rules.insert("through", through.to_owned());
    }
    if counts_pairs(query) {
        let parts = if scope.delegations { "principals and delegations" } else { "principals" };
        rules.insert("counted", parts.to_owned());
        let large = if scope.multilateral { "included" } else { "left out" };
        rules.insert("meetings of more than two sides", large.to_owned());
    }
    rules
}

fn degrees(scope: &Scope) -> &'static str {
    match scope.at_least {
        _ if scope.only_disputed => "disputed",
        Certainty::Certain => "certain",
        Certainty::Disputed => "certain and disputed",
        Certainty::Possible => "certain, disputed and possible",
    }
}

fn status(scope: &Scope) -> &'static str {
    match scope.status {
        StatusWanted::Held => "held",
        StatusWanted::Only(status) => status.name(),
        StatusWanted::Any => "any",
    }
}

/// Whether a question looks at who met whom, pair by pair.
fn counts_pairs(query: &Query) -> bool {
    matches!(query, Query::Common(_) | Query::Path(_) | Query::Reach(_) | Query::Rank(_) | Query::Matrix(_))
}

/// Whom chains lead through, where that was asked for.
fn through(query: &Query) -> Option<&'static str> {
    let asked = match query {
        Query::Path(question) => question.through,
        Query::Reach(question) => question.through,
        _ => None,
    };
    asked.map(|through| match through {
        Through::People => "people only",
        Through::Any => "people, states, parties and organizations",
    })
}

/// What a count shows.
const SPANS: &str = "certain rows, and in the span those that are possible or disputed";

/// The further rules of a table of counts.
fn of_matrix(question: &Matrix, rules: &mut BTreeMap<&'static str, String>) {
    let scope = &question.scope;
    if scope.at_least != Certainty::Certain && !scope.only_disputed {
        rules.insert("shown", SPANS.to_owned());
    }
    rules.insert("counting", question.by.words().to_owned());
    rules.insert("trips to forums", scope.forum_trips.words().to_owned());
    if question.per.is_some() {
        rules.insert("spans of time", "by the first day".to_owned());
    }
    if scope.kinds.is_empty() {
        rules.insert("greetings, sessions and activities", "left out".to_owned());
    }
}

/// The further rules of a ranking.
fn of_rank(question: &Rank, rules: &mut BTreeMap<&'static str, String>) {
    let scope = &question.scope;
    rules.insert("projection", "actors, joined by the events at which they met".to_owned());
    rules.insert("trips to forums", scope.forum_trips.words().to_owned());
    if scope.kinds.is_empty() {
        rules.insert("greetings, sessions and activities", "left out".to_owned());
    }
    let shown = match (question.measure.is_of_network(), scope.at_least) {
        (true, Certainty::Certain) => "over certain meetings",
        (true, Certainty::Disputed) => "over certain and disputed meetings",
        (true, Certainty::Possible) => "over certain, disputed and possible meetings",
        (false, Certainty::Certain) => "certain meetings",
        (false, Certainty::Disputed) => "certain meetings, and in the span those that are disputed",
        (false, Certainty::Possible) => "certain meetings, and in the span those that are possible or disputed",
    };
    rules.insert("shown", shown.to_owned());
}

/// From what a filter by capacity reads in what capacity somebody took part.
fn capacities(scope: &Scope) -> &'static str {
    if scope.capacity.is_some() || scope.in_capacity {
        "stated for those asked about, who count only so"
    } else {
        "stated for those asked about, or the offices held where none is stated"
    }
}

fn modes(query: &Query, scope: &Scope) -> Option<String> {
    let silent = match query {
        Query::Meetings(_) => "in person",
        query if counts_pairs(query) => "in person",
        Query::Contacts(_) => "any",
        _ => return None,
    };
    if scope.modes.is_empty() {
        return Some(silent.to_owned());
    }
    Some(scope.modes.iter().map(|mode| mode.name()).collect::<Vec<_>>().join(", "))
}
