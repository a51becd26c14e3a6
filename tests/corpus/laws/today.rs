//! Texts with a day: the first line is what is read, the rest says which day it is.

use chancery::date::Day;

/// The text, and the day that follows it: as it is written, else counted from its bytes, so that every input has one.
pub(crate) fn split(input: &[u8]) -> Option<(&str, Day)> {
    let mut parts = input.splitn(2, |byte| *byte == b'\n');
    let text = str::from_utf8(parts.next()?).ok()?;
    let rest = parts.next().unwrap_or(b"2024-12-12");
    let written = str::from_utf8(rest).ok().and_then(|rest| rest.trim().parse().ok());
    Some((text, written.or_else(|| counted(rest))?))
}

fn counted(bytes: &[u8]) -> Option<Day> {
    let number = bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(257).wrapping_add(u32::from(*byte)));
    let days = Day::LAST.number().abs_diff(Day::FIRST.number()) + 1;
    Day::from_number(Day::FIRST.number() + i32::try_from(number % days).ok()?)
}
