//! Times of day behind a date.

use std::fmt;

/// A time of day, with its distance from universal time where that is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u8,
    minute: u8,
    zone: String,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}{}", self.hour, self.minute, self.zone)
    }
}

/// Splits a time of day off the end of a text. Midnight to the second is how programs write a date without a time, and
/// is taken off as well.
pub(super) fn split(text: &str) -> (&str, Option<Clock>) {
    let Some(colon) = text.find(':') else { return (text, None) };
    let before = text.get(..colon).unwrap_or_default();
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = colon - digits;
    let (date, clock) = text.split_at(start);
    let date = date.trim_end_matches([' ', ',', 'T', '\u{a0}']);
    match (read(clock), date.is_empty() || date.len() == start) {
        (Some((clock, seconds)), false) => {
            let unstated = (clock.hour, clock.minute, seconds) == (0, 0, Some(0)) && clock.zone.is_empty();
            (date, (!unstated).then_some(clock))
        }
        _ => (text, None),
    }
}

/// `16:30`, `16:30:10.5`, `4:30 PM`, each with `Z` or `+03:00` behind it; and its seconds.
fn read(text: &str) -> Option<(Clock, Option<u8>)> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, rest) = rest.split_at_checked(2)?;
    let (seconds, rest) = match rest.strip_prefix(':') {
        Some(rest) => {
            let (seconds, rest) = rest.split_at_checked(2)?;
            (Some(below(seconds, 61)?), fraction(rest))
        }
        None => (None, rest),
    };
    let (half, zone) = half_of_day(rest.trim_start());
    let hour = below(hour, 24)?;
    let hour = match half {
        None => hour,
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(added) => hour % 12 + added,
    };
    is_zone(zone).then_some((Clock { hour, minute: below(minute, 60)?, zone: zone.to_owned() }, seconds))
}

fn fraction(text: &str) -> &str {
    let digits = text.strip_prefix('.').map(|rest| rest.trim_start_matches(|sign: char| sign.is_ascii_digit()));
    digits.unwrap_or(text)
}

/// The hours that `AM` or `PM` adds.
fn half_of_day(text: &str) -> (Option<u8>, &str) {
    for (words, added) in [(["am", "a.m."], 0), (["pm", "p.m."], 12)] {
        for word in words {
            let (start, rest) = text.split_at_checked(word.len()).unwrap_or_default();
            if start.eq_ignore_ascii_case(word) {
                return (Some(added), rest.trim());
            }
        }
    }
    (None, text)
}

/// Nothing, `Z`, or `+03:00`.
fn is_zone(text: &str) -> bool {
    let offset = |rest: &str| {
        let parts = rest.split_once(':').or_else(|| rest.split_at_checked(2)).filter(|(hours, _)| hours.len() == 2);
        parts.is_some_and(|(hours, minutes)| below(hours, 15).is_some() && below(minutes, 60).is_some())
    };
    matches!(text, "" | "Z") || text.strip_prefix(['+', '-']).is_some_and(offset)
}

/// A number of one or two digits below a limit.
fn below(text: &str, limit: u8) -> Option<u8> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| plain && *number < limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_a_time_is_split_off() {
        for (text, date, time) in [
            ("4 March 16:30", "4 March", "16:30"),
            ("2031-03-04T01:02+0300", "2031-03-04", "01:02+0300"),
            ("4 March 12:00 am", "4 March", "00:00"),
            ("4 March 12:00 p.m. Z", "4 March", "12:00Z"),
            ("4 March 00:00:00", "4 March", ""),
            ("16:30", "16:30", ""),
            ("4 March 13:00 PM", "4 March 13:00 PM", ""),
            ("4 March 16:3", "4 March 16:3", ""),
            ("a:b", "a:b", ""),
            (":", ":", ""),
            ("é 1:é2", "é 1:é2", ""),
        ] {
            let (seen, clock) = split(text);
            assert_eq!(
                (seen, clock.map(|clock| clock.to_string()).unwrap_or_default()),
                (date, time.to_owned()),
                "{text}"
            );
        }
    }
}
