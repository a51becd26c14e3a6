//! Worlds of accounts, and counts: laws on small generated facts, and cases.
#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::query::{CountBy, Counting, Meetings, Offices, Per, Query, Rows, Scope};
use chancery::read::read_texts;
use chancery::resolve::{World, resolve_in};
use proptest::prelude::*;

const ACTORS: &str = r#"
    State(id: "land-a", name: "Land A"), State(id: "land-b", name: "Land B"),
    Office(id: "head-a", title: "Head of A", of: "land-a"), Office(id: "head-b", title: "Head of B", of: "land-b"),
    Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"),
    Place(id: "town", name: "Town"), Place(id: "hall", name: "Hall", within: "town"), Place(id: "port", name: "Port"),
    Source(id: "s0", title: "Paper 0", published: "2001-06-01"),
    Source(id: "s1", title: "Paper 1", published: "2001-06-02"),
    Source(id: "s2", title: "Paper 2", published: "2001-06-03"),
    Source(id: "undated", title: "Paper without a date"),
"#;

fn id(text: &str) -> Id {
    text.parse().expect("an id")
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn graph(facts: &str, world: &World) -> KnowledgeGraph {
    let text = format!("[{ACTORS}{facts}]");
    let loading = resolve_in(read_texts([("facts.ron".to_owned(), text.into_bytes())]), world);
    KnowledgeGraph::new(loading.facts)
}

fn met(scope: Scope) -> Query {
    Query::Meetings(Meetings { who: id("person-a").into(), with: None, scope })
}

/// The rows of an answer, without the numbers under which sources are listed.
fn rows(facts: &str, world: &World, query: &Query) -> String {
    let answer = query.answer(&graph(facts, world));
    serde_json::to_string(&answer.rows).expect("rows are JSON")
}

fn only(sources: &[&str]) -> World {
    World { only: sources.iter().map(|source| id(source)).collect(), ..World::default() }
}

/// One account of one of a few meetings.
fn account() -> impl Strategy<Value = (u8, u8, String)> {
    let place = prop::option::of(prop::sample::select(vec!["town", "hall", "port"]));
    (0..3_u8, 0..3_u8, 1..9_u8, 0..3_u8, place).prop_map(|(meeting, source, day, spread, place)| {
        let when = format!("[2001-05-0{day}..2001-05-{:02}]", day + spread);
        let place = place.map(|place| format!("place: \"{place}\", ")).unwrap_or_default();
        let people = r#"participants: [(who: "person-a", as: "head-a"), (who: "person-b", as: "head-b")]"#;
        let text = format!(
            "Meeting(id: \"m{meeting}\", when: \"{when}\", {place}{people}, source: \"s{source}#p{day}{spread}\"),"
        );
        (meeting, source, text)
    })
}

fn text(accounts: &[(u8, u8, String)], keep: impl Fn(u8) -> bool) -> String {
    accounts.iter().filter(|(_, source, _)| keep(*source)).map(|(_, _, text)| format!("{text}\n")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_world_of_some_sources_is_the_facts_of_these_alone(accounts in prop::collection::vec(account(), 1..8)) {
        let all = text(&accounts, |_| true);
        let some = text(&accounts, |source| source != 2);
        for query in [met(Scope::default()), met(Scope::during(Period { first: day("2001-05-03"), last: day("2001-05-05") }))] {
            prop_assert_eq!(rows(&all, &only(&["s0", "s1"]), &query), rows(&some, &World::default(), &query));
            let without = World { without: vec![id("s2")], ..World::default() };
            prop_assert_eq!(rows(&all, &without, &query), rows(&some, &World::default(), &query));
        }
    }

    #[test]
    fn what_appeared_later_changes_nothing_before(accounts in prop::collection::vec(account(), 1..8)) {
        let all = text(&accounts, |_| true);
        let early = text(&accounts, |source| source != 2);
        let known = World { known_on: Some(day("2001-06-02")), ..World::default() };
        let query = met(Scope::default());
        prop_assert_eq!(rows(&all, &known, &query), rows(&early, &World::default(), &query));
        // A retraction takes effect on its own source's day.
        let retracted = format!("{all}Retraction(id: \"r\", of: \"m0\", withdraws: \"s0\", source: \"s2#p9\"),");
        prop_assert_eq!(rows(&retracted, &known, &query), rows(&all, &known, &query));
    }

    #[test]
    fn without_rulings_nothing_is_ruled(accounts in prop::collection::vec(account(), 1..8)) {
        let all = text(&accounts, |_| true);
        let ruling = |meeting: u8| format!(
            "Ruling(id: \"ruling-{meeting}\", of: \"m{meeting}\", aspect: \"when\", prefers: \"s0\", why: \"a test\"),");
        let ruled = format!("{all}{}{}", ruling(0), ruling(1));
        let unruled = World { unruled: true, ..World::default() };
        let query = met(Scope::default());
        prop_assert_eq!(rows(&ruled, &unruled, &query), rows(&all, &World::default(), &query));
        // A ruling never adds or takes away an event, and what it decides is no longer disputed.
        let answer = query.answer(&graph(&ruled, &World::default()));
        let Rows::Events(with) = &answer.rows else { return Err(TestCaseError::fail("events")) };
        for row in with.iter().filter(|row| row.ruled.iter().any(|aspect| aspect == "when")) {
            let own = |(meeting, ..): &&(u8, u8, String)| row.event.as_str().ends_with(&meeting.to_string());
            let several = accounts.iter().filter(own).count() > 1;
            prop_assert!(several);
        }
    }
}

fn counted(facts: &str, by: CountBy, per: Option<Per>) -> Vec<String> {
    let query = Query::Count { of: Box::new(met(Scope::default())), counting: Counting { by, per } };
    let answer = query.answer(&graph(facts, &World::default()));
    let Rows::Counts(rows) = answer.rows else { return Vec::new() };
    rows.iter().map(|row| format!("{} {}", row.bucket, row.count)).collect()
}

#[test]
fn counts() {
    let meeting = |name: &str, when: &str, more: &str| {
        format!(
            "Meeting(id: \"{name}\", when: \"{when}\", {more}participants: [(who: \"person-a\", as: \"head-a\"),
             (who: \"person-b\", as: \"head-b\")], source: \"s0#{name}\"),"
        )
    };
    let town = r#"place: "town", "#;
    let facts =
        meeting("a", "2001-05-01", town) + &meeting("b", "2001-05-02", town) + &meeting("c", "2001-05-04", town);
    let check =
        |rule: &str, facts: &str, by, per, expected: &[&str]| assert_eq!(counted(facts, by, per), expected, "{rule}");
    check("every event", &facts, CountBy::Event, None, &["all 3"]);
    check("adjoining days in one place are one encounter", &facts, CountBy::Encounter, None, &["all 2"]);
    check("every day", &facts, CountBy::Day, None, &["all 3"]);
    check("none is known to be part of a visit", &facts, CountBy::Visit, None, &["all "]);
    check("per month", &facts, CountBy::Event, Some(Per::Month), &["2001-05 3"]);
    check("per person", &facts, CountBy::Event, Some(Per::Who), &["Person B 3"]);
    check("per state", &facts, CountBy::Event, Some(Per::State), &["Land B 3"]);
    let doubtful = facts.clone() + &meeting("d", "2001-04?", "");
    check("a span where a row is possible", &doubtful, CountBy::Event, Some(Per::Year), &["2001 3–4"]);
    let open = meeting("e", "[2000-12-31..2001-01-01]", "");
    check("a day between two buckets", &open, CountBy::Event, Some(Per::Year), &["2000 0–1", "2001 0–1"]);
    let other_day = facts.replace("2001-05-02", "2001-05-08");
    let disputed = facts + &meeting("b", "2001-05-08", "").replace("s0#b", "s1#b");
    check("a disputed date is one event", &disputed, CountBy::Event, None, &["all 3"]);
    check("days apart are two encounters", &other_day, CountBy::Encounter, None, &["all 3"]);
}

#[test]
fn undated_accounts_are_counted_where_a_day_is_asked() {
    let facts =
        r#"Meeting(id: "m", when: "2001-05-01", participants: ["person-a", "person-b"], source: ["undated", "s1"]),"#;
    let world = World { known_on: Some(day("2001-06-02")), ..World::default() };
    let answer = met(Scope::default()).answer(&graph(facts, &world));
    assert_eq!((answer.total, answer.left_out.undated_source), (1, 1));
    let before = World { known_on: Some(day("2001-06-01")), ..World::default() };
    assert_eq!(met(Scope::default()).answer(&graph(facts, &before)).total, 0);
}

#[test]
fn tenures_of_other_sources_serve_capacity_only() {
    let facts = r#"
        Tenure(id: "a-head", person: "person-a", office: "head-a", from: "2000", source: "s1#p1"),
        Tenure(id: "a-head", person: "person-a", office: "head-a", held_on: "2001-05-01", source: "s0#p1"),
        Tenure(id: "b-head", person: "person-b", office: "head-b", from: "2000", held_on: "2001-06-01", source: "s1#p2"),
        Meeting(id: "m", when: "2001-05-02", participants: ["person-a", "person-b"], source: "s0#p2"),
    "#;
    let ask = |query: &Query| query.answer(&graph(facts, &only(&["s0"]))).rows;
    let Rows::Events(met) = ask(&met(Scope::default())) else { return };
    let with = met.first().and_then(|row| row.with.first()).expect("they met");
    assert_eq!((with.as_inferred, with.as_elsewhere.as_slice()), (true, &[id("head-b")][..]));
    let offices = |who: &str| {
        let question = Offices { who: Some(id(who).into()), ..Offices::default() };
        match ask(&Query::Offices(question)) {
            Rows::Offices(rows) => rows.iter().map(|row| row.from.clone()).collect::<Vec<_>>(),
            _ => Vec::new(),
        }
    };
    assert_eq!(offices("person-a"), [None], "what another source says of the same tenure is left aside");
    assert_eq!(offices("person-b"), [None; 0], "and so is a tenure of which only others tell");
}
