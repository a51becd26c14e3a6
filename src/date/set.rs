//! One-of sets: `[2006,2009]`, `[2023-03-28..2023-04-04]`, `[..2023-02-20]`.

use std::fmt;
use std::sync::Arc;

use super::error::{Fault, quoted};
use super::written::Written;
use super::{DateError, Day};

/// The dates of which one is meant (EDTF level 2, "one of a set"), in the
/// order of their days and each only once. It is never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct OneOf(Arc<[Choice]>);

/// One choice of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Choice {
    One(Written),
    Between(Written, Written),
    From(Written),
    UpTo(Written),
}

impl Choice {
    fn parse(text: &str) -> Result<Choice, DateError> {
        let Some((from, to)) = text.split_once("..") else {
            return Written::parse(text).map(Choice::One);
        };
        if to.contains("..") {
            let message = format!("{} has more than one `..`", quoted(text));
            return Err(DateError::new(message).with_hint("a set is written `[2006..2009,2011]`"));
        }
        match (from.trim(), to.trim()) {
            ("", "") => Err(DateError::new("`[..]` says nothing: any day is in it").with_hint("leave the date out")),
            ("", to) => Written::parse(to).map(Choice::UpTo),
            (from, "") => Written::parse(from).map(Choice::From),
            (from, to) => Choice::between(Written::parse(from)?, Written::parse(to)?),
        }
    }

    pub(super) fn between(from: Written, to: Written) -> Result<Choice, DateError> {
        if to.span().1 < from.span().0 {
            let message = format!("`{from}..{to}` ends before it begins");
            let hint = format!("the other way round it is `[{to}..{from}]`");
            return Err(DateError::new(message).with_hint(hint).with_fault(Fault::Reversed));
        }
        Ok(match from == to {
            true => Choice::One(from),
            false => Choice::Between(from, to),
        })
    }

    pub(super) fn span(self) -> (Day, Day) {
        match self {
            Choice::One(date) => date.span(),
            Choice::From(date) => (date.span().0, Day::MAX),
            Choice::UpTo(date) => (Day::MIN, date.span().1),
            // A widened end may reach beyond the other one.
            Choice::Between(from, to) => (from.span().0.min(to.span().0), to.span().1.max(from.span().1)),
        }
    }

    fn is_sure(self) -> bool {
        match self {
            Choice::One(date) | Choice::From(date) | Choice::UpTo(date) => date.is_sure(),
            Choice::Between(from, to) => from.is_sure() && to.is_sure(),
        }
    }

    fn cell(self) -> String {
        match self {
            Choice::One(date) => date.cell(),
            Choice::From(date) => format!("{}..", date.cell()),
            Choice::UpTo(date) => format!("..{}", date.cell()),
            Choice::Between(from, to) => format!("{}..{}", from.cell(), to.cell()),
        }
    }
}

impl OneOf {
    /// A set of one choice.
    pub(super) fn of(choice: Choice) -> OneOf {
        OneOf([choice].into())
    }

    /// Reads a set with its brackets.
    pub(super) fn parse(text: &str) -> Result<OneOf, DateError> {
        let inner = text.strip_prefix('[').unwrap_or(text);
        let Some(inner) = inner.strip_suffix(']') else {
            return Err(unclosed(text));
        };
        if inner.trim().is_empty() {
            return Err(DateError::new("`[]` is an empty set").with_hint("leave the date out"));
        }
        let choices = inner.split(',').map(|part| Choice::parse(part.trim()));
        let mut choices = choices.collect::<Result<Vec<_>, _>>()?;
        choices.sort_by_cached_key(|choice| (choice.span(), *choice));
        choices.dedup();
        Ok(OneOf(choices.into()))
    }

    /// The date, if the set has only one and no range.
    pub(super) fn only(&self) -> Option<Written> {
        match &*self.0 {
            [Choice::One(date)] => Some(*date),
            _ => None,
        }
    }

    /// First and last day of all choices together.
    pub(super) fn span(&self) -> (Day, Day) {
        let firsts = self.0.iter().map(|choice| choice.span().0);
        let lasts = self.0.iter().map(|choice| choice.span().1);
        let first = firsts.min().unwrap_or(Day::MIN);
        (first, lasts.max().unwrap_or(Day::MAX))
    }

