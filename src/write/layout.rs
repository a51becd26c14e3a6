//! Layout: where lines break. It depends on what is written alone, never on how it was laid out before.

use super::literal;
use super::tree::{Group, Node, Part};
use super::trivia::Comment;

/// A record stands on one line if it fits into so many columns.
pub(super) const RECORD: usize = 100;

/// A value within a record stands on one line if that fits into so many columns.
pub(super) const VALUE: usize = 120;

/// How far what stands in brackets is moved in.
pub(super) const STEP: usize = 4;

/// Writes values; everything that it writes ends where the next thing may follow.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub text: String,
    indent: usize,
}

impl Layout {
    /// A layout that begins so many steps in.
    pub(super) fn within(steps: usize) -> Self {
        Self { text: String::new(), indent: steps * STEP }
    }

    /// Writes a record, after which a comma will stand.
    pub(super) fn record(&mut self, record: &Node) {
        self.node(record, 0, RECORD);
    }

    /// Begins a line.
    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', self.indent));
    }

    /// Writes a value of which `before` columns stand in its line already.
    fn node(&mut self, node: &Node, before: usize, limit: usize) {
        let room = limit.saturating_sub(self.indent + before + 1);
        match (node, one_line(node)) {
            (_, Some(line)) if line.chars().count() <= room => self.text += &line,
            (Node::Leaf(leaf), _) => self.text += &literal::usual(leaf),
            (Node::Group(group), _) => self.group(group),
        }
    }

    fn group(&mut self, group: &Group) {
        self.text += &group.head;
        self.text.push(group.brackets.0);
        for comment in &group.opening {
            self.beside(comment);
        }
        self.indent += STEP;
        for part in &group.parts {
            self.part(part);
        }
        for comment in &group.closing {
            self.line();
            self.text += &comment.text;
        }
        self.indent -= STEP;
        if !group.parts.is_empty() || !group.closing.is_empty() || !group.opening.is_empty() {
            self.line();
        }
        self.text.push(group.brackets.1);
    }

    fn part(&mut self, part: &Part) {
        for comment in &part.leading {
            self.line();
            self.text += &comment.text;
        }
        self.line();
        let key = part.key.as_deref().map(|key| format!("{}: ", literal::usual(key))).unwrap_or_default();
        self.text += &key;
        self.node(&part.value, key.chars().count(), VALUE);
        self.text.push(',');
        for comment in &part.trailing {
            self.beside(comment);
        }
    }

    /// Writes a comment into the line of what it belongs to.
    pub(super) fn beside(&mut self, comment: &Comment) {
        self.text.push(' ');
        self.text += &comment.text;
    }
}

/// The value on one line, where nothing in it needs a line of its own.
fn one_line(node: &Node) -> Option<String> {
    let group = match node {
        Node::Leaf(leaf) => return Some(literal::usual(leaf)).filter(|leaf| !leaf.contains('\n')),
        Node::Group(group) => group,
    };
    let needs_lines = !group.opening.is_empty() || !group.closing.is_empty() || lists_structures(group);
    let parts: Option<Vec<String>> = group.parts.iter().map(part_in_line).collect();
    let inner = parts.filter(|_| !needs_lines)?.join(", ");
    Some(format!("{}{}{inner}{}", group.head, group.brackets.0, group.brackets.1))
}

fn part_in_line(part: &Part) -> Option<String> {
    let value = one_line(&part.value).filter(|_| part.leading.is_empty() && part.trailing.is_empty())?;
    Some(match &part.key {
        Some(key) => format!("{}: {value}", literal::usual(key)),
        None => value,
    })
}

/// Whether a list has several structures of several fields, which are easier to compare one below the other.
fn lists_structures(group: &Group) -> bool {
    let is_structure =
        |part: &&Part| matches!(&part.value, Node::Group(inner) if inner.brackets.0 == '(' && inner.parts.len() > 1);
    group.brackets.0 == '[' && group.parts.iter().filter(is_structure).nth(1).is_some()
}
