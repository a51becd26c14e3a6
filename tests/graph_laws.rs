//! Laws of the graph, over small random fact sets: chains against a search over the records, views and calendars against
//! scans, petgraph's algorithms on the graph itself against the same on a copy.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::{ContactRule, Contacts, Edge, EdgeKind, Filter, KnowledgeGraph, NodeId, View};
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::{Path, Query, Rows, Scope};
use chancery::record::{Kind, Status};
use petgraph::algo::{connected_components, dijkstra, has_path_connecting, is_cyclic_directed, tarjan_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Bfs, Dfs, EdgeRef, IntoEdgeReferences, IntoNodeReferences, NodeCount};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::fmt::Write;

const PEOPLE: u8 = 9;
const LANDS: u8 = 3;

/// One participant of a meeting as it is written.
#[derive(Clone, Debug)]
struct Seat {
    who: u8,
    land: u8,
    part: &'static str,
    presence: &'static str,
}

/// One meeting as it is written.
#[derive(Clone, Debug)]
struct Meeting {
    day: u8,
    days: u8,
    format: &'static str,
    status: &'static str,
    medium: &'static str,
    place: u8,
    under: u8,
    seats: Vec<Seat>,
}

fn seat() -> impl Strategy<Value = Seat> {
    let part = prop_oneof![6 => Just("Principal"), 1 => Just("Delegation"), 1 => Just("Interpreter")];
    let presence = prop_oneof![8 => Just("Present"), 1 => Just("Absent"), 1 => Just("Video")];
    (0..PEOPLE, 0..LANDS, part, presence).prop_map(|(who, land, part, presence)| Seat { who, land, part, presence })
}

fn meeting() -> impl Strategy<Value = Meeting> {
    let format = prop_oneof![6 => Just("Talks"), 1 => Just("Greeting"), 1 => Just("Multilateral")];
    let status = prop_oneof![6 => Just("Held"), 1 => Just("Announced")];
    let medium = prop_oneof![6 => Just("InPerson"), 1 => Just("Video")];
    let seats = prop::collection::vec(seat(), 1..5);
    (1..28_u8, 0..4_u8, format, status, medium, 0..4_u8, 0..4_u8, seats).prop_map(
        |(day, days, format, status, medium, place, under, mut seats)| {
            let mut seen = BTreeSet::new();
            seats.retain(|seat| seen.insert(seat.who));
            Meeting { day, days, format, status, medium, place, under, seats }
        },
    )
}

fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    prop::collection::vec(meeting(), 0..18)
}

