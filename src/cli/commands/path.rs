//! `path WHO WHO`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::CHAINED;
use crate::cli::options::{DegreeArgs, OutputArgs, PairArgs, SelectionArgs, ThroughArgs, ViaArgs, WhenArgs};
use chancery::date::Length;
use chancery::query::{Page, Path, Query};

/// So many chains are listed where all are asked for and no limit is given.
const CHAINS: usize = 20;

/// The shortest chain of meetings between two actors, or the one by which word passes first
#[derive(Debug, clap::Args)]
pub(crate) struct PathArgs {
    #[command(flatten)]
    asked: ChainArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Which chains.
#[derive(Debug, clap::Args)]
pub(super) struct ChainArgs {
    /// A person, or a state, party or organization by its own participations; where word passes, the one who has it
    from: String,
    /// The other end; where word passes, the one whom it is for
    to: String,
    /// Each meeting comes after the one before, at most one a day: could word have passed? It leaves on the first day
    /// asked about, or later, and arrives by the last
    #[arg(long)]
    time_ordered: bool,
    /// Word passes from the first hand to the last within so much time: 90d, 3m, 1y
    #[arg(long, value_name = "SPAN", requires = "time_ordered")]
    within: Option<String>,
    /// All chains that are as short (and arrive as early), told apart by those on them; --limit N lists N instead
    /// of 20
    #[arg(long)]
    all: bool,
    /// Chains of so many steps at most
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max: Option<u32>,
    #[command(flatten)]
    via: ViaArgs,
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
}

impl ChainArgs {
    fn within(&self) -> Result<Option<Length>, Failure> {
        let parsed = self.within.as_deref().map(Length::parse).transpose();
        parsed.map_err(|error| Failure::Period { option: "--within", error, command: None })
    }

    /// The question; of all chains that are as short so many are listed at most.
    pub(super) fn query(&self, most: usize, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let (asked, within) = (self.when.asked()?, self.within()?);
        let mut names = context.names(asked.period);
        let from = names.one(&self.from, &CHAINED)?;
        let to = names.one(&self.to, &CHAINED)?;
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.via.narrow(&mut scope);
        self.pairs.widen(&mut scope);
        let most_steps = self.max.map(|most| usize::try_from(most).unwrap_or(usize::MAX));
        let all = self.all.then_some(most);
        let (time_ordered, through) = (self.time_ordered, self.through.asked());
        Ok((Query::Path(Path { from, to, time_ordered, within, most_steps, all, through, scope }), names.notices))
    }
}

impl Ask for PathArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn check(&self) -> Result<(), Failure> {
        if self.asked.all && self.output.page().limit == Some(0) {
            return Err(Failure::Usage {
                message: "--limit 0: of all chains none would be listed".to_owned(),
                hint: Some("write --limit 1, or leave it out".to_owned()),
            });
        }
        Ok(())
    }

    /// A limit to chains is none to their steps.
    fn page(&self) -> Page {
        let page = self.output.page();
        Page { limit: page.limit.filter(|_| !self.asked.all), ..page }
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        self.asked.query(self.output.page().limit.unwrap_or(CHAINS), context)
    }
}
