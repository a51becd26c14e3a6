//! `stats`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::query::Query;

/// What was loaded, in numbers
#[derive(Debug, clap::Args)]
#[command(mut_arg("cite", |arg| arg.hide(true)), mut_arg("names", |arg| arg.hide(true)))]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for StatsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn check(&self) -> Result<(), Failure> {
        self.output.check_numbers()
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let _ = context;
        Ok((Query::Stats, Vec::new()))
    }
}
