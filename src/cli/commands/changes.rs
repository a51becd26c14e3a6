//! `changes --known-since DATE`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::query::Query;

/// What became known since a day, by the days on which sources were published
#[derive(Debug, clap::Args)]
pub(crate) struct ChangesArgs {
    /// From this day on; --as-known-on sets the last day
    #[arg(long, value_name = "DATE")]
    known_since: String,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for ChangesArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let _ = context;
        let known_since = self.known_since.parse().map_err(|error| Failure::Usage {
            message: format!("--known-since: {error}"),
            hint: Some("write it as 2024-12-31".to_owned()),
        })?;
        Ok((Query::Changes { known_since }, Vec::new()))
    }
}
