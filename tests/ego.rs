//! Surroundings: what a view shows around some of its nodes.
#![expect(clippy::unwrap_used, reason = "a test may fail aloud")]

use chancery::date::{Day, Period};
use chancery::graph::{EdgeKind, Filter, KnowledgeGraph, NodeId, NodeKind, View};
use chancery::record::Kind;
use chancery::resolve::{load_built_in, resolve};
use proptest::prelude::*;
use std::sync::LazyLock;

static BUILT_IN: LazyLock<KnowledgeGraph> = LazyLock::new(|| KnowledgeGraph::new(load_built_in().facts));

const FACTS: &str = r#"[
    Source(id: "source-a", title: "Source A"),
    State(id: "state-a", name: "State A"), State(id: "state-b", name: "State B"), State(id: "state-c", name: "State C"),
    Place(id: "hall-a", name: "Hall A", within: "town-a"), Place(id: "town-a", name: "Town A", within: "state-a"),
    Organization(id: "ministry-b", name: "Ministry B", of: "state-b"),
    Office(id: "office-a", title: "Office A", of: "state-a"), Office(id: "office-b", title: "Office B", of: "ministry-b"),
    Office(id: "office-c", title: "Office C", of: "state-c"),
    Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"),
    Person(id: "person-c", name: "Person C"), Person(id: "person-d", name: "Person D"),
    Tenure(id: "tenure-c", person: "person-c", office: "office-c", from: "2020-01-01", until: "2024-12-31", source: "source-a"),
    Forum(id: "forum-a", name: "Forum A"), Topic(id: "topic-a", name: "Topic A"), Topic(id: "topic-b", name: "Topic B"),
    Session(id: "session-a", of: "forum-a", when: "2024-12", participants: ["state-c"], source: "source-a"),
    Visit(id: "visit-b", visitors: "person-b", to: "state-a", when: "2024-12-11/2024-12-13", beside: "session-a", source: "source-a"),
    Meeting(id: "meeting-a", when: "2024-12-12", place: "hall-a", part_of: "visit-b", about: "topic-a", source: "source-a",
        participants: [(who: "person-a", as: "office-a"), (who: "person-b", as: "office-b"), "person-c"]),
    Statement(id: "statement-a", speaker: "person-a", about: "topic-b", part_of: "meeting-a", when: "2024-12-12", source: "source-a"),
    Message(id: "message-d", from: "person-d", to: "person-a", when: "2023-12-12", source: "source-a"),
]"#;

