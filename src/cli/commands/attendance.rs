//! `attendance FORUM|SESSION` and `attendance --of WHO [--with WHO]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::ABOVE;
use crate::cli::options::{CertaintyArgs, EventArgs, OutputArgs, PairArgs, WhenArgs};
use chancery::query::{Attendance, Query};

/// Who was there, absent, or stood in; which sessions X (and Y) attended
#[derive(Debug, clap::Args)]
pub(crate) struct AttendanceArgs {
    /// A forum (its sessions), a session or another event
    #[arg(value_name = "FORUM|SESSION", required_unless_present = "of")]
    event: Option<String>,
    /// Only the attendance of these
    #[arg(long, value_name = "WHO")]
    of: Option<String>,
    /// Only where these are listed as well
    #[arg(long, value_name = "WHO", requires = "of")]
    with: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for AttendanceArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let event = names.maybe_one(self.event.as_ref(), &ABOVE)?;
        let of = names.maybe_who(self.of.as_ref())?;
        let with = names.maybe_who(self.with.as_ref())?;
        let scope = self.events.scope(asked, &self.certainty, &PairArgs::default(), &mut names)?;
        Ok((Query::Attendance(Attendance { event, of, with, scope }), names.notices))
    }
}
