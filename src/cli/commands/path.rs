//! `path WHO WHO`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::PERSON;
use crate::cli::options::{DegreeArgs, FilterArgs, KindArgs, ModeArgs, OutputArgs, PairArgs, RankArgs, WhenArgs};
use chancery::query::{Path, Query};

/// The shortest chain of meetings between two people
#[derive(Debug, clap::Args)]
pub(crate) struct PathArgs {
    /// One person
    from: String,
    /// The other person
    to: String,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: DegreeArgs,
    #[command(flatten)]
    kind: KindArgs,
    #[command(flatten)]
    mode: ModeArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    rank: RankArgs,
    #[command(flatten)]
    pairs: PairArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for PathArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let from = names.one(&self.from, &PERSON)?;
        let to = names.one(&self.to, &PERSON)?;
        let mut scope = self.filter.scope(asked, &self.certainty, &mut names)?;
        self.kind.narrow(&mut scope);
        self.mode.narrow(&mut scope);
        self.pairs.widen(&mut scope);
        scope.ranks.clone_from(&self.rank.rank);
        Ok((Query::Path(Path { from, to, scope }), names.notices))
    }
}
