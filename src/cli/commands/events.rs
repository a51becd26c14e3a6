//! `timeline WHO…` and `events [WHO…]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, CountArgs, EventArgs, OutputArgs, PairArgs, WhenArgs};
use chancery::query::{Counting, Events, Query};

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
    output: OutputArgs,
}

impl Ask for TimelineArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn counting(&self) -> Option<Counting> {
        self.count.counting()
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.all(&self.who)?;
        let scope = self.events.scope(asked, &self.certainty, &PairArgs::default(), &mut names)?;
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
    output: OutputArgs,
}

impl Ask for EventsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn counting(&self) -> Option<Counting> {
        self.count.counting()
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.all(&self.who)?;
        let scope = self.events.scope(asked, &self.certainty, &PairArgs::default(), &mut names)?;
        Ok((Query::Events(Events { who, scope }), names.notices))
    }
}
