//! Faults: what hinders a list from being split, in plain words.

use super::excerpt;
use super::text::SourceText;
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

/// What is wrong with a list, by offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A text that opens here is not closed, or not before the next record.
    Text { open: usize, next: Option<usize> },
    /// A bracket that opens here is not closed, or not before the next record.
    Bracket { open: usize, next: Option<usize> },
    /// A bracket is closed by one of another kind.
    Mismatch { open: usize, close: usize },
    /// A comment that opens here is not closed.
    Comment(usize),
    /// The text holds no list at all.
    NoList,
    /// The list begins without its bracket.
    ListNotOpened(Range<usize>),
    /// The list ends without its bracket.
    ListNotClosed,
    /// Something follows the list.
    AfterList(Range<usize>),
    /// A record ends here and another follows without a comma.
    NoComma(usize),
    /// A comma that no record stands before.
    SpareComma(Range<usize>),
}

/// The problem to show.
pub(super) fn explain(text: &SourceText, fault: Fault) -> Diagnostic {
    match fault {
        Fault::Text { open, next } => unclosed_text(text, open, next),
        Fault::Bracket { open, next } => unclosed_bracket(text, open, next),
        Fault::Mismatch { open, close } => mismatch(text, open, close),
        Fault::Comment(open) => problem(
            text,
            open..open + 2,
            format!(
                "the comment that opens at {} is never closed, so nothing after it in this file was read",
                place(text, open)
            ),
            "close it with `*/`",
        ),
        Fault::NoList => Diagnostic::error(Code::Parse, text.whole(), "this file holds no list of records")
            .with_hint("write the records between `[` and `]`; a file without records holds `[]`"),
        Fault::ListNotOpened(range) => problem(
            text,
            range,
            "the `[` is missing with which a list of records begins",
            "write `[` before the first record",
        ),
        Fault::ListNotClosed => problem(
            text,
            last(text),
            "the `]` is missing with which a list of records ends",
            "write `]` after the last record",
        ),
        Fault::AfterList(range) => problem(
            text,
            range,
            "something follows the `]` with which the list of records ended",
            "one file holds one list: put this inside it, or remove a `]` too many",
        ),
        Fault::NoComma(end) => problem(
            text,
            last_before(text, end),
            "a comma is missing between this record and the next",
            "write `,` here",
        ),
        Fault::SpareComma(range) => problem(text, range, "no record stands before this comma", "remove the comma"),
    }
}

fn problem(text: &SourceText, range: Range<usize>, message: impl Into<String>, hint: &str) -> Diagnostic {
    text.error(Code::Parse, range, message).with_hint(hint)
}

fn unclosed_text(text: &SourceText, open: usize, next: Option<usize>) -> Diagnostic {
    let subject = match sign(text, open) {
        '\\' => "a text before the backslash",
        _ => "the text that opens",
    };
    let message = format!("{subject} at {} is {}", place(text, open), until(text, next));
    let hint = "close it with `\"`; a quotation mark inside a text is written `\\\"`";
    problem(text, open..open + 1, message, hint)
}

fn unclosed_bracket(text: &SourceText, open: usize, next: Option<usize>) -> Diagnostic {
    if !matches!(sign(text, open), '(' | '[' | '{') {
        let message = "`(` is missing after the kind of this record";
        return problem(text, open..open + 1, message, "write `(` before the fields and `)` after them");
    }
    let message = format!("the `{}` that opens at {} is {}", sign(text, open), place(text, open), until(text, next));
    let hint = format!("close it with `{}`", closing(sign(text, open)));
    problem(text, open..open + 1, message, &hint)
}

fn mismatch(text: &SourceText, open: usize, close: usize) -> Diagnostic {
    let opening = sign(text, open);
    let message = format!("the `{opening}` that opens at {} is closed by `{}`", place(text, open), sign(text, close));
    let hint = format!("close it with `{}`", closing(opening));
    problem(text, close..close + 1, message, &hint)
}

fn place(text: &SourceText, offset: usize) -> String {
    let span = text.span(offset);
    format!("{}:{}", span.line, span.column)
}

fn until(text: &SourceText, next: Option<usize>) -> String {
    match next {
        Some(next) => format!("not closed before the next record at {}", place(text, next)),
        None => "never closed".to_owned(),
    }
}

fn sign(text: &SourceText, offset: usize) -> char {
    let byte = text.bytes().get(offset).copied();
    char::from(byte.unwrap_or(b' '))
}

fn closing(sign: char) -> char {
    match sign {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The last character that is no white space.
fn last(text: &SourceText) -> Range<usize> {
    last_before(text, text.bytes().trim_ascii_end().len())
}

/// The whole character before an offset, so that no mark begins within one.
fn last_before(text: &SourceText, end: usize) -> Range<usize> {
    end.saturating_sub(excerpt::last_step(text.slice(0..end)))..end
}
