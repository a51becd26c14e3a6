//! `path WHO WHO`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::PERSON;
use crate::cli::options::{CertaintyArgs, EventArgs, OutputArgs, PairArgs, WhenArgs};
use chancery::query::{Path, Query};

/// The shortest chain of meetings between two people
#[derive(Debug, clap::Args)]
pub(crate) struct PathArgs {
    /// One person
    from: String,
    /// The other person
    to: String,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    pairs: PairArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for PathArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let from = names.one(&self.from, &PERSON)?;
        let to = names.one(&self.to, &PERSON)?;
        let scope = self.events.scope(asked, &self.certainty, &self.pairs, &mut names)?;
        Ok((Query::Path(Path { from, to, scope }), names.notices))
    }
}
