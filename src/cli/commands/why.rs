//! `why ID` and `why --met WHO WHO`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
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
    output: OutputArgs,
}

impl Ask for WhyArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let mut names = context.names(Period::ALL);
        let question = match (&self.id, self.met.as_slice()) {
            (_, [who, with]) => Why::Met(names.who(who)?, names.who(with)?),
            (id, _) => Why::Fact(names.fact(id.as_deref().unwrap_or_default())?),
        };
        Ok((Query::Why(question), names.notices))
    }
}
