//! Periods: any text with any day is a period or a refusal, and every period that is shown reads back.

use super::today;
use chancery::date::{Day, Period, PeriodError};

/// Reads the first line as a period and as a length, on the day of the second.
pub(crate) fn hold(input: &[u8]) {
    let Some((text, today)) = today::split(input) else { return };
    let read = Period::parse(text, today);
    for result in [&read, &Period::last(text, today)] {
        match result {
            Ok(period) => of_period(*period, today),
            Err(error) => of_error(error, today),
        }
    }
    on_no_day(text);
    as_written_otherwise(text, today, &read);
}

fn of_period(period: Period, today: Day) {
    assert!(period.first <= period.last, "{period}");
    assert_eq!(Period::new(period.first, period.last), Some(period));
    assert_eq!(period.intersect(Period::ALL), Some(period));
    for day in [today, Day::FIRST, Day::LAST] {
        assert_eq!(Period::parse(&period.to_string(), day), Ok(period));
    }
}

/// Days on which no question is asked are no reason to stop.
fn on_no_day(text: &str) {
    for day in [Day::MIN, Day::MAX] {
        if let Ok(period) = Period::parse(text, day) {
            assert!(period.first <= period.last, "{text}: {period}");
        }
    }
}

/// The case of letters and more spaces change nothing.
fn as_written_otherwise(text: &str, today: Day, read: &Result<Period, PeriodError>) {
    let spaced = format!("\t{}  ", text.replace(' ', " \u{2003}"));
    for other in [text.to_ascii_uppercase(), text.to_ascii_lowercase(), spaced] {
        let other_read = Period::parse(&other, today);
        assert_eq!(read.as_ref().ok(), other_read.as_ref().ok(), "{text:?} and {other:?}");
    }
}

/// A refusal says why, and a period that it proposes is one.
fn of_error(error: &PeriodError, today: Day) {
    assert!(!error.to_string().is_empty());
    let hint = error.hint().unwrap_or_default();
    let forms = ["did you mean `", "the whole stretch is `", "the other way round it is `"];
    let Some(rest) = forms.iter().find_map(|form| hint.strip_prefix(form)) else { return };
    let proposed = rest.trim_end_matches('?').trim_end_matches('`');
    let read = Period::parse(proposed, today);
    assert!(read.is_ok(), "{error}: {hint}: {read:?}");
}
