//! A coarse date with its qualifier.

use std::fmt;

use super::coarse::Coarse;
use super::error::quoted;
use super::{DateError, Day, refusal};

/// What a source says of its own date, EDTF level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Qualifier {
    /// Nothing: the date is as stated.
    Sure,
    /// `?`: perhaps not this date.
    Uncertain,
    /// `~`: about this date.
    Approximate,
    /// `%`: perhaps about this date.
    Both,
}

impl Qualifier {
    fn from_mark(mark: char) -> Option<Qualifier> {
        match mark {
            '?' => Some(Qualifier::Uncertain),
            '~' => Some(Qualifier::Approximate),
            '%' => Some(Qualifier::Both),
            _ => None,
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Qualifier::Sure => "",
            Qualifier::Uncertain => "?",
            Qualifier::Approximate => "~",
            Qualifier::Both => "%",
        }
    }
}

/// A day or coarse date as written, with its qualifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Written {
    pub(super) date: Coarse,
    pub(super) qualifier: Qualifier,
}

impl Written {
    pub(super) fn sure(date: Coarse) -> Written {
        let qualifier = Qualifier::Sure;
        Written { date, qualifier }
    }

    /// Reads a date with its qualifier, and nothing around it.
    pub(super) fn parse(text: &str) -> Result<Written, DateError> {
        Written::read(text).unwrap_or_else(|| Err(refusal::explain(text)))
    }

    /// As [`Written::parse`], but nothing if the text has not the form of a
    /// date at all.
    pub(super) fn read(text: &str) -> Option<Result<Written, DateError>> {
        let mark = text.chars().next_back().and_then(Qualifier::from_mark);
        let (plain, qualifier) = match mark {
            Some(qualifier) => (text.get(..text.len() - 1)?, qualifier),
            None => (text, Qualifier::Sure),
        };
        let date = Coarse::read(plain)?;
        Some(date.map(|date| Written { date, qualifier }))
    }

    pub(super) fn is_sure(self) -> bool {
        self.qualifier == Qualifier::Sure
    }

    /// First and last day that it can mean.
    pub(super) fn span(self) -> (Day, Day) {
        match self.qualifier {
            Qualifier::Sure | Qualifier::Uncertain => self.date.span(),
            Qualifier::Approximate | Qualifier::Both => self.date.widened(),
        }
    }

    pub(super) fn cell(self) -> String {
        format!("{}{}", self.date.cell(), self.qualifier.mark())
    }
}

/// Why a qualifier stands in a wrong place, if the text has one.
pub(super) fn misplaced(text: &str) -> Option<DateError> {
    let is_mark = |letter: char| Qualifier::from_mark(letter).is_some();
    let marks = text.chars().filter(|&letter| is_mark(letter)).count();
    if marks == 0 {
        return None;
    }
    let bare: String = text.chars().filter(|&letter| !is_mark(letter)).collect();
    Coarse::read(&bare)?.ok()?;
    let mark = match text.chars().find(|&letter| is_mark(letter)) {
        Some(mark) if marks == 1 => mark,
        _ => '%',
    };
    let message = format!("the qualifier of {} does not stand at its end", quoted(text));
    let error = DateError::new(message);
    Some(error.with_hint(format!("one qualifier goes at the end: `{bare}{mark}`")))
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.date, self.qualifier.mark())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qualifiers_widen_or_not() {
        let check = |text: &str, days: &str| {
            let date = Written::parse(text).expect(text);
            let (first, last) = date.span();
            assert_eq!(format!("{first} {last}"), days, "{text}");
            assert_eq!(date.to_string(), text);
            assert!(!date.is_sure());
        };
        check("2024-12-12?", "2024-12-12 2024-12-12");
        check("2024-12-12~", "2024-12-11 2024-12-13");
        check("2024-12-12%", "2024-12-11 2024-12-13");
        check("2024-12?", "2024-12-01 2024-12-31");
        check("2024-12~", "2024-11-01 2025-01-31");
    }

    #[test]
    fn misplaced_qualifiers_are_moved() {
        let check = |text: &str, proposal: &str| {
            let hint = Written::parse(text).expect_err(text).hint();
            assert!(hint.is_some_and(|hint| hint.contains(proposal)), "{text}");
        };
        check("?2024", "`2024?`");
        check("2024~-12", "`2024-12~`");
        check("2024?~", "`2024%`");
    }
}
