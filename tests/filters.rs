//! Filters: of artificial facts, which rows each leaves, and how sure they then are.
#![expect(clippy::expect_used, reason = "a test may fail aloud")]

use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::row::{EventRow, Person};
use chancery::query::{
    Answer, Attendance, Channel, Documents, End, Events, Meetings, Messages, Offices, Query, Rows, Scope, Stated,
    Statements, Visits, Voice, Who,
};
use chancery::record::{Level, Rank};
use chancery::resolve::resolve;

const FACTS: &str = r#"[
    Source(id: "of-a", title: "Gazette of A", voice: "land-a", published: "2025-01-01"),
    Source(id: "of-b", title: "Gazette of B", voice: "land-b", published: "2025-01-01"),
    Source(id: "mute", title: "Unsigned", published: "2025-01-01"),
    State(id: "land-a", name: "Land A", succeeds: "old-a"), State(id: "old-a", name: "Old A"),
    State(id: "land-b", name: "Land B"),
    Party(id: "party-a", name: "Party A", ruling: [(of: "land-a")]),
    Organization(id: "army-a", name: "Army A", kind: Military, of: "land-a"),
    Office(id: "head-a", title: "Head of A", of: "land-a", level: [HeadOfState]),
    Office(id: "chair-a", title: "Chair of Party A", of: "party-a", level: [RulingPartyLeader]),
    Office(id: "general-a", title: "General of A", of: "army-a", level: [SeniorOfficial]),
    Office(id: "old-head", title: "Head of Old A", of: "old-a", level: [HeadOfState]),
    Office(id: "speaker-b", title: "Speaker of B", of: "land-b", level: [Speaker]),
    Person(id: "pa", name: "Person A"), Person(id: "pa2", name: "Person A2"), Person(id: "pb", name: "Person B"),
    Person(id: "po", name: "Person O"),
    Tenure(id: "t-pa", person: "pa", office: "head-a", from: "2020-01-01", until: "2024-12-31", source: "of-a"),
    Topic(id: "trade", name: "Trade"),

    Meeting(id: "two-titles", when: "2024-01-01", source: "of-a",
        participants: [(who: "pa", as: "head-a"), (who: "pb", as: "speaker-b")]),
    Meeting(id: "two-titles", when: "2024-01-01", source: "of-b",
        participants: [(who: "pa", as: "chair-a"), (who: "pb", as: "speaker-b")]),
    Meeting(id: "denied-title", when: "2024-01-02", source: "of-a",
        participants: [(who: "pa", as: "chair-a"), (who: "pb", for: "land-b")]),
    Denial(id: "no-chair", of: "denied-title", aspect: "capacity", who: "pa", source: "of-b"),
    Meeting(id: "untitled", when: "2024-01-03", source: "mute", participants: ["pa", (who: "pb", for: "land-b")]),
    Meeting(id: "printed", when: "2024-01-04", source: "mute",
        participants: [(who: "pa2", for: "land-a", printed: "Special aide of A"), (who: "pb", for: "land-b")]),
    Meeting(id: "general", when: "2024-01-05", source: "of-a",
        participants: [(who: "pa2", as: "general-a", part: Delegation), (who: "pb", for: "land-b")]),
    Meeting(id: "in-old-days", when: "1980-01-01", source: "mute",
        participants: [(who: "po", as: "old-head"), (who: "pb", for: "land-b")]),

    Visit(id: "state-visit", when: "2024-02-01", visitors: "pa", to: "land-b", rank: State, source: "of-a"),
    Visit(id: "two-ranks", when: "2024-02-02", visitors: "pa", to: "land-b", rank: State, source: "of-a"),
    Visit(id: "two-ranks", when: "2024-02-02", visitors: "pa", to: "land-b", rank: Working, source: "of-b"),
    Visit(id: "ruled-rank", when: "2024-02-03", visitors: "pa", to: "land-b", rank: State, source: "of-a"),
    Visit(id: "ruled-rank", when: "2024-02-03", visitors: "pa", to: "land-b", rank: Official, source: "of-b"),
    Ruling(id: "rank-is-state", on: "2025-02-01", of: "ruled-rank", aspect: "rank", prefers: "of-a", why: "The guest's own words."),
    Visit(id: "guessed-rank", when: "2024-02-04", visitors: "pa", to: "land-b", rank: Transit, source: "of-a",
        derived: {"rank": "from its length"}),
    Visit(id: "no-rank", when: "2024-02-05", visitors: "pa", to: "old-a", source: "mute"),
    Activity(id: "wreath", when: "2024-02-01", part_of: "state-visit", participants: "pa", source: "of-a"),

    Statement(id: "to-b", when: "2024-03-01", speaker: "pa", to: "land-b", about: "trade", text: "Trade is good.", source: "of-a"),
    Statement(id: "to-pb", when: "2024-03-02", speaker: (who: "pa", as: "head-a"), to: "pb", text: "Welcome.", source: "of-b"),
    Statement(id: "by-pb", when: "2024-03-03", speaker: (who: "pb", as: "speaker-b"), text: "Thanks.", source: "of-b"),
    Message(id: "letter", when: "2024-03-04", kind: Letter, from: "pa", to: "pb", conveyed_by: "pa2", source: "of-a"),
    Message(id: "note", when: "2024-03-05", kind: NoteVerbale, from: "pb", to: "pa", source: "of-a"),
    Document(id: "treaty", when: "2024-03-06", kind: Treaty, signatories: [(who: "pa", as: "head-a"), "pb"], source: "of-a"),
    Document(id: "plan", when: "2024-03-07", kind: Plan, issued_by: ["land-a", "land-b"], source: "of-a"),
]"#;

