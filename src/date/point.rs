//! One day somewhere within what a source says.

use std::fmt;
use std::str::FromStr;

use super::coarse::Coarse;
use super::error::quoted;
use super::set::{Choice, OneOf};
use super::written::Written;
use super::{Bounds, DateError, Day, EventDate, Precision, numeric};

/// One day somewhere within a day, a coarse date or a one-of set: the value
/// of `from`, `until`, `published`, `born` and their like.
///
/// Dates sort by first possible day, then by last possible day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointDate {
    // The days come first, so that the derived order is the order in time.
    first: Day,
    last: Day,
    form: Form,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    One(Written),
    Set(OneOf),
}

impl PointDate {
    /// The date that says exactly this day. An open day says "no later than
    /// the end of the calendar" or "no earlier than its beginning".
    pub fn from_day(day: Day) -> PointDate {
        match day {
            Day::MIN => PointDate::of_set(OneOf::of(up_to(Day::LAST))),
            Day::MAX => PointDate::of_set(OneOf::of(from(Day::FIRST))),
            day => PointDate::of_written(Written::sure(Coarse::Day(day))),
        }
    }

    /// The date on which all of these can be true: the narrowest of them, or the days that they have in common. `None`
    /// if they contradict each other, or if there are none.
    pub fn common<'a>(dates: impl IntoIterator<Item = &'a PointDate> + Clone) -> Option<PointDate> {
        let first = dates.clone().into_iter().map(PointDate::first).max()?;
        let last = dates.clone().into_iter().map(PointDate::last).min()?;
        let whole = |date: &&PointDate| date.first == first && date.last == last;
        let stated = dates.into_iter().filter(whole).max_by_key(|date| date.is_sure()).cloned();
        stated.or_else(|| (first <= last).then(|| PointDate::between(first, last)))
    }

    /// The span of dates of which one is meant; `None` if there are none.
    pub fn spanning<'a>(dates: impl IntoIterator<Item = &'a PointDate> + Clone) -> Option<PointDate> {
        let earliest = dates.clone().into_iter().min_by_key(|date| date.first)?;
        let latest = dates.into_iter().max_by_key(|date| date.last)?;
        let range = earliest.written().zip(latest.written()).and_then(|(from, to)| Choice::between(from, to).ok());
        Some(match range {
            Some(range) => PointDate::of_set(OneOf::of(range)),
            None => PointDate::between(earliest.first, latest.last),
        })
    }

    /// Some day from the first to the last.
    fn between(first: Day, last: Day) -> PointDate {
        let day = |day| Written::sure(Coarse::Day(day));
        match (first, last) {
            (Day::MIN, last) => PointDate::of_set(OneOf::of(Choice::UpTo(day(last.min(Day::LAST))))),
            (first, Day::MAX) => PointDate::of_set(OneOf::of(Choice::From(day(first)))),
            (first, last) if first == last => PointDate::from_day(first),
            (first, last) => PointDate::of_set(OneOf::of(Choice::Between(day(first), day(last)))),
        }
    }

    pub(super) fn of_written(date: Written) -> PointDate {
        let (first, last) = date.span();
        let form = Form::One(date);
        PointDate { first, last, form }
    }

    pub(super) fn of_set(set: OneOf) -> PointDate {
        if let Some(date) = set.only() {
            return PointDate::of_written(date);
        }
        let (first, last) = set.span();
        let form = Form::Set(set);
        PointDate { first, last, form }
    }

    /// Reads a date or set in which no slash stands.
    pub(super) fn parse(text: &str) -> Result<PointDate, DateError> {
        match text.starts_with('[') {
            true => OneOf::parse(text).map(PointDate::of_set),
            false => Written::parse(text).map(PointDate::of_written),
        }
    }

    /// The first day that can be meant; [`Day::MIN`] if the set is open.
    pub fn first(&self) -> Day {
        self.first
    }

    /// The last day that can be meant; [`Day::MAX`] if the set is open.
    pub fn last(&self) -> Day {
        self.last
    }

    /// Whether no `?`, `~` or `%` stands in it.
    pub fn is_sure(&self) -> bool {
        match &self.form {
            Form::One(date) => date.is_sure(),
            Form::Set(set) => set.is_sure(),
        }
    }

    /// How exactly the date is given; a set is a span.
    pub fn precision(&self) -> Precision {
        match &self.form {
            Form::One(date) => date.date.precision(),
            Form::Set(_) => Precision::Span,
        }
    }

    /// The bounds of something that began and ended within these days.
    pub fn bounds(&self) -> Bounds {
        Bounds {
            start_first: self.first,
            start_last: self.last,
            end_first: self.first,
            end_last: self.last,
            start_sure: self.is_sure(),
            end_sure: self.is_sure(),
        }
    }

    /// The date for a table cell: `2024-12-12`, `2022-12`, `spring 2024`,
    /// `2023-03-28..2023-04-04`, `2006 or 2009`; qualifiers are kept.
    pub fn cell(&self) -> String {
        match &self.form {
            Form::One(date) => date.cell(),
            Form::Set(set) => set.cell(),
        }
    }

    /// As [`PointDate::cell`], but alternatives are put in brackets.
    pub(super) fn cell_of_end(&self) -> String {
        match &self.form {
            Form::Set(set) if set.has_alternatives() => format!("({})", set.cell()),
            _ => self.cell(),
        }
    }

    /// The date as it is written, if it is no set.
    pub(super) fn written(&self) -> Option<Written> {
        match &self.form {
            Form::One(date) => Some(*date),
            Form::Set(_) => None,
        }
    }

    /// The first days between two choices of a set that belong to none.
    pub(super) fn gap(&self) -> Option<(Day, Day)> {
        match &self.form {
            Form::One(_) => None,
            Form::Set(set) => set.gap(),
        }
    }
}

