//! `meetings WHO [--with WHO]` and `contacts WHO [--with WHO]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, CountArgs, EndArgs, EventArgs, OthersArgs, OutputArgs, ShapeArgs, WhenArgs};
use chancery::export::Format;
use chancery::query::{Counting, End, Meetings, Query, Shape};

/// Whom did X meet; when did X and Y meet (in person)
#[derive(Debug, clap::Args)]
pub(crate) struct MeetingsArgs {
    /// A person, an office phrase, a state, party or organization (its officials), a forum or a session
    who: String,
    /// Only with them
    #[arg(long, value_name = "WHO")]
    with: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    others: OthersArgs,
    #[command(flatten)]
    count: CountArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for MeetingsArgs {
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
        let (mut question, notices) =
            question(&self.who, self.with.as_ref(), (&self.when, &self.certainty, &self.events), context)?;
        self.others.narrow(&mut question.scope);
        Ok((Query::Meetings(question), notices))
    }
}

/// The same in every mode: meetings, calls, video, messages
#[derive(Debug, clap::Args)]
pub(crate) struct ContactsArgs {
    /// A person, an office phrase, a state, party or organization (its officials), a forum or a session
    who: String,
    /// Only with them
    #[arg(long, value_name = "WHO")]
    with: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    others: OthersArgs,
    #[command(flatten)]
    count: CountArgs,
    #[command(flatten)]
    end: EndArgs,
    #[command(flatten)]
    shape: ShapeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for ContactsArgs {
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
        let (mut question, notices) =
            question(&self.who, self.with.as_ref(), (&self.when, &self.certainty, &self.events), context)?;
        self.others.narrow(&mut question.scope);
        Ok((Query::Contacts(question), notices))
    }
}

fn question(
    who: &str,
    with: Option<&String>,
    (when, certainty, events): (&WhenArgs, &CertaintyArgs, &EventArgs),
    context: &Context<'_>,
) -> Result<(Meetings, Vec<String>), Failure> {
    let asked = when.asked()?;
    let mut names = context.names(asked.period);
    let who = names.who(who)?;
    let with = names.maybe_partner(with)?;
    let scope = events.scope(asked, certainty, &mut names)?;
    Ok((Meetings { who, with, scope }, names.notices))
}
