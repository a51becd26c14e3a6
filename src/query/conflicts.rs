//! Where accounts contradict each other: each aspect in dispute, or ruled on, with what each side says.

use super::answer::Answer;
use super::cite::CitedAt;
use super::dissent::{self, NOT_NAMED, Objections, Told};
use super::meetings::{InPerson, meetings};
use super::near;
use super::row::ConflictRow;
use super::select;
use super::title::title;
use super::why::events;
use super::{Conflicts, Meetings, Scope, Who};
use super::{LeftOut, Rows};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Aspect, Certainty, Fact, List, Mark};
use crate::record::{Body, Kind, TallyOf};
use std::collections::{BTreeMap, BTreeSet};

const SHOWN: &[&str] = &["fact", "aspect", "state", "sides", "why", "src"];

/// Answers where accounts contradict each other.
pub(super) fn conflicts(graph: &KnowledgeGraph, question: &Conflicts) -> Answer {
    let mut rows = Vec::new();
    let objections = Objections::of(graph);
    let among = question.who.as_ref().map(|who| concerned(graph, who, &objections));
    let met = question.met.as_ref().map(|(who, with)| meetings_of(graph, who, with, &objections));
    for fact in open(graph, &objections) {
        if [&among, &met].into_iter().flatten().any(|among| !among.contains(&fact.id)) {
            continue;
        }
        let told = Told::of(graph, fact);
        // What nobody asserts any more, or nobody ever did, is no dispute, but may still be denied.
        let denied = objections.denied(graph, fact).into_iter();
        let denied: Vec<Aspect> =
            denied.filter(|aspect| !fact.disputed.contains(aspect) && !fact.ruled.contains(aspect)).collect();
        let open = fact.disputed.iter().chain(&denied);
        rows.extend(open.map(|aspect| row(&told, &objections, aspect, false)));
        rows.extend(fact.ruled.iter().map(|aspect| row(&told, &objections, aspect, true)));
    }
    rows.retain(|row| !question.only_ruled || row.state == "ruled");
    rows.retain(|row| !question.only_denied || !row.denied_by.is_empty());
    rows.retain(|row| question.aspect.as_ref().is_none_or(|aspect| row.aspect.split(' ').next() == Some(aspect)));
    let none = rows.is_empty();
    let mut answer = Answer::new(graph, Rows::Conflicts(rows), LeftOut::default(), SHOWN);
    if none {
        let none = if question.only_denied {
            "No loaded source denies anything there."
        } else {
            "No two loaded accounts contradict each other there."
        };
        answer.notices.push(none.to_owned());
        if let (Some((who, with)), Some(true)) = (&question.met, met.as_ref().map(BTreeSet::is_empty)) {
            answer.notices.push("No meeting of both is recorded.".to_owned());
            answer.notices.extend(near::nearest(graph, who, with, &Scope::default()));
        }
    }
    answer
}

/// The facts on which accounts contradict each other, a ruling was made or a denial speaks, in the order of ids.
fn open<'g>(graph: &'g KnowledgeGraph, objections: &Objections<'_>) -> impl Iterator<Item = &'g Fact> {
    let facts = graph.facts();
    let marked = [Mark::Disputed, Mark::Ruled].into_iter().flat_map(|mark| facts.listed(List::Marked(mark)));
    let denied = objections.denied_ids().filter_map(|id| facts.position(id.as_str()));
    let places: BTreeSet<usize> = marked.map(|at| *at as usize).chain(denied).collect();
    places.into_iter().map(|at| facts.fact(at))
}

/// The meetings of two, also those that are only possible, and those at which a denial alone has one of them.
fn meetings_of(graph: &KnowledgeGraph, who: &Who, with: &Who, objections: &Objections<'_>) -> BTreeSet<Id> {
    let scope = Scope { at_least: Certainty::Possible, ..Scope::default() };
    let question = Meetings { who: who.clone(), with: Some(with.clone()), scope };
    let met = meetings(graph, &question, InPerson);
    let told = events(&met.rows).into_iter().cloned();
    let other = concerned(graph, with, objections);
    let is_denied_one = |id: &Id| {
        let fact = graph.facts().get(id.as_str()).filter(|fact| fact.kind() == Some(Kind::Meeting));
        let denied = fact.map(|fact| objections.denied(graph, fact)).unwrap_or_default();
        let names = |one: &Id| who.ids.contains(one) || with.ids.contains(one);
        denied.iter().filter_map(|aspect| aspect.who.as_ref()).any(names)
    };
    let denied = concerned(graph, who, objections).into_iter().filter(|id| other.contains(id) && is_denied_one(id));
    told.chain(denied).collect()
}

