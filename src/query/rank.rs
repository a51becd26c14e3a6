//! Who is central: actors by meetings, partners or their place in the network, and pairs by meetings.

use super::answer::Answer;
use super::cite::CitedAt;
use super::filter::Sieve;
use super::network::{Degrees, Met, Ranked, Span, met, note};
use super::people::date_cell;
use super::row::{PairRow, RankRow, Score};
use super::{Measure, Rank, Rows};
use crate::date::Day;
use crate::graph::{Betweenness, KnowledgeGraph, Network, NodeId};
use crate::id::Id;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

const ACTORS: &[&str] = &["rank", "who", "meetings", "partners", "src"];
const OF_NETWORK: &[&str] = &["rank", "who", "score", "meetings", "partners"];
const PAIRS: &[&str] = &["rank", "who", "with", "meetings", "first", "final", "src"];

/// Answers who is central. Costs the events of the period; betweenness costs pairs for each start.
pub(super) fn rank(graph: &KnowledgeGraph, question: &Rank) -> Answer {
    let mut sieve = Sieve::default();
    let all = met(graph, &question.scope, &mut sieve);
    let ranked = Ranked::new(graph, &question.among, &question.scope);
    let (rows, total, shown, mut notices) = match question.measure {
        Measure::Pairs => {
            let (rows, total) = pairs(graph, question, &all, &ranked);
            (Rows::Pairs(rows), total, PAIRS, Vec::new())
        }
        measure => {
            let standings = standings(&all, &ranked, question.scope.at_least);
            let (rows, total, notices) = actors(graph, question, &all, standings);
            let shown = if measure.is_of_network() { OF_NETWORK } else { ACTORS };
            (Rows::Rank(rows), total, shown, notices)
        }
    };
    sieve.left_out.limit = total.saturating_sub(rows.len());
    let mut answer = Answer::new(graph, rows, sieve.left_out, shown);
    answer.total = total;
    if total > 0 {
        notices.insert(0, network_in_words(&all));
    }
    answer.notices = notices;
    answer
}

/// What was looked at.
fn network_in_words(all: &[Met]) -> String {
    let events: BTreeSet<NodeId> = all.iter().map(|met| met.event).collect();
    let actors: BTreeSet<NodeId> = all.iter().flat_map(|met| met.seats.map(|(actor, _)| actor)).collect();
    let pairs: BTreeSet<[NodeId; 2]> = all.iter().map(two).collect();
    let told = |number: usize, one: &str| if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") };
    let (events, actors) = (told(events.len(), "meeting"), told(actors.len(), "actor"));
    format!("The network is the projection of {events} on {actors}, of whom {} met.", told(pairs.len(), "pair"))
}

/// The two of a meeting, in the order of ids.
fn two(met: &Met) -> [NodeId; 2] {
    let [(one, _), (other, _)] = met.seats;
    if one <= other { [one, other] } else { [other, one] }
}

/// What an actor took part in, and whom it met.
#[derive(Default)]
struct Standing {
    events: Degrees,
    partners: Degrees,
}

impl Standing {
    fn meetings(&self) -> Span {
        Span::of(&self.events)
    }

    fn met(&self) -> Span {
        Span::of(&self.partners)
    }
}

/// The meetings and partners of each of those who are ranked.
fn standings(all: &[Met], ranked: &Ranked<'_>, at_least: crate::model::Certainty) -> BTreeMap<NodeId, Standing> {
    let mut standings: BTreeMap<NodeId, Standing> = BTreeMap::new();
    for met in all {
        let [one, other] = met.seats;
        for ((own, number), (partner, _)) in [(one, other), (other, one)] {
            let degree = ranked.certainty(met.event, number).map(|degree| degree.and(met.certainty));
            if let Some(degree) = degree.filter(|degree| *degree >= at_least) {
                let standing = standings.entry(own).or_default();
                note(&mut standing.events, met.event, degree);
                note(&mut standing.partners, partner, degree);
            }
        }
    }
    standings
}

/// The rows about actors, how many there are without a limit, and what there is to say about scores.
fn actors(
    graph: &KnowledgeGraph,
    question: &Rank,
    all: &[Met],
    standings: BTreeMap<NodeId, Standing>,
) -> (Vec<RankRow>, usize, Vec<String>) {
    let (scores, notices) = scores(question.measure, all);
    let key = |(actor, standing): (NodeId, Standing)| {
        let score = scores.get(&actor).copied();
        let (meetings, partners) = (standing.meetings(), standing.met());
        let counts = match question.measure {
            Measure::Partners => [partners, meetings],
            _ => [meetings, partners],
        };
        // Of scores alone those decide whom they are equal for.
        let counts = counts.map(|span| if score.is_some() { Span::default() } else { span });
        (Reverse((score, counts)), actor, standing)
    };
    let mut order: Vec<_> = standings.into_iter().map(key).collect();
    order.sort_by_key(|(key, actor, _)| (*key, *actor));
    let total = order.len();
    let places = places(order.iter().map(|(key, ..)| (key.0.0, key.0.1[0])));
    let rows = order.into_iter().zip(places).take(question.top.unwrap_or(total));
    let row = |((key, actor, standing), place): ((Reverse<(Option<Score>, _)>, NodeId, Standing), usize)| {
        row(graph, place, actor, &standing, key.0.0)
    };
    (rows.map(row).collect(), total, notices)
}