/// A row as `event degree: who | with`, with `(ruled)` where only a ruling makes it certain.
fn lines(answer: &Answer) -> Vec<String> {
    let ids = |people: &[Person]| people.iter().map(|person| person.id.as_str()).collect::<Vec<_>>().join(" & ");
    let event = |row: &EventRow| {
        let ruled = if row.by_ruling { " (ruled)" } else { "" };
        format!("{} {}{ruled}: {} | {}", row.event, row.certainty, ids(&row.who), ids(&row.with))
    };
    match &answer.rows {
        Rows::Events(rows) => rows.iter().map(event).collect(),
        Rows::Attendance(rows) => {
            rows.iter().map(|row| format!("{} {}: {}", row.event, row.certainty, row.who.id)).collect()
        }
        _ => Vec::new(),
    }
}

fn graph() -> KnowledgeGraph {
    let loading = resolve(chancery::read::read_texts([("case.ron".to_owned(), FACTS.into())]));
    assert_eq!(loading.problems, []);
    KnowledgeGraph::new(loading.facts)
}

#[track_caller]
fn check(query: &Query, expected: &[&str]) {
    assert_eq!(lines(&query.answer(&graph())), expected, "{query:?}");
}

fn id(text: &str) -> Id {
    text.parse().expect(text)
}

fn who(text: &str) -> Option<Who> {
    Some(id(text).into())
}

fn meetings(text: &str, scope: Scope) -> Query {
    Query::Meetings(Meetings { who: id(text).into(), with: None, scope })
}

fn visits(scope: Scope) -> Query {
    Query::Visits(Visits { by: who("pa"), scope, ..Visits::default() })
}

fn office(text: &str) -> Scope {
    Scope { capacity: Some(Stated { offices: vec![id(text)], words: None }), ..Scope::default() }
}

fn words(text: &str) -> Scope {
    Scope { capacity: Some(Stated { offices: Vec::new(), words: Some(text.to_owned()) }), ..Scope::default() }
}

#[test]
fn by_stated_capacity() {
    check(&meetings("pa", office("head-a")), &["two-titles certain: pa | pb"]);
    check(&meetings("pa", office("chair-a")), &["two-titles certain: pa | pb", "denied-title disputed: pa | pb"]);
    check(&meetings("pa", office("speaker-b")), &[]);
    check(&meetings("pb", office("speaker-b")), &["two-titles certain: pb | pa"]);
    check(&meetings("pa", words("CHAIR a")), &["two-titles certain: pa | pb", "denied-title disputed: pa | pb"]);
    check(&meetings("land-a", words("aide")), &["printed certain: pa2 | pb"]);
    check(&meetings("land-a", words("aide chair")), &[]);
    check(
        &Query::Events(Events { who: Vec::new(), scope: office("speaker-b") }),
        &["two-titles certain:  | pa & pb", "by-pb certain: pb | "],
    );
}

