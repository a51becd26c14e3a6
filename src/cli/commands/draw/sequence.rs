//! `draw sequence WHO…`.

use super::{Context, Paper, Picture};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, EventArgs, PictureArgs, WhenArgs};
use chancery::draw::{Panel, kinds_in_touch, sequence};
use chancery::query::{Answer, Events, Meetings, Query, Who};

/// Who was in touch with whom, one after the other: messages and who carried them, calls, meetings
#[derive(Debug, clap::Args)]
pub(crate) struct SequenceArgs {
    /// Those who were in touch with each other: people, offices, states …; of one alone, with anybody
    #[arg(required = true)]
    who: Vec<String>,
    /// Of several as well what they had with others
    #[arg(long)]
    with_others: bool,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    picture: PictureArgs,
}

impl Picture for SequenceArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.all(&self.who)?;
        let mut scope = self.events.scope(asked, &self.certainty, &mut names)?;
        let query = if who.len() > 1 && !self.with_others {
            let all = Who { ids: who.into_iter().flat_map(|who| who.ids).collect() };
            Query::Contacts(Meetings { who: all.clone(), with: Some(all), scope })
        } else {
            if scope.kinds.is_empty() {
                scope.kinds = kinds_in_touch();
            }
            Query::Events(Events { who, scope })
        };
        Ok((query, names.notices))
    }

    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        Ok(sequence(answer, context.graph, &paper.sheet, &paper.ruler))
    }
}