/// The records, in the order of `turn`, which must not matter.
fn text(meetings: &[Meeting], turn: usize) -> String {
    let mut records = vec![r#"Source(id: "s", title: "Source", published: "2025-01-01")"#.to_owned()];
    records.extend((0..PEOPLE).map(|n| format!(r#"Person(id: "p{n}", name: "Person {n}")"#)));
    records.extend((0..LANDS).map(|n| format!(r#"State(id: "land-{n}", name: "Land {n}")"#)));
    records.extend((0..LANDS).map(|n| format!(r#"Office(id: "head-{n}", title: "Head {n}", of: "land-{n}")"#)));
    records.extend((0..3).map(|n| format!(r#"Place(id: "place-{n}", name: "Place {n}", within: "land-{n}")"#)));
    records.extend((0..3).map(|n| format!(r#"Visit(id: "visit-{n}", to: "land-{n}", when: "2024-05", source: "s")"#)));
    records.extend(meetings.iter().enumerate().map(|(number, one)| record(number, one)));
    let turn = turn % records.len();
    records.rotate_left(turn);
    if turn % 2 == 1 {
        records.reverse();
    }
    format!("[{}]", records.join(",\n"))
}

fn record(number: usize, meeting: &Meeting) -> String {
    let Meeting { day, days, format, status, medium, place, under, seats } = meeting;
    let mut text = format!(r#"Meeting(id: "m{number:02}", when: "2024-05-{day:02}"#);
    if *days > 0 {
        write!(text, "/2024-05-{:02}", day + days).unwrap();
    }
    write!(text, r#"", format: {format}, status: {status}, medium: {medium}, source: "s""#).unwrap();
    if *place < 3 {
        write!(text, r#", place: "place-{place}""#).unwrap();
    }
    if *under < 3 {
        write!(text, r#", part_of: "visit-{under}""#).unwrap();
    }
    let seats = seats.iter().map(|Seat { who, land, part, presence }| {
        format!(r#"(who: "p{who}", as: "head-{land}", part: {part}, presence: {presence})"#)
    });
    write!(text, ", participants: [{}])", seats.collect::<Vec<_>>().join(", ")).unwrap();
    text
}

fn graph(meetings: &[Meeting], turn: usize) -> KnowledgeGraph {
    let text = text(meetings, turn);
    let loading = chancery::resolve::resolve(chancery::read::read_texts([("facts.ron".to_owned(), text.into_bytes())]));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

fn day(day: u8) -> Day {
    format!("2024-05-{day:02}").parse().unwrap()
}

fn node(graph: &KnowledgeGraph, id: &str) -> NodeId {
    graph.node(id).unwrap()
}

/// Whom each person met at which meetings, by the rules as they are written down, from the records alone.
fn pairs(meetings: &[Meeting], first: u8, last: u8) -> BTreeSet<(u8, u8, usize)> {
    let mut pairs = BTreeSet::new();
    for (number, one) in meetings.iter().enumerate() {
        let held = one.status == "Held" && one.day <= last && one.day + one.days >= first;
        let present = one.seats.iter().filter(|seat| seat.presence != "Absent" && seat.part != "Interpreter");
        let sides: BTreeSet<u8> = present.map(|seat| seat.land).collect();
        if !held || one.format != "Talks" || one.medium != "InPerson" || sides.len() > 2 {
            continue;
        }
        let principals: Vec<&Seat> =
            one.seats.iter().filter(|seat| seat.part == "Principal" && seat.presence == "Present").collect();
        for a in &principals {
            for b in principals.iter().filter(|b| b.who != a.who && (sides.len() < 2 || b.land != a.land)) {
                pairs.insert((a.who, b.who, number));
            }
        }
    }
    pairs
}

/// How many steps there are from one person to another.
fn distance(pairs: &BTreeSet<(u8, u8, usize)>, from: u8, to: u8) -> Option<usize> {
    let mut steps = BTreeMap::from([(from, 0)]);
    let mut open = VecDeque::from([from]);
    while let Some(at) = open.pop_front() {
        for (_, next, _) in pairs.iter().filter(|(a, ..)| *a == at) {
            if !steps.contains_key(next) {
                steps.insert(*next, steps[&at] + 1);
                open.push_back(*next);
            }
        }
    }
    steps.get(&to).copied()
}

fn person(n: u8) -> String {
    format!("p{n}")
}

fn number(graph: &KnowledgeGraph, node: NodeId) -> usize {
    graph.fact(node).id.as_str()[1..].parse().unwrap()
}

/// The chain as numbers of people and meetings, checked to be a chain.
fn chain(graph: &KnowledgeGraph, rule: &ContactRule, from: u8, to: u8) -> Option<Vec<(u8, u8, usize)>> {
    let contacts = Contacts::new(graph, rule.clone());
    let found = contacts.chain(node(graph, &person(from)), node(graph, &person(to)))?;
    let mut at = from;
    let steps = found.into_iter().map(|encounter| {
        let next = u8::try_from(number(graph, encounter.partner)).unwrap();
        (std::mem::replace(&mut at, next), next, number(graph, encounter.event))
    });
    Some(steps.collect())
}

/// The rows of the question, in the same form.
fn asked(graph: &KnowledgeGraph, period: Period, from: u8, to: u8) -> Vec<(u8, u8, usize)> {
    let id = |n: u8| person(n).parse::<Id>().unwrap();
    let question = Path { from: id(from), to: id(to), scope: Scope::during(period) };
    let answer = Query::Path(question).answer(graph);
    let Rows::Path(rows) = &answer.rows else { panic!("a path") };
    let digits = |id: &Id| id.as_str()[1..].parse::<usize>().unwrap();
    let short = |id: &Id| u8::try_from(digits(id)).unwrap();
    rows.iter().map(|row| (short(&row.from.id), short(&row.to.id), digits(&row.event))).collect()
}

fn filter() -> impl Strategy<Value = Filter> {
    let degree = prop_oneof![Just(Certainty::Possible), Just(Certainty::Disputed), Just(Certainty::Certain)];
    let kinds = prop::option::of(prop_oneof![
        Just(BTreeSet::from([Kind::Meeting])),
        Just(BTreeSet::from([Kind::Visit])),
        Just(BTreeSet::from([Kind::Meeting, Kind::Visit])),
    ]);
    let status = prop::option::of(prop_oneof![Just(Status::Held), Just(Status::Announced)]);
    let without = prop::collection::btree_set(prop::sample::select(EdgeKind::ALL.to_vec()), 0..4);
    let nodes = prop::option::weighted(0.3, prop::collection::btree_set(0..20_usize, 0..20));
    (1..28_u8, 0..20_u8, degree, kinds, status, without, nodes).prop_map(
        |(first, length, at_least, kinds, status, without, nodes)| {
            let period = Period { first: day(first), last: day((first + length).min(31)) };
            // Nodes are numbered by the order of ids; those beyond the graph show nothing.
            let all = graph(&[], 0);
            let numbered: Vec<NodeId> = all.nodes().collect();
            let nodes = nodes.map(|set| set.into_iter().filter_map(|at| numbered.get(at).copied()).collect());
            Filter { period, at_least, kinds, status, nodes, without, without_nodes: BTreeSet::new() }
        },
    )
}

/// The nodes and edges that something shows, copied.
struct Copied {
    graph: DiGraph<NodeId, EdgeKind>,
    of: HashMap<NodeId, NodeIndex>,
}

impl Copied {
    fn new(nodes: Vec<NodeId>, edges: Vec<Edge>) -> Self {
        let mut graph = DiGraph::new();
        let of: HashMap<NodeId, NodeIndex> = nodes.into_iter().map(|node| (node, graph.add_node(node))).collect();
        for edge in edges {
            graph.add_edge(of[&edge.from], of[&edge.to], edge.kind);
        }
        Self { graph, of }
    }

    fn back(&self, node: NodeIndex) -> NodeId {
        self.graph[node]
    }
}

/// Whether petgraph's algorithms say the same of a graph and of its copy.
macro_rules! same_as_copy {
    ($graph:expr, $copy:expr) => {{
        let (graph, copy) = ($graph, $copy);
        let shown: Vec<NodeId> = graph.node_references().map(|(node, _)| node).collect();
        prop_assert_eq!(shown.len(), NodeCount::node_count(&graph));
        prop_assert_eq!(shown.len(), copy.graph.node_count());
        prop_assert_eq!(graph.edge_references().count(), copy.graph.edge_count());
        for edge in graph.edge_references() {
            prop_assert!(copy.graph.contains_edge(copy.of[&edge.source()], copy.of[&edge.target()]));
        }
        prop_assert_eq!(is_cyclic_directed(graph), is_cyclic_directed(&copy.graph));
        if let Ok(order) = toposort(graph, None) {
            let place: HashMap<NodeId, usize> = order.into_iter().zip(0..).collect();
            prop_assert!(graph.edge_references().all(|edge| place[&edge.source()] < place[&edge.target()]));
        }
        let groups =
            |all: Vec<Vec<NodeId>>| all.into_iter().map(BTreeSet::from_iter).collect::<BTreeSet<BTreeSet<NodeId>>>();
        let back = |all: Vec<Vec<NodeIndex>>| {
            all.into_iter().map(|group| group.into_iter().map(|node| copy.back(node)).collect()).collect()
        };
        prop_assert_eq!(groups(tarjan_scc(graph)), groups(back(tarjan_scc(&copy.graph))));
        for start in &shown {
            let there = copy.of[start];
            let mut bfs = Bfs::new(graph, *start);
            let reached: BTreeSet<NodeId> = std::iter::from_fn(|| bfs.next(graph)).collect();
            let mut dfs = Dfs::new(graph, *start);
            let deep: BTreeSet<NodeId> = std::iter::from_fn(|| dfs.next(graph)).collect();
            let mut other = Bfs::new(&copy.graph, there);
            let expected: BTreeSet<NodeId> =
                std::iter::from_fn(|| other.next(&copy.graph)).map(|node| copy.back(node)).collect();
            prop_assert_eq!(&reached, &expected);
            prop_assert_eq!(&deep, &expected);
            let costs = dijkstra(graph, *start, None, |_| 1_usize);
            let costs: BTreeMap<NodeId, usize> = costs.into_iter().collect();
            let others = dijkstra(&copy.graph, there, None, |_| 1_usize);
            let others: BTreeMap<NodeId, usize> =
                others.into_iter().map(|(node, cost)| (copy.back(node), cost)).collect();
            prop_assert_eq!(costs, others);
            let end = shown.last().copied().unwrap_or(*start);
            prop_assert_eq!(has_path_connecting(graph, *start, end, None), expected.contains(&end));
        }
    }};
}

fn nodes_of(view: &View<'_>) -> Vec<NodeId> {
    view.nodes().collect()
}

fn edges_of(view: &View<'_>) -> Vec<Edge> {
    view.edges().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn chains_are_chains_and_none_is_shorter(
        meetings in meetings(), first in 1..28_u8, length in 0..28_u8, turn in 0..40_usize,
    ) {
        let last = (first + length).min(31);
        let period = Period { first: day(first), last: day(last) };
        let graph = graph(&meetings, turn);
        let rule = ContactRule { period, ..ContactRule::default() };
        let pairs = pairs(&meetings, first, last);
        for from in 0..PEOPLE {
            for to in 0..PEOPLE {
                let found = chain(&graph, &rule, from, to);
                prop_assert_eq!(found.as_ref().map(Vec::len), distance(&pairs, from, to), "{} to {}", from, to);
                let found = found.unwrap_or_default();
                let joined = found.windows(2).all(|two| two[0].1 == two[1].0);
                prop_assert!(joined && found.iter().all(|step| pairs.contains(step)), "{:?}", found);
                prop_assert!(found.last().is_none_or(|step| step.1 == to));
                for (left, step) in (0..found.len()).rev().zip(&found) {
                    let nearer = |pair: &&(u8, u8, usize)| pair.0 == step.0 && distance(&pairs, pair.1, to) == Some(left);
                    let first = |pair: &&(u8, u8, usize)| {
                        let event = &meetings[pair.2];
                        (event.day, event.day + event.days, pair.2, pair.1)
                    };
                    prop_assert_eq!(pairs.iter().filter(nearer).min_by_key(first), Some(step));
                }
                prop_assert_eq!(&asked(&graph, period, from, to), &found);
            }
        }
    }

    #[test]
    fn having_met_is_mutual(meetings in meetings()) {
        let graph = graph(&meetings, 0);
        for rule in [
            ContactRule::default(),
            ContactRule { delegations: true, multilateral: true, greetings: true, ..ContactRule::default() },
        ] {
            let contacts = Contacts::new(&graph, rule.clone());
            let met = |one: u8| {
                let own = node(&graph, &person(one));
                contacts.of(own).into_iter().map(move |met| (own, met.partner, met.event, met.certainty))
            };
            let all: BTreeSet<_> = (0..PEOPLE).flat_map(met).collect();
            prop_assert!(all.iter().all(|(a, b, event, degree)| all.contains(&(*b, *a, *event, *degree))));
            for (from, to) in [(0, 1), (2, 5), (3, 4)] {
                let lengths = [(from, to), (to, from)].map(|(a, b)| chain(&graph, &rule, a, b).map(|found| found.len()));
                prop_assert_eq!(lengths[0], lengths[1]);
            }
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(meetings in meetings(), turn in 1..40_usize) {
        let (one, other) = (graph(&meetings, 0), graph(&meetings, turn));
        prop_assert!(one.edges().eq(other.edges()));
        prop_assert_eq!(&one.facts().identity, &other.facts().identity);
        for from in 0..PEOPLE {
            for to in 0..PEOPLE {
                let rule = ContactRule::default();
                prop_assert_eq!(chain(&one, &rule, from, to), chain(&other, &rule, from, to));
            }
        }
        let rows = |graph: &KnowledgeGraph| Query::Events(chancery::query::Events::default()).answer(graph).rows;
        prop_assert_eq!(rows(&one), rows(&other));
    }

    #[test]
    fn events_at_a_node_are_those_of_a_scan(meetings in meetings(), first in 1..28_u8, length in 0..28_u8) {
        let period = Period { first: day(first), last: day((first + length).min(31)) };
        let graph = graph(&meetings, 0);
        let touches = |node: &NodeId| graph.days(*node).is_some_and(|days| days.possibly_in(period));
        let found: Vec<NodeId> = graph.calendar(period).into_iter().map(|entry| entry.event).collect();
        let mut scan: Vec<NodeId> = graph.nodes().filter(touches).collect();
        scan.sort_by_key(|event| (graph.days(*event).unwrap().first(), *event));
        prop_assert_eq!(found, scan);
        for at in graph.nodes() {
            let found = graph.events_at(at, period);
            prop_assert!(found.is_sorted_by_key(|entry| entry.first));
            let found: BTreeSet<_> = found.into_iter().map(|entry| (entry.event, entry.via, entry.part)).collect();
            let ends = |edge: Edge| [(edge.from, edge.to), (edge.to, edge.from)].map(|(a, b)| (a, b, edge.kind, edge.part));
            let tells = |kind: EdgeKind| !matches!(kind, EdgeKind::Supports | EdgeKind::Represented);
            let scan: BTreeSet<_> = graph
                .edges()
                .filter(|edge| tells(edge.kind))
                .flat_map(ends)
                .filter(|(own, event, ..)| *own == at && touches(event))
                .map(|(_, event, kind, part)| (event, kind, part))
                .collect();
            prop_assert_eq!(found, scan);
        }
    }

    #[test]
    fn a_view_shows_no_more_than_its_parent(meetings in meetings(), filters in prop::collection::vec(filter(), 1..4)) {
        let graph = graph(&meetings, 0);
        let mut view = graph.view();
        for filter in filters {
            let below = view.narrow(filter);
            prop_assert!(below.nodes().all(|node| view.shows(node)));
            prop_assert!(below.edges().all(|edge| view.shows_edge(&edge) && below.shows(edge.from) && below.shows(edge.to)));
            prop_assert!(graph.nodes().all(|node| below.certainty(node) <= view.certainty(node)));
            view = below;
        }
    }

    #[test]
    fn algorithms_say_the_same_of_a_view_and_of_a_copy(meetings in meetings(), one in filter(), other in filter()) {
        let graph = graph(&meetings, 0);
        let whole = Copied::new(graph.nodes().collect(), graph.edges().collect());
        same_as_copy!(&graph, &whole);
        prop_assert_eq!(connected_components(&graph), connected_components(&whole.graph));
        for view in [View::new(&graph, one.clone()), View::new(&graph, one).narrow(other)] {
            let copy = Copied::new(nodes_of(&view), edges_of(&view));
            same_as_copy!(&view, &copy);
            prop_assert_eq!(view.components(), connected_components(&copy.graph));
        }
    }
}
