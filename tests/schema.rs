//! Schemas: what is read and written holds to them, and what differs in one field does not.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "schema/ron.rs"]
mod ron;

use chancery::date::{Day, Length, Period};
use chancery::export::{Format, SchemaOf, Style, write, write_schema};
use chancery::graph::KnowledgeGraph;
use chancery::id::Id;
use chancery::model::Certainty;
use chancery::query::{
    Answer, Attendance, CalendarUnit, Cite, Common, Conflicts, Counting, Covering, Documents, Events, Matrix, Measure,
    Meetings, Messages, Offices, Path, Query, Rank, Reach, Scope, Shape, Statements, Visits, Who, Why, questions,
};
use chancery::read::{SourceText, files, list, read_file, read_texts};
use chancery::record::{Kind, Record};
use chancery::resolve::{load_built_in, load_folder, resolve};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path as FilePath, PathBuf};

const EVERY_FIELD: &str = include_str!("records/every-field.ron");

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn schema(of: SchemaOf) -> Value {
    let mut out = Vec::new();
    write_schema(of, &mut out).expect("a Vec takes everything");
    let schema: Value = serde_json::from_slice(&out).expect("a schema is JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::meta::validate(&schema).expect("a schema holds to the schema of schemas");
    schema
}

fn validator(of: SchemaOf) -> Validator {
    jsonschema::draft202012::new(&schema(of)).expect("a schema can be used")
}

#[track_caller]
fn check(validator: &Validator, value: &Value, what: &str) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
    assert_eq!(errors, [""; 0], "{what}");
}

fn records(ron: &str) -> Vec<Value> {
    let json = ron::json_of(ron);
    serde_json::from_str(&json).expect(&json)
}

#[test]
fn every_field_of_every_kind_holds_to_the_schema() {
    let validator = validator(SchemaOf::Facts);
    let written = records(EVERY_FIELD);
    // The JSON says the same as the file, so that the schema is checked against what is really read.
    let text = SourceText::new("every-field.ron", EVERY_FIELD.as_bytes().to_vec());
    let read: Vec<Record> = list(&text).values.into_iter().map(|listed| listed.value).collect();
    let again: Vec<Record> = serde_json::from_value(Value::Array(written.clone())).expect("records");
    assert_eq!(again, read);
    check(&validator, &Value::Array(written.clone()), "every-field.ron");
    let kinds: BTreeSet<String> =
        written.iter().flat_map(|record| record.as_object().expect("an object").keys().cloned()).collect();
    assert_eq!(kinds, Kind::ALL.iter().map(|kind| kind.tag().to_owned()).collect());
}

#[test]
fn every_field_in_the_schema_stands_in_the_file_and_is_described() {
    let schema = schema(SchemaOf::Facts);
    let written = records(EVERY_FIELD);
    for kind in Kind::ALL {
        let definition = &schema["$defs"][kind.tag()];
        assert!(definition["description"].is_string(), "{kind}");
        for (field, about) in definition["properties"].as_object().expect("fields") {
            assert!(about["description"].is_string(), "{kind} {field}");
            assert!(written.iter().any(|record| !record[kind.tag()][field].is_null()), "{kind} {field}");
        }
    }
}

#[test]
fn facts_that_differ_in_one_field_are_refused() {
    let validator = validator(SchemaOf::Facts);
    let refused = |record: Value| assert!(!validator.is_valid(&json!([record])), "{record}");
    let event = json!({"id": "m", "when": "2031", "participants": ["a"], "source": "s#p1"});
    check(&validator, &json!([{"Meeting": event}]), "a meeting");
    let with = |field: &str, value: Value| {
        let mut event = event.clone();
        event[field] = value;
        event
    };
    refused(json!({"Meeting": with("whem", json!("2031"))}));
    refused(json!({"Meeting": with("id", json!("M 1"))}));
    refused(json!({"Meeting": with("format", json!("talks"))}));
    refused(json!({"Meeting": with("participants", json!([{"whom": "a"}]))}));
    refused(json!({"Meeting": with("credibility", json!(7))}));
    refused(json!({"Meeting": with("complete", json!("true"))}));
    refused(json!({"Meetings": event}));
    refused(json!({"Meeting": {"id": "m", "when": "2031"}}));
    refused(json!({"Person": {"id": "a"}}));
    refused(json!({"Source": {"id": "s", "title": "S", "kind": "Newspaper"}}));
    // For every kind: one field more.
    for record in records(EVERY_FIELD) {
        let mut more = record.clone();
        let fields = more.as_object_mut().and_then(|record| record.values_mut().next()).expect("a record");
        fields["zzzzzzzz"] = json!(1);
        refused(more);
    }
}

#[test]
fn fact_files_hold_to_the_schema() {
    let validator = validator(SchemaOf::Facts);
    let mut seen = 0;
    for folder in ["graph-data", "tests/facts/two-people", "tests/facts/cited"] {
        for file in files(&root().join(folder)).0 {
            let text = read_file(&file).expect("a readable file");
            let ron = String::from_utf8(text.bytes().to_vec()).expect("text");
            check(&validator, &Value::Array(records(&ron)), &file.name);
            seen += 1;
        }
    }
    assert!(seen > 10, "the files are found");
}

