//! In what capacity those asked about took part, and who counts as an official.

use super::word;
use crate::cli::Failure;
use crate::cli::names::Names;
use chancery::query::{Channel, Scope, Stated};
use chancery::record::Level;

/// In what capacity those asked about took part.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct OfficialArgs {
    /// Only in this stated capacity: an office or office phrase, or words of a title
    #[arg(long = "as", value_name = "OFFICE|TEXT")]
    capacity: Option<String>,
    /// Officials are only those who took part in a stated capacity, not whoever held an office that day
    #[arg(long)]
    in_capacity: bool,
    /// Only in an office of one of these ranks: head-of-state, foreign-minister, minister …
    #[arg(long, value_name = "LEVEL", value_delimiter = ',', value_parser = level)]
    level: Vec<Level>,
    /// Only as an official of a state, party, legislature, military, security … (by the owner and rank of the office)
    #[arg(long, value_name = "CHANNEL", value_delimiter = ',', value_parser = channel)]
    channel: Vec<Channel>,
    /// A state stands for those that it succeeded as well
    #[arg(long)]
    with_predecessors: bool,
}

/// In what rank those on the other side took part.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct OthersArgs {
    /// Only with others in an office of one of these ranks
    #[arg(long, value_name = "LEVEL", value_delimiter = ',', value_parser = level)]
    with_level: Vec<Level>,
}

impl OthersArgs {
    /// Narrows a scope.
    pub(crate) fn narrow(&self, scope: &mut Scope) {
        scope.with_levels.clone_from(&self.with_level);
    }
}

/// Which ranks of offices.
#[derive(Debug, clap::Args)]
pub(crate) struct LevelArgs {
    /// Only offices of one of these ranks: head-of-state, foreign-minister, minister …
    #[arg(long, value_name = "LEVEL", value_delimiter = ',', value_parser = level)]
    pub(crate) level: Vec<Level>,
}

impl OfficialArgs {
    /// Narrows a scope.
    pub(crate) fn narrow(&self, scope: &mut Scope, names: &mut Names<'_>) -> Result<(), Failure> {
        scope.capacity = self.capacity.as_ref().map(|text| stated(text, names)).transpose()?;
        scope.in_capacity = self.in_capacity;
        scope.levels.clone_from(&self.level);
        scope.channels.clone_from(&self.channel);
        scope.with_predecessors = self.with_predecessors;
        Ok(())
    }
}

/// The office that the text names; where it names none, or may name several, its words count in titles as well.
fn stated(text: &str, names: &mut Names<'_>) -> Result<Stated, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::Usage { message: "--as: there is no word in it".to_owned(), hint: None });
    }
    let offices = names.offices(text);
    if offices.is_empty() {
        names.title(text)?;
    }
    let words = (offices.len() != 1).then(|| text.to_owned());
    Ok(Stated { offices, words })
}

fn level(text: &str) -> Result<Level, String> {
    word(text, Level::ALL, |level| level.name(), "rank of an office")
}

fn channel(text: &str) -> Result<Channel, String> {
    word(text, Channel::ALL, |channel| channel.name(), "channel")
}
