//! Dates: what was read is written so that it reads back, and its bounds are in order.

use super::today;
use chancery::date::{Bounds, DateError, Day, EventDate, Period, PointDate};

/// Reads the first line as a day, a point and the date of an event; the second is when it was published.
pub(crate) fn hold(input: &[u8]) {
    let Some((text, published)) = today::split(input) else { return };
    if let Ok(day) = text.parse::<Day>() {
        of_day(day);
    }
    match text.parse::<PointDate>() {
        Ok(date) => of_point(&date),
        Err(error) => of_error(&error),
    }
    match text.parse::<EventDate>() {
        Ok(date) => of_event(&date, published),
        Err(error) => of_error(&error),
    }
}

fn of_day(day: Day) {
    let (year, month, number) = day.ymd();
    assert_eq!(Day::new(year, month, number), Some(day));
    assert_eq!(day.to_string().parse(), Ok(day));
    assert_eq!(Day::from_number(day.number()), Some(day));
}

fn of_point(date: &PointDate) {
    assert_eq!(date.to_string().parse(), Ok(date.clone()));
    assert!(date.first() <= date.last());
    assert!(!date.cell().contains(['[', ']']), "{date}");
    in_order(&date.bounds());
    let event = EventDate::from(date.clone());
    assert_eq!(event.to_string(), date.to_string());
    assert_eq!((event.first(), event.last()), (date.first(), date.last()));
}

fn of_event(date: &EventDate, published: Day) {
    assert_eq!(date.to_string().parse(), Ok(date.clone()));
    assert!(date.first() <= date.last());
    assert!(!date.cell().contains(['[', ']', '/']), "{date}");
    let plain = date.bounds(None);
    assert_eq!((date.first(), date.last()), (plain.first(), plain.last()));
    written_again(date, &plain);
    for bounds in [plain, date.bounds(Some(published))] {
        in_order(&bounds);
        assert_eq!(bounds.intersect(&bounds), Some(bounds), "{date}");
        for period in Period::new(published, published).into_iter().chain([Period::ALL]) {
            certain_is_possible(&bounds, period);
        }
    }
}

fn in_order(bounds: &Bounds) {
    assert!(bounds.start_first <= bounds.start_last && bounds.end_first <= bounds.end_last, "{bounds:?}");
    assert!(bounds.start_first <= bounds.end_first && bounds.start_last <= bounds.end_last, "{bounds:?}");
}

fn certain_is_possible(bounds: &Bounds, period: Period) {
    assert!(!bounds.certainly_in(period) || bounds.possibly_in(period), "{bounds:?} {period}");
    assert!(!bounds.certainly_began_in(period) || bounds.possibly_began_in(period), "{bounds:?} {period}");
    assert!(!bounds.possibly_began_in(period) || bounds.possibly_in(period), "{bounds:?} {period}");
}

/// Bounds are a date again, but for those that are open on all sides.
fn written_again(date: &EventDate, bounds: &Bounds) {
    let is_open = bounds.start_first == Day::MIN && bounds.end_last == Day::MAX;
    match EventDate::from_bounds(bounds) {
        Some(again) => assert!(is_open || again.bounds(None) == *bounds, "{date} became {again}"),
        None => assert!(is_open, "{date}"),
    }
}

/// A refusal says why, and a date that it proposes, if it is short enough to be shown whole, is one.
fn of_error(error: &DateError) {
    assert!(!error.to_string().is_empty());
    let hint = error.hint().unwrap_or_default();
    let proposed = hint.strip_prefix("write `").and_then(|rest| rest.strip_suffix('`'));
    if let Some(proposed) = proposed.filter(|proposed| !proposed.contains(['`', '…'])) {
        assert!(proposed.parse::<EventDate>().is_ok(), "{error}: {hint}");
    }
}
