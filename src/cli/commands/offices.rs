//! `offices WHO` and `offices --of ACTOR [--office TEXT]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::names::ACTOR;
use crate::cli::options::{CertaintyArgs, OutputArgs, WhenArgs};
use chancery::model::Certainty;
use chancery::query::{Offices, Query, Scope};

/// What X held; who held it
#[derive(Debug, clap::Args)]
pub(crate) struct OfficesArgs {
    /// A person, an office, or a state, party or organization
    #[arg(required_unless_present = "of")]
    who: Option<String>,
    /// Offices of this actor and of what belongs to it
    #[arg(long, value_name = "ACTOR")]
    of: Option<String>,
    /// Only offices in whose title or rank these words stand
    #[arg(long, value_name = "TEXT")]
    office: Option<String>,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    certainty: CertaintyArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for OfficesArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let asked = self.when.asked()?;
        let mut names = context.names(asked.period);
        let who = names.maybe_who(self.who.as_ref())?;
        let of = names.maybe_one(self.of.as_ref(), &ACTOR)?;
        // Tenures whose end nobody states are only possible beyond their last attested day, and shown, marked.
        let at_least = self.certainty.at_least(Certainty::Possible);
        let scope = Scope { period: asked.period, when: asked.when, at_least, ..Scope::default() };
        Ok((Query::Offices(Offices { who, of, office: self.office.clone(), scope }), names.notices))
    }
}
