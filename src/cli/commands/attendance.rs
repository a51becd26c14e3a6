//! `attendance FORUM|SESSION` and `attendance --of WHO [--with WHO]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::ABOVE;
use crate::cli::options::{CertaintyArgs, FilterArgs, KindArgs, OfficialArgs, OutputArgs, PrincipalArgs, WhenArgs};
use chancery::query::{Attendance, Attended, Query};

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
    /// Only those who were there
    #[arg(long, conflicts_with = "absent")]
    present: bool,
    /// Only those who were absent, with who stood in for them
    #[arg(long)]
    absent: bool,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    kind: KindArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    principals: PrincipalArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl AttendanceArgs {
    fn only(&self) -> Option<Attended> {
        let present = self.present.then_some(Attended::Present);
        present.or(self.absent.then_some(Attended::Absent))
    }
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
        let mut scope = self.filter.scope(asked, &self.certainty, &mut names)?;
        self.kind.narrow(&mut scope);
        self.official.narrow(&mut scope, &mut names)?;
        scope.principals = self.principals.principals;
        Ok((Query::Attendance(Attendance { event, of, with, only: self.only(), scope }), names.notices))
    }
}
