//! Drawings: read again by a small reader of the DOT language, and by Graphviz itself where it is installed.
#![expect(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail aloud")]

#[path = "dot/program.rs"]
mod program;
#[path = "dot/reader.rs"]
mod reader;

use chancery::date::{Day, Period};
use chancery::export::dot::{DotOptions, dot};
use chancery::graph::{Filter, KnowledgeGraph, NodeKind, View};
use chancery::resolve::{load_built_in, resolve};
use reader::{Drawing, shown};
use std::collections::BTreeSet;

fn graph(texts: &[&str]) -> KnowledgeGraph {
    let texts = texts.iter().enumerate().map(|(n, text)| (format!("{n}.ron"), text.as_bytes().to_vec()));
    KnowledgeGraph::new(resolve(chancery::read::read_texts(texts)).facts)
}

fn draw(view: &View<'_>, options: &DotOptions) -> String {
    let mut out = Vec::new();
    dot(view, &mut out, options).unwrap();
    String::from_utf8(out).unwrap()
}

fn drawn(view: &View<'_>) -> String {
    draw(view, &DotOptions::default())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn draws_everything_that_is_built_in() {
    let graph = KnowledgeGraph::new(load_built_in().facts);
    for view in [graph.view(), View::new(&graph, Filter::for_drawing(Period::ALL)).without_lone_nodes(&[])] {
        let text = drawn(&view);
        let drawing = reader::read(&text);
        let ids: Vec<&str> = drawing.nodes.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, view.nodes().map(|node| graph.fact(node).id.as_str()).collect::<Vec<_>>());
        let ends = |from: &str, to: &str| format!("{from}>{to}");
        let lines: BTreeSet<String> = drawing.edges.iter().map(|(from, to, _)| ends(from, to)).collect();
        let edges = view.edges().map(|edge| (graph.fact(edge.from), graph.fact(edge.to)));
        assert_eq!(lines, edges.map(|(from, to)| ends(from.id.as_str(), to.id.as_str())).collect());
        let kinds: BTreeSet<NodeKind> = view.nodes().map(|node| graph.kind(node)).collect();
        for kind in kinds {
            assert!(drawing.legend.contains(&format!("legend/{kind}")), "{kind}");
        }
        program::render(&text, "svg");
    }
}

#[test]
fn draws_nothing() {
    let graph = graph(&["[]"]);
    let text = drawn(&graph.view());
    assert!(reader::read(&text).nodes.is_empty());
    program::render(&text, "svg");
}

