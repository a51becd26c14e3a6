//! `coverage [WHO]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{Asked, OutputArgs, WhenArgs};
use chancery::query::{Covering, Query, When};

/// What the loaded sources claim to cover, and what they leave open
#[derive(Debug, clap::Args)]
pub(crate) struct CoverageArgs {
    /// Only claims that speak of this person, office, state, party, organization or forum
    who: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for CoverageArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let Asked { period, when } = self.when.asked()?;
        if when == When::Began {
            return Err(began());
        }
        let mut names = context.names(period);
        let who = names.maybe_who(self.who.as_ref())?;
        Ok((Query::Coverage(Covering { who, period }), names.notices))
    }
}

fn began() -> Failure {
    Failure::Usage {
        message: "--began asks for the first day of events; claims of coverage speak of all days".to_owned(),
        hint: Some("ask with --during instead".to_owned()),
    }
}