fn id(text: &str) -> Id {
    text.parse().expect(text)
}

fn who(text: &str) -> Who {
    id(text).into()
}

fn graph(folder: &str) -> KnowledgeGraph {
    KnowledgeGraph::new(load_folder(&root().join(folder)).facts)
}

fn every_field() -> KnowledgeGraph {
    let texts = [("every-field.ron".to_owned(), EVERY_FIELD.as_bytes().to_vec())];
    KnowledgeGraph::new(resolve(read_texts(texts)).facts)
}

/// Every question, about two people and a source.
fn asked(one: &str, other: &str, source: &str) -> Vec<Query> {
    let scope = Scope::default;
    let all = || Meetings { who: who(one), with: None, scope: scope() };
    let events = || Events { who: vec![who(one)], scope: scope() };
    let mut queries = vec![
        Query::Meetings(Meetings { with: Some(who(other)), ..all() }),
        Query::Contacts(all()),
        Query::Visits(Visits::default()),
        Query::Offices(Offices { who: Some(who(one)), ..Offices::default() }),
        Query::Attendance(Attendance { of: Some(who(one)), ..Attendance::default() }),
        Query::Common(Common { who: vec![who(one)], scope: scope() }),
        Query::Path(Path::new(id(one), id(other), scope())),
        Query::Path(Path {
            time_ordered: true,
            within: Some(Length::parse("90y").expect("a length")),
            most_steps: Some(9),
            all: Some(2),
            ..Path::new(id(one), id(other), Scope { at_least: Certainty::Possible, ..scope() })
        }),
        Query::Reach(Reach { who: id(one), steps: 2, through: None, scope: scope() }),
        Query::Rank(Rank { among: vec![who(one)], top: Some(3), ..Rank::default() }),
        Query::Rank(Rank { measure: Measure::Betweenness, ..Rank::default() }),
        Query::Rank(Rank { measure: Measure::Pagerank, ..Rank::default() }),
        Query::Rank(Rank { measure: Measure::Pairs, ..Rank::default() }),
        Query::Timeline(events()),
        Query::Events(Events::default()),
        Query::Statements(Statements::default()),
        Query::Messages(Messages::default()),
        Query::Documents(Documents::default()),
        Query::Show { id: id(one) },
        Query::Search { text: "of".to_owned() },
        Query::Conflicts(Conflicts::default()),
        Query::Matrix(Matrix { rows: vec![who(one), who(other)], per: Some(CalendarUnit::Year), ..Matrix::default() }),
        Query::Why(Why::Fact(id(one))),
        Query::Why(Why::met(who(one), who(other))),
        Query::Sources { source: None },
        Query::Sources { source: Some(id(source)) },
        Query::Changes { known_since: Day::MIN, who: None },
        Query::Cite(Cite { of: vec![id(source)] }),
        Query::Cite(Cite::default()),
        Query::Coverage(Covering { who: Some(who(one)), period: Period::ALL }),
        Query::Stats,
    ];
    let counted = Query::Count { of: Box::new(Query::Contacts(all())), counting: Counting::default() };
    queries.push(counted);
    queries
}

fn json_of(answer: &Answer) -> Value {
    let mut out = Vec::new();
    write(answer, Format::Json, &Style::default(), &mut out).expect("a Vec takes everything");
    serde_json::from_slice(&out).expect("an answer is JSON")
}

fn question_of(answer: &Value) -> &str {
    answer["query"]["question"].as_str().expect("a question")
}

fn validator_of(answer: &Value) -> Validator {
    validator(SchemaOf::answer_to(question_of(answer)).expect("a question with a schema"))
}

#[test]
fn every_answer_holds_to_the_schema_of_its_question() {
    let any = validator(SchemaOf::Answer);
    let mut seen = BTreeSet::new();
    for (graph, one, other, source) in [
        (KnowledgeGraph::new(load_built_in().facts), "xi-jinping", "dmitry-medvedev", "cd-2024-12-13"),
        (every_field(), "person-a", "person-b", "paper-a"),
        (graph("tests/facts/two-people"), "person-a", "person-b", "paper-1"),
        (graph("tests/facts/cited"), "person-a", "person-b", "memcon"),
    ] {
        for query in asked(one, other, source) {
            let answer = json_of(&query.answer(&graph));
            check(&any, &answer, query.name());
            check(&validator_of(&answer), &answer, query.name());
            if answer["rows"].as_array().is_some_and(|rows| !rows.is_empty()) {
                seen.insert(question_of(&answer).to_owned());
            }
        }
    }
    assert_eq!(seen, questions().map(str::to_owned).collect(), "every question has an answer with rows");
}

#[test]
fn rows_for_statistics_hold_to_the_schema() {
    let any = validator(SchemaOf::Answer);
    let graph = every_field();
    for shape in [Shape::Long, Shape::Dyads] {
        let mut answer = Query::Events(Events::default()).answer(&graph);
        answer.reshape(&graph, shape);
        let answer = json_of(&answer);
        assert!(answer["rows"].as_array().is_some_and(|rows| !rows.is_empty()), "{shape:?}");
        check(&any, &answer, "rows for statistics");
        check(&validator_of(&answer), &answer, "rows for statistics");
    }
}

