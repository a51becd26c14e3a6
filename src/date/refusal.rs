//! Why a text is no date, and what was probably meant.

use super::coarse::Coarse;
use super::error::quoted;
use super::{DateError, EventDate, PointDate, calendar, numeric, written};

/// One kind of mistake: its refusal, if the text shows it.
type Mistake = fn(&str) -> Option<DateError>;

/// The mistakes that are known, the plainer ones first.
const MISTAKES: [Mistake; 15] = [
    empty,
    quotes,
    time_of_day,
    all_of,
    numeric::refused,
    bare_range,
    outside_years,
    written::misplaced,
    later_season,
    compact,
    unspecified,
    two_dates,
    two_choices,
    about,
    as_period,
];

/// Why the text is not a date.
pub(super) fn explain(text: &str) -> DateError {
    let known = MISTAKES.iter().find_map(|mistake| mistake(text));
    known.unwrap_or_else(|| {
        not_a_date(text).with_hint(
            "a date is written `2024-12-12`, `2024-12`, `2024` or `202X`, \
             a choice `[2006,2009]`, a stay `2024-11-11/2024-11-14`",
        )
    })
}

/// Why the text is no date although it looks like one in EDTF.
pub(super) fn of_digits(text: &str) -> Option<DateError> {
    let mistakes: [Mistake; 4] = [outside_years, later_season, compact, unspecified];
    mistakes.iter().find_map(|mistake| mistake(text))
}

/// Why the text is not one day.
pub(super) fn not_a_day(text: &str) -> DateError {
    let known = numeric::refused(text).or_else(|| time_of_day(text));
    known.unwrap_or_else(|| {
        DateError::new(format!("{} is not a day", quoted(text))).with_hint("a day is written `2024-12-12`")
    })
}

/// What is wrong with an interval before its ends are read.
pub(super) fn of_slashes(text: &str, start: &str, end: &str) -> Option<DateError> {
    if let Some(error) = numeric::refused(text) {
        return Some(error);
    }
    if end.contains('/') {
        return Some(
            DateError::new(format!("{} has more than one `/`", quoted(text)))
                .with_hint("a stay is written `2024-11-11/2024-11-14`"),
        );
    }
    let proposal = whole_end(start, end)?;
    let message = format!("{} is not a date: its end has no year", quoted(text));
    Some(DateError::new(message).with_hint(format!("write `{proposal}`")))
}

