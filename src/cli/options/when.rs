//! When: the options that together make one period.

use crate::cli::Failure;
use chancery::date::{Day, Period, PeriodError};
use chancery::query::When;
use std::time::{SystemTime, UNIX_EPOCH};

/// The days asked about.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "When")]
pub(crate) struct WhenArgs {
    /// Events that overlap this period: 2024, 2024-10, 2024-Q4, 1970s, "Dec 2024", 2023-07..2024-03, "last month"
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["began", "on", "last"])]
    during: Option<String>,
    /// Events whose first day lies in this period
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["on", "last"])]
    began: Option<String>,
    /// Events on this day
    #[arg(long, value_name = "DATE", conflicts_with = "last")]
    on: Option<String>,
    /// Events on this day or later
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Events on this day or earlier
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Events of the last days, weeks, months or years: 30d, 6 months
    #[arg(long, value_name = "SPAN")]
    last: Option<String>,
    /// Take this day for today
    #[arg(long, value_name = "DATE", env = "CHANCERY_TODAY")]
    today: Option<String>,
}

/// A period and how events have to lie to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// The days.
    pub(crate) period: Period,
    /// How.
    pub(crate) when: When,
}

impl WhenArgs {
    /// The period that the options together ask about.
    pub(crate) fn asked(&self) -> Result<Asked, Failure> {
        let today = self.today()?;
        let read = |option, text: &Option<String>| read(option, text.as_deref(), |text| Period::parse(text, today));
        let during = read("--during", &self.during)?.or(read("--on", &self.on)?);
        let began = read("--began", &self.began)?;
        let last = self::read("--last", self.last.as_deref(), |text| Period::last(text, today))?;
        let mut period = during.or(began).or(last).unwrap_or(Period::ALL);
        if let Some(since) = read("--since", &self.since)? {
            period = both(period, Period { first: since.first, last: Day::MAX })?;
        }
        if let Some(until) = read("--until", &self.until)? {
            period = both(period, Period { first: Day::MIN, last: until.last })?;
        }
        let when = if self.began.is_some() { When::Began } else { When::During };
        Ok(Asked { period, when })
    }

    fn today(&self) -> Result<Day, Failure> {
        today(self.today.as_deref())
    }
}

/// Today: the day that is given for it, or what the clock says.
pub(crate) fn today(given: Option<&str>) -> Result<Day, Failure> {
    let Some(text) = given else {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        return Ok(Day::from_unix_seconds(i64::try_from(seconds).unwrap_or(0)));
    };
    text.parse().map_err(|error| Failure::Usage {
        message: format!("--today: {error}"),
        hint: Some("write it as 2024-12-31".to_owned()),
    })
}

fn read(
    option: &'static str,
    text: Option<&str>,
    parse: impl Fn(&str) -> Result<Period, PeriodError>,
) -> Result<Option<Period>, Failure> {
    let parsed = text.map(parse).transpose();
    parsed.map_err(|error| Failure::Period { option, error, command: None })
}

fn both(a: Period, b: Period) -> Result<Period, Failure> {
    a.intersect(b).ok_or_else(|| Failure::Usage {
        message: format!("the options leave no day: {a} and {b} have none in common"),
        hint: None,
    })
}
