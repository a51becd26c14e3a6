//! Exports that need no program of others: records that load again to the same facts, counts of pairs that are those of
//! `matrix`, the same bytes for the same facts, and that every format is documented.
#![expect(clippy::unwrap_used, reason = "a test may fail aloud")]
#![expect(clippy::indexing_slicing, reason = "a test may fail aloud")]

#[path = "readers/facts.rs"]
mod facts;

use chancery::date::{Day, Period};
use chancery::export::{Base, Cells, Counted, ExportError, ExportOptions, Interchange, Packing, Selection, export};
use chancery::graph::{Filter, KnowledgeGraph, View};
use chancery::id::Id;
use chancery::model::{Account, Fact};
use chancery::query::{
    CalendarUnit, CountBy, Matrix, Measure, Panel, PanelAnswer, Query, Rank, Rows, Scope, Who, panel, zero_is_known,
};
use chancery::record::{Kind, Mode};
use chancery::resolve::resolve;
use std::collections::BTreeSet;

fn graph(texts: &[&str]) -> KnowledgeGraph {
    let texts = texts.iter().enumerate().map(|(n, text)| (format!("{n}.ron"), text.as_bytes().to_vec()));
    KnowledgeGraph::new(resolve(chancery::read::read_texts(texts)).facts)
}

fn written(view: &View<'_>, format: Interchange) -> Vec<Vec<u8>> {
    let documents = export(&Selection::of(view), format, &ExportOptions::default()).unwrap();
    documents.into_iter().map(|one| one.bytes).collect()
}

/// What a fact says, without where its records lie.
fn said(fact: &Fact) -> String {
    let accounts: Vec<String> = fact.accounts.iter().map(account).collect();
    let Fact { id, was, outside, notes, body, parts, timing, disputed, denied, ruled, .. } = fact;
    let of_fact = format!("{id} {was:?} {outside:?} {notes:?} {timing:?} {disputed:?} {denied:?} {ruled:?} {body:?}");
    let parts: Vec<String> = parts.iter().map(|part| format!("{part:?}")).collect();
    format!("{of_fact}\n{}\n{}", accounts.join("\n"), parts.join("\n"))
}

fn account(account: &Account) -> String {
    let Account { citation, evidence, says, heard, status, withdrawn, .. } = account;
    let (derived, credibility) = (&evidence.derived, evidence.credibility);
    format!("{citation:?} {derived:?} {credibility:?} {says:?} {heard:?} {status:?} {withdrawn}")
}

fn check_records(graph: &KnowledgeGraph, view: &View<'_>, is_whole: bool) {
    let text = String::from_utf8(written(view, Interchange::Ron).remove(0)).unwrap();
    let again = self::graph(&[&text]);
    let mut compared = 0;
    for fact in again.facts().iter().filter(|fact| fact.body.is_some()) {
        let own = graph.facts().get(fact.id.as_str()).unwrap();
        assert_eq!(said(fact), said(own), "{}", fact.id);
        compared += 1;
    }
    let known = graph.facts().iter().filter(|fact| fact.body.is_some()).count();
    assert!(compared == known || !is_whole && compared < known && compared > 0, "{compared} of {known}");
    // What is written is laid out as `fmt` lays it out.
    let source = chancery::read::SourceText::new("export", text.clone().into_bytes());
    assert_eq!(chancery::write::format(&source).text, Some(text));
}

