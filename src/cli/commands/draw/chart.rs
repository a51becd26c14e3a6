//! `draw chart WHO [--with WHO] [--per year|quarter|month]`.

use super::{Context, Paper, Picture};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, EventArgs, GridArgs, PictureArgs, WhenArgs};
use chancery::draw::{Chart, Panel, Stack};
use chancery::query::row::Table;
use chancery::query::{Answer, CalendarUnit, Counting, Events, Meetings, Per, Query, Visits};

/// How many there were in each year, quarter or month: bars, stacked if wanted, with gaps in coverage hatched
#[derive(Debug, clap::Args)]
pub(crate) struct ChartArgs {
    /// A person, an office, a state, party or organization (its officials), a forum or a session
    who: String,
    /// Only with them
    #[arg(long, value_name = "WHO")]
    with: Option<String>,
    /// What is counted [default: meetings; contacts with --stack mode, visits with --stack rank, events with --stack kind]
    #[arg(long, value_name = "WHAT", help_heading = "Counting")]
    of: Option<OfArg>,
    /// By what the parts of a bar are told apart
    #[arg(long, value_name = "WHAT", help_heading = "Picture")]
    stack: Option<StackArg>,
    #[command(flatten)]
    counting: GridArgs,
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
    /// Meetings in person
    Meetings,
    /// Meetings, calls, video and messages
    Contacts,
    /// Visits by them
    Visits,
    /// Everything dated about them
    Events,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum StackArg {
    /// In person, by telephone, by video, in writing
    Mode,
    /// The protocol rank of the visit that it is, or was part of
    Rank,
    /// The highest rank of the offices in which those asked about took part
    Level,
    /// The kind of event, with its format
    Kind,
}

impl StackArg {
    fn stack(self) -> Stack {
        match self {
            Self::Mode => Stack::Mode,
            Self::Rank => Stack::Rank,
            Self::Level => Stack::Level,
            Self::Kind => Stack::Kind,
        }
    }
}

impl ChartArgs {
    /// What is counted, where nothing is said what has the parts that are asked for.
    fn of(&self) -> OfArg {
        self.of.unwrap_or(match (self.stack, &self.with) {
            (Some(StackArg::Mode), _) => OfArg::Contacts,
            (Some(StackArg::Rank), None) => OfArg::Visits,
            (Some(StackArg::Kind), None) => OfArg::Events,
            _ => OfArg::Meetings,
        })
    }

    fn unit(&self) -> CalendarUnit {
        self.counting.per().unwrap_or(CalendarUnit::Year)
    }

    /// The events that were counted, which tell the parts of bars.
    fn events_of(&self, answer: &Answer, context: &Context<'_>) -> Answer {
        match &answer.query {
            Some(Query::Count { of, .. }) if self.stack.is_some() => of.with_possible().answer(context.graph),
            _ => answer.clone(),
        }
    }

    fn chart<'a>(&self, answer: &'a Answer, events: &Answer, context: &Context<'_>) -> Result<Chart<'a>, Failure> {
        let stack = self.stack.map(StackArg::stack);
        Chart::new(answer, context.graph, self.unit(), (stack, events)).map_err(|error| Failure::Usage {
            message: error.to_string(),
            hint: Some("--per year or --per decade gives fewer bars; --during narrows as well".to_owned()),
        })
    }
}

impl Picture for ChartArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.who(&self.who)?;
        let with = names.maybe_partner(self.with.as_ref())?;
        let scope = self.events.scope(asked, &self.certainty, &mut names)?;
        let of = match (self.of(), with) {
            (OfArg::Meetings, with) => Query::Meetings(Meetings { who, with, scope }),
            (OfArg::Contacts, with) => Query::Contacts(Meetings { who, with, scope }),
            (OfArg::Visits, None) => Query::Visits(Visits { by: Some(who), scope, ..Visits::default() }),
            (OfArg::Events, None) => Query::Timeline(Events { who: vec![who], scope }),
            (of, Some(_)) => return Err(without_partner(of)),
        };
        let counting = Counting { by: self.counting.by(), per: Some(Per::from(self.unit())) };
        Ok((Query::Count { of: Box::new(of), counting }, names.notices))
    }

    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        let events = self.events_of(answer, context);
        Ok(self.chart(answer, &events, context)?.panel(&paper.sheet, &paper.ruler))
    }

    fn table(&self, answer: &Answer, context: &Context<'_>) -> Result<Option<Table>, Failure> {
        let events = self.events_of(answer, context);
        Ok(Some(self.chart(answer, &events, context)?.table()))
    }
}

/// Only meetings and contacts are with somebody.
fn without_partner(of: OfArg) -> Failure {
    let word = if of == OfArg::Visits { "visits" } else { "events" };
    Failure::Usage {
        message: format!("--of {word} does not go with --with"),
        hint: Some("--of meetings and --of contacts count what two had with each other".to_owned()),
    }
}