fn ids(view: &View<'_>) -> String {
    let ids: Vec<&str> = view.nodes().map(|node| view.graph().fact(node).id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn chooses_what_belongs_into_the_picture() {
    let graph = KnowledgeGraph::new(resolve(chancery::read::read_texts([("a.ron".to_owned(), FACTS.into())])).facts);
    let check = |centres: &[&str], period: &str, expected: &str| {
        let filter = Filter::for_drawing(Period::parse(period, Day::FIRST).unwrap());
        let centres: Vec<NodeId> = centres.iter().map(|id| graph.node(id).unwrap()).collect();
        assert_eq!(ids(&View::new(&graph, filter).around(&centres)), expected, "{centres:?} {period}");
    };
    // The message lies outside of the period, and statements stay out of the picture of a person.
    let meeting = "hall-a meeting-a ministry-b office-a office-b person-a person-b person-c state-a town-a visit-b";
    check(&[], "..", "");
    check(&["person-a"], "2024", meeting);
    check(&["person-a"], "2023", "message-d person-a person-d");
    check(&["person-d"], "..", "message-d person-a person-d");
    check(&["person-a"], "2022", "person-a");
    check(
        &["person-b"],
        "2024",
        "forum-a hall-a meeting-a ministry-b office-a office-b person-a person-b person-c session-a state-a town-a visit-b",
    );
    check(
        &["state-a"],
        "2024",
        "forum-a hall-a meeting-a ministry-b office-a office-b person-a person-b person-c session-a state-a town-a visit-b",
    );
    check(
        &["state-c"],
        "2024",
        "forum-a hall-a meeting-a ministry-b office-a office-b office-c person-a person-b person-c session-a state-a state-c town-a visit-b",
    );
    check(&["ministry-b"], "2024", meeting);
    check(&["forum-a"], "2024", "forum-a session-a state-c");
    check(&["session-a"], "2024", "forum-a session-a state-c visit-b");
    check(
        &["visit-b"],
        "2024",
        "forum-a hall-a meeting-a ministry-b office-a office-b person-a person-b person-c session-a state-a statement-a topic-a topic-b town-a visit-b",
    );
    check(
        &["meeting-a"],
        "2024",
        "hall-a meeting-a ministry-b office-a office-b person-a person-b person-c state-a statement-a topic-a topic-b town-a visit-b",
    );
    check(&["topic-b"], "2024", "meeting-a person-a statement-a topic-b visit-b");
    check(
        &["topic-a"],
        "2024",
        "hall-a meeting-a ministry-b office-a office-b person-a person-b person-c state-a topic-a town-a visit-b",
    );
    check(&["town-a"], "2024", meeting);
    check(&["office-c"], "2024", "office-c person-c state-c");
}

/// Filters over the built-in facts that hide now this, now that.
fn filter() -> impl Strategy<Value = Filter> {
    let period = prop::sample::select(vec!["..", "2024", "2024-12", "2022", "2024-12-12", "1990"]);
    let hidden_edges = prop::collection::btree_set(prop::sample::select(EdgeKind::ALL.to_vec()), 0..5);
    let hidden_nodes = prop::collection::btree_set(prop::sample::select(Kind::ALL.to_vec()), 0..4);
    let listed = prop::option::of(prop::collection::btree_set(node(), 20..80));
    (period, hidden_edges, hidden_nodes, listed).prop_map(|(period, without, without_nodes, nodes)| Filter {
        period: Period::parse(period, Day::FIRST).unwrap(),
        without,
        without_nodes,
        nodes,
        ..Filter::default()
    })
}

fn node() -> impl Strategy<Value = NodeId> {
    prop::sample::select(BUILT_IN.nodes().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn nothing_outside_the_parent(filter in filter(), centres in prop::collection::vec(node(), 0..4)) {
        let parent = View::new(&BUILT_IN, filter);
        let around = parent.around(&centres);
        prop_assert!(around.nodes().all(|node| parent.shows(node)));
        prop_assert!(around.edges().all(|edge| parent.shows_edge(&edge)));
        prop_assert!(centres.iter().all(|centre| around.shows(*centre) == parent.shows(*centre)));
        let linked = around.without_lone_nodes(&centres);
        prop_assert_eq!(linked.edges().collect::<Vec<_>>(), around.edges().collect::<Vec<_>>());
        prop_assert!(linked.nodes().all(|node| around.shows(node)));
    }

    #[test]
    fn more_centres_show_more(filter in filter(), one in node(), other in node()) {
        let parent = View::new(&BUILT_IN, filter);
        let both = parent.around(&[other, one]);
        prop_assert!(parent.around(&[one]).nodes().all(|node| both.shows(node)));
        prop_assert_eq!(ids(&both), ids(&parent.around(&[one, other])));
    }
}

#[test]
fn drawings_leave_out_what_drowns_them() {
    let view = View::new(&BUILT_IN, Filter::for_drawing(Period::ALL));
    assert!(view.nodes().all(|node| BUILT_IN.kind(node) != NodeKind::Of(Kind::Source)));
    assert!(view.edges().all(|edge| !matches!(edge.kind, EdgeKind::Supports | EdgeKind::Denies)));
    let linked = view.without_lone_nodes(&[]);
    let ends: Vec<NodeId> = linked.edges().flat_map(|edge| [edge.from, edge.to]).collect();
    assert!(linked.nodes().all(|node| ends.contains(&node)));
}
