//! How sure rows must be.

use chancery::model::Certainty;

/// How sure something must be.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Certainty")]
pub(crate) struct DegreeArgs {
    /// Only what is stated and contradicted by nothing that was loaded
    #[arg(long, conflicts_with = "possible")]
    certain: bool,
    /// Also what is only possible
    #[arg(long)]
    possible: bool,
}

/// How sure rows must be.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Certainty")]
pub(crate) struct CertaintyArgs {
    #[command(flatten)]
    degree: DegreeArgs,
    /// Only what loaded accounts contradict each other in
    #[arg(long, conflicts_with_all = ["certain", "possible"])]
    disputed: bool,
}

/// Options that say how sure rows must be.
pub(crate) trait Degrees {
    /// The weakest degree that is wanted; `silent` where nothing is said.
    fn at_least(&self, silent: Certainty) -> Certainty;

    /// Whether only disputed rows are wanted.
    fn only_disputed(&self) -> bool {
        false
    }
}

impl Degrees for DegreeArgs {
    fn at_least(&self, silent: Certainty) -> Certainty {
        match (self.certain, self.possible) {
            (true, _) => Certainty::Certain,
            (_, true) => Certainty::Possible,
            _ => silent,
        }
    }
}

impl Degrees for CertaintyArgs {
    fn at_least(&self, silent: Certainty) -> Certainty {
        if self.disputed { Certainty::Disputed } else { self.degree.at_least(silent) }
    }

    fn only_disputed(&self) -> bool {
        self.disputed
    }
}
