//! A small artificial world, questions in short form, and rows as short lines.
//!
//! Three lands have two people each with an office, so that a case only has to write its events.

use crate::again;
use chancery::date::{Day, Period};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::row::{AttendanceRow, CommonRow, EventRow, OfficeRow, PairRow, PathRow, Person};
use chancery::query::{
    Answer, Attendance, Common, Events, KindFilter, LeftOut, Measure, Meetings, Offices, Path, Query, Rank, Rows,
    Scope, Visits, Who,
};
use chancery::record::Kind;
use chancery::resolve::{Loading, resolve};

/// Sources by day of publication, lands, people `pa1` … `pc2` and offices of each land.
const PRELUDE: &str = r#"
    Source(id: "early", title: "Early", published: "2020-01-01", kind: Press),
    Source(id: "s", title: "Press", published: "2025-01-01", kind: Press),
    Source(id: "late", title: "Late", published: "2025-06-01", kind: Press),
    Source(id: "undated", title: "Undated", kind: Press),
    Source(id: "register", title: "Register", published: "2025-01-01", genre: Register),
    Source(id: "dataset", title: "Data set", published: "2025-01-01", genre: Dataset),
    Source(id: "reference", title: "Reference", published: "2025-01-01", kind: Reference),
    State(id: "land-a", name: "Land A"), State(id: "land-b", name: "Land B"), State(id: "land-c", name: "Land C"),
    Organization(id: "ministry-a", name: "Ministry A", kind: Government, of: "land-a"),
    Organization(id: "department-a", name: "Department A", kind: Government, of: "ministry-a"),
    Office(id: "head-a", title: "Head A", of: "land-a", seats: 1),
    Office(id: "head-b", title: "Head B", of: "land-b", seats: 1),
    Office(id: "head-c", title: "Head C", of: "land-c", seats: 1),
    Office(id: "minister-a", title: "Minister A", of: "ministry-a"),
    Office(id: "director-a", title: "Director A", of: "department-a"),
    Person(id: "pa1", name: "Person A1"), Person(id: "pa2", name: "Person A2"), Person(id: "pa3", name: "Person A3"),
    Person(id: "pb1", name: "Person B1"), Person(id: "pb2", name: "Person B2"),
    Person(id: "pc1", name: "Person C1"), Person(id: "pc2", name: "Person C2"),
    Place(id: "country-a", name: "Country A"),
    Place(id: "city-a", name: "City A", within: "country-a"),
    Place(id: "hall-a", name: "Hall A", within: "city-a"),
    Place(id: "city-b", name: "City B"),
"#;

/// What the facts of a case, and the prelude, load to.
pub(crate) fn load(facts: &str) -> Loading {
    let text = format!("[{PRELUDE}{facts}]");
    resolve(chancery::read::read_texts([("case.ron".to_owned(), text.into_bytes())]))
}

/// The graph over the facts of a case; the case must be free of errors unless it is about one.
pub(crate) fn graph(facts: &str) -> KnowledgeGraph {
    let loading = load(facts);
    assert_eq!(loading.problems, [], "{facts}");
    KnowledgeGraph::new(loading.facts)
}

/// Loads the facts, asks and compares the rows, one line each, and then what was left out.
#[track_caller]
pub(crate) fn check(rule: &str, facts: &str, query: &Query, expected: &[&str]) {
    let answer = query.answer(&graph(facts));
    assert_eq!(lines(&answer), expected, "{rule}");
    let (fresh, compiled) = again::both(&[("case.ron", &format!("[{PRELUDE}{facts}]"))]);
    again::assert_same(&fresh, &compiled, query);
}

pub(crate) fn id(text: &str) -> Id {
    text.parse().expect(text)
}

pub(crate) fn who(text: &str) -> Who {
    id(text).into()
}

pub(crate) fn period(text: &str) -> Period {
    Period::parse(text, Day::MIN).expect(text)
}

/// Everything that is at least possible, so that a case sees the degree of each row.
pub(crate) fn possible() -> Scope {
    Scope { at_least: Certainty::Possible, ..Scope::default() }
}

pub(crate) fn during(text: &str) -> Scope {
    Scope { period: period(text), ..possible() }
}

