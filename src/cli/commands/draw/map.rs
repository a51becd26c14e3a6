//! `draw map WHO [--with WHO]` and `draw map --tour EVENT`.

use super::{Context, Paper, Picture};
use crate::cli::Failure;
use crate::cli::names::ABOVE;
use crate::cli::options::{CertaintyArgs, EventArgs, PictureArgs, WhenArgs};
use chancery::draw::{Borders, Extent, Map, Mapped, Panel};
use chancery::query::{Answer, Events, Meetings, Query, Visits};

/// Where it took place: host countries by number, places, or one tour as a route
#[derive(Debug, clap::Args)]
pub(crate) struct MapArgs {
    /// A person, an office, a state, party or organization (its officials), a forum or a session
    #[arg(required_unless_present = "tour", conflicts_with = "tour")]
    who: Option<String>,
    /// Only with them; meetings are shown then
    #[arg(long, value_name = "WHO", requires = "who")]
    with: Option<String>,
    /// What is counted [default: visits; meetings with --with]
    #[arg(long, value_name = "WHAT", requires = "who", help_heading = "Counting")]
    of: Option<OfArg>,
    /// The stations of one visit or tour, joined in order of time
    #[arg(long, value_name = "EVENT", conflicts_with = "under")]
    tour: Option<String>,
    /// What stands for where something took place
    #[arg(long, value_name = "WHAT", default_value = "countries", conflicts_with = "tour", help_heading = "Picture")]
    mark: MarkArg,
    /// How much of the globe [default: world; fit for a tour]
    #[arg(long, value_name = "EXTENT", help_heading = "Picture")]
    extent: Option<ExtentArg>,
    /// Whether borders are drawn; without them countries are circles
    #[arg(long, value_name = "BORDERS", default_value = "de-facto", help_heading = "Picture")]
    borders: BordersArg,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    picture: PictureArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum OfArg {
    /// Visits by them
    Visits,
    /// Meetings in person
    Meetings,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum MarkArg {
    /// Countries, darker the more took place in them; small ones as circles
    Countries,
    /// Places with coordinates, as circles
    Places,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ExtentArg {
    /// All countries
    World,
    /// What is placed on the map, with a margin
    Fit,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum BordersArg {
    /// By who holds the ground
    DeFacto,
    /// None
    None,
}

impl Picture for MapArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.maybe_who(self.who.as_ref())?;
        let with = names.maybe_partner(self.with.as_ref())?;
        let mut scope = self.events.scope(asked, &self.certainty, &mut names)?;
        let of = self.of.unwrap_or(if with.is_some() { OfArg::Meetings } else { OfArg::Visits });
        let query = match (who, &self.tour, of) {
            (None, Some(tour), _) => {
                scope.under = Some(names.one(tour, &ABOVE)?);
                Query::Events(Events { who: Vec::new(), scope })
            }
            (Some(who), _, OfArg::Meetings) => Query::Meetings(Meetings { who, with, scope }),
            (by, _, _) if with.is_none() => Query::Visits(Visits { by, scope, ..Visits::default() }),
            _ => {
                return Err(Failure::Usage {
                    message: "--of visits does not go with --with".to_owned(),
                    hint: Some("--of meetings shows where two met".to_owned()),
                });
            }
        };
        Ok((query, names.notices))
    }

    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        let mapped = match (&self.tour, self.mark) {
            (Some(_), _) => Mapped::Route,
            (None, MarkArg::Countries) => Mapped::Countries,
            (None, MarkArg::Places) => Mapped::Places,
        };
        let borders = match self.borders {
            BordersArg::DeFacto => Borders::DeFacto,
            BordersArg::None => Borders::None,
        };
        let extent = match self.extent {
            Some(ExtentArg::Fit) => Extent::Fit,
            None if mapped == Mapped::Route => Extent::Fit,
            Some(ExtentArg::World) | None => Extent::World,
        };
        Ok(Map::new(answer, context.graph, (mapped, borders)).panel(extent, &paper.sheet, &paper.ruler))
    }
}
