//! Answers in RON: whatever is asked, a reader gets the data of the JSON, whatever the texts are.

#![expect(clippy::expect_used, reason = "a test stops where it can not go on")]

use chancery::date::{Day, Length, Period};
use chancery::export::{Format, Style, write};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::query::{
    Answer, Attendance, CalendarUnit, Common, Conflicts, CountBy, Counting, Documents, Events, Matrix, Measure,
    Meetings, Messages, Offices, Per, Query, Rank, Reach, Scope, Shape, Statements, Visits, When, Who,
};
use chancery::read::read_texts;
use chancery::resolve::{load_folder, resolve};
use serde_json::Value;
use std::path::Path;

fn id(text: &str) -> Id {
    text.parse().expect("an id")
}

fn who(text: &str) -> Who {
    id(text).into()
}

fn text(answer: &Answer, format: Format) -> String {
    let mut out = Vec::new();
    write(answer, format, &Style::default(), &mut out).expect("an answer can be written");
    String::from_utf8(out).expect("answers are UTF-8")
}

/// Reads both and compares them.
fn check(what: &str, answer: &Answer) {
    let written = text(answer, Format::Ron);
    let ron: Value = ron::from_str(&written).expect("RON reads its own");
    let json: Value = serde_json::from_str(&text(answer, Format::Json)).expect("JSON reads its own");
    assert_eq!(ron, json, "{what}");
}

fn graph() -> KnowledgeGraph {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/counts");
    KnowledgeGraph::new(load_folder(&folder).facts)
}

fn questions() -> Vec<Query> {
    let scope =
        || Scope { when: When::Began, ..Scope::during(Period::parse("2020..2024", Day::MIN).expect("a period")) };
    let meetings = || Meetings { who: who("person-a"), with: Some(who("person-b")), scope: scope() };
    let count = |per| Query::Count {
        of: Box::new(Query::Meetings(meetings())),
        counting: Counting { by: CountBy::Encounter, per },
    };
    let mut questions = vec![
        Query::Meetings(meetings()),
        Query::Contacts(meetings()),
        Query::Visits(Visits { to: Some(who("land-c")), ..Visits::default() }),
        Query::Offices(Offices { who: Some(who("person-a")), ..Offices::default() }),
        Query::Attendance(Attendance { event: Some(id("round-2021")), ..Attendance::default() }),
        Query::Common(Common { who: vec![who("person-a"), who("person-b")], scope: scope() }),
        Query::Path(chancery::query::Path::new(id("person-a"), id("person-c"), scope())),
        Query::Path(chancery::query::Path {
            time_ordered: true,
            within: Some(Length::parse("9y").expect("a length")),
            all: Some(3),
            ..chancery::query::Path::new(id("person-a"), id("person-c"), scope())
        }),
        Query::Reach(Reach { who: id("person-a"), steps: 2, through: None, scope: scope() }),
        Query::Rank(Rank { among: vec![who("person-a")], ..Rank::default() }),
        Query::Rank(Rank { measure: Measure::Betweenness, ..Rank::default() }),
        Query::Rank(Rank { measure: Measure::Pagerank, top: Some(2), ..Rank::default() }),
        Query::Rank(Rank { measure: Measure::Pairs, ..Rank::default() }),
        Query::Timeline(Events { who: vec![who("person-a")], scope: scope() }),
        Query::Events(Events::default()),
        Query::Statements(Statements::default()),
        Query::Messages(Messages::default()),
        Query::Documents(Documents::default()),
        Query::Show { id: id("bc-2023") },
        Query::Search { text: "person".to_owned() },
        Query::Conflicts(Conflicts::default()),
        Query::Stats,
        Query::Meetings(Meetings { who: who("person-a"), with: None, scope: Scope::during(Period::ALL) }),
    ];
    questions.extend([None, Some(Per::Who), Some(Per::Capacity), Some(Per::State), Some(Per::Month)].map(count));
    let units = [CalendarUnit::Decade, CalendarUnit::Year, CalendarUnit::Quarter, CalendarUnit::Month];
    questions.extend(units.into_iter().map(Some).chain([None]).map(|per| {
        let rows = vec![who("person-a"), who("person-b")];
        Query::Matrix(Matrix { rows, per, by: CountBy::Day, ..Matrix::default() })
    }));
    questions
}

#[test]
fn every_answer_reads_back_as_its_json() {
    let graph = graph();
    for query in questions() {
        let mut answer = query.answer(&graph);
        answer.command = Some("chancery …".to_owned());
        check(query.name(), &answer);
        for shape in [Shape::Long, Shape::Dyads] {
            let mut other = answer.clone();
            other.reshape(&graph, shape);
            check(query.name(), &other);
        }
    }
}

#[test]
fn a_word_without_quotes_would_be_lost() {
    // So that the comparison above sees a list of words that is written as RON writes them by itself.
    let read: Result<Value, _> = ron::from_str("(by: event)");
    assert!(read.is_err() || read.is_ok_and(|read| read["by"] != "event"));
}

#[test]
fn whatever_a_text_is_it_comes_back() {
    let texts = [
        "\"quoted\" 'single' \\ back \\n \\u{1b}",
        "line\nbreak\r\ttab\u{0}",
        "\u{1b}[31mred \u{9b}1m \u{7f}",
        "abc \u{202e}fed\u{202c} \u{2066}x\u{2069} \u{feff}",
        "习近平 Дмитрий é e\u{301} \u{301}x 👩\u{200d}👩",
        "r#\"raw\"# #![enable(x)] ( [ { } ] ) , : // /* */",
        " blank at both ends ",
        "",
    ];
    for text in texts {
        let facts = format!(
            r#"[Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"),
                Source(id: "paper", title: {text:?}),
                Meeting(id: "m", when: "2020-01-01", participants: ["person-a", "person-b"],
                        source: (source: "paper", locator: {text:?}, quote: {text:?}))]"#
        );
        let loading = resolve(read_texts([("facts.ron".to_owned(), facts.into_bytes())]));
        assert_eq!(loading.problems, [], "{text:?}");
        let query = Query::Meetings(Meetings { who: who("person-a"), with: None, scope: Scope::default() });
        let answer = query.answer(&KnowledgeGraph::new(loading.facts));
        check(text, &answer);
        let read: Value = ron::from_str(&self::text(&answer, Format::Ron)).expect("RON");
        assert_eq!(read["citations"]["1"]["quote"], text);
    }
}
