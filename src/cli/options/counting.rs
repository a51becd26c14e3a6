//! Counting instead of listing.

use chancery::query::{CalendarUnit, CountBy, Counting, Per};

/// Counting instead of listing.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Counting")]
pub(crate) struct CountArgs {
    /// Count instead of listing
    #[arg(long)]
    count: bool,
    /// A count for each of these
    #[arg(long, value_name = "WHAT", requires = "count")]
    per: Option<PerArg>,
    /// What counts as one
    #[arg(long, value_name = "WHAT", default_value = "event", requires = "count")]
    count_by: CountByArg,
}

/// What a cell of a table of counts counts.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Counting")]
pub(crate) struct GridArgs {
    /// A count for each of these, by the first day
    #[arg(long, value_name = "SPAN")]
    per: Option<UnitArg>,
    /// What counts as one
    #[arg(long, value_name = "WHAT", default_value = "event")]
    count_by: CountByArg,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum UnitArg {
    Decade,
    Year,
    Quarter,
    Month,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum PerArg {
    Who,
    Capacity,
    State,
    Decade,
    Year,
    Quarter,
    Month,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum CountByArg {
    /// Every event
    Event,
    /// All meetings of the same sides in one visit or session, or on adjoining days in one place
    Encounter,
    /// Every day on which one began
    Day,
    /// Every visit that one was part of
    Visit,
}

impl GridArgs {
    /// What counts as one.
    pub(crate) fn by(&self) -> CountBy {
        by(self.count_by)
    }

    /// The spans of time, if counts are per span.
    pub(crate) fn per(&self) -> Option<CalendarUnit> {
        self.per.map(|per| match per {
            UnitArg::Decade => CalendarUnit::Decade,
            UnitArg::Year => CalendarUnit::Year,
            UnitArg::Quarter => CalendarUnit::Quarter,
            UnitArg::Month => CalendarUnit::Month,
        })
    }
}

fn by(arg: CountByArg) -> CountBy {
    match arg {
        CountByArg::Event => CountBy::Event,
        CountByArg::Encounter => CountBy::Encounter,
        CountByArg::Day => CountBy::Day,
        CountByArg::Visit => CountBy::Visit,
    }
}

impl CountArgs {
    /// The rule, if counting is asked for.
    pub(crate) fn counting(&self) -> Option<Counting> {
        let by = by(self.count_by);
        let per = self.per.map(|per| match per {
            PerArg::Who => Per::Who,
            PerArg::Capacity => Per::Capacity,
            PerArg::State => Per::State,
            PerArg::Decade => Per::Decade,
            PerArg::Year => Per::Year,
            PerArg::Quarter => Per::Quarter,
            PerArg::Month => Per::Month,
        });
        self.count.then_some(Counting { by, per })
    }
}
