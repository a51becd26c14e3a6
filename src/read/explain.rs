//! Explanations: what the parser of RON objects to, in words for somebody who has never seen a parser.

use super::mark::{self, Mark, Side};
use super::text::SourceText;
use super::words::{Words, expectation, passed_on, plain, proposal, shortened};
use crate::diagnostic::{Code, Diagnostic};
use ron::Error;
use ron::error::SpannedError;
use std::ops::Range;

/// What is expected most often.
const TEXT: &str = "a text in quotes";

/// What is wrong with an item, at the token that is to blame.
pub(super) fn explain(text: &SourceText, item: &Range<usize>, error: &SpannedError) -> Diagnostic {
    let start = &error.span.start;
    let start = text.offset(item.start, start.line, start.col);
    let end = text.offset(item.start, error.span.end.line, error.span.end.col);
    let side = side(&error.code);
    let mut mark = mark::find(text, item, end, side);
    if side == Side::Within {
        mark.range = start.saturating_sub(1).max(item.start)..end.max(start);
    }
    if mark.range.is_empty() {
        mark.range = item.clone();
    }
    let words = Place { text, item, mark: &mark }.words(&error.code);
    let mut problem = text.error(Code::Parse, mark.range.clone(), words.message);
    problem.hint = words.hint;
    problem
}

/// Where the parser stands when it reports an error.
fn side(error: &Error) -> Side {
    match error {
        Error::MissingStructField { .. } => Side::Around,
        Error::InvalidEscape(_) => Side::Within,
        Error::Message(_)
        | Error::InvalidValueForType { .. }
        | Error::ExpectedDifferentLength { .. }
        | Error::NoSuchEnumVariant { .. }
        | Error::NoSuchStructField { .. }
        | Error::DuplicateStructField { .. }
        | Error::ExpectedDifferentStructName { .. }
        | Error::IntegerOutOfBounds => Side::Behind,
        _ => Side::Ahead,
    }
}

/// The surroundings of an error, from which words are taken.
struct Place<'a> {
    text: &'a SourceText,
    item: &'a Range<usize>,
    mark: &'a Mark,
}

