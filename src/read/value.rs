//! Values: what stands where another value was expected, and how it would be written.

use super::explain::Place;
use super::words::{Words, passed_on, plain, shortened};
use ron::Error;
use std::ops::Range;

/// Quotation marks that are not RON's.
const FOREIGN_QUOTES: [char; 9] = ['“', '”', '„', '«', '»', '‘', '’', '\'', '`'];

/// No value that a hint repeats is longer, in bytes.
const LONGEST: usize = 40;

/// In what form a value is expected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// In quotes.
    Text,
    /// Without quotes.
    Bare,
    /// In `[` … `]`.
    List,
}

impl Place<'_> {
    /// The words where `expected` is expected and something else stands.
    pub(super) fn value(&self, want: Want, expected: &str) -> Words {
        if let Some(sign @ (b')' | b']' | b'}' | b',')) = self.sign() {
            let message = format!("a value is missing before this `{}`", char::from(sign));
            return plain(message).hint(format!("write {expected}, or leave the field out"));
        }
        let words = plain(format!("{expected} is expected here"));
        match want {
            Want::Text => self.unquoted(words),
            Want::Bare => Words { hint: self.without_quotes(), ..words },
            Want::List => Words { hint: self.in_list(), ..words },
        }
    }

    /// A value that its own type refused, with the type's message.
    pub(super) fn refused(&self, message: &str) -> Words {
        let words = passed_on(message);
        match self.sign() {
            Some(b'0'..=b'9') => words.at(self.run()),
            _ => words,
        }
    }

    /// A number is expected.
    pub(super) fn number(&self, error: &Error) -> Words {
        match (error, self.date()) {
            (Error::ExpectedFloat, Some(date)) => unquoted_date(&self.lossy(date.clone())).at(date),
            (Error::ExpectedFloat, None) => self.value(Want::Bare, "a number"),
            _ => self.value(Want::Bare, "a whole number"),
        }
    }

    /// A number that its field can't hold.
    pub(super) fn out_of_bounds(&self) -> Words {
        let whole = self.run();
        match self.text.slice(whole.clone()).starts_with(b"-") {
            true => plain("a number below zero cannot stand here").at(whole),
            false => plain("this number is too large"),
        }
    }

    /// A value of the wrong type.
    pub(super) fn wrong_value(&self, expected: &str, found: &str) -> Words {
        let has = |text: &str, words: [&str; 3]| words.iter().any(|word| text.contains(word));
        let is_bare = has(found, ["integer", "floating point", "a unit value"]);
        let wants_number = has(expected, ["integer", "number", "float"])
            || matches!(expected.as_bytes(), [b'u' | b'i' | b'f', b'1'..=b'9', ..]);
        match is_bare && !wants_number {
            true => self.value(Want::Text, expected),
            false => plain(format!("{expected} is expected here, not {}", shortened(found))),
        }
    }

    /// The words for a value that goes on where the parser had read all that fits.
    pub(super) fn joined(&self) -> Option<Words> {
        if let Some(date) = self.date() {
            return Some(unquoted_date(&self.lossy(date.clone())).at(date));
        }
        let whole = self.run();
        let written = self.lossy(whole.clone());
        if whole.start == self.mark.range.start {
            return None;
        }
        let words = match written.parse::<f64>() {
            Ok(_) => plain(format!("a whole number is expected here, not `{written}`")),
            Err(_) => plain("a text in quotes is expected here").hint(format!("write `\"{written}\"`")),
        };
        Some(words.at(whole))
    }

    /// What follows a backslash in a text has no meaning.
    pub(super) fn bad_escape(&self) -> Words {
        let rest = self.text.slice(self.mark.range.clone());
        let mut at = 0;
        let bad = std::iter::from_fn(|| {
            at += rest.get(at..)?.iter().position(|byte| *byte == b'\\')? + 2;
            Some(at - 2)
        })
        .find(|at| !rest.get(at + 1).is_some_and(|byte| b"\"\\'nrt0\n\r".contains(byte)));
        let start = self.mark.range.start + bad.unwrap_or(0);
        plain("what follows this backslash has no meaning in a text")
            .hint("a backslash itself is written `\\\\`")
            .at(start..start + 2)
    }

    /// A text is expected, and what stands here has no quotes, or others.
    fn unquoted(&self, words: Words) -> Words {
        if let Some(date) = self.date() {
            return unquoted_date(&self.lossy(date.clone())).at(date);
        }
        let quoted = self.foreign_quotes();
        let whole = quoted.clone().unwrap_or_else(|| self.run());
        let written = self.lossy(whole.clone());
        let inner = written.trim_matches(FOREIGN_QUOTES);
        match (inner.is_empty(), quoted) {
            (true, _) => words,
            (false, None) if self.goes_on(whole.end) => words.hint("write all of it in quotes").at(whole),
            (false, None) => words.hint(format!("write `\"{inner}\"`")).at(whole),
            (false, Some(_)) => {
                plain("texts stand in the straight quotes `\"`").hint(format!("write `\"{inner}\"`")).at(whole)
            }
        }
    }

    /// The text in quotes of another kind that begins at the mark and ends in its line.
    fn foreign_quotes(&self) -> Option<Range<usize>> {
        let start = self.mark.range.start;
        let bytes = self.text.slice(start..self.item.end.min(start + 3 * LONGEST));
        let line = bytes.utf8_chunks().next()?.valid().lines().next()?;
        let inner = line.strip_prefix(FOREIGN_QUOTES)?;
        let length = inner.find(FOREIGN_QUOTES)?;
        let closing = inner.get(length..)?.chars().next()?.len_utf8();
        Some(start..start + (line.len() - inner.len()) + length + closing)
    }

    /// The number here, or around here, if it looks like a date.
    fn date(&self) -> Option<Range<usize>> {
        let whole = self.run();
        let date = self.text.slice(whole.clone());
        let year = date.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let tail = date.get(year);
        (year == 4 && matches!(tail, None | Some(b'-' | b'/' | b'~' | b'?' | b'X'))).then_some(whole)
    }

    /// The run of letters, digits and the like in which the mark stands, as far as a hint repeats it.
    fn run(&self) -> Range<usize> {
        let continues = |byte: &&u8| **byte & 0xC0 == 0x80;
        let start = self.mark.range.start;
        let before = self.text.slice(self.item.start..start);
        let mut back = before.iter().rev().take(LONGEST).take_while(is_part).count();
        back -= before.iter().skip(before.len() - back).take_while(continues).count();
        let after = self.text.slice(start..self.item.end);
        let mut on = after.iter().take(LONGEST).take_while(is_part).count();
        // No character is cut in two.
        while on > 0 && after.get(on).is_some_and(|byte| continues(&byte)) {
            on -= 1;
        }
        start - back..start + on
    }

    /// Whether a run is longer than a hint repeats.
    fn goes_on(&self, end: usize) -> bool {
        self.text.slice(end..self.item.end).first().is_some_and(|byte| is_part(&byte))
    }

    /// What the quotes hold that stand where none should.
    pub(super) fn without_quotes(&self) -> Option<String> {
        let written = self.written();
        let bare = written.strip_prefix('"')?.strip_suffix('"')?;
        let fits = bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
        (fits && !bare.is_empty()).then(|| format!("write `{bare}`"))
    }

    fn in_list(&self) -> Option<String> {
        let is_bracket = matches!(self.sign(), Some(b'(' | b'{'));
        (!is_bracket && self.mark.range.len() <= LONGEST).then(|| format!("write `[{}]`", self.written()))
    }
}

/// Whether a byte belongs to a run of letters, digits and the like.
fn is_part(byte: &&u8) -> bool {
    byte.is_ascii_alphanumeric() || **byte >= 0x80 || b"-_./~?%".contains(byte)
}

fn unquoted_date(date: &str) -> Words {
    plain("dates are texts in quotes").hint(format!("write `\"{date}\"`"))
}