#[test]
fn by_rank_of_the_office() {
    let of = |level: Level| Scope { levels: vec![level], ..Scope::default() };
    // Where nobody states a capacity the office held that day tells, unless only stated ones are asked for.
    check(&meetings("pa", of(Level::HeadOfState)), &["two-titles certain: pa | pb", "untitled certain: pa | pb"]);
    let stated = Scope { in_capacity: true, ..of(Level::HeadOfState) };
    check(&meetings("pa", stated), &["two-titles certain: pa | pb"]);
    check(&meetings("pb", of(Level::Speaker)), &["two-titles certain: pb | pa"]);
    check(&meetings("pa", of(Level::Ambassador)), &[]);
}

#[test]
fn by_rank_of_the_others() {
    let with = |level: Level| Scope { with_levels: vec![level], ..Scope::default() };
    let expected = ["in-old-days certain: pb | po", "two-titles certain: pb | pa", "untitled certain: pb | pa"];
    check(&meetings("pb", with(Level::HeadOfState)), &expected);
    check(&meetings("pa", with(Level::HeadOfState)), &[]);
    check(&meetings("pa", with(Level::Speaker)), &["two-titles certain: pa | pb"]);
    // Both sides at once, and only by stated capacity.
    let both = Scope { levels: vec![Level::Speaker], ..with(Level::HeadOfState) };
    check(&meetings("pb", both), &["two-titles certain: pb | pa"]);
    let stated = Scope { in_capacity: true, ..with(Level::HeadOfState) };
    check(&meetings("pb", stated), &["in-old-days certain: pb | po", "two-titles certain: pb | pa"]);
}

#[test]
fn of_whom_no_meeting_is_recorded() {
    let unmet = |who: &str, scope: Scope| {
        let of = Some(id("land-a").into());
        let question = Offices { of, not_met_by: Some(id(who).into()), scope, ..Offices::default() };
        let answer = Query::Offices(question).answer(&graph());
        let tenures = match &answer.rows {
            Rows::Offices(rows) => rows.iter().map(|row| row.tenure.to_string()).collect(),
            _ => Vec::new(),
        };
        (tenures, answer.notices.join(" "))
    };
    let (rows, said) = unmet("po", Scope::default());
    assert_eq!(rows, ["t-pa"]);
    assert!(said.contains("does not mean that they did not meet"), "{said}");
    let (rows, said) = unmet("pb", Scope::default());
    assert!(rows.is_empty(), "{rows:?}");
    assert!(said.contains("a meeting is recorded, be it only possible: Person A."), "{said}");
    assert!(!said.contains("No record"), "{said}");
    // Only the period counts, and nobody meets himself.
    assert_eq!(unmet("pb", Scope::during(period("2020"))).0, ["t-pa"]);
    assert!(unmet("pa", Scope::default()).1.contains("Person A is one of the holders."));
    let ranked = Scope { levels: vec![Level::Speaker], ..Scope::default() };
    assert_eq!(unmet("po", ranked), (Vec::new(), "No holder is recorded there.".to_owned()));
}

#[test]
fn by_channel() {
    let through = |channel: Channel| Scope { channels: vec![channel], ..Scope::default() };
    check(&meetings("land-a", through(Channel::Military)), &["general certain: pa2 | pb"]);
    check(
        &meetings("land-a", through(Channel::Party)),
        &["two-titles certain: pa | pb", "denied-title disputed: pa | pb"],
    );
    check(&meetings("pa", through(Channel::State)), &["two-titles certain: pa | pb", "untitled certain: pa | pb"]);
    check(&meetings("pb", through(Channel::Legislature)), &["two-titles certain: pb | pa"]);
    check(&meetings("pb", through(Channel::Other)), &[]);
    let answer = meetings("pa", Scope::default()).answer(&graph());
    let Rows::Events(rows) = &answer.rows else { return };
    let channels: Vec<&[&str]> = rows.iter().map(|row| row.channel.as_slice()).collect();
    assert_eq!(channels, [&["party", "state"][..], &["party"], &["state"]]);
}

