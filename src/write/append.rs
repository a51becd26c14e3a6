//! Appending: one more record at the end of a list, and not a byte of the rest changed.

use super::trivia::same_line;
use crate::diagnostic::Diagnostic;
use crate::read::lexer::{Form, Lexer};
use crate::read::{SourceText, split};
use std::ops::Range;

/// A text with one more record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The text.
    pub text: String,
    /// Where the new record stands in it.
    pub record: Range<usize>,
}

/// Puts a record behind the last one of a list; comments before the closing bracket stay there.
///
/// An empty text becomes a list of the one record.
///
/// # Errors
///
/// The problems of a list that is broken.
pub fn append(text: &SourceText, record: &str) -> Result<Appended, Vec<Diagnostic>> {
    if text.bytes().trim_ascii().is_empty() {
        return Ok(insert("[", "\n]\n", record));
    }
    let split = split(text);
    let (Ok(whole), []) = (str::from_utf8(text.bytes()), split.problems.as_slice()) else {
        return Err(split.problems);
    };
    let last = split.items.last().map(|item| item.range.end);
    last.map_or_else(|| in_empty(whole, record), |end| after_record(whole, end, record)).ok_or_else(Vec::new)
}

fn after_record(whole: &str, end: usize, record: &str) -> Option<Appended> {
    let next = Lexer::new(whole.as_bytes(), end).next()?;
    let (from, comma) = match next.form {
        Form::Comma => (next.end, ""),
        _ => (end, ","),
    };
    // A comment in the line of the last record stays with it.
    let beside = same_line(whole.get(from..)?);
    let (head, rest) = whole.split_at_checked(from)?;
    let (beside, tail) = rest.split_at_checked(beside)?;
    Some(insert(&format!("{head}{comma}{beside}"), tail, record))
}

/// Comments of an empty list stay above its first record.
fn in_empty(whole: &str, record: &str) -> Option<Appended> {
    let close = Lexer::new(whole.as_bytes(), 0).filter(|token| token.form == Form::Close).last()?;
    let (head, tail) = whole.split_at_checked(close.start)?;
    Some(insert(head.trim_ascii_end(), &format!("\n{tail}"), record))
}

/// Inserts a record in a line of its own.
fn insert(head: &str, tail: &str, record: &str) -> Appended {
    let head = format!("{head}\n    ");
    let tail = tail.trim_start_matches([' ', '\t', '\r']);
    let line = if tail.starts_with('\n') { "" } else { "\n" };
    Appended { text: format!("{head}{record},{line}{tail}"), record: head.len()..head.len() + record.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str) {
        let appended = append(&SourceText::new("a.ron", before.as_bytes().to_vec()), "B(1)").unwrap();
        assert_eq!(appended.text, after, "{before}");
        assert_eq!(appended.text.get(appended.record), Some("B(1)"));
    }

    #[test]
    fn the_rest_stays_as_it_is() {
        check("", "[\n    B(1),\n]\n");
        check("\n", "[\n    B(1),\n]\n");
        check("[]", "[\n    B(1),\n]");
        check("// a\n[ // b\n  // c\n]\n", "// a\n[ // b\n  // c\n    B(1),\n]\n");
        check("[\n    A(1),\n]\n", "[\n    A(1),\n    B(1),\n]\n");
        check("[ A(1) ]", "[ A(1),\n    B(1),\n]");
        check("[A(1)/* a */]", "[A(1),\n    B(1),\n/* a */]");
        check("[\n  A(1) // a, [\n  // b\n]\n", "[\n  A(1), // a, [\n    B(1),\n  // b\n]\n");
        check("[\n  A(1), /* a\n */ // b\r\n\n  // c\n]", "[\n  A(1), /* a\n */ // b\n    B(1),\n\n  // c\n]");
        check("#![enable(x)]\n[]\n// d", "#![enable(x)]\n[\n    B(1),\n]\n// d");
    }

    #[test]
    fn a_broken_list_is_left_alone() {
        for broken in ["[ A(1", "A(1)", "[ A(1) B(1) ]", "[ A(\"1) ]"] {
            assert!(append(&SourceText::new("a.ron", broken.as_bytes().to_vec()), "B(1)").is_err(), "{broken}");
        }
    }
}