/// The interval that `2024-11-11/14` or `2024-11/12` stands for.
fn whole_end(start: &str, end: &str) -> Option<String> {
    let short = (1..=5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !short {
        return None;
    }
    let proposal = match (start.len(), end.len()) {
        (10, 5) | (7, 2) => format!("{start}/{}-{end}", start.get(..4)?),
        (10, 2) => format!("{start}/{}-{end}", start.get(..7)?),
        _ => return None,
    };
    proposal.parse::<EventDate>().is_ok().then_some(proposal)
}

fn not_a_date(text: &str) -> DateError {
    DateError::new(format!("{} is not a date", quoted(text)))
}

fn propose(text: &str, proposal: &str) -> DateError {
    not_a_date(text).with_hint(format!("write {proposal}"))
}

fn empty(text: &str) -> Option<DateError> {
    let error = || DateError::new("an empty text is no date");
    text.is_empty().then(|| error().with_hint("leave the field out where no date is known"))
}

fn quotes(text: &str) -> Option<DateError> {
    let marks = ['"', '\'', '“', '”', '‘', '’', '`'];
    let inner = text.trim_matches(marks);
    if inner.len() == text.len() {
        return None;
    }
    let error = DateError::new("there are quotes inside the text of the date");
    let hint = match inner.parse::<EventDate>() {
        Ok(_) => format!("write {}", quoted(inner)),
        // What is left without them is no date either, so its own hint leads further.
        Err(inner) => inner.hint().unwrap_or_else(|| "leave them out".to_owned()),
    };
    Some(error.with_hint(hint))
}

/// A date-time: a day with a `T` or a space and the time of day after it.
pub(super) fn time_of_day(text: &str) -> Option<DateError> {
    let day = text.get(..10)?;
    let Some(Ok(Coarse::Day(day))) = Coarse::read(day) else {
        return None;
    };
    let time = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let number = |letter: char| letter.is_ascii_digit();
    if !(text.ends_with(['T', 't']) || time.starts_with(number)) {
        return None;
    }
    let error = DateError::new(format!("{} has a time of day", quoted(text)));
    Some(error.with_hint(format!("the day is `{day}`; the time of day goes in `time`")))
}

fn all_of(text: &str) -> Option<DateError> {
    if !text.contains(['{', '}']) {
        return None;
    }
    let message = format!("{} means all of a set, but an event has one date", quoted(text));
    Some(DateError::new(message).with_hint("for one of them write `[2006,2009]`"))
}

fn bare_range(text: &str) -> Option<DateError> {
    let (from, to) = text.split_once("..")?;
    let known = |part: &str| matches!(written::Written::read(part), Some(Ok(_)));
    if !(known(from) || known(to)) || text.len() > 40 {
        return None;
    }
    let error = DateError::new(format!("{} has no brackets", quoted(text)));
    Some(error.with_hint(match known(from) && known(to) {
        true => format!("one day within is `[{text}]`, a stay is `{from}/{to}`"),
        false => format!("one day within is `[{text}]`"),
    }))
}

/// A year before 0001 or after 9999, also in the long form `Y170000002`.
fn outside_years(text: &str) -> Option<DateError> {
    let (digits, long) = match text.strip_prefix(['-', '+', 'Y']) {
        Some(rest) => (rest.strip_prefix('-').unwrap_or(rest), 4),
        None => (text, 5),
    };
    let year = digits.split('-').next()?;
    let number = year.bytes().all(|byte| byte.is_ascii_digit());
    // Six digits and eight are a month and a day without hyphens.
    let compact = long == 5 && matches!(year.len(), 6 | 8);
    if !number || year.len() < long || compact {
        return None;
    }
    let message = format!("{} lies outside the years 0001 to 9999", quoted(text));
    Some(DateError::new(message))
}

/// Codes of EDTF level 2 for parts of a year, with their months.
fn later_season(text: &str) -> Option<DateError> {
    let (year, code) = text.split_once('-')?;
    Coarse::read(year)?.ok()?;
    let (first, length, what) = match code.parse::<u8>().ok()? {
        code @ 25..=28 => ((code - 25) * 3 + 3, 3, "a season of one hemisphere"),
        code @ 29..=32 => ((code - 29) * 3 + 9, 3, "a season of one hemisphere"),
        code @ 33..=36 => ((code - 33) * 3 + 1, 3, "a quarter"),
        code @ 37..=39 => ((code - 37) * 4 + 1, 4, "a third of a year"),
        code @ 40..=41 => ((code - 40) * 6 + 1, 6, "half a year"),
        _ => return None,
    };
    let month = |number: u8| {
        let year = year.parse::<i32>().unwrap_or(1);
        let month = super::month::Month::new(year, number);
        Coarse::Month(month)
    };
    let message = format!("{} uses a code for {what}, which is not read", quoted(text));
    let set = format!("[{}..{}]", month(first), month(first + length - 1));
    Some(DateError::new(message).with_hint(format!("write its months: `{set}`")))
}

fn compact(text: &str) -> Option<DateError> {
    let number = text.bytes().all(|byte| byte.is_ascii_digit());
    if !number || text.len() != 8 {
        return None;
    }
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    let hyphens = format!("{year}-{month}-{day}");
    Coarse::read(&hyphens)?.ok()?;
    let error = DateError::new(format!("{} is a date without hyphens", quoted(text)));
    Some(error.with_hint(format!("write `{hyphens}`")))
}

/// An `X` where it may not stand; the proposal is the set of what it can be.
fn unspecified(text: &str) -> Option<DateError> {
    let short = text.len() <= 10 && text.is_ascii();
    if !short || !text.contains('X') {
        return None;
    }
    let ends = text.strip_suffix('X').and_then(|stem| ends_of(text, stem));
    Some(match ends {
        Some((first, last)) => propose(text, &format!("`[{first}..{last}]`")),
        None => not_a_date(text).with_hint("X stands for whole last parts: `202X`, `20XX`, `2024-XX`, `2024-12-XX`"),
    })
}

/// The first and the last date that the text can be if its end is not known.
fn ends_of(text: &str, stem: &str) -> Option<(Coarse, Coarse)> {
    if let Some(thousands) = text.strip_suffix("XXX") {
        let digit = thousands.parse::<u16>().ok().filter(|digit| *digit < 10)?;
        let first = (digit * 1000).max(1);
        return Some((Coarse::Year(first), Coarse::Year(digit * 1000 + 999)));
    }
    let dates = ('0'..='9').filter_map(|digit| Coarse::read(&format!("{stem}{digit}"))?.ok());
    let dates: Vec<Coarse> = dates.collect();
    match dates.as_slice() {
        [first, .., last] if !stem.contains('X') => Some((*first, *last)),
        _ => None,
    }
}

/// Two dates with a hyphen or a dash between them.
fn two_dates(text: &str) -> Option<DateError> {
    if text.len() > 64 {
        return None;
    }
    let plain = |part: &str| matches!(Coarse::read(part), Some(Ok(_)));
    let marks = [" - ", "–", "—", " to ", "-"];
    let parts = marks.iter().filter_map(|mark| text.split_once(mark));
    let mut parts = parts.map(|(from, to)| (from.trim(), to.trim()));
    let (from, to) = parts.find(|(from, to)| plain(from) && plain(to))?;
    let what = format!("`{from}/{to}` if it lasted, `[{from}..{to}]` for one day within");
    Some(propose(text, &what))
}

/// Two dates with a comma or `or` between them.
fn two_choices(text: &str) -> Option<DateError> {
    let (one, other) = text.split_once(" or ").or_else(|| text.split_once(','))?;
    let [one, other] = [one, other].map(|part| Coarse::read(part.trim()));
    let (one, other) = (one?.ok()?, other?.ok()?);
    Some(propose(text, &format!("`[{one},{other}]`")))
}

/// A date with a word for "about" before it.
fn about(text: &str) -> Option<DateError> {
    let words = ["c.", "ca.", "circa ", "about ", "around "];
    let rest = words.iter().find_map(|word| text.strip_prefix(word))?;
    let date = Coarse::read(rest.trim())?.ok()?;
    Some(propose(text, &format!("`{date}~`")))
}

/// A date that only the text of a period may say so: `12 December 2024`,
/// `2024-Q4`, `1970s`.
fn as_period(text: &str) -> Option<DateError> {
    let period = match calendar::read(text)? {
        Ok(period) => period,
        Err(error) => return Some(error.into()),
    };
    let date = PointDate::within(period.first, period.last)?;
    let error = DateError::new(format!("{} is not written as a date is here", quoted(text)));
    Some(error.with_hint(format!("write `{date}`")))
}
