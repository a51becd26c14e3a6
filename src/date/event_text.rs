//! Reading and writing the date of an event.

use std::fmt;
use std::str::FromStr;

use super::error::{Fault, quoted};
use super::event::{Edge, Form};
use super::{DateError, EventDate, PointDate, refusal};

impl FromStr for EventDate {
    type Err = DateError;

    /// Reads EDTF: level 0, level 1, and the one-of sets of level 2. The time
    /// taken grows with the length of the text, not faster.
    fn from_str(text: &str) -> Result<EventDate, DateError> {
        let text = text.trim();
        let Some((start, end)) = text.split_once('/') else {
            return PointDate::parse(text).map(EventDate::within);
        };
        if let Some(error) = refusal::of_slashes(text, start, end) {
            return Err(error);
        }
        interval(text, start.trim(), end.trim())
    }
}

fn interval(text: &str, start: &str, end: &str) -> Result<EventDate, DateError> {
    match (edge(start), edge(end)) {
        (None, None) => lasted(PointDate::parse(start)?, PointDate::parse(end)?),
        (None, Some(end)) => Ok(EventDate::of(Form::Since(PointDate::parse(start)?.into(), end))),
        (Some(start), None) => Ok(EventDate::of(Form::Until(start, PointDate::parse(end)?.into()))),
        (Some(_), Some(_)) => {
            let message = format!("{} says neither start nor end", quoted(text));
            Err(DateError::new(message).with_hint("leave the date out"))
        }
    }
}

fn edge(text: &str) -> Option<Edge> {
    match text {
        ".." => Some(Edge::Open),
        "" => Some(Edge::Unstated),
        _ => None,
    }
}

fn lasted(start: PointDate, end: PointDate) -> Result<EventDate, DateError> {
    if end.last() < start.first() {
        let written = format!("{start}/{end}");
        let message = format!("{} ends before it begins", quoted(&written));
        let hint = format!("the other way round it is `{end}/{start}`");
        let error = DateError::new(message).with_fault(Fault::Reversed);
        // A long proposal is no help.
        return Err(match hint.len() {
            ..200 => error.with_hint(hint),
            _ => error,
        });
    }
    Ok(EventDate::lasted(start, end))
}

impl EventDate {
    /// The date for a table cell: `..` means some day within, an en dash
    /// means lasted.
    ///
    /// `2024-12-12`, `2022-12`, `2023-03-28..2023-04-04`, `2006 or 2009`,
    /// `2024-11-11–2024-11-14`, `2024-11-11–..` (still went on), `2024-11-11–`
    /// (end not stated). Qualifiers are kept.
    pub fn cell(&self) -> String {
        let edge = |edge: &Edge| match edge {
            Edge::Open => "..",
            Edge::Unstated => "",
        };
        match &self.form {
            Form::Within(date) => date.cell(),
            Form::Lasted(start, end) => format!("{}–{}", start.cell_of_end(), end.cell_of_end()),
            Form::Since(start, end) => format!("{}–{}", start.cell_of_end(), edge(end)),
            Form::Until(start, end) => format!("{}–{}", edge(start), end.cell_of_end()),
        }
    }
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edge::Open => f.write_str(".."),
            Edge::Unstated => Ok(()),
        }
    }
}