/// The facts that somebody has to do with: themselves, their tenures and their events, and where a denial names them.
pub(super) fn concerned(graph: &KnowledgeGraph, who: &Who, objections: &Objections<'_>) -> BTreeSet<Id> {
    let events = select::events(graph, who, &Scope::default()).into_keys().map(|event| graph.fact(event).id.clone());
    let nodes = who.ids.iter().filter_map(|id| graph.node(id.as_str()));
    let tenures = nodes.flat_map(|node| graph.offices_of(node)).map(|holding| holding.fact(graph).id.clone());
    let names = |fact: &&Fact| {
        let denied = objections.denied(graph, fact);
        denied.iter().filter_map(|aspect| aspect.who.as_ref()).any(|denied| who.ids.contains(denied))
    };
    let denied = objections.denied_ids().filter_map(|id| graph.facts().get(id.as_str())).filter(names);
    let telling = graph.facts().of_kinds(&[Kind::Tenure, Kind::Membership, Kind::Tally]);
    let told = telling.filter(|fact| tells_of(fact, &who.ids)).chain(denied).map(|fact| fact.id.clone());
    events.chain(tenures).chain(who.ids.iter().cloned()).chain(told).collect()
}

/// Whether an account of a tenure, a membership or a count is about one of them, be it the account that is not followed.
fn tells_of(fact: &Fact, ids: &[Id]) -> bool {
    let has = |id: &Id| ids.contains(id);
    fact.accounts.iter().any(|account| match account.says.as_ref() {
        Body::Tenure(tenure) => has(&tenure.person) || has(&tenure.office),
        Body::Membership(membership) => has(&membership.who) || has(&membership.of),
        Body::Tally(tally) => match &tally.of {
            TallyOf::Event(event) => has(event),
            TallyOf::Selection(of) => {
                [&of.who, &of.with, &of.by, &of.to].into_iter().flat_map(|who| who.iter()).any(has)
            }
        },
        _ => false,
    })
}

fn row(told: &Told<'_>, objections: &Objections<'_>, aspect: &Aspect, is_ruled: bool) -> ConflictRow {
    let (graph, fact) = (told.graph, told.fact);
    let denied_by = objections.denied_by(graph, fact, aspect);
    let state = match (is_ruled, denied_by.is_empty()) {
        (true, _) => "ruled",
        (false, true) => "disputed",
        (false, false) => "denied",
    };
    ConflictRow {
        fact: fact.id.clone(),
        name: title(graph, fact),
        who: aspect.who.clone(),
        aspect: aspect.to_string(),
        state,
        sides: sides(told, &denied_by, aspect),
        denied_by,
        why: dissent::ruling(graph, fact, aspect).map(|ruling| ruling.why.clone()),
        certainty: if is_ruled { Certainty::Certain } else { Certainty::Disputed },
        cites: Vec::new(),
        support: CitedAt::all(fact).into_iter().chain(objections.denials_at(graph, fact, aspect)).collect(),
    }
}

/// What is said of an aspect, each with the sources that say it.
fn sides(told: &Told<'_>, denied_by: &[Id], aspect: &Aspect) -> Vec<String> {
    let mut sides: BTreeMap<(Option<&Id>, &str), BTreeSet<&Id>> = BTreeMap::new();
    for (number, account) in told.fact.accounts.iter().enumerate() {
        let Some(citation) = account.citation.as_ref().filter(|_| told.has_a_say(account, aspect)) else {
            continue;
        };
        for said in told.said_of(number, aspect) {
            let who = said.aspect.who.as_ref().filter(|_| aspect.who.is_none());
            sides.entry((who, said.value.as_str())).or_default().insert(&citation.source);
        }
        if told.leaves_out(account, aspect) {
            sides.entry((None, NOT_NAMED)).or_default().insert(&citation.source);
        }
    }
    // Where a dispute names nobody, only those are shown of whom two things are said.
    let differs = |who: Option<&Id>| sides.keys().filter(|(one, _)| *one == who).count() > 1;
    let open = sides.iter().filter(|((who, _), _)| who.is_none() || differs(*who));
    let denials = (!denied_by.is_empty()).then(|| side(told, None, "not so", denied_by.iter()));
    open.map(|((who, value), sources)| side(told, *who, value, sources.iter().copied())).chain(denials).collect()
}

fn side<'i>(told: &Told<'_>, who: Option<&Id>, value: &str, sources: impl Iterator<Item = &'i Id>) -> String {
    let sources: Vec<&str> = sources.map(Id::as_str).collect();
    let who = who.map(|who| format!("{}: ", told.graph.facts().name(who))).unwrap_or_default();
    format!("{who}{value}: {}", sources.join(", "))
}
