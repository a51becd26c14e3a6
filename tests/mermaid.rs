//! Flow charts read by Mermaid itself: it draws every box and line of the export, and shows every text as the text.
//!
//! `CHANCERY_BROWSER` is a folder with `tests/browser` and its packages, which `.ci/run` makes. Without it these tests say
//! loudly that they did not run.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail aloud")]
#![expect(clippy::indexing_slicing, reason = "a test may fail aloud")]

#[path = "readers/facts.rs"]
mod facts;
#[path = "browser/run.rs"]
mod run;

use chancery::date::Period;
use chancery::export::{Counted, ExportOptions, Interchange, Selection, export};
use chancery::graph::{Filter, KnowledgeGraph, View};
use chancery::model::Certainty;
use chancery::query::{Measure, Query, Rank, Scope};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Selections as flow charts, and what Mermaid makes of each.
fn read(name: &str, selections: &[Selection<'_>]) -> Vec<Value> {
    let file = |(number, selection)| -> PathBuf {
        let name = format!("chancery-mermaid-{}-{name}-{number}.mmd", std::process::id());
        let file = std::env::temp_dir().join(name);
        std::fs::write(&file, bytes(selection, Interchange::Mermaid)).unwrap();
        file
    };
    let files: Vec<PathBuf> = selections.iter().enumerate().map(file).collect();
    let told = run::node("mermaid.mjs", &files);
    files.iter().for_each(|file| std::fs::remove_file(file).unwrap());
    told
}

fn bytes(selection: &Selection<'_>, format: Interchange) -> Vec<u8> {
    export(selection, format, &ExportOptions::default()).unwrap().remove(0).bytes
}

/// The part of a text that a chart shows, as a reader of a page sees it: blanks are one, and lines are only broken.
fn shown(text: &str) -> String {
    let is_left_out = |c: char| // A joiner keeps a backslash and an n apart.
        matches!(c, '\u{2060}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let is_blank = |c: char| c.is_whitespace();
    let letter = |c: char| match c {
        c if is_blank(c) => c,
        c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    let cut: String = match text.chars().nth(200) {
        Some(_) => text.chars().take(199).chain(['…']).collect(),
        None => text.to_owned(),
    };
    let clean: String = cut.chars().filter(|c| !is_left_out(*c)).map(letter).collect();
    clean.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The boxes as they have to be: each with its number, and the name with the date.
fn nodes(own: &Value) -> Vec<(String, String)> {
    let of = |(number, node): (usize, &Value)| {
        let label = [text(&node["label"]), text(&node["date"])].join("\n");
        (format!("n{number}"), shown(label.trim_end_matches('\n')))
    };
    own["nodes"].as_array().unwrap().iter().enumerate().map(of).collect()
}

/// The lines as they have to be: from which number to which, certain or not, and with which words.
fn lines(own: &Value) -> BTreeSet<(String, String, &'static str, String)> {
    let ids: Vec<&Value> = own["nodes"].as_array().unwrap().iter().map(|node| &node["id"]).collect();
    let number = |id: &Value| format!("n{}", ids.iter().position(|own| *own == id).unwrap());
    let of = |edge: &Value| {
        let (stroke, mark) = match edge["certainty"].as_str() {
            Some("certain") => ("normal", ""),
            Some("disputed") => ("dotted", " !"),
            _ => ("dotted", " ?"),
        };
        (number(&edge["source"]), number(&edge["target"]), stroke, shown(&(text(&edge["label"]) + mark)))
    };
    own["edges"].as_array().unwrap().iter().map(of).collect()
}

fn check(name: &str, selection: &Selection<'_>) {
    let own: Value = serde_json::from_slice(&bytes(selection, Interchange::Json)).unwrap();
    let told = read(name, std::slice::from_ref(selection)).remove(0);
    assert_eq!((&told["errors"], &told["requests"]), (&Value::Array(vec![]), &Value::Array(vec![])), "{name}");
    assert_eq!((&told["kind"], &told["foreign"]), (&"flowchart-v2".into(), &0.into()), "{name}");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let drawn: BTreeSet<(String, String)> =
        list(&told["nodes"]).iter().map(|node| (text(&node["id"]), shown(&text(&node["text"])))).collect();
    let (boxes, expected) = (nodes(&own), lines(&own));
    for one in &boxes {
        assert!(drawn.contains(one), "{name}: {one:?} is not drawn but {:?}", drawn.iter().find(|own| own.0 == one.0));
    }
    let counts = [boxes.len(), boxes.len(), expected.len(), expected.len()];
    let parsed = [&told["parsed"]["nodes"], &told["nodes"], &told["parsed"]["edges"]].map(|all| list(all).len());
    let found = [parsed[0], parsed[1], parsed[2], usize::try_from(told["lines"].as_u64().unwrap()).unwrap()];
    assert_eq!(found, counts, "{name}: boxes parsed and drawn, lines parsed and drawn");
    let edge = |edge: &Value| ["start", "end", "stroke"].map(|field| text(&edge[field]));
    let ends: BTreeSet<[String; 3]> = list(&told["parsed"]["edges"]).iter().map(edge).collect();
    let words: BTreeSet<String> = list(&told["labels"]).iter().map(|label| shown(&text(label))).collect();
    for (from, to, stroke, label) in expected {
        assert!(ends.contains(&[from.clone(), to.clone(), stroke.to_owned()]), "{name}: {from} {to} {stroke}");
        assert!(words.contains(&label), "{name}: {label:?} stands on no line");
    }
}

#[test]
fn networks_of_facts_are_drawn_whole() {
    if !run::can_be_looked_at() {
        return;
    }
    let built_in = facts::built_in();
    let view = View::new(&built_in, Filter::for_drawing(Period::parse("2024-10", chancery::date::Day::FIRST).unwrap()));
    let centres = vec![built_in.node("xi-jinping").unwrap()];
    let around = view.around(&centres);
    check("built-in", &Selection { centres, title: Some("Xi Jinping".to_owned()), ..Selection::of(&around) });
    let hostile = facts::hostile();
    check("hostile", &Selection::of(&View::new(&hostile, Filter::for_drawing(Period::ALL))));
}

fn check_meetings(name: &str, graph: &KnowledgeGraph) {
    let scope = Scope { at_least: Certainty::Possible, multilateral: true, ..Scope::default() };
    let pairs = Query::Rank(Rank { measure: Measure::Pairs, scope, ..Rank::default() }).answer(graph);
    let view = View::new(graph, Filter::for_drawing(Period::ALL));
    check(name, &Selection { counted: Some(Counted::Pairs(&pairs)), ..Selection::of(&view) });
}

#[test]
fn networks_of_meetings_are_drawn_whole() {
    if !run::can_be_looked_at() {
        return;
    }
    check_meetings("meetings", &facts::built_in());
    check_meetings("hostile-meetings", &facts::hostile());
}

#[test]
fn titles_are_texts() {
    if !run::can_be_looked_at() {
        return;
    }
    let graph = facts::hostile();
    let view = View::new(&graph, Filter::for_drawing(Period::ALL));
    let around = view.around(&[graph.node("plan").unwrap()]);
    let titled = |title: String| Selection { title: Some(title), ..Selection::of(&around) };
    let selections: Vec<Selection<'_>> = facts::texts().into_iter().map(titled).collect();
    for (told, title) in read("titles", &selections).iter().zip(facts::texts()) {
        assert_eq!(shown(told["title"].as_str().unwrap_or_default()), shown(&title).replace('<', "‹"));
    }
}
