//! Which facts are asked, and which accounts of them.

use crate::cli::Failure;
use crate::cli::invocation::Invocation;
use std::path::PathBuf;

/// Which facts are asked.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Facts")]
pub(crate) struct FactsArgs {
    /// Ask the facts in this folder (or single file) instead of the built-in ones
    #[arg(long, value_name = "DIR", env = "CHANCERY_FACTS", global = true)]
    pub(crate) facts: Option<PathBuf>,
    /// Answer as if only the accounts of these sources existed
    #[arg(long, value_name = "S,…", value_delimiter = ',', global = true)]
    pub(crate) source: Vec<String>,
    /// Answer as if the accounts of these sources did not exist
    #[arg(long, value_name = "S,…", value_delimiter = ',', global = true)]
    pub(crate) not_source: Vec<String>,
    /// Only accounts that had appeared by this day
    #[arg(long, value_name = "DATE", global = true)]
    pub(crate) as_known_on: Option<String>,
    /// Offices, memberships and names as they stood on this day (offices, attendance, show, stats, export, draw)
    #[arg(long, value_name = "DATE", global = true)]
    pub(crate) as_of: Option<String>,
    /// Leave the keeper's rulings on disputes aside
    #[arg(long, global = true)]
    pub(crate) no_rulings: bool,
    /// Read the fact files themselves, and write no compiled file
    #[arg(long, global = true)]
    pub(crate) no_cache: bool,
}

impl FactsArgs {
    /// Refuses options that choose between accounts, for a command that is about all of them.
    pub(crate) fn refuse_worlds(&self, command: &str) -> Result<(), Failure> {
        if self.ask_all() && self.as_of.is_none() {
            return Ok(());
        }
        Err(Failure::Usage {
            message: format!("`{command}` is about every account, whatever source tells it and whenever it appeared"),
            hint: Some("leave out --source, --not-source, --as-known-on, --as-of and --no-rulings".to_owned()),
        })
    }

    /// The options as they were given, without what the environment says.
    pub(crate) fn words(&self, invocation: &Invocation) -> Vec<String> {
        let mut words = Vec::new();
        let mut option = |name: &str, value: Option<String>| {
            words.extend(value.into_iter().flat_map(|value| [name.to_owned(), value]));
        };
        let facts = self.facts.as_ref().filter(|_| invocation.has("--facts"));
        option("--facts", facts.map(|facts| facts.display().to_string()));
        option("--source", (!self.source.is_empty()).then(|| self.source.join(",")));
        option("--not-source", (!self.not_source.is_empty()).then(|| self.not_source.join(",")));
        option("--as-known-on", self.as_known_on.clone());
        option("--as-of", self.as_of.clone());
        let flags = [("--no-rulings", self.no_rulings), ("--no-cache", self.no_cache)];
        words.extend(flags.into_iter().filter(|(_, given)| *given).map(|(flag, _)| flag.to_owned()));
        words
    }

    /// Whether every account is asked.
    pub(crate) fn ask_all(&self) -> bool {
        self.source.is_empty() && self.not_source.is_empty() && self.as_known_on.is_none() && !self.no_rulings
    }
}
