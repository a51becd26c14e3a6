//! Flow charts of Mermaid (mermaid.js.org), which Markdown pages on many sites draw.

use super::{EdgeRow, Network, NodeRow};
use crate::export::dot::escape::clean;
use crate::export::field::Value;
use std::collections::BTreeSet;

/// Longer labels are cut: there are no tooltips to hold the rest.
const LONGEST_LABEL: usize = 200;

/// Writes a network as a flow chart. Nodes are numbered, as Mermaid takes words such as `end` for its own; lines are
/// solid where certain, dotted with `!` where disputed and with `?` where possible.
pub(in crate::export) fn mermaid(network: &Network<'_>) -> Vec<u8> {
    let mut lines = vec![
        "---".to_owned(),
        // A JSON string is one of YAML as well.
        format!("title: {}", serde_json::Value::from(as_title(&network.title))),
        "---".to_owned(),
        "flowchart LR".to_owned(),
    ];
    lines.extend(network.nodes.iter().enumerate().map(|(number, node)| of_node(number, node)));
    let number = |id: &Value| network.nodes.binary_search_by(|node| node.id.words().cmp(&id.words())).unwrap_or(0);
    let mut edges: Vec<String> = network
        .edges
        .iter()
        .map(|edge| {
            let line = of_edge(edge, number(&edge.source), number(&edge.target));
            if network.is_directed { line } else { line.replacen("-->", "---", 1).replacen("-.->", "-.-", 1) }
        })
        .collect();
    // What reads the same, such as whom somebody represented at several events, is drawn once.
    let mut drawn = BTreeSet::new();
    edges.retain(|line| drawn.insert(line.clone()));
    lines.extend(edges);
    lines.push(String::new());
    lines.join("\n").into_bytes()
}

fn of_node(number: usize, node: &NodeRow) -> String {
    let words = |value: &Value| value.words().unwrap_or_default();
    let date = node.date.words().map(|date| format!("\n{date}")).unwrap_or_default();
    let label = escaped(&format!("{}{date}", words(&node.label)));
    let (open, close) = shape(&words(&node.kind), node.status != Value::Nothing);
    format!("  n{number}{open}\"{label}\"{close}")
}

/// People are round, events have sloping sides, sources are drums, all else is a box.
fn shape(kind: &str, is_event: bool) -> (&'static str, &'static str) {
    match kind {
        "person" => ("([", "])"),
        "source" => ("[(", ")]"),
        _ if is_event => ("{{", "}}"),
        _ => ("[", "]"),
    }
}

fn of_edge(edge: &EdgeRow, from: usize, to: usize) -> String {
    let (line, mark) = match edge.certainty.words().as_deref() {
        Some("certain") => ("-->", ""),
        Some("disputed") => ("-.->", " !"),
        _ => ("-.->", " ?"),
    };
    let label = escaped(&format!("{}{mark}", edge.label.words().unwrap_or_default()));
    format!("  n{from} {line}|\"{label}\"| n{to}")
}

/// A text between double quotes that shows as the text: the one door through which texts come into a chart.
///
/// Mermaid has no backslash escapes but reads `#NUMBER;` as a character (its "entity codes"), and draws labels as HTML
/// and Markdown, so that everything but letters, digits, spaces and a few marks is written by number. Control
/// characters and marks of direction are treated as in drawings.
fn escaped(text: &str) -> String {
    let letters: Vec<char> = clean(&cut(text)).chars().collect();
    let mut escaped = String::with_capacity(letters.len());
    let is_word = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric());
    for (at, c) in letters.iter().copied().enumerate() {
        match c {
            '\n' => escaped.push_str("<br/>"),
            c if c.is_alphanumeric() || " ,–·()/".contains(c) || !c.is_ascii() => escaped.push(c),
            // At the beginning of a line a sign makes a list of a label; within a word it makes nothing.
            '-' | '.' if is_word(at.checked_sub(1)) && is_word(Some(at + 1)) => escaped.push(c),
            // Mermaid breaks a line at a backslash and an n, however they are written; a joiner without width keeps them apart.
            '\\' if letters.get(at + 1) == Some(&'n') => escaped.push_str("#92;\u{2060}"),
            c => escaped.push_str(&format!("#{};", u32::from(c))),
        }
    }
    escaped
}

/// A text as it shows as the title of a chart. Mermaid takes what follows a `<` there for markup and has no way to write
/// the sign itself, so that another one stands for it.
fn as_title(text: &str) -> String {
    clean(&cut(text)).replace('<', "‹")
}

/// As much of a text as a chart shows.
fn cut(text: &str) -> String {
    match text.chars().nth(LONGEST_LABEL) {
        Some(_) => text.chars().take(LONGEST_LABEL - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_show_as_they_are() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text:?}");
        check("Person A", "Person A");
        check("习近平", "习近平");
        check("\"A\"", "#34;A#34;");
        check("#35;", "#35;35#59;");
        check("<b>`*_", "#60;b#62;#96;#42;#95;");
        check("a\nb", "a<br/>b");
        check("\\n \\N", "#92;\u{2060}n #92;N");
        check("2024-12-12", "2024-12-12");
        check("1. a - b", "1#46; a #45; b");
        check(&"a".repeat(10_000), &format!("{}…", "a".repeat(199)));
    }

    #[test]
    fn titles_hold_no_markup() {
        assert_eq!(as_title("a <b> & \"c\""), "a ‹b> & \"c\"");
        assert_eq!(as_title(&"a".repeat(10_000)), format!("{}…", "a".repeat(199)));
    }
}
