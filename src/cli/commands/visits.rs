//! `visits [--by WHO] [--from ACTOR] [--to PLACE] [--overlapping WHO]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::{ACTOR, DESTINATION};
use crate::cli::options::{
    CertaintyArgs, CountArgs, EndArgs, FilterArgs, ForumTripArgs, OfficialArgs, OutputArgs, PrincipalArgs, RankArgs,
    ShapeArgs, WhenArgs,
};
use chancery::export::Format;
use chancery::query::{Counting, End, Query, Shape, Visits};

/// Who visited whom; where did X travel
#[derive(Debug, clap::Args)]
pub(crate) struct VisitsArgs {
    /// Visits by them
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Visits of those who stood for this state, party or organization
    #[arg(long, value_name = "ACTOR")]
    from: Option<String>,
    /// Visits to this state, place or organization
    #[arg(long, value_name = "PLACE")]
    to: Option<String>,
    /// Only those that share days with a visit of these to the same state
    #[arg(long, value_name = "WHO", requires = "by")]
    overlapping: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    rank: RankArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    principals: PrincipalArgs,
    #[command(flatten)]
    forum_trips: ForumTripArgs,
    #[command(flatten)]
    count: CountArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for VisitsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn counting(&self) -> Option<Counting> {
        self.count.counting()
    }

    fn end(&self) -> Option<End> {
        self.end.end()
    }

    fn shape(&self, format: Format) -> Result<Option<Shape>, Failure> {
        self.shape.shape(format)
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let by = names.maybe_who(self.by.as_ref())?;
        let from = names.maybe_several(self.from.as_ref(), &ACTOR)?;
        let to = names.maybe_several(self.to.as_ref(), &DESTINATION)?;
        let overlapping = names.maybe_who(self.overlapping.as_ref())?;
        let mut scope = self.filter.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        scope.ranks.clone_from(&self.rank.rank);
        scope.principals = self.principals.principals;
        self.forum_trips.narrow(&mut scope);
        Ok((Query::Visits(Visits { by, from, to, overlapping, scope }), names.notices))
    }
}
