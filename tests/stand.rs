//! Facts as they stood on a day, and by the names of a language.
#![expect(clippy::expect_used, reason = "a test may fail aloud")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::query::{Offices, Query, Rows, Scope};
use chancery::resolve::resolve;

const FACTS: &str = r#"[
    Source(id: "s", title: "Register", genre: Register),
    State(id: "land-a", name: "Land A", names: {"ru": ["Страна А"]}, former: [(name: "Older A", until: "1950-12-31"), (name: "Old A", until: "1990-12-31")]),
    Organization(id: "union", name: "Union", names: {"zh-Hans": ["联盟"]}),
    Office(id: "head", title: "Head of A", of: "land-a", seats: 1, names: {"ru": ["Глава"]}),
    Person(id: "pa", name: "Person A"), Person(id: "pb", name: "Person B"), Person(id: "pc", name: "Person C"),
    Tenure(id: "t-a", person: "pa", office: "head", from: "2000-01-01", source: "s"),
    Tenure(id: "t-b", person: "pb", office: "head", from: "2010-01-01", until: "2015-01-01", source: "s"),
    Tenure(id: "t-c", person: "pc", office: "head", from: "2015-01-01", until: "2020-01-01", source: "s"),
    Membership(id: "m", who: "land-a", of: "union", from: "2001-01-01", until: "2012-12-31", source: "s"),
]"#;

fn graph() -> KnowledgeGraph {
    let loading = resolve(chancery::read::read_texts([("case.ron".to_owned(), FACTS.into())]));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

fn day(text: &str) -> Day {
    text.parse().expect(text)
}

/// The tenures and memberships of a graph, the name of the land, and who is head on the day.
fn stand(text: &str) -> String {
    let graph = graph().as_of(day(text));
    let kept = ["t-a", "t-b", "t-c", "m"].into_iter().filter(|id| graph.facts().get(id).is_some());
    let name = graph.facts().get("land-a").map(|fact| fact.name().to_owned()).unwrap_or_default();
    let on = Period { first: day(text), last: day(text) };
    let scope = Scope { at_least: chancery::model::Certainty::Possible, ..Scope::during(on) };
    let Rows::Offices(rows) = Query::Offices(Offices { scope, ..Offices::default() }).answer(&graph).rows else {
        return String::new();
    };
    let held: Vec<String> = rows.iter().map(|row| format!("{} {}", row.person, row.certainty)).collect();
    format!("{} | {name} | {}", kept.collect::<Vec<_>>().join(" "), held.join(", "))
}

#[test]
fn as_of_a_day() {
    let check = |day: &str, expected: &str| assert_eq!(stand(day), expected, "{day}");
    check("1940-01-01", " | Older A | ");
    check("1990-12-31", " | Old A | ");
    check("1991-01-01", " | Land A | ");
    check("2005-01-01", "t-a m | Land A | pa possible");
    // A successor whose own time is over has ended a tenure all the same.
    check("2013-01-01", "t-b | Land A | pb certain");
    check("2015-01-01", "t-b t-c | Land A | pb possible, pc possible");
    check("2018-01-01", "t-c | Land A | pc certain");
    check("2030-01-01", " | Land A | ");
}

#[test]
fn says_so() {
    let answer = Query::Stats.answer(&graph().as_of(day("2013-01-01")));
    assert_eq!(answer.understood, "what was loaded, as things stood on 2013-01-01");
}

#[test]
fn by_the_names_of_a_day() {
    let graph = graph().named_as_of(day("1990-12-31"));
    assert_eq!(graph.facts().get("land-a").map(|fact| fact.name()), Some("Old A"));
    assert!(["t-a", "t-b", "t-c", "m"].into_iter().all(|id| graph.facts().get(id).is_some()), "who held what stays");
    let answer = Query::Stats.answer(&graph);
    assert_eq!(answer.understood, "what was loaded, by the names of 1990-12-31");
    let union = |text: &str| {
        let land = graph.node("land-a").expect("it is a fact");
        graph.memberships_on(land, day(text)).count()
    };
    assert_eq!(["2000-12-31", "2001-01-01", "2012-12-31", "2013-01-01"].map(union), [0, 1, 1, 0]);
}

#[test]
fn in_a_language() {
    let names = |language: &str| {
        let graph = graph().in_language(language);
        ["land-a", "union", "head", "pa"].map(|id| graph.facts().get(id).map_or("", |fact| fact.name()).to_owned())
    };
    assert_eq!(names("ru"), ["Страна А", "Union", "Глава", "Person A"]);
    assert_eq!(names("zh"), ["Land A", "联盟", "Head of A", "Person A"]);
    assert_eq!(names("z"), ["Land A", "Union", "Head of A", "Person A"]);
    assert_eq!(graph().languages().into_iter().collect::<Vec<_>>(), ["ru", "zh-Hans"]);
}
