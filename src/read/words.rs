//! Words: messages and hints about what cannot be parsed.

use crate::diagnostic::Code;
use crate::names::nearest;
use ron::Error;
use std::ops::Range;

/// So many valid words are listed in a hint where none of them is near.
const LISTED: usize = 30;

/// A message and, where there is one, what to write instead.
pub(super) struct Words {
    pub message: String,
    pub hint: Option<String>,
    /// What to mark, where that is not the parser's token alone.
    pub mark: Option<Range<usize>>,
    /// What kind of problem it is, where not one of form.
    pub code: Option<Code>,
}

impl Words {
    /// The same with a hint.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with another mark.
    pub(super) fn at(mut self, mark: Range<usize>) -> Self {
        self.mark = Some(mark);
        self
    }
}

/// A message without a hint.
pub(super) fn plain(message: impl Into<String>) -> Words {
    Words { message: message.into(), hint: None, mark: None, code: None }
}

/// A message of one of our own types, with its code and hint.
pub(super) fn passed_on(message: &str) -> Words {
    let (code, message) = coded(message).map_or((None, message), |(code, rest)| (Some(code), rest));
    let words = match message.split_once("\nhint: ") {
        None => plain(message),
        Some((message, hint)) => plain(message).hint(hint),
    };
    Words { code, ..words }
}

/// The code that a message begins with, and what follows it.
fn coded(message: &str) -> Option<(Code, &str)> {
    let (name, rest) = message.strip_prefix(Code::MARK)?.strip_prefix(": ")?.split_once('\n')?;
    Some((Code::from_name(name)?, rest))
}

/// The nearest valid word, or all of them if they are few.
pub(super) fn proposal(found: &str, valid: &[&'static str], all: &str) -> Option<String> {
    if let Some(near) = nearest(found, valid.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let listed: Vec<String> = valid.iter().map(|word| format!("`{word}`")).collect();
    let few = !listed.is_empty() && listed.len() <= LISTED;
    few.then(|| format!("{all} {}", listed.join(", ")))
}

/// The words for the errors that only say what was expected.
pub(super) fn expectation(error: &Error) -> String {
    let what = match error {
        Error::ExpectedArrayEnd => "`]`",
        Error::ExpectedMap => "`{` … `}`",
        Error::ExpectedMapColon => "`:`",
        Error::ExpectedMapEnd => "`}`",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "`(` … `)`",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "`)`",
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
pub(super) fn shortened(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = word.chars().take(LONGEST).collect();
    if word.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short.replace(char::is_control, " ")
}
