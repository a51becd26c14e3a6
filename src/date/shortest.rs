//! The shortest date that has given bounds.

use super::coarse::Coarse;
use super::event::{Edge, Form};
use super::set::{Choice, OneOf};
use super::written::{Qualifier, Written};
use super::{Bounds, Day, EventDate, PointDate, Precision};

/// Units that a span may be. Seasons are none: the same days may be those of
/// spring and of autumn, and choosing one would say more than is known.
const UNITS: [Precision; 5] =
    [Precision::Day, Precision::Month, Precision::Year, Precision::Decade, Precision::Century];

/// Units that the ends of a set may have, the shortest to write first.
const EDGES: [Precision; 3] = [Precision::Year, Precision::Month, Precision::Day];

impl EventDate {
    /// The shortest date that has these bounds (of a source whose publication
    /// is not known).
    ///
    /// Nothing if the bounds say nothing, or cannot all be true. Where one end
    /// cannot be written as less sure than the other, both become less sure.
    pub fn from_bounds(bounds: &Bounds) -> Option<EventDate> {
        let exact = |bounds: &Bounds| {
            let written = writings(bounds).into_iter().flatten();
            let mut same = written.filter(|date| date.bounds(None) == *bounds);
            same.next()
        };
        exact(bounds).or_else(|| exact(&Bounds { start_sure: false, end_sure: false, ..*bounds }))
    }
}

/// Ways to write the bounds, shortest first; they may say less than these.
fn writings(bounds: &Bounds) -> [Option<EventDate>; 4] {
    let start = shortest(bounds.start_first, bounds.start_last, bounds.start_sure);
    let end = shortest(bounds.end_first, bounds.end_last, bounds.end_sure);
    let since = |start: PointDate| EventDate::of(Form::Since(start.into(), Edge::Unstated));
    let until = |end: PointDate| EventDate::of(Form::Until(Edge::Unstated, end.into()));
    let lasted = start.clone().zip(end.clone());
    [
        start.clone().map(EventDate::within),
        start.map(since),
        end.map(until),
        lasted.map(|(start, end)| EventDate::lasted(start, end)),
    ]
}

impl PointDate {
    /// The shortest date for one day somewhere within these days; nothing if
    /// they are open on both sides.
    pub(super) fn within(first: Day, last: Day) -> Option<PointDate> {
        shortest(first, last, true)
    }
}

fn shortest(first: Day, last: Day, sure: bool) -> Option<PointDate> {
    if !first.is_open() && !last.is_open() {
        let unit = unit(first, last, sure).map(PointDate::of_written);
        return unit.or_else(|| range(first, last, sure));
    }
    let choice = match (first, last) {
        (Day::MIN, Day::MAX) => return None,
        (Day::MIN, last) => Choice::UpTo(qualified(ending(Day::FIRST, last)?, sure)),
        (first, _) => Choice::From(qualified(beginning(first, Day::LAST)?, sure)),
    };
    Some(PointDate::of_set(OneOf::of(choice)))
}

/// The one date that has exactly these days, if there is one.
fn unit(first: Day, last: Day, sure: bool) -> Option<Written> {
    let middle = first.plus_days(first.days_until(last)? / 2);
    let units = UNITS.iter().filter_map(|unit| Coarse::containing(middle, *unit));
    let mut plain = units.clone().map(|date| qualified(date, sure));
    if let Some(date) = plain.find(|date| date.span() == (first, last)) {
        return Some(date);
    }
    let about = |date| Written { date, qualifier: Qualifier::Approximate };
    let mut wide = units.map(about).filter(|_| !sure);
    wide.find(|date| date.span() == (first, last))
}

fn range(first: Day, last: Day, sure: bool) -> Option<PointDate> {
    let from = beginning(first, last)?;
    let to = ending(from.span().1.plus_days(1), last)?;
    let choice = Choice::Between(qualified(from, sure), Written::sure(to));
    Some(PointDate::of_set(OneOf::of(choice)))
}

/// The longest unit that begins on the first day and ends by the last.
fn beginning(first: Day, last: Day) -> Option<Coarse> {
    let mut units = EDGES.iter().filter_map(|unit| Coarse::containing(first, *unit));
    units.find(|date| date.span().0 == first && date.span().1 <= last)
}

/// The longest unit that ends on the last day and begins not before the first.
fn ending(first: Day, last: Day) -> Option<Coarse> {
    let mut units = EDGES.iter().filter_map(|unit| Coarse::containing(last, *unit));
    units.find(|date| date.span().1 == last && date.span().0 >= first)
}

fn qualified(date: Coarse, sure: bool) -> Written {
    let qualifier = match sure {
        true => Qualifier::Sure,
        false => Qualifier::Uncertain,
    };
    Written { date, qualifier }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_written_shortly() {
        let check = |text: &str, shortest: &str| {
            let bounds = text.parse::<EventDate>().expect(text).bounds(None);
            let found = EventDate::from_bounds(&bounds).expect(text);
            assert_eq!(found.to_string(), shortest, "{text}");
            assert_eq!(found.bounds(None), bounds, "{text}");
        };
        check("2024-12-12", "2024-12-12");
        check("[2024-01-01..2024-12-31]", "2024");
        check("[2020..2029]", "202X");
        check("[0001..0099]", "00XX");
        check("[2024-01-01..2024-11-30]", "[2024-01..2024-11]");
        check("[2024-01-01..2025-01-02]", "[2024..2025-01-02]");
        check("[2024-01-02..2024-12-31]", "[2024-01-02..2024-12]");
        check("[2024-01-01..]", "[2024..]");
        check("[2024-01..]?/".trim_end_matches("?/"), "[2024..]");
        check("[..2024-12-31]", "[..2024]");
        check("2024-12-12?", "2024-12-12?");
        check("2024-12-12~", "2024-12-12~");
        check("2024-12~", "2024-12~");
        check("202X%", "202X~");
        check("[2024-03-28?..2024-04-04]", "[2024-03-28?..2024-04-04]");
        check("2024-11-11/2024-11-14", "2024-11-11/2024-11-14");
        check("2024-11-11~/2024-11-14", "2024-11-11~/2024-11-14");
        check("2024/..", "2024/");
        check("../2024?", "/2024?");
        check("2024-11/2024-11", "2024-11");
        check("2024-11?/2024-11", "2024-11?/2024-11");
        check("2024-21", "[2024-03..2024-11]");
        check("[2006,2009]", "[2006..2009]");
    }

    #[test]
    fn what_says_nothing_is_not_written() {
        let mut bounds = Bounds::day(Day::MIN);
        bounds.start_last = Day::MAX;
        bounds.end_last = Day::MAX;
        assert_eq!(EventDate::from_bounds(&bounds), None);
        let mut bounds = Bounds::day(Day::FIRST);
        bounds.end_last = Day::MIN;
        assert_eq!(EventDate::from_bounds(&bounds), None);
    }
}
