//! Measures of the network and reach: against a table that NetworkX 3.6 made, and on small random facts against a second,
//! naive reading.
//!
//! The table holds what `betweenness_centrality(g)` and `pagerank(g, tol=1e-14)` gave, each actor a line.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it can not go on")]

#[path = "centrality/naive.rs"]
mod naive;

use chancery::date::{Day, Period};
use chancery::graph::{ContactRule, Contacts, KnowledgeGraph, Network, reach};
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::row::RankRow;
use chancery::query::{Measure, Query, Rank, Reach, Rows, Scope};
use chancery::read::read_texts;
use chancery::resolve::resolve;
use naive::{Meeting, PEOPLE, facts, meeting, name};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const NEAR: f64 = 1e-6;

struct Expected {
    name: String,
    edges: Vec<(u32, u32, f64)>,
    actors: Vec<(u32, f64, f64)>,
}

fn table() -> Vec<Expected> {
    let mut graphs: Vec<Expected> = Vec::new();
    for line in include_str!("centrality/networkx.txt").lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let id = |text: &str| text.parse::<u32>().expect("an id");
        let number = |text: &str| text.parse::<f64>().expect("a number");
        match (words.as_slice(), graphs.last_mut()) {
            (["graph", name], _) => {
                graphs.push(Expected { name: (*name).to_owned(), edges: Vec::new(), actors: Vec::new() });
            }
            (["edge", a, b, weight], Some(graph)) => graph.edges.push((id(a), id(b), number(weight))),
            (["actor", a, between, rank], Some(graph)) => graph.actors.push((id(a), number(between), number(rank))),
            _ => panic!("{line}"),
        }
    }
    graphs
}

#[test]
fn scores_are_those_of_networkx() {
    let table = table();
    assert_eq!(table.len(), 4);
    for Expected { name, edges, actors } in table {
        let network = Network::new(edges);
        let (between, ranks) = (network.betweenness(), network.pagerank());
        assert_eq!((between.starts, between.error), (actors.len(), None));
        assert_eq!(network.actors(), actors.iter().map(|(actor, ..)| *actor).collect::<Vec<_>>());
        for ((actor, expected_between, expected_rank), (between, rank)) in
            actors.iter().zip(between.scores.iter().zip(&ranks))
        {
            assert!((between - expected_between).abs() < NEAR, "{name} {actor}: {between} is not {expected_between}");
            assert!((rank - expected_rank).abs() < NEAR, "{name} {actor}: {rank} is not {expected_rank}");
        }
    }
}

#[test]
fn an_estimate_is_as_near_as_it_says() {
    // Two of these graphs are large enough for a spread that tells something.
    for Expected { name, edges, .. } in table().into_iter().filter(|graph| graph.edges.len() > 50) {
        let network = Network::new(edges);
        let all = network.actors().len();
        let exact = network.betweenness();
        for starts in all / 3..all {
            let estimate = network.betweenness_from(starts);
            assert_eq!(estimate, network.betweenness_from(starts), "{name}: the same starts in every run");
            let error = estimate.error.expect("an estimate has an error");
            let off = exact.scores.iter().zip(&estimate.scores).map(|(exact, found)| (exact - found).abs());
            let wrong = off.filter(|off| *off > error).count();
            assert!(wrong * 20 <= all, "{name} from {starts}: {wrong} of {all} are off by more than {error}");
        }
        assert_eq!(network.betweenness_from(all), exact);
    }
}

#[test]
fn more_actors_than_are_searched_from_are_sampled() {
    let ring = |size: u32| Network::new((0..size).map(|at| (at, (at + 1) % size, 1.0)));
    let (small, large) = (ring(101).betweenness(), ring(5_001).betweenness());
    assert_eq!((small.starts, small.error), (101, None));
    assert_eq!(large.starts, 500);
    // In a ring all are alike, and of all pairs of others a quarter has a given one on the shorter way.
    let (error, mean) = (large.error.expect("an error"), large.scores.iter().sum::<f64>() / 5_001.0);
    assert!((mean - 0.25).abs() < 1e-3, "{mean}");
    assert!(error > 0.0 && error < 0.1, "{error}");
    let off = large.scores.iter().filter(|score| (**score - mean).abs() > error).count();
    assert!(off < 5_001 / 10, "{off}");
}

#[test]
fn nobody_and_two_are_networks() {
    let nobody = Network::new(Vec::<(u32, u32, f64)>::new());
    assert_eq!((nobody.pagerank(), nobody.betweenness().scores), (vec![], vec![]));
    let two = Network::new([(1, 2, 1.0)]);
    assert_eq!(two.betweenness().scores, [0.0, 0.0]);
    assert!(two.pagerank().iter().all(|score| (score - 0.5).abs() < NEAR));
}

fn graph(meetings: &[Meeting]) -> KnowledgeGraph {
    let loading = resolve(read_texts([("facts.ron".to_owned(), facts(meetings).into_bytes())]));
    assert_eq!(loading.problems, [], "{}", facts(meetings));
    KnowledgeGraph::new(loading.facts)
}

fn scope(degree: Certainty) -> Scope {
    let period = Period::parse("2024-05", Day::MIN).expect("a period");
    Scope { at_least: degree, ..Scope::during(period) }
}

