//! When something took place.

use super::set::{Choice, OneOf};
use super::{Bounds, Day, PointDate, Precision};

/// When an event took place, as a source says it.
///
/// A day, a coarse date or a one-of set is one day somewhere within; for
/// something that lasted, like a visit, it lay within. `A/B` lasted from one
/// to the other. Dates sort by first possible day, then by last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventDate {
    // The days come first, so that the derived order is the order in time.
    first: Day,
    last: Day,
    pub(super) form: Form,
}

/// Rare forms lie elsewhere, so that the dates of very many events stay small.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Form {
    /// Somewhere within.
    Within(PointDate),
    /// `A/B`: lasted.
    Lasted(Box<PointDate>, Box<PointDate>),
    /// `A/..` or `A/`: began.
    Since(Box<PointDate>, Edge),
    /// `../B` or `/B`: ended.
    Until(Edge, Box<PointDate>),
}

/// What a missing end of an interval says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Edge {
    /// `..`: it still went on, or had long begun, for the source.
    Open,
    /// Nothing: the source does not say.
    Unstated,
}

impl EventDate {
    pub(super) fn within(date: PointDate) -> EventDate {
        EventDate::of(Form::Within(date))
    }

    /// From one to the other; a stay that begins and ends on the same day is
    /// that day. The caller has seen to it that they are in order.
    pub(super) fn lasted(start: PointDate, end: PointDate) -> EventDate {
        if start == end && start.is_sure() && start.precision() == Precision::Day {
            return EventDate::within(start);
        }
        EventDate::of(Form::Lasted(start.into(), end.into()))
    }

    pub(super) fn of(form: Form) -> EventDate {
        let bounds = form.bounds(None);
        let (first, last) = (bounds.first(), bounds.last());
        EventDate { first, last, form }
    }

    /// The first day on which it can have been going on.
    pub fn first(&self) -> Day {
        self.first
    }

    /// The last day on which it can have been going on.
    pub fn last(&self) -> Day {
        self.last
    }

    /// The days on which it can have begun and ended.
    ///
    /// `published` is the day on which the source appeared: what "still went
    /// on" (`A/..`) did not end before. Where an end is missing, only that it
    /// is not before the start is known of it, and it is as sure as the start.
    pub fn bounds(&self, published: Option<Day>) -> Bounds {
        self.form.bounds(published)
    }

    /// One day somewhere within the whole of it, in its own digits if they are
    /// no sets.
    pub(super) fn one_day_within(&self) -> Option<PointDate> {
        let choice = match &self.form {
            Form::Within(date) => return Some(date.clone()),
            Form::Lasted(start, end) => {
                start.written().zip(end.written()).and_then(|(start, end)| Choice::between(start, end).ok())
            }
            Form::Since(start, _) => start.written().map(Choice::From),
            Form::Until(_, end) => end.written().map(Choice::UpTo),
        };
        let set = choice.map(|choice| PointDate::of_set(OneOf::of(choice)));
        set.or_else(|| PointDate::within(self.first, self.last))
    }

    /// How exactly the date is given; a set and an interval are spans.
    pub fn precision(&self) -> Precision {
        match &self.form {
            Form::Within(date) => date.precision(),
            _ => Precision::Span,
        }
    }
}

impl Form {
    fn bounds(&self, published: Option<Day>) -> Bounds {
        match self {
            Form::Within(date) => date.bounds(),
            Form::Lasted(start, end) => lasted(start, end),
            Form::Since(start, Edge::Unstated) => since(start, None),
            Form::Since(start, Edge::Open) => since(start, published),
            Form::Until(_, end) => until(end),
        }
    }
}

fn lasted(start: &PointDate, end: &PointDate) -> Bounds {
    let bounds = Bounds {
        start_first: start.first(),
        start_last: start.last(),
        end_first: end.first(),
        end_last: end.last(),
        start_sure: start.is_sure(),
        end_sure: end.is_sure(),
    };
    bounds.settled()
}

fn since(start: &PointDate, still_on: Option<Day>) -> Bounds {
    let attested = still_on.filter(|day| !day.is_open() && *day >= start.first());
    Bounds {
        end_first: attested.unwrap_or(start.first()),
        end_last: Day::MAX,
        end_sure: attested.is_some() || start.is_sure(),
        ..start.bounds()
    }
}

fn until(end: &PointDate) -> Bounds {
    Bounds { start_first: Day::MIN, ..end.bounds() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_dates() {
        let check = |text: &str, published: Option<&str>, expected: &str| {
            let published = published.map(|day| day.parse().expect("a day"));
            let b = text.parse::<EventDate>().expect(text).bounds(published);
            let sure = |sure| if sure { "" } else { "?" };
            let found = format!(
                "{} {}{} | {} {}{}",
                b.start_first,
                b.start_last,
                sure(b.start_sure),
                b.end_first,
                b.end_last,
                sure(b.end_sure)
            );
            assert_eq!(found, expected, "{text}");
        };
        let day = "2024-12-12 2024-12-12 | 2024-12-12 2024-12-12";
        check("2024-12-12", None, day);
        check("2024-12-12/2024-12-12", None, day);
        let month = "2024-12-01 2024-12-31 | 2024-12-01 2024-12-31";
        check("2024-12", None, month);
        check("2024-12/2024-12", None, month);
        let month = "2024-12-01 2024-12-31? | 2024-12-01 2024-12-31?";
        check("2024-12?", None, month);
        let stay = "2024-11-11 2024-11-11 | 2024-11-14 2024-11-14";
        check("2024-11-11/2024-11-14", None, stay);
        let stay = "2024-11-01 2024-11-14 | 2024-11-14 2024-11-14";
        check("2024-11/2024-11-14", None, stay);
        let stay = "2024-11-11 2024-11-11 | 2024-11-11 2024-11-30";
        check("2024-11-11/2024-11", None, stay);
        let on = "2024-11-01 2024-11-30 | 2024-11-01 ..";
        check("2024-11/", Some("2024-12-05"), on);
        check("2024-11/..", None, on);
        check("2024-11/..", Some("2024-10-05"), on);
        let on = "2024-11-01 2024-11-30 | 2024-12-05 ..";
        check("2024-11/..", Some("2024-12-05"), on);
        let on = "2024-11-01 2024-11-30? | 2024-11-01 ..?";
        check("2024-11?/..", None, on);
        let ended = ".. 2024-11-30 | 2024-11-01 2024-11-30";
        check("../2024-11", None, ended);
        check("/2024-11", None, ended);
        let kept = "2024-11-01 2024-11-30 | 2024-11-13 2024-11-30?";
        check("2024-11/2024-11-14~", None, kept);
        let open = "2024-01-01 2024-11-15? | 2024-11-13 2024-11-15?";
        check("[2024..]/2024-11-14~", None, open);
        let open = "2024-03-01 2024-03-31? | 2024-03-01 2024-06-30?";
        check("2024-03?/[..2024-06]", None, open);
    }

    #[test]
    fn dates_know_their_precision() {
        let check = |text: &str, precision| {
            assert_eq!(text.parse::<EventDate>().expect(text).precision(), precision);
        };
        check("2024-12-12?", Precision::Day);
        check("2024-12-XX", Precision::Month);
        check("2024-21", Precision::Season);
        check("2024", Precision::Year);
        check("202X", Precision::Decade);
        check("20XX~", Precision::Century);
        check("[2006,2009]", Precision::Span);
        check("2024/2025", Precision::Span);
    }
}