#[test]
fn by_rank_of_the_visit() {
    let of = |ranks: &[Rank]| Scope { ranks: ranks.to_vec(), at_least: Certainty::Possible, ..Scope::default() };
    check(
        &visits(of(&[Rank::State])),
        &["state-visit certain: pa | ", "two-ranks disputed: pa | ", "ruled-rank certain (ruled): pa | "],
    );
    check(&visits(of(&[Rank::Working])), &["two-ranks disputed: pa | "]);
    check(&visits(of(&[Rank::Working, Rank::Official])), &["two-ranks disputed: pa | "]);
    check(&visits(of(&[Rank::Transit])), &["guessed-rank possible: pa | "]);
    check(&visits(of(&[Rank::NotStated])), &["no-rank certain: pa | "]);
    let both = ["state-visit certain: pa | ", "two-ranks certain: pa | ", "ruled-rank certain (ruled): pa | "];
    check(&visits(of(&[Rank::State, Rank::Working])), &both);
    let wreaths = Query::Events(Events { who: vec![id("pa").into()], scope: of(&[Rank::State]) });
    let rows = lines(&wreaths.answer(&graph()));
    assert!(rows.contains(&"wreath certain: pa | ".to_owned()), "{rows:?}");
}

#[test]
fn by_voice() {
    let told = |voice: Voice| Scope { said_by: vec![voice], ..Scope::default() };
    check(&meetings("pa", told(Voice::Both)), &["two-titles certain: pa | pb"]);
    check(&meetings("pa", told(Voice::One)), &["denied-title certain: pa | pb"]);
    check(&visits(told(Voice::Guest)), &["state-visit certain: pa | ", "guessed-rank certain: pa | "]);
    let answer = meetings("pa", told(Voice::Third)).answer(&graph());
    assert_eq!((answer.rows.len(), answer.left_out.no_voice), (0, 1));
}

#[test]
fn with_the_states_before() {
    check(&meetings("land-a", Scope { period: period("..1999"), ..Scope::default() }), &[]);
    let before = Scope { with_predecessors: true, period: period("..1999"), ..Scope::default() };
    check(&meetings("land-a", before), &["in-old-days certain: po | pb"]);
    let to = |with_predecessors| {
        let scope = Scope { with_predecessors, ..Scope::default() };
        Query::Visits(Visits { to: who("land-a"), scope, ..Visits::default() })
    };
    check(&to(false), &[]);
    check(&to(true), &["no-rank certain: pa | "]);
}

#[test]
fn only_what_is_disputed() {
    let scope = Scope { only_disputed: true, ..office("chair-a") };
    let answer = meetings("pa", scope.clone()).answer(&graph());
    assert_eq!(lines(&answer), ["denied-title disputed: pa | pb"]);
    assert_eq!(answer.left_out.certain, 1);
    check(&meetings("pb", Scope { only_disputed: true, ..Scope::default() }), &[]);
}

#[test]
fn principals_only() {
    let scope = Scope { principals: true, ..Scope::default() };
    check(
        &Query::Events(Events { who: vec![id("pa2").into()], scope: scope.clone() }),
        &["printed certain: pa2 | pb", "letter certain: pa2 | pa & pb"],
    );
    let attendance =
        |scope| Query::Attendance(Attendance { event: Some(id("general")), scope, ..Attendance::default() });
    check(&attendance(Scope::default()), &["general certain: pa2", "general certain: pb"]);
    check(&attendance(scope), &["general certain: pb"]);
    check(&attendance(office("general-a")), &["general certain: pa2"]);
}

#[test]
fn statements() {
    let said = |by: Option<&str>, to: Option<&str>, scope: Scope| {
        Query::Statements(Statements { by: by.and_then(who), to: to.and_then(who), scope })
    };
    let all = ["to-b certain: pa | land-b", "to-pb certain: pa | pb", "by-pb certain: pb | "];
    check(&said(None, None, Scope::default()), &all);
    check(&said(Some("pa"), None, Scope::default()), &all[..2]);
    check(&said(None, Some("land-b"), Scope::default()), &all[..1]);
    check(&said(Some("land-a"), Some("pb"), Scope::default()), &all[1..2]);
    check(&said(Some("pb"), Some("pb"), Scope::default()), &[]);
    check(&said(None, None, Scope { about: Some(id("trade")), ..Scope::default() }), &all[..1]);
    check(&said(Some("pa"), None, office("head-a")), &all[1..2]);
    check(&said(Some("pa"), None, office("speaker-b")), &[]);
    check(&said(None, None, office("speaker-b")), &all[2..]);
    check(&said(None, None, Scope { period: period("2024-03-02"), ..Scope::default() }), &all[1..2]);
}