fn row(graph: &KnowledgeGraph, rank: usize, actor: NodeId, standing: &Standing, score: Option<Score>) -> RankRow {
    let (meetings, partners) = (standing.meetings(), standing.met());
    // A score rests on the whole network, and not on the meetings of one.
    let own = standing.events.keys().filter(|_| score.is_none());
    RankRow {
        rank,
        who: graph.fact(actor).id.clone(),
        score,
        meetings: super::counting::span(meetings.least, meetings.most),
        meetings_at_least: meetings.least,
        meetings_at_most: meetings.most,
        partners: super::counting::span(partners.least, partners.most),
        partners_at_least: partners.least,
        partners_at_most: partners.most,
        cites: Vec::new(),
        support: own.flat_map(|event| CitedAt::all(graph.fact(*event))).collect(),
    }
}

/// The places of those in order; who is equal to the one before shares a place.
fn places<K: PartialEq>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut places = Vec::new();
    let mut before: Option<(K, usize)> = None;
    for (number, key) in (1..).zip(keys) {
        let place = before.filter(|(known, _)| *known == key).map_or(number, |(_, place)| place);
        places.push(place);
        before = Some((key, place));
    }
    places
}

/// The scores of a measure of the network, and what there is to say about them; none for one that counts.
fn scores(measure: Measure, all: &[Met]) -> (BTreeMap<NodeId, Score>, Vec<String>) {
    if !measure.is_of_network() {
        return (BTreeMap::new(), Vec::new());
    }
    let network = network(all);
    let (scores, notice) = match measure {
        Measure::Pagerank => (network.pagerank(), None),
        _ => {
            let measured = network.betweenness();
            let notice = estimated(&measured, network.actors().len());
            (measured.scores, notice)
        }
    };
    let named = network.actors().iter().copied().zip(scores.into_iter().map(Score));
    (named.collect(), notice.into_iter().collect())
}

/// Actors joined by how many events they met at.
fn network(all: &[Met]) -> Network<NodeId> {
    let met: BTreeSet<([NodeId; 2], NodeId)> = all.iter().map(|met| (two(met), met.event)).collect();
    Network::new(met.into_iter().map(|([one, other], _)| (one, other, 1.0)))
}

fn estimated(measured: &Betweenness, actors: usize) -> Option<String> {
    let error = measured.error?;
    let starts = measured.starts;
    Some(format!(
        "Scores are estimated from {starts} of {actors} actors, the same in every run; 95 of 100 are off by less than {error:.6}."
    ))
}

/// The rows about pairs, and how many there are without a limit.
fn pairs(graph: &KnowledgeGraph, question: &Rank, all: &[Met], ranked: &Ranked<'_>) -> (Vec<PairRow>, usize) {
    let mut found: BTreeMap<[NodeId; 2], Degrees> = BTreeMap::new();
    for met in all {
        let stands = met.seats.iter().filter_map(|(_, number)| ranked.certainty(met.event, *number)).max();
        let degree = stands.map(|degree| degree.and(met.certainty));
        if let Some(degree) = degree.filter(|degree| *degree >= question.scope.at_least) {
            note(found.entry(two(met)).or_default(), met.event, degree);
        }
    }
    let mut order: Vec<_> =
        found.into_iter().map(|(pair, events)| (Reverse(Span::of(&events)), pair, events)).collect();
    order.sort_by_key(|(span, pair, _)| (*span, *pair));
    let total = order.len();
    let places = places(order.iter().map(|(span, ..)| *span));
    let rows = order.iter().zip(places).take(question.top.unwrap_or(total));
    (rows.map(|((span, pair, events), place)| pair_row(graph, place, *pair, span.0, events)).collect(), total)
}

fn pair_row(graph: &KnowledgeGraph, rank: usize, pair: [NodeId; 2], meetings: Span, events: &Degrees) -> PairRow {
    let [who, with] = pair.map(|actor| graph.fact(actor).id.clone());
    let mut events: Vec<NodeId> = events.keys().copied().collect();
    events.sort_by_key(|event| (graph.days(*event).map(|days| (days.first(), days.last())), *event));
    let known = |day: Day| (!day.is_open()).then_some(day);
    let first = events.iter().filter_map(|event| graph.days(*event)).map(|days| days.first()).min().and_then(known);
    let last = events.iter().filter_map(|event| graph.days(*event)).map(|days| days.last()).max().and_then(known);
    let cell = |event: Option<&NodeId>| event.map(|event| date_cell(graph, *event)).unwrap_or_default();
    let latest = events.iter().max_by_key(|event| graph.days(**event).map(|days| (days.last(), days.first())));
    PairRow {
        rank,
        who,
        with,
        meetings: super::counting::span(meetings.least, meetings.most),
        at_least: meetings.least,
        at_most: meetings.most,
        first: cell(events.first()),
        last: cell(latest),
        date_first: first,
        date_last: last,
        events: events.iter().map(|event| graph.fact(*event).id.clone()).collect::<Vec<Id>>(),
        cites: Vec::new(),
        support: events.iter().flat_map(|event| CitedAt::all(graph.fact(*event))).collect(),
    }
}
