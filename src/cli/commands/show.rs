//! `show ID`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::date::Period;
use chancery::query::Query;

/// One fact as a card
#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// The id or name of a fact
    id: String,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for ShowArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let mut names = context.names(Period::ALL);
        let id = names.fact(&self.id)?;
        Ok((Query::Show { id }, names.notices))
    }
}
