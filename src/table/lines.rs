//! Lines: what one of them tells, whatever the format of the text.

use super::Relation;
use crate::date::Day;
use std::borrow::Cow;

/// So many bytes have a line at most; a longer one is passed over, and listed.
pub const LONGEST_LINE: usize = 1 << 20;

/// An actor as a line names it. What is not stated is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named<'l> {
    /// The name.
    pub name: &'l str,
    /// The code or outside id.
    pub code: &'l str,
    /// The country, in the words or code of the format.
    pub country: &'l str,
}

/// Where something took place, as a line tells it. What is not stated is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Where<'l> {
    /// The town or the full name.
    pub name: &'l str,
    /// The country.
    pub country: &'l str,
    /// Degrees north and east.
    pub degrees: Option<[f64; 2]>,
}

/// What a line tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told<'l> {
    /// Who acts, and towards whom.
    pub ends: [Named<'l>; 2],
    /// What happens between them: the number of a relation.
    pub relation: u16,
    /// The day of the report.
    pub day: Day,
    /// Where.
    pub place: Where<'l>,
}

/// Why a line is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untold {
    /// Its relation is left aside.
    Unused(u16),
    /// A reason that many lines share, so that they are counted.
    Counted(Cow<'static, str>),
    /// A reason of its own.
    Listed(String),
}

/// What the rows of a relation are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The relation; one label has one shape.
    pub relation: Relation,
    /// The label of the relation by which the other actor tells the same event.
    pub mirror: Option<String>,
}

/// Reads the lines of a format. Each thread has one of its own, which keeps what it needs between two lines.
pub trait Lines: Send {
    /// What a line tells; it has no line break and is not empty.
    ///
    /// # Errors
    /// Why it is no row.
    fn told<'l>(&'l mut self, line: &'l [u8]) -> Result<Told<'l>, Untold>;

    /// What a number of a relation means.
    fn relation(&self, number: u16) -> Option<Meant>;

    /// Why rows of a relation are left aside.
    fn unused(&self, number: u16) -> String;

    /// Whether the first line is a header.
    fn has_header(&self) -> bool {
        false
    }

    /// Where source, relation, target and date stand, if each line has these four cells between tabs and no other. Lines of
    /// which all cells were read before need not be read again then.
    fn plain(&self) -> Option<[usize; 4]> {
        None
    }

    /// How many lines were not in the encoding of the others.
    fn decoded(&self) -> u64 {
        0
    }
}

/// A day of report: `2031-01-02`, `20310102`, or the first with a time behind it.
pub fn day_of_report(text: &[u8]) -> Option<Day> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_i32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i32::from(*digit - b'0')))
    };
    let (month, day) = match text {
        [_, _, _, _, _, _, _, _] => (4..6, 6..8),
        [_, _, _, _, b'-', _, _, b'-', _, _] | [_, _, _, _, b'-', _, _, b'-', _, _, b' ' | b'T', ..] => (5..7, 8..10),
        _ => return None,
    };
    let year = number(text.get(0..4)?)?;
    Day::new(year, u8::try_from(number(text.get(month)?)?).ok()?, u8::try_from(number(text.get(day)?)?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_ways_of_the_formats() {
        let known: Day = "2031-01-02".parse().unwrap();
        for text in ["2031-01-02", "20310102", "2031-01-02 00:00:00", "2031-01-02T10:00"] {
            assert_eq!(day_of_report(text.as_bytes()), Some(known), "{text}");
        }
        for text in ["", "2031-1-2", "2031-02-30", "2031-01-02x", "203101", "2031010é", "-031-01-02", "2031/01/02"] {
            assert_eq!(day_of_report(text.as_bytes()), None, "{text}");
        }
    }
}
