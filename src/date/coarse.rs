//! A date with fewer digits than a day, or a day.

use std::fmt;

use super::day::{digits, year_reason};
use super::month::Month;
use super::{DateError, Day, Precision};

/// One day, or the calendar unit in which one day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Coarse {
    /// `20XX`: the number of hundreds.
    Century(u16),
    /// `202X`: the number of tens.
    Decade(u16),
    Year(u16),
    Season(u16, Season),
    Month(Month),
    Day(Day),
}

/// A season of a year, EDTF codes 21 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    fn from_code(code: u16) -> Option<Season> {
        match code {
            21 => Some(Season::Spring),
            22 => Some(Season::Summer),
            23 => Some(Season::Autumn),
            24 => Some(Season::Winter),
            _ => None,
        }
    }

    fn code_and_name(self) -> (u8, &'static str) {
        match self {
            Season::Spring => (21, "spring"),
            Season::Summer => (22, "summer"),
            Season::Autumn => (23, "autumn"),
            Season::Winter => (24, "winter"),
        }
    }

    /// First and last month that the season of a year can reach.
    ///
    /// The codes do not tell the hemisphere, so spring and autumn cover March
    /// to November. Summer or winter may be in the middle of the year, or turn
    /// it; and "winter 2024" is said of either turn, so that it covers
    /// December before to February after. Seasons are whole months.
    fn months(self, year: u16) -> (Month, Month) {
        let year = i32::from(year);
        match self {
            Season::Spring | Season::Autumn => (Month::new(year, 3), Month::new(year, 11)),
            Season::Summer | Season::Winter => (Month::new(year, 0), Month::new(year, 14)),
        }
    }
}

impl Coarse {
    /// Reads an unqualified date; nothing if the text has not the form of one,
    /// an error if it has, but the calendar has no such date.
    pub(super) fn read(text: &str) -> Option<Result<Coarse, DateError>> {
        // No date is longer; this also keeps the work on long text small.
        if text.len() > 10 {
            return None;
        }
        let mut parts = text.split('-');
        let found = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
            (year, None, None, None) => in_years(year)?,
            (year, Some("XX"), None, None) => in_years_whole(year)?,
            (year, Some("XX"), Some("XX"), None) => in_years_whole(year)?,
            (year, Some(month), None, None) => in_months(year, month)?,
            (year, Some(month), Some("XX"), None) => in_whole_months(year, month)?,
            (year, Some(month), Some(day), None) => in_days(year, month, day)?,
            _ => return None,
        };
        Some(found.map_err(|reason| DateError::impossible(text, &reason)))
    }

    /// The unit of this precision in which a real day lies; sets and seasons
    /// are no unit.
    pub(super) fn containing(day: Day, precision: Precision) -> Option<Coarse> {
        let year = u16::try_from(day.year()).ok()?;
        match precision {
            Precision::Day => Some(Coarse::Day(day)),
            Precision::Month => Some(Coarse::Month(Month::of(day))),
            Precision::Year => Some(Coarse::Year(year)),
            Precision::Decade => Some(Coarse::Decade(year / 10)),
            Precision::Century => Some(Coarse::Century(year / 100)),
            Precision::Season | Precision::Span => None,
        }
    }

    pub(super) fn precision(self) -> Precision {
        match self {
            Coarse::Century(_) => Precision::Century,
            Coarse::Decade(_) => Precision::Decade,
            Coarse::Year(_) => Precision::Year,
            Coarse::Season(..) => Precision::Season,
            Coarse::Month(_) => Precision::Month,
            Coarse::Day(_) => Precision::Day,
        }
    }

    /// First and last day that the date can mean.
    pub(super) fn span(self) -> (Day, Day) {
        self.stretched(0)
    }

    /// The span with one more unit of the last digit given on each side: a day
    /// for a day, a month for a month, and so on; a season has three months.
    pub(super) fn widened(self) -> (Day, Day) {
        self.stretched(1)
    }

    fn stretched(self, units: i32) -> (Day, Day) {
        let years = |first: u16, last: u16| {
            let (first, last) = (i32::from(first), i32::from(last));
            (Month::new(first, 1), Month::new(last, 12))
        };
        let ((first, last), unit) = match self {
            Coarse::Day(day) => return (day.plus_days(-units), day.plus_days(units)),
            Coarse::Month(month) => ((month, month), 1),
            Coarse::Season(year, season) => (season.months(year), 3),
            Coarse::Year(year) => (years(year, year), 12),
            Coarse::Decade(tens) => (years(tens * 10, tens * 10 + 9), 120),
            Coarse::Century(hundreds) => (years(hundreds * 100, hundreds * 100 + 99), 1200),
        };
        let by = units * unit;
        (first.plus(-by).first(), last.plus(by).last())
    }

    /// The date for a reader: digits as they stand, seasons by name.
    pub(super) fn cell(self) -> String {
        match self {
            Coarse::Season(year, season) => format!("{} {year:04}", season.code_and_name().1),
            _ => self.to_string(),
        }
    }
}

