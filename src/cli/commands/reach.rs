//! `reach WHO [--steps N]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::CHAINED;
use crate::cli::options::{DegreeArgs, OutputArgs, PairArgs, SelectionArgs, ThroughArgs, WhenArgs};
use chancery::query::{Query, Reach};

/// Who is within so many meetings of somebody, and in how many steps
#[derive(Debug, clap::Args)]
pub(crate) struct ReachArgs {
    /// A person, or a state, party or organization by its own participations
    who: String,
    /// Within how many meetings
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u32).range(1..))]
    steps: u32,
    #[command(flatten)]
    through: ThroughArgs,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: DegreeArgs,
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    pairs: PairArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for ReachArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.one(&self.who, &CHAINED)?;
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.pairs.widen(&mut scope);
        let steps = usize::try_from(self.steps).unwrap_or(usize::MAX);
        Ok((Query::Reach(Reach { who, steps, through: self.through.asked(), scope }), names.notices))
    }
}