/// Names that break out of careless quoting, and how they show.
fn hostile() -> Vec<(String, String)> {
    let check = |text: &str, shown: &str| (text.to_owned(), shown.to_owned());
    let same = |text: &str| check(text, text);
    vec![
        same(r#"Person "A""#),
        same(r#"""#),
        same(r"ends with a backslash \"),
        same(r#"backslash and quote \""#),
        same(r"\N \G \E \T \H \L \l \r \n \x"),
        check("two\nlines", "two\nlines"),
        check("three\r\nlines\rhere", "three\nlines\nhere"),
        same("<b>bold</b>"),
        same("<<table><tr><td>A</td></tr></table>>"),
        same("A &amp; B & C &lt; &#65; &copy;"),
        check("right \u{202E}to\u{202C} left \u{2067}x\u{2069}\u{200F}", "right to left x"),
        same("\u{5E9}\u{5DC}\u{5D5}\u{5DD}"),
        same("\u{1F600} and \u{1F468}\u{200D}\u{1F469}"),
        check("nul \0 bell \u{7} escape \u{1B}[31m", "nul \u{FFFD} bell \u{FFFD} escape \u{FFFD}[31m"),
        check("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
        same("legend/person"),
        same("hostile-1"),
        same("cluster_legend"),
        same("node"),
        same("a -> b; }"),
        same("// no comment"),
        same("# no line"),
        same("1.5"),
        check("a\tb", "a b"),
        check(&"ab ".repeat(3500), &format!("{}…", "ab ".repeat(70).chars().take(199).collect::<String>())),
        check(&"&\"\\".repeat(3500), &format!("{}…", "&\"\\".repeat(70).chars().take(199).collect::<String>())),
    ]
}

/// A string of RON that holds any text.
fn ron(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\u{{{:X}}}", u32::from(c))).collect();
    format!("\"{escaped}\"")
}

fn hostile_facts() -> String {
    let mut facts =
        String::from("[Source(id: \"source-a\", title: \"Source A\"), State(id: \"state-a\", name: \"A\"),");
    for (n, (text, _)) in hostile().iter().enumerate() {
        let name = ron(text);
        facts += &format!(
            "Person(id: \"hostile-{n}\", name: {name}),
             Office(id: \"office-{n}\", title: {name}, of: \"state-a\"),
             Meeting(id: \"meeting-{n}\", name: {name}, when: \"2024-12-12\", source: \"source-a\",
                 participants: [(who: \"hostile-{n}\", as: \"office-{n}\")]),\n"
        );
    }
    facts + "]"
}

#[test]
fn hostile_names_come_through() {
    let graph = graph(&[&hostile_facts()]);
    let view = View::new(&graph, Filter::for_drawing(Period::ALL));
    let text = drawn(&view);
    let drawing = reader::read(&text);
    let seen = program::node_texts(&text);
    let texts = |id: &str| {
        let node = drawing.nodes.iter().find(|(own, _)| own == id).unwrap();
        let own = shown(&node.1["label"]);
        let seen = seen.as_ref().map(|seen| seen.iter().find(|(own, _)| own == id).unwrap().1.clone());
        seen.into_iter().chain([own])
    };
    for (n, (_, expected)) in hostile().iter().enumerate() {
        for (id, date) in
            [(format!("hostile-{n}"), ""), (format!("office-{n}"), ""), (format!("meeting-{n}"), "2024-12-12")]
        {
            for text in texts(&id) {
                assert_eq!(squeezed(&text), squeezed(&format!("{expected} {date}")), "{id}");
            }
        }
        let capacity = drawing.edges.iter().find(|(_, to, _)| *to == format!("meeting-{n}")).unwrap();
        let words = format!("took part in as {expected}");
        let start: String = squeezed(&words).chars().take(120).collect();
        assert!(squeezed(&shown(&capacity.2["label"])).starts_with(&start), "{n}");
    }
    program::render(&text, "svg");
}

#[test]
fn long_texts_are_whole_in_the_tooltip() {
    let graph = graph(&[&hostile_facts()]);
    let drawing = reader::read(&drawn(&graph.view()));
    let mut cut = 0;
    for (n, (text, _)) in hostile().iter().enumerate() {
        let node = drawing.nodes.iter().find(|(id, _)| *id == format!("hostile-{n}")).unwrap();
        let tooltip = node.1.get("tooltip").map(|tooltip| shown(tooltip));
        assert_eq!(tooltip.is_some(), text.chars().count() > 200, "{n}");
        if let Some(tooltip) = tooltip {
            cut += 1;
            let whole: String = text.chars().take(1999).chain(['…']).collect();
            assert_eq!(tooltip, whole);
        }
    }
    assert_eq!(cut, 2);
}

#[test]
fn hostile_titles_come_through() {
    let graph = graph(&["[Person(id: \"person-a\", name: \"Person A\")]"]);
    for (title, expected) in hostile() {
        let text = draw(&graph.view(), &DotOptions { title: Some(title), ..DotOptions::default() });
        let drawing = reader::read(&text);
        assert_eq!(squeezed(&shown(&drawing.graph["label"])), squeezed(&expected));
        program::render(&text, "svg");
    }
}

#[test]
fn same_facts_same_bytes() {
    let files = [
        "[Person(id: \"person-b\", name: \"B\"), Person(id: \"person-a\", name: \"A\"), Source(id: \"source-a\", title: \"S\")]",
        "[Call(id: \"call-a\", when: \"2024\", participants: [\"person-b\", \"person-a\"], source: \"source-a\")]",
    ];
    let one = drawn(&graph(&files).view());
    let [a, b] = files;
    assert_eq!(one, drawn(&graph(&files).view()));
    assert_eq!(one, drawn(&graph(&[b, a]).view()));
}

const JUDGED: &str = r#"[
    Source(id: "source-a", title: "Source A", published: "2024-12-20"),
    Source(id: "source-b", title: "Source B", published: "2024-12-21"),
    State(id: "state-a", name: "State A"),
    Person(id: "person-a", name: "Person A"), Person(id: "person-b", name: "Person B"),
    Office(id: "office-a", title: "President of A", of: "state-a"),
    Tenure(id: "tenure-a", person: "person-a", office: "office-a", from: "2020-01-01", until: "2024-12-31", source: "source-a"),
    Tenure(id: "tenure-b", person: "person-b", office: "office-a", from: "2025-01", acting: true, source: "source-a"),
    Membership(id: "member-a", who: "person-b", of: "party-a", from: "2001", source: "source-a"),
    Party(id: "party-a", name: "Party A", of: "state-a"),
    Meeting(id: "meeting-1", name: "Sure", when: "2024-12-12", source: "source-a", participants: [
        (who: "person-a", as: "office-a"), (who: "person-b", presence: Absent), (who: "person-c", part: Interpreter)]),
    Meeting(id: "meeting-2", name: "Again", when: "2024-12-14", source: "source-a", participants: [
        (who: "person-a", as: "office-a"), (who: "person-b", presence: Video, as: ["former:office-a"])]),
    Meeting(id: "meeting-3", name: "Perhaps", when: "2024", source: "source-a", participants: ["person-a"]),
    Meeting(id: "meeting-4", name: "Two days", when: "2024-12-12", source: "source-a", participants: ["person-a"]),
    Meeting(id: "meeting-4", name: "Two days", when: "2024-12-13", source: "source-b", participants: ["person-a"]),
    Meeting(id: "meeting-5", name: "Denied", when: "2024-12-12", source: "source-a", participants: ["person-a"]),
    Denial(id: "denial-a", of: "meeting-5", source: "source-b"),
    Visit(id: "visit-1", name: "Planned", when: "2024-12-28", source: "source-a", to: "state-a", visitors: "person-b"),
]"#;

#[test]
fn nodes_say_when() {
    let graph = graph(&[JUDGED]);
    let drawing = reader::read(&drawn(&graph.view()));
    let check = |id: &str, label: &str, style: &str| {
        let (_, node) = drawing.nodes.iter().find(|(own, _)| own == id).unwrap();
        assert_eq!((shown(&node["label"]).as_str(), node["style"].as_str()), (label, style), "{id}");
    };
    check("person-a", "Person A", "filled");
    check("person-c", "person-c", "filled,dashed");
    check("meeting-1", "Sure\n2024-12-12", "filled");
    check("meeting-3", "Perhaps\n2024", "filled");
    check("meeting-4", "Two days\n2024-12-12 or\n2024-12-13 !", "filled");
    check("meeting-5", "Denied\n2024-12-12", "filled,dashed");
    check("visit-1", "Planned\n2024-12-28, announced", "filled");
}

fn check_edge(drawing: &Drawing, from: &str, to: &str, lines: &[(&str, &str)]) {
    let found = drawing.edges.iter().filter(|(own_from, own_to, _)| own_from == from && own_to == to);
    let found: Vec<(String, String)> =
        found.map(|(_, _, edge)| (shown(&edge["label"]).replace('\n', " "), edge["style"].clone())).collect();
    let expected: Vec<(String, String)> =
        lines.iter().map(|(label, style)| ((*label).to_owned(), (*style).to_owned())).collect();
    assert_eq!(found, expected, "{from} -> {to}");
}

#[test]
fn edges_say_what_and_how_surely() {
    let graph = graph(&[JUDGED]);
    let drawing = reader::read(&drawn(&graph.view()));
    let check = |from: &str, to: &str, lines: &[(&str, &str)]| check_edge(&drawing, from, to, lines);
    check("office-a", "state-a", &[("of", "solid")]);
    check("person-a", "office-a", &[("holds 2020-01-01–2024-12-31", "solid")]);
    check("person-b", "office-a", &[("holds acting, from 2025-01", "dotted")]);
    check("person-b", "party-a", &[("member of from 2001", "solid")]);
    check("person-a", "meeting-1", &[("took part in as President of A", "solid")]);
    check("person-b", "meeting-1", &[("was absent from", "solid")]);
    check("person-c", "meeting-1", &[("took part in (interpreter)", "solid")]);
    check("person-b", "meeting-2", &[("took part by video in as former President of A", "solid")]);
    check("person-a", "state-a", &[("represented 2024-12-12, 2024-12-14", "solid")]);
    check("person-a", "meeting-5", &[("took part in !", "dashed")]);
    check("visit-1", "state-a", &[("visited", "solid")]);
    check("source-a", "meeting-1", &[("supports", "solid")]);
    check("source-b", "meeting-5", &[("denies", "solid")]);
    for certainty in ["certain", "disputed", "possible"] {
        assert!(drawing.legend.contains(&format!("legend/{certainty}/from>legend/{certainty}/to")), "{certainty}");
    }
}

#[test]
fn a_period_makes_lines_less_sure() {
    let graph = graph(&[JUDGED]);
    let period = Period::parse("2024-12-01..2024-12-12", Day::FIRST).unwrap();
    let drawing = reader::read(&drawn(&View::new(&graph, Filter::for_drawing(period))));
    let check = |from: &str, to: &str, lines: &[(&str, &str)]| check_edge(&drawing, from, to, lines);
    check("person-a", "meeting-1", &[("took part in as President of A", "solid")]);
    check("person-a", "meeting-2", &[]);
    check("person-a", "meeting-3", &[("took part in", "dotted")]);
    check("person-a", "meeting-4", &[("took part in !", "dashed")]);
    check("person-a", "state-a", &[("represented 2024-12-12", "solid")]);
    check("source-a", "meeting-1", &[]);
}

#[test]
fn centres_have_thick_outlines() {
    let graph = graph(&[JUDGED]);
    let centre = graph.node("person-a").unwrap();
    let options = DotOptions { centres: vec![centre], ..DotOptions::default() };
    let drawing = reader::read(&draw(&graph.view(), &options));
    let thick = drawing.nodes.iter().filter(|(_, node)| node.contains_key("penwidth"));
    assert_eq!(thick.map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["person-a"]);
}