fn ranked(graph: &KnowledgeGraph, measure: Measure, degree: Certainty) -> Vec<RankRow> {
    let question = Rank { measure, scope: scope(degree), ..Rank::default() };
    match Query::Rank(question).answer(graph).rows {
        Rows::Rank(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn degree() -> impl Strategy<Value = Certainty> {
    prop_oneof![Just(Certainty::Certain), Just(Certainty::Disputed), Just(Certainty::Possible)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_are_those_of_a_scan(meetings in prop::collection::vec(meeting(), 0..12), degree in degree()) {
        let graph = graph(&meetings);
        let met = naive::met(&meetings, degree);
        let rows = ranked(&graph, Measure::Meetings, degree);
        let spans = |rows: &[RankRow]| -> BTreeMap<String, [usize; 4]> {
            let span = |row: &RankRow| [row.meetings_at_least, row.meetings_at_most, row.partners_at_least, row.partners_at_most];
            rows.iter().map(|row| (row.who.to_string(), span(row))).collect()
        };
        prop_assert_eq!(spans(&rows), naive::counts(&met));
        prop_assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse((row.meetings_at_least, row.meetings_at_most))));
        let partners = ranked(&graph, Measure::Partners, degree);
        prop_assert_eq!(spans(&partners), naive::counts(&met));
        prop_assert!(partners.is_sorted_by_key(|row| std::cmp::Reverse((row.partners_at_least, row.partners_at_most))));
        for rows in [&rows, &partners] {
            prop_assert!(rows.iter().zip(1..).all(|(row, number)| row.rank <= number));
        }
    }

    #[test]
    fn pairs_are_those_of_a_scan(meetings in prop::collection::vec(meeting(), 0..12), degree in degree(), top in 0..9_usize) {
        let graph = graph(&meetings);
        let question = Rank { measure: Measure::Pairs, scope: scope(degree), ..Rank::default() };
        let answer = |top| Query::Rank(Rank { top, ..question.clone() }).answer(&graph);
        let all = answer(None);
        let Rows::Pairs(rows) = &all.rows else { panic!("pairs") };
        let found: BTreeMap<(String, String), [usize; 2]> =
            rows.iter().map(|row| ((row.who.to_string(), row.with.to_string()), [row.at_least, row.at_most])).collect();
        prop_assert_eq!(found, naive::pairs(&naive::met(&meetings, degree)));
        prop_assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse((row.at_least, row.at_most))));
        let first = answer(Some(top));
        let Rows::Pairs(shown) = &first.rows else { panic!("pairs") };
        prop_assert_eq!(shown.len() + first.left_out.limit, rows.len());
        prop_assert_eq!((first.total, first.count), (rows.len(), all.count));
        prop_assert!(shown.iter().zip(rows).all(|(one, other)| (&one.who, &one.with) == (&other.who, &other.with)));
    }

    #[test]
    fn scores_are_those_of_a_naive_reading(meetings in prop::collection::vec(meeting(), 0..16), degree in degree()) {
        let graph = graph(&meetings);
        let weights = naive::weights(&naive::met(&meetings, degree));
        let near = |rows: &[RankRow], expected: &BTreeMap<String, f64>| {
            rows.len() == expected.len()
                && rows.iter().all(|row| {
                    let score = row.score.map_or(-1.0, |score| score.value());
                    (score - expected[row.who.as_str()]).abs() < NEAR
                })
        };
        let (between, ranks) = (naive::betweenness(&weights), naive::pagerank(&weights));
        let found = ranked(&graph, Measure::Betweenness, degree);
        prop_assert!(near(&found, &between), "{:?} is not {:?}", found, between);
        let found = ranked(&graph, Measure::Pagerank, degree);
        prop_assert!(near(&found, &ranks), "{:?} is not {:?}", found, ranks);
    }

    /// The network that is ranked is the one that chains are searched in.
    #[test]
    fn the_network_is_that_of_contacts(meetings in prop::collection::vec(meeting(), 0..12), degree in degree()) {
        let graph = graph(&meetings);
        let rule = ContactRule { period: scope(degree).period, at_least: degree, ..ContactRule::default() };
        let contacts = Contacts::new(&graph, rule);
        let of = |who: usize| {
            let who = graph.node(&name(who)).expect("a node");
            let met = contacts.of(who);
            let events: BTreeSet<_> = met.iter().map(|met| met.event).collect();
            let partners: BTreeSet<_> = met.iter().map(|met| met.partner).collect();
            (graph.fact(who).id.to_string(), (events.len(), partners.len()))
        };
        let expected: BTreeMap<_, _> = (0..PEOPLE).map(of).filter(|(_, counts)| *counts != (0, 0)).collect();
        let rows = ranked(&graph, Measure::Meetings, degree);
        let found: BTreeMap<_, _> =
            rows.iter().map(|row| (row.who.to_string(), (row.meetings_at_most, row.partners_at_most))).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn reach_is_that_of_distances(
        meetings in prop::collection::vec(meeting(), 0..12), degree in degree(), who in 0..PEOPLE, steps in 1..5_usize,
    ) {
        let graph = graph(&meetings);
        let id = name(who).parse::<Id>().expect("an id");
        let answer = Query::Reach(Reach { who: id, steps, through: None, scope: scope(degree) }).answer(&graph);
        let Rows::Reach(rows) = &answer.rows else { panic!("reach") };
        let found: BTreeMap<String, (usize, usize, Certainty)> =
            rows.iter().map(|row| (row.who.to_string(), (row.steps, row.via, row.certainty))).collect();
        let expected = naive::reach(&naive::met(&meetings, degree), who, steps);
        prop_assert_eq!(&found, &expected);
        prop_assert!(rows.is_sorted_by_key(|row| row.steps));
        let all = naive::reach(&naive::met(&meetings, Certainty::Possible), who, steps);
        prop_assert_eq!(answer.left_out.possible + answer.left_out.disputed, all.len() - found.len());
        let contacts = Contacts::new(&graph, ContactRule { at_least: degree, ..ContactRule::default() });
        prop_assert!(reach(&contacts, graph.node(&name(who)).expect("a node"), 0).is_empty());
    }
}