impl fmt::Display for EventDate {
    /// The canonical EDTF text, which reads back to the same date.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::Within(date) => date.fmt(f),
            Form::Lasted(start, end) => write!(f, "{start}/{end}"),
            Form::Since(start, end) => write!(f, "{start}/{end}"),
            Form::Until(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_text_and_cell() {
        let check = |text: &str, canonical: &str, cell: &str| {
            let date = text.parse::<EventDate>().expect(text);
            assert_eq!(date.to_string(), canonical, "{text}");
            assert_eq!(date.cell(), cell, "{text}");
            assert_eq!(canonical.parse(), Ok(date));
        };
        check("2024-12-12", "2024-12-12", "2024-12-12");
        check("2024-12-XX", "2024-12", "2024-12");
        check("2024-XX-XX", "2024", "2024");
        check("2022-12~", "2022-12~", "2022-12~");
        check("2024-21?", "2024-21?", "spring 2024?");
        check("[2006,2009]", "[2006,2009]", "2006 or 2009");
        check("[2006..2009]", "[2006..2009]", "2006..2009");
        check("[2006]", "2006", "2006");
        let stay = "2024-11-11–2024-11-14";
        check("2024-11-11/2024-11-14", "2024-11-11/2024-11-14", stay);
        check("2024-11-11/2024-11-11", "2024-11-11", "2024-11-11");
        check("2024-11/2024-11", "2024-11/2024-11", "2024-11–2024-11");
        let (text, cell) = ("[..2024-12-12]/[2024-12-12..]", "..2024-12-12–2024-12-12..");
        check(text, text, cell);
        check("[2006,2009]/2010", "[2006,2009]/2010", "(2006 or 2009)–2010");
        check("2024/..", "2024/..", "2024–..");
        check("2024/", "2024/", "2024–");
        check("../2024?", "../2024?", "..–2024?");
        check("/2024", "/2024", "–2024");
    }

    #[test]
    fn refusals_say_why_and_what_instead() {
        let check = |text: &str, message: &str, hint: &str| {
            let error = text.parse::<EventDate>().expect_err(text);
            let found = error.hint().unwrap_or_default();
            assert!(error.to_string().contains(message), "{text}: {error}");
            assert!(found.contains(hint), "{text}: {found}");
        };
        check("", "no date", "leave the field out");
        check("  ", "no date", "leave the field out");
        check("2024-02-30", "February 2024 has 29 days", "");
        check("2023/2022", "ends before it begins", "`2022/2023`");
        check("[2023..2022]", "ends before it begins", "`[2022..2023]`");
        check("/", "neither start nor end", "leave the date out");
        check("../..", "neither start nor end", "leave the date out");
        check("2024-12-12T10:30", "time of day", "`time`");
        check("2024-12-12T10:30Z/2024-12-12T11:00Z", "time of day", "`2024-12-12`");
        check("2024-12-12 10:30", "time of day", "`2024-12-12`");
        check("{2006,2009}", "all of a set", "`[2006,2009]`");
        check("0000", "0001 to 9999", "");
        check("-0500", "0001 to 9999", "");
        check("12024", "0001 to 9999", "");
        check("Y170000002", "0001 to 9999", "");
        check("2024/12/12", "not written as", "`2024-12-12`");
        check("2024.12.12", "not written as", "`2024-12-12`");
        check("2024-1-5", "not written as", "`2024-01-05`");
        check("12/11/2024", "may be 11 December 2024 or 12 November 2024", "`2024-11-12`");
        check("2024/12", "not written as", "`2024-12`");
        check("12.2024", "not written as", "`2024-12`");
        check("2024-Q4", "not written as", "`[2024-10..2024-12]`");
        check("1970s", "not written as", "`197X`");
        check("30 February 2024", "February 2024 has 29 days", "");
        check("12 Dec", "no year", "");
        check("c. 2024", "not a date", "`2024~`");
        check("2006 or 2009", "not a date", "`[2006,2009]`");
        check("2006, 2009", "not a date", "`[2006,2009]`");
        check("2024-12-12T", "time of day", "`2024-12-12`");
        check("2024-11-11/14", "not a date", "`2024-11-11/2024-11-14`");
        check("2024-11/12", "not a date", "`2024-11/2024-12`");
        check("2024-12/06", "`06` is not a date", "");
        check("1/2/3/4", "more than one `/`", "");
        check("20241212", "without hyphens", "`2024-12-12`");
        check("\"2024\"", "quotes", "`2024`");
        check("12 December 2024", "not written as", "`2024-12-12`");
        check("Dec 2024", "not written as", "`2024-12`");
        check("2024-12-1X", "not a date", "`[2024-12-10..2024-12-19]`");
        check("2024-02-2X", "not a date", "`[2024-02-20..2024-02-29]`");
        check("2024-1X", "not a date", "`[2024-10..2024-12]`");
        check("2XXX", "not a date", "`[2000..2999]`");
        check("2024-25", "hemisphere", "`[2024-03..2024-05]`");
        check("2024-33", "quarter", "`[2024-01..2024-03]`");
        check("2023-03-28..2023-04-04", "brackets", "`[2023-03-28..2023-04-04]`");
        check("2023-2024", "not a date", "`[2023..2024]`");
        check("`2024`", "quotes", "`2024`");
        check("'1970s'", "quotes", "`197X`");
        check("\"2024-12-13..2024-12-14\"", "quotes", "`2024-12-13/2024-12-14`");
        check("'-10000'", "quotes", "leave them out");
        check("2024–2025", "not a date", "`2024/2025`");
        check("n.d.", "not a date", "`2024-12-12`");
        check("２０２４", "not a date", "`2024-12-12`");
    }

    #[test]
    fn long_text_takes_linear_time() {
        let check = |text: String| {
            let found = text.parse::<EventDate>();
            let message = found.map_or_else(|error| error.to_string(), |date| date.cell());
            assert!(!message.is_empty());
        };
        let many = 300_000;
        check("2".repeat(10 * many));
        check("/".repeat(10 * many));
        check("[".repeat(10 * many));
        check("-".repeat(10 * many));
        check("?".repeat(10 * many));
        check("..".repeat(10 * many));
        check("X2024 ".repeat(many));
        check(format!("[{}2024]", "2024-12-12,".repeat(many)));
        check(format!("[{}2024", "2024..2025,".repeat(many)));
        check(format!("2025/[{}2024]", "2024,".repeat(many)));
    }
}