#[test]
fn records_load_again_to_the_same_facts() {
    for graph in [facts::built_in(), facts::hostile()] {
        check_records(&graph, &graph.view(), true);
        let whole = View::new(&graph, Filter::for_drawing(Period::ALL));
        for id in ["dmitry-medvedev", "person-b", "person-3"] {
            if let Some(node) = graph.node(id) {
                check_records(&graph, &whole.around(&[node]), false);
            }
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let texts = ["built-in", "hostile"];
    for (name, pair) in
        texts.into_iter().zip([[facts::built_in(), facts::built_in()], [facts::hostile(), facts::hostile()]])
    {
        let [one, other] = &pair;
        let (one, other) = (one.view(), other.view());
        for format in Interchange::ALL.iter().filter(|format| **format != Interchange::Dyads) {
            assert!(written(&one, *format) == written(&other, *format), "{name} {format}");
        }
    }
}

#[test]
fn nothing_is_written_as_something() {
    let empty = graph(&["[]"]);
    for format in Interchange::ALL.iter().filter(|format| **format != Interchange::Dyads) {
        let documents = written(&empty.view(), *format);
        assert_eq!(documents.len() > 1, format.packing() == Packing::Folder, "{format}");
    }
    let selected = export(&Selection::of(&empty.view()), Interchange::Dyads, &ExportOptions::default());
    assert!(matches!(selected, Err(ExportError::NoPanel)));
}

#[test]
fn cells_are_guarded_only_when_asked() {
    let graph = facts::hostile();
    let view = graph.view();
    for format in [Interchange::Gephi, Interchange::Csv] {
        let table = |cells| {
            let options = ExportOptions { cells, ..ExportOptions::default() };
            let documents = export(&Selection::of(&view), format, &options).unwrap();
            documents.into_iter().map(|one| String::from_utf8(one.bytes).unwrap()).collect::<String>()
        };
        assert!(table(Cells::Plain).contains(",=1+1,") && !table(Cells::Plain).contains("'=1+1"), "{format}");
        assert!(table(Cells::Guarded).contains(",'=1+1,") && !table(Cells::Guarded).contains(",=1+1,"), "{format}");
    }
}

#[test]
fn a_base_is_an_address_that_ids_can_stand_behind() {
    let check = |text: &str, is_base: bool| assert_eq!(text.parse::<Base>().is_ok(), is_base, "{text}");
    check("https://example.org/facts/", true);
    check("https://example.org/facts#", true);
    check("urn:example:", true);
    check("https://example.org/facts", false);
    check("facts/", false);
    check("", false);
    check("https://example.org/<>/", false);
}

#[test]
fn every_format_is_documented() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/exporting.md")).unwrap();
    for format in Interchange::ALL {
        let row = format!("| `{format}` |");
        assert!(page.contains(&row), "docs/exporting.md has no row `{row}`");
        assert_eq!(Interchange::from_name(format.name()), Some(*format));
        assert!(!format.about().is_empty() && format.media_type().contains('/') && !format.extension().is_empty());
    }
    let names: BTreeSet<&str> = Interchange::ALL.iter().map(|format| format.name()).collect();
    assert_eq!(names.len(), Interchange::ALL.len());
}

const COVERED: &str = r#"[
    State(id: "state-a", name: "State A", ids: {"cow": "20", "gw": "21", "iso3": "AAA"}),
    State(id: "state-b", name: "State B", ids: {"cow": "10", "gw": "11", "iso3": "BBB"}),
    State(id: "state-c", name: "State C"),
    Source(id: "register", title: "Register", published: "2025-01-01", covers: [(who: "state-a", with: "state-b",
        kinds: [Meeting], modes: [InPerson], from: "2024-01-01", until: "2024-03-31", degree: ClaimsComplete)]),
    Office(id: "president-a", title: "President of A", of: "state-a", level: [HeadOfState]),
    Office(id: "president-b", title: "President of B", of: "state-b", level: [HeadOfState]),
    Person(id: "person-a", name: "Person A"),
    Person(id: "person-b", name: "Person B"),
    Meeting(id: "first", when: "2024-02-02", participants: [(who: "person-a", as: "president-a"),
        (who: "person-b", as: "president-b")], source: "register#1"),
    Meeting(id: "open", when: "[2024-02-28..2024-03-02]", participants: [(who: "person-a", for: "state-a"),
        (who: "person-b", for: "state-b")], source: "register#2"),
    Call(id: "call", when: "2024-05-05", participants: ["state-a", "state-b"], source: "register#3"),
]"#;

fn counted(graph: &KnowledgeGraph, per: CalendarUnit, period: &str) -> PanelAnswer {
    let all: Vec<Id> = graph.of_kind(Kind::State).map(|node| graph.fact(node).id.clone()).collect();
    let scope = Scope::during(Period::parse(period, Day::FIRST).unwrap());
    let levels = vec![chancery::record::Level::HeadOfState];
    panel(graph, &Panel { ends: all.clone(), others: all, per, levels, scope })
}

#[test]
fn a_zero_is_only_where_a_source_claims_completeness() {
    let graph = graph(&[COVERED]);
    let answer = counted(&graph, CalendarUnit::Month, "2024-01..2024-06");
    let cells = |mode: Option<Mode>| -> Vec<String> {
        let rows = answer.rows.iter().filter(|row| row.mode == mode && row.level.is_none());
        let number = |number: Option<usize>| number.map_or("-".to_owned(), |number| number.to_string());
        rows.map(|row| format!("{} {}..{}", row.span, number(row.at_least), number(row.at_most))).collect()
    };
    assert_eq!(
        cells(Some(Mode::InPerson)),
        ["2024-01 0..0", "2024-02 1..2", "2024-03 0..1", "2024-04 -..-", "2024-05 -..-", "2024-06 -..-"]
    );
    // The register tells of meetings in person alone: of all modes together no zero is known.
    assert_eq!(
        cells(None),
        ["2024-01 -..-", "2024-02 1..2", "2024-03 0..1", "2024-04 -..-", "2024-05 1..1", "2024-06 -..-"]
    );
    assert_eq!(cells(Some(Mode::Phone)).iter().filter(|cell| cell.ends_with("1..1")).count(), 1);
    assert_eq!(cells(Some(Mode::Written)), Vec::<String>::new());
    assert!(answer.rows.iter().all(|row| row.one.as_str() == "state-a" && row.other.as_str() == "state-b"));
    let at_level: Vec<&str> = answer
        .rows
        .iter()
        .filter(|row| row.level.is_some() && row.at_most.is_some_and(|most| most > 0))
        .map(|row| row.span.as_str())
        .collect();
    assert_eq!(at_level, ["2024-02"]);
}

