//! Dates as tables write them: numbers in a stated order, names of months, parts, ranges, with a time of day behind.

use super::clock::{self, Clock};
use super::map::{Order, Range, Reading};
use crate::date::{EventDate, PointDate};

/// No date is longer.
const LONGEST: usize = 200;

/// What a text says about time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// The date.
    pub date: EventDate,
    /// The time of day.
    pub time: Option<Clock>,
}

/// Reads a date.
///
/// # Errors
/// Why it is none, or which of two it may be.
pub(super) fn read(text: &str, reading: &Reading) -> Result<Seen, String> {
    if text.len() > LONGEST {
        return Err(format!("a text of {} bytes is no date", text.len()));
    }
    if let Ok(date) = text.parse::<EventDate>() {
        return Ok(Seen { date, time: None });
    }
    let (plain, mark) = qualifier(text);
    let (plain, time) = clock::split(plain);
    let written = match plain.parse::<EventDate>() {
        Ok(date) => date.to_string(),
        Err(_) => range(plain, reading)?,
    };
    let marked =
        if written.contains('/') || written.starts_with('[') { each_end(&written, mark) } else { written + mark };
    let date = marked.parse::<EventDate>().map_err(|error| error.to_string())?;
    Ok(Seen { date, time })
}

/// Takes off what says how sure the date is, and gives the mark of EDTF for it.
fn qualifier(text: &str) -> (&str, &'static str) {
    let text = text.trim();
    let sure = text.strip_suffix("(?)").or_else(|| text.strip_suffix('?'));
    let plain = sure.unwrap_or(text).trim_end();
    let about = ["circa ", "about ", "approx. ", "ca. ", "ca ", "c. ", "c.", "~"];
    let starts = |word: &&str| plain.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let rest = about.into_iter().find(starts).and_then(|word| plain.get(word.len()..));
    let mark = match (sure, rest) {
        (Some(_), Some(_)) => "%",
        (Some(_), None) => "?",
        (None, Some(_)) => "~",
        (None, None) => "",
    };
    (rest.unwrap_or(plain).trim(), mark)
}

/// Puts a mark behind both ends of an interval, or behind all dates of a set.
fn each_end(written: &str, mark: &str) -> String {
    if mark.is_empty() {
        return written.to_owned();
    }
    let mut marked = String::new();
    let mut before = ' ';
    for sign in written.chars() {
        if matches!(sign, '/' | ']' | '.' | ',') && before.is_ascii_digit() {
            marked += mark;
        }
        marked.push(sign);
        before = sign;
    }
    if before.is_ascii_digit() {
        marked += mark;
    }
    marked
}

/// The same date as uncertain; one that is qualified already stays as it is.
pub(super) fn uncertain(date: &str) -> String {
    match date.contains(['?', '~', '%']) {
        true => date.replace('~', "%"),
        false => each_end(date, "?"),
    }
}

/// A range of two dates, or one date, in EDTF.
fn range(text: &str, reading: &Reading) -> Result<String, String> {
    let Some((first, last)) = ends(text) else {
        return Part::read(text, reading)?.whole(text);
    };
    let (first, last) = (Part::read(first, reading)?, Part::read(last, reading)?);
    let (first, last) = first.completed(last);
    Ok(joined(&first.whole(text)?, &last.whole(text)?, reading.range))
}

/// Two dates as the interval or set that a map wants.
pub(super) fn joined(first: &str, last: &str, range: Range) -> String {
    match range {
        _ if first == last => first.to_owned(),
        Range::Lasted => format!("{first}/{last}"),
        Range::Within => format!("[{first}..{last}]"),
    }
}

/// The two ends of a range.
fn ends(text: &str) -> Option<(&str, &str)> {
    for between in [" to ", " through ", " until ", "–", "—", "..", " - "] {
        let found = text.split_once(between);
        if let Some((first, last)) = found {
            return (!last.contains(between)).then_some((first.trim(), last.trim()));
        }
    }
    // A hyphen alone is a range only where the dates are written without one.
    let found = text.split_once('-').filter(|(_, last)| !last.contains('-'));
    found.filter(|_| text.contains(['/', '.']) || text.contains(char::is_alphabetic))
}

