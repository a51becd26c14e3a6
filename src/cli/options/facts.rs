//! Which facts are asked.

use std::path::PathBuf;

/// Which facts are asked.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Facts")]
pub(crate) struct FactsArgs {
    /// Ask the facts in this folder (or single file) instead of the built-in ones
    #[arg(long, value_name = "DIR", env = "CHANCERY_FACTS", global = true)]
    pub(crate) facts: Option<PathBuf>,
}
