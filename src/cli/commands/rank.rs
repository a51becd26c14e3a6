//! `rank [--among WHO] [--measure meetings|partners|betweenness|pagerank] [--pairs]`.

use super::matrix::all;
use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{DegreeArgs, ForumTripArgs, OfficialArgs, OutputArgs, PairArgs, SelectionArgs, WhenArgs};
use chancery::query::{Measure, Page, Query, Rank};

/// Who is central: by meetings, partners, or the place in the network; or which two met most often
#[derive(Debug, clap::Args)]
pub(crate) struct RankedArgs {
    /// Rank only those who took part as one of these, divided by commas; the network stays whole
    #[arg(long, value_name = "WHO,…")]
    among: Vec<String>,
    /// By what to rank
    #[arg(long, value_name = "MEASURE", default_value = "meetings")]
    measure: MeasureArg,
    /// Rank pairs by how often they met
    #[arg(long)]
    pairs: bool,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: DegreeArgs,
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    counted: PairArgs,
    #[command(flatten)]
    forum_trips: ForumTripArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum MeasureArg {
    /// How many meetings they had
    Meetings,
    /// How many others they met
    Partners,
    /// The share of shortest chains between two others that lead through them
    Betweenness,
    /// How often they are met by those who are met often
    Pagerank,
}

impl RankedArgs {
    fn measured(&self) -> Measure {
        match self.measure {
            _ if self.pairs => Measure::Pairs,
            MeasureArg::Meetings => Measure::Meetings,
            MeasureArg::Partners => Measure::Partners,
            MeasureArg::Betweenness => Measure::Betweenness,
            MeasureArg::Pagerank => Measure::Pagerank,
        }
    }

    /// How many of the first are wanted; where another order is asked for, all have to be known.
    fn top(&self) -> Option<usize> {
        let page = self.output.page();
        page.limit.filter(|limit| page.sort.is_none() && *limit > 0)
    }
}

impl Ask for RankedArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn check(&self) -> Result<(), Failure> {
        if self.pairs && self.measure != MeasureArg::Meetings {
            return Err(Failure::Usage {
                message: "--pairs: pairs are ranked by their meetings only".to_owned(),
                hint: Some("leave out --measure".to_owned()),
            });
        }
        if self.pairs { Ok(()) } else { self.output.check_ranking() }
    }

    fn page(&self) -> Page {
        let page = self.output.page();
        Page { limit: page.limit.filter(|_| self.top().is_none()), ..page }
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let among = all("--among", &self.among, &mut names)?;
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        self.counted.widen(&mut scope);
        self.forum_trips.narrow(&mut scope);
        let (measure, top) = (self.measured(), self.top());
        Ok((Query::Rank(Rank { among, measure, top, scope }), names.notices))
    }
}
