//! Rows for statistics programs: one a participant, one a pair of sides.
#![expect(clippy::expect_used, reason = "a test may fail aloud")]

use chancery::graph::KnowledgeGraph;
use chancery::query::{Events, Meetings, Query, Scope, Shape};
use chancery::resolve::resolve;

const FACTS: &str = r#"[
    Source(id: "s", title: "Press", voice: "land-b", published: "2025-01-01"),
    Source(id: "again", title: "Press again", reprint_of: "s", published: "2025-01-02"),
    State(id: "land-a", name: "Land A", ids: {"cow": "900", "iso3": "AAA", "gw": "901"}),
    State(id: "land-b", name: "Land B", ids: {"cow": "20"}), State(id: "land-c", name: "Land C"),
    Office(id: "head-a", title: "Head of A", of: "land-a", level: [HeadOfState]),
    Person(id: "pa", name: "Person A", ids: {"wikidata": "Q0"}), Person(id: "pa2", name: "Person A2"),
    Person(id: "pb", name: "Person B"), Person(id: "pc", name: "Person C"), Person(id: "px", name: "Person X"),
    Person(id: "maybe", name: "Person Y"),
    Tenure(id: "t", person: "maybe", office: "head-a", source: "s"),
    Place(id: "town", name: "Town", within: "land-a"),
    Forum(id: "forum", name: "Forum"), Session(id: "session", of: "forum", when: "2024-05-01", participants: "land-c", source: "s"),
    Meeting(id: "talks", when: "2024-05-01/2024-05-02", place: "town", part_of: "session", source: ["s", "again"],
        participants: [(who: "pa", as: "head-a", role: Host), (who: "pa2", for: "land-a", part: Delegation), (who: "pb", for: "land-b")]),
    Meeting(id: "three", when: "2024-06", source: "s",
        participants: [(who: "pa", as: "head-a"), (who: "pb", for: "land-b"), (who: "pc", for: "land-c")]),
    Meeting(id: "unsided", when: "2024-07-01", source: "s", participants: ["px", (who: "pb", for: "land-b")]),
    Meeting(id: "perhaps", when: "1990-01-01", source: "s", participants: ["maybe", (who: "pb", for: "land-b")]),
    Visit(id: "trip", when: "../2024-08-01", visitors: (who: "pa", as: "head-a"), to: "land-b", rank: State, occasion: [Funeral], source: "s"),
    Message(id: "letter", when: "2024-09-01", from: (who: "pb", for: "land-b"), to: (who: "pa", as: "head-a"), source: "s"),
]"#;

/// The columns of the reshaped answer, row by row, joined by blanks; `-` for what is empty.
fn rows(query: &Query, shape: Shape, columns: &str) -> (Vec<String>, Vec<String>) {
    let loading = resolve(chancery::read::read_texts([("case.ron".to_owned(), FACTS.into())]));
    assert_eq!(loading.problems, []);
    let graph = KnowledgeGraph::new(loading.facts);
    let mut answer = query.answer(&graph);
    answer.reshape(&graph, shape);
    let columns: Vec<String> = columns.split(' ').map(str::to_owned).collect();
    let table = answer.table(Some(&columns)).expect("columns of the rows");
    let cell = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    let line =
        |row: &Vec<chancery::query::row::Cell>| row.iter().map(|one| cell(one.text())).collect::<Vec<_>>().join(" ");
    (table.rows.iter().map(line).collect(), answer.notices)
}

fn events() -> Query {
    Query::Events(Events { who: Vec::new(), scope: Scope::default() })
}

fn of(who: &str) -> Query {
    Query::Meetings(Meetings {
        who: who.parse::<chancery::id::Id>().expect(who).into(),
        with: None,
        scope: Scope::default(),
    })
}

#[track_caller]
fn check(query: &Query, shape: Shape, columns: &str, expected: &[&str]) {
    assert_eq!(rows(query, shape, columns).0, expected, "{columns}");
}

#[test]
fn a_row_for_each_participant() {
    let long = |columns: &str, expected: &[&str]| check(&of("pb"), Shape::Long, columns, expected);
    long(
        "event_id person_id side for_id for_cow for_gw for_iso3 as_stated level channel role part wikidata",
        &[
            "perhaps pb 1 land-b 20 - - - - - - principal -",
            "perhaps maybe - - - - - - - - - principal -",
            "talks pb 1 land-b 20 - - - - - - principal -",
            "talks pa 2 land-a 900 901 AAA head-a head-of-state state host principal Q0",
            "talks pa2 2 land-a 900 901 AAA - - - - delegation -",
            "three pb 1 land-b 20 - - - - - - principal -",
            "three pa 2 land-a 900 901 AAA head-a head-of-state state - principal Q0",
            "three pc 3 land-c - - - - - - - principal -",
            "unsided pb 1 land-b 20 - - - - - - principal -",
            "unsided px - - - - - - - - - principal -",
        ],
    );
}

#[test]
fn a_row_tells_of_the_event() {
    let columns =
        "event_id date_precision duration_min duration_max place_iso3 forum session n_accounts n_sources citekeys";
    let (rows, _) = rows(&of("pa"), Shape::Long, columns);
    assert_eq!(rows.first().map(String::as_str), Some("talks day 2 2 AAA forum session 2 1 again; s"));
    assert!(rows.contains(&"three month 1 30 - - - 1 1 s".to_owned()), "{rows:?}");
    let (rows, _) =
        self::rows(&events(), Shape::Long, "event_id date_precision duration_min duration_max rank occasion person_id");
    assert!(rows.contains(&"trip open - - state funeral pa".to_owned()), "{rows:?}");
}

#[test]
fn a_row_for_each_pair_of_sides() {
    let columns = "event_id dyadid ccode1 ccode2 iso3_1 iso3_2 person1 person2 level1 level2 directed host_ccode n_sides certainty";
    check(
        &of("pa"),
        Shape::Dyads,
        columns,
        &[
            "talks 20900 20 900 - AAA pb pa - head-of-state 0 900 2 certain",
            "three 20900 20 900 - AAA pb pa - head-of-state 0 - 3 certain",
            "three - 900 - AAA - pa pc head-of-state - 0 - 3 certain",
        ],
    );
    let (rows, notices) = rows(&events(), Shape::Dyads, columns);
    let of = |id: &str| rows.iter().filter(|row| row.starts_with(id)).cloned().collect::<Vec<_>>();
    assert_eq!(of("three").len(), 3, "{rows:?}");
    assert_eq!(of("unsided"), Vec::<String>::new());
    assert_eq!(of("trip"), ["trip 20900 900 20 AAA - pa - head-of-state - 1 20 2 certain"]);
    assert_eq!(of("letter"), ["letter 20900 20 900 - AAA pb pa - head-of-state 1 - 2 certain"]);
    assert!(matches!(of("perhaps").as_slice(), [row] if row.ends_with("possible")), "{rows:?}");
    assert_eq!(notices, ["2 of 7 gave no pair: fewer than two sides are known of them."]);
}
