//! Who is central: actors by meetings, partners or their place in the network; pairs are in [`pairs`](super::pairs).

use super::answer::Answer;
use super::cite::OF_TABLES;
use super::filter::Sieve;
use super::network::{Degrees, Projection, Ranked, Span, note};
use super::pairs::pairs;
use super::row::{RankRow, Score};
use super::{Count, LeftOut, Measure, Rank, Rows};
use crate::graph::{Betweenness, KnowledgeGraph, Network, NodeId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

const ACTORS: &[&str] = &["rank", "who", "meetings", "partners"];
const OF_NETWORK: &[&str] = &["rank", "who", "score", "meetings", "partners"];
const PAIRS: &[&str] = &["rank", "who", "with", "meetings", "first", "final", "src"];

/// Rows in order, as many as are wanted, and how many there are in all.
pub(super) struct Ranking<R> {
    pub(super) rows: Vec<R>,
    pub(super) total: usize,
    /// How many of all of which nothing is uncertain.
    pub(super) certain: usize,
}

/// Answers who is central. Costs the events of the period; betweenness costs pairs for each start.
pub(super) fn rank(graph: &KnowledgeGraph, question: &Rank) -> Answer {
    let mut sieve = Sieve::default();
    let all = Projection::of(graph, &question.scope, &question.among, &mut sieve);
    let ranked = Ranked::new(graph, &question.among, &question.scope);
    let mut notices = vec![network_in_words(&all)];
    let mut answer = if question.measure == Measure::Pairs {
        let found = pairs(graph, question, &all, &ranked);
        notices.extend(all.has_rows(graph).then(|| OF_TABLES.to_owned()));
        answer(graph, found, Rows::Pairs, sieve, PAIRS)
    } else {
        let (scores, about) = scores(question.measure, &all);
        let found = actors(graph, question, standings(&all, &ranked, question.scope.at_least), &scores);
        notices.extend(about);
        notices.push(SOURCES.to_owned());
        let shown = if question.measure.is_of_network() { OF_NETWORK } else { ACTORS };
        answer(graph, found, Rows::Rank, sieve, shown)
    };
    if answer.total > 0 {
        answer.notices = notices;
    }
    answer
}

/// Where the sources of a row are.
const SOURCES: &str = "`chancery meetings WHO` lists the meetings of a row, with their sources.";

fn answer<R>(
    graph: &KnowledgeGraph,
    found: Ranking<R>,
    rows: fn(Vec<R>) -> Rows,
    sieve: Sieve,
    shown: &'static [&'static str],
) -> Answer {
    let (total, certain, possible) = (found.total, found.certain, found.total - found.certain);
    let left_out = LeftOut { limit: total.saturating_sub(found.rows.len()), ..sieve.left_out };
    let mut answer = Answer::new(graph, rows(found.rows), left_out, shown);
    answer.total = total;
    answer.count = Count { certain, possible, ..Count::default() };
    answer
}

/// What was looked at.
fn network_in_words(all: &Projection) -> String {
    let pairs = all.pairs();
    let mut actors: Vec<NodeId> = pairs.iter().flatten().copied().collect();
    actors.sort_unstable();
    actors.dedup();
    let told = |number: usize, one: &str| if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") };
    let (events, actors) = (told(all.events(), "meeting"), told(actors.len(), "actor"));
    format!("The network is the projection of {events} on {actors}, of whom {} met.", told(pairs.len(), "pair"))
}

/// What an actor took part in, and whom it met.
#[derive(Default)]
struct Standing {
    events: Degrees,
    partners: Degrees,
    /// Further events that are counted rows of tables.
    rows: usize,
    /// Further partners whom it met by these only.
    of_rows: usize,
}

impl Standing {
    fn meetings(&self) -> Span {
        Span::of(&self.events).and_possible(self.rows)
    }

    fn met(&self) -> Span {
        Span::of(&self.partners).and_possible(self.of_rows)
    }

    /// Whether nothing of it is uncertain.
    fn is_certain(&self) -> bool {
        self.meetings().is_certain() && self.met().is_certain()
    }
}

/// The meetings and partners of each of those who are ranked.
fn standings(all: &Projection, ranked: &Ranked<'_>, at_least: crate::model::Certainty) -> BTreeMap<NodeId, Standing> {
    let mut standings: BTreeMap<NodeId, Standing> = BTreeMap::new();
    for met in &all.met {
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
    for ([one, other], times) in &all.rows {
        for (own, partner) in [(one, other), (other, one)] {
            let standing = standings.entry(*own).or_default();
            standing.rows += times;
            standing.of_rows += usize::from(!standing.partners.contains_key(partner));
        }
    }
    standings
}

/// The rows about actors.
fn actors(
    graph: &KnowledgeGraph,
    question: &Rank,
    standings: BTreeMap<NodeId, Standing>,
    scores: &BTreeMap<NodeId, Score>,
) -> Ranking<RankRow> {
    let keyed = |(actor, standing): (NodeId, Standing)| {
        (Reverse(key(question.measure, &standing, scores.get(&actor).copied())), actor, standing)
    };
    let mut order: Vec<_> = standings.into_iter().map(keyed).collect();
    order.sort_by_key(|(key, actor, _)| (*key, *actor));
    let total = order.len();
    let certain = order.iter().filter(|(.., standing)| standing.is_certain()).count();
    let places = places(order.iter().map(|(key, ..)| *key));
    let first = order.iter().zip(places).take(question.top.unwrap_or(total));
    let rows = first.map(|((key, actor, standing), place)| row(graph, place, *actor, standing, key.0.score));
    Ranking { rows: rows.collect(), total, certain }
}

/// What orders actors: a score alone, or first what is asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    score: Option<Score>,
    counts: Option<Span>,
}

fn key(measure: Measure, standing: &Standing, score: Option<Score>) -> Key {
    let counts = match measure {
        Measure::Betweenness | Measure::Pagerank => None,
        Measure::Partners => Some(standing.met()),
        Measure::Meetings | Measure::Pairs => Some(standing.meetings()),
    };
    Key { score, counts }
}

fn row(graph: &KnowledgeGraph, rank: usize, actor: NodeId, standing: &Standing, score: Option<Score>) -> RankRow {
    let (meetings, partners) = (standing.meetings(), standing.met());
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
    }
}

/// The places of those in order; who is equal to the one before shares a place.
pub(super) fn places<K: PartialEq>(keys: impl Iterator<Item = K>) -> Vec<usize> {
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
fn scores(measure: Measure, all: &Projection) -> (BTreeMap<NodeId, Score>, Vec<String>) {
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
    let named = network.actors().iter().copied().zip(scores.into_iter().map(Score::new));
    (named.collect(), notice.into_iter().collect())
}

/// Actors joined by how many events they met at.
#[expect(clippy::cast_precision_loss, reason = "two do not meet so often")]
fn network(all: &Projection) -> Network<NodeId> {
    let met: BTreeSet<([NodeId; 2], NodeId)> = all.met.iter().map(|met| (met.pair(), met.event)).collect();
    let met = met.into_iter().map(|([one, other], _)| (one, other, 1.0));
    Network::new(met.chain(all.rows.iter().map(|([one, other], times)| (*one, *other, *times as f64))))
}

fn estimated(measured: &Betweenness, actors: usize) -> Option<String> {
    let error = measured.error?;
    let starts = measured.starts;
    Some(format!(
        "Scores are estimated from {starts} of {actors} actors, the same in every run; 95 of 100 are off by less than {error:.6}."
    ))
}