impl Place<'_> {
    fn words(&self, error: &Error) -> Words {
        match error {
            Error::Message(message) => passed_on(message),
            Error::NoSuchStructField { expected, found, .. } => Words {
                message: format!("{} has no field `{}`", self.owner(), shortened(found)),
                hint: proposal(found, expected, "the fields are"),
            },
            Error::NoSuchEnumVariant { expected, found, .. } => self.unknown_variant(found, expected),
            Error::MissingStructField { field, .. } => plain(format!("{} lacks the field `{field}`", self.owner())),
            Error::DuplicateStructField { field, .. } => {
                plain(format!("the field `{field}` is given twice in {}", self.owner()))
            }
            Error::ExpectedDifferentStructName { found, .. } => {
                plain(format!("`{}` cannot stand before this bracket", shortened(found)))
            }
            Error::InvalidValueForType { expected, found } => self.wrong_value(expected, found),
            Error::ExpectedDifferentLength { expected, .. } => plain(format!("{expected} is expected here")),
            Error::InvalidEscape(_) => Words {
                message: "what follows this backslash has no meaning in a text".to_owned(),
                hint: Some("a backslash itself is written `\\\\`".to_owned()),
            },
            _ => self.unexpected(error),
        }
    }

    fn unknown_variant(&self, found: &str, expected: &[&'static str]) -> Words {
        let is_record = self.mark.range.start == self.item.start;
        let message = match is_record {
            true => format!("`{}` is no kind of record", shortened(found)),
            false => format!("`{}` is none of the values that can stand here", shortened(found)),
        };
        Words { message, hint: proposal(found, expected, "the values are") }
    }

    fn wrong_value(&self, expected: &str, found: &str) -> Words {
        let has = |text: &str, words: [&str; 3]| words.iter().any(|word| text.contains(word));
        let is_bare = has(found, ["integer", "floating point", "a unit value"]);
        let wants_number = has(expected, ["integer", "number", "float"])
            || matches!(expected.as_bytes(), [b'u' | b'i' | b'f', b'1'..=b'9', ..]);
        match is_bare && !wants_number {
            true => self.unquoted(expected),
            false => plain(format!("{expected} is expected here, not {}", shortened(found))),
        }
    }

    /// What was expected where something else stands.
    fn unexpected(&self, error: &Error) -> Words {
        match error {
            Error::ExpectedString | Error::ExpectedStringEnd => self.unquoted(TEXT),
            Error::ExpectedFloat | Error::ExpectedComma if self.date().is_some() => self.unquoted(TEXT),
            Error::ExpectedComma if self.mark.is_last => plain("a bracket is not closed after this"),
            Error::ExpectedComma => self.missing_comma(),
            Error::TrailingCharacters => plain("something follows the record here"),
            Error::ExceededRecursionLimit => plain("this is nested too deeply"),
            Error::ExpectedIdentifier => self.expected_name(),
            Error::SuggestRawIdentifier(_) if self.mark.bracket.is_none() => self.expected_name(),
            Error::SuggestRawIdentifier(name) | Error::InvalidIdentifier(name) => {
                plain(format!("`{}` is no name: names are made of letters, digits and `_`", shortened(name)))
            }
            Error::Eof => plain("the record ends too early"),
            _ => plain(expectation(error)),
        }
    }

    fn missing_comma(&self) -> Words {
        let hint = match self.mark.after {
            Some(b'"') => {
                "put `,` before it; if it belongs to the text before it, a quotation mark inside a text is written `\\\"`"
            }
            _ => "put `,` before it",
        };
        Words { message: "a comma or a closing bracket is missing before this".to_owned(), hint: Some(hint.to_owned()) }
    }

    /// A record's kind, a field's name or a value's name is expected.
    fn expected_name(&self) -> Words {
        let opened = self.mark.bracket.and_then(|at| self.text.bytes().get(at));
        let is_field = opened == Some(&b'(') && matches!(self.mark.after, Some(b'(' | b','));
        match (opened, is_field) {
            (None, _) => plain("a record begins with its kind and a bracket, such as `Person(`"),
            (_, true) => plain("the name of a field is expected here"),
            (_, false) => {
                Words { message: "a name without quotes is expected here".to_owned(), hint: self.without_quotes() }
            }
        }
    }

    fn without_quotes(&self) -> Option<String> {
        let written = self.written();
        let bare = written.strip_prefix('"')?.strip_suffix('"')?;
        let fits = bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (fits && !bare.is_empty()).then(|| format!("`{bare}`"))
    }

    /// A text is expected, and what stands here has no quotes, or others.
    fn unquoted(&self, expected: &str) -> Words {
        if let Some(date) = self.date() {
            return Words { message: "dates are texts in quotes".to_owned(), hint: Some(format!("\"{date}\"")) };
        }
        let written = self.written();
        let inner = written.trim_matches(['“', '”', '„', '«', '»', '‘', '’', '\'', '`']);
        let bare = match inner.len() < written.len() {
            true => inner.to_owned(),
            false => self.run(self.mark.range.start),
        };
        Words {
            message: format!("{expected} is expected here"),
            hint: (!bare.is_empty()).then(|| format!("\"{bare}\"")),
        }
    }

    /// The number here, or around here, if it looks like a date.
    fn date(&self) -> Option<String> {
        let line = self.text.slice(self.item.start..self.mark.range.end);
        let is_part = |byte: &u8| is_bare(*byte);
        let before = line.iter().rev().skip(self.mark.range.len());
        let back = before.take(16).take_while(|byte| is_part(byte)).count();
        let start = self.mark.range.start.saturating_sub(back);
        let date = self.run(start);
        let year = date.bytes().take_while(u8::is_ascii_digit).count();
        let tail = date.as_bytes().get(year);
        (year == 4 && matches!(tail, None | Some(b'-' | b'/' | b'~' | b'?' | b'X'))).then_some(date)
    }

    fn run(&self, start: usize) -> String {
        let bytes = self.text.slice(start..self.item.end);
        let run = bytes.iter().take(40).take_while(|byte| is_bare(**byte));
        run.map(|byte| char::from(*byte)).collect()
    }

    /// What stands at the mark, as it is written.
    fn written(&self) -> String {
        self.lossy(self.mark.range.clone())
    }

    fn lossy(&self, range: Range<usize>) -> String {
        shortened(&String::from_utf8_lossy(self.text.slice(range)))
    }

    /// What the struct is called in which the mark stands.
    fn owner(&self) -> String {
        match &self.mark.owner {
            Some(word) => format!("`{}`", self.lossy(word.clone())),
            None => "this `(…)`".to_owned(),
        }
    }
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_./~?%".contains(&byte)
}