#[test]
fn days_of_a_panel_are_days() {
    let graph = graph(&[COVERED]);
    let answer = counted(&graph, CalendarUnit::Day, "2024-02-01..2024-02-03");
    let rows = answer.rows.iter().filter(|row| row.mode == Some(Mode::InPerson));
    let cells: Vec<(&str, Option<usize>)> = rows.map(|row| (row.span.as_str(), row.at_most)).collect();
    assert_eq!(cells, [("2024-02-01", Some(0)), ("2024-02-02", Some(1)), ("2024-02-03", Some(0))]);
}

/// The cells of a panel are those that `matrix` gives.
#[test]
fn a_panel_is_a_matrix() {
    let graph = facts::built_in();
    let all: Vec<Id> = graph.of_kind(Kind::State).map(|node| graph.fact(node).id.clone()).collect();
    let ends: Vec<Id> = ["china", "russia"].map(|id| id.parse().unwrap()).to_vec();
    let scope = Scope::default();
    let question =
        Panel { ends: ends.clone(), others: all, per: CalendarUnit::Year, levels: Vec::new(), scope: scope.clone() };
    let answer = panel(&graph, &question);
    let matrix = Matrix {
        rows: ends.iter().cloned().map(Who::from).collect(),
        cols: Vec::new(),
        by: CountBy::Event,
        per: Some(CalendarUnit::Year),
        scope,
    };
    let query = Query::Matrix(matrix);
    assert!(!zero_is_known(&graph, &query));
    let Rows::Matrix(cells) = query.answer(&graph).rows else { unreachable!() };
    let mut compared = 0;
    for cell in cells.iter().filter(|cell| cell.row_ids[0].as_str() == "china" && cell.at_most.is_some()) {
        let row = answer.rows.iter().find(|row| {
            (row.one.as_str(), row.other.as_str()) == ("china", "russia")
                && row.mode == Some(Mode::InPerson)
                && Some(&row.span) == cell.bucket.as_ref()
        });
        let row = row.expect("the panel has the cell");
        assert_eq!((row.at_least, row.at_most), (cell.at_least, cell.at_most), "{:?}", cell.bucket);
        compared += 1;
    }
    assert!(compared > 5, "{compared}");
}

#[test]
fn events_are_told_with_what_belongs_to_them() {
    let graph = facts::built_in();
    let whole = View::new(&graph, Filter::for_drawing(Period::ALL));
    let meetings: Vec<_> = graph.of_kind(Kind::Meeting).take(20).collect();
    let told = whole.telling(meetings.iter().copied(), &[]);
    for meeting in &meetings {
        assert!(told.shows(*meeting));
        let fact = graph.fact(*meeting);
        for part in &fact.parts {
            assert!(told.shows(graph.node(part.who.as_str()).unwrap()), "{} {}", fact.id, part.who);
        }
    }
    let others = told.nodes().filter(|node| graph.kind(*node) == chancery::graph::NodeKind::Of(Kind::Meeting));
    assert!(others.count() >= meetings.len());
    assert!(told.nodes().all(|node| whole.shows(node)));
    assert_eq!(whole.telling([], &[]).nodes().count(), 0);
}

#[test]
fn who_met_whom_is_what_rank_counts() {
    let graph = facts::built_in();
    let scope = Scope { at_least: chancery::model::Certainty::Possible, ..Scope::default() };
    let rank = Rank { among: Vec::new(), measure: Measure::Pairs, top: None, scope };
    let answer = Query::Rank(rank).answer(&graph);
    let view = graph.view();
    let selection = Selection { counted: Some(Counted::Pairs(&answer)), ..Selection::of(&view) };
    let Rows::Pairs(pairs) = &answer.rows else { unreachable!() };
    let json = export(&selection, Interchange::Json, &ExportOptions::default()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json[0].bytes).unwrap();
    assert_eq!(json["directed"], serde_json::Value::Bool(false));
    let edges = json["edges"].as_array().unwrap();
    assert_eq!(edges.len(), pairs.len());
    assert!(pairs.len() > 20);
    for pair in pairs {
        let is_it =
            |edge: &&serde_json::Value| edge["source"] == pair.who.as_str() && edge["target"] == pair.with.as_str();
        let edge = edges.iter().find(is_it).expect("the pair is an edge");
        assert_eq!(edge["weight"].as_u64(), Some(pair.at_most as u64));
        assert_eq!(edge["at_least"].as_u64(), Some(pair.at_least as u64));
        assert_eq!(edge["events"].as_array().unwrap().len(), pair.events.len());
    }
    let gexf = export(&selection, Interchange::Gexf, &ExportOptions::default()).unwrap();
    let gexf = String::from_utf8(gexf[0].bytes.clone()).unwrap();
    assert!(gexf.contains("defaultedgetype=\"undirected\"") && gexf.contains("<spell start="));
}
