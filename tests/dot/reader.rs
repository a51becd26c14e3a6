//! A reader of just so much of the DOT language as the exporter writes, apart from the exporter's own code.

use std::collections::BTreeMap;

/// Attributes as Graphviz would store them, by name.
pub(crate) type Attributes = BTreeMap<String, String>;

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Drawing {
    /// What holds for the whole drawing.
    pub(crate) graph: Attributes,
    /// The nodes outside the legend, in order.
    pub(crate) nodes: Vec<(String, Attributes)>,
    /// The edges outside the legend, in order.
    pub(crate) edges: Vec<(String, String, Attributes)>,
    /// The nodes and edges of the legend.
    pub(crate) legend: Vec<String>,
}

#[derive(Debug, PartialEq)]
enum Token {
    Quoted(String),
    Word(String),
    Mark(char),
}

/// Reads a drawing; panics where it is not written as expected.
pub(crate) fn read(text: &str) -> Drawing {
    let tokens = tokens(text);
    let mut rest = tokens.as_slice();
    let mut drawing = Drawing::default();
    let mut depth = 0;
    while let [first, others @ ..] = rest {
        rest = match (first, others) {
            (Token::Mark('{'), _) => {
                depth += 1;
                others
            }
            (Token::Mark('}'), _) => {
                depth -= 1;
                others
            }
            (Token::Mark(';'), _) => others,
            (Token::Word(word), [Token::Quoted(_), ..]) if word == "digraph" || word == "subgraph" => &others[1..],
            (Token::Word(word), _) => {
                let (attributes, others) = attributes(others);
                if word == "graph" && depth == 1 {
                    drawing.graph = attributes;
                }
                others
            }
            (Token::Quoted(from), [Token::Mark('>'), Token::Quoted(to), others @ ..]) => {
                let (attributes, others) = attributes(others);
                match depth {
                    1 => drawing.edges.push((from.clone(), to.clone(), attributes)),
                    _ => drawing.legend.push(format!("{from}>{to}")),
                }
                others
            }
            (Token::Quoted(id), _) => {
                let (attributes, others) = attributes(others);
                match depth {
                    1 => drawing.nodes.push((id.clone(), attributes)),
                    _ => drawing.legend.push(id.clone()),
                }
                others
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0);
    drawing
}

fn attributes(tokens: &[Token]) -> (Attributes, &[Token]) {
    let [Token::Mark('['), rest @ ..] = tokens else { panic!("{:?}", tokens.first()) };
    let mut rest = rest;
    let mut found = Attributes::new();
    while let [Token::Word(name), Token::Mark('='), Token::Quoted(value), others @ ..] = rest {
        assert_eq!(found.insert(name.clone(), value.clone()), None, "{name} twice");
        rest = others;
    }
    let [Token::Mark(']'), rest @ ..] = rest else { panic!("{:?}", rest.first()) };
    (found, rest)
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => tokens.push(Token::Quoted(quoted(&mut rest))),
            '-' => assert_eq!(rest.peek(), Some(&'>'), "only directed edges"),
            '{' | '}' | '[' | ']' | '=' | ';' | '>' => tokens.push(Token::Mark(c)),
            ' ' | '\n' => {}
            c if c.is_ascii_lowercase() => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|c| c.is_ascii_lowercase()) {
                    word.push(c);
                }
                tokens.push(Token::Word(word));
            }
            c => panic!("{c:?} outside of quotes"),
        }
    }
    tokens
}

/// The lexer's rule: `\"` is a quote, every other backslash stands for itself and takes the next character along.
fn quoted(rest: &mut impl Iterator<Item = char>) -> String {
    let mut value = String::new();
    loop {
        match rest.next().expect("a closing quote") {
            '"' => return value,
            '\\' => match rest.next().expect("something after a backslash") {
                '"' => value.push('"'),
                c => value.extend(['\\', c]),
            },
            c => {
                assert!(!c.is_control(), "{c:?} in quotes");
                value.push(c);
            }
        }
    }
}

/// A stored label as it shows: Graphviz's escapes and entities replaced.
pub(crate) fn shown(label: &str) -> String {
    let mut shown = String::new();
    let mut rest = label.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => shown.push(match rest.next() {
                Some('n') => '\n',
                Some('\\') => '\\',
                other => panic!("backslash and {other:?}"),
            }),
            '&' => {
                let entity: String = rest.by_ref().take_while(|c| *c != ';').collect();
                assert_eq!(entity, "amp");
                shown.push('&');
            }
            c => shown.push(c),
        }
    }
    shown
}
