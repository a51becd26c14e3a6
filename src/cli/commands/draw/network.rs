//! `draw network [WHO…] [--with WHO]`.

use super::{Context, Paper, Picture, graphviz};
use crate::cli::Failure;
use crate::cli::names::ABOVE;
use crate::cli::options::{DegreeArgs, ForumTripArgs, OfficialArgs, PairArgs, PictureArgs, SelectionArgs, WhenArgs};
use chancery::draw::{Cluster, Network, Panel, Point, Sketch};
use chancery::query::row::Table;
use chancery::query::{Answer, Attendance, Attended, Measure, Meetings, Query, Rank, Who};

/// Who met whom: actors as points, joined by lines as wide as they met often
#[derive(Debug, clap::Args)]
pub(crate) struct NetworkArgs {
    /// Around whom: people, offices, states, parties, organizations (their officials), forums; everybody without any
    who: Vec<String>,
    /// Only their meetings with these
    #[arg(long, value_name = "WHO", requires = "who")]
    with: Option<String>,
    /// Only the N pairs that met most often
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "with")]
    top: Option<u32>,
    /// Who attended what: actors joined to sessions of a forum, or to what those named attended
    #[arg(long, conflicts_with_all = ["with", "top", "mode", "rank", "delegations", "multilateral", "forum_trips"])]
    two_mode: bool,
    /// By what points are coloured
    #[arg(long, value_name = "WHAT", default_value = "state", help_heading = "Picture")]
    cluster: ClusterArg,
    /// What finds the places of points
    #[arg(long, value_name = "HOW", default_value = "embedded", help_heading = "Picture")]
    layout: LayoutArg,
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
    picture: PictureArgs,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ClusterArg {
    /// The state that they stood for
    State,
    /// The party that they belong to
    Party,
    /// Nothing
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum LayoutArg {
    /// Graphviz where it is installed, else the program itself: not the same picture on every machine
    Auto,
    /// Graphviz, or an error where it is not installed
    Graphviz,
    /// The program itself: the same picture on every machine
    Embedded,
}

impl NetworkArgs {
    fn network<'a>(&self, answer: &'a Answer, context: &Context<'a>) -> Result<Network<'a>, Failure> {
        let cluster = match self.cluster {
            ClusterArg::State => Cluster::State,
            ClusterArg::Party => Cluster::Party,
            ClusterArg::None => Cluster::None,
        };
        let network = Network::new(answer, context.graph, cluster).map_err(|error| Failure::Usage {
            message: error.to_string(),
            hint: Some("--top 100 keeps the pairs that met most often; --during and --with narrow as well".to_owned()),
        })?;
        Ok(match context.as_of {
            Some(day) => network.as_of(day),
            None => network,
        })
    }

    fn places(&self, sketch: &Sketch) -> Result<Vec<Point>, Failure> {
        if self.layout == LayoutArg::Embedded {
            return Ok(sketch.embedded());
        }
        match (self.layout, graphviz::places(sketch)) {
            (_, Ok(places)) => Ok(places),
            (LayoutArg::Auto | LayoutArg::Embedded, Err(_)) => Ok(sketch.embedded()),
            (LayoutArg::Graphviz, Err(why)) => Err(Failure::Usage {
                message: format!("--layout graphviz: {why}"),
                hint: Some("--layout embedded needs no other program".to_owned()),
            }),
        }
    }
}

impl NetworkArgs {
    /// Who met whom.
    fn met(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let mut who = names.all(&self.who)?;
        who.dedup();
        let with = names.maybe_partner(self.with.as_ref())?;
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        self.counted.widen(&mut scope);
        self.forum_trips.narrow(&mut scope);
        let query = match with {
            None => {
                let top = self.top.map(|top| usize::try_from(top).unwrap_or(usize::MAX));
                Query::Rank(Rank { among: who, measure: Measure::Pairs, top, scope })
            }
            with => {
                scope.principals = !scope.delegations;
                let who = Who { ids: who.into_iter().flat_map(|who| who.ids).collect() };
                Query::Meetings(Meetings { who, with, scope })
            }
        };
        Ok((query, names.notices))
    }

    /// Who attended what: of a forum or event, or of one or two of those who attend.
    fn attended(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let (mut event, mut of, mut with) = (None, None, None);
        match self.who.as_slice() {
            [one] => match names.one(one, &ABOVE) {
                Ok(id) => event = Some(id),
                Err(_) => of = Some(names.who(one)?),
            },
            [one, other] => (of, with) = (Some(names.who(one)?), Some(names.who(other)?)),
            _ => {
                return Err(Failure::Usage {
                    message: "--two-mode: name one forum, session or other event, or one or two who attended"
                        .to_owned(),
                    hint: Some("chancery draw network brics --two-mode".to_owned()),
                });
            }
        }
        let mut scope = self.selection.scope(asked, &self.certainty, &mut names)?;
        self.official.narrow(&mut scope, &mut names)?;
        Ok((Query::Attendance(Attendance { event, of, with, only: Some(Attended::Present), scope }), names.notices))
    }
}

impl Picture for NetworkArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        if self.two_mode { self.attended(context) } else { self.met(context) }
    }

    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        let network = self.network(answer, context)?;
        if network.is_empty() {
            return Err(Failure::Usage {
                message: "of a forum with --with it is not known who of it met whom".to_owned(),
                hint: Some("name those whom --with names first, and the forum with --under".to_owned()),
            });
        }
        let plan = network.plan(&paper.sheet, &paper.ruler);
        Ok(plan.panel(&self.places(plan.sketch())?))
    }

    fn table(&self, answer: &Answer, context: &Context<'_>) -> Result<Option<Table>, Failure> {
        Ok(self.network(answer, context)?.table())
    }

    fn dot(&self, answer: &Answer, context: &Context<'_>) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        self.network(answer, context)?.dot(&mut bytes)?;
        Ok(bytes)
    }
}