#[test]
fn messages() {
    let sent = |from: Option<&str>, to: Option<&str>, carried_by: Option<&str>| {
        let ends = (from.and_then(who), to.and_then(who), carried_by.and_then(who));
        Query::Messages(Messages { from: ends.0, to: ends.1, carried_by: ends.2, scope: Scope::default() })
    };
    let (letter, note) = ("letter certain: pa | pb & pa2", "note certain: pb | pa");
    check(&sent(None, None, None), &[letter, note]);
    check(&sent(Some("pa"), None, None), &[letter]);
    check(&sent(Some("land-a"), Some("pb"), Some("pa2")), &[letter]);
    check(&sent(None, Some("pa"), None), &[note]);
    check(&sent(None, Some("pa"), Some("pa2")), &[]);
    check(&sent(Some("pa2"), None, None), &[]);
}

#[test]
fn documents() {
    let signed = |names: &[&str]| {
        let who = names.iter().map(|name| id(name).into()).collect();
        Query::Documents(Documents { who, scope: Scope::default() })
    };
    let (treaty, plan) = ("treaty certain: pa & pb | ", "plan certain: land-a & land-b | ");
    check(&signed(&[]), &[treaty, plan]);
    check(&signed(&["pa"]), &[treaty]);
    check(&signed(&["pa", "pb"]), &[treaty]);
    check(&signed(&["land-a"]), &[treaty, plan]);
    check(&signed(&["land-b"]), &[plan]);
    check(&signed(&["pa2"]), &[]);
}

#[test]
fn capacities_name_who_states_them() {
    let answer = meetings("pa", Scope::default()).answer(&graph());
    let table = answer.table(Some(&["as".to_owned()])).expect("a column of every row");
    let cells: Vec<String> = table.rows.iter().flatten().map(chancery::query::row::Cell::text).collect();
    assert_eq!(
        cells,
        ["Head of A (of-a); Chair of Party A (of-b)", "Chair of Party A", "Head of A (held that day, not stated here)"]
    );
    let Rows::Events(rows) = &answer.rows else { return };
    let json = serde_json::to_value(rows).expect("rows are JSON");
    let expected = serde_json::json!([
        {"capacity": "head-a", "sources": ["of-a"]}, {"capacity": "chair-a", "sources": ["of-b"]}
    ]);
    assert_eq!(json[0]["who"][0]["as_by"], expected);
    assert_eq!(json[1]["who"][0].get("as_by"), None);
}

fn period(text: &str) -> Period {
    Period::parse(text, Day::MIN).expect(text)
}

#[test]
fn only_the_first_or_the_last() {
    let alone = |end: End, scope: Scope| {
        let mut answer = meetings("pa", scope).answer(&graph());
        answer.keep_end(end);
        let open = answer.notices.iter().filter(|notice| notice.starts_with("Which was")).count();
        (lines(&answer), answer.left_out.farther, open)
    };
    assert_eq!(alone(End::First, Scope::default()), (vec!["two-titles certain: pa | pb".to_owned()], 2, 0));
    assert_eq!(alone(End::Last, Scope::default()), (vec!["untitled certain: pa | pb".to_owned()], 2, 0));
    // Where another lies on its days nobody can tell which was the first.
    let scope = Scope { period: period("2024-02-01"), ..Scope::default() };
    let mut both = Query::Events(Events { who: Vec::new(), scope }).answer(&graph());
    both.keep_end(End::First);
    let said: Vec<&String> = both.notices.iter().filter(|notice| notice.starts_with("Which was")).collect();
    assert_eq!(said, ["Which was the first is not certain: 1 other row has days in common with it."]);
}
