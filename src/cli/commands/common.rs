//! `common WHO WHO…`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, OfficialArgs, OutputArgs, PairArgs, SelectionArgs, WhenArgs};
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
    selection: SelectionArgs,
    #[command(flatten)]
    official: OfficialArgs,
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
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        self.pairs.widen(&mut scope);
        Ok((Query::Common(Common { who, scope }), names.notices))
    }
}