pub(crate) fn of_kind(kind: Kind, within: Option<&str>) -> Scope {
    Scope { kinds: vec![KindFilter { kind, within: within.map(str::to_owned) }], ..possible() }
}

pub(crate) fn met(one: &str, scope: Scope) -> Query {
    Query::Meetings(Meetings { who: who(one), with: None, scope })
}

pub(crate) fn met_with(one: &str, other: &str, scope: Scope) -> Query {
    Query::Meetings(Meetings { who: who(one), with: Some(who(other)), scope })
}

pub(crate) fn contacts(one: &str, scope: Scope) -> Query {
    Query::Contacts(Meetings { who: who(one), with: None, scope })
}

pub(crate) fn common(all: &[&str], scope: Scope) -> Query {
    Query::Common(Common { who: all.iter().map(|one| who(one)).collect(), scope })
}

pub(crate) fn path(from: &str, to: &str, scope: Scope) -> Query {
    Query::Path(Path::new(id(from), id(to), scope))
}

/// Word that passes from one to another.
pub(crate) fn word(from: &str, to: &str, scope: Scope) -> Path {
    Path { time_ordered: true, ..Path::new(id(from), id(to), scope) }
}

pub(crate) fn rank(measure: Measure, among: &[&str], scope: Scope) -> Query {
    Query::Rank(Rank { among: among.iter().map(|one| who(one)).collect(), measure, top: None, scope })
}

pub(crate) fn events(all: &[&str], scope: Scope) -> Query {
    Query::Events(Events { who: all.iter().map(|one| who(one)).collect(), scope })
}

pub(crate) fn timeline(one: &str, scope: Scope) -> Query {
    Query::Timeline(Events { who: vec![who(one)], scope })
}

pub(crate) fn attended(event: &str, scope: Scope) -> Query {
    Query::Attendance(Attendance { event: Some(id(event)), scope, ..Attendance::default() })
}

pub(crate) fn visited(by: Option<&str>, to: Option<&str>, scope: Scope) -> Query {
    Query::Visits(Visits { by: by.map(who), to: to.map(who), scope, ..Visits::default() })
}

pub(crate) fn held(one: &str, scope: Scope) -> Query {
    Query::Offices(Offices { who: Some(who(one)), scope, ..Offices::default() })
}

