//! `draw timeline WHO…` and `draw timeline WHO --with WHO`.

use super::{Context, Paper, Picture};
use crate::cli::Failure;
use crate::cli::options::{CertaintyArgs, EventArgs, PictureArgs, WhenArgs};
use chancery::draw::{Lanes, Panel, Timeline};
use chancery::query::{Answer, Events, Query};

/// Everything dated, a lane for each: bars for visits and tenures, points for meetings
#[derive(Debug, clap::Args)]
pub(crate) struct TimelineArgs {
    /// People, offices, states, parties, organizations, forums or sessions
    #[arg(required = true)]
    who: Vec<String>,
    /// The other of two; what is about both stands between their lanes
    #[arg(long, value_name = "WHO")]
    with: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    events: EventArgs,
    #[command(flatten)]
    picture: PictureArgs,
}

impl Picture for TimelineArgs {
    fn picture(&self) -> &PictureArgs {
        &self.picture
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        if self.with.is_some() && self.who.len() > 1 {
            return Err(Failure::Usage {
                message: "--with makes a pair of one and another; more are named before it".to_owned(),
                hint: Some("name all of them without --with for a lane each".to_owned()),
            });
        }
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let mut who = names.all(&self.who)?;
        who.extend(names.maybe_who(self.with.as_ref())?);
        who.dedup();
        let scope = self.events.scope(asked, &self.certainty, &mut names)?;
        Ok((Query::Timeline(Events { who, scope }), names.notices))
    }

    fn panel(&self, answer: &Answer, context: &Context<'_>, paper: &Paper) -> Result<Panel, Failure> {
        let each = match &answer.query {
            Some(Query::Timeline(Events { who, scope })) => {
                let one = |who: &chancery::query::Who| {
                    Query::Timeline(Events { who: vec![who.clone()], scope: scope.clone() }).answer(context.graph)
                };
                who.iter().map(one).collect()
            }
            _ => Vec::new(),
        };
        let lanes = if self.with.is_some() { Lanes::Pair } else { Lanes::OneEach };
        let timeline = Timeline::new(answer, &each, context.graph, lanes).map_err(|error| Failure::Usage {
            message: error.to_string(),
            hint: Some("--during, --kind and --level narrow it".to_owned()),
        })?;
        Ok(timeline.panel(&paper.sheet, &paper.ruler))
    }
}