    pub(super) fn is_sure(&self) -> bool {
        self.0.iter().all(|choice| choice.is_sure())
    }

    pub(super) fn has_alternatives(&self) -> bool {
        self.0.len() > 1
    }

    /// The first days between two choices that belong to none, if any.
    pub(super) fn gap(&self) -> Option<(Day, Day)> {
        let mut reached = self.0.first()?.span().1;
        for choice in self.0.iter() {
            let (first, last) = choice.span();
            if first > reached.plus_days(1) {
                return Some((reached.plus_days(1), first.plus_days(-1)));
            }
            reached = reached.max(last);
        }
        None
    }

    pub(super) fn cell(&self) -> String {
        let cells: Vec<_> = self.0.iter().map(|choice| choice.cell()).collect();
        cells.join(" or ")
    }
}

/// What is wrong with a text that begins a set and does not end it.
fn unclosed(text: &str) -> DateError {
    let marks = ['?', '~', '%'];
    if text.trim_end_matches(marks).ends_with(']') {
        return DateError::new(format!("{} qualifies a whole set", quoted(text)))
            .with_hint("put the qualifier after a date inside the set: `[2006?,2009]`");
    }
    DateError::new(format!("{} has no closing bracket", quoted(text)))
        .with_hint("a set is written `[2006,2009]` or `[2023-03-28..2023-04-04]`")
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Choice::One(date) => date.fmt(f),
            Choice::From(date) => write!(f, "{date}.."),
            Choice::UpTo(date) => write!(f, "..{date}"),
            Choice::Between(from, to) => write!(f, "{from}..{to}"),
        }
    }
}

impl fmt::Display for OneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (index, choice) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{choice}")?;
        }
        f.write_str("]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_read() {
        let check = |text: &str, canonical: &str, days: &str, cell: &str| {
            let set = OneOf::parse(text).expect(text);
            let (first, last) = set.span();
            assert_eq!(set.to_string(), canonical, "{text}");
            assert_eq!(format!("{first} {last}"), days, "{text}");
            assert_eq!(set.cell(), cell, "{text}");
        };
        let days = "2006-01-01 2009-12-31";
        check("[2006,2009]", "[2006,2009]", days, "2006 or 2009");
        check("[ 2009, 2006,2006 ]", "[2006,2009]", days, "2006 or 2009");
        let days = "2023-03-28 2023-04-04";
        let cell = "2023-03-28..2023-04-04";
        check("[2023-03-28..2023-04-04]", "[2023-03-28..2023-04-04]", days, cell);
        check("[..2023-02-20]", "[..2023-02-20]", ".. 2023-02-20", "..2023-02-20");
        check("[2023-01..]", "[2023-01..]", "2023-01-01 ..", "2023-01..");
        let days = "2023-12-31 2024-01-05";
        check("[2024-01-01~..2024-01-05]", "[2024-01-01~..2024-01-05]", days, "2024-01-01~..2024-01-05");
    }

    #[test]
    fn broken_sets_are_refused() {
        let check = |text: &str, part: &str| {
            let error = OneOf::parse(text).expect_err(text).to_string();
            assert!(error.contains(part), "{text}: {error}");
        };
        check("[", "no closing bracket");
        check("[2024", "no closing bracket");
        check("[]", "empty set");
        check("[2024,]", "empty");
        check("[..]", "says nothing");
        check("[2024..2025..2026]", "more than one `..`");
        check("[2024..2023]", "ends before it begins");
        check("[2024,2025]?", "qualifies a whole set");
        check("[2024,[2025]]", "not a date");
    }

    #[test]
    fn gaps_are_found() {
        let check = |text: &str, gap: bool| {
            assert_eq!(OneOf::parse(text).expect(text).gap().is_some(), gap, "{text}");
        };
        check("[2006,2009]", true);
        check("[2006,2007]", false);
        check("[2006..2009,2007,2010..]", false);
        check("[..2006,2008..]", true);
    }
}
