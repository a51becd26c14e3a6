//! Exports read again by programs of others: NetworkX, Graphviz and their like give back every node, edge and row, and every
//! text character for character.
//!
//! They are Python packages (`tests/readers/requirements.txt`); `CHANCERY_READERS` is the interpreter that has them, which
//! `.ci/run` sets. Without it these tests say loudly that they did not run.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail aloud")]
#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test may fail aloud")]

#[path = "readers/facts.rs"]
mod facts;
#[path = "readers/program.rs"]
mod program;

use chancery::date::Period;
use chancery::export::{Counted, ExportOptions, Interchange, Selection, export};
use chancery::graph::{Filter, KnowledgeGraph, View};
use chancery::model::Certainty;
use chancery::query::{Measure, Query, Rank, Scope};
use program::{Folder, python};
use serde_json::Value;
use std::collections::BTreeMap;

/// The facts that are exported, by name.
fn collections() -> [(&'static str, KnowledgeGraph); 2] {
    [("built-in", facts::built_in()), ("hostile", facts::hostile())]
}

fn whole(graph: &KnowledgeGraph) -> View<'_> {
    View::new(graph, Filter::for_drawing(Period::ALL))
}

/// What becomes of a character in XML, which does not hold most control characters.
fn as_in_xml(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        c => c,
    }
}

/// Our own JSON of a view.
fn own(view: &View<'_>) -> Value {
    let documents = export(&Selection::of(view), Interchange::Json, &ExportOptions::default()).unwrap();
    serde_json::from_slice(&documents[0].bytes).unwrap()
}

/// Labels by id, and edges with kind and certainty, of our own JSON.
fn nodes_and_edges(own: &Value) -> (BTreeMap<String, String>, Vec<Vec<String>>) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = own["nodes"].as_array().unwrap().iter().map(|node| (text(&node["id"]), text(&node["label"])));
    let edge = |edge: &Value| ["source", "target", "kind", "certainty"].map(|field| text(&edge[field])).to_vec();
    let mut edges: Vec<Vec<String>> = own["edges"].as_array().unwrap().iter().map(edge).collect();
    edges.sort();
    (nodes.collect(), edges)
}

/// The formats of networks that NetworkX reads.
const NETWORKS: [Interchange; 4] =
    [Interchange::Graphml, Interchange::Gexf, Interchange::Cytoscape, Interchange::Gephi];

fn check_networks(name: &str, selection: &Selection<'_>) {
    let folder = Folder::new(name);
    let options = ExportOptions::default();
    for format in NETWORKS {
        folder.write(format, &export(selection, format, &options).unwrap());
    }
    let Some(found) = python("networks.py", folder.path()) else { return };
    let own = export(selection, Interchange::Json, &options).unwrap();
    let (nodes, edges) = nodes_and_edges(&serde_json::from_slice(&own[0].bytes).unwrap());
    assert!(nodes.len() > 4 && edges.len() > 4, "{name}");
    // XML holds no control characters; that is said in docs/exporting.md.
    let in_xml = |text: &String| -> String { text.chars().map(as_in_xml).collect() };
    let of_xml: BTreeMap<String, String> = nodes.iter().map(|(id, text)| (id.clone(), in_xml(text))).collect();
    for (format, expected) in [("graphml", &of_xml), ("gexf", &of_xml), ("cytoscape", &nodes), ("gephi", &nodes)] {
        let read: BTreeMap<String, String> = serde_json::from_value(found[format]["nodes"].clone()).unwrap();
        for (id, label) in expected {
            assert_eq!(read.get(id), Some(label), "{name} {format} {id}");
        }
        assert_eq!(read.len(), expected.len(), "{name} {format}");
        let read: Vec<Vec<String>> = serde_json::from_value(found[format]["edges"].clone()).unwrap();
        assert_eq!(read, edges, "{name} {format}");
    }
}

#[test]
fn networks_come_back_whole() {
    for (name, graph) in collections() {
        check_networks(name, &Selection::of(&whole(&graph)));
    }
}

#[test]
fn networks_of_meetings_come_back_whole() {
    for (name, graph) in collections() {
        let scope = Scope { at_least: Certainty::Possible, multilateral: true, ..Scope::default() };
        let pairs = Query::Rank(Rank { measure: Measure::Pairs, scope, ..Rank::default() }).answer(&graph);
        let view = whole(&graph);
        check_networks(name, &Selection { counted: Some(Counted::Pairs(&pairs)), ..Selection::of(&view) });
    }
}

/// The rows of a table that a program of others read.
fn rows<'f>(found: &'f Value, format: &str, table: &str) -> &'f [Value] {
    found[format]["tables"][table].as_array().expect(table)
}

