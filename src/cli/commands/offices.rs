//! `offices WHO` and `offices --of ACTOR [--office TEXT]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::ACTOR;
use crate::cli::options::{CertaintyArgs, Degrees, LevelArgs, OutputArgs, WhenArgs};
use chancery::date::{Day, Period};
use chancery::model::Certainty;
use chancery::query::{Offices, Query, Scope};

/// What X held; who held it
#[derive(Debug, clap::Args)]
pub(crate) struct OfficesArgs {
    /// A person, an office, or a state, party or organization
    #[arg(required_unless_present = "of")]
    who: Option<String>,
    /// Offices of this actor and of what belongs to it
    #[arg(long, value_name = "ACTOR")]
    of: Option<String>,
    /// Only offices in whose title or rank these words stand
    #[arg(long, value_name = "TEXT")]
    office: Option<String>,
    #[command(flatten)]
    level: LevelArgs,
    /// Only of those of whom no meeting with WHO is recorded in the period, which does not mean that there was none
    #[arg(long, value_name = "WHO")]
    not_met_by: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for OfficesArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let mut asked = self.when.asked()?;
        if let Some(day) = context.as_of {
            asked.period = on(day, asked.period)?;
        }
        let mut names = context.names(asked.period);
        let who = names.maybe_who(self.who.as_ref())?;
        let of = names.maybe_several(self.of.as_ref(), &ACTOR)?;
        self.office.as_ref().map_or(Ok(()), |office| names.title(office))?;
        // Tenures whose end nobody states are only possible beyond their last attested day, and shown, marked.
        let at_least = self.certainty.at_least(Certainty::Possible);
        let only_disputed = self.certainty.only_disputed();
        let not_met_by = names.maybe_partner(self.not_met_by.as_ref())?;
        let levels = self.level.level.clone();
        let scope =
            Scope { period: asked.period, when: asked.when, at_least, only_disputed, levels, ..Scope::default() };
        Ok((Query::Offices(Offices { who, of, office: self.office.clone(), not_met_by, scope }), names.notices))
    }
}

/// The day as of which offices are asked; a period beside it would ask two things at once.
fn on(day: Day, period: Period) -> Result<Period, Failure> {
    if period == Period::ALL {
        return Ok(Period { first: day, last: day });
    }
    Err(Failure::Usage {
        message: "--as-of already names the day; a period beside it asks for something else".to_owned(),
        hint: Some("leave out one of the two".to_owned()),
    })
}