/// A date with the form of one, or why the calendar has none; nothing if the
/// form is another.
type Found = Option<Result<Coarse, String>>;

fn in_years(text: &str) -> Found {
    if let Some(tens) = text.strip_suffix('X') {
        let hundreds = tens.strip_suffix('X').map(|text| digits(text, 2));
        return match hundreds {
            Some(hundreds) => Some(Ok(Coarse::Century(hundreds?))),
            None => Some(Ok(Coarse::Decade(digits(tens, 3)?))),
        };
    }
    in_years_whole(text)
}

fn in_years_whole(text: &str) -> Found {
    let year = digits(text, 4)?;
    Some(match year {
        0 => Err(year_reason(0)),
        _ => Ok(Coarse::Year(year)),
    })
}

fn in_months(year: &str, month: &str) -> Found {
    let number = digits(month, 2)?;
    // Codes of EDTF level 2 for parts of a year: known, but not read.
    if (25..=41).contains(&number) {
        return None;
    }
    match (Season::from_code(number), in_years_whole(year)?) {
        (Some(season), Ok(Coarse::Year(year))) => Some(Ok(Coarse::Season(year, season))),
        _ => in_whole_months(year, month),
    }
}

fn in_whole_months(year: &str, month: &str) -> Found {
    match in_days(year, month, "01")? {
        Ok(Coarse::Day(day)) => Some(Ok(Coarse::Month(Month::of(day)))),
        other => Some(other),
    }
}

fn in_days(year: &str, month: &str, day: &str) -> Found {
    let year = i32::from(digits(year, 4)?);
    let month = u8::try_from(digits(month, 2)?).ok()?;
    let day = u8::try_from(digits(day, 2)?).ok()?;
    Some(Day::check(year, month, day).map(Coarse::Day))
}

impl fmt::Display for Coarse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Coarse::Century(hundreds) => write!(f, "{hundreds:02}XX"),
            Coarse::Decade(tens) => write!(f, "{tens:03}X"),
            Coarse::Year(year) => write!(f, "{year:04}"),
            Coarse::Season(year, season) => write!(f, "{year:04}-{}", season.code_and_name().0),
            Coarse::Month(month) => write!(f, "{:04}-{:02}", month.year(), month.number()),
            Coarse::Day(day) => day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_their_days() {
        let check = |text: &str, canonical: &str, days: &str, wide: &str| {
            let date = Coarse::read(text).expect(text).expect(text);
            let print = |(first, last): (Day, Day)| format!("{first} {last}");
            assert_eq!(date.to_string(), canonical);
            assert_eq!(print(date.span()), days, "{text}");
            assert_eq!(print(date.widened()), wide, "{text}~");
        };
        let year = "2024-01-01 2024-12-31";
        let wide = "2023-01-01 2025-12-31";
        check("2024", "2024", year, wide);
        check("2024-XX", "2024", year, wide);
        check("2024-XX-XX", "2024", year, wide);
        let (month, wide) = ("2024-12-01 2024-12-31", "2024-11-01 2025-01-31");
        check("2024-12", "2024-12", month, wide);
        check("2024-12-XX", "2024-12", month, wide);
        let (day, wide) = ("2024-02-29 2024-02-29", "2024-02-28 2024-03-01");
        check("2024-02-29", "2024-02-29", day, wide);
        check("202X", "202X", "2020-01-01 2029-12-31", "2010-01-01 2039-12-31");
        check("20XX", "20XX", "2000-01-01 2099-12-31", "1900-01-01 2199-12-31");
        check("00XX", "00XX", "0001-01-01 0099-12-31", "0001-01-01 0199-12-31");
        check("999X", "999X", "9990-01-01 9999-12-31", "9980-01-01 9999-12-31");
        let wide = "2023-12-01 2025-02-28";
        check("2024-21", "2024-21", "2024-03-01 2024-11-30", wide);
        let wide = "2023-09-01 2025-05-31";
        check("2024-24", "2024-24", "2023-12-01 2025-02-28", wide);
    }

    #[test]
    fn impossible_dates_have_a_reason() {
        let check = |text: &str, reason: &str| {
            let error = Coarse::read(text).expect(text).expect_err(text);
            assert!(error.to_string().contains(reason), "{error}");
        };
        check("2024-02-30", "February 2024 has 29 days");
        check("2024-13", "there is no month 13");
        check("2024-13-XX", "there is no month 13");
        check("2024-21-XX", "there is no month 21");
        check("0000", "there is no year 0000");
        check("0000-21", "there is no year 0000");
    }

    #[test]
    fn other_forms_are_not_read() {
        let check = |text: &str| assert!(Coarse::read(text).is_none(), "{text}");
        let texts = ["", "2024-1", "2024-12-1X", "2XXX", "XXXX", "24", "2024-12-12-", "éé-12"];
        texts.into_iter().for_each(check);
    }
}
