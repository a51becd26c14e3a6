//! `changes [WHO] --known-since DATE`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::date::Period;
use chancery::query::Query;

/// What became known since a day, by the days on which sources were published
#[derive(Debug, clap::Args)]
pub(crate) struct ChangesArgs {
    /// Only what concerns them, or this fact of any kind
    who: Option<String>,
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
        let mut names = context.names(Period::ALL);
        let who = names.maybe_any(self.who.as_ref())?;
        let known_since = self.known_since.parse().map_err(|error| Failure::Usage {
            message: format!("--known-since: {error}"),
            hint: Some("write it as 2024-12-31".to_owned()),
        })?;
        Ok((Query::Changes { known_since, who }, names.notices))
    }
}
