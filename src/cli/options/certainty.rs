//! How sure rows must be.

use chancery::model::Certainty;

/// How sure rows must be.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Certainty")]
pub(crate) struct CertaintyArgs {
    /// Only what is stated and contradicted by nothing that was loaded
    #[arg(long, conflicts_with = "possible")]
    certain: bool,
    /// Also what is only possible
    #[arg(long)]
    possible: bool,
}

impl CertaintyArgs {
    /// The weakest degree that is wanted; `silent` where nothing is said.
    pub(crate) fn at_least(&self, silent: Certainty) -> Certainty {
        match (self.certain, self.possible) {
            (true, _) => Certainty::Certain,
            (_, true) => Certainty::Possible,
            _ => silent,
        }
    }
}