#[test]
fn questions_with_every_option_hold_to_the_schema() {
    use chancery::query::{Channel, KindFilter, Stated, StatusWanted, Voice, When};
    use chancery::record::{Level, Mode, Rank};
    let scope = Scope {
        period: Period::ALL,
        when: When::Began,
        at_least: Certainty::Possible,
        kinds: vec![KindFilter { kind: Kind::Meeting, within: Some("talks".to_owned()) }],
        modes: Mode::ALL.to_vec(),
        status: StatusWanted::Any,
        at: Some(id("a")),
        under: Some(id("b")),
        about: Some(id("c")),
        capacity: Some(Stated { offices: vec![id("d")], words: Some("minister".to_owned()) }),
        levels: Level::ALL.to_vec(),
        channels: Channel::ALL.to_vec(),
        ranks: Rank::ALL.to_vec(),
        said_by: Voice::ALL.to_vec(),
        with_predecessors: true,
        only_disputed: true,
        ..Scope::default()
    };
    let query = Query::Events(Events { who: vec![who("person-a")], scope });
    let answer = json_of(&query.answer(&graph("tests/facts/two-people")));
    check(&validator(SchemaOf::Answer), &answer, "every option");
    let mut wrong = answer;
    wrong["query"]["scope"]["status"] = json!("helt");
    assert!(!validator(SchemaOf::Answer).is_valid(&wrong));
}

#[test]
fn answers_that_differ_in_one_field_are_refused() {
    let graph = graph("tests/facts/two-people");
    let any = validator(SchemaOf::Answer);
    let answers: Vec<Value> =
        asked("person-a", "person-b", "paper-1").iter().map(|query| json_of(&query.answer(&graph))).collect();
    let mut rows = 0;
    for answer in &answers {
        let narrow = validator_of(answer);
        let refused = |wrong: Value, what: &str| {
            assert!(!any.is_valid(&wrong), "{what}: {wrong}");
            assert!(!narrow.is_valid(&wrong), "{what}: {wrong}");
        };
        let mut more = answer.clone();
        more["zzzzzzzz"] = json!(1);
        refused(more, "a field more in the envelope");
        let mut less = answer.clone();
        less.as_object_mut().and_then(|answer| answer.remove("left_out"));
        refused(less, "a field less in the envelope");
        if answer["rows"][0].is_object() {
            rows += 1;
            let mut more = answer.clone();
            more["rows"][0]["zzzzzzzz"] = json!(1);
            refused(more, "a field more in a row");
            let mut wrong = answer.clone();
            wrong["rows"][0]["cites"] = json!(1);
            refused(wrong, "a number for a list");
        }
    }
    assert!(rows > 5, "{rows} answers with rows");
    // Rows of one question are none of another.
    let (meetings, offices) = (&answers[0], &answers[3]);
    let mut swapped = meetings.clone();
    swapped["rows"] = offices["rows"].clone();
    assert!(!any.is_valid(&swapped) && !validator_of(meetings).is_valid(&swapped));
    assert!(!validator_of(offices).is_valid(meetings));
}

/// The answers in a text, each from its opening bracket on a line of its own to its closing one. What was found by checks
/// and what two collections say differently are no answers to a question.
fn answers_in(text: &str) -> Vec<Value> {
    const BEGIN: &str = "\n{\n  \"chancery\": ";
    let rest = text.split(BEGIN).skip(1);
    let whole = rest.filter_map(|rest| rest.split("\n}\n").next()).map(|inner| format!("{BEGIN}{inner}\n}}"));
    let read = whole.map(|json| serde_json::from_str::<Value>(&json).expect(&json));
    read.filter(|json| json.get("findings").is_none() && json.get("before").is_none()).collect()
}

fn texts_in(folder: &str, extension: &str) -> Vec<(String, String)> {
    let paths = std::fs::read_dir(root().join(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|own| own == extension));
    let read = |path: &FilePath| std::fs::read_to_string(path).expect("a text");
    wanted.map(|path| (path.display().to_string(), read(&path))).collect()
}

#[test]
fn every_answer_in_the_expected_outputs_holds_to_the_schema() {
    let any = validator(SchemaOf::Answer);
    let mut seen = 0;
    for (file, text) in texts_in("tests/formats", "json") {
        check(&any, &serde_json::from_str(&text).expect("JSON"), &file);
        seen += 1;
    }
    for (file, text) in texts_in("tests/cli", "trycmd") {
        for answer in answers_in(&text) {
            check(&any, &answer, &file);
            check(&validator_of(&answer), &answer, &file);
            seen += 1;
        }
    }
    assert!(seen >= 2, "{seen} answers are found");
}

#[test]
fn the_same_schema_is_the_same_bytes() {
    for of in [SchemaOf::Facts, SchemaOf::Answer] {
        assert_eq!(schema(of).to_string(), schema(of).to_string());
    }
    assert_eq!(SchemaOf::answer_to("meeting"), None);
}
