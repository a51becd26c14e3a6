//! `sources [ID]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::SOURCE;
use crate::cli::options::OutputArgs;
use chancery::date::Period;
use chancery::query::Query;

/// Which sources there are and how much rests on each; or one, with everything that rests on it
#[derive(Debug, clap::Args)]
pub(crate) struct SourcesArgs {
    /// The id or title of a source
    id: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for SourcesArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let mut names = context.names(Period::ALL);
        let source = match &self.id {
            // A source that is cited and has no readable record has no name.
            Some(text) if context.graph.facts().get(text).is_some_and(|fact| fact.kind().is_none()) => {
                text.parse().ok()
            }
            text => names.maybe_one(text.as_ref(), &SOURCE)?,
        };
        Ok((Query::Sources { source }, names.notices))
    }
}