/// A meeting of these participants, as RON.
pub(crate) fn meeting(id: &str, when: &str, participants: &str) -> String {
    format!(r#"Meeting(id: "{id}", when: "{when}", participants: [{participants}], source: "s"),"#)
}

/// The rows of an answer, and what was left out, as lines.
pub(crate) fn lines(answer: &Answer) -> Vec<String> {
    let mut lines: Vec<String> = match &answer.rows {
        Rows::Events(rows) => rows.iter().map(event).collect(),
        Rows::Offices(rows) => rows.iter().map(office).collect(),
        Rows::Attendance(rows) => rows.iter().map(attendance).collect(),
        Rows::Common(rows) => rows.iter().map(shared).collect(),
        Rows::Path(rows) => rows.iter().map(step).collect(),
        Rows::Reach(rows) => {
            rows.iter().map(|row| format!("{} {} {} via {}", row.steps, row.who, row.certainty, row.via)).collect()
        }
        Rows::Rank(rows) => rows
            .iter()
            .map(|row| format!("{} {} {} meetings, {} partners", row.rank, row.who, row.meetings, row.partners))
            .collect(),
        Rows::Pairs(rows) => {
            let line = |row: &PairRow| {
                format!("{} {} {} {}, {} to {}", row.rank, row.who, row.with, row.meetings, row.first, row.last)
            };
            rows.iter().map(line).collect()
        }
        Rows::Card(rows) => rows.iter().map(|row| format!("{}: {}", row.field, row.value)).collect(),
        Rows::Search(rows) => {
            rows.iter().map(|row| format!("{} {} {}: {}", row.id, row.kind, row.field, row.text)).collect()
        }
        Rows::Conflicts(rows) => rows.iter().map(|row| format!("{} {} {}", row.fact, row.aspect, row.state)).collect(),
        Rows::Cited(rows) => rows.iter().map(|row| format!("{} {}", row.key, row.locators.join(", "))).collect(),
        Rows::Coverage(rows) => rows.iter().map(|row| format!("{} {}", row.source, row.days)).collect(),
        Rows::Counts(rows) => rows.iter().map(|row| format!("{} {}", row.bucket, row.count)).collect(),
        Rows::Matrix(rows) => rows
            .iter()
            .map(|row| format!("{} {} {:?}", row.row, row.col, row.count.as_deref().unwrap_or_default()))
            .collect(),
        Rows::Stats(rows) => rows.iter().map(|row| format!("{} {}", row.number, row.what)).collect(),
        Rows::Long(_) | Rows::Dyads(_) | Rows::Why(_) | Rows::Sources(_) | Rows::Changes(_) => Vec::new(),
    };
    lines.extend(left_out(&answer.left_out));
    lines
}

/// `event degree: who & who | with & with`, with what else the row is about.
fn event(row: &EventRow) -> String {
    let mut line = format!("{} {}: {} | {}", row.event, row.certainty, people(&row.who), people(&row.with));
    if row.mode.is_some_and(|mode| mode.name() != "in-person") {
        line += &format!(" by {}", row.mode.map_or("", |mode| mode.name()));
    }
    if row.status != "held" {
        line += &format!(" {}", row.status);
    }
    if let Some(shared) = &row.shared {
        line += &format!(" shared {shared}");
    }
    line
}

fn people(people: &[Person]) -> String {
    people.iter().map(person).collect::<Vec<_>>().join(" & ")
}

/// The id, `?` or `!` for a weaker degree, and how they took part where that is not as a principal who was present.
fn person(person: &Person) -> String {
    let mark = match person.certainty {
        "certain" => "",
        "disputed" => "!",
        _ => "?",
    };
    let part = if person.part == "principal" { String::new() } else { format!(" ({})", person.part) };
    let presence = person.presence.map(|presence| format!(" ({presence})")).unwrap_or_default();
    format!("{}{mark}{part}{presence}", person.id)
}

fn office(row: &OfficeRow) -> String {
    let acting = if row.acting { " acting" } else { "" };
    let attested = row.last_attested.map(|day| format!(" attested {day}")).unwrap_or_default();
    format!("{} {}: {} {}{acting}{attested}", row.tenure, row.certainty, row.person, row.office)
}

fn attendance(row: &AttendanceRow) -> String {
    let stand_in = row.stand_in.as_ref().map(|id| format!(", stand-in {id}")).unwrap_or_default();
    let reason = row.reason.as_ref().map(|text| format!(", {text}")).unwrap_or_default();
    format!("{} {}: {} {}{stand_in}{reason}", row.event, row.certainty, row.who.id, row.attendance)
}

fn shared(row: &CommonRow) -> String {
    let meetings = row.meetings.iter().map(|meets| {
        let with: Vec<&str> = meets.with.iter().map(Id::as_str).collect();
        let events: Vec<&str> = meets.events.iter().map(Id::as_str).collect();
        format!("{} at {}", with.join(","), events.join(","))
    });
    format!("{} {}: {}", row.who, row.certainty, meetings.collect::<Vec<_>>().join("; "))
}

fn step(row: &PathRow) -> String {
    let chain = row.chain.map(|chain| format!("{chain}. ")).unwrap_or_default();
    let arrives = row.arrives.as_ref().map(|arrives| format!(" by {}", arrives.text)).unwrap_or_default();
    let Person { id: from, .. } = &row.from;
    format!("{chain}{} {} {from} -> {} ({} present){arrives}", row.event, row.certainty, row.to.id, row.present)
}

fn left_out(left: &LeftOut) -> Option<String> {
    let all = [
        ("possible", left.possible),
        ("disputed", left.disputed),
        ("mode", left.mode),
        ("announced", left.announced),
        ("no place", left.no_place),
        ("multilateral", left.multilateral),
        ("greetings", left.greetings),
        ("on trips to forums", left.forum_trips),
        ("on no trip to a forum", left.other_trips),
    ];
    let named = all.into_iter().filter(|(_, number)| *number > 0).map(|(name, number)| format!("{number} {name}"));
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| format!("left out: {}", named.join(", ")))
}
