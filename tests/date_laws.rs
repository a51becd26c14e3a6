//! Laws of dates, bounds and periods, tried on generated values.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use chancery::date::{Bounds, Day, EventDate, Period, PointDate, Precision};
use proptest::prelude::*;

/// A first day for the small calendar in which everything can be tried out.
const SMALL: i32 = 20_000;
const DAYS: i32 = 12;

fn year() -> impl Strategy<Value = String> {
    prop_oneof![1990..2030u32, 1..10_000u32, Just(1), Just(9999)].prop_map(|year| format!("{year:04}"))
}

/// A day or coarse date, with or without a qualifier. Boxed, since nested
/// strategies outgrow the stack of a test.
fn written() -> BoxedStrategy<String> {
    let month = (year(), 1..=12u32).prop_map(|(year, month)| format!("{year}-{month:02}"));
    let day = (month, 1..=28u32).prop_map(|(month, day)| format!("{month}-{day:02}"));
    let month = (year(), 1..=12u32).prop_map(|(year, month)| format!("{year}-{month:02}"));
    let season = (year(), 21..=24u32).prop_map(|(year, code)| format!("{year}-{code}"));
    let decade = (0..1000u32).prop_map(|tens| format!("{tens:03}X"));
    let century = (0..100u32).prop_map(|hundreds| format!("{hundreds:02}XX"));
    let part = (year(), 1..=12u32).prop_map(|(year, month)| format!("{year}-{month:02}-XX"));
    let whole = year().prop_map(|year| format!("{year}-XX"));
    let date =
        prop_oneof![4 => day, 2 => month, 2 => year(), 1 => season, 1 => decade, 1 => century, 1 => part, 1 => whole];
    (date, prop_oneof![4 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")])
        .prop_map(|(date, mark)| format!("{date}{mark}"))
        .boxed()
}

/// Text of a point, whose ranges may be reversed.
fn point_text() -> BoxedStrategy<String> {
    let range = (written(), written()).prop_map(|(from, to)| format!("{from}..{to}"));
    let from = written().prop_map(|from| format!("{from}.."));
    let to = written().prop_map(|to| format!("..{to}"));
    let choice = prop_oneof![3 => written(), 2 => range, 1 => from, 1 => to];
    let set = prop::collection::vec(choice, 1..4).prop_map(|set| format!("[{}]", set.join(", ")));
    prop_oneof![2 => written(), 1 => set].boxed()
}

fn point() -> impl Strategy<Value = PointDate> {
    point_text().prop_filter_map("a range is reversed", |text| text.parse().ok())
}

fn event() -> impl Strategy<Value = EventDate> {
    let edge = || prop_oneof![Just(".."), Just("")];
    let lasted = (point_text(), point_text()).prop_map(|(start, end)| format!("{start}/{end}"));
    let since = (point_text(), edge()).prop_map(|(start, edge)| format!("{start}/{edge}"));
    let until = (edge(), point_text()).prop_map(|(edge, end)| format!("{edge}/{end}"));
    prop_oneof![2 => point_text(), 2 => lasted, 1 => since, 1 => until]
        .prop_filter_map("an interval is reversed", |text| text.parse().ok())
}

fn day() -> impl Strategy<Value = Day> {
    let any = Day::FIRST.number()..=Day::LAST.number();
    prop_oneof![10_000..20_000, any].prop_filter_map("not a day", |number: i32| Day::from_number(number))
}

fn period() -> impl Strategy<Value = Period> {
    let first = prop_oneof![5 => day(), 1 => Just(Day::MIN)];
    let last = prop_oneof![5 => day(), 1 => Just(Day::MAX)];
    (first, last).prop_filter_map("reversed", |(first, last)| Period::new(first, last))
}

fn small_day(offset: i32) -> Day {
    Day::from_number(SMALL + offset).unwrap_or(Day::MAX)
}

/// Bounds of the small calendar, in order as dates make them.
fn small_bounds() -> impl Strategy<Value = Bounds> {
    let days = (0..DAYS, 0..DAYS, 0..DAYS, 0..DAYS);
    days.prop_map(|(a, b, c, d)| {
        let (start_first, start_last) = (a.min(b), a.max(b));
        let (end_first, end_last) = (c.min(d), c.max(d));
        Bounds {
            start_first: small_day(start_first.min(end_first)),
            start_last: small_day(start_last.min(end_last)),
            end_first: small_day(start_first.max(end_first)),
            end_last: small_day(start_last.max(end_last)),
            start_sure: true,
            end_sure: true,
        }
    })
    .prop_filter("not in order", |b| b.start_first <= b.start_last && b.end_first <= b.end_last)
}

fn small_period() -> impl Strategy<Value = Period> {
    (0..DAYS, 0..DAYS).prop_filter_map("reversed", |(first, last)| Period::new(small_day(first), small_day(last)))
}

/// Every start and end that the bounds allow.
fn solutions(bounds: &Bounds) -> Vec<(Day, Day)> {
    let days = || (0..DAYS).map(small_day);
    let pairs = days().flat_map(|start| days().map(move |end| (start, end)));
    pairs
        .filter(|(start, end)| {
            start <= end
                && (bounds.start_first..=bounds.start_last).contains(start)
                && (bounds.end_first..=bounds.end_last).contains(end)
        })
        .collect()
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn check_order<T: Ord + Hash + Clone + std::fmt::Debug>(a: &T, b: &T, c: &T) {
    assert_eq!(a.cmp(b), b.cmp(a).reverse());
    assert_eq!(a == b, a.cmp(b).is_eq());
    assert!(a != b || hash(a) == hash(b));
    let mut sorted = [a.clone(), b.clone(), c.clone()];
    sorted.sort();
    let [x, y, z] = sorted;
    assert!(x <= y && y <= z && x <= z);
}

proptest! {
    #[test]
    fn days_read_back(day in day()) {
        let (year, month, number) = day.ymd();
        prop_assert_eq!(Day::new(year, month, number), Some(day));
        prop_assert_eq!(day.to_string().parse(), Ok(day));
    }

    #[test]
    fn points_read_back(date in point()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date.clone()));
        let event: EventDate = date.clone().into();
        prop_assert_eq!(event.to_string(), date.to_string());
        prop_assert!(date.first() <= date.last());
    }

    #[test]
    fn events_read_back(date in event()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date.clone()));
        prop_assert!(!date.cell().contains(['[', ']', '/']));
    }

    #[test]
    fn periods_read_back(period in period(), today in day()) {
        prop_assert_eq!(Period::parse(&period.to_string(), today), Ok(period));
    }

    #[test]
    fn a_coarse_date_is_its_own_period(date in written(), today in day()) {
        let point: PointDate = date.parse().expect("a date");
        let read = Period::parse(&date.to_lowercase(), today);
        // `2022-23` may be two years as well, and is no period.
        if read.is_err() && point.precision() == Precision::Season {
            return Ok(());
        }
        let period = read.expect("a period");
        prop_assert_eq!((period.first, period.last), (point.first(), point.last()));
    }

    #[test]
    fn order_is_total(a in event(), b in event(), c in event()) {
        check_order(&a, &b, &c);
        prop_assert!(a > b || a.first() <= b.first());
    }

    #[test]
    fn order_of_points_is_total(a in point(), b in point(), c in point()) {
        check_order(&a, &b, &c);
    }

    #[test]
    fn bounds_are_in_order(date in event(), published in prop::option::of(day())) {
        let b = date.bounds(published);
        prop_assert!(b.start_first <= b.start_last && b.end_first <= b.end_last);
        prop_assert!(b.start_first <= b.end_first && b.start_last <= b.end_last);
        let plain = date.bounds(None);
        prop_assert_eq!((date.first(), date.last()), (plain.first(), plain.last()));
    }

    #[test]
    fn certain_is_possible(date in event(), period in period(), published in prop::option::of(day())) {
        let b = date.bounds(published);
        prop_assert!(!b.certainly_in(period) || b.possibly_in(period));
        prop_assert!(!b.certainly_began_in(period) || b.possibly_began_in(period));
        prop_assert!(!b.possibly_began_in(period) || b.possibly_in(period));
        prop_assert!(b.certainly_in(Period::ALL));
    }

    #[test]
    fn a_qualifier_makes_nothing_certain(b in small_bounds(), period in small_period(), sure: (bool, bool)) {
        let weaker = Bounds { start_sure: sure.0, end_sure: sure.1, ..b };
        prop_assert!(!weaker.certainly_in(period) || b.certainly_in(period));
        prop_assert!(!weaker.certainly_began_in(period) || b.certainly_began_in(period));
        prop_assert_eq!(weaker.possibly_in(period), b.possibly_in(period));
    }

    #[test]
    fn the_sure_end_alone_decides(b in small_bounds(), period in small_period()) {
        // Whatever the qualified start really is, an end in the period is in it.
        let end_only = Bounds { start_sure: false, ..b };
        let any_start = Bounds { start_first: small_day(0), start_last: b.end_last, ..b };
        let all = solutions(&any_start);
        let proven = all.iter().all(|(start, end)| *start <= period.last && *end >= period.first);
        prop_assert_eq!(end_only.certainly_in(period), proven);
    }

    #[test]
    fn the_rule_of_periods_holds(b in small_bounds(), period in small_period()) {
        let pairs = solutions(&b);
        let overlaps = |(start, end): &(Day, Day)| *start <= period.last && *end >= period.first;
        let begins = |(start, _): &(Day, Day)| period.contains(*start);
        prop_assert!(!pairs.is_empty());
        prop_assert_eq!(b.certainly_in(period), pairs.iter().all(overlaps));
        prop_assert_eq!(b.possibly_in(period), pairs.iter().any(overlaps));
        prop_assert_eq!(b.certainly_began_in(period), pairs.iter().all(begins));
        prop_assert_eq!(b.possibly_began_in(period), pairs.iter().any(begins));
    }

    #[test]
    fn intersection_keeps_the_common_solutions(a in small_bounds(), b in small_bounds()) {
        let mut common = solutions(&a);
        let other = solutions(&b);
        common.retain(|pair| other.contains(pair));
        let met = a.intersect(&b);
        prop_assert_eq!(met.map(|met| solutions(&met)).unwrap_or_default(), common);
        prop_assert_eq!(met.is_some_and(|met| met.is_sure()), met.is_some());
        prop_assert_eq!(b.intersect(&a), met);
        prop_assert_eq!(a.intersect(&a), Some(a));
    }

    #[test]
    fn hull_keeps_the_solutions_of_both(a in small_bounds(), b in small_bounds()) {
        let hull = solutions(&a.hull(&b));
        prop_assert!(solutions(&a).iter().chain(&solutions(&b)).all(|pair| hull.contains(pair)));
        prop_assert_eq!(a.hull(&b), b.hull(&a));
    }

    #[test]
    fn meeting_is_the_same_in_any_order(a in event(), b in event(), c in event()) {
        let [a, b, c] = [a, b, c].map(|date| date.bounds(None));
        let met = Bounds::intersect_all([&a, &b, &c]);
        prop_assert_eq!(met, Bounds::intersect_all([&c, &b, &a]));
        prop_assert_eq!(met, Bounds::intersect_all([&b, &a, &c]));
    }

    #[test]
    fn bounds_of_dates_are_written_again(date in event()) {
        let bounds = date.bounds(None);
        let again = EventDate::from_bounds(&bounds);
        // Only what is open on all sides cannot be written.
        let open = bounds.start_first == Day::MIN && bounds.end_last == Day::MAX;
        prop_assert!(again.is_some() || open);
        let Some(again) = again else { return Ok(()) };
        let found = again.bounds(None);
        prop_assert!(found == bounds || open, "{} became {}", date, again);
    }

    #[test]
    fn any_small_bounds_are_written(b in small_bounds(), sure: (bool, bool)) {
        let bounds = Bounds { start_sure: sure.0, end_sure: sure.1, ..b };
        let date = EventDate::from_bounds(&bounds).expect("it says something");
        prop_assert!(solutions(&date.bounds(None)) == solutions(&bounds));
        prop_assert!(date.bounds(None) == bounds || !date.bounds(None).is_sure());
    }

    #[test]
    fn no_text_panics(text in ".*", today in day()) {
        try_all(&text, today);
    }

    #[test]
    fn no_text_like_a_date_panics(text in "[0-9X.,/\\[\\]?~%QHs +Té–a-f-]{0,24}", today in day()) {
        try_all(&text, today);
    }

    #[test]
    fn no_text_like_a_period_panics(
        words in prop::collection::vec("last|next|since|to|dec|30|2024|[a-z]{1,9}|[0-9]{1,12}|days?|months|[.]{2}", 0..6),
        today in day(),
    ) {
        try_all(&words.join(" "), today);
    }
}

/// Reads the text as everything; what is read prints and reads back.
fn try_all(text: &str, today: Day) {
    let _ = text.parse::<Day>();
    let _ = Period::last(text, today);
    let _ = Period::parse(text, Day::MIN);
    if let Ok(date) = text.parse::<PointDate>() {
        assert_eq!(date.to_string().parse(), Ok(date));
    }
    if let Ok(date) = text.parse::<EventDate>() {
        assert_eq!(date.to_string().parse(), Ok(date.clone()));
        let _ = (date.cell(), EventDate::from_bounds(&date.bounds(Some(today))));
    }
    if let Ok(period) = Period::parse(text, today) {
        assert!(period.first <= period.last);
        assert_eq!(Period::parse(&period.to_string(), today), Ok(period));
    }
}
