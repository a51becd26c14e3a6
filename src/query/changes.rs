//! Changes: what became known since a day, by the days on which sources were published.

use super::answer::Answer;
use super::cite::CitedAt;
use super::conflicts;
use super::dissent::{Objections, appeared};
use super::people::date_cell;
use super::row::ChangeRow;
use super::title::listed;
use super::{LeftOut, Rows, Who};
use crate::date::{Day, PointDate};
use crate::graph::KnowledgeGraph;
use crate::id::Id;
use crate::model::{Account, Certainty, Fact};
use crate::record::{Body, Kind, Ruling};

const SHOWN: &[&str] = &["known", "change", "kind", "what", "date", "fact", "src"];
const BY_PUBLICATION: &str = "Known by publication: from the last day on which a source, or the part of it, can have \
                              appeared. What was added to the files since is a question for `diff`.";

/// Answers what became known since a day. As [known on a day](crate::resolve::World::known_on), an account is known from
/// the last day on which its source can have appeared; a ruling from its own day.
pub(super) fn changes(graph: &KnowledgeGraph, since: Day, who: Option<&Who>) -> Answer {
    let mut rows = Vec::new();
    let mut left_out = LeftOut::default();
    let mut undated_rulings = 0;
    for fact in graph.facts() {
        if let Some(Body::Ruling(ruling)) = fact.body.as_deref() {
            undated_rulings += usize::from(ruling.on.is_none());
            rows.extend(ruled(graph, fact, ruling, since));
            continue;
        }
        let cited = fact.accounts.iter().filter_map(|account| Some((account, &account.citation.as_ref()?.source)));
        let all: Vec<Dated<'_>> = cited.map(|(account, source)| (appeared(graph, account), account, source)).collect();
        left_out.undated_source += all.iter().filter(|(day, ..)| day.is_none()).count();
        rows.extend(of_fact(graph, fact, all, since));
    }
    if let Some(who) = who {
        let among = conflicts::concerned(graph, who, &Objections::of(graph));
        rows.retain(|row| among.contains(&row.fact) || row.about.as_ref().is_some_and(|about| among.contains(about)));
    }
    rows.sort_by(|a, b| {
        (a.known_last, a.known_first, &a.fact, &a.source).cmp(&(b.known_last, b.known_first, &b.fact, &b.source))
    });
    let none = rows.is_empty();
    let is_open = rows.iter().any(|row| row.certainty == Certainty::Possible);
    let mut answer = Answer::new(graph, Rows::Changes(rows), left_out, SHOWN);
    answer.notices.extend(none.then(|| format!("No account with a date appeared since {since}.")));
    answer.notices.extend(without_day(undated_rulings));
    answer.notices.push(BY_PUBLICATION.to_owned());
    answer.notices.extend(is_open.then(|| format!("○: it may have appeared before {since}.")));
    answer
}

/// An account with the day on which it appeared and its source.
type Dated<'g> = (Option<PointDate>, &'g Account, &'g Id);

fn without_day(rulings: usize) -> Option<String> {
    match rulings {
        0 => None,
        1 => Some("1 ruling has no day and is not listed; `conflicts --ruled` lists it.".to_owned()),
        more => Some(format!("{more} rulings have no day and are not listed; `conflicts --ruled` lists them.")),
    }
}

/// The rows of one fact: one for each source and day.
fn of_fact(graph: &KnowledgeGraph, fact: &Fact, all: Vec<Dated<'_>>, since: Day) -> Vec<ChangeRow> {
    // Where a source without a date tells of it, nobody knows whether it was known before.
    let is_dated = all.iter().all(|(day, ..)| day.is_some());
    let dated = all.into_iter().filter_map(|(day, account, source)| Some((day?, account, source)));
    let mut dated: Vec<(PointDate, &Account, &Id)> = dated.collect();
    dated.sort_by(|a, b| (a.0.last(), a.2, &a.0).cmp(&(b.0.last(), b.2, &b.0)));
    let first = dated.first().map(|(day, ..)| day.last()).filter(|_| is_dated);
    let groups = dated.chunk_by(|a, b| a.0 == b.0 && a.2 == b.2);
    let groups = groups.filter(|group| group.first().is_some_and(|(day, ..)| day.last() >= since));
    groups.filter_map(|group| row(graph, fact, group, since, first)).collect()
}

fn row(
    graph: &KnowledgeGraph,
    fact: &Fact,
    group: &[(PointDate, &Account, &Id)],
    since: Day,
    first: Option<Day>,
) -> Option<ChangeRow> {
    let (day, _, source) = group.first()?;
    let publisher = match graph.facts().get(source.as_str()).map(|fact| fact.body.as_deref()) {
        Some(Some(Body::Source(source))) => source.publisher.clone(),
        _ => None,
    };
    let (change, about) = match fact.body.as_deref() {
        Some(Body::Denial(denial)) => ("denial", Some(denial.of.clone())),
        Some(Body::Retraction(retraction)) => ("retraction", Some(retraction.of.clone())),
        _ if first == Some(day.last()) => ("new", None),
        _ => ("another account", None),
    };
    let event = graph.node(fact.id.as_str()).filter(|_| fact.event().is_some());
    Some(ChangeRow {
        known: day.to_string(),
        known_first: day.first(),
        known_last: day.last(),
        change,
        fact: fact.id.clone(),
        name: listed(graph, fact),
        about,
        kind: fact.kind().map_or("unknown", Kind::name),
        date: event.map(|event| date_cell(graph, event)).filter(|date| !date.is_empty() && !fact.is_withdrawn()),
        source: Some((*source).clone()),
        publisher,
        withdrawn: group.iter().all(|(_, account, _)| account.withdrawn),
        certainty: Certainty::of(day.is_sure() && day.first() >= since, true)?,
        cites: Vec::new(),
        support: group.iter().filter_map(|(_, account, _)| CitedAt::of_any(account)).collect(),
    })
}

/// The row of a ruling of which the day is known.
fn ruled(graph: &KnowledgeGraph, fact: &Fact, ruling: &Ruling, since: Day) -> Option<ChangeRow> {
    let on = ruling.on.filter(|on| *on >= since)?;
    Some(ChangeRow {
        known: on.to_string(),
        known_first: on,
        known_last: on,
        change: "ruling",
        fact: fact.id.clone(),
        name: listed(graph, fact),
        about: Some(ruling.of.clone()),
        kind: Kind::Ruling.name(),
        date: None,
        source: None,
        publisher: None,
        withdrawn: false,
        certainty: Certainty::Certain,
        cites: Vec::new(),
        support: Vec::new(),
    })
}
