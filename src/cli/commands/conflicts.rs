//! `conflicts [WHO] [--aspect A] [--ruled] [--denied]`.

use super::{Ask, Context};
use crate::cli::Failure;
use crate::cli::options::OutputArgs;
use chancery::date::Period;
use chancery::query::{Conflicts, Query};

/// The aspects on which accounts can differ.
const ASPECTS: [&str; 21] = [
    "occurrence",
    "participation",
    "capacity",
    "when",
    "time",
    "place",
    "kind",
    "format",
    "rank",
    "medium",
    "number",
    "requested_by",
    "proposed_by",
    "from",
    "until",
    "reason",
    "for",
    "person",
    "office",
    "how_ended",
    "rule",
];

/// Where accounts contradict each other, and what each side says
#[derive(Debug, clap::Args)]
pub(crate) struct ConflictsArgs {
    /// Only what concerns them, or this fact of any kind
    who: Option<String>,
    /// Only the meetings in person of these two
    #[arg(long, num_args = 2, value_names = ["WHO", "WHO"], conflicts_with = "who")]
    met: Vec<String>,
    /// Only this aspect
    #[arg(long, value_name = "ASPECT", value_parser = ASPECTS)]
    aspect: Option<String>,
    /// Only what a ruling of the keeper's decided
    #[arg(long)]
    ruled: bool,
    /// Only what a source says was not so
    #[arg(long)]
    denied: bool,
    #[command(flatten)]
    output: OutputArgs,
}

impl Ask for ConflictsArgs {
    fn output(&self) -> &OutputArgs {
        &self.output
    }

    fn query(&self, context: &Context<'_>) -> Result<(Query, Vec<String>), Failure> {
        let mut names = context.names(Period::ALL);
        let who = names.maybe_any(self.who.as_ref())?;
        let met = match self.met.as_slice() {
            [who, with] => Some((names.who(who)?, names.who(with)?)),
            _ => None,
        };
        let aspect = self.aspect.clone();
        let question = Conflicts { who, met, aspect, only_ruled: self.ruled, only_denied: self.denied };
        Ok((Query::Conflicts(question), names.notices))
    }
}