/// As much of a date as a text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Part {
    fn read(text: &str, reading: &Reading) -> Result<Self, String> {
        let none = || format!("`{text}` is no date");
        let words: Vec<&str> = text
            .split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '.' | '-' | ','))
            .filter(|word| !word.is_empty() && *word != "of" && *word != "the")
            .collect();
        let mut month = None;
        let mut numbers = Vec::new();
        for word in words {
            match (number(word), month_number(word, reading)) {
                (Some(number), _) => numbers.push(number),
                (None, Some(found)) if month.is_none() => month = Some(found),
                (None, _) => return Err(none()),
            }
        }
        match (month, numbers.as_slice()) {
            (Some(month), numbers) => Self::named(month, numbers, reading).ok_or_else(none)?,
            (None, numbers) => Self::numeric(text, numbers, reading),
        }
    }

    /// A date with the name of its month.
    fn named(month: u32, numbers: &[Number], reading: &Reading) -> Option<Result<Self, String>> {
        let month = Some(month);
        let year_first = reading.order == Some(Order::YearMonthDay);
        Some(match *numbers {
            [] => Ok(Self { month, ..Self::default() }),
            [one] if one.is_year() => Ok(Self { year: i32::try_from(one.value).ok(), month, day: None }),
            [one] => Ok(Self { month, day: one.day(), year: None }),
            [year, day] if year.is_year() || (year_first && !day.is_year()) => {
                year.year(reading).map(|year| Self { year: Some(year), month, day: day.day() })
            }
            [day, year] => year.year(reading).map(|year| Self { year: Some(year), month, day: day.day() }),
            _ => return None,
        })
    }

    /// A date in numbers.
    fn numeric(text: &str, numbers: &[Number], reading: &Reading) -> Result<Self, String> {
        match *numbers {
            [one] if one.digits == 8 => Self::run_together(text, one.value, reading),
            [one] if one.is_year() => Ok(Self { year: i32::try_from(one.value).ok(), ..Self::default() }),
            [one] => Ok(Self { day: one.day(), ..Self::default() }),
            [year, month] if year.is_year() => {
                Ok(Self { year: i32::try_from(year.value).ok(), month: month.day(), day: None })
            }
            // The end of `March 4–6, 2031`.
            [day, year] if year.is_year() && text.contains(',') => {
                Ok(Self { year: i32::try_from(year.value).ok(), month: None, day: day.day() })
            }
            [month, year] if year.is_year() => {
                Ok(Self { year: i32::try_from(year.value).ok(), month: month.day(), day: None })
            }
            [first, second] => match order(text, reading)? {
                Order::DayMonthYear => Ok(Self { day: first.day(), month: second.day(), year: None }),
                Order::MonthDayYear | Order::YearMonthDay => {
                    Ok(Self { month: first.day(), day: second.day(), year: None })
                }
            },
            [year, month, day] if year.is_year() => {
                Ok(Self { year: i32::try_from(year.value).ok(), month: month.day(), day: day.day() })
            }
            [first, second, third] => {
                let (year, month, day) = match order(text, reading)? {
                    Order::DayMonthYear => (third, second, first),
                    Order::MonthDayYear => (third, first, second),
                    Order::YearMonthDay => (first, second, third),
                };
                Ok(Self { year: Some(year.year(reading)?), month: month.day(), day: day.day() })
            }
            _ => Err(format!("`{text}` is no date")),
        }
    }

    /// `20310304`, `04032031`.
    fn run_together(text: &str, value: u32, reading: &Reading) -> Result<Self, String> {
        let (high, middle, low) = (value / 1_000_000, value / 10_000 % 100, value / 100 % 100);
        let (year, month, day) = match order(text, reading)? {
            Order::YearMonthDay => (value / 10_000, low, value % 100),
            Order::DayMonthYear => (value % 10_000, middle, high),
            Order::MonthDayYear => (value % 10_000, high, middle),
        };
        let part = |number: u32| (number != 0).then_some(number);
        Ok(Self { year: i32::try_from(year).ok(), month: part(month), day: part(day) })
    }

    /// Two ends of a range, each with what only the other one says: `4–6 March 2031`, `March 4–6, 2031`.
    fn completed(self, last: Self) -> (Self, Self) {
        let (mut first, mut last) = (self, last);
        if first.day.is_some() {
            first.month = first.month.or(last.month);
        }
        if last.day.is_some() {
            last.month = last.month.or(first.month);
        }
        first.year = first.year.or(last.year);
        last.year = last.year.or(first.year);
        (first, last)
    }

    /// The date in EDTF.
    fn whole(self, text: &str) -> Result<String, String> {
        let written = match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(year), None, None) => format!("{year:04}"),
            (Some(_), None, Some(_)) => return Err(format!("`{text}` has a day and no month")),
            (None, None, _) => return Err(format!("`{text}` is no date")),
            (None, ..) => return Err(format!("`{text}` has no year")),
        };
        // Months above 12 are seasons in EDTF, which no table means.
        let possible = self.month.is_none_or(|month| month <= 12) && written.parse::<PointDate>().is_ok();
        possible.then_some(written).ok_or_else(|| format!("`{text}` is no day of the calendar"))
    }
}

