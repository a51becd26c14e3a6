//! `stats`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::query::Query;

/// What was loaded, in numbers
#[derive(Debug, clap::Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for StatsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let _ = context;
        Ok((Query::Stats, Vec::new()))
    }
}