fn check_package(found: &Value, format: &str, graph: &KnowledgeGraph, name: &str) {
    let own = own(&whole(graph));
    assert_eq!(found[format]["problems"], Value::Array(Vec::new()), "{name} {format}");
    let named = |table: &str, column: &str| {
        let of = |row: &Value| (row["id"].as_str().unwrap().to_owned(), row[column].as_str().map(str::to_owned));
        rows(found, format, table).iter().map(of).collect::<BTreeMap<_, _>>()
    };
    let tables = [("actors", "name"), ("offices", "title"), ("places", "name"), ("topics", "name"), ("events", "name")];
    let tables = tables.map(|(table, column)| named(table, column));
    for node in own["nodes"].as_array().unwrap() {
        let (id, label) = (node["id"].as_str().unwrap(), node["label"].as_str().unwrap());
        let held = tables.iter().find_map(|table| table.get(id));
        let held = held.unwrap_or_else(|| panic!("{name} {format}: {id} is in no table"));
        // An event without a name is called by its id; an empty cell is none.
        assert_eq!(held.as_deref().unwrap_or(id), label, "{name} {format} {id}");
    }
    let of_kind = |kind: &str| own["edges"].as_array().unwrap().iter().filter(|edge| edge["kind"] == kind).count();
    let parts: usize = graph.nodes().map(|node| graph.fact(node).parts.len()).sum();
    assert_eq!(rows(found, format, "participations").len(), parts, "{name} {format}");
    assert_eq!(rows(found, format, "tenures").len(), of_kind("holds"), "{name} {format}");
    assert_eq!(rows(found, format, "memberships").len(), of_kind("member_of"), "{name} {format}");
}

#[test]
fn packages_are_valid_and_come_back_whole() {
    for (name, graph) in collections() {
        let view = whole(&graph);
        let folder = Folder::new(name);
        folder.write(
            Interchange::Csv,
            &export(&Selection::of(&view), Interchange::Csv, &ExportOptions::default()).unwrap(),
        );
        if cfg!(feature = "parquet") {
            let options = ExportOptions::default();
            folder.write(Interchange::Parquet, &export(&Selection::of(&view), Interchange::Parquet, &options).unwrap());
        }
        let Some(found) = python("packages.py", folder.path()) else { return };
        if cfg!(feature = "parquet") {
            assert_eq!(found["alike"], Value::Bool(true), "{name}: CSV and Parquet hold the same");
        }
        check_package(&found, "csv", &graph, name);
        if name == "hostile" {
            let accounts = rows(&found, "csv", "accounts");
            for (number, text) in facts::texts().iter().enumerate() {
                let meeting = format!("meeting-{number}");
                let account = accounts.iter().find(|row| row["fact"] == meeting.as_str()).unwrap();
                for column in ["locator", "quote"] {
                    assert_eq!(account[column].as_str(), Some(text.as_str()), "{meeting} {column}");
                }
            }
        }
    }
}

#[test]
fn entities_are_valid_and_come_back_whole() {
    for (name, graph) in collections() {
        let view = whole(&graph);
        let folder = Folder::new(name);
        let options = ExportOptions::default();
        folder.write(Interchange::Ftm, &export(&Selection::of(&view), Interchange::Ftm, &options).unwrap());
        let Some(found) = python("ftm.py", folder.path()) else { return };
        assert_eq!(found["problems"], Value::Array(Vec::new()), "{name}");
        let prefix = if name == "built-in" { "chancery-facts" } else { "facts" };
        for node in own(&view)["nodes"].as_array().unwrap() {
            let (id, label) = (node["id"].as_str().unwrap(), node["label"].as_str().unwrap());
            let names = &found["names"][format!("{prefix}-{id}")];
            match node["kind"].as_str().unwrap() {
                // What has no place in the model is said in docs/exporting.md.
                "topic" | "initiative" | "unknown" => assert!(names.is_null(), "{name} {id}"),
                // An event without a name is called by kind and date.
                _ if label == id => assert!(!names.is_null(), "{name} {id}"),
                // Names of the model are short; a longer one stands whole in a note.
                _ if label.chars().count() > 384 => {
                    let notes = found["notes"][format!("{prefix}-{id}")].as_array().unwrap();
                    assert!(notes.iter().any(|note| note == label), "{name} {id}");
                }
                _ => assert!(names.as_array().unwrap().iter().any(|one| one == label), "{name} {id}: {names}"),
            }
        }
        let of_kind = |kind: &str| own(&view)["edges"].as_array().unwrap().iter().filter(|e| e["kind"] == kind).count();
        assert_eq!(found["counts"]["Occupancy"].as_u64().unwrap(), of_kind("holds") as u64, "{name}");
    }
}

#[test]
fn linked_data_come_back_whole() {
    for (name, graph) in collections() {
        let view = whole(&graph);
        let folder = Folder::new(name);
        for format in [Interchange::Turtle, Interchange::Jsonld] {
            folder.write(format, &export(&Selection::of(&view), format, &ExportOptions::default()).unwrap());
        }
        let Some(found) = python("linked.py", folder.path()) else { return };
        assert_eq!(found["undefined"], Value::Array(Vec::new()), "{name}");
        for node in own(&view)["nodes"].as_array().unwrap() {
            let (id, label) = (node["id"].as_str().unwrap(), node["label"].as_str().unwrap());
            if label != id {
                assert_eq!(found["labels"][id].as_str(), Some(label), "{name} {id}");
            }
        }
        let accounts: usize = graph.facts().iter().map(|fact| fact.accounts.len()).sum();
        assert!(found["counts"]["Account"].as_u64().unwrap() <= accounts as u64, "{name}");
        let parts: usize = graph.nodes().map(|node| graph.fact(node).parts.len()).sum();
        assert_eq!(found["counts"]["Participation"].as_u64(), Some(parts as u64), "{name}");
        if name == "hostile" {
            for (number, text) in facts::texts().iter().enumerate() {
                let quote = &found["quotes"][format!("meeting-{number}.account.1")];
                assert_eq!(quote.as_str(), Some(text.as_str()), "{number}");
            }
        }
    }
}
