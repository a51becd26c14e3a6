//! Explanations: what the parser of RON objects to, in words for somebody who has never seen a parser.

use super::mark::{self, Mark, Side};
use super::text::SourceText;
use crate::diagnostic::{Code, Diagnostic};
use crate::names::nearest;
use ron::Error;
use ron::error::SpannedError;
use std::ops::Range;

/// So many valid words are listed in a hint where none of them is near.
const LISTED: usize = 24;

/// A message and, where there is one, what to write instead.
struct Words {
    message: String,
    hint: Option<String>,
}

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
                plain(format!("the field `{field}` is given twice in {}", self.owner_within()))
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
        let is_number = ["integer", "floating"].iter().any(|word| found.contains(word));
        let wants_number = ["integer", "number"].iter().any(|word| expected.contains(word))
            || expected.starts_with(['u', 'i', 'f']) && expected.len() <= 4;
        if is_number && !wants_number {
            return self.unquoted();
        }
        let found = shortened(found);
        plain(format!("{expected} is expected here, not {found}"))
    }

    /// What was expected where something else stands.
    fn unexpected(&self, error: &Error) -> Words {
        match error {
            Error::ExpectedString | Error::ExpectedStringEnd => self.unquoted(),
            Error::ExpectedFloat | Error::ExpectedComma if self.date().is_some() => self.unquoted(),
            Error::ExpectedComma => self.missing_comma(),
            Error::TrailingCharacters => plain("something follows the record here"),
            Error::ExceededRecursionLimit => plain("this is nested too deeply"),
            Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_) => self.expected_name(),
            Error::Eof => plain("the record ends too early"),
            _ => plain(expectation(error)),
        }
    }

    fn missing_comma(&self) -> Words {
        Words {
            message: "a comma or a closing bracket is missing before this".to_owned(),
            hint: Some(
                "put `,` before it; if it belongs to the text before it, that text is not closed well".to_owned(),
            ),
        }
    }

    fn expected_name(&self) -> Words {
        let written = self.written();
        let bare = written.trim_matches('"');
        let fits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let hint = (fits && bare.len() < written.len()).then(|| format!("`{bare}`"));
        Words { message: "a name without quotes is expected here".to_owned(), hint }
    }

    /// A text is expected, and what stands here has no quotes.
    fn unquoted(&self) -> Words {
        if let Some(date) = self.date() {
            return Words { message: "dates are texts in quotes".to_owned(), hint: Some(format!("\"{date}\"")) };
        }
        let written = self.bare();
        Words {
            message: "a text in quotes is expected here".to_owned(),
            hint: (!written.is_empty()).then(|| format!("\"{written}\"")),
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
        let tail = date.bytes().nth(year);
        (year == 4 && matches!(tail, None | Some(b'-' | b'/' | b'~' | b'?' | b'X'))).then_some(date)
    }

    /// The run of letters, digits and the like that begins at the mark.
    fn bare(&self) -> String {
        self.run(self.mark.range.start)
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
            None => "what stands in these brackets".to_owned(),
        }
    }

    fn owner_within(&self) -> String {
        match &self.mark.owner {
            Some(_) => self.owner(),
            None => "one bracket".to_owned(),
        }
    }
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_./~?%".contains(&byte)
}

fn plain(message: impl Into<String>) -> Words {
    Words { message: message.into(), hint: None }
}

/// A message of one of our own types, with its hint.
fn passed_on(message: &str) -> Words {
    match message.split_once("\nhint: ") {
        None => plain(message),
        Some((message, hint)) => Words { message: message.to_owned(), hint: Some(hint.to_owned()) },
    }
}

/// The nearest valid word, or all of them if they are few.
fn proposal(found: &str, valid: &[&'static str], all: &str) -> Option<String> {
    if let Some(near) = nearest(found, valid.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let listed: Vec<String> = valid.iter().map(|word| format!("`{word}`")).collect();
    let few = !listed.is_empty() && listed.len() <= LISTED;
    few.then(|| format!("{all} {}", listed.join(", ")))
}

/// The words for the errors that only say what was expected.
fn expectation(error: &Error) -> String {
    let what = match error {
        Error::ExpectedArray => "a list in `[` … `]`",
        Error::ExpectedArrayEnd => "`]`",
        Error::ExpectedMap => "`{` … `}`",
        Error::ExpectedMapColon => "`:`",
        Error::ExpectedMapEnd => "`}`",
        Error::ExpectedBoolean => "`true` or `false`",
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => "a whole number",
        Error::ExpectedFloat => "a number",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "`(` … `)`",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "`)`",
        Error::IntegerOutOfBounds => return "this number is too large or too small".to_owned(),
        Error::UnexpectedChar(c) => return format!("the character {c:?} cannot stand here"),
        other => return lower_first(&other.to_string()),
    };
    format!("{what} is expected here")
}

fn lower_first(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

/// A word of the user's own, cut where it is very long and free of line ends.
fn shortened(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = word.chars().take(LONGEST).collect();
    if word.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short.replace(char::is_control, " ")
}
