//! `timeline WHO…` and `events [WHO…]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, CountArgs, EndArgs, EventArgs, OutputArgs, ShapeArgs, WhenArgs};
use chancery::export::Format;
use chancery::query::{Counting, End, Events, Query, Shape};

/// Everything dated
#[derive(Debug, clap::Args)]
pub(crate) struct TimelineArgs {
    /// People, offices, states, parties, organizations, forums or sessions
    #[arg(required = true)]
    who: Vec<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    count: CountArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for TimelineArgs {
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
        let who = names.all(&self.who)?;
        let scope = self.events.scope(asked, &self.certainty, &mut names)?;
        Ok((Query::Timeline(Events { who, scope }), names.notices))
    }
}

/// Events by kind
#[derive(Debug, clap::Args)]
pub(crate) struct EventsArgs {
    /// People, offices, states, parties, organizations, forums or sessions; all events without any
    who: Vec<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    count: CountArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for EventsArgs {
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
        let who = names.all(&self.who)?;
        let scope = self.events.scope(asked, &self.certainty, &mut names)?;
        Ok((Query::Events(Events { who, scope }), names.notices))
    }
}