/// A number of a date, with how many digits it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    value: u32,
    digits: usize,
}

impl Number {
    fn is_year(self) -> bool {
        self.digits == 4
    }

    /// A day or month; nothing for zero, which says that it is not known.
    fn day(self) -> Option<u32> {
        (self.value != 0).then_some(self.value)
    }

    /// A year, of which two digits need a century.
    fn year(self, reading: &Reading) -> Result<i32, String> {
        let value = i32::try_from(self.value).unwrap_or(i32::MAX);
        match (self.digits, reading.pivot) {
            (4, _) => Ok(value),
            (2, Some(pivot)) => Ok(pivot + (value - pivot).rem_euclid(100)),
            (2, None) => Err(format!("`{value:02}` may be a year of any century: `dates` of the map has no `pivot`")),
            _ => Err(format!("`{value}` is no year")),
        }
    }
}

/// `4`, `04`, `4th`; `??` and `XX` for what is not known.
fn number(word: &str) -> Option<Number> {
    if matches!(word, "??" | "XX" | "xx" | "__") {
        return Some(Number { value: 0, digits: 2 });
    }
    let endings = ["st", "nd", "rd", "th"];
    let digits = endings.into_iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let plain = (1..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    Some(Number { value: digits.parse().ok().filter(|_| plain)?, digits: digits.len() })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month, by its English name, its first three letters, or a name that the map has.
fn month_number(word: &str, reading: &Reading) -> Option<u32> {
    let word = word.to_lowercase();
    let own = reading.months.iter().find(|(name, _)| name.to_lowercase() == word);
    if let Some((_, number)) = own {
        return Some(u32::from(*number));
    }
    let word = if word == "sept" { "sep" } else { word.as_str() };
    let at = MONTHS.iter().position(|name| word == *name || name.get(..3) == Some(word));
    at.and_then(|at| u32::try_from(at + 1).ok())
}

fn order(text: &str, reading: &Reading) -> Result<Order, String> {
    reading.order.ok_or_else(|| format!("`{text}` may be read in several orders: `dates` of the map has no `order`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(map: &str, cases: &[(&str, &str)]) {
        let reading: Reading = crate::read::ron_options().from_str(map).unwrap();
        for (text, expected) in cases {
            let seen = match read(text, &reading) {
                Ok(Seen { date, time: None }) => date.to_string(),
                Ok(Seen { date, time: Some(time) }) => format!("{date} {time}"),
                Err(why) => why,
            };
            assert_eq!(seen, *expected, "{text}");
        }
    }

    #[test]
    fn orders() {
        check(
            "(order: MonthDayYear, pivot: 1950)",
            &[
                ("03/04/31", "2031-03-04"),
                ("3/4/1949", "1949-03-04"),
                ("12/31/50", "1950-12-31"),
                ("03-04-49", "2049-03-04"),
                ("03042031", "2031-03-04"),
                ("03/00/31", "2031-03"),
                ("03/??/31", "2031-03"),
                ("03/04/31-03/06/31", "2031-03-04/2031-03-06"),
                ("03/04-03/06/31", "2031-03-04/2031-03-06"),
                ("13/04/31", "`13/04/31` is no day of the calendar"),
                ("02/30/31", "`02/30/31` is no day of the calendar"),
                ("03/04", "`03/04` has no year"),
                ("1/2/3", "`3` is no year"),
            ],
        );
        check(
            "(order: DayMonthYear)",
            &[
                ("04-03-2031", "2031-03-04"),
                ("4.3.2031", "2031-03-04"),
                ("04032031", "2031-03-04"),
                ("04.03.31", "`31` may be a year of any century: `dates` of the map has no `pivot`"),
            ],
        );
        check("(order: YearMonthDay, pivot: 2000)", &[("31-03-04", "2031-03-04"), ("31 March 4", "2031-03-04")]);
        check(
            "()",
            &[
                ("03/04/2031", "`03/04/2031` may be read in several orders: `dates` of the map has no `order`"),
                ("2031/3/4", "2031-03-04"),
                ("2031-3-", "2031-03"),
                ("3/2031", "2031-03"),
            ],
        );
    }

    #[test]
    fn words_parts_and_ranges() {
        check(
            "(months: {\"märz\": 3, \"janvier\": 1})",
            &[
                ("4 March 2031", "2031-03-04"),
                ("March 4th, 2031", "2031-03-04"),
                ("4. März 2031", "2031-03-04"),
                ("1 JANVIER 2031", "2031-01-01"),
                ("4-Mar-2031", "2031-03-04"),
                ("Sept 2031", "2031-09"),
                ("2031", "2031"),
                ("2031-03", "2031-03"),
                ("4–6 March 2031", "2031-03-04/2031-03-06"),
                ("March 4-6, 2031", "2031-03-04/2031-03-06"),
                ("28 February to 2 March 2031", "2031-02-28/2031-03-02"),
                ("March – May 2031", "2031-03/2031-05"),
                ("2030–2031", "2030/2031"),
                ("c. 4 March 2031", "2031-03-04~"),
                ("about March 2031?", "2031-03%"),
                ("4–6 March 2031 (?)", "2031-03-04?/2031-03-06?"),
                ("[2031-03-04..2031-03-06]", "[2031-03-04..2031-03-06]"),
                ("Mar-31", "`Mar-31` has no year"),
                ("6–4 March 2031", "`2031-03-06/2031-03-04` ends before it begins"),
                ("soon", "`soon` is no date"),
                ("", "`` is no date"),
                ("99999999999", "`99999999999` is no date"),
            ],
        );
        check("(range: Within)", &[("4–6 March 2031", "[2031-03-04..2031-03-06]")]);
    }

    #[test]
    fn times_of_day_stand_behind() {
        check(
            "(order: MonthDayYear)",
            &[
                ("2031-03-04 16:30", "2031-03-04 16:30"),
                ("2031-03-04T16:30:10Z", "2031-03-04 16:30Z"),
                ("03/04/2031 4:30 PM", "2031-03-04 16:30"),
                ("2031-03-04 00:00:00", "2031-03-04"),
                ("4 March 2031, 9:05+03:00", "2031-03-04 09:05+03:00"),
                ("2031-03-04 25:00", "`2031-03-04 25:00` is no date"),
            ],
        );
    }
}
