//! Explanations: what the parser of RON objects to, in words for somebody who has never seen a parser.

use super::mark::{self, Mark, Owner, Side};
use super::text::SourceText;
use super::value::Want;
use super::words::{Words, expectation, plain, proposal, shortened};
use crate::diagnostic::{Code, Diagnostic};
use ron::Error;
use ron::error::SpannedError;
use std::ops::Range;

/// What is wrong with an item, at the token that is to blame.
pub(super) fn explain(text: &SourceText, item: &Range<usize>, error: &SpannedError) -> Diagnostic {
    let end = text.offset(item.start, error.span.end.line, error.span.end.col);
    let mut mark = mark::find(text, item, end, side(&error.code));
    if mark.range.is_empty() {
        mark.range = item.clone();
    }
    let words = Place { text, item, mark: &mark }.words(&error.code);
    let mut problem = text.error(words.code.unwrap_or(Code::Parse), words.mark.unwrap_or(mark.range), words.message);
    problem.hint = words.hint;
    problem
}

/// Where the parser stands when it reports an error.
fn side(error: &Error) -> Side {
    match error {
        Error::MissingStructField { .. } => Side::Around,
        Error::Message(_)
        | Error::InvalidEscape(_)
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
pub(super) struct Place<'a> {
    pub text: &'a SourceText,
    pub item: &'a Range<usize>,
    pub mark: &'a Mark,
}

impl Place<'_> {
    fn words(&self, error: &Error) -> Words {
        match error {
            Error::Message(message) => self.refused(message),
            Error::NoSuchStructField { expected, found, .. } => Words {
                hint: proposal(found, expected, "the fields are"),
                ..plain(format!("{} has no field `{}`", self.owner(), shortened(found)))
            },
            Error::NoSuchEnumVariant { expected, found, .. } => self.unknown_variant(found, expected),
            Error::MissingStructField { field, .. } => {
                plain(format!("{} lacks the field `{field}`", self.owner())).hint(format!("add `{field}: …`"))
            }
            Error::DuplicateStructField { field, .. } => {
                plain(format!("the field `{field}` is given twice in {}", self.owner())).hint("keep one of the two")
            }
            Error::ExpectedDifferentStructName { found, .. } => {
                plain(format!("`{}` cannot stand before this bracket", shortened(found))).hint("take it out")
            }
            Error::InvalidValueForType { expected, found } => self.wrong_value(expected, found),
            Error::ExpectedDifferentLength { expected, .. } => plain(format!("{expected} is expected here")),
            Error::InvalidEscape(_) => self.bad_escape(),
            Error::IntegerOutOfBounds => self.out_of_bounds(),
            _ => self.unexpected(error),
        }
    }

    fn unknown_variant(&self, found: &str, expected: &[&'static str]) -> Words {
        let found = shortened(found);
        match self.mark.range.start == self.item.start {
            true => {
                let hint = proposal(&found, expected, "the kinds are");
                Words { hint, ..plain(format!("`{found}` is no kind of record")) }
            }
            false => {
                let hint = proposal(&found, expected, "the values are");
                Words { hint, ..plain(format!("`{found}` is none of the values that can stand here")) }
            }
        }
    }

    /// What was expected where something else stands.
    fn unexpected(&self, error: &Error) -> Words {
        match error {
            Error::ExpectedString | Error::ExpectedStringEnd => self.value(Want::Text, "a text in quotes"),
            Error::ExpectedBoolean => self.value(Want::Bare, "`true` or `false`"),
            Error::ExpectedFloat | Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => self.number(error),
            Error::ExpectedArray => self.value(Want::List, "a list in `[` … `]`"),
            Error::ExpectedComma => self.missing_comma(),
            Error::TrailingCharacters => self.trailing(),
            Error::ExceededRecursionLimit => plain("this is nested too deeply"),
            Error::ExpectedIdentifier => self.expected_name(),
            Error::SuggestRawIdentifier(_) if self.mark.bracket.is_none() => self.expected_name(),
            Error::SuggestRawIdentifier(name) | Error::InvalidIdentifier(name) => self.bad_name(name),
            Error::ExpectedMapColon => plain("`:` is expected here").hint("a name and its value are joined by `:`"),
            Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => self.no_bracket(),
            Error::Eof => plain("the record ends too early"),
            _ => plain(expectation(error)),
        }
    }

    fn missing_comma(&self) -> Words {
        if let Some(words) = self.joined() {
            return words;
        }
        if self.mark.is_last {
            return plain("a bracket is not closed after this").hint("write the closing bracket here");
        }
        let hint = match self.mark.after {
            Some(b'"') => "write `,` before it; a quotation mark inside a text is written `\\\"`",
            _ => "write `,` before it",
        };
        plain("a comma or a closing bracket is missing before this").hint(hint)
    }

    fn trailing(&self) -> Words {
        match self.sign() {
            Some(sign @ (b')' | b']' | b'}')) => {
                plain(format!("this `{}` closes nothing", char::from(sign))).hint("take it out")
            }
            _ => plain("something follows the record here").hint("take it out, or write it inside the brackets"),
        }
    }

    /// A record's kind, a field's name or a value's name is expected.
    fn expected_name(&self) -> Words {
        let opened = self.mark.bracket.and_then(|at| self.text.bytes().get(at));
        let is_field = opened == Some(&b'(') && matches!(self.mark.after, Some(b'(' | b','));
        let words = match (opened, is_field) {
            (None, _) => return plain("a record begins with its kind and a bracket, such as `Person(`"),
            (_, true) => plain("the name of a field is expected here"),
            (_, false) => return self.value(Want::Bare, "a name without quotes"),
        };
        Words { hint: self.without_quotes(), ..words }
    }

    fn bad_name(&self, name: &str) -> Words {
        let message = format!("`{}` is no name: names are made of letters, digits and `_`", shortened(name));
        let whole = self.mark.range.start..self.mark.range.start + name.len();
        plain(message).hint(format!("write `{}`", shortened(&name.replace(['-', '.'], "_")))).at(whole)
    }

    /// The fields of a struct stand in no bracket, or in one of another kind.
    fn no_bracket(&self) -> Words {
        match self.sign() {
            Some(b'{') => plain("fields stand in `(` … `)`").hint("write `(` for `{` and `)` for `}`"),
            _ if self.mark.bracket.is_none() && self.mark.range.start > self.item.start => {
                plain("`(` is missing before this").hint("write `(` after the kind of the record")
            }
            _ => plain("`(` … `)` is expected here"),
        }
    }

    /// The first byte of the mark.
    pub(super) fn sign(&self) -> Option<u8> {
        self.text.bytes().get(self.mark.range.start).copied()
    }

    /// What stands at the mark, as it is written.
    pub(super) fn written(&self) -> String {
        self.lossy(self.mark.range.clone())
    }

    pub(super) fn lossy(&self, range: Range<usize>) -> String {
        shortened(&String::from_utf8_lossy(self.text.slice(range)))
    }

    /// What the struct is called in which the mark stands.
    fn owner(&self) -> String {
        match &self.mark.owner {
            Some(Owner::Kind(word)) => format!("`{}`", self.lossy(word.clone())),
            Some(Owner::Field(name)) => format!("what stands in `{}`", self.lossy(name.clone())),
            None => "this `(…)`".to_owned(),
        }
    }
}
