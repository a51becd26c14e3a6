//! `why ID` and `why --met WHO WHO`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::{ABOVE, PLACE};
use crate::cli::options::{OutputArgs, WhenArgs};
use chancery::date::Period;
use chancery::query::{Query, Why};

/// What each account says side by side, what speaks against it, and how the keeper judged
#[derive(Debug, clap::Args)]
pub(crate) struct WhyArgs {
    /// The id or name of a fact
    #[arg(required_unless_present = "met")]
    id: Option<String>,
    /// Every event in person at which both met
    #[arg(long, num_args = 2, value_names = ["WHO", "WHO"], conflicts_with = "id")]
    met: Vec<String>,
    #[command(flatten)]
    when: WhenArgs,
    /// Only meetings at this place, or in it
    #[arg(long, value_name = "PLACE", requires = "met", help_heading = "Which events")]
    at: Option<String>,
    /// Only meetings under this event or forum
    #[arg(long, value_name = "EVENT|FORUM", requires = "met", help_heading = "Which events")]
    under: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for WhyArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let mut question = match (&self.id, self.met.as_slice()) {
            (_, [who, with]) => Why::met(names.who(who)?, names.who(with)?),
            (id, _) => Why::Fact(names.fact(id.as_deref().unwrap_or_default())?),
        };
        match &mut question {
            Why::Met(met) => {
                (met.scope.period, met.scope.when) = (asked.period, asked.when);
                met.scope.at = names.maybe_one(self.at.as_ref(), &PLACE)?;
                met.scope.under = names.maybe_one(self.under.as_ref(), &ABOVE)?;
            }
            Why::Fact(_) if asked.period != Period::ALL => return Err(of_one_fact()),
            Why::Fact(_) => {}
        }
        Ok((Query::Why(question), names.notices))
    }
}

fn of_one_fact() -> Failure {
    Failure::Usage {
        message: "one fact is asked about, whenever it was: a period narrows the meetings of two".to_owned(),
        hint: Some("leave it out, or write --met WHO WHO".to_owned()),
    }
}