fn up_to(day: Day) -> Choice {
    Choice::UpTo(Written::sure(Coarse::Day(day)))
}

fn from(day: Day) -> Choice {
    Choice::From(Written::sure(Coarse::Day(day)))
}

impl fmt::Display for PointDate {
    /// The canonical EDTF text, which reads back to the same date.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::One(date) => date.fmt(f),
            Form::Set(set) => set.fmt(f),
        }
    }
}

impl FromStr for PointDate {
    type Err = DateError;

    /// Reads a day, a coarse date or a one-of set in EDTF. An interval is
    /// refused; the hint gives the set that was probably meant.
    fn from_str(text: &str) -> Result<PointDate, DateError> {
        let text = text.trim();
        if !text.contains('/') {
            return PointDate::parse(text);
        }
        if let Some(error) = numeric::refused(text) {
            return Err(error);
        }
        let stay = text.parse::<EventDate>()?;
        let message = format!("{} is an interval, but one day is meant here", quoted(text));
        let set = stay.one_day_within();
        let hint = |set| format!("for one day somewhere within it write `{set}`");
        Err(match set {
            Some(set) => DateError::new(message).with_hint(hint(set)),
            None => DateError::new(message),
        })
    }
}

impl From<PointDate> for EventDate {
    fn from(date: PointDate) -> EventDate {
        EventDate::within(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_refused_with_the_set() {
        let check = |text: &str, proposal: &str| {
            let error = text.parse::<PointDate>().expect_err(text);
            let hint = error.hint().unwrap_or_default();
            assert!(hint.contains(proposal), "{text}: {error} {hint}");
        };
        check("2024-01/2024-03", "`[2024-01..2024-03]`");
        check("2024-01/", "`[2024-01..]`");
        check("2024-01/..", "`[2024-01..]`");
        check("../2024-03", "`[..2024-03]`");
        check("2024-01-01/2024-12-31", "`[2024-01-01..2024-12-31]`");
        check("2024/12/12", "`2024-12-12`");
        check("[2006,2009]/2010", "`[2006..2010]`");
    }

    #[test]
    fn points_keep_their_days() {
        let check = |text: &str, days: &str| {
            let date = text.parse::<PointDate>().expect(text);
            assert_eq!(format!("{} {}", date.first(), date.last()), days);
            assert_eq!(date.to_string().parse(), Ok(date));
        };
        check("[2024]", "2024-01-01 2024-12-31");
        check(" 2024-02 ", "2024-02-01 2024-02-29");
        check("[..2024-02,2025]", ".. 2025-12-31");
    }

    #[test]
    fn dates_of_several_sources() {
        let dates = |texts: &[&str]| texts.iter().map(|text| text.parse().expect(text)).collect::<Vec<PointDate>>();
        let check = |texts: &[&str], common: Option<&str>, span: &str| {
            let dates = dates(texts);
            assert_eq!(PointDate::common(&dates).map(|date| date.to_string()).as_deref(), common, "{texts:?}");
            assert_eq!(PointDate::spanning(&dates).map(|date| date.to_string()).as_deref(), Some(span), "{texts:?}");
        };
        check(&["2013", "2013-03"], Some("2013-03"), "2013");
        check(&["2013-03-01"], Some("2013-03-01"), "2013-03-01");
        check(&["[2013-01-01..2013-03-05]", "2013-03"], Some("[2013-03-01..2013-03-05]"), "[2013-01-01..2013-03-31]");
        check(&["[..2013-03-05]", "[2013-03-01..]"], Some("[2013-03-01..2013-03-05]"), "[..9999-12-31]");
        check(&["[..2013-03-05]", "[..2012]"], Some("[..2012]"), "[..2013-03-05]");
        check(&["2009", "2006", "2006"], None, "[2006..2009]");
        check(&["2016-01-01", "2017-01-01"], None, "[2016-01-01..2017-01-01]");
        assert_eq!(PointDate::common(&[]), None);
        assert_eq!(PointDate::spanning(&[]), None);
    }

    #[test]
    fn every_day_is_a_point() {
        let check = |day: Day, text: &str| assert_eq!(PointDate::from_day(day).to_string(), text);
        check(Day::FIRST, "0001-01-01");
        check(Day::MIN, "[..9999-12-31]");
        check(Day::MAX, "[0001-01-01..]");
    }
}
