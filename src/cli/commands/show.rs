//! `show ID`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::ANY;
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
        // A stub has no names, but its id may be asked about all the same.
        if let Some(fact) = context.graph.facts().get(&self.id) {
            return Ok((Query::Show { id: fact.id.clone() }, Vec::new()));
        }
        let mut names = context.names(Period::ALL);
        let id = names.one(&self.id, &ANY)?;
        Ok((Query::Show { id }, names.notices))
    }
}
