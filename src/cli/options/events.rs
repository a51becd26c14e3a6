//! Which events: filters that questions about events share.

use super::{ForumTripArgs, KindArgs, ModeArgs, OfficialArgs, word};
use crate::cli::Failure;
use crate::cli::names::{ABOVE, ANY, Names, PLACE};
use crate::cli::options::{Asked, CertaintyArgs, Degrees};
use chancery::model::Certainty;
use chancery::query::{Scope, StatusWanted, Through, Voice};
use chancery::record::{Rank, Status};

/// Which events, for every question about them.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct FilterArgs {
    /// How far known to have taken place
    #[arg(long, value_name = "STATUS", default_value = "held")]
    status: StatusArg,
    /// Only at this place, or in it
    #[arg(long, value_name = "PLACE")]
    at: Option<String>,
    /// Only under this event or forum
    #[arg(long, value_name = "EVENT|FORUM")]
    under: Option<String>,
    /// Only about this topic, or whatever else events are about
    #[arg(long, value_name = "TOPIC")]
    about: Option<String>,
    /// Only as told by both sides, the host, the guest, one side or a third party
    #[arg(long, value_name = "VOICE", value_delimiter = ',', value_parser = voice)]
    said_by: Vec<Voice>,
}

/// Who of a delegation counts.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct PrincipalArgs {
    /// Only principals, not members of delegations
    #[arg(long)]
    pub(crate) principals: bool,
}

/// Which protocol rank.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct RankArgs {
    /// Only visits of these protocol ranks, and what was part of them: state, official, working …
    #[arg(long, value_name = "RANK", value_delimiter = ',', value_parser = rank)]
    pub(crate) rank: Vec<Rank>,
}

/// Which events, for every question that looks at several kinds of them: by kind, means, place, status and rank.
#[derive(Debug, clap::Args)]
pub(crate) struct SelectionArgs {
    #[command(flatten)]
    kind: KindArgs,
    #[command(flatten)]
    mode: ModeArgs,
    #[command(flatten)]
    filter: FilterArgs,
    #[command(flatten)]
    rank: RankArgs,
}

/// Which events, for questions about all kinds of them.
#[derive(Debug, clap::Args)]
pub(crate) struct EventArgs {
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    official: OfficialArgs,
    #[command(flatten)]
    principals: PrincipalArgs,
    #[command(flatten)]
    forum_trips: ForumTripArgs,
}

/// What counts as a pair, for questions that count pairs.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct PairArgs {
    /// Count members of delegations beside principals
    #[arg(long)]
    delegations: bool,
    /// Count meetings of more than two sides
    #[arg(long)]
    multilateral: bool,
}

/// Whom chains lead through.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Which events")]
pub(crate) struct ThroughArgs {
    /// Whom chains lead through between their ends; silent: people between people, anybody where an end is a state, party or
    /// organization, which take part in what they are themselves listed at
    #[arg(long, value_name = "WHOM")]
    through: Option<ThroughArg>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum ThroughArg {
    /// People
    People,
    /// People, states, parties, organizations
    Any,
}

impl ThroughArgs {
    /// What was asked for.
    pub(crate) fn asked(&self) -> Option<Through> {
        self.through.map(|through| match through {
            ThroughArg::People => Through::People,
            ThroughArg::Any => Through::Any,
        })
    }
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum StatusArg {
    Held,
    Announced,
    Postponed,
    Cancelled,
    Any,
}

impl FilterArgs {
    /// The scope of a question, with its names resolved.
    pub(crate) fn scope(
        &self,
        asked: Asked,
        certainty: &impl Degrees,
        names: &mut Names<'_>,
    ) -> Result<Scope, Failure> {
        Ok(Scope {
            period: asked.period,
            when: asked.when,
            at_least: certainty.at_least(Certainty::Disputed),
            only_disputed: certainty.only_disputed(),
            status: status(self.status),
            at: names.maybe_one(self.at.as_ref(), &PLACE)?,
            under: names.maybe_one(self.under.as_ref(), &ABOVE)?,
            about: names.maybe_one(self.about.as_ref(), &ANY)?,
            said_by: self.said_by.clone(),
            ..Scope::default()
        })
    }
}

impl SelectionArgs {
    /// The scope of a question, with its names resolved.
    pub(crate) fn scope(
        &self,
        asked: Asked,
        certainty: &impl Degrees,
        names: &mut Names<'_>,
    ) -> Result<Scope, Failure> {
        let mut scope = self.filter.scope(asked, certainty, names)?;
        self.kind.narrow(&mut scope);
        self.mode.narrow(&mut scope);
        scope.ranks.clone_from(&self.rank.rank);
        Ok(scope)
    }
}

impl EventArgs {
    /// The scope of a question, with its names resolved.
    pub(crate) fn scope(
        &self,
        asked: Asked,
        certainty: &CertaintyArgs,
        names: &mut Names<'_>,
    ) -> Result<Scope, Failure> {
        let mut scope = self.selection.scope(asked, certainty, names)?;
        self.official.narrow(&mut scope, names)?;
        scope.principals = self.principals.principals;
        self.forum_trips.narrow(&mut scope);
        Ok(scope)
    }
}

impl PairArgs {
    /// Whether anything is asked for.
    pub(crate) fn is_asked(&self) -> bool {
        self.delegations || self.multilateral
    }

    /// Widens a scope to what counts as a pair.
    pub(crate) fn widen(&self, scope: &mut Scope) {
        scope.delegations = self.delegations;
        scope.multilateral = self.multilateral;
    }
}

fn status(arg: StatusArg) -> StatusWanted {
    match arg {
        StatusArg::Held => StatusWanted::Held,
        StatusArg::Announced => StatusWanted::Only(Status::Announced),
        StatusArg::Postponed => StatusWanted::Only(Status::Postponed),
        StatusArg::Cancelled => StatusWanted::Only(Status::Cancelled),
        StatusArg::Any => StatusWanted::Any,
    }
}

fn voice(text: &str) -> Result<Voice, String> {
    word(text, Voice::ALL, |voice| voice.name(), "voice")
}

fn rank(text: &str) -> Result<Rank, String> {
    word(text, Rank::ALL, |rank| rank.name(), "rank of a visit")
}
