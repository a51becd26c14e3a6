//! `common WHO WHO…`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, EventArgs, OutputArgs, PairArgs, WhenArgs};
use chancery::query::{Common, Query};

/// Who met all of them
#[derive(Debug, clap::Args)]
pub(crate) struct CommonArgs {
    /// Two or more people, offices, states …
    #[arg(num_args = 2.., required = true)]
    who: Vec<String>,
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

impl Ask for CommonArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.all(&self.who)?;
        let scope = self.events.scope(asked, &self.certainty, &self.pairs, &mut names)?;
        Ok((Query::Common(Common { who, scope }), names.notices))
    }
}
